"""Safra's remessas: CNAB 400 by the bank's manual of 2016, CNAB 240 as ACBr writes it."""

from typing import Any

import pytest

from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from tests.unit.bancos.escrita import PAGADOR, at, detalhe, lines, refused

R240, R400 = ("422", "240"), ("422", "400")
CARGAS = Encargos(
    juros_tipo=TipoJuros.VALOR_DIA,
    juros=33,
    desconto_tipo=TipoDesconto.VALOR,
    desconto=500,
    desconto_dias=5,
)
# 4321 weighs 1x2 + 2x3 + 3x4 + 4x5 = 40, which leaves 7 of 11: the digit is 4
NUMERO = "00004321" + "4"
CONTA = "12345" + "000567890"


def test_400_numbers_the_file_on_every_line() -> None:
    header, detail, trailer, _ = lines(R400)
    assert at(header, 27, 46) == CONTA + " " * 6
    assert at(header, 77, 94) == "422" + "BANCO SAFRA" + " " * 4
    assert [at(line, 392, 394) for line in (header, detail, trailer)] == ["007"] * 3
    assert at(trailer, 369, 391) == "00000001" + f"{123_456:015}"


def test_400_title_stands_where_the_manual_has_it() -> None:
    detail = detalhe(R400, encargos=CARGAS, beneficiario_final=PAGADOR)
    assert at(detail, 18, 37) == CONTA + " " * 6
    assert at(detail, 63, 71) == NUMERO
    assert at(detail, 102, 110) == "0" + "00" + " " + "00" + "1" + "01"
    assert at(detail, 140, 160) == "422" + "00000" + "01" + "N" + "201126" + "07" + "00"
    assert at(detail, 161, 192) == f"{33:013}" + "131226" + f"{500:013}"
    assert at(detail, 352, 391) == "MARIA DE EXEMPLO".ljust(30) + " " * 7 + "422"


@pytest.mark.parametrize(
    ("encargos", "places"),
    [
        (Encargos(protesto_dias=5), ("05", "0010")),  # 6.1.6: second instruction 10, third the days
        (Encargos(baixa_dias=15), ("00", "0207")),
        (Encargos(baixa_dias=30), ("00", "0307")),
    ],
)
def test_400_protests_or_returns_by_instruction(encargos: Encargos, places: tuple[str, str]) -> None:
    detail = detalhe(R400, encargos=encargos)
    assert (at(detail, 106, 107), at(detail, 157, 160)) == places


def test_240_keeps_febrabans_form() -> None:
    header, _, p, _, r, *_ = lines(R240, encargos=Encargos(multa_tipo=TipoMulta.PERCENTUAL, multa=200))
    assert at(header, 33, 72) == " " * 20 + "12345" + " " + "000000056789" + "0" + " "
    assert at(header, 103, 132).rstrip() == "BANCO SAFRA S/A"
    assert at(header, 164, 171) == "103" + "01600"
    assert at(p, 18, 57) == "12345" + " " + "000000056789" + "0" + " " + NUMERO.ljust(20)
    assert at(p, 58, 62) == "1" + "1" + "1" + "2" + "2"
    assert at(p, 101, 109) == "12345" + " " + "02" + "N"
    assert at(p, 221, 229) == "300" + "2000" + "09"
    assert at(r, 66, 89) == "2" + "19122026" + f"{200:015}"


@pytest.mark.parametrize(
    ("place", "mudado", "field"),
    [
        (R400, {"encargos": Encargos(multa_tipo=TipoMulta.PERCENTUAL, multa=200)}, "multa"),
        (R400, {"encargos": Encargos(baixa_dias=45)}, "baixa_dias"),
        (R400, {"encargos": Encargos(baixa_dias=30, protesto_dias=5)}, "baixa_dias"),
        (R400, {"especie": "LC"}, "especie"),
        (R240, {"especie": "LC"}, "especie"),
        (R240, {"convenio": {"carteira": "2"}}, "carteira"),
    ],
)
def test_what_the_bank_does_not_take_is_refused(place: tuple[str, str], mudado: dict[str, Any], field: str) -> None:
    assert refused(place, **mudado) == field
