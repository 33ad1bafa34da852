"""BRB's remessa, arquivo 075: the positions that ACBr and kivanio/brcobranca share."""

from typing import Any

import pytest

from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from tests.unit.bancos.escrita import at, detalhe, lines, refused

BRB = ("070", "400")
CARGAS = Encargos(
    juros_tipo=TipoJuros.VALOR_DIA,
    juros=33,
    multa_tipo=TipoMulta.PERCENTUAL,
    multa=200,
    desconto_tipo=TipoDesconto.VALOR,
    desconto=500,
    desconto_dias=5,
)


def test_it_opens_with_39_positions_that_count_header_and_titles() -> None:
    assert lines(BRB)[0] == "DCB001075" + "082" + "0056789" + "20261120103000" + "000002"


def test_a_title_stands_where_both_sources_have_it() -> None:
    detail = detalhe(BRB, encargos=CARGAS)
    assert at(detail, 1, 61) == "01" + "082" + "0056789" + "00052998224725" + "MARIA DE EXEMPLO".ljust(35)
    assert (
        at(detail, 114, 157)
        == "01310100" + "1" + "0000000000123" + "2" + "20112026" + "21" + "00" + "02" + "070" + "0082"
    )
    assert at(detail, 188, 219) == "18122026" + f"{123_456:014}" + "2" + "004321" + "070"
    assert at(detail, 222, 275) == "50" + f"{33:014}" + "0" * 14 + "53" + "13122026" + f"{500:014}"
    assert at(detail, 276, 288) == "03" + "00" + "01" + "00" + "00200"
    assert at(detail, 289, 328).rstrip() == "EMPRESA EXEMPLO LTDA."


def test_protest_takes_the_first_instruction_and_the_fine_the_second() -> None:
    protesto = Encargos(multa_tipo=TipoMulta.PERCENTUAL, multa=200, protesto_dias=10)
    assert at(detalhe(BRB, encargos=protesto), 276, 288) == "09" + "10" + "03" + "00" + "00200"


@pytest.mark.parametrize(
    ("mudado", "field"),
    [
        ({"convenio": {"carteira": "1"}}, "carteira"),
        ({"encargos": Encargos(baixa_dias=30)}, "baixa_dias"),
        ({"especie": "CH"}, "especie"),
    ],
)
def test_what_the_file_cannot_say_is_refused(mudado: dict[str, Any], field: str) -> None:
    assert refused(BRB, **mudado) == field
