"""The titles of a file, column by column: one title is one record, also where it is spread over several lines."""

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from finbank_desktop.cnab.papeis import Lugar, Papeis
from finbank_desktop.layouts.model import Papel
from finbank_desktop.layouts.reader import Leitura

T = TypeVar("T")


class Titulos:
    """The titles of a file that was read, and the values of their fields as Python lists, in file order."""

    def __init__(self, leitura: Leitura, papeis: Papeis) -> None:
        """Find the titles of *leitura*."""
        self.leitura = leitura
        self.papeis = papeis
        self.rows = leitura.rows(papeis.titulo)

    def __len__(self) -> int:
        """Return the number of titles."""
        return len(self.rows)

    def lines(self) -> list[int]:
        """Return the line of the file, from 1, that each title begins on."""
        return [int(number) for number in self.leitura.linhas.numeros[self.rows]]

    def values(self, role: str) -> list[Any]:
        """Return amounts (centavos) or dates of *role*; ``None`` where the file has none or no valid one."""
        lugar = self.papeis.campos.get(role)
        if lugar is None:
            return [None] * len(self)
        coluna = self.leitura.column(lugar.registro, lugar.campo)
        missing = coluna.vazios | coluna.invalidos
        found = [None if gone else value for value, gone in zip(coluna.valores.tolist(), missing, strict=True)]
        return self._spread(lugar.registro, found, empty=None)

    def texts(self, role: str, *, keep: bool = False) -> list[str]:
        """Return what stands in the file for *role*, empty where there is nothing; blanks as in `texts_at`."""
        lugar = self.papeis.campos.get(role)
        return self.texts_at(lugar, keep=keep) if lugar else [""] * len(self)

    def texts_at(self, lugar: Lugar, *, keep: bool = False) -> list[str]:
        """Return what stands at *lugar* for each title, blanks at both ends cut unless *keep*."""
        chars = self.leitura.linhas.matriz[self.leitura.rows(lugar.registro), lugar.inicio - 1 : lugar.fim]
        texts = np.ascontiguousarray(chars).view(f"S{chars.shape[1]}").reshape(len(chars)).tolist()
        found = [str(text, "latin-1") if keep else str(text, "latin-1").strip() for text in texts]
        return self._spread(lugar.registro, found, empty="")

    def has(self, registro: str) -> list[bool]:
        """Return which titles have a record *registro*."""
        return self._spread(registro, [True] * len(self.leitura.rows(registro)), empty=False)

    def raw(self) -> Iterator[tuple[str, ...]]:
        """Yield the lines of each title, as read."""
        rows = self._details
        bounds = [*np.searchsorted(rows, self.rows).tolist(), len(rows)]
        texts = [self.leitura.text(row) for row in rows.tolist()]
        for first, last in pairwise(bounds):
            yield tuple(texts[first:last])

    def orphans(self) -> list[int]:
        """Return the lines of details that stand before any title."""
        rows = self._details
        first = int(self.rows[0]) if len(self) else len(self.leitura)
        return [self.leitura.number(row) for row in rows[rows < first].tolist()]

    @cached_property
    def _details(self) -> NDArray[np.intp]:
        """Rows of all details, in file order."""
        rows = [self.leitura.rows(registro.nome) for registro in self.leitura.layout.of(Papel.DETALHE)]
        return np.sort(np.concatenate(rows)) if rows else np.empty(0, np.intp)

    def _spread(self, registro: str, found: list[T], *, empty: T) -> list[T]:
        """Give each title the value of its own record *registro*; the first one where it has several."""
        if registro == self.papeis.titulo:
            return found
        result = [empty] * len(self)
        owners = np.searchsorted(self.rows, self.leitura.rows(registro), side="right") - 1
        for owner, value in zip(owners[::-1].tolist(), reversed(found), strict=True):
            if owner >= 0:
                result[owner] = value
        return result
