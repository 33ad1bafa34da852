"""Positions and codes of the remessas of cooperatives, as their manuals or their one source print them."""

from dataclasses import replace
from typing import Any

import pytest

from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoMulta
from tests.unit.bancos.remessas.cooperativas import EM_TAXAS, EM_VALORES, linhas, said


def refused(banco: str, formato: str, **mudado: Any) -> str:
    with pytest.raises(AssertionError) as caught:
        linhas(banco, formato, **mudado)
    return str(caught.value.args[0])


# Ailos, "Manual técnico CNAB 240", version 11 of 2023


def test_ailos_240_says_its_constants_and_the_whole_nosso_numero() -> None:
    _, _, p, q, *rest = linhas("085", "240")
    # 13.3P: conta with digit (8) and sequence (9); 14.3P-18.3P; C018 3 isento; C026 3; C028 2 and blanks
    assert said(p, "38-57", "58-62", "118-118", "221-223", "224-227", "228-229") == [
        "00567890000000017   ",
        "11122",
        "3",
        "300",
        "2   ",
        "09",
    ]
    assert q[13] == "Q"
    assert [line[7] for line in rest] == ["5", "9"]  # segment R is for the fine only


def test_ailos_240_tells_the_fine_in_segment_r_and_a_discount_as_amount() -> None:
    _, _, p, _, r, *_ = linhas("085", "240", encargos=EM_TAXAS)
    assert said(p, "118-141") == ["2" + "19122026" + "000000000000150"]  # C018 2 taxa mensal, C019 after the due date
    assert said(p, "142-165") == ["1" + "18122026" + "000000000000500"]  # C021 1, C022 until the due date
    assert said(r, "66-89") == ["2" + "19122026" + "000000000000200"]  # G073 2 percentual


@pytest.mark.parametrize(
    ("mudado", "field"),
    [
        ({"especie": "RC"}, "especie"),  # C015: DM and DS only
        ({"encargos": Encargos(protesto_dias=4)}, "protesto_dias"),  # 37.3P: 5 to 15
        ({"encargos": Encargos(baixa_dias=30)}, "baixa_dias"),  # C028: the term is the convênio's
        ({"encargos": replace(EM_TAXAS, desconto_dias=5)}, "desconto_dias"),  # C022: until the due date
    ],
)
def test_ailos_240_refuses_what_its_domains_have_not(mudado: dict[str, Any], field: str) -> None:
    assert field in refused("085", "240", **mudado)


def test_ailos_400_is_what_acbr_and_boletonetcore_write() -> None:
    header, detalhe, multa, trailer = linhas("085", "400", encargos=replace(EM_TAXAS, protesto_dias=10))
    assert said(header, "1-26", "77-94", "130-136") == [
        "01REMESSA01COBRANCA       ",
        "085CECRED         ",
        "0101104",
    ]
    assert said(detalhe, "1-17", "64-80", "107-110", "140-147") == [
        "70211222333000181",
        "00567890000000017",
        "0101",
        "0850000 ",
    ]
    assert said(detalhe, "148-149", "157-160", "161-173", "392-393") == ["01", "0600", "0000000000050", "10"]
    # record 5 stands in ACBr alone: 99, 2 percentual, date, rate
    assert said(multa, "1-22") == ["5992" + "191226" + "000000000200"]
    assert trailer[0] == "9"
    assert "multa" in refused("085", "400", encargos=EM_VALORES)


# Credisan: ACBr's writer, one source


def test_credisan_400_is_sicoob_s_form_with_its_own_constants() -> None:
    header, detalhe, _ = linhas("089", "400", encargos=EM_TAXAS)
    assert said(header, "77-94") == ["089CREDISANCRED   "]
    # nosso número (11) and digit, parcela, grupo; prefix 109; bank, cooperativa, 0; N
    assert said(detalhe, "63-73", "75-78", "83-85", "102-106", "140-147", "150-150") == [
        "00000000017",
        "0100",
        "109",
        "     ",
        "08912340",
        "N",
    ]
    assert said(detalhe, "161-172", "173-173") == ["015000020000", " "]
    assert "juros" in refused("089", "400", encargos=EM_VALORES)


# Unicred, "Layout de remessa de boletos", CNAB 240 and 400, in circulation in 2024


def test_unicred_240_has_the_versions_and_codes_of_its_manual() -> None:
    header, lote, p, _, r, *_ = linhas("136", "240", encargos=EM_TAXAS)
    assert said(header, "1-3", "33-52", "59-72", "103-132", "164-166") == [
        "136",
        " " * 20,
        "00000000012345",
        "UNICRED DO BRASIL".ljust(30),
        "085",
    ]
    assert said(lote, "14-16") == ["044"]
    assert said(p, "37-37", "38-47", "49-56", "57-62", "107-109") == ["0", "0000000017", " " * 8, "21    ", "N N"]
    assert said(p, "118-141", "142-142", "221-227") == ["2" + " " * 8 + "000000000000150", "1", "300    "]
    assert said(r, "18-65", "66-89") == [" " * 48, "2" + " " * 8 + "000000000000200"]
    sem = linhas("136", "240")
    assert said(sem[2], "118-118") == ["5"]  # C018: isento


def test_unicred_400_has_the_codes_of_its_manual() -> None:
    header, detalhe, _ = linhas("136", "400")
    assert said(header, "27-46", "77-94", "108-117") == [
        "00000000000000012345",
        "136UNICRED        ",
        "0000000007",
    ]
    assert said(detalhe, "21-37", "63-67", "93-106", "150-150", "157-160") == [
        "0021" + "0" * 13,
        "13600",
        "0" + "3" + "0" * 10 + "5" + "N",
        "0",
        "0300",
    ]
    _, com, _ = linhas("136", "400", encargos=replace(EM_TAXAS, protesto_dias=5))
    assert said(com, "94-106", "150-150", "158-160", "161-173", "174-192") == [
        "2" + "0000000200" + "2" + "N",
        "1",
        "105",
        "0000000000150",
        "181226" + "0000000000500",
    ]
    assert "aceite" in refused("136", "400", aceite=True)
    assert "abatimento" in refused("136", "400", abatimento=100)  # 206-218: only with movement 04
    assert said(linhas("136", "400", comando="04", abatimento=100)[1], "109-110", "206-218") == ["04", "0000000000100"]


# Unicred Central RS: ACBr's writer, one source


def test_unicred_central_rs_400_is_the_older_form() -> None:
    header, detalhe, _ = linhas("091", "400", encargos=Encargos(protesto_dias=5))
    assert said(header, "77-94", "108-110") == ["091UNICRED        ", "113"]
    assert said(detalhe, "22-37", "63-67", "68-77", "157-160", "193-202", "204-205") == [
        "021" + "0123400567890",
        "09100",
        "0000000000",
        "0605",
        "0000000017",
        "00",
    ]
    assert said(detalhe, "68-82")[0].endswith(detalhe[192:203])
    assert "multa" in refused("091", "400", encargos=EM_TAXAS)


def test_unicred_central_rs_240_has_unicred_s_title() -> None:
    _, _, p, *_ = linhas("091", "240")
    assert said(p, "1-3", "38-47", "57-62", "118-118", "221-223") == ["091", "0000000017", "21    ", "5", "300"]


# CrediSIS, "Layout CNAB 240", abr/2017, and "Layout CNAB 400" v1.1, jun/2017


def test_credisis_400_has_four_decimals_and_the_last_day_of_payment() -> None:
    encargos = replace(EM_TAXAS, desconto_dias=5, baixa_dias=49)
    header, detalhe, complemento, _ = linhas("097", "400", encargos=encargos)
    assert said(header, "77-94", "392-394") == ["097CENTRALCREDI   ", "001"]
    # a CPF stands on the left (RM.D.22); limit 49 days after the due date, as in the bank's own sample
    assert said(detalhe, "158-173", "140-145", "91-96", "97-101") == ["0152998224725   ", "050227", "013303", "   03"]
    # juros of a day F, from the next day; multa P; first discount F before the due date
    assert said(complemento, "285-303", "304-322", "323-342") == [
        "000000000005000" + "F" + "201",
        "000000000020000" + "P" + "201",
        "131226" + "0000000050000" + "F",
    ]
    assert "baixa_dias" in refused("097", "400", encargos=Encargos())
    assert "especie" in refused("097", "400", especie="DM")


def test_credisis_240_has_four_decimals_and_the_number_twice() -> None:
    header, lote, p, q, r, *_ = linhas("097", "240", encargos=replace(EM_TAXAS, desconto_dias=5))
    assert said(header, "33-52", "103-132", "164-171") == [
        "00000000000000006641",
        "097CENTRALCREDI".ljust(30),
        "101     ",
    ]
    assert said(lote, "14-16", "200-207") == ["060", " " * 8]
    assert said(p, "58-62", "107-108", "118-141", "142-165") == [
        "11 2 ",
        "03",
        "2" + "19122026" + "000000000015000",
        "1" + "13122026" + "000000000050000",
    ]
    assert said(q, "154-209", "210-212") == [" " * 56, "097"]
    assert said(q, "213-232") == said(p, "38-57")
    assert said(r, "66-89") == ["2" + "19122026" + "000000000020000"]
    com_desconto = Encargos(desconto_tipo=TipoDesconto.VALOR, desconto=500)
    assert "desconto_dias" in refused("097", "240", encargos=com_desconto)  # C022: before the due date


# Sicredi, manuals of ago/2019


def test_sicredi_240_has_the_constants_of_its_manual() -> None:
    header, lote, p, _, *rest = linhas("748", "240")
    assert said(header, "33-52", "58-58", "164-171") == [" " * 20, " ", "08101600"]
    assert said(lote, "14-16") == ["040"]
    # year, byte 2, sequence, digit; carteira to distribution; always 1 and 060
    assert said(p, "38-45", "58-62", "107-108", "118-118", "221-223", "224-229") == [
        "26200017",
        "11122",
        "03",
        "3",
        "300",
        "106009",
    ]
    assert [line[7] for line in rest] == ["5", "9"]
    assert "protesto_dias" in refused("748", "240", encargos=Encargos(protesto_dias=2))  # 37.3P: 3 at least


def test_sicredi_400_has_the_letters_of_its_manual() -> None:
    header, detalhe, trailer = linhas("748", "400", encargos=replace(EM_TAXAS, protesto_dias=5))
    assert said(header, "27-45", "77-110", "391-394") == [
        "00129" + "11222333000181",
        "748SICREDI        20261120        ",
        "2.00",
    ]
    assert said(detalhe, "1-4", "17-19", "48-55", "63-74", "93-96", "109-110") == [
        "1AAA",
        "AAA",
        "26200017",
        "20261120 N B",
        "0200",
        "01",
    ]
    assert said(detalhe, "149-150", "157-160", "161-173", "174-192", "219-220") == [
        "AN",
        "0605",
        "0000000000050",
        "181226" + "0000000000500",
        "10",
    ]
    assert said(detalhe, "340-353") == [" " * 14]
    assert said(trailer, "1-10") == ["9174800129"]
    sustar = linhas("748", "400", comando="10")[1]
    assert said(sustar, "109-110") == ["18"]  # table 6.1: sustar protesto e baixar


# Sicoob, "Leiaute cobrança, sistemas de terceiros", ago/2017, CNAB 400


def test_sicoob_400_has_rates_and_the_codes_of_its_sheet() -> None:
    header, detalhe, _ = linhas("756", "400", encargos=replace(EM_TAXAS, protesto_dias=10))
    assert said(header, "27-40", "77-94") == ["1234 " + "00051223" + "1", "756BANCOOBCED     "]
    assert said(detalhe, "18-22", "32-37", "63-73", "75-78", "86-101", "106-108") == [
        "12345",
        "000000",
        "00000000017",
        "0100",
        "000" + "0" + "00000" + "0" + "000000",
        "201",
    ]
    # 1,5 % is 015000 and 2 % 020000, as 2,20 % is 022000 (fields 36 and 37)
    assert said(detalhe, "140-150", "157-160", "161-173", "392-393") == [
        "75612345" + "01" + "0",
        "0000",
        "015000" + "020000" + "2",
        "10",
    ]
    sem = linhas("756", "400", aceite=True)[1]
    assert said(sem, "150-150", "157-160") == ["1", "0700"]  # 07: não protestar
    assert "juros" in refused("756", "400", encargos=EM_VALORES)
    assert "multa" in refused("756", "400", encargos=Encargos(multa_tipo=TipoMulta.VALOR, multa=1))


# Sulcredi: ACBr's writer, one source


def test_sulcredi_240_has_the_convenio_on_the_right_and_the_whole_number() -> None:
    header, _, p, *_ = linhas("322", "240", encargos=Encargos(baixa_dias=30))
    assert said(header, "33-52", "58-58", "164-166") == ["1234".rjust(20), " ", "103"]
    assert said(p, "38-56", "101-106", "224-227", "240-240") == ["0001234900000000017", "000000", "1030", "1"]
