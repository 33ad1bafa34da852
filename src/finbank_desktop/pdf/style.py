"""The look of everything printed: paper, fonts, sizes and inks.

The fonts are the PDF standard ones. Every reader has them, nothing is embedded, and their WinAnsi encoding holds all
letters of Portuguese; `text_fit.printable` brings anything else within it.
"""

from datetime import date
from functools import lru_cache
from typing import Final

from reportlab.lib.colors import Color
from reportlab.lib.units import mm

LARGURA_PAGINA: Final = 210 * mm
ALTURA_PAGINA: Final = 297 * mm
ESQUERDA: Final = 12 * mm
LARGURA: Final = 186 * mm
DIREITA: Final = ESQUERDA + LARGURA
COLUNA_VALORES: Final = 45 * mm
"""Width of the right column, where amounts and dates stand."""

NORMAL: Final = "Helvetica"
NEGRITO: Final = "Helvetica-Bold"
FONTES: Final = frozenset({NORMAL, NEGRITO})

ROTULO: Final = 5.6
"""Size of the small label above each field."""
VALOR: Final = 8.5
"""Size of what is printed in a field."""
MINIMO: Final = 5.5
"""Below this size a text is cut rather than made smaller."""

PRETO: Final = Color(0.07, 0.07, 0.09)
CINZA: Final = Color(0.38, 0.39, 0.42)
FIO: Final = Color(0.45, 0.46, 0.5)
FUNDO: Final = Color(0.945, 0.948, 0.955)
VERMELHO: Final = Color(0.74, 0.07, 0.09)
FUNDO_VERMELHO: Final = Color(1, 0.955, 0.95)

TRACO_FINO: Final = 0.35
TRACO_FORTE: Final = 0.9

RESPIRO: Final = 1.3 * mm
"""Space between a field's border and its text."""


@lru_cache(maxsize=1024)
def day(data: date) -> str:
    """Return *data* as Brazilians write it."""
    return f"{data:%d/%m/%Y}"
