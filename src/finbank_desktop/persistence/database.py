"""The database: opened, brought to today's shape, copied for safety, then read and written in transactions."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import URL, create_engine
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import NullPool

from finbank_desktop.domain.cadastros import Empresa, Filial
from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.persistence import backup, schema
from finbank_desktop.persistence.engine import create_engines, parse_url, sqlite_path
from finbank_desktop.persistence.errors import explain, refusal_of_the_books
from finbank_desktop.persistence.holding import hold
from finbank_desktop.persistence.schema import Forma
from finbank_desktop.persistence.unit_of_work import UnitOfWork

_MAGIC = b"SQLite format 3\0"
PRIMEIRA_EMPRESA = "001"


def _now() -> datetime:
    return datetime.now().astimezone()


class Database:
    """The books.

    Attributes:
        caminho: The SQLite file; ``None`` in memory and on a server.
        onde: Path or address, without password, for people.
        ultima_copia: When the last safety copy was taken; ``None`` without any.
        aviso: Why today's safety copy could not be taken, one sentence; empty when all is well.
    """

    def __init__(self, url: URL) -> None:
        """Prepare the connections; nothing is opened yet (see `open`)."""
        self.caminho: Path | None = sqlite_path(url)
        self.onde = str(self.caminho or url.render_as_string(hide_password=True))
        self.ultima_copia: datetime | None = None
        self.aviso = ""
        self._writer, self._reader = create_engines(url)

    @classmethod
    def open(cls, url: str | None = None, *, agora: Callable[[], datetime] = _now) -> Self:
        """Open the database at *url*: ``None`` is the user's own, a bare path is an SQLite file.

        What is not there is made, with empresa and filial "001"; what is older is copied and migrated; at the first
        start of a day a copy is taken.

        Raises:
            OutsideError: It cannot be opened; the sentence says why and what to do.
        """
        database = cls(parse_url(url))
        try:
            with database._translated():
                database._prepare(agora)
        except OSError as error:
            database.close()
            raise explain(error, database.onde) from error
        except BaseException:
            database.close()
            raise
        return database

    def read(self) -> AbstractContextManager[UnitOfWork]:
        """Return a view of the books as they stand at its first reading; it cannot write."""
        return self._transaction(write=False)

    def write(self) -> AbstractContextManager[UnitOfWork]:
        """Return a transaction that no other writer can come between: kept on success, undone on any exception."""
        return self._transaction(write=True)

    @contextmanager
    def hold(self, nome: str) -> Iterator[bool]:
        """Hold *nome* against every other process on these books meanwhile; yield whether it could be had."""
        with self._translated(), hold(self._reader, self.caminho, nome) as had:
            yield had

    def close(self) -> None:
        """Let go of all connections."""
        self._writer.dispose()
        self._reader.dispose()

    def __enter__(self) -> Self:
        """Return itself, open."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close."""
        self.close()

    @contextmanager
    def _transaction(self, *, write: bool) -> Iterator[UnitOfWork]:
        with self._translated(), (self._writer if write else self._reader).begin() as connection:
            yield UnitOfWork(connection)

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except IntegrityError as error:
            if (livros := refusal_of_the_books(error)) is not None:
                raise livros from error
            raise RefusedError(
                "registro_em_conflito",
                "Nada foi gravado: outra janela gravou o mesmo código ou número ao mesmo tempo; tente de novo.",
                str(error.orig).split("\n", maxsplit=1)[0],
            ) from error
        except (DBAPIError, sqlite3.Error) as error:
            raise explain(error, self.onde) from error

    def _prepare(self, agora: Callable[[], datetime]) -> None:
        if self.caminho is not None:
            _check_file(self.caminho)
        forma = self._look()
        if forma is Forma.MAIS_NOVA:
            mensagem = "Este banco de dados foi feito por uma versão mais nova do programa; instale a versão mais nova."
            raise OutsideError("banco_mais_novo", mensagem, self.onde)
        if forma is Forma.ALHEIA:
            mensagem = "Este banco de dados é de outro programa; escolha outro arquivo ou um nome que ainda não exista."
            raise OutsideError("banco_alheio", mensagem, self.onde)
        self._copy(forma, agora)
        if forma is not Forma.ATUAL:
            schema.upgrade(self._writer)
        with self.read() as uow:
            empty = not uow.empresas.all()
        if empty:
            self._begin_books()

    def _look(self) -> Forma:
        # without our pragmas: a file that turns out not to be ours is left as it was, its journal mode too
        bare = create_engine(self._writer.url, poolclass=NullPool) if self.caminho else self._writer
        with bare.connect() as connection:
            return schema.look(connection)

    def _copy(self, forma: Forma, agora: Callable[[], datetime]) -> None:
        if self.caminho is None or forma is Forma.VAZIA:
            return
        copias = backup.copies(self.caminho)
        self.ultima_copia = copias[-1].quando if copias else None
        if forma is Forma.ANTIGA:
            self.ultima_copia = backup.make(self.caminho, agora(), "migracao").quando
        elif self.ultima_copia is None or self.ultima_copia.date() != agora().date():
            try:
                self.ultima_copia = backup.make(self.caminho, agora(), "dia").quando
            except (OSError, sqlite3.Error) as error:
                # a full disk must not lock the user out of the books; damage raises OutsideError and does
                self.aviso = f"A cópia de segurança de hoje não pôde ser feita. {explain(error, self.onde).message}"

    def _begin_books(self) -> None:
        with self.write() as uow:
            if uow.empresas.all():
                return  # another process was quicker
            empresa = uow.empresas.add(Empresa(codigo=PRIMEIRA_EMPRESA, razao_social="Minha empresa", documento=""))
            uow.filiais.add(Filial(empresa_id=empresa.id, codigo=PRIMEIRA_EMPRESA, nome="Matriz"))


def _check_file(caminho: Path) -> None:
    try:
        caminho.parent.mkdir(parents=True, exist_ok=True)
        if caminho.is_dir():
            mensagem = "Isto é uma pasta; diga também o nome do arquivo do banco de dados."
            raise OutsideError("e_uma_pasta", mensagem, str(caminho))
        if caminho.exists():
            with caminho.open("rb") as arquivo:
                inicio = arquivo.read(len(_MAGIC))
            if inicio not in (b"", _MAGIC):
                raise explain(_not_a_database(), str(caminho))
    except OSError as error:
        raise explain(error, str(caminho)) from error


def _not_a_database() -> sqlite3.Error:
    error = sqlite3.DatabaseError("file is not a database")
    error.sqlite_errorcode = sqlite3.SQLITE_NOTADB
    return error
