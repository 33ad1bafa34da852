"""Mercantil do Brasil's CNAB 400: positions and codes of ACBr's unit, its one source."""

from typing import Any

import pytest

from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoMulta
from tests.unit.bancos.escrita import at, detalhe, lines, refused

PLACE = ("389", "400")


def test_records_as_the_source_lays_them_out() -> None:
    header, linha, trailer = lines(PLACE)[:3]
    assert at(header, 1, 46) == "01REMESSA01COBRANCA       " + "1234" + "011222333000181" + " "
    assert at(header, 77, 100) == "389" + "BANCO MERCANTIL" + "201126"
    assert at(header, 382, 400) == "01600   " + "00007" + "000001"
    assert at(linha, 1, 17) == "1" + "000" + "0" * 13
    assert at(linha, 29, 37) == "012345678"
    # agência, modalidade, carteira, number; its digit follows
    assert at(linha, 63, 76) == "1234" + "22" + "06" + "004321"
    assert at(linha, 83, 110) == "011222333000181" + "0000123456" + "1" + "01"
    assert at(linha, 121, 150) == "181226" + "0000000123456" + "389" + "00000" + "01" + "N"
    assert at(linha, 315, 351) == "CENTRO".ljust(12) + "01310100" + "SAO PAULO".ljust(15) + "SP"
    assert at(linha, 394, 394) == "1"
    assert at(trailer, 1, 1) == "9"


def test_multa_is_092_a_rate_of_two_decimals_and_the_day_after() -> None:
    linha = detalhe(PLACE, encargos=Encargos(multa_tipo=TipoMulta.PERCENTUAL, multa=200))
    assert at(linha, 2, 23) == "092" + "0000000000200" + "191226"


def test_acceptance_is_s() -> None:
    assert at(detalhe(PLACE, aceite=True), 150, 150) == "S"


@pytest.mark.parametrize(
    ("mudado", "campo"),
    [
        ({"encargos": Encargos(multa_tipo=TipoMulta.VALOR, multa=200)}, "multa"),
        ({"encargos": Encargos(desconto_tipo=TipoDesconto.VALOR, desconto=100)}, "desconto"),
        ({"encargos": Encargos(protesto_dias=5)}, "protesto_dias"),
        ({"encargos": Encargos(baixa_dias=5)}, "baixa_dias"),
        ({"especie": "DS"}, "especie"),
    ],
)
def test_what_the_file_cannot_say_is_refused(mudado: dict[str, Any], campo: str) -> None:
    assert refused(PLACE, **mudado) == campo
