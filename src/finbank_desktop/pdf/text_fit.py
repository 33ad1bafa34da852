"""Text that stays inside its box: brought into the font's letters, then shrunk, wrapped or, at last, visibly cut."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from reportlab.pdfbase.pdfmetrics import getFont

from finbank_desktop.pdf.style import MINIMO

_PASSO = 0.25
_ENTRELINHA = 1.18
RETICENCIAS = "…"

# Letters and signs that Unicode does not decompose into something WinAnsi holds
_SUBSTITUTOS = str.maketrans(
    {
        "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ħ": "h", "Ħ": "H", "ŧ": "t", "Ŧ": "T",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "\N{MINUS SIGN}": "-", "\N{HYPHEN}": "-", "\N{NON-BREAKING HYPHEN}": "-", "\N{FIGURE DASH}": "-",
        "≤": "<=", "≥": ">=", "≠": "<>", "→": "->", "←": "<-", "\N{SOFT HYPHEN}": "",
    }
)  # fmt: skip


@lru_cache(maxsize=8192)  # one document says the same thing on most of its pages
def width_of(text: str, font: str, size: float) -> float:
    """Return how wide *text* is, in points."""
    return float(getFont(font).stringWidth(text, size))


def printable(text: str) -> str:
    r"""Return *text* in letters that the printed fonts have.

    What WinAnsi lacks loses its accent or is spelled out; what cannot be told in Latin letters becomes ``?``, never a
    blank box. Line ends and tabs become spaces, invisible signs go.

    >>> printable("Łukasz Şahin, café nº 5\tÁÇÃÕ"), printable("山 Ltda")
    ('Lukasz Sahin, café nº 5 ÁÇÃÕ', '? Ltda')
    """
    if text.isascii() and text.isprintable():
        return text
    normal = unicodedata.normalize("NFC", text).translate(_SUBSTITUTOS)
    if normal.isprintable() and _is_winansi(normal):
        return normal
    return "".join(map(_letter, normal))


def _letter(letter: str) -> str:
    if letter.isspace():
        return " "
    if unicodedata.category(letter) in ("Cc", "Cf"):
        return ""
    if _is_winansi(letter):
        return letter
    parts = [part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part)]
    return "".join(part if _is_winansi(part) else "?" for part in parts)


def _is_winansi(text: str) -> bool:
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(maxsize=8192)
def shrink(text: str, font: str, size: float, width: float, *, minimum: float = MINIMO) -> tuple[str, float]:
    """Return *text* and the largest size, at most *size*, at which it fits *width* points.

    At *minimum* it is cut and ends in ``…``.
    """
    needed = width_of(text, font, size)
    if needed <= width:
        return text, size
    fitting = size * width / needed
    if fitting >= minimum:
        return text, fitting
    return cut(text, font, minimum, width), minimum


def cut(text: str, font: str, size: float, width: float) -> str:
    """Return as much of *text* as fits *width*, with ``…`` when something is left out."""
    if width_of(text, font, size) <= width:
        return text
    while text and width_of(text + RETICENCIAS, font, size) > width:
        text = text[:-1]
    return text.rstrip() + RETICENCIAS


def wrap(text: str, font: str, size: float, width: float) -> list[str]:
    """Return *text* in lines that fit *width*, broken between words and, where a word alone is too wide, inside it."""
    words = text.split()
    line = " ".join(words)
    if width_of(line, font, size) <= width:
        return [line]
    lines: list[str] = []
    line = ""
    for word in words:
        candidate = f"{line} {word}" if line else word
        if width_of(candidate, font, size) <= width:
            line = candidate
            continue
        if line:
            lines.append(line)
        *full, line = _break_word(word, font, size, width)
        lines += full
    return [*lines, line]


def _break_word(word: str, font: str, size: float, width: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and width_of(pieces[-1] + letter, font, size) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one size.

    Attributes:
        leading: Distance from one baseline to the next, in points.
        complete: Whether nothing was left out.
    """

    lines: tuple[str, ...]
    size: float
    leading: float
    complete: bool


def fit_block(
    paragraphs: Iterable[str], font: str, size: float, box: tuple[float, float], *, minimum: float = MINIMO
) -> Block:
    """Return *paragraphs* wrapped to *box* (width, height) at the largest size, at most *size*, that fits.

    What does not fit even at *minimum* is left out and the last line ends in ``…``.
    """
    return _fit_block(tuple(paragraphs), font, size, box, minimum)


@lru_cache(maxsize=512)  # one document says the same thing on most of its pages
def _fit_block(paragraphs: tuple[str, ...], font: str, size: float, box: tuple[float, float], minimum: float) -> Block:
    width, height = box
    texts = [printable(line) for paragraph in paragraphs for line in paragraph.split("\n")]
    while True:
        leading = size * _ENTRELINHA
        lines = [line for text in texts for line in wrap(text, font, size, width)]
        room = max(1, int(height / leading + 0.05))
        if len(lines) <= room or size - _PASSO < minimum:
            shown = tuple(_first(lines, room, font, size, width))
            return Block(shown, size, leading, complete=len(lines) <= room)
        size -= _PASSO


def _first(lines: list[str], room: int, font: str, size: float, width: float) -> list[str]:
    if len(lines) <= room:
        return lines
    last = lines[room - 1] + " " + RETICENCIAS
    while width_of(last, font, size) > width:
        last = last[: -len(RETICENCIAS) - 2].rstrip() + " " + RETICENCIAS
    return [*lines[: room - 1], last]
