"""Columns in memory become the bytes of records, without a Python object for each value.

What `writer` does for a few hundred titles one by one, this does for hundreds of thousands at once: the same bytes, and
the same refusals, by columns.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.layouts.matrix import BLOCK, Matriz
from finbank_desktop.layouts.model import Campo, Registro, Tipo
from finbank_desktop.layouts.rendering import to_ascii

Coluna: TypeAlias = Sequence[str] | NDArray[np.int64] | NDArray[np.datetime64] | NDArray[np.str_]
"""Text for ``A`` and ``X``, integers scaled by the implied decimals for ``N``, days for dates (NaT: none)."""

_CHUNK = 4
_MAX_DIGITS = 18
_BMP, _ASCII = 0x10000, 0x80
_LINES_TOLD = 50
_KNOWN = 0x2200  # beyond lie no letters of European alphabets


def render(registro: Registro, columns: Mapping[str, Coluna], count: int) -> tuple[Matriz, list[Problem]]:
    """Return *count* lines of one record type, not to be used when there is an error, and what could not be written.

    Args:
        registro: The record type; a field without a column gets its default.
        columns: Values by name of field, each of *count* entries.
        count: Number of lines.
    """
    template = "".join(campo.vazio for campo in registro.campos).encode("ascii")
    sheet = np.empty((count, len(template)), np.uint8)
    problems = [_unknown(registro, nome) for nome in columns if nome not in registro]
    chosen = [(registro.campo(nome), column) for nome, column in columns.items() if nome in registro]
    ready = [(campo, _prepared(campo, column)) for campo, column in chosen]
    base = np.frombuffer(template, np.uint8)
    for start in range(0, count, BLOCK):
        rows = slice(start, min(start + BLOCK, count))
        block = sheet[rows]
        block[:] = base
        for campo, column in ready:
            problems += _write(block[:, campo.posicoes], campo, column[rows], start)
    return sheet, problems[:_LINES_TOLD]


def _prepared(campo: Campo, column: Coluna) -> NDArray[np.generic]:
    """Return a column as the array it is written from."""
    if campo.tipo.is_date:
        return np.asarray(column, "datetime64[D]")
    if campo.tipo is Tipo.NUMERO and campo.tamanho <= _MAX_DIGITS:
        return np.asarray(column, np.int64)
    return np.asarray(column, np.str_)


def _write(chars: Matriz, campo: Campo, values: NDArray[np.generic], start: int) -> Iterator[Problem]:
    if campo.tipo.is_date:
        _dates(chars, campo, values)
    elif values.dtype.kind == "i":
        wrong = _numbers(chars, values.astype(np.int64))
        for row in np.flatnonzero(wrong).tolist():
            what = f"{values[row]} não cabe no campo {campo.nome}, que tem {campo.tamanho} posições."
            yield _problem(campo, start + row, what, Severity.ERROR)
    else:
        yield from _texts(chars, campo, values.astype(np.str_), start)


def _numbers(chars: Matriz, values: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Write digits, zeros before them; return where a number has no place."""
    rest, last = values, chars.shape[1]
    wrong = values < 0
    if wrong.any():
        rest = np.where(wrong, 0, values)
    while last > 0:
        width = min(last, _CHUNK)
        quotient = rest // 10**width
        part = rest - quotient * 10**width
        # four digits at a time are looked up: dividing by ten for each costs four times as much
        four = _digits()[part].view(np.uint8).reshape(-1, _CHUNK)
        chars[:, last - width : last] = four[:, _CHUNK - width :]
        rest, last = quotient, last - width
    return np.asarray(wrong | (rest != 0), bool)


@cache
def _digits() -> NDArray[np.uint32]:
    """Return the four digits of every number below 10,000, as one value for each."""
    text = "".join(f"{number:0{_CHUNK}d}" for number in range(10**_CHUNK))
    return np.frombuffer(text.encode("ascii"), np.uint32)


def _dates(chars: Matriz, campo: Campo, values: NDArray[np.generic]) -> None:
    days = values.astype("datetime64[D]")
    given = ~np.isnat(days)
    months = days.astype("datetime64[M]")
    day = (days - months).astype(np.int64) + 1
    number = months.astype(np.int64)
    year, month = number // 12 + 1970, number % 12 + 1
    if campo.tipo is Tipo.DATA_AAAAMMDD:
        value = (year * 100 + month) * 100 + day
    elif campo.tipo is Tipo.DATA_DDMMAAAA:
        value = (day * 100 + month) * 10_000 + year
    else:
        value = (day * 100 + month) * 100 + year % 100
    digits = np.empty_like(chars)
    _numbers(digits, np.where(given, value, 0))
    chars[given] = digits[given]


def _texts(chars: Matriz, campo: Campo, values: NDArray[np.str_], start: int) -> Iterator[Problem]:
    """Write text in ASCII capitals, blanks behind it; a digit field that takes text is filled with zeros in front."""
    if campo.tipo is not Tipo.TEXTO:
        values = np.strings.rjust(values, campo.tamanho, "0")
    width = max(values.dtype.itemsize // 4, 1)
    codes = np.ascontiguousarray(values).view(np.uint32).reshape(len(values), width)
    highest = int(codes.max(initial=0))
    known = _table(campo.maiusculas)[codes if highest < _BMP else np.minimum(codes, _BMP - 1)]
    if highest >= _ASCII:
        known = _one_by_one(known, values, campo)
    size = min(known.shape[1], campo.tamanho)
    chars[:, :size] = known[:, :size]
    chars[:, size:] = ord(" ")
    for row in np.flatnonzero((known[:, size:] != ord(" ")).any(axis=1)).tolist():
        text = values[row]
        what = f"“{text}” tem {len(text)} letras e o campo {campo.nome} tem {campo.tamanho}; foi cortado."
        yield _problem(campo, start + row, what, Severity.WARNING)


def _one_by_one(known: Matriz, values: NDArray[np.str_], campo: Campo) -> Matriz:
    """Write out what takes more than one letter, or none."""
    for row in np.flatnonzero((known == 0).any(axis=1)).tolist():
        plain = to_ascii(str(values[row]), maiusculas=campo.maiusculas).encode("ascii")
        if len(plain) > known.shape[1]:
            known = np.pad(known, ((0, 0), (0, len(plain) - known.shape[1])), constant_values=ord(" "))
        known[row] = np.frombuffer(plain.ljust(known.shape[1]), np.uint8)
    return known


@cache
def _table(maiusculas: bool) -> NDArray[np.uint8]:  # noqa: FBT001 - the key of a cache
    """Return the ASCII letter for each code of the first plane; 0 where it is not exactly one letter."""
    table = np.zeros(_BMP, np.uint8)
    table[0] = ord(" ")  # what numpy fills short texts with
    for code in range(1, _KNOWN):
        plain = to_ascii(chr(code), maiusculas=maiusculas)
        if len(plain) == 1:
            table[code] = ord(plain)
    return table


def _unknown(registro: Registro, nome: str) -> Problem:
    message = f"O registro {registro.nome} não tem o campo {nome}."
    return Problem(message=message, fix="Use os nomes de campo do layout.", field=nome)


def _problem(campo: Campo, row: int, what: str, severity: Severity) -> Problem:
    return Problem(
        message=what,
        fix="Corrija o cadastro deste título.",
        line=row + 1,
        start=campo.inicio,
        end=campo.fim,
        field=campo.nome,
        severity=severity,
    )
