"""A built wheel carries the program's data; an editable install reads the checkout's."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=root, capture_output=True, check=True)
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path)


def test_a_wheel_holds_every_resource_under_the_package(root: Path, wheel: zipfile.ZipFile) -> None:
    resources = root / "resources"
    wanted = {
        f"finbank_desktop/_resources/{path.relative_to(resources).as_posix()}"
        for path in resources.rglob("*")
        if path.is_file()
    }
    assert wanted
    assert wanted <= set(wheel.namelist())


def test_a_wheel_offers_both_programs(wheel: zipfile.ZipFile) -> None:
    (entries,) = [name for name in wheel.namelist() if name.endswith("entry_points.txt")]
    text = wheel.read(entries).decode()
    assert "finbank = finbank_desktop.cli:main" in text
    assert "finbank-desktop = finbank_desktop.__main__:main" in text


def test_the_sources_hold_no_copy_of_the_resources(root: Path) -> None:
    assert not (root / "src" / "finbank_desktop" / "_resources").exists()
