"""Inter's remessa: positions of its "manual CNAB 400"; the number of carteira 110 as BoletoNetCore and ACBr put it."""

from typing import Any

import pytest

from finbank_desktop.cnab.remessa import filename
from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from tests.unit.bancos.escrita import at, dados, detalhe, lines, refused

INTER = ("077", "400")
CARGAS = Encargos(
    juros_tipo=TipoJuros.TAXA_MENSAL,
    juros=300,
    multa_tipo=TipoMulta.PERCENTUAL,
    multa=200,
    desconto_tipo=TipoDesconto.VALOR,
    desconto=500,
    desconto_dias=5,
    baixa_dias=30,
)


def test_the_file_is_numbered_in_its_name_as_in_its_header() -> None:
    header, _, trailer, _ = lines(INTER)
    assert at(header, 77, 117) == "077" + "INTER".ljust(15) + "201126" + " " * 10 + "0000007"
    assert filename(dados(INTER)) == "CI400_001_0000007.REM"
    assert at(trailer, 1, 7) == "9" + "000001"


def test_a_title_stands_where_the_manual_has_it() -> None:
    detail = detalhe(INTER, encargos=CARGAS)
    assert at(detail, 2, 37) == " " * 19 + "110" + "1234" + "0000567890"
    assert at(detail, 63, 89) == "   " + "2" + "0" * 13 + "0200" + "191226"
    assert at(detail, 90, 99) == "0000004321"
    assert at(detail, 140, 150) == "30" + " " * 6 + "01" + "N"
    # 3 % a month of R$ 1.234,56 are R$ 1,23 a day
    assert at(detail, 157, 183) == "   " + "1" + f"{123:013}" + "0000" + "191226"
    assert at(detail, 184, 207) == "1" + f"{500:013}" + "0000" + "131226"
    assert at(detail, 221, 236) == "01" + "00052998224725"


def test_a_fine_in_reais_has_a_field_of_its_own() -> None:
    detail = detalhe(INTER, encargos=Encargos(multa_tipo=TipoMulta.VALOR, multa=250))
    assert at(detail, 66, 89) == "1" + f"{250:013}" + "0000" + "191226"
    assert at(detalhe(INTER), 66, 89) == "0" + "0" * 23


@pytest.mark.parametrize(
    ("mudado", "field"),
    [
        ({"encargos": Encargos(protesto_dias=10)}, "protesto_dias"),
        ({"encargos": Encargos(baixa_dias=45)}, "baixa_dias"),
        ({"especie": "DS"}, "especie"),
        ({"aceite": True}, "aceite"),
    ],
)
def test_what_the_file_cannot_say_is_refused(mudado: dict[str, Any], field: str) -> None:
    assert refused(INTER, **mudado) == field
