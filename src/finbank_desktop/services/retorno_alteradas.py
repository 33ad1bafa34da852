"""The rows of our books that a plan changes, kept small: what each will differ in, not the row before and after."""

from array import array
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import Any, Generic, TypeAlias, TypeVar

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.services.packed import Packed

T = TypeVar("T", Boleto, ContaReceber)

_NOMES = {kind: tuple(campo.name for campo in fields(kind)) for kind in (Boleto, ContaReceber)}
_Reader: TypeAlias = tuple[tuple[str, ...], Callable[[object], tuple[Any, ...]]]
_READERS: dict[type, _Reader] = {kind: (nomes, attrgetter(*nomes)) for kind, nomes in _NOMES.items()}


@dataclass(frozen=True, slots=True)
class Alterada:
    """A row that changes.

    Attributes:
        versao: The version it was seen with.
        campos: The attributes that change, as they will be.
    """

    id: int
    versao: int
    campos: Mapping[str, Any]


class Alteradas(Generic[T]):
    """Rows of one table that a plan changes; each is told once, as the plan's last line leaves it."""

    def __init__(self) -> None:
        """Begin without any."""
        self._parts: list[Packed[Alterada]] = []
        self._ids: list[array[int]] = []
        self._latest: dict[int, int] = {}

    def __len__(self) -> int:
        """Return how many rows change."""
        return sum(map(len, self._ids)) - self._told_again()

    def add(self, antes: Mapping[int, T], depois: Mapping[int, T]) -> None:
        """Add the rows *depois*; what was said of one of them before holds no longer.

        Args:
            antes: The rows as the books have them, by id; those of *depois* at least.
            depois: The rows as they will be, by id.
        """
        if not depois:
            return
        for row in self._known(depois):
            self._latest[row] = len(self._parts)
        self._parts.append(Packed(_alterada(antes[row], novo) for row, novo in depois.items()))
        self._ids.append(array("q", depois))

    def recall(self, rows: Mapping[int, T]) -> dict[int, T]:
        """Return those of *rows*, which are as the books have them, that change, as they will be."""
        achadas: dict[int, T] = {}
        for each, ids in zip(self._parts, self._ids, strict=True):
            if not rows.keys().isdisjoint(ids):
                achadas |= {um.id: replace(rows[um.id], **um.campos) for um in each if um.id in rows}
        return achadas

    def blocks(self) -> Iterator[list[Alterada]]:
        """Yield all rows, some thousand at a time."""
        for number, each in enumerate(self._parts):
            for block in each.blocks():
                yield [um for um in block if self._latest.get(um.id, number) == number]

    def _known(self, rows: Mapping[int, T]) -> list[int]:
        return [row for ids in self._ids for row in ids if row in rows]

    def _told_again(self) -> int:
        times = sum(row in self._latest for ids in self._ids for row in ids) if self._latest else 0
        return times - len(self._latest)


def _alterada(antes: T, depois: T) -> Alterada:
    nomes, valores = _READERS[type(antes)]
    pares = zip(nomes, valores(antes), valores(depois), strict=True)
    campos = {nome: novo for nome, velho, novo in pares if velho is not novo and velho != novo}
    return Alterada(antes.id, antes.versao, campos)
