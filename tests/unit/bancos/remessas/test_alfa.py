"""Alfa's CNAB 400: positions and codes of ACBr's unit, its one source."""

from typing import Any

import pytest

from finbank_desktop.domain.encargos import Encargos, TipoMulta
from tests.unit.bancos.escrita import PAGADOR, at, detalhe, lines, refused

PLACE = ("025", "400")


def test_records_as_the_source_lays_them_out() -> None:
    header, linha, trailer = lines(PLACE)[:3]
    assert at(header, 1, 46) == "01REMESSA01COBRANCA       " + "00000000000000004587"
    assert at(header, 77, 117) == "025" + "BANCO ALFA S.A." + "201126" + " " * 7 + " 32" + "0000007"
    # zero, carteira, agência, conta and its digit; then bank, number of eleven and digit
    assert at(linha, 1, 37) == "1" + " " * 19 + "0" + "011" + "01234" + "0056789" + "0"
    assert at(linha, 63, 81) == "025" + "00000" + "00000004321"
    assert at(linha, 93, 94) == "2 "
    assert at(linha, 109, 150) == "01" + "000123    " + "181226" + "0000000123456" + "00000000" + "01" + "N"
    assert at(linha, 235, 334) == "MARIA DE EXEMPLO".ljust(40) + "RUA DO MODELO 10".ljust(40) + " " * 12 + "01310100"
    assert at(trailer, 1, 1) == "9"


def test_the_sacador_stands_in_the_title() -> None:
    linha = detalhe(PLACE, beneficiario_final=PAGADOR)
    assert at(linha, 335, 394) == "000052998224725" + "  " + "MARIA DE EXEMPLO".ljust(43)


def test_protest_is_06_and_the_days() -> None:
    assert at(detalhe(PLACE, encargos=Encargos(protesto_dias=9)), 157, 160) == "0609"
    assert at(detalhe(PLACE), 157, 160) == "0000"


@pytest.mark.parametrize(
    ("mudado", "campo"),
    [
        ({"encargos": Encargos(multa_tipo=TipoMulta.PERCENTUAL, multa=200)}, "multa"),
        ({"encargos": Encargos(baixa_dias=5)}, "baixa_dias"),
        ({"convenio": {"emissao": "banco"}}, "emissao"),
        ({"convenio": {"codigo_beneficiario": ""}}, "codigo_beneficiario"),
        ({"especie": "DS"}, "especie"),
    ],
)
def test_what_the_file_cannot_say_is_refused(mudado: dict[str, Any], campo: str) -> None:
    assert refused(PLACE, **mudado) == campo
