"""The migrations lead to the tables the program works on, and depend on nothing of today."""

import re
import sqlite3
from pathlib import Path

import pytest
from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from finbank_desktop.domain.problems import OutsideError
from finbank_desktop.persistence import backup, migrations, schema
from finbank_desktop.persistence.columns import metadata
from finbank_desktop.persistence.database import Database

FOLDER = Path(migrations.__file__).parent


def test_the_migrated_tables_are_those_of_the_program(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    Database.open(str(path)).close()
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_ids_of_deleted_rows_are_never_given_again(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    Database.open(str(path)).close()
    connection = sqlite3.connect(path)
    made = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall())
    connection.close()
    assert {name for name in metadata.tables if "AUTOINCREMENT" not in made[name]} == set()


def test_every_row_has_an_empresa_and_a_version() -> None:
    for name, table in metadata.tables.items():
        assert "versao" in table.c, name
        assert name == "empresas" or not table.c.empresa_id.nullable, name


def test_money_and_dates_are_kept_exactly() -> None:
    floats = [c for table in metadata.tables.values() for c in table.c if "FLOAT" in str(c.type).upper()]
    numerics = [c for table in metadata.tables.values() for c in table.c if "NUMERIC" in str(c.type).upper()]
    assert floats + numerics == []


def test_the_list_of_steps_is_the_folder_in_one_line() -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    script = ScriptDirectory.from_config(config)
    assert script.get_heads() == [migrations.REVISIONS[-1]]
    assert tuple(step.revision for step in script.walk_revisions())[::-1] == migrations.REVISIONS


def test_no_step_imports_the_program_of_today() -> None:
    steps = sorted(FOLDER.glob("versions/*.py"))
    assert len(steps) == len(migrations.REVISIONS)
    for step in steps:
        assert not re.search(r"\bfinbank_desktop\b", step.read_text(encoding="utf-8")), step.name


def test_a_step_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.db"
    real, calls = op.create_index, []

    def breaks(*args: object, **kwargs: object) -> None:
        calls.append(args)
        if len(calls) == 20:
            raise sqlite3.OperationalError("no meio")
        real(*args, **kwargs)  # type: ignore[arg-type] # passed on as it came

    monkeypatch.setattr(op, "create_index", breaks)
    with pytest.raises(OutsideError):
        Database.open(str(path))
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    connection.close()
    monkeypatch.undo()
    Database.open(str(path)).close()


def test_an_older_database_is_copied_before_it_is_migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.db"
    Database.open(str(path)).close()
    upgraded = []
    monkeypatch.setattr(schema, "REVISIONS", (*migrations.REVISIONS, "finbank_9999"))
    monkeypatch.setattr(schema, "upgrade", lambda _engine: upgraded.append([c.motivo for c in backup.copies(path)]))
    Database.open(str(path)).close()
    assert upgraded == [["migracao"]]


def test_a_migration_without_a_copy_does_not_begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.db"
    Database.open(str(path)).close()
    (tmp_path / "copias").write_text("no lugar da pasta", encoding="utf-8")
    monkeypatch.setattr(schema, "REVISIONS", (*migrations.REVISIONS, "finbank_9999"))
    monkeypatch.setattr(schema, "upgrade", lambda _engine: pytest.fail("migrated without a copy"))
    with pytest.raises(OutsideError):
        Database.open(str(path))
