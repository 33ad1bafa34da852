"""Files that are no books of ours, damaged ones, and places nobody can write to: one sentence each, nothing changed."""

import errno
import hashlib
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.problems import OutsideError
from finbank_desktop.persistence import backup
from finbank_desktop.persistence.database import Database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.db"
    Database.open(str(path)).close()
    return path


def refusal(path: Path) -> OutsideError:
    """Return why *path* is refused, having made sure that it was left as it was."""
    before = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None
    with pytest.raises(OutsideError) as caught:
        Database.open(str(path))
    assert before is None or hashlib.sha256(path.read_bytes()).hexdigest() == before
    assert "\n" not in caught.value.message
    assert caught.value.message.endswith(".")
    return caught.value


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\n" + b"x" * 5000, b"02RETORNO" + b" " * 391, b"S", b"SQLite format 4\0" * 9]
)
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "extrato.pdf"
    path.write_bytes(content)
    assert refusal(path).code == "nao_e_banco"


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(b"")
    with Database.open(str(path)) as opened, opened.read() as uow:
        assert [empresa.codigo for empresa in uow.empresas.all()] == ["001"]


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "fotos.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE fotos (nome TEXT)")
    connection.close()
    assert refusal(path).code == "banco_alheio"


def test_a_database_of_a_newer_program(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = 'finbank_8888'")
    connection.commit()
    connection.close()
    error = refusal(path)
    assert error.code == "banco_mais_novo"
    assert "instale a versão mais nova" in error.message


def test_a_database_whose_first_page_is_torn(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\xa5" * 3996
    path.write_bytes(content)
    assert refusal(path).code == "banco_danificado"


def test_damage_far_inside_is_found_by_the_days_copy_and_no_bad_copy_is_kept(path: Path) -> None:
    yesterday = datetime(2026, 11, 19, 9, 0, tzinfo=UTC)
    with Database.open(str(path), agora=lambda: yesterday) as opened, opened.write() as uow:
        uow.pessoas.add_many(
            [Pessoa(empresa_id=1, codigo=f"{n}", nome="Cliente", documento="52998224725") for n in range(5000)]
        )
    yesterdays = [copia.caminho for copia in backup.copies(path)]
    content = bytearray(path.read_bytes())
    middle = len(content) * 3 // 4
    content[middle : middle + 40_000] = b"\xa5" * 40_000
    path.write_bytes(content)
    error = refusal(path)
    assert error.code == "banco_danificado"
    assert "copias" in error.message
    assert list((path.parent / "copias").iterdir()) == yesterdays != []


def test_a_database_that_was_cut_short(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 3])
    assert refusal(path).code == "banco_danificado"


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    assert refusal(tmp_path).code == "e_uma_pasta"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "arquivo").write_text("x", encoding="utf-8")
    assert refusal(tmp_path / "arquivo" / "pasta" / "a.db").code == "pasta_inacessivel"


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="only Linux has a folder that not even root can write to")
def test_a_folder_that_cannot_be_written_to() -> None:
    error = refusal(Path("/proc/self/finbank.db"))
    assert error.code == "banco_inacessivel"
    assert "pode gravar" in error.message


def test_a_full_disk_at_the_days_copy_does_not_lock_anybody_out(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(backup, "make", full)
    with Database.open(str(path)) as opened:
        assert opened.aviso.startswith("A cópia de segurança de hoje não pôde ser feita. O disco está cheio")
        assert opened.ultima_copia is None


def test_a_server_that_does_not_answer(tmp_path: Path) -> None:
    pytest.importorskip("psycopg", reason="psycopg (the extra postgres) is not installed here")
    with pytest.raises(OutsideError) as caught:
        Database.open(f"postgresql+psycopg://ana:segredo@/livros?host={tmp_path}")
    assert caught.value.code == "servidor_inacessivel"
    assert "segredo" not in caught.value.message + caught.value.where
