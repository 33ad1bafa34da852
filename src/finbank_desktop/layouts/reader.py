"""A file and a layout: which line is which record, and the values of its fields."""

import datetime as dt
import mmap
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from finbank_desktop.domain.problems import OutsideError, Problem, Severity
from finbank_desktop.layouts import columns, findings, lines
from finbank_desktop.layouts.columns import Coluna
from finbank_desktop.layouts.lines import BLOCK, Linhas, Matriz
from finbank_desktop.layouts.model import Campo, Layout, Registro, Tipo, Valor

UNKNOWN = -1
# A mapped file that another program cuts short, or a drive pulled out, ends the process: only what is too large to
# read twice is worth that.
_MAP_FROM = 1 << 26


@dataclass(frozen=True, kw_only=True)
class Leitura:
    """What stands in a file, by its layout.

    Attributes:
        layout: The layout it was read by.
        linhas: The lines as a matrix.
        problems: What had to be repaired, and lines that are no record of the layout.
    """

    layout: Layout
    linhas: Linhas
    problems: list[Problem] = field(default_factory=list)

    def __len__(self) -> int:
        """Return the number of lines that are not blank."""
        return len(self.linhas)

    @cached_property
    def _index(self) -> NDArray[np.int16]:
        return _classify(self.linhas.matriz, self.layout)

    @cached_property
    def _rows(self) -> dict[str, NDArray[np.intp]]:
        return {
            registro.nome: np.flatnonzero(self._index == index) for index, registro in enumerate(self.layout.registros)
        }

    @cached_property
    def _columns(self) -> dict[tuple[str, str], Coluna]:
        return {}

    def registro_of(self) -> NDArray[np.int16]:
        """Return for each row the index of its record in ``layout.registros``, -1 for none."""
        return self._index

    def rows(self, registro: str) -> NDArray[np.intp]:
        """Return the rows of the matrix that are records *registro*."""
        return self._rows[registro]

    def number(self, row: int) -> int:
        """Return the line of the file, from 1, that *row* came from."""
        return int(self.linhas.numeros[row])

    def registro_at(self, row: int) -> Registro | None:
        """Return the record type of *row*, ``None`` when the layout has none for it."""
        index = int(self._index[row])
        return None if index == UNKNOWN else self.layout.registros[index]

    def column(self, registro: str, campo: str) -> Coluna:
        """Return the values of *campo* in all records *registro*, in the order of `rows`."""
        return self.columns(registro, (campo,))[campo]

    def columns(self, registro: str, campos: Sequence[str]) -> dict[str, Coluna]:
        """Return several columns at once: the lines pass through the processor's cache one time for all of them."""
        wanted = [self.layout.registro(registro).campo(nome) for nome in campos]
        missing = [campo for campo in wanted if (registro, campo.nome) not in self._columns]
        if missing:
            decoded = _decode_together(self.linhas.matriz, self._rows[registro], missing)
            self._columns.update({(registro, nome): coluna for nome, coluna in decoded.items()})
        return {campo.nome: self._columns[registro, campo.nome] for campo in wanted}

    def values(self, row: int) -> dict[str, Valor]:
        """Return the values of one line; a field that is blank or invalid is ``None``, unless it is text.

        Numbers are ``int`` scaled by the implied decimals, text has its trailing blanks cut. A line of no record gives
        no values.
        """
        registro = self.registro_at(row)
        if registro is None:
            return {}
        text = self.text(row)
        return {nome: value_of(text[posicoes], campo) for nome, posicoes, campo in registro.fatias}

    def raw(self, row: int, campo: str) -> str:
        """Return what stands in *campo* of one line, blanks included; empty when the line has no such field."""
        registro = self.registro_at(row)
        if registro is None or campo not in registro:
            return ""
        return self.text(row)[registro.campo(campo).posicoes]

    def text(self, row: int) -> str:
        """Return one whole line."""
        return str(self.linhas.matriz[row].tobytes(), "latin-1")


def read(data: bytes | Path, layout: Layout) -> Leitura:
    """Return what stands in a file.

    Args:
        data: The bytes of the file, or where it lies; a large one is mapped into memory and not copied.
        layout: The layout to read it by.

    Raises:
        OutsideError: The file at a path cannot be opened. Bytes never raise.
    """
    menores = {registro.tamanho for registro in layout.registros} - {layout.tamanho}
    linhas = lines.split(_mapped(data) if isinstance(data, Path) else data, layout.tamanho, menores)
    leitura = Leitura(layout=layout, linhas=linhas, problems=list(linhas.problems))
    leitura.problems.extend(_unknown(leitura))
    return leitura


def value_of(text: str, campo: Campo) -> Valor:
    """Return the value written as *text*, by the same rules as `columns.decode`."""
    tipo = campo.tipo
    if tipo is Tipo.TEXTO or tipo is Tipo.IDENTIFICADOR:
        return text.rstrip(" ")
    digits = text.lstrip(" ")
    if not (digits.isdigit() and digits.isascii()):
        return None
    if tipo is Tipo.NUMERO:
        return int(digits)
    try:
        return _moment(digits.rjust(campo.tamanho, "0"), tipo)
    except ValueError:
        return None


def _moment(digits: str, tipo: Tipo) -> dt.date | dt.time:
    """Return the date or time written as *digits*.

    Raises:
        ValueError: There is no such date or time.
    """
    first, middle, last = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    if tipo is Tipo.HORA:
        return dt.time(first, middle, last)
    if tipo is Tipo.DATA_AAAAMMDD:
        return dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    return dt.date(last if tipo is Tipo.DATA_DDMMAAAA else columns.full_year(last), middle, first)


def _mapped(path: Path) -> bytes | mmap.mmap:
    try:
        with path.open("rb") as file:
            if path.stat().st_size < _MAP_FROM:
                return file.read()
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        message = f"Não foi possível abrir o arquivo {path.name}; confira se ele existe e se você pode lê-lo."
        raise OutsideError("arquivo_ilegivel", message, str(path)) from error


def _classify(matriz: Matriz, layout: Layout) -> NDArray[np.int16]:
    """Return the record of each row; the record with the longest key wins, then the first in the layout."""
    index = np.full(len(matriz), UNKNOWN, np.int16)
    keys = [_key(registro) for registro in layout.registros]
    order = sorted(range(len(keys)), key=lambda number: (len(keys[number]), -number))
    wanted = sorted({position for key in keys for position in key})
    for start in range(0, len(matriz), BLOCK):
        block = matriz[start : start + BLOCK]
        chars = {position: np.ascontiguousarray(block[:, position]) for position in wanted}
        part = index[start : start + BLOCK]
        for number in order:
            part[_matches(chars, keys[number], len(block))] = number
    return index


def _key(registro: Registro) -> dict[int, int]:
    """Return the byte that must stand in each column of the record's key."""
    return {
        campo.inicio - 1 + offset: byte
        for campo in map(registro.campo, registro.chave)
        for offset, byte in enumerate(campo.vazio.encode("ascii"))
    }


def _matches(chars: dict[int, Matriz], key: dict[int, int], size: int) -> NDArray[np.bool_]:
    found = np.ones(size, bool)
    for position, byte in key.items():
        found &= chars[position] == byte
    return found


def _decode_together(matriz: Matriz, rows: NDArray[np.intp], campos: Sequence[Campo]) -> dict[str, Coluna]:
    parts: dict[str, list[Coluna]] = {campo.nome: [] for campo in campos}
    for start in range(0, max(len(rows), 1), BLOCK):
        chosen = rows[start : start + BLOCK]
        # Neighbouring rows, the rule in long files, are a view and not a copy.
        together = len(chosen) > 0 and int(chosen[-1]) - int(chosen[0]) + 1 == len(chosen)
        block = matriz[chosen[0] : chosen[-1] + 1] if together else matriz[chosen]
        same = columns.only(block) if len(campos) > 1 else None
        for campo in campos:
            parts[campo.nome].append(columns.decode_block(block, campo, same))
    return {nome: columns.join(part) for nome, part in parts.items()}


def _unknown(leitura: Leitura) -> list[Problem]:
    rows = np.flatnonzero(leitura.registro_of() == UNKNOWN)
    keys = sorted({campo for registro in leitura.layout.registros for campo in registro.chave})
    return list(
        findings.per_line(rows.tolist(), lambda row: _unknown_line(leitura, row, keys), "registro desconhecido")
    )


def _unknown_line(leitura: Leitura, row: int, keys: Sequence[str]) -> Problem:
    number = leitura.number(row)
    start = leitura.text(row)[:20].rstrip()
    return Problem(
        message=f"A linha {number} não é nenhum registro deste layout (começa com “{start}”) e não foi lida.",
        fix="Confira se o arquivo é deste banco e deste layout; se for, peça ao banco o que este registro significa.",
        line=number,
        start=1,
        end=leitura.layout.tamanho,
        field=keys[0] if len(keys) == 1 else None,
        severity=Severity.WARNING,
    )
