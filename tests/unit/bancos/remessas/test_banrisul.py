"""Banrisul's remessas: positions and codes of its two manuals, CNAB 240 and CNAB 400 (jul/2015)."""

from typing import Any

import pytest

from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from tests.unit.bancos.escrita import PAGADOR, at, detalhe, lines, refused

R240, R400 = ("041", "240"), ("041", "400")
CODIGO = "1102" + "900015046"
CARGAS = Encargos(
    juros_tipo=TipoJuros.TAXA_MENSAL,
    juros=150,
    multa_tipo=TipoMulta.PERCENTUAL,
    multa=200,
    desconto_tipo=TipoDesconto.PERCENTUAL,
    desconto=300,
)


def test_240_opens_with_agencia_and_code_in_the_first_13_positions() -> None:
    header, lote, *_ = lines(R240)
    assert at(header, 33, 72) == CODIGO + " " * 7 + "01102" + " " + "000000056789" + "0" + " "
    assert at(header, 164, 191) == "040" + "00000" + " " * 8 + "BE" + " " * 10
    assert at(lote, 9, 53) == "R0100020" + " " + "2" + "0" + "11222333000181" + CODIGO + " " * 7


def test_240_segment_p_names_the_clients_boleto() -> None:
    p = detalhe(R240, encargos=CARGAS)
    assert at(p, 38, 45) == "00004321"
    assert at(p, 48, 62) == " " * 10 + "1" + "1" + " " + "2" + " "
    assert at(p, 107, 109) == "AA" + "N"
    # rate of 1,50 % a month; three per cent of R$ 1.234,56 until the due date
    assert at(p, 118, 165) == "2" + "18122026" + f"{150:015}" + "1" + "18122026" + f"{3704:015}"
    assert at(p, 221, 229) == "300" + "0" + "000" + "09"


def test_240_fine_goes_as_the_amount_that_the_boleto_prints() -> None:
    # the field has one decimal for a percentage: 2 % of R$ 1.234,56
    r = lines(R240, encargos=CARGAS)[4]
    assert at(r, 66, 89) == "1" + "19122026" + f"{2469:015}"


def test_240_protests_or_returns_after_days() -> None:
    assert at(detalhe(R240, encargos=Encargos(protesto_dias=5)), 221, 227) == "105" + "0" + "000"
    assert at(detalhe(R240, encargos=Encargos(baixa_dias=45)), 221, 227) == "300" + "1" + "045"


def test_400_title_stands_where_the_manual_has_it() -> None:
    detail = detalhe(R400, encargos=CARGAS)
    assert at(detail, 18, 30) == CODIGO
    assert at(detail, 105, 110) == "   " + "1" + "01"
    assert at(detail, 140, 160) == "041" + " " * 5 + "08" + "N" + "201126" + "18" + "00"
    assert at(detail, 161, 192) == "1" + f"{150:012}" + "181226" + f"{3704:013}"
    assert at(detail, 322, 326) == "020" + "00"


def test_400_has_two_instructions_and_one_term() -> None:
    detail = detalhe(R400, encargos=Encargos(protesto_dias=7))
    assert (at(detail, 157, 160), at(detail, 370, 371)) == ("0900", "07")
    detail = detalhe(R400, encargos=Encargos(baixa_dias=60, multa_tipo=TipoMulta.PERCENTUAL, multa=200))
    assert (at(detail, 157, 160), at(detail, 370, 371)) == ("1815", "60")
    assert (
        refused(R400, encargos=Encargos(multa_tipo=TipoMulta.PERCENTUAL, multa=25)) == "multa"
    )  # 0,25 % has two decimals


@pytest.mark.parametrize("place", [R240, R400])
@pytest.mark.parametrize(
    ("mudado", "field"),
    [
        ({"convenio": {"codigo_beneficiario": "9000150"}}, "codigo_beneficiario"),
        ({"convenio": {"carteira": "3"}}, "carteira"),
        ({"convenio": {"emissao": "banco"}}, "emissao"),
        ({"especie": "DS"}, "especie"),
        ({"beneficiario_final": PAGADOR}, "beneficiario_final"),
        ({"encargos": Encargos(protesto_dias=2)}, "protesto_dias"),
        ({"encargos": Encargos(protesto_dias=5, baixa_dias=30)}, "baixa_dias"),
    ],
)
def test_what_the_bank_does_not_take_is_refused(place: tuple[str, str], mudado: dict[str, Any], field: str) -> None:
    assert refused(place, **mudado) == field
