"""The titles of a remessa as columns: what each says in a field, wherever its layout keeps that field."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from finbank_desktop.cnab.papeis import Papeis
from finbank_desktop.layouts.columns import MAX_DIGITS
from finbank_desktop.layouts.model import Campo, Papel, Registro, Tipo
from finbank_desktop.layouts.reader import Leitura

Mascara = NDArray[np.bool_]
Linhas = NDArray[np.intp]

ENTRADA = "01"
"""The movement that registers a title, in every bank's tables."""
_NO_DAY = np.datetime64("NaT", "D")


@dataclass(frozen=True, slots=True)
class Lugar:
    """A field of a record of titles."""

    registro: Registro
    campo: Campo


class Quadro:
    """The titles of one file; every column has one entry per title, in the order of the file."""

    def __init__(self, leitura: Leitura, papeis: Papeis) -> None:
        """Find the titles of *leitura*."""
        self.leitura = leitura
        self.layout = leitura.layout
        self.papeis = papeis
        self.titulos = leitura.rows(papeis.titulo)
        self._owned: dict[str, tuple[Linhas, NDArray[np.intp]]] = {}

    def __len__(self) -> int:
        """Return the number of titles."""
        return len(self.titulos)

    @cached_property
    def registros(self) -> tuple[Registro, ...]:
        """The record types of titles, the one that opens a title first."""
        details = self.layout.of(Papel.DETALHE)
        return tuple(sorted(details, key=lambda registro: registro.nome != self.papeis.titulo))

    def place(self, *nomes: str) -> Lugar | None:
        """Return the first field of one of these names; of two records with it, the one that opens a title."""
        for nome in nomes:
            for registro in self.registros:
                if nome in registro:
                    return Lugar(registro, registro.campo(nome))
        return None

    def number_at(self, *nomes: str) -> Lugar | None:
        """Return the first of these fields that holds numbers; ``None`` when there is none or it holds text."""
        place = self.place(*nomes)
        is_number = place and place.campo.tipo is Tipo.NUMERO and place.campo.tamanho <= MAX_DIGITS
        return place if is_number else None

    def date_at(self, *nomes: str) -> Lugar | None:
        """Return the first of these fields if it holds dates."""
        place = self.place(*nomes)
        return place if place and place.campo.tipo.is_date else None

    def rows(self, registro: Registro) -> Linhas:
        """Return each title's row of *registro*, its first where it has several, -1 where it has none."""
        return self._ownership(registro)[0]

    def numbers(self, place: Lugar | None) -> NDArray[np.int64]:
        """Return numbers; 0 where there is none, or no valid one, or no such field."""
        if place is None:
            return np.zeros(len(self), np.int64)
        valores = self.leitura.column(place.registro.nome, place.campo.nome).valores
        return self._spread(place.registro, valores, np.int64(0))

    def dates(self, place: Lugar | None) -> NDArray[np.datetime64]:
        """Return dates; NaT where there is none, or no valid one, or no such field."""
        if place is None:
            return np.full(len(self), _NO_DAY)
        valores = self.leitura.column(place.registro.nome, place.campo.nome).valores
        return self._spread(place.registro, valores, _NO_DAY)

    def invalid(self, place: Lugar) -> Mascara:
        """Return where the bytes are no value of the field's type, which is told already."""
        invalidos = self.leitura.column(place.registro.nome, place.campo.nome).invalidos
        return self._spread(place.registro, invalidos, np.False_)

    def texts(self, place: Lugar | None) -> NDArray[np.bytes_]:
        """Return texts, blanks at both ends cut; empty where there is none."""
        if place is None:
            return np.full(len(self), b"")
        return self.slices(place.registro, place.campo.inicio, place.campo.fim)

    def slices(self, registro: Registro, inicio: int, fim: int) -> NDArray[np.bytes_]:
        """Return what stands at positions of *registro*, blanks at both ends cut."""
        rows = self.leitura.rows(registro.nome)
        chars = np.ascontiguousarray(self.leitura.linhas.matriz[rows, inicio - 1 : fim])
        texts = np.strings.strip(chars.view(f"S{fim - inicio + 1}").reshape(len(rows)), b" ")
        return self._spread(registro, texts, b"")

    def has(self, registro: Registro) -> Mascara:
        """Return which titles have a record *registro*."""
        return self.rows(registro) >= 0

    @cached_property
    def entradas(self) -> Mascara:
        """Which titles are to be registered; an instruction for one that the bank knows says less."""
        place = self.papeis.campos.get("codigo")
        if place is None:
            return np.ones(len(self), bool)
        registro = self.layout.registro(place.registro)
        codes = self.slices(registro, place.inicio, place.fim)
        return np.asarray(np.strings.rjust(codes, 2, b"0") == ENTRADA.encode(), bool)

    def nonempty(self, place: Lugar | None) -> Mascara:
        """Return where something other than blanks and zeros stands."""
        return np.asarray(np.strings.strip(self.texts(place), b" 0") != b"", bool)

    def _ownership(self, registro: Registro) -> tuple[Linhas, NDArray[np.intp]]:
        """Return each title's row of *registro*, and which of the record's rows that is; -1 for none."""
        if registro.nome not in self._owned:
            rows = self.leitura.rows(registro.nome)
            owners = np.searchsorted(self.titulos, rows, side="right") - 1
            which = np.full(len(self), -1, np.intp)
            behind = np.flatnonzero(owners >= 0)[::-1]
            which[owners[behind]] = behind
            mine = np.where(which >= 0, rows[which] if len(rows) else -1, -1)
            self._owned[registro.nome] = (mine, which)
        return self._owned[registro.nome]

    def _spread(self, registro: Registro, valores: NDArray, empty: object) -> NDArray:  # type: ignore[type-arg] # of any kind
        which = self._ownership(registro)[1]
        if not len(valores):
            return np.full(len(self), empty, valores.dtype)
        return np.where(which >= 0, valores[which], np.asarray(empty, valores.dtype))
