"""Itaú's remessas: "Cobrança FEBRABAN 240", jan/2017, and the boleto Pix of "Cobrança CNAB 400", jul/2021."""

from typing import Any

import pytest

from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from tests.unit.bancos.escrita import at, detalhe, lines, refused

R240, R400 = ("341", "240"), ("341", "400")
CARGAS = Encargos(
    juros_tipo=TipoJuros.VALOR_DIA,
    juros=33,
    multa_tipo=TipoMulta.PERCENTUAL,
    multa=200,
    desconto_tipo=TipoDesconto.PERCENTUAL,
    desconto=300,
    desconto_dias=5,
)


def test_240_opens_with_the_account_parted_as_itau_parts_it() -> None:
    header, lote, *_ = lines(R240)
    assert at(header, 33, 72) == " " * 20 + "0" + "1234" + " " + "0000000" + "56789" + " " + "0"
    assert at(header, 103, 132).rstrip() == "BANCO ITAU SA"
    assert at(header, 164, 240) == "040" + "00000" + " " * 54 + "000" + " " * 12
    assert at(lote, 9, 18) == "R0100030" + " " + "2"
    assert at(lote, 54, 73) == "0" + "1234" + " " + "0000000" + "56789" + " " + "0"


def test_240_segment_p_stands_where_the_manual_has_it() -> None:
    p = detalhe(R240, encargos=CARGAS)
    assert at(p, 18, 48) == "0" + "1234" + " " + "0000000" + "56789" + " " + "0" + "109" + "00004321"
    assert at(p, 50, 77) == " " * 8 + "00000" + "000123    " + " " * 5
    assert at(p, 107, 117) == "01" + "N" + "20112026"
    # interest from the day after the due date, both as amounts; three per cent of R$ 1.234,56 are R$ 37,04
    assert at(p, 118, 165) == "0" + "19122026" + f"{33:015}" + "0" + "13122026" + f"{3704:015}"
    assert at(p, 221, 240) == "300" + "0" + "00" + "0" * 13 + " "


def test_240_protests_and_drops_after_days() -> None:
    assert at(detalhe(R240, encargos=Encargos(protesto_dias=9, baixa_dias=45)), 221, 226) == "109" + "1" + "45"
    assert refused(R240, encargos=Encargos(baixa_dias=100)) == "baixa_dias"


def test_240_fine_stands_in_segment_r_and_the_totals_in_the_lots_trailer() -> None:
    written = lines(R240, encargos=CARGAS)
    assert at(written[4], 66, 89) == "2" + "18122026" + f"{200:015}"
    assert at(written[5], 18, 69) == "000005" + "000001" + f"{123_456:017}" + "000000" + "0" * 17
    assert [line[13] for line in lines(R240)[2:4]] == ["P", "Q"]


@pytest.mark.parametrize(
    ("mudado", "field"),
    [({"especie": "CH"}, "especie"), ({"convenio": {"carteira": "112"}}, "carteira")],
)
def test_240_what_the_bank_does_not_take_is_refused(mudado: dict[str, Any], field: str) -> None:
    assert refused(R240, **mudado) == field


def test_400_registers_a_boleto_pix_by_movement_71_with_its_key_in_record_3() -> None:
    written = lines(R400, convenio={"extras": {"pix_chave": "11222333000181"}})
    assert at(written[1], 109, 110) == "71"
    assert at(written[2], 1, 142).rstrip() == "3" + "11222333000181"
    assert [line[0] for line in lines(R400)[:-1]] == ["0", "1", "9"]


def test_400_a_movement_of_a_boleto_pix_carries_no_key() -> None:
    written = lines(R400, convenio={"extras": {"pix_chave": "11222333000181"}}, comando="02")
    assert [line[0] for line in written[:-1]] == ["0", "1", "9"]
    assert at(written[1], 109, 110) == "02"
