"""Holding something for as long as a process lives: who sends the queue of e-mails, or boletos to a bank, is alone.

On SQLite that is an exclusive transaction on a small file beside the books, elsewhere an advisory lock: both end with
the process, however it ends, so that nothing stays held after a crash.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from zlib import crc32

from sqlalchemy import Engine, text

_ADVISORY = 0x45_4E_56_49
"""ENVI; see `engine` for the writers' own. The name's own sum is added, so that two things can be held apart."""
_PRIMARY = 0xFF
"""SQLite's extended result codes keep the primary one in their low byte (sqlite.org/rescode.html)."""


@contextmanager
def hold(engine: Engine, books: Path | None, nome: str) -> Iterator[bool]:
    """Hold *nome* meanwhile; yield whether it could be had.

    Args:
        engine: Of the books, where they are on a server.
        books: Their SQLite file; ``None`` in memory and on a server.
        nome: Ending of the file beside *books*.
    """
    if books is not None:
        with _hold_file(books.with_name(f"{books.name}-{nome}")) as had:
            yield had
    elif engine.dialect.name == "sqlite":
        yield True  # in memory nobody else can come
    else:
        numero = {"n": (_ADVISORY << 32) + crc32(nome.encode())}
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            had = bool(connection.scalar(text("SELECT pg_try_advisory_lock(:n)"), numero))
            try:
                yield had
            finally:
                if had:
                    connection.execute(text("SELECT pg_advisory_unlock(:n)"), numero)


@contextmanager
def _hold_file(path: Path) -> Iterator[bool]:
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)) as connection:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & _PRIMARY != sqlite3.SQLITE_BUSY:
                raise
            had = False
        else:
            had = True
        yield had
