"""Texts without accents and capitals within a query, where no column keeps them so.

Neither database takes accents away by itself: SQLite is lent our own function, PostgreSQL translates letter by letter.
"""

import sqlite3
from typing import Any

from sqlalchemy import Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction

from finbank_desktop.persistence.mapping import fold

NOME = "finbank_fold"
_COM, _SEM = "áàâãäéêëíïóôõöúüçñ", "aaaaaeeeiioooouucn"


class folded(GenericFunction[str]):  # noqa: N801 - SQLAlchemy names a function by its class
    """A text as `mapping.fold` gives it."""

    type = Text()
    inherit_cache = True


def lend(connection: sqlite3.Connection) -> None:
    """Let *connection* fold."""
    connection.create_function(NOME, 1, lambda texto: None if texto is None else fold(texto), deterministic=True)


@compiles(folded, "sqlite")
def _sqlite(element: folded, compiler: SQLCompiler, **kw: Any) -> str:
    return f"{NOME}({compiler.process(element.clauses, **kw)})"


@compiles(folded, "postgresql")
def _postgresql(element: folded, compiler: SQLCompiler, **kw: Any) -> str:
    return f"translate(lower({compiler.process(element.clauses, **kw)}), '{_COM}', '{_SEM}')"
