"""The titles of a large file, made some thousand at a time whenever somebody looks at them, and not kept.

A title as an object takes several times the bytes of its line; a file of a hundred thousand would fill the memory for
nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import overload

import numpy as np
from numpy.typing import NDArray

from finbank_desktop.domain.ocorrencias import Ocorrencia
from finbank_desktop.layouts.reader import Leitura

BLOCO = 2_048
"""Titles at a time."""


def part(leitura: Leitura, first: int, last: int) -> Leitura:
    """Return the rows from *first* up to *last* of a file as a file of their own; lines keep their numbers."""
    linhas = leitura.linhas
    some = replace(linhas, matriz=linhas.matriz[first:last], numeros=linhas.numeros[first:last], problems=[])
    return Leitura(layout=leitura.layout, linhas=some)


class OnDemand(Sequence[Ocorrencia]):
    """The titles of a file, in its order; see `blocks` for the cheapest way to go through them."""

    def __init__(
        self, leitura: Leitura, rows: NDArray[np.intp], make: Callable[[Leitura], Sequence[Ocorrencia]]
    ) -> None:
        """Keep the lines.

        Args:
            leitura: The whole file; only its lines are kept.
            rows: Where each title begins.
            make: Returns the titles of a part of the file.
        """
        self._lines = part(leitura, 0, len(leitura))
        self._total = len(rows)
        self._bounds = [*rows[::BLOCO].tolist(), len(leitura)]
        self._make = make
        self._last: tuple[int, Sequence[Ocorrencia]] = (-1, ())

    def __len__(self) -> int:
        """Return the number of titles."""
        return self._total

    @overload
    def __getitem__(self, index: int) -> Ocorrencia: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Ocorrencia]: ...

    def __getitem__(self, index: int | slice) -> Ocorrencia | Sequence[Ocorrencia]:
        """Return one title or several."""
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(self._total))]
        at = range(self._total)[index]
        if self._last[0] != at // BLOCO:
            self._last = (at // BLOCO, self._block(at // BLOCO))
        return self._last[1][at % BLOCO]

    def __iter__(self) -> Iterator[Ocorrencia]:
        """Yield all titles."""
        for block in self.blocks():
            yield from block

    def blocks(self) -> Iterator[Sequence[Ocorrencia]]:
        """Yield all titles, `BLOCO` at a time."""
        return map(self._block, range(len(self._bounds) - 1))

    def _block(self, number: int) -> Sequence[Ocorrencia]:
        return self._make(part(self._lines, self._bounds[number], self._bounds[number + 1]))


def blocks(records: Sequence[Ocorrencia]) -> Iterator[Sequence[Ocorrencia]]:
    """Yield *records* some thousand at a time, however they are kept."""
    if isinstance(records, OnDemand):
        return records.blocks()
    return (records[start : start + BLOCO] for start in range(0, len(records), BLOCO))
