"""What the tables are made of: their kinds of columns, and the names of their indexes and constraints."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, Column, Date, DateTime, Dialect, ForeignKey, Integer, MetaData, Table, Text
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

CHAVE = BigInteger().with_variant(Integer, "sqlite")
"""A row number; SQLite counts up by itself only what is called INTEGER."""


class Momento(TypeDecorator[datetime]):
    """A moment, kept in UTC and given back in the computer's own time."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return what is stored; a moment without zone is the computer's own time."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return what the program sees."""
        return None if value is None else value.replace(tzinfo=UTC).astimezone()


def chave() -> Column[Any]:
    """Return the primary key."""
    return Column("id", CHAVE, primary_key=True)


def referencia(nome: str, alvo: str, *, opcional: bool = False) -> Column[Any]:
    """Return a reference to the row of table *alvo*."""
    return Column(nome, CHAVE, ForeignKey(f"{alvo}.id"), nullable=opcional)


def empresa() -> Column[Any]:
    """Return the empresa a row belongs to."""
    return referencia("empresa_id", "empresas")


def versao() -> Column[Any]:
    """Return the count of a row's changes."""
    return Column("versao", Integer, nullable=False)


def centavos(nome: str, *, opcional: bool = False) -> Column[Any]:
    """Return an amount of money."""
    return Column(nome, BigInteger, nullable=opcional)


def numero(nome: str, *, opcional: bool = False) -> Column[Any]:
    """Return a whole number that may grow large."""
    return Column(nome, BigInteger, nullable=opcional)


def data(nome: str, *, opcional: bool = False) -> Column[Any]:
    """Return a calendar day."""
    return Column(nome, Date, nullable=opcional)


def texto(nome: str, *, opcional: bool = False) -> Column[Any]:
    """Return a text; empty rather than NULL unless *opcional*."""
    return Column(nome, Text, nullable=opcional)


def endereco() -> list[Column[Any]]:
    """Return the parts of an address."""
    return [texto(nome) for nome in ("logradouro", "numero", "complemento", "bairro", "cidade", "uf", "cep")]


def encargos() -> list[Column[Any]]:
    """Return interest, fine, discount and the bank's standing orders."""
    return [
        texto("juros_tipo"),
        numero("juros"),
        texto("multa_tipo"),
        numero("multa"),
        texto("desconto_tipo"),
        numero("desconto"),
        numero("desconto_dias"),
        numero("protesto_dias", opcional=True),
        numero("baixa_dias", opcional=True),
    ]


def table(nome: str, *partes: Any) -> Table:
    """Return a table with a primary key, *partes* and a version."""
    # a number once given is never given again, also after the row is gone: the history may still name it
    return Table(nome, metadata, chave(), *partes, versao(), sqlite_autoincrement=True)
