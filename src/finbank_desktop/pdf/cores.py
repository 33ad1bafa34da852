"""The empresa's colour on paper: dark enough to be read, and a pale tint of it for grounds."""

import re
from functools import lru_cache

from reportlab.lib.colors import Color

from finbank_desktop.pdf import style

_HEX = re.compile(r"#[0-9A-Fa-f]{6}\Z")
_CONTRASTE = 4.5
"""Of text and ground, as WCAG 2.1 asks (success criterion 1.4.3)."""
_FUNDO = 0.08
_PASSO = 0.92


@lru_cache(maxsize=64)
def accent(cor: str) -> Color:
    """Return *cor* (``#RRGGBB``) darkened until white text on it can be read; black for anything else."""
    if not _HEX.match(cor):
        return style.PRETO
    parts = [int(cor[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    while 1.05 / (_luminance(parts) + 0.05) < _CONTRASTE:
        parts = [part * _PASSO for part in parts]
    return Color(*parts)


@lru_cache(maxsize=64)
def tint(cor: str) -> Color:
    """Return the pale ground that goes with *cor*."""
    if not _HEX.match(cor):
        return style.FUNDO
    dark = accent(cor)
    return Color(*(1 - (1 - part) * _FUNDO for part in (dark.red, dark.green, dark.blue)))


def _luminance(parts: list[float]) -> float:
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]  # noqa: PLR2004 - WCAG 2.1, relative luminance
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
