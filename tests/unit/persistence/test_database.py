"""Opening a database: where it is, what is made at first start, what every connection obeys, what is copied."""

import sqlite3
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.problems import OutsideError
from finbank_desktop.persistence import backup, folders
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.engine import parse_url

DIA = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def at(moment: datetime) -> Callable[[], datetime]:
    return lambda: moment


def pragma(connection: object, name: str) -> object:
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar()  # type: ignore[attr-defined] # SQLAlchemy's connection


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Ação 100%" / "meus livros.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    with Database.open(str(path), agora=at(DIA)) as opened:
        yield opened


def test_without_a_url_it_lies_in_the_users_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "dados"))
    with Database.open() as opened:
        assert opened.caminho == tmp_path / "dados" / "finbank" / "finbank.db"
        assert opened.caminho.is_file()


def test_the_data_folder_follows_each_systems_habit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr(sys, "platform", "linux")
    assert folders.data_folder() == tmp_path / ".local" / "share" / "finbank"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("APPDATA", str(tmp_path / "Roaming"))
    assert folders.data_folder() == tmp_path / "Roaming" / "FinBank"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert folders.data_folder() == tmp_path / "Library" / "Application Support" / "FinBank"


def test_a_bare_path_is_a_file_and_missing_folders_are_made(database: Database, path: Path) -> None:
    assert database.caminho == path
    assert database.onde == str(path)
    assert path.is_file()


def test_an_sqlite_url_and_its_path_are_the_same_database(database: Database, path: Path) -> None:
    with database.write() as uow:
        uow.pessoas.add(Pessoa(empresa_id=1, codigo="1", nome="Cliente Exemplo", documento="52998224725"))
    with Database.open(f"sqlite:///{path}") as other, other.read() as uow:
        assert [pessoa.nome for pessoa in uow.pessoas.all()] == ["Cliente Exemplo"]


def test_a_database_in_memory_works_and_has_no_file() -> None:
    with Database.open("sqlite://") as opened:
        assert opened.caminho is None
        with opened.write() as uow:
            uow.pessoas.add(Pessoa(empresa_id=1, codigo="1", nome="Cliente Exemplo", documento="52998224725"))
        with opened.read() as uow:
            assert len(uow.pessoas.all()) == 1


def test_the_password_of_a_server_is_never_shown() -> None:
    pytest.importorskip("psycopg", reason="psycopg (the extra postgres) is not installed here")
    database = Database(parse_url("postgresql+psycopg://ana:segredo@servidor/finbank"))
    assert "segredo" not in database.onde
    assert database.onde == "postgresql+psycopg://ana:***@servidor/finbank"
    database.close()


def test_a_server_without_its_driver_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(OutsideError, match=r"instale finbank-desktop\[postgres\]") as caught:
        Database.open("postgresql+psycopg://ana:segredo@servidor/finbank")
    assert "segredo" not in caught.value.where


@pytest.mark.parametrize("url", ["nada://x", "://", "postgresql+nada://x"])
def test_an_address_that_is_none_is_refused_in_words(url: str) -> None:
    with pytest.raises(OutsideError, match="Este endereço de banco de dados não serve") as caught:
        Database.open(url)
    assert caught.value.code == "endereco_invalido"


def test_every_commit_is_on_the_disk_and_references_are_enforced(database: Database) -> None:
    for engine, query_only in ((database._writer, 0), (database._reader, 1)):
        with engine.connect() as connection:
            assert pragma(connection, "journal_mode") == "wal"
            assert pragma(connection, "synchronous") == 2  # FULL (sqlite.org/pragma.html)
            assert pragma(connection, "foreign_keys") == 1
            assert pragma(connection, "busy_timeout") == 5000
            assert pragma(connection, "query_only") == query_only


def test_a_writer_takes_its_lock_before_it_reads(database: Database, path: Path) -> None:
    with database.write() as uow:
        uow.empresas.all()
        other = sqlite3.connect(path, timeout=0, isolation_level=None)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()


def test_a_new_database_needs_no_copy_and_the_next_start_takes_one(path: Path) -> None:
    with Database.open(str(path), agora=at(DIA)) as first:
        assert first.ultima_copia is None
    with Database.open(str(path), agora=at(DIA)) as second:
        assert second.ultima_copia == DIA
    (copia,) = backup.copies(path)
    assert copia.motivo == "dia"
    assert copia.caminho.parent == path.parent / "copias"


@pytest.mark.parametrize("nome", ["livros.db", "livros [2026].db"])
def test_one_copy_a_day_and_only_the_last_ten_are_kept(nome: str, tmp_path: Path) -> None:
    path = tmp_path / nome
    Database.open(str(path), agora=at(DIA)).close()
    for day in range(13):
        for hour in (0, 3):
            with Database.open(str(path), agora=at(DIA + timedelta(days=day, hours=hour))) as opened:
                assert opened.ultima_copia == DIA + timedelta(days=day)
    assert [copia.quando for copia in backup.copies(path)] == [DIA + timedelta(days=day) for day in range(3, 13)]


def test_a_copy_holds_what_was_written_last_and_is_one_whole_file(path: Path) -> None:
    with Database.open(str(path), agora=at(DIA)) as opened:
        with opened.write() as uow:
            uow.pessoas.add(Pessoa(empresa_id=1, codigo="1", nome="Cliente Exemplo", documento="52998224725"))
        copia = backup.make(path, DIA, "dia")  # while the database is open and its log not yet written back
    assert sorted(p.name for p in copia.caminho.parent.iterdir()) == [copia.caminho.name]
    restored = path.parent / "restaurado.db"
    copia.caminho.rename(restored)
    with Database.open(str(restored)) as again, again.read() as uow:
        assert [pessoa.nome for pessoa in uow.pessoas.all()] == ["Cliente Exemplo"]


def test_other_files_beside_the_copies_are_left_alone(path: Path) -> None:
    Database.open(str(path), agora=at(DIA)).close()
    folder = path.parent / "copias"
    folder.mkdir()
    strangers = [
        folder / "leia-me.txt",
        folder / "meus livros-antigo-de-2025.db",
        folder / "outro-20261120-090000-dia.db",
    ]
    for stranger in strangers:
        stranger.write_text("meu", encoding="utf-8")
    for _ in range(12):
        backup.make(path, DIA, "dia")
    assert all(stranger.read_text(encoding="utf-8") == "meu" for stranger in strangers)
