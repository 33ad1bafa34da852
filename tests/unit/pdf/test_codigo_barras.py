import pytest
from reportlab.lib.units import mm

from finbank_desktop.pdf.codigo_barras import ALTURA_BARRAS, LARGURA_BARRAS, MODULOS, runs

# Interleaved 2 of 5 (ISO/IEC 16390): which two of the five elements of each digit are wide
WIDE = {
    "0": "nnwwn", "1": "wnnnw", "2": "nwnnw", "3": "wwnnn", "4": "nnwnw",
    "5": "wnwnn", "6": "nwwnn", "7": "nnnww", "8": "wnnwn", "9": "nwnwn",
}  # fmt: skip
CODIGO = "34191643100000123451091234567890057123457000"


def elements(codigo: str) -> str:
    """Return bars and spaces in turn by the standard's table, as widths."""
    pairs = zip(codigo[::2], codigo[1::2], strict=True)
    body = "".join(bar + space for a, b in pairs for bar, space in zip(WIDE[a], WIDE[b], strict=True))
    return ("nnnn" + body + "wnn").replace("n", "1").replace("w", "3")


def test_bars_are_those_of_the_standard() -> None:
    position, expected = 0, []
    for number, width in enumerate(map(int, elements(CODIGO))):
        if number % 2 == 0:
            expected.append((position, width))
        position += width
    assert runs(CODIGO) == expected
    assert position == MODULOS


def test_size_is_what_febraban_prescribes() -> None:
    assert pytest.approx(103 * mm) == LARGURA_BARRAS
    assert pytest.approx(13 * mm) == ALTURA_BARRAS


@pytest.mark.parametrize("codigo", ["", CODIGO[:-1], CODIGO + "0", CODIGO[:-1] + "A", CODIGO[:-1] + "٣"])
def test_anything_but_44_digits_is_refused(codigo: str) -> None:
    with pytest.raises(ValueError, match="44 algarismos"):
        runs(codigo)
