"""Letters beyond ASCII: which encoding a file uses, and its lines as Latin-1, one byte per position.

Manuals ask for capitals without accents; real files hold Latin-1 (Windows), CP850 (DOS programs) and UTF-8, whose
multi-byte letters make a line longer in bytes than in positions.
"""

from enum import StrEnum

_PORTUGUESE = "áàâãéêíóôõúüçÁÀÂÃÉÊÍÓÔÕÚÜÇªº"
_IN_LATIN_1 = frozenset(_PORTUGUESE.encode("latin-1"))
_IN_CP850 = frozenset(_PORTUGUESE.encode("cp850"))
_FIRST_BEYOND_ASCII = 0x80
# What word processors put in place of ASCII: dashes, quotation marks, the blank that does not break.
_TYPOGRAPHIC = str.maketrans("\u2013\u2014\u2018\u2019\u201c\u201d\xa0", "--''\"\" ")


class Charset(StrEnum):
    """How a file writes its letters."""

    ASCII = "ascii"
    UTF_8 = "utf-8"
    LATIN_1 = "latin-1"
    CP850 = "cp850"


def guess(lines: list[bytes]) -> Charset:
    """Return the encoding of *lines*, each of which holds a byte beyond ASCII.

    UTF-8 when every line is valid UTF-8; otherwise whichever of CP850 and Latin-1 turns more of the bytes into
    Portuguese letters, Latin-1 when they tie.
    """
    if not lines:
        return Charset.ASCII
    if all(_is_utf_8(line) for line in lines):
        return Charset.UTF_8
    beyond = [byte for line in lines for byte in line if byte >= _FIRST_BEYOND_ASCII]
    cp850 = sum(byte in _IN_CP850 for byte in beyond)
    return Charset.CP850 if cp850 > sum(byte in _IN_LATIN_1 for byte in beyond) else Charset.LATIN_1


def to_latin_1(line: bytes, charset: Charset, tamanho: int) -> bytes:
    """Return *line* in Latin-1, what Latin-1 lacks as ``?``.

    A UTF-8 line of exactly *tamanho* bytes was padded by a program that counted bytes: each letter's lost byte comes
    back as a blank at the next run of two blanks, so that the fields behind it keep their positions.
    """
    if charset is Charset.UTF_8 and len(line) == tamanho:
        return _keep_positions(line.decode(errors="replace"), tamanho)
    return line.decode(charset, errors="replace").translate(_TYPOGRAPHIC).encode("latin-1", errors="replace")


def _is_utf_8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _keep_positions(text: str, tamanho: int) -> bytes:
    out, owed = bytearray(), 0
    for index, char in enumerate(text):
        out += char.translate(_TYPOGRAPHIC).encode("latin-1", errors="replace")
        owed += len(char.encode()) - 1
        if owed and text.startswith("  ", index):
            out += b" " * owed
            owed = 0
    return bytes(out).ljust(tamanho)
