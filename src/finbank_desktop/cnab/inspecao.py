"""A file opened to be looked at line by line: nothing is read twice, and nothing of it can be changed."""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from finbank_desktop.cnab import explicacao
from finbank_desktop.cnab.detect import detect
from finbank_desktop.layouts import loader
from finbank_desktop.layouts.explain import Explicacao
from finbank_desktop.layouts.matrix import BLOCK
from finbank_desktop.layouts.reader import read


class Inspecao:
    """One file; its rows are counted from 0, its lines and positions from 1.

    Attributes:
        path: Where it lies.
        layout: Path of the layout it is read by.
        titulo: What the layout calls itself.
    """

    def __init__(self, path: Path) -> None:
        """Open the file at *path*; a large one is mapped and not copied.

        Raises:
            RefusedError: It is no cobrança file that this program reads.
            OutsideError: It cannot be opened.
        """
        self._leitura = read(path, loader.load(detect(path).layout))
        self.path = path
        self.layout = self._leitura.layout.caminho
        self.titulo = self._leitura.layout.titulo

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self._leitura)

    @property
    def tamanho(self) -> int:
        """Positions of a line."""
        return self._leitura.layout.tamanho

    def text(self, row: int) -> str:
        """Return one whole line."""
        return self._leitura.text(row)

    def number(self, row: int) -> int:
        """Return the line of the file that *row* came from."""
        return self._leitura.number(row)

    def row_of(self, line: int) -> int:
        """Return the row of a line of the file; the next one where blank lines were left out."""
        return int(np.searchsorted(self._leitura.linhas.numeros, line))

    def record(self, row: int) -> str:
        """Return what kind of record a row is; empty when the layout has none for it."""
        registro = self._leitura.registro_at(row)
        return registro.titulo or registro.nome if registro else ""

    def bounds(self, row: int, position: int) -> tuple[int, int]:
        """Return first and last position of the field at a position of a row; or just the position."""
        registro = self._leitura.registro_at(row)
        if registro is None or not 1 <= position <= registro.tamanho:
            return position, position
        campo = registro.at(position)
        return campo.inicio, campo.fim

    def explain(self, row: int, position: int | None = None) -> list[Explicacao]:
        """Return the fields of a row, or the one at a position."""
        return list(explicacao.of_leitura(self._leitura, self.number(row), position))

    def find(
        self,
        words: str,
        row: int = 0,
        position: int = 1,
        heard: Callable[[int], object] = lambda _row: None,
    ) -> tuple[int, int] | None:
        """Return row and position of the next *words* from a place on, from the top again after the end.

        Capitals do not matter. *heard* is told how far the search is and may raise to end it.
        """
        wanted = words.upper().encode("latin-1", "replace")
        if not wanted or not len(self):
            return None
        return self._find(wanted, row, position, len(self), heard) or self._find(wanted, 0, 1, row + 1, heard)

    def _find(
        self, wanted: bytes, row: int, position: int, end: int, heard: Callable[[int], object]
    ) -> tuple[int, int] | None:
        width = self.tamanho
        for start in range(row, end, BLOCK):
            heard(start)
            block = self._leitura.linhas.matriz[start : min(start + BLOCK, end)].tobytes().upper()
            at = block.find(wanted, position - 1 if start == row else 0)
            while at >= 0:
                line, column = divmod(at, width)
                if column + len(wanted) <= width:
                    return start + line, column + 1
                at = block.find(wanted, at + 1)
        return None
