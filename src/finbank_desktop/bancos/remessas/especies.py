"""The kinds of title as banks number them."""

from collections.abc import Mapping

from finbank_desktop.bancos.protocol import BancoError

FEBRABAN_240 = {
    "CH": "01", "DM": "02", "DMI": "03", "DS": "04", "DSI": "05", "DR": "06", "LC": "07", "NCC": "08", "NCE": "09",
    "NCI": "10", "NCR": "11", "NP": "12", "NPR": "13", "TM": "14", "TS": "15", "NS": "16", "RC": "17", "FAT": "18",
    "ND": "19", "AP": "20", "ME": "21", "PC": "22", "NF": "23", "DD": "24", "CPR": "25", "W": "26", "EC": "30",
    "CC": "31", "BDP": "32", "OU": "99",
}  # fmt: skip
"""FEBRABAN, CNAB 240 v10.9, domain C015; each bank takes some of them."""


def _some(*especies: str) -> dict[str, str]:
    return {especie: FEBRABAN_240[especie] for especie in especies}


BANCO_DO_BRASIL_240 = _some("CH", "DM", "DS", "DR", "LC", "NP", "RC", "ND", "W")
"""BB, "Leiaute CNAB 240", ago/2017, field 24.3P: cobrança simples of carteiras 11 and 17."""

BANCO_DO_BRASIL_PROTESTO = frozenset({"DM", "DR", "DS", "LC"})
"""The same field: what BB takes to the notary, beside the claims of the treasury."""

_CAIXA_E_SICOOB = (
    "CH", "DM", "DMI", "DS", "DSI", "DR", "LC", "NCC", "NCE", "NCI", "NCR", "NP", "NPR", "TM", "TS", "NS", "RC", "FAT",
    "ND", "AP", "ME", "PC", "NF", "DD", "CPR", "BDP", "OU",
)  # fmt: skip

CAIXA_240 = _some(*_CAIXA_E_SICOOB, "CC")
"""Caixa, "Leiaute CNAB 240 SIGCB", MO 67118 010, jun/2018, note C015: no encargos condominiais."""

SICOOB_240 = _some(*_CAIXA_E_SICOOB)
"""Sicoob, "Leiaute cobrança, sistemas de terceiros", ago/2017, field 24.3P."""

ABC_240 = _some("DM", "DS", "NP", "NPR", "RC", "AP")
"""ACBr, whose codes 97 and 98 for cheques and direct promissórias are not FEBRABAN's and are left out."""

BANCO_DO_BRASIL_400 = {
    "DM": "01", "NP": "02", "NS": "03", "RC": "05", "LC": "08", "W": "09", "CH": "10", "DS": "12", "ND": "13",
    "AP": "15",
}  # fmt: skip
"""BB, "Layout de Arquivo Remessa CNAB400", abr/2012, note 07."""

BANCO_DO_BRASIL_400_PROTESTO = frozenset({"DM", "LC", "W", "CH", "DS"})
"""The same, note 09, remark b: all but notas de débito, recibos, notas promissórias and what is of insurance."""

BRADESCO_400 = {
    "DM": "01", "NP": "02", "NS": "03", "CS": "04", "RC": "05", "LC": "10", "ND": "11", "DS": "12", "CC": "31",
    "BDP": "32", "OU": "99",
}  # fmt: skip
"""Bradesco, "Troca de Arquivos, Cobrança Bradesco", 4008.524.0121 version 11, field 148-149."""

SANTANDER_240 = {**_some("DM", "DS", "LC", "NP", "NPR", "RC", "AP"), "CC": "31", "BDP": "32", "CH": "97"}
"""Santander, H7815, CNAB 240, abr/2018, nota 20: all but nota promissória direta (98)."""

SANTANDER_400 = {
    "DM": "01", "NP": "02", "NS": "03", "RC": "05", "DS": "06", "LC": "07", "BDP": "08", "CC": "19",
}  # fmt: skip
"""Santander, H7800, CNAB 400, version 2.17, abr/2018, positions 148-149."""

BANESTES_240 = _some(
    "CH", "DM", "DMI", "DS", "DSI", "DR", "LC", "NCC", "NCE", "NCI", "NCR", "NP", "NPR", "TM", "TS", "NS", "RC", "FAT",
    "ND", "AP", "ME", "PC", "NF", "DD", "OU",
)  # fmt: skip
"""Banestes, layout CNAB 240, annex XI."""

BANESTES_400 = {"DM": "01", "NP": "02", "NS": "03", "CS": "04", "RC": "05", "LC": "10", "DS": "11", "OU": "99"}
"""Banestes, layout CNAB 400, annex VII, the codes of boletos that the client prints."""

BRB_400 = {"DM": "21", "NP": "22", "RC": "25", "DS": "31", "OU": "39"}
"""ACBr."""

INTER_400 = {"DM": "01", "OU": "99"}
"""laravel-boleto and BoletoNetCore (01), and the manual (99)."""

SAFRA_240 = {**_some("DM", "DS", "NP", "NPR", "RC", "AP"), "CH": "97"}
"""ACBr."""

SAFRA_400 = {"DM": "01", "NP": "02", "NS": "03", "RC": "05", "DS": "09"}
"""Safra, layout CNAB 400, 2016, note 6.1.4."""

CITIBANK_240 = {"DM": "03", "DMI": "03"}
"""Citibank, manual FEBRABAN 240, V1.8, C015, which has one kind; ACBr gives it a duplicata mercantil too."""

CITIBANK_400 = {"DMI": "00", "DM": "02"}
"""Citibank, manual CNAB 400 v1.16, positions 63-64."""

BS2_400 = {"DM": "0", "DS": "6", "OU": "9"}
"""ACBr."""

C6_400 = {
    "DM": "01", "DS": "02", "NP": "03", "NS": "04", "RC": "05", "LC": "06", "CT": "09", "CH": "10", "CS": "11",
    "ME": "12", "ND": "13", "DD": "15", "EC": "16", "CC": "31", "OU": "99",
}  # fmt: skip
"""eduardokum/laravel-boleto; ACBr has the same for Pefisa, but for EC."""

PEFISA_400 = {especie: codigo for especie, codigo in C6_400.items() if especie != "EC"}
"""ACBr."""

VORTX_400 = {"DM": "01", "DS": "12"}
"""ACBr."""

UNIPRIME_400 = {
    "DM": "01", "NP": "02", "NS": "03", "CS": "04", "RC": "05", "LC": "10", "ND": "11", "DS": "12", "OU": "99",
}  # fmt: skip
"""Sisprime (084) and Uniprime (099): ACBr; BoletoNetCore, for 084, has all but CS."""

CRESOL_400 = {
    "CH": "01", "DM": "02", "DS": "04", "DR": "06", "LC": "07", "NP": "12", "RC": "17", "ND": "19", "W": "26",
    "EC": "30", "OU": "99",
}  # fmt: skip
"""Cresol, "Layout Remessa CNAB 400", field 148-149, but for the claims of the treasury."""

CRESOL_240 = _some("CH", "DM", "DS", "DR", "LC", "NP", "RC", "ND", "BDP", "OU")
"""ACBr, which alone lists what Cresol takes in CNAB 240."""

MONEY_PLUS = _some(*_CAIXA_E_SICOOB[:-2], "CPR", "OU")
"""BMP Money Plus (274), CNAB 400 and 240 alike: ACBr, after the bank's "Layout CNAB 400", V9.2."""

OURINVEST_400 = {"DM": "01", "NP": "02", "DS": "12", "OU": "99"}
"""eduardokum/laravel-boleto."""

ITAU_400 = {
    "DM": "01", "NP": "02", "NS": "03", "ME": "04", "RC": "05", "CT": "06", "DS": "08", "LC": "09", "ND": "13",
    "DD": "15", "EC": "16", "BDP": "18", "OU": "99",
}  # fmt: skip
"""Itaú, "Cobrança CNAB 400", jul/2021, note 10: all but cosseguros (07) and prestação de serviços (17)."""

AILOS_240 = _some("DM", "DS")
"""Ailos, "Manual técnico CNAB 240", 2023, domain C015: these two only."""

CREDISIS = _some("DMI", "DSI", "NP", "RC", "ME", "NF")
"""CrediSIS, "Layout CNAB 240", abr/2017, domain C015, and "Layout CNAB 400", jun/2017, RM.D.13: the same codes."""

SICREDI_240 = _some("DMI", "DSI", "DR", "LC", "NP", "NPR", "NS", "RC", "ND", "BDP", "OU")
"""Sicredi, "Manual CNAB 240", ago/2019, field 24.3P."""

AMAZONIA_240 = _some("DM", "DS", "NP", "NS", "RC", "ND")
"""ACBr's writer for Banco da Amazônia."""

AILOS_400 = {"DM": "01", "NP": "02", "NS": "03", "RC": "05", "LC": "08", "DS": "12", "ND": "13"}
"""ACBr's writer for Ailos."""

SICREDI_400 = {
    "DMI": "A", "DR": "B", "NP": "C", "NPR": "D", "NS": "E", "RC": "G", "LC": "H", "ND": "I", "DSI": "J", "OU": "K",
    "BDP": "O",
}  # fmt: skip
"""Sicredi, "Manual CNAB 400", ago/2019, position 149."""

SICOOB_400 = {
    "DM": "01", "NP": "02", "NS": "03", "RC": "05", "DR": "06", "LC": "08", "W": "09", "CH": "10", "DS": "12",
    "ND": "13", "TM": "14", "TS": "15", "FAT": "18", "AP": "20", "ME": "21", "PC": "22", "OU": "99",
}  # fmt: skip
"""Sicoob, "Leiaute cobrança, sistemas de terceiros", ago/2017, field 31; Credisan has the same (ACBr)."""

CAIXA_400 = {
    "DM": "01", "NP": "02", "DS": "03", "CH": "04", "NS": "05", "LC": "06", "DMI": "07", "NCC": "08", "OU": "09",
    "NCI": "10", "NCR": "11", "DSI": "12", "NPR": "13", "TM": "14", "TS": "15", "DR": "16", "RC": "17", "FAT": "18",
    "ND": "19", "AP": "20", "ME": "21", "PC": "22", "NF": "23", "DD": "24", "CPR": "25", "NCE": "26", "EC": "30",
}  # fmt: skip
"""Caixa, "Leiaute CNAB 400 SIGCB", MO 67126 v015, note NE022: all but cartão and proposta, whose terms it limits."""

NORDESTE_400 = {"DM": "01", "NP": "02", "CH": "03", "RC": "05", "DS": "06", "OU": "19"}
"""Banco do Nordeste, "Leiaute CNAB 400" v2.0, jul/2011, positions 148-149: all but carnê (04)."""

AUTBANK_400 = {
    "DM": "01", "NP": "02", "CH": "03", "LC": "04", "RC": "05", "AP": "08", "DS": "12", "CC": "31", "OU": "99",
}  # fmt: skip
"""The manuals of ABC (2024), Fibra (2022), Pine and Rendimento, note 6."""

VOTORANTIM_400 = {"DM": "01", "DS": "08", "CC": "31"}
"""BV, CNAB 400, version 6.2, note 5."""

ALFA_400 = {"DM": "01", "NP": "02", "RC": "03", "NS": "04", "CH": "05", "OU": "99"}
"""ACBr only."""

MERCANTIL_400 = {"DM": "01"}
"""ACBr only, which writes no other."""

DAYCOVAL_400 = {"DM": "01", "RC": "05", "DS": "12", "OU": "99"}
"""Daycoval, "CNAB 400, carteira 6", note 5."""

DELBANK_400 = {
    "DM": "01", "NP": "02", "NS": "03", "CS": "04", "RC": "05", "LC": "10", "ND": "11", "DS": "12", "CC": "31",
    "BDP": "32", "OU": "99",
}  # fmt: skip
"""eduardokum/laravel-boleto only, which gives Delbank Bradesco's list."""


def find(tabela: Mapping[str, str], especie: str) -> str:
    """Return the bank's code of *especie*.

    Raises:
        BancoError: The bank has no such kind.
    """
    codigo = tabela.get(especie.upper())
    if codigo is None:
        raise BancoError("especie", f"o banco não conhece a espécie {especie}; use uma destas: {', '.join(tabela)}")
    return codigo


POR_BANCO_400 = {
    "001": BANCO_DO_BRASIL_400,
    "033": SANTANDER_400,
    "004": NORDESTE_400,
    "021": BANESTES_400,
    "025": ALFA_400,
    "085": AILOS_400,
    "089": SICOOB_400,
    "097": CREDISIS,
    "104": CAIXA_400,
    "133": CRESOL_400,
    "237": BRADESCO_400,
    "341": ITAU_400,
    "389": MERCANTIL_400,
    "422": SAFRA_400,
    "435": DELBANK_400,
    "655": VOTORANTIM_400,
    "707": DAYCOVAL_400,
    "748": SICREDI_400,
    "756": SICOOB_400,
    **dict.fromkeys(("212", "224", "246", "604", "633", "637", "643"), AUTBANK_400),
}
"""The lists of CNAB 400 by bank, for whoever checks a file that others wrote."""
