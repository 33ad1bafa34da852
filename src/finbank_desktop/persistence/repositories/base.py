"""What every repository can do: get, add and change rows, one or many, each change checked against its version."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, func, insert, select

from finbank_desktop.persistence import bulk
from finbank_desktop.persistence.errors import MissingError, StaleError
from finbank_desktop.persistence.mapping import Linha, Valores

_MANY = 5_000
"""Values in one IN list; SQLite takes 32,766 parameters in a statement (sqlite.org/limits.html)."""


class Stored(Protocol):
    """A frozen dataclass with a row number and a version."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> int:
        """Row number; 0 before it is saved."""

    @property
    def versao(self) -> int:
        """Count of its changes; 0 before it is saved."""


class Coded(Stored, Protocol):
    """One that a person knows by a codigo within its empresa."""

    @property
    def empresa_id(self) -> int:
        """Whose it is."""

    @property
    def codigo(self) -> str:
        """Unique within the empresa."""


T = TypeVar("T", bound=Stored)
C = TypeVar("C", bound=Coded)
V = TypeVar("V")


def chunks(valores: Iterable[V]) -> Iterator[list[V]]:
    """Give *valores* in pieces that fit one statement, each value once."""
    restantes = iter(dict.fromkeys(valores))
    while pedaco := list(islice(restantes, _MANY)):
        yield pedaco


def within(coluna: Any, valores: Sequence[Any]) -> ColumnElement[bool]:
    """Return the condition that *coluna* is one of *valores*: all of them as one parameter, which is made quicker."""
    condicao: ColumnElement[bool] = coluna.in_(bindparam("valores", valores, unique=True, expanding=True))
    return condicao


class Repository(Generic[T]):
    """The rows of one table as domain objects.

    Attributes:
        table: Where they are.
        nome: What one of them is called in a sentence, with its article (``"O boleto"``).
    """

    table: ClassVar[Table]
    nome: ClassVar[str]

    def __init__(self, connection: Connection) -> None:
        """Work on *connection*, within its transaction."""
        self._connection = connection

    def _row(self, obj: T) -> Valores:
        raise TypeError(f"{type(self).__name__} não diz como se grava {obj!r}")

    def _objects(self, linhas: Sequence[Linha]) -> list[T]:
        raise TypeError(f"{type(self).__name__} não diz como se leem {len(linhas)} linhas")

    def _select(self, *condicoes: Any, ordem: Any = None) -> list[T]:
        comando = select(self.table).where(*condicoes)
        ordens = ordem if isinstance(ordem, tuple) else (self.table.c.id if ordem is None else ordem,)
        comando = comando.order_by(*ordens)
        achadas = self._connection.execute(comando)
        nomes = tuple(achadas.keys())  # as dictionaries they are read several times faster than as rows
        return self._objects([dict(zip(nomes, linha, strict=True)) for linha in achadas])

    def _select_in(self, coluna: Any, valores: Iterable[Any], *condicoes: Any) -> list[T]:
        return [obj for pedaco in chunks(valores) for obj in self._select(within(coluna, pedaco), *condicoes)]

    def get(self, row: int) -> T:
        """Return the object with id *row*.

        Raises:
            MissingError: There is none.
        """
        achados = self._select(self.table.c.id == row)
        if not achados:
            raise MissingError(self.nome.partition(" ")[2], row)
        return achados[0]

    def get_many(self, rows: Iterable[int]) -> dict[int, T]:
        """Return those of *rows* that exist, by id."""
        return {obj.id: obj for obj in self._select_in(self.table.c.id, rows)}

    def versions(self, rows: Iterable[int]) -> dict[int, int]:
        """Return the version of each of *rows* that exists; what a plan is compared with."""
        t = self.table.c
        achados: dict[int, int] = {}
        for pedaco in chunks(rows):
            comando = select(t.id, t.versao).where(within(t.id, pedaco))
            achados.update((row, versao) for row, versao in self._connection.execute(comando))
        return achados

    def add(self, obj: T) -> T:
        """Insert *obj* and return it with its id and version 1."""
        return self.add_many([obj])[0]

    def add_many(self, objs: Sequence[T]) -> list[T]:
        """Insert all *objs* in bulk and return them with ids and version 1, in their order."""
        rows = self.add_ids(objs)
        return [replace(obj, id=row, versao=1) for obj, row in zip(objs, rows, strict=True)]

    def add_ids(self, objs: Sequence[T]) -> Sequence[int]:
        """Insert all *objs* in bulk and return only their ids, in their order."""
        if not objs:
            return []
        sqlite = self._connection.dialect.name == "sqlite"
        return self._insert_counting(objs) if sqlite else self._insert_returning(objs)

    def _insert_returning(self, objs: Sequence[T]) -> Sequence[int]:
        comando = insert(self.table).returning(self.table.c.id, sort_by_parameter_order=True)
        return self._connection.scalars(comando, [self._row(obj) | {"versao": 1} for obj in objs]).all()

    def _insert_counting(self, objs: Sequence[T]) -> Sequence[int]:
        """Insert *objs* and return their ids.

        SQLite would have to be asked row by row. But AUTOINCREMENT only counts up (sqlite.org/autoinc.html) and nobody
        else writes within our transaction, so the new rows are those above the last one, in the order they came.
        """
        t = self.table.c
        antes = self._connection.scalar(select(func.max(t.id))) or 0
        self.add_all(objs)
        return self._connection.scalars(select(t.id).where(t.id > antes).order_by(t.id)).all()

    def add_all(self, objs: Sequence[T]) -> None:
        """Insert all *objs* in bulk, without asking for their ids: several times faster than `add_many`."""
        bulk.insert_rows(self._connection, self.table, [self._row(obj) | {"versao": 1} for obj in objs])

    def delete_where(self, **colunas: Any) -> int:
        """Take away the rows whose columns have those values and return how many they were."""
        t = self.table.c
        comando = delete(self.table).where(*(t[coluna] == valor for coluna, valor in colunas.items()))
        return self._connection.execute(comando).rowcount

    def update(self, obj: T) -> T:
        """Write *obj* over its row and return it with the next version.

        Raises:
            StaleError: The row moved since *obj* was read, or is gone.
        """
        return self.update_many([obj])[0]

    def update_many(self, objs: Sequence[T]) -> list[T]:
        """Write all *objs* over their rows in bulk and return them with their next versions.

        Raises:
            StaleError: One row moved or is gone; nothing was written.
        """
        antes = self._stored(obj.id for obj in objs)
        for obj in objs:
            if obj.id not in antes or antes[obj.id]["versao"] != obj.versao:
                raise StaleError(self.nome, obj.id)
        rows = [self._row(obj) for obj in objs]
        # an index is written anew for every column that is set, so only what differs in one of the rows is
        mudadas = {c for obj, row in zip(objs, rows, strict=True) for c in row if row[c] != antes[obj.id][c]}
        novos = [replace(obj, versao=obj.versao + 1) for obj in objs]
        valores = [
            {coluna: row[coluna] for coluna in mudadas} | {"versao": novo.versao, "id": novo.id}
            for novo, row in zip(novos, rows, strict=True)
        ]
        bulk.update_rows(self._connection, self.table, valores)
        return novos

    def amend(self, mudadas: Iterable[tuple[int, int, Valores]]) -> dict[int, Valores]:
        """Write some columns of some rows in bulk and return what stood in these columns, and ``versao``, by row.

        Args:
            mudadas: Row, the version it must still have, and its columns as they will be.

        Raises:
            StaleError: One row moved or is gone.
        """
        grupos: dict[tuple[str, ...], list[tuple[int, int, Valores]]] = defaultdict(list)
        for mudada in mudadas:
            grupos[tuple(sorted(mudada[2]))].append(mudada)
        antes: dict[int, Valores] = {}
        for colunas, suas in grupos.items():
            antes |= self._amend(colunas, suas)
        return antes

    def _amend(self, colunas: Sequence[str], mudadas: Sequence[tuple[int, int, Valores]]) -> dict[int, Valores]:
        t = self.table.c
        nomes = (*colunas, "versao")
        antes: dict[int, Valores] = {}
        for pedaco in chunks(row for row, *_ in mudadas):
            lidas = self._connection.execute(select(t.id, *(t[nome] for nome in nomes)).where(within(t.id, pedaco)))
            antes |= {row: dict(zip(nomes, valores, strict=True)) for row, *valores in lidas}
        for row, versao, _ in mudadas:
            if row not in antes or antes[row]["versao"] != versao:
                raise StaleError(self.nome, row)
        valores = [novas | {"versao": versao + 1, "id": row} for row, versao, novas in mudadas]
        bulk.update_rows(self._connection, self.table, valores)
        return antes

    def _stored(self, rows: Iterable[int]) -> dict[int, Linha]:
        t = self.table
        return {
            linha["id"]: linha
            for pedaco in chunks(rows)
            for linha in self._connection.execute(select(t).where(t.c.id.in_(pedaco))).mappings()
        }


class CodedRepository(Repository[C]):
    """Rows that a person knows by a codigo, unique within their empresa."""

    def find_by_codigo(self, empresa_id: int, codigo: str) -> C | None:
        """Return the object with that codigo, or ``None``."""
        achados = self._select(self.table.c.empresa_id == empresa_id, self.table.c.codigo == codigo)
        return achados[0] if achados else None

    def find_many_by_codigo(self, empresa_id: int, codigos: Iterable[str]) -> dict[str, C]:
        """Return those that exist, by codigo."""
        achados = self._select_in(self.table.c.codigo, codigos, self.table.c.empresa_id == empresa_id)
        return {obj.codigo: obj for obj in achados}

    def codigos(self, empresa_id: int) -> set[str]:
        """Return every codigo that is taken in an empresa."""
        t = self.table.c
        return set(self._connection.scalars(select(t.codigo).where(t.empresa_id == empresa_id)))

    def all(self, empresa_id: int | None = None) -> list[C]:
        """Return all of *empresa_id* (or of every empresa), by codigo."""
        t = self.table.c
        condicoes = [] if empresa_id is None else [t.empresa_id == empresa_id]
        comando = select(self.table).where(*condicoes).order_by(t.empresa_id, t.codigo)
        return self._objects(self._connection.execute(comando).mappings().all())
