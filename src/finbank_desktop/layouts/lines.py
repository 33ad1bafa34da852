"""The bytes of a file become a matrix: one row per line, one column per position, one byte per letter (Latin-1).

Tolerant of what real files do; every repair is told as a `Problem`. A regular file (every line of the same length,
printable ASCII) is not copied: its matrix is a view of the file's own bytes.
"""

import mmap
from collections.abc import Collection

import numpy as np

from finbank_desktop.domain.problems import Problem
from finbank_desktop.layouts.matrix import BLOCK, Linhas, Matriz, empty
from finbank_desktop.layouts.repair import Repair
from finbank_desktop.layouts.sniffing import SAMPLE, TAMANHOS, Palpite, sniff

__all__ = ["BLOCK", "SAMPLE", "TAMANHOS", "Linhas", "Matriz", "Palpite", "sniff", "split"]

_BLANK, _TILDE = 0x20, 0x7E


def split(data: bytes | mmap.mmap, tamanho: int, menores: Collection[int] = ()) -> Linhas:
    """Return the lines of *data*, each brought to *tamanho* positions.

    Args:
        data: A whole file. What is plainly no text (see `sniff`) gives no lines and one error.
        tamanho: Positions of a line.
        menores: Lengths below *tamanho* that lines may have as well.
    """
    palpite = sniff(data[:SAMPLE], (tamanho,))
    if palpite.foreign:
        problem = Problem(message=palpite.reason, fix="Escolha o arquivo que o banco enviou ou que vai ao banco.")
        return empty(tamanho, [problem])
    return _regular(data, tamanho, palpite.newline) or Repair(data, tamanho, menores).lines()


def _regular(data: bytes | mmap.mmap, tamanho: int, newline: bytes) -> Linhas | None:
    """Return a view of a file that needs no repair, ``None`` of any other."""
    stride = tamanho + len(newline)
    rows, rest = divmod(len(data) + len(newline), stride)
    # The last line may be ended or not; without line ends only a single line is regular.
    if rest not in {0, len(newline)} or (not newline and rows != 1):
        return None
    buffer = np.frombuffer(data, np.uint8)
    matriz = np.lib.stride_tricks.as_strided(buffer, (rows, tamanho), (stride, 1), writeable=False)
    ends = np.frombuffer(newline, np.uint8)
    ended = np.lib.stride_tricks.as_strided(
        buffer[tamanho:], (max(rows - 1, 0), len(newline)), (stride, 1), writeable=False
    )
    for start in range(0, rows, BLOCK):
        # One subtraction tells all: bytes below the blank wrap around to above the tilde.
        if (matriz[start : start + BLOCK] - _BLANK).max() > _TILDE - _BLANK:
            return None
        if (ended[start : start + BLOCK] != ends).any():
            return None
    if bytes(data[rows * stride - len(newline) :]) not in {b"", newline} or _has_blank_row(matriz):
        return None
    return Linhas(matriz=matriz, numeros=np.arange(1, rows + 1), tamanho=tamanho, newline=newline, encoding="ascii")


def _has_blank_row(matriz: Matriz) -> bool:
    suspects = np.flatnonzero((matriz[:, 0] == _BLANK) & (matriz[:, -1] == _BLANK))
    return any(bool((matriz[row] == _BLANK).all()) for row in suspects)
