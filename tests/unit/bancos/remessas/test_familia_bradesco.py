"""Where and how the banks of Bradesco's form want a title, typed by position from the source each case names.

The title is number 11 of the example convênio: agência 1234-5, conta 56789-0, due on 18/12/2026, R$ 1.234,56, with a
fine of 2 %, interest of R$ 0,33 a day and R$ 5,00 off until five days before. The digits of the number were reckoned by
hand: 09 and 11 make 9, 01 and 11 make P (módulo 11, weights 2 to 7).
"""

from typing import Any

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.cnab.remessa import render
from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from tests.properties.test_remessas_bancos import PAGADORES, errors, remessa, titulo
from tests.unit.bancos.exemplos import convenio

Places = dict[int, str]
ENCARGOS = Encargos(
    juros_tipo=TipoJuros.VALOR_DIA,
    juros=33,
    multa_tipo=TipoMulta.PERCENTUAL,
    multa=200,
    desconto_tipo=TipoDesconto.VALOR,
    desconto=500,
    desconto_dias=5,
)
# What all of the form share in CNAB 400 (Bradesco, 4008.524.0121, record 1): carteira to digit of the account, 2 % of
# fine, number and digit, due date and amount, interest a day, discount until a date, pagador.
COMUM: Places = {
    1: "1",
    21: "00090123400567890",
    66: "20200" + "00000000011" + "9",
    121: "181226" + "0000000123456",
    151: "201126",
    161: "0000000000033" + "131226" + "0000000000500",
    219: "02" + "11444777000161",
    327: "01310100",
    395: "000002",
}
CASES_400: dict[str, Places] = {
    # ACBr and BoletoNetCore: the bank in 63, blanks to 108, 01 kind DM, N, 03 no protest, bairro, cidade and UF apart
    "084": {2: " " * 19, 63: "084", 83: " " * 10 + "2" + " " * 15 + "01", 140: " " * 8 + "01N", 157: "0300",
            193: " " * 13, 315: " " * 12, 335: "JARDIM SAO SEBASTIAO", 355: "SAO JOSE DO VALE DO RIO PRETO", 393: "SP"},
    # ACBr: 000, bonus in zeros, nobody is told of the debit (2), zeros to 147
    "099": {2: " " * 19, 63: "000", 83: "0000000000" + "2" + " " * 12 + "2  01", 140: "00000000" + "01N", 157: "0000"},
    # ACBr: a file of Bradesco's for an account there
    "107": {2: "0" * 19, 63: "237", 93: "2N" + " " * 10 + "    01", 140: "00000000" + "01N", 335: "0" * 15 + "  "},
    # Cresol, Layout Remessa CNAB 400: all of the debit, kind's neighbour and both instructions blank; DM is 02
    "133": {2: " " * 19, 63: "   ", 83: " " * 10 + "2" + " " * 15 + "01", 140: " " * 8 + "02 ", 157: "    ",
            315: " " * 12},
    # Bradesco, 4008.524.0121
    "237": {63: "000", 93: "2N" + " " * 10 + " 2  01", 140: "00000000" + "01N", 157: "0000"},
    # ACBr: BMP's kinds are FEBRABAN's, and the beneficiário final stands in 335 to 389
    "274": {63: "000", 93: "2N" + " " * 10 + " 2  01", 140: "00000000" + "02N", 335: "0" * 15 + " " * 45},
    "329": {63: "000", 93: "2N" + " " * 10 + " 2  01", 140: "00000000" + "01N", 157: "0000"},
    "457": {63: "000", 93: "2N" + " " * 10 + " 2  01", 140: "00000000" + "01N", 157: "0000"},
    # laravel-boleto: cidade and UF behind 38 letters of address
    "712": {2: " " * 19, 63: "000", 83: "0000000000" + "2" + " " * 15 + "01", 140: "00000000" + "01N", 157: "0000",
            313: "SAO JOSE DO ", 325: "SP"},
}  # fmt: skip
HEADERS_400: dict[str, Places] = {
    "084": {27: "00000000000000004587", 77: "084UNIPRIME", 95: "201126" + " " * 8 + "MX0000007"},
    "099": {27: "00000000000000004587", 77: "099UNIPRIME", 95: "201126" + " " * 8 + "MX0000007"},
    "107": {27: "00000000000000004587", 77: "237BRADESCO", 95: "201126" + " " * 8 + "MX0000007"},
    "133": {27: "00000000000000567890" + " " * 30 + "133CRESOL", 95: " " * 23, 395: "000001"},
    "237": {27: "00000000000000004587", 77: "237BRADESCO", 95: "201126" + " " * 8 + "MX0000007"},
    "274": {27: "00000000000000004587", 77: "274MONEYPLUS", 95: "201126" + " " * 8 + "MX0000007"},
    "329": {27: "00000000000000004587", 77: "329QI SCD", 95: "201126" + " " * 8 + "MX0000007"},
    "457": {27: "00000000000000004587", 77: "457UY3", 95: "201126" + " " * 8 + "MX0000007"},
    "712": {27: "00000000000000567890", 77: "712BANCO OURINVEST", 95: "201126" + " " * 8 + "MX0000007"},
}
# Bradesco, 4008.524.0339 (jul/2017), segments P and R; ACBr for the banks it gives the same form.
P_240: Places = {
    14: "P 01",
    18: "01234" + "5" + "000000056789" + "0 ",
    38: "009" + "00000" + "00000000011" + "9" + "1" + "1" + "1" + "2" + "2",
    78: "18122026" + "000000000123456" + "00000" + "0" + "02" + "N" + "20112026",
    118: "1" + "19122026" + "000000000000033" + "1" + "13122026" + "000000000000500",
    221: "300" + "2000" + "09" + "0000000000",
}
R_240: Places = {14: "R 01", 66: "2" + "19122026" + "000000000000200"}
CASES_240: dict[str, Places] = {
    # ACBr and BoletoNetCore: C028 0 without days
    "133": {221: "300" + "0   " + "09" + "0000000000"},
    # BTG's retorno has number and digit; FEBRABAN v10.6 the rest
    "208": {38: "00000000011P" + " " * 8 + "1" + "1" + "1" + "2" + "2", 101: "00000" + " "},
    "237": {},
    "274": {},
    "329": {},
    "457": {},
}
VERSOES: dict[str, tuple[str, str]] = {
    "133": ("084", "042"),  # ACBr, BoletoNetCore
    "208": ("103", "060"),  # BTG, V10.06, G019 and G030
    "237": ("084", "042"),  # the manual, fields 20.0 and 07.1
    "274": ("084", "042"),
    "329": ("084", "042"),
    "457": ("084", "042"),
}


def lines(banco: str, formato: str, **mudado: Any) -> list[str]:
    base = convenio(banco, formato)
    pedido = {"encargos": ENCARGOS, "pagador": PAGADORES[1]} | mudado
    escrita = render(remessa(base, titulo(base, 11, **pedido)))
    assert errors(escrita.problems) == []
    return escrita.data.decode("ascii").split("\r\n")


def found(line: str, places: Places) -> Places:
    return {start: line[start - 1 : start - 1 + len(text)] for start, text in places.items()}


def refused(banco: str, formato: str, **mudado: Any) -> str:
    base = convenio(banco, formato)
    item = titulo(base, 11, **mudado)
    with pytest.raises(BancoError) as caught:
        registry.find(banco).remessa_titulo(remessa(base, item), item, formato)
    return caught.value.field


@pytest.mark.parametrize("banco", CASES_400)
def test_a_title_of_cnab_400_stands_where_the_source_has_it(banco: str) -> None:
    places = COMUM | CASES_400[banco]
    assert found(lines(banco, "400")[1], places) == places


@pytest.mark.parametrize("banco", HEADERS_400)
def test_the_opening_line_names_company_bank_and_number(banco: str) -> None:
    places = HEADERS_400[banco]
    assert found(lines(banco, "400")[0], places) == places


@pytest.mark.parametrize("banco", CASES_240)
def test_a_title_of_cnab_240_stands_where_the_source_has_it(banco: str) -> None:
    header, lote, p, _, r, *_ = lines(banco, "240")
    places = {start: text for start, text in P_240.items() if banco != "208" or start != 78} | CASES_240[banco]
    assert found(p, places) == places
    assert found(r, R_240) == R_240
    assert (header[163:166], lote[13:16]) == VERSOES[banco]


@pytest.mark.parametrize("banco", CASES_240)
def test_segment_r_is_written_for_a_fine_only(banco: str) -> None:
    assert [line[13] for line in lines(banco, "240", encargos=Encargos())[2:4]] == ["P", "Q"]
    assert lines(banco, "240", encargos=Encargos())[4][7] == "5"


def test_bradesco_240_protests_after_days_of_the_calendar_and_drops_later() -> None:
    # C026 to C029, and the remark that the days until baixa are not fewer than those until protest
    p = lines("237", "240", encargos=Encargos(protesto_dias=7, baixa_dias=60))[2]
    assert found(p, {221: "107" + "1060"}) == {221: "107" + "1060"}
    assert refused("237", "240", encargos=Encargos(protesto_dias=30, baixa_dias=20)) == "baixa_dias"


def test_sisprime_protests_by_01_after_5_to_55_days() -> None:
    detail = lines("084", "400", encargos=Encargos(protesto_dias=10))[1]
    assert detail[156:160] == "0110"
    assert refused("084", "400", encargos=Encargos(protesto_dias=56)) == "protesto_dias"
    assert refused("084", "400", encargos=Encargos(baixa_dias=30)) == "baixa_dias"


@pytest.mark.parametrize(
    ("banco", "formato", "mudado", "field"),
    [
        ("133", "400", {"encargos": Encargos(protesto_dias=10)}, "protesto_dias"),  # the manual: blank
        ("133", "400", {"especie": "NS"}, "especie"),  # the manual's list of kinds
        ("133", "240", {"encargos": Encargos(baixa_dias=30)}, "baixa_dias"),  # ACBr: none
        ("712", "400", {"encargos": Encargos(protesto_dias=10)}, "protesto_dias"),  # laravel-boleto: 00 alone
        ("237", "400", {"aceite": True}, "aceite"),  # the manual: always N
        ("237", "240", {"especie": "CC", "encargos": ENCARGOS}, "especie"),  # the note on C015
        ("107", "400", {"encargos": Encargos(multa_tipo=TipoMulta.VALOR, multa=100)}, "multa"),
    ],
)
def test_what_the_form_cannot_say_is_refused(banco: str, formato: str, mudado: dict[str, Any], field: str) -> None:
    assert refused(banco, formato, **mudado) == field


def test_btg_has_six_carteiras() -> None:
    base = convenio("208", "240", carteira="09")
    item = titulo(base, 11)
    with pytest.raises(BancoError, match="09"):
        registry.find("208").remessa_titulo(remessa(base, item), item, "240")
