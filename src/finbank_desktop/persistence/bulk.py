"""Writing thousands of rows: the statement is compiled once, and rows go to the driver as tuples.

SQLAlchemy's own way asks for every value of every row by its name, which takes as long again as SQLite takes to write
it (measured on an import of 100,000 titles).
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Insert, Table, Update, bindparam, insert, update

from finbank_desktop.persistence.mapping import Valores

_ID = "_id"


def insert_rows(connection: Connection, table: Table, rows: Sequence[Valores]) -> None:
    """Insert *rows*, which all have the same columns."""
    if rows:
        comando = insert(table).values({nome: bindparam(nome, type_=table.c[nome].type) for nome in rows[0]})
        _execute(connection, comando, table, {nome: nome for nome in rows[0]}, rows)


def update_rows(connection: Connection, table: Table, rows: Sequence[Valores]) -> None:
    """Write *rows*, which all have ``id`` and otherwise the same columns, over those with these ids."""
    if rows:
        parametros = {nome: nome if nome == "id" else f"_{nome}" for nome in rows[0]}
        novos = {n: bindparam(p, type_=table.c[n].type) for n, p in parametros.items() if n != "id"}
        comando = update(table).where(table.c.id == bindparam(_ID)).values(novos)
        _execute(connection, comando, table, parametros | {"id": _ID}, rows)


def _execute(
    connection: Connection, comando: Insert | Update, table: Table, parametros: Valores, rows: Sequence[Valores]
) -> None:
    """Execute *comando* once per row; *parametros* names the parameter of each column."""
    compilado = comando.compile(dialect=connection.dialect)
    ordem: Sequence[str] | None = getattr(compilado, "positiontup", None)
    if ordem is None:  # a driver that takes its parameters by name
        connection.execute(comando, [{parametros[nome]: valor for nome, valor in row.items()} for row in rows])
        return
    colunas = {parametro: nome for nome, parametro in parametros.items()}
    nomes = [colunas[parametro] for parametro in ordem]
    feitores = {nome: feitor for nome in nomes if (feitor := _processor(connection, table, nome))}
    tuplas = zip(*(_column(rows, nome, feitores.get(nome)) for nome in nomes), strict=True)
    connection.exec_driver_sql(str(compilado), list(tuplas))


def _column(rows: Sequence[Valores], nome: str, feitor: Callable[[Any], Any] | None) -> list[Any]:
    valores = [row[nome] for row in rows]
    if feitor is None:
        return valores
    if isinstance(next(filter(None, valores), None), date):  # of which a file has few
        feitos = {valor: feitor(valor) for valor in set(valores)}
        return [feitos[valor] for valor in valores]
    return [feitor(valor) for valor in valores]


def _processor(connection: Connection, table: Table, nome: str) -> Callable[[Any], Any] | None:
    tipo = table.c[nome].type.dialect_impl(connection.dialect)
    return tipo.bind_processor(connection.dialect)
