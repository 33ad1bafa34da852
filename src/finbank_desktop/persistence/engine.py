"""Connections to the database and the rules they work under.

SQLite: write-ahead log, every commit on the disk before it counts (``synchronous=FULL``), foreign keys enforced, five
seconds of patience. Transactions are begun by us, not by the ``sqlite3`` module, which begins them too late: a writer
begins with ``BEGIN IMMEDIATE``, so that what it reads cannot move before it writes.

What goes wrong never tells the values that were written: they are people's names and numbers.

A database in memory has one connection for all, so it serves one thread only; it is for trying things out.

PostgreSQL: one writer at a time as well, by an advisory lock that is waited for as long; readers see one snapshot.
"""

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Pool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import StaticPool

from finbank_desktop.domain.problems import OutsideError
from finbank_desktop.persistence.folders import NOME, data_folder
from finbank_desktop.persistence.folding import lend

BUSY_TIMEOUT_MS = 5000
_MEMORY = ("", ":memory:")
_ADVISORY_LOCK = 0x46_49_4E_42
"""Any number will do as long as nobody else on the server uses it: FINB."""


def parse_url(url: str | None) -> URL:
    """Return where the database is: the user's own, an SQLite path, or an SQLAlchemy URL.

    Raises:
        OutsideError: It is none of these, or its driver is not installed.
    """
    if url is None:
        return URL.create("sqlite", database=str(data_folder() / NOME))
    if "://" not in url:
        return URL.create("sqlite", database=url)
    try:
        achado = make_url(url)
        achado.get_dialect().import_dbapi()
    except (ArgumentError, NoSuchModuleError):
        mensagem = (
            "Este endereço de banco de dados não serve; use um arquivo ou postgresql+psycopg://usuario@servidor/nome."
        )
        raise OutsideError("endereco_invalido", mensagem, url) from None
    except ImportError:
        mensagem = "Falta o módulo psycopg para usar PostgreSQL; instale finbank-desktop[postgres]."
        raise OutsideError("falta_modulo", mensagem, achado.render_as_string()) from None
    return achado


def sqlite_path(url: URL) -> Path | None:
    """Return the file of an SQLite database; ``None`` for one in memory or on a server."""
    if url.get_backend_name() != "sqlite" or (url.database or "") in _MEMORY:
        return None
    return Path(str(url.database)).expanduser().absolute()


def create_engines(url: URL) -> tuple[Engine, Engine]:
    """Return the writer's and the readers' engine; one and the same for a database in memory."""
    if url.get_backend_name() != "sqlite":
        escreve = create_engine(url, pool_pre_ping=True, hide_parameters=True, connect_args={"connect_timeout": 5})
        event.listen(escreve, "begin", _lock_out_other_writers)
        le = create_engine(url, pool_pre_ping=True, hide_parameters=True, connect_args={"connect_timeout": 5})
        return escreve, le.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    caminho = sqlite_path(url)
    if caminho is None:
        memoria = create_engine(
            url, poolclass=StaticPool, hide_parameters=True, connect_args={"check_same_thread": False}
        )
        _obey_us(memoria, "BEGIN IMMEDIATE", query_only=False)
        return memoria, memoria
    url = url.set(database=str(caminho))
    escreve, le = create_engine(url, hide_parameters=True), create_engine(url, hide_parameters=True)
    _obey_us(escreve, "BEGIN IMMEDIATE", query_only=False)
    _obey_us(le, "BEGIN", query_only=True)
    return escreve, le


def _obey_us(engine: Engine, begin: str, *, query_only: bool) -> None:
    def connected(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the module begins nothing by itself
        lend(connection)
        for pragma in (
            f"busy_timeout={BUSY_TIMEOUT_MS}",
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            f"query_only={'ON' if query_only else 'OFF'}",
        ):
            connection.execute(f"PRAGMA {pragma}").close()

    def begun(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    pool: Pool = engine.pool
    event.listen(pool, "connect", connected)
    event.listen(engine, "begin", begun)


def _lock_out_other_writers(connection: Connection) -> None:
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {BUSY_TIMEOUT_MS}")
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})")
