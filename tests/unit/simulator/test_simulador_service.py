import errno
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.services.simulador import SimuladorService

Write = Callable[..., Path]


@pytest.fixture
def servico() -> SimuladorService:
    return SimuladorService(lambda: date(2026, 11, 24))


def test_retornos_of_several_banks_lie_in_one_folder(
    servico: SimuladorService, remessa_400: Write, remessa_240: Write, tmp_path: Path
) -> None:
    saida = tmp_path / "nova" / "pasta"
    written = servico.process([remessa_400(), remessa_240()], None, saida)
    assert [(each.file.name, each.titles) for each in written] == [
        ("CB241101.RET", 4),
        ("CB151201.RET", 3),
        ("CB241102.RET", 4),
        ("CB151202.RET", 3),
    ]
    assert sorted(path.name for path in saida.iterdir()) == sorted(each.file.name for each in written)


def test_no_file_is_replaced(servico: SimuladorService, remessa_400: Write, tmp_path: Path) -> None:
    path = remessa_400()
    first = servico.process([path], None, tmp_path / "saida")
    again = servico.process([path], None, tmp_path / "saida")
    assert {each.file for each in first}.isdisjoint(each.file for each in again)


def test_the_scenario_is_read_from_its_file(servico: SimuladorService, remessa_400: Write, tmp_path: Path) -> None:
    cenario = tmp_path / "cenario.toml"
    cenario.write_text('[[titulo]]\nregra = "primeiros 1"\nquando = "+1"', encoding="utf-8-sig")
    assert [each.titles for each in servico.process([remessa_400()], cenario, tmp_path / "saida")] == [4, 1]


def test_nothing_is_written_when_one_remessa_is_refused(
    servico: SimuladorService, remessa_400: Write, tmp_path: Path
) -> None:
    bad = tmp_path / "vazio.rem"
    bad.write_bytes(b"")
    with pytest.raises(RefusedError):
        servico.process([remessa_400(), bad], None, tmp_path / "saida")
    assert not (tmp_path / "saida").exists()


def test_a_scenario_that_cannot_be_read_is_said(servico: SimuladorService, remessa_400: Write, tmp_path: Path) -> None:
    with pytest.raises(OutsideError, match=r"nenhum\.toml"):
        servico.process([remessa_400()], tmp_path / "nenhum.toml", tmp_path / "saida")
    latin = tmp_path / "latin.toml"
    latin.write_bytes("# cenário".encode("latin-1"))
    with pytest.raises(RefusedError, match="não está em UTF-8"):
        servico.process([remessa_400()], latin, tmp_path / "saida")


def test_a_full_disk_is_said(
    servico: SimuladorService, remessa_400: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutsideError, match="disco está cheio"):
        servico.process([remessa_400()], None, tmp_path / "saida")
    assert list((tmp_path / "saida").iterdir()) == []


def test_progress_is_told(servico: SimuladorService, remessa_400: Write, tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []

    class Listener:
        def report(self, done: int, total: int, text: str) -> None:
            assert "CB201101.REM" in text
            heard.append((done, total))

    servico.process([remessa_400()], None, tmp_path / "saida", Listener())
    assert heard == [(0, 1)]
