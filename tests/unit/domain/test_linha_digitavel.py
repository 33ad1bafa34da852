from datetime import date
from typing import Any

import pytest

from finbank_desktop.domain.codigo_barras import (
    CodigoBarras,
    CodigoBarrasError,
    build,
    format_linha_digitavel,
    parse_codigo_barras,
    to_codigo_barras,
)

# kivanio/brcobranca banco_brasil_spec.rb:94
BARRAS = "00193377100000135000000001238798777770016818"
LINHA = "00190000090123879877977700168188337710000013500"


def test_parts_of_a_barcode() -> None:
    codigo = parse_codigo_barras(BARRAS)
    assert (codigo.banco, codigo.valor, codigo.fator) == ("001", 13500, "3771")
    assert codigo.campo_livre == "0000001238798777770016818"
    assert codigo.vencimento(date(2008, 1, 1)) == date(2008, 2, 3)
    assert codigo.linha_digitavel == LINHA


def test_linha_is_read_with_and_without_separators() -> None:
    assert format_linha_digitavel(LINHA) == "00190.00009 01238.798779 77700.168188 3 37710000013500"
    assert to_codigo_barras(LINHA) == BARRAS
    assert to_codigo_barras("00190.00009 01238.798779 77700.168188 3 37710000013500") == BARRAS


@pytest.mark.parametrize(
    ("linha", "words"),
    [
        (LINHA[:-1], "47 algarismos, esta tem 46"),
        ("1" + LINHA[1:], "1º campo"),
        (LINHA[:12] + "9" + LINHA[13:], "2º campo"),
        (LINHA[:24] + "9" + LINHA[25:], "3º campo"),
        (LINHA[:-1] + "1", "dígito verificador"),
    ],
)
def test_wrong_linha_is_refused_naming_the_place(linha: str, words: str) -> None:
    with pytest.raises(CodigoBarrasError, match=words):
        to_codigo_barras(linha)


def test_wrong_barcode_is_refused() -> None:
    with pytest.raises(CodigoBarrasError, match="44 algarismos"):
        parse_codigo_barras("123")
    with pytest.raises(CodigoBarrasError, match="não confere"):
        parse_codigo_barras(BARRAS[:-1] + "9")


def test_parts_that_do_not_fit_are_refused() -> None:
    livre = "0" * 25
    with pytest.raises(CodigoBarrasError, match=r"99\.999\.999,99"):
        build(banco="001", vencimento=None, valor=10_000_000_000, campo_livre=livre)
    with pytest.raises(CodigoBarrasError, match="25 algarismos"):
        build(banco="001", vencimento=None, valor=1, campo_livre="1")
    assert build(banco="001", vencimento=None, valor=0, campo_livre=livre).fator == "0000"


@pytest.mark.parametrize(
    "change",
    [{"campo_livre": "1" * 26}, {"campo_livre": "1" * 24 + "X"}, {"banco": "34"}, {"fator": "99999"}, {"moeda": ""}],
)
def test_a_part_that_would_move_the_others_is_refused(change: dict[str, Any]) -> None:
    parts: dict[str, Any] = {"banco": "341", "fator": "1000", "valor": 1, "campo_livre": "1" * 25}
    assert len(CodigoBarras(**parts).digitos) == 44
    with pytest.raises(CodigoBarrasError):
        CodigoBarras(**{**parts, **change})
