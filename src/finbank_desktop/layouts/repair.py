"""A file whose lines are not all of one length, or hold more than printable ASCII, brought into a matrix.

Every repair is told: as information when nothing is lost, as a warning when something may be, as an error when
something is.
"""

import mmap
from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.layouts import charset, findings
from finbank_desktop.layouts.charset import Charset
from finbank_desktop.layouts.matrix import BLOCK, Indices, Linhas, Matriz
from finbank_desktop.layouts.sniffing import BOM, SAMPLE, newline_of

_SCAN = 1 << 24  # bytes at a time when looking for line ends
_LOOK = 16  # times the length of a line
_BLANK, _DELETE = 0x20, 0x7F
_LF, _CR = 0x0A, 0x0D
_TAIL = b" \t\r\n\x1a\x00"


class Repair:
    """Reads one such file, step by step, and gathers the problems on the way."""

    def __init__(self, data: bytes | mmap.mmap, tamanho: int, menores: Collection[int] = ()) -> None:
        """Take the bytes of a whole file, the length its lines should have and shorter ones that are right too."""
        self.data = data
        self.tamanho = tamanho
        self.menores = np.array(sorted(menores), np.intp)
        self.problems: list[Problem] = []
        self.newline = newline_of(bytes(data[:SAMPLE]))
        self.buffer = np.frombuffer(data, np.uint8)

    def lines(self) -> Linhas:
        """Return the lines, each brought to the right length."""
        starts, ends = self._bounds()
        starts, ends = self._without_bom(starts, ends)
        numeros = np.arange(1, len(starts) + 1)
        last = self._without_blanks_at_end(starts, ends)
        left = numeros[last:][ends[last:] > starts[last:]]
        self.problems += findings.grouped(
            left, "Brancos e marcas de fim (0x1A) depois do último registro foram ignorados"
        )
        starts, ends, numeros = starts[:last], ends[:last], numeros[:last]
        if self.newline:
            blank = self._blank_rows(starts, ends)
            self.problems += findings.grouped(numeros[blank], "Linhas em branco no meio do arquivo foram ignoradas")
            starts, ends, numeros = starts[~blank], ends[~blank], numeros[~blank]
        matriz = self._gather(starts, ends)
        replaced, encoding = self._transcode(matriz, starts, ends, numeros)
        self._clean(matriz, numeros)
        self._judge_lengths(starts, ends, numeros, replaced)
        matriz.setflags(write=False)
        return Linhas(
            matriz=matriz,
            numeros=numeros,
            tamanho=self.tamanho,
            newline=self.newline,
            encoding=encoding,
            problems=self.problems,
        )

    def _text(self, start: int, end: int) -> bytes:
        """Return a line, but no more of it than tells what it is: a damaged file may be one line of gigabytes."""
        return bytes(self.data[start : min(end, start + _LOOK * self.tamanho)])

    def _bounds(self) -> tuple[Indices, Indices]:
        """Return where lines start and end, the line end left out."""
        size = len(self.buffer)
        if not self.newline:
            starts = np.arange(0, size, self.tamanho)
            if len(starts) > 1:
                message = "O arquivo não tem fim de linha; os registros foram separados pelo tamanho."
                self.problems.append(Problem(message=message, severity=Severity.INFO))
            return starts, np.minimum(starts + self.tamanho, size)
        mark = self.newline[-1]
        marks = [np.flatnonzero(self.buffer[start : start + _SCAN] == mark) + start for start in range(0, size, _SCAN)]
        ends = np.concatenate([*marks, [size]]).astype(np.intp)
        starts = np.concatenate([[0], ends[:-1] + 1]).astype(np.intp)
        if mark == _LF:
            crs = (ends > starts) & (self.buffer[np.maximum(ends - 1, 0)] == _CR)
            ends = ends - crs
        return starts, ends

    def _without_bom(self, starts: Indices, ends: Indices) -> tuple[Indices, Indices]:
        if self.data[:3] == BOM and len(starts):
            message = "O arquivo começa com a marca de UTF-8 (BOM), que foi ignorada."
            self.problems.append(Problem(message=message, line=1, severity=Severity.INFO))
            if not self.newline:  # without line ends the mark shifts every record
                starts = np.arange(len(BOM), max(len(self.buffer), len(BOM) + 1), self.tamanho)
                return starts, np.minimum(starts + self.tamanho, len(self.buffer))
            starts[0] = min(len(BOM), ends[0])
        return starts, ends

    def _without_blanks_at_end(self, starts: Indices, ends: Indices) -> int:
        """Return how many lines stand before the blank ones, 0x1A and NULs at the end of the file."""
        last = len(starts)
        while last and not self._text(starts[last - 1], ends[last - 1]).strip(_TAIL):
            last -= 1
        return last

    def _blank_rows(self, starts: Indices, ends: Indices) -> NDArray[np.bool_]:
        blank = ends <= starts
        # Only a line that begins with a blank can be one; few do.
        first = self.buffer[np.minimum(starts, len(self.buffer) - 1)]
        for row in np.flatnonzero(~blank & (first <= _BLANK)):
            blank[row] = not self._text(starts[row], ends[row]).strip(_TAIL)
        return blank

    def _evenly_spaced(self, starts: Indices, ends: Indices) -> bool:
        """Whether all lines have the right length and the same distance, so that only their letters need repair."""
        steps = np.diff(starts)
        return len(steps) > 0 and bool((ends - starts == self.tamanho).all()) and bool((steps == steps[0]).all())

    def _gather(self, starts: Indices, ends: Indices) -> Matriz:
        if self._evenly_spaced(starts, ends):
            stride = int(starts[1] - starts[0])
            shape = (len(starts), self.tamanho)
            return np.lib.stride_tricks.as_strided(self.buffer[starts[0] :], shape, (stride, 1)).copy()
        matriz = np.full((len(starts), self.tamanho), _BLANK, np.uint8)
        columns = np.arange(self.tamanho)
        for start in range(0, len(starts), BLOCK):
            rows = slice(start, start + BLOCK)
            where = starts[rows, None] + columns
            inside = where < ends[rows, None]
            np.copyto(matriz[rows], self.buffer[np.minimum(where, len(self.buffer) - 1)], where=inside)
        return matriz

    def _transcode(
        self, matriz: Matriz, starts: Indices, ends: Indices, numeros: Indices
    ) -> tuple[dict[int, bytes], Charset]:
        """Bring lines with letters beyond ASCII to Latin-1; return those lines whole, by row, and the encoding."""
        beyond = np.zeros(len(matriz), bool)
        for start in range(0, len(matriz), BLOCK):
            beyond[start : start + BLOCK] = (matriz[start : start + BLOCK] > _DELETE).any(axis=1)
        rows = np.flatnonzero(beyond).tolist()
        texts = [self._text(starts[row], ends[row]) for row in rows]
        encoding = charset.guess(texts)
        replaced = {
            row: charset.to_latin_1(text, encoding, self.tamanho) for row, text in zip(rows, texts, strict=True)
        }
        for row, text in replaced.items():
            matriz[row] = np.frombuffer(text[: self.tamanho].ljust(self.tamanho), np.uint8)
        name = {Charset.UTF_8: "UTF-8", Charset.CP850: "CP850 (DOS)"}.get(encoding, "Latin-1 (Windows)")
        self.problems += findings.grouped(numeros[rows], f"Há letras com acento, lidas como {name}")
        return replaced, encoding

    def _clean(self, matriz: Matriz, numeros: Indices) -> None:
        """Turn control characters into blanks."""
        dirty = []
        for start in range(0, len(matriz), BLOCK):
            block = matriz[start : start + BLOCK]
            control = (block < _BLANK) | (block == _DELETE)
            if control.any():
                dirty += (np.flatnonzero(control.any(axis=1)) + start).tolist()
                block[control] = _BLANK
        self.problems += findings.grouped(
            numeros[dirty],
            "Caracteres de controle (tabulação, nulo e outros) foram lidos como brancos",
            fix="Confira estas linhas: o arquivo pode ter sido alterado num editor de texto.",
            severity=Severity.WARNING,
        )

    def _judge_lengths(self, starts: Indices, ends: Indices, numeros: Indices, replaced: dict[int, bytes]) -> None:
        lengths = ends - starts
        for row, text in replaced.items():
            lengths[row] = len(text)
        short = np.flatnonzero((lengths < self.tamanho) & ~np.isin(lengths, self.menores))
        cut = self._cut_at_end(short, ends)
        self.problems += findings.grouped(
            numeros[short if cut is None else short[:-1]],
            f"Linhas com menos de {self.tamanho} posições foram completadas com brancos",
        )
        if cut is not None:
            message = f"A última linha acaba na posição {lengths[cut]} de {self.tamanho}: o arquivo pode estar cortado."
            fix = "Peça ou baixe o arquivo outra vez e compare."
            self.problems.append(Problem(message=message, fix=fix, line=int(numeros[cut]), severity=Severity.WARNING))
        lost: list[int] = []
        harmless: list[int] = []
        for row in np.flatnonzero(lengths > self.tamanho).tolist():
            text = replaced.get(row) or self._text(starts[row], ends[row])
            (lost if text[self.tamanho :].strip(_TAIL) else harmless).append(row)
        self.problems += findings.grouped(numeros[harmless], f"Brancos além da posição {self.tamanho} foram ignorados")
        self.problems += findings.per_line(
            lost, lambda row: self._too_long(int(numeros[row]), int(lengths[row])), "linha longa demais"
        )

    def _cut_at_end(self, short: Indices, ends: Indices) -> int | None:
        """Return the row of a last line that is short and not even ended, as a broken download leaves it."""
        last = len(ends) - 1
        unended = last >= 0 and ends[last] == len(self.buffer)
        return last if unended and len(short) and short[-1] == last else None

    def _too_long(self, number: int, length: int) -> Problem:
        return Problem(
            message=f"A linha {number} tem {length} posições e o layout tem {self.tamanho}; o resto não foi lido.",
            fix="Peça o arquivo outra vez ao banco, ou confira se ele não foi alterado num editor de texto.",
            line=number,
            start=self.tamanho + 1,
            end=length,
        )
