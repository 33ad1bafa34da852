"""The shape every file takes: a matrix of bytes, with the lines its rows came from."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from finbank_desktop.domain.problems import Problem

BLOCK = 4096  # lines at a time: their columns stay in the processor's cache

Matriz = NDArray[np.uint8]
Indices = NDArray[np.intp]


@dataclass(frozen=True, kw_only=True)
class Linhas:
    """The lines of a file.

    Attributes:
        matriz: One row per line that is not blank, one column per position; Latin-1, read-only.
        numeros: The line of the file, from 1, of each row.
        tamanho: Number of columns.
        newline: What ended the lines; empty when nothing did.
        encoding: How letters were written: ``ascii``, ``utf-8``, ``latin-1`` or ``cp850``.
        problems: What had to be repaired.
    """

    matriz: Matriz
    numeros: Indices
    tamanho: int
    newline: bytes
    encoding: str
    problems: list[Problem] = field(default_factory=list)

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self.matriz)


def empty(tamanho: int, problems: list[Problem]) -> Linhas:
    """Return no lines and *problems* that say why."""
    return Linhas(
        matriz=np.empty((0, tamanho), np.uint8),
        numeros=np.empty(0, np.intp),
        tamanho=tamanho,
        newline=b"",
        encoding="ascii",
        problems=problems,
    )
