"""Writing while the power goes, the disk fills or somebody else writes: all of it or nothing."""

import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.problems import OutsideError
from finbank_desktop.persistence import engine
from finbank_desktop.persistence.database import Database

QUANTAS = 20_000
WRITER = """
import sys
from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.persistence.database import Database

database = Database.open(sys.argv[1])
pessoas = [
    Pessoa(empresa_id=1, codigo=f"{n:06d}", nome="Cliente Exemplo", documento="52998224725")
    for n in range(int(sys.argv[2]))
]
print("começa", flush=True)
with database.write() as uow:
    for inicio in range(0, len(pessoas), 1000):
        uow.pessoas.add_many(pessoas[inicio : inicio + 1000])
print("gravado", flush=True)
database.close()
"""


def pessoa(codigo: str) -> Pessoa:
    return Pessoa(empresa_id=1, codigo=codigo, nome="Cliente Exemplo", documento="52998224725")


def count(path: Path) -> int:
    """Return how many pessoas there are, having made sure that the file is whole."""
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    (found,) = connection.execute("SELECT count(*) FROM pessoas").fetchone()
    connection.close()
    return int(found)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.db"
    Database.open(str(path)).close()
    return path


@pytest.fixture
def database(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_MS", 300)
    with Database.open(str(path)) as opened:
        yield opened


def start_writer(path: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(path), str(QUANTAS)]
    writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    assert writer.stdout is not None
    assert writer.stdout.readline() == "começa\n"
    return writer


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_a_writer_killed_at_any_moment_leaves_all_or_nothing(path: Path) -> None:
    start = time.perf_counter()
    assert start_writer(path).communicate()[0] == "gravado\n"
    whole = time.perf_counter() - start
    assert count(path) == QUANTAS
    chance = random.Random(20261120)
    found = set()
    for _ in range(8):
        connection = sqlite3.connect(path)
        connection.execute("DELETE FROM pessoas")
        connection.commit()
        connection.close()
        writer = start_writer(path)
        time.sleep(chance.uniform(0, whole * 0.7))
        writer.send_signal(signal.SIGKILL)
        said = writer.communicate()[0]
        left = count(path)
        assert left in (0, QUANTAS)
        assert left == QUANTAS or said == "", "what was said to be written must be there"
        found.add(left)
    assert 0 in found, "no writer was killed in the middle: the test waits too long"
    with Database.open(str(path)) as again, again.write() as uow:
        uow.pessoas.add(pessoa("depois"))


def test_two_writers_wait_for_each_other(database: Database, path: Path) -> None:
    writer = start_writer(path)
    written = 0
    while writer.poll() is None:
        try:
            with database.write() as uow:
                uow.pessoas.add(pessoa(f"aqui {written}"))
                written += 1
        except OutsideError as error:
            assert error.code == "banco_ocupado"  # noqa: PT017 - one of two good ends
        time.sleep(0.02)
    assert writer.communicate()[0] == "gravado\n"
    assert count(path) == QUANTAS + written
    assert written > 0


def test_a_writer_that_waits_too_long_says_who_is_in_the_way(database: Database, path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(OutsideError, match="Outra janela ou programa está gravando") as caught, database.write():
        pytest.fail("two writers at once")
    assert caught.value.code == "banco_ocupado"
    with database.read() as uow:
        assert uow.pessoas.all() == []  # readers are never in anybody's way
    other.execute("COMMIT")
    other.close()
    with database.write() as uow:
        uow.pessoas.add(pessoa("1"))


def test_a_writer_that_waits_long_enough_gets_its_turn(database: Database, path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    release = threading.Timer(0.1, lambda: other.execute("COMMIT"))
    release.start()
    with database.write() as uow:
        uow.pessoas.add(pessoa("1"))
    release.join()
    other.close()
    assert count(path) == 1


def test_a_full_disk_writes_nothing_and_says_so(database: Database, path: Path) -> None:
    with database.write() as uow:
        pages = uow._connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        uow._connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 20}")
    with pytest.raises(OutsideError, match="O disco está cheio") as caught, database.write() as uow:
        uow.pessoas.add_many([pessoa(str(n)) for n in range(QUANTAS)])
    assert caught.value.code == "disco_cheio"
    assert count(path) == 0


def test_four_programs_started_at_once_make_one_database(tmp_path: Path) -> None:
    path = tmp_path / "novo" / "a.db"
    program = (
        "import sys; from finbank_desktop.persistence.database import Database\n"
        "with Database.open(sys.argv[1]) as d, d.read() as uow: print(len(uow.empresas.all()), len(uow.filiais.all()))"
    )
    command = [sys.executable, "-c", program, str(path)]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    assert [one.communicate()[0] for one in started] == ["1 1\n"] * 4
    assert count(path) == 0
