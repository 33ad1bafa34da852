"""Columns of digits and letters become arrays of values, many lines at once.

Numbers of up to 15 digits go through one float64 product, exact to 2**53; up to 18 digits through int64 Horner; wider
ones stay text. No date is parsed as text.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from finbank_desktop.layouts.lines import BLOCK, Matriz
from finbank_desktop.layouts.model import Campo, Tipo

Mascara = NDArray[np.bool_]
Valores = NDArray[Any]
Numero = TypeVar("Numero", int, NDArray[np.int32])

MAX_DIGITS = 18
_MAX_FLOAT_DIGITS = 15
_ZERO, _BLANK, _HIGHEST, _NINE = 0x30, 0x20, 0xFF, 9
_CENTURY, _PIVOT, _FIRST_YEAR, _YEARS = 100, 70, 1970, 10_000
_NO_DAY = np.datetime64("NaT", "D")
_MONTHS, _SECONDS = 12, np.array([3600, 60, 1])
_CLOCK = (24, 60, 60)
_NOTHING = np.zeros(BLOCK * 512, np.uint8)  # a block of the widest field
_NOTHING.setflags(write=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coluna:
    """One field of many lines.

    Attributes:
        valores: ``int64`` for numbers of up to 18 digits (scaled by the implied decimals), ``datetime64[D]`` for dates,
            ``timedelta64[s]`` for times, bytes without trailing blanks for text and for wider numbers.
            0 or NaT where there is no value or no valid one.
        invalidos: Where the bytes are no value of this type.
        vazios: Where there is no value: blanks, and for dates and identifiers also zeros.
    """

    valores: Valores
    invalidos: Mascara
    vazios: Mascara

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self.valores)


def decode(matriz: Matriz, campo: Campo) -> Coluna:
    """Return the field *campo* of all lines of *matriz*, `lines.BLOCK` lines at a time."""
    parts = [decode_block(matriz[start : start + BLOCK], campo) for start in range(0, len(matriz), BLOCK)]
    return join(parts) if parts else decode_block(matriz, campo)


def join(parts: list[Coluna]) -> Coluna:
    """Return the columns *parts* one below the other."""
    if len(parts) == 1:
        return parts[0]
    return Coluna(
        valores=_together([part.valores for part in parts]),
        invalidos=_together([part.invalidos for part in parts]),
        vazios=_together([part.vazios for part in parts]),
    )


def _together(parts: list[Valores]) -> Valores:
    """Return the arrays one below the other; what nobody has written to yet costs nothing to join."""
    if all(part.base is _NOTHING for part in parts):
        return np.zeros(sum(map(len, parts)), parts[0].dtype)
    return np.concatenate(parts)


def _empty(size: int, dtype: str) -> Valores:
    """Return *size* zeros or empty texts, for a field that is empty throughout a block, as many are."""
    width = np.dtype(dtype).itemsize
    if size * width > len(_NOTHING):
        return np.zeros(size, dtype)
    return _NOTHING[: size * width].view(dtype)


def _none(size: int) -> Mascara:
    return _empty(size, "bool")


def only(matriz: Matriz) -> NDArray[np.uint8]:
    """Return for each position the one byte that stands there in all lines of *matriz*; 0 where several do.

    Reckoned once for all fields of a block, it spares those that are empty in all lines every further look.
    """
    highest = matriz.max(axis=0, initial=0)
    return np.where(highest == matriz.min(axis=0, initial=_HIGHEST), highest, 0).astype(np.uint8)


def decode_block(matriz: Matriz, campo: Campo, same: NDArray[np.uint8] | None = None) -> Coluna:
    """Return the field *campo* of the lines of *matriz*, all at once.

    Args:
        matriz: The lines.
        campo: The field.
        same: What `only` says of them, where it was asked for.
    """
    chars = matriz[:, campo.posicoes]
    found = None if same is None else _throughout(chars, campo, same[campo.posicoes])
    return _decode(chars, campo) if found is None else found


def _throughout(chars: Matriz, campo: Campo, same: NDArray[np.uint8]) -> Coluna | None:
    """Return a field that is empty in all lines; ``None`` of any other."""
    if campo.tipo is Tipo.NUMERO and campo.tamanho <= MAX_DIGITS and (same == _ZERO).all():
        none = _none(len(chars))
        return Coluna(valores=_empty(len(chars), "int64"), invalidos=none, vazios=none)
    if campo.tipo in {Tipo.TEXTO, Tipo.IDENTIFICADOR} and (same == _BLANK).all():
        return _blank_texts(chars)
    return None


def _decode(chars: Matriz, campo: Campo) -> Coluna:
    match campo.tipo:
        case Tipo.NUMERO if campo.tamanho <= MAX_DIGITS:
            return _numbers(chars)
        case Tipo.NUMERO:
            return _wide_numbers(chars)
        case Tipo.HORA:
            return _times(chars)
        case Tipo.TEXTO | Tipo.IDENTIFICADOR:
            return _texts(chars, campo.tipo)
        case _:
            return _dates(chars, campo.tipo)


def _numbers(chars: Matriz) -> Coluna:
    digits = chars - _ZERO  # uint8: whatever lies below "0" wraps around and is above 9 as well
    highest = digits.max(initial=0)
    if highest <= _NINE:
        none = _none(len(chars))
        valores = _whole(digits) if highest else _empty(len(chars), "int64")
        return Coluna(valores=valores, invalidos=none, vazios=none)
    vazios, invalidos, digits = _forgive_blanks(chars, digits)
    return Coluna(valores=_whole(digits), invalidos=invalidos, vazios=vazios)


def _forgive_blanks(chars: Matriz, digits: Matriz) -> tuple[Mascara, Mascara, Matriz]:
    """Return which numbers are blank, which are wrong, and the digits with both of them as zeros.

    Blanks in place of leading zeros leave no doubt about the value and are read as zeros.
    """
    wrong = digits > _NINE
    blank = chars == _BLANK
    leading = np.cumsum(~blank, axis=1) == 0
    vazios = leading[:, -1].copy()
    invalidos = (wrong & ~leading).any(axis=1)
    digits = np.where(wrong | invalidos[:, None], np.uint8(0), digits)
    return vazios, invalidos, digits


def _whole(digits: Matriz) -> NDArray[np.int64]:
    size = digits.shape[1]
    if size <= _MAX_FLOAT_DIGITS:
        # two digits at a time fit into a byte, which halves what becomes floating-point
        odd = size % 2
        pairs = digits[:, odd::2] * 10 + digits[:, odd + 1 :: 2]
        powers = 100.0 ** np.arange(pairs.shape[1] - 1, -1, -1)
        whole = (pairs.astype(np.float64) @ powers).astype(np.int64)
        return whole + digits[:, 0].astype(np.int64) * 10 ** (size - 1) if odd else whole
    total = np.zeros(len(digits), np.int64)
    for column in range(size):
        total = total * 10 + digits[:, column]
    return total


def _wide_numbers(chars: Matriz) -> Coluna:
    digits = chars - _ZERO
    vazios, invalidos, _ = _forgive_blanks(chars, digits)
    valores = np.strings.strip(_bytes(chars))
    return Coluna(valores=np.where(invalidos, b"", valores), invalidos=invalidos, vazios=vazios)


def _bytes(chars: Matriz) -> NDArray[np.bytes_]:
    size = chars.shape[1]
    return np.ascontiguousarray(chars).view(f"S{size}").reshape(len(chars))


def _texts(chars: Matriz, tipo: Tipo) -> Coluna:
    if not (chars != _BLANK).any():
        return _blank_texts(chars)
    valores = np.strings.rstrip(_bytes(chars), b" ")
    vazios = valores == b""
    if tipo is Tipo.IDENTIFICADOR:
        vazios |= (chars == _ZERO).all(axis=1)
    return Coluna(valores=valores, invalidos=_none(len(chars)), vazios=vazios)


def _blank_texts(chars: Matriz) -> Coluna:
    size = len(chars)
    return Coluna(valores=_empty(size, f"S{chars.shape[1]}"), invalidos=_none(size), vazios=np.ones(size, bool))


def _dates(chars: Matriz, tipo: Tipo) -> Coluna:
    digits = chars - _ZERO
    invalidos = vazios = np.zeros(len(chars), bool)
    if digits.max(initial=0) > _NINE:
        vazios, invalidos, digits = _forgive_blanks(chars, digits)
    pairs = digits[:, ::2] * 10 + digits[:, 1::2]  # at most 99, which uint8 holds
    year, month, day = _split_pairs(pairs, tipo)
    zeros = (day | month) == 0
    if zeros.any():
        vazios = vazios | (zeros & ~pairs.any(axis=1) & ~invalidos)
    starts, lengths = _calendar()
    where = year * _CENTURY + month
    valid = (day - 1 < lengths[where]) & (day > 0) & ~vazios & ~invalidos
    days = (starts[where] + day - 1).astype("datetime64[D]")
    return Coluna(valores=np.where(valid, days, _NO_DAY), invalidos=~valid & ~vazios, vazios=vazios)


def _split_pairs(pairs: Matriz, tipo: Tipo) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]:
    """Return year, month and day of dates given as pairs of digits."""
    number = pairs.astype(np.int32)
    if tipo is Tipo.DATA_AAAAMMDD:
        return number[:, 0] * _CENTURY + number[:, 1], number[:, 2], number[:, 3]
    if tipo is Tipo.DATA_DDMMAAAA:
        return number[:, 2] * _CENTURY + number[:, 3], number[:, 1], number[:, 0]
    return full_year(number[:, 2]), number[:, 1], number[:, 0]


@cache
def _calendar() -> tuple[NDArray[np.int64], NDArray[np.int8]]:
    """Return, at ``year * 100 + month``, a month's first day since 1970 and its length; 0 for what is no month."""
    firsts = np.arange("0000-01", "10000-02", dtype="datetime64[M]").astype("datetime64[D]").astype(np.int64)
    starts = np.zeros((_YEARS, _CENTURY), np.int64)
    lengths = np.zeros((_YEARS, _CENTURY), np.int8)
    starts[:, 1 : _MONTHS + 1] = firsts[:-1].reshape(_YEARS, _MONTHS)
    lengths[1:, 1 : _MONTHS + 1] = np.diff(firsts).reshape(_YEARS, _MONTHS)[1:]  # there is no year 0
    return starts.ravel(), lengths.ravel()


def full_year(short: Numero) -> Numero:
    """Return the year of a two-digit one: 70-99 is 19xx, 00-69 is 20xx."""
    return (short + _CENTURY - _PIVOT) % _CENTURY + _FIRST_YEAR


def _times(chars: Matriz) -> Coluna:
    number = _numbers(chars)
    parts = np.stack([number.valores // 10_000, number.valores // 100 % 100, number.valores % 100], axis=1)
    valid = (parts < _CLOCK).all(axis=1) & ~number.invalidos & ~number.vazios
    valores = np.where(valid, (parts @ _SECONDS).astype("timedelta64[s]"), np.timedelta64("NaT", "s"))
    return Coluna(valores=valores, invalidos=~valid & ~number.vazios, vazios=number.vazios)
