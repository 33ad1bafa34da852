"""What the tests about the project itself share."""

import importlib.util
import os
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def dev(root: Path) -> ModuleType:
    """``dev.py`` as a module; it is a script and not on the path."""
    spec = importlib.util.spec_from_file_location("finbank_dev", root / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def committed(root: Path) -> list[Path]:
    """Every file that is, or is about to be, part of the repository; without git, which a bare machine lacks."""
    ignored = (root / ".gitignore").read_text(encoding="utf-8").splitlines()
    folders = {".git", *(line.strip("/") for line in ignored if line.endswith("/"))}
    return [
        Path(folder) / name
        for folder, names in prune(root, folders)
        for name in names
        if name != ".git" and not any(fnmatch(name, pattern) for pattern in ignored)
    ]


def prune(root: Path, ignored: set[str]) -> Iterator[tuple[str, list[str]]]:
    """Walk below *root* without entering folders whose name is *ignored*."""
    for folder, below, names in os.walk(root):
        below[:] = sorted(set(below) - ignored)
        yield folder, sorted(names)
