"""The barcode of a boleto: Interleaved 2 of 5, 44 digits, 103 x 13 mm.

FEBRABAN, convenção do código de barras: wide bars three times the narrow ones, 103 mm long, 13 mm high, its middle
12 mm above the lower edge of the ficha and its left end at least 5 mm from the edge.
"""

from itertools import groupby

from barcode.itf import ITF
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.domain.codigo_barras import TAMANHO_CODIGO_BARRAS
from finbank_desktop.pdf.style import PRETO

LARGURA_BARRAS = 103 * mm
ALTURA_BARRAS = 13 * mm
MODULOS = 405
"""Narrow widths in the whole: start 4, nine for each of 44 digits, stop 5."""


def runs(codigo: str) -> list[tuple[int, int]]:
    """Return the bars of 44 digits as (first module, modules).

    Raises:
        ValueError: *codigo* is not 44 digits; an encoder would lengthen it in silence.
    """
    if len(codigo) != TAMANHO_CODIGO_BARRAS or not (codigo.isascii() and codigo.isdigit()):
        raise ValueError(f"o código de barras de um boleto tem 44 algarismos: {codigo!r}")
    bars: list[tuple[int, int]] = []
    position = 0
    for module, group in groupby(ITF(codigo, narrow=1, wide=3).build()[0]):
        length = sum(1 for _ in group)
        if module == "1":
            bars.append((position, length))
        position += length
    return bars


def draw(canvas: Canvas, x: float, y: float, codigo: str) -> None:
    """Draw the bars of *codigo* with their lower left corner at (*x*, *y*)."""
    path = canvas.beginPath()
    for start, length in runs(codigo):
        path.rect(start, 0, length, 1)
    canvas.saveState()
    canvas.setFillColor(PRETO)
    canvas.translate(x, y)
    canvas.scale(LARGURA_BARRAS / MODULOS, ALTURA_BARRAS)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()
