"""Citibank's remessas: "Manual CNAB 400" v1.16 and "Manual FEBRABAN 240" V1.8, with which ACBr agrees."""

from typing import Any

import pytest

from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from tests.unit.bancos.escrita import PAGADOR, at, detalhe, lines, refused

R240, R400 = ("745", "240"), ("745", "400")
PORTFOLIO, COSMOS = "17777751042700080112", "0305080446"
CARGAS = Encargos(
    juros_tipo=TipoJuros.VALOR_DIA,
    juros=33,
    desconto_tipo=TipoDesconto.VALOR,
    desconto=500,
    desconto_dias=5,
    protesto_dias=10,
)
# 4321 weighs 1x2 + 2x3 + 3x4 + 4x5 = 40, which leaves 7 of 11: the digit is 4
NUMERO = "00000004321" + "4"


def test_400_opens_with_the_portfolio() -> None:
    header, detail, *_ = lines(R400)
    assert at(header, 27, 46) == at(detail, 18, 37) == PORTFOLIO
    assert at(header, 77, 108) == "745" + "CITIBANK".ljust(15) + "201126" + "01600" + "BPI"


def test_400_title_stands_where_the_manual_has_it() -> None:
    detail = detalhe(R400, encargos=CARGAS)
    assert at(detail, 63, 82) == "02" + NUMERO + " " * 6
    assert at(detail, 83, 110) == "0" * 25 + "1" + "01"
    # 07: the bank does not print; 06 with its days protests
    assert at(detail, 140, 160) == "745" + "00000" + "07" + "N" + "201126" + "06" + "10"
    assert at(detail, 161, 192) == f"{33:013}" + "131226" + f"{500:013}"


def test_400_returns_after_days() -> None:
    assert at(detalhe(R400, encargos=Encargos(baixa_dias=45)), 157, 160) == "0945"


def test_240_names_portfolio_and_conta_cosmos() -> None:
    header, lote, *_ = lines(R240)
    assert at(header, 33, 72) == PORTFOLIO + "00000" + " " + "00" + COSMOS + "  "
    assert at(header, 164, 171) == "040" + "01600"
    assert at(lote, 14, 16) == "030"
    assert at(lote, 34, 73) == PORTFOLIO + "00000" + " " + "00" + COSMOS + "  "
    assert at(lote, 184, 191) == "0" * 8


def test_240_title_stands_where_the_manual_has_it() -> None:
    _, _, p, q, lote, *_ = lines(R240, encargos=CARGAS, beneficiario_final=PAGADOR)
    assert at(p, 18, 62) == "00000" + " " + "00" + COSMOS + "  " + NUMERO + " " * 8 + "1" + " " + " " + "2" + " "
    assert at(p, 63, 77) == "000123".ljust(15)
    assert at(p, 107, 109) == "03" + "N"
    assert at(p, 118, 165) == "1" + "0" * 8 + f"{33:015}" + "1" + "13122026" + f"{500:015}"
    assert at(p, 221, 229) == "1" + "10" + "2" + "   " + "09"
    assert at(q, 154, 218) == "1" + "0000" + PAGADOR.documento + "MARIA DE EXEMPLO".ljust(40) + "0" * 9
    assert at(lote, 8, 8) == "5"


def test_240_has_one_term_for_protest_and_baixa() -> None:
    assert at(detalhe(R240, encargos=Encargos(baixa_dias=45)), 221, 224) == "3" + "45" + "1"
    assert refused(R240, encargos=Encargos(baixa_dias=45, protesto_dias=5)) == "baixa_dias"


@pytest.mark.parametrize("place", [R240, R400])
@pytest.mark.parametrize(
    ("mudado", "field"),
    [
        ({"convenio": {"extras": {"portfolio": "621"}}}, "codigo_transmissao"),
        ({"encargos": Encargos(multa_tipo=TipoMulta.PERCENTUAL, multa=200)}, "multa"),
        ({"especie": "DS"}, "especie"),
        ({"aceite": True}, "aceite"),
    ],
)
def test_what_the_bank_does_not_take_is_refused(place: tuple[str, str], mudado: dict[str, Any], field: str) -> None:
    assert refused(place, **mudado) == field
