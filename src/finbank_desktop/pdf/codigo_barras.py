"""The barcode of a boleto: Interleaved 2 of 5, 44 digits, 103 x 13 mm.

FEBRABAN, convenção do código de barras: wide bars three times the narrow ones, 103 mm long, 13 mm high, its middle
12 mm above the lower edge of the ficha and its left end at least 5 mm from the edge.
"""

from functools import cache, lru_cache
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
_INICIO, _PAR, _FIM = 4, 18, 5


def runs(codigo: str) -> list[tuple[int, int]]:
    """Return the bars of 44 digits as (first module, modules).

    Raises:
        ValueError: *codigo* is not 44 digits; an encoder would lengthen it in silence.
    """
    _check(codigo)
    pairs = _pairs()
    bars = [(0, 1), (2, 1)]
    at = _INICIO
    for number in range(0, TAMANHO_CODIGO_BARRAS, 2):
        bars += [(at + start, length) for start, length in pairs[codigo[number : number + 2]]]
        at += _PAR
    return [*bars, (at, 3), (at + 4, 1)]


def _check(codigo: str) -> None:
    if len(codigo) != TAMANHO_CODIGO_BARRAS or not (codigo.isascii() and codigo.isdigit()):
        raise ValueError(f"o código de barras de um boleto tem 44 algarismos: {codigo!r}")


@cache
def _pairs() -> dict[str, tuple[tuple[int, int], ...]]:
    """Return the bars of every pair of digits: five bars woven with the five spaces between them."""
    found = {}
    for number in range(100):
        modules = ITF(f"{number:02d}", narrow=1, wide=3).build()[0][_INICIO:-_FIM]
        position, bars = 0, []
        for module, group in groupby(modules):
            length = sum(1 for _ in group)
            if module == "1":
                bars.append((position, length))
            position += length
        found[f"{number:02d}"] = tuple(bars)
    return found


@lru_cache(maxsize=4096)  # 22 places of 100 pairs
def _operators(at: int, pair: str) -> str:
    return "".join(f"{at + start} 0 {length} 1 re " for start, length in _pairs()[pair])


def draw(canvas: Canvas, x: float, y: float, codigo: str) -> None:
    """Draw the bars of *codigo* as one path, with their lower left corner at (*x*, *y*).

    Raises:
        ValueError: As `runs`.
    """
    _check(codigo)
    runs_of = (
        _operators(_INICIO + number // 2 * _PAR, codigo[number : number + 2])
        for number in range(0, TAMANHO_CODIGO_BARRAS, 2)
    )
    end = _INICIO + TAMANHO_CODIGO_BARRAS // 2 * _PAR
    canvas.addLiteral(
        f"q {PRETO.red:.3f} {PRETO.green:.3f} {PRETO.blue:.3f} rg "
        f"{LARGURA_BARRAS / MODULOS:.6f} 0 0 {ALTURA_BARRAS:.4f} {x:.3f} {y:.3f} cm "
        f"0 0 1 1 re 2 0 1 1 re {''.join(runs_of)}{end} 0 3 1 re {end + 4} 0 1 1 re f Q"
    )
