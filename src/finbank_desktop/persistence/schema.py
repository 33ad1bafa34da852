"""Which shape the database has, and how it is brought to today's.

Alembic is imported only when there is something to migrate: it costs more than the rest of a start.
"""

from enum import Enum, auto
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from finbank_desktop.persistence.migrations import REVISIONS

_FOLDER = Path(__file__).parent / "migrations"


class Forma(Enum):
    """How a database's shape compares with the program's."""

    VAZIA = auto()
    ATUAL = auto()
    ANTIGA = auto()
    MAIS_NOVA = auto()
    ALHEIA = auto()


def look(connection: Connection) -> Forma:
    """Return what *connection* leads to."""
    tabelas = inspect(connection).get_table_names()
    if "alembic_version" not in tabelas:
        return Forma.ALHEIA if tabelas else Forma.VAZIA
    revisao = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if revisao == REVISIONS[-1]:
        return Forma.ATUAL
    if revisao in REVISIONS:
        return Forma.ANTIGA
    return Forma.MAIS_NOVA


def upgrade(engine: Engine, revisao: str = "head") -> None:
    """Bring the database to *revisao* in one transaction.

    SQLite cannot alter most of a table: Alembic copies it and drops the old one, which foreign keys would forbid. They
    are off meanwhile and checked before the commit (sqlite.org/lang_altertable.html, section 7).
    """
    from alembic import command  # noqa: PLC0415 - see the module's docstring
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with engine.connect() as connection:
        sqlite = connection.dialect.name == "sqlite"
        if sqlite:
            _foreign_keys(connection, on=False)
        try:
            with connection.begin():
                config.attributes["connection"] = connection
                command.upgrade(config, revisao)
                if sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                    raise RuntimeError("a migração deixou referências sem destino")
        finally:
            if sqlite:
                _foreign_keys(connection, on=True)


def _foreign_keys(connection: Connection, *, on: bool) -> None:
    # on the driver's own connection: within a transaction the pragma would do nothing
    driver = connection.connection.driver_connection
    assert driver is not None  # noqa: S101 - an open connection has one
    driver.execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}").close()
