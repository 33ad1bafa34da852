import errno
import os
import stat
from pathlib import Path

import pytest

from finbank_desktop.domain.problems import OutsideError
from finbank_desktop.pdf.output import replacing


def test_a_finished_file_takes_its_place_with_the_rights_of_any_new_file(tmp_path: Path) -> None:
    ordinary = tmp_path / "outro"
    ordinary.write_bytes(b"")
    with replacing(tmp_path / "boletos.pdf") as file:
        file.write(b"novo")
        assert not (tmp_path / "boletos.pdf").exists()
    assert (tmp_path / "boletos.pdf").read_bytes() == b"novo"
    assert stat.S_IMODE((tmp_path / "boletos.pdf").stat().st_mode) == stat.S_IMODE(ordinary.stat().st_mode)


def test_an_unfinished_file_leaves_no_trace(tmp_path: Path) -> None:
    (tmp_path / "boletos.pdf").write_bytes(b"antigo")
    with pytest.raises(TypeError), replacing(tmp_path / "boletos.pdf") as file:
        file.write(b"novo" + "x")  # type: ignore[operator] # stopped after it was opened
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("boletos.pdf", b"antigo")]


def test_a_folder_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "boletos.pdf").mkdir()
    with pytest.raises(OutsideError, match="já existe uma pasta com esse nome"), replacing(tmp_path / "boletos.pdf"):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["boletos.pdf"]


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (errno.EACCES, "não há permissão"),
        (errno.ENOSPC, "o disco está cheio"),
        (errno.EROFS, "o disco só permite leitura"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_trouble_with_the_disk_is_one_sentence(tmp_path: Path, code: int, says: str) -> None:
    with pytest.raises(OutsideError) as trouble, replacing(tmp_path / "boletos.pdf"):
        raise OSError(code, os.strerror(code))
    assert trouble.value.code == "disco"
    assert says in trouble.value.message
    assert list(tmp_path.iterdir()) == []
