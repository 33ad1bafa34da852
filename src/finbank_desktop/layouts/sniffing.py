"""A first look at a file's first bytes: is it lines of a bank file at all, and how wide are they?

Everything else reads whole files; this answers for a film or a disk image within its first megabyte.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

SAMPLE = 1 << 20
TAMANHOS = (150, 240, 400, 444, 500)
BOM = b"\xef\xbb\xbf"

_SIGNATURES = (
    (b"%PDF", "um PDF"),
    (b"PK\x03\x04", "um arquivo compactado ou uma planilha (ZIP, XLSX, DOCX)"),
    (b"\xd0\xcf\x11\xe0", "um documento antigo do Word ou do Excel"),
    (b"{\\rtf", "um documento RTF"),
    (b"\x89PNG", "uma imagem"),
    (b"\xff\xd8\xff", "uma imagem"),
    (b"GIF8", "uma imagem"),
    (b"\x1f\x8b", "um arquivo compactado (GZIP)"),
    (b"Rar!", "um arquivo compactado (RAR)"),
    (b"7z\xbc\xaf", "um arquivo compactado (7-Zip)"),
    (b"MZ", "um programa"),
    (b"\x7fELF", "um programa"),
    (b"SQLite format 3", "um banco de dados"),
    (b"\xff\xfe", "texto em UTF-16, que bancos não usam"),
    (b"\xfe\xff", "texto em UTF-16, que bancos não usam"),
)
_MARKUP = re.compile(rb"\s*<(\?xml|!doctype|html|ofx)|\s*ofxheader", re.IGNORECASE)
# How headers begin: CNAB 240 with bank, lot 0000, type 0; CNAB 400 with 0, 1 or 2, a word; FEBRABAN 150 with A.
_CNAB_240 = re.compile(rb"\d{3}00000")
_CNAB_400 = re.compile(rb"0[12][A-Z]{5}")
_CNAB_150 = re.compile(rb"A[12][ 0-9A-Z]")
_PADDING = b" \t\x1a\x00"
_LINES = 1000
_ENDS = re.compile(rb"\r\n|\n|\r")
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\x1a")
# A few damaged bytes leave a text a text: so many, and one byte in so many, may be control characters.
_CONTROL_FLOOR, _CONTROL_SHARE = 16, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Palpite:
    """What a file looks like.

    Attributes:
        tamanho: Positions of its lines; ``None`` when it is no file of lines of a known width.
        newline: What ends its lines; empty when nothing does.
        reason: Why there is no width, one Portuguese sentence; empty otherwise.
        foreign: Whether *reason* is certain whatever the layout: empty, binary, another kind of file.
    """

    tamanho: int | None
    newline: bytes
    reason: str = ""
    foreign: bool = False


def sniff(first_bytes: bytes, tamanhos: Sequence[int] = TAMANHOS) -> Palpite:
    """Return what *first_bytes*, of which the first megabyte is looked at, say about a file.

    Args:
        first_bytes: The beginning of the file, or all of it.
        tamanhos: The widths to choose from, ascending.
    """
    sample = bytes(first_bytes[:SAMPLE])
    newline = newline_of(sample)
    reason = _foreign(sample)
    if reason:
        return Palpite(tamanho=None, newline=newline, reason=reason, foreign=True)
    lines = [line.rstrip(_PADDING) for line in _ENDS.split(sample.removeprefix(BOM))]
    lines = [line for line in lines if line]
    if len(sample) == SAMPLE:  # the last line of a sample may be a part only
        lines = lines[:-1] or lines
    lines = lines[:_LINES]
    if not newline and len(lines[0]) > max(tamanhos):
        return _without_newline(lines[0], tamanhos)
    return _by_width(lines, newline, tamanhos)


def newline_of(sample: bytes) -> bytes:
    r"""Return what ends the lines of *sample*: ``\r\n``, ``\n``, ``\r`` (when there is no ``\n``) or nothing."""
    if b"\n" in sample:
        return b"\r\n" if sample.count(b"\r\n") * 2 > sample.count(b"\n") else b"\n"
    return b"\r" if b"\r" in sample.rstrip(b"\r") or sample.endswith(b"\r") else b""


def _foreign(sample: bytes) -> str:
    """Return what *sample* plainly is instead of lines of text, as a sentence; empty when it may be a bank file."""
    if not sample.removeprefix(BOM).strip(_PADDING + b"\r\n"):
        return "O arquivo está vazio." if not sample else "O arquivo só tem brancos: não há registros nele."
    for signature, what in _SIGNATURES:
        if sample.startswith(signature):
            return f"O arquivo é {what}, não um arquivo de banco de largura fixa."
    if _MARKUP.match(sample.removeprefix(BOM)):
        return "O arquivo é XML, HTML ou OFX, não um arquivo de banco de largura fixa."
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > _CONTROL_FLOOR + len(sample) // _CONTROL_SHARE:
        return "O arquivo não é texto: não é um arquivo de banco de largura fixa."
    return ""


def _by_width(lines: Sequence[bytes], newline: bytes, tamanhos: Sequence[int]) -> Palpite:
    """Choose a width from the header's form, else from the commonest length of a line."""
    hint = _hint(lines[0], tamanhos)
    lengths = Counter(len(line) for line in lines)
    commonest = max(lengths, key=lambda length: (lengths[length], length))
    longest = max(lengths)
    if hint:
        wider = [width for width in tamanhos if width > hint and width in lengths]
        return Palpite(tamanho=wider[-1] if hint == _WIDTH_400 and wider else hint, newline=newline)
    # Trailing blanks are often cut, so the widest line is nearest to the truth, unless the commonest is exact.
    for length in (commonest, longest):
        if length in tamanhos:
            return Palpite(tamanho=length, newline=newline)
    above = [width for width in tamanhos if width >= longest]
    if above and longest * 10 >= above[0] * 9:
        return Palpite(tamanho=above[0], newline=newline)
    widths = ", ".join(map(str, tamanhos))
    return Palpite(
        tamanho=None,
        newline=newline,
        reason=f"As linhas têm {commonest} posições; arquivos de banco têm linhas de {widths} posições.",
    )


_WIDTH_150, _WIDTH_240, _WIDTH_400 = 150, 240, 400


def _hint(line: bytes, tamanhos: Sequence[int]) -> int | None:
    """Return the width that the form of a file header tells, if it is one of *tamanhos*."""
    for pattern, width in ((_CNAB_240, _WIDTH_240), (_CNAB_400, _WIDTH_400), (_CNAB_150, _WIDTH_150)):
        if width in tamanhos and pattern.match(line):
            return width
    return None


def _without_newline(run: bytes, tamanhos: Sequence[int]) -> Palpite:
    """Choose a width for records that follow one another without any line end."""
    hint = _hint(run, tamanhos)
    if hint:
        return Palpite(tamanho=hint, newline=b"")
    exact = [width for width in tamanhos if len(run) % width == 0]
    if exact and len(run) < SAMPLE:
        return Palpite(tamanho=exact[0], newline=b"")
    return Palpite(
        tamanho=None,
        newline=b"",
        reason="O arquivo não tem fim de linha e não começa como um arquivo de banco.",
        foreign=len(run) >= SAMPLE,
    )
