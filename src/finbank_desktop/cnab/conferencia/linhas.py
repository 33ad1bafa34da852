"""The bytes of each line: a bank counts them, and in a line of another length reads every field in the wrong place."""

import mmap
from collections.abc import Iterator
from pathlib import Path

from finbank_desktop.domain.problems import Problem
from finbank_desktop.layouts import findings
from finbank_desktop.layouts.model import Layout
from finbank_desktop.layouts.reader import Leitura
from finbank_desktop.layouts.sniffing import BOM

_END = b"\x1a"
_LARGEST = 1 << 28
_FIX = "Gere o arquivo outra vez, sem acentos e sem passar por um editor de texto."


def check(source: bytes | Path, leitura: Leitura) -> Iterator[Problem]:
    """Yield the lines of a remessa that are longer or shorter than the layout's, in bytes.

    A file that needed no repair has none; one so large that it was not made by hand is not looked through.
    """
    if not leitura.linhas.problems:
        return
    data = source if isinstance(source, bytes) else _read(source)
    if data.startswith(BOM):
        yield Problem(
            message="O arquivo começa com a marca de UTF-8 (BOM): o banco lê a primeira linha deslocada.",
            fix="Grave o arquivo em ANSI ou ASCII, sem BOM.",
            line=1,
        )
        data = data.removeprefix(BOM)
    if not leitura.linhas.newline:
        return
    lines = [line.rstrip(b"\r") for line in data.rstrip(_END).split(leitura.linhas.newline[-1:])]
    while lines and not lines[-1].strip(b" \x00" + _END):
        lines.pop()
    # only some records may be longer than the others (CNAB 444)
    right = {leitura.layout.tamanho} | {registro.campos[-1].fim for registro in leitura.layout.registros}
    wrong = [number for number, line in enumerate(lines, 1) if len(line) not in right]

    def tell(number: int) -> Problem:
        return _wrong_length(number, lines[number - 1], leitura.layout)

    yield from findings.per_line(wrong, tell, "tamanho da linha")


def _wrong_length(number: int, line: bytes, layout: Layout) -> Problem:
    letters = sum(byte > 0x7F for byte in line)  # noqa: PLR2004 - beyond ASCII
    why = " (há letras que ocupam mais de um byte)" if letters and len(line) > layout.tamanho else ""
    verb = "está em branco" if not line.strip() else f"tem {len(line)} bytes{why}"
    return Problem(
        message=f"A linha {number} {verb} e o layout tem {layout.tamanho}: o banco recusa o arquivo.",
        fix=_FIX,
        line=number,
        start=min(len(line), layout.tamanho) + 1,
        end=max(len(line), layout.tamanho),
    )


def _read(path: Path) -> bytes:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return data[:_LARGEST]
