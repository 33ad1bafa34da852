"""The lock is complete, has hashes, and says nothing about where it was made."""

import re
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

PYTHONS = ["3.11", "3.12", "3.13", "3.14"]


@pytest.fixture
def lock(root: Path) -> str:
    return (root / "requirements" / "dev.txt").read_text(encoding="utf-8")


@pytest.fixture
def pins(lock: str) -> dict[str, list[Requirement]]:
    """The locked requirements by name; one name may have several, under different markers."""
    found: dict[str, list[Requirement]] = defaultdict(list)
    for line in lock.splitlines():
        if line and not line.startswith((" ", "#")):
            pin = Requirement(line.removesuffix("\\").strip())
            found[canonicalize_name(pin.name)].append(pin)
    return found


@pytest.fixture
def project(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_entry_is_one_exact_version_with_hashes(lock: str) -> None:
    entries = re.split(r"\n(?=[A-Za-z])", lock[lock.index("\nalembic==") + 1 :])
    for entry in entries:
        assert re.match(r"[\w.-]+==[\w.!+-]+( ; .+)? \\\n", entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry


def test_no_address_of_a_package_index_stands_in_it(lock: str) -> None:
    assert "://" not in lock
    assert "--index" not in lock
    assert "--find-links" not in lock


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("system", ["linux", "win32"])
def test_the_lock_meets_what_the_project_asks_for(
    project: dict[str, Any], pins: dict[str, list[Requirement]], python: str, system: str
) -> None:
    where = {"python_version": python, "python_full_version": f"{python}.0", "sys_platform": system}
    own = project["project"]
    asked = [*own["dependencies"], *own["optional-dependencies"]["postgres"], *project["dependency-groups"]["dev"]]
    for requirement in map(Requirement, asked):
        applying = [
            pin
            for pin in pins[canonicalize_name(requirement.name)]
            if pin.marker is None or pin.marker.evaluate({**where, "platform_python_implementation": "CPython"})
        ]
        assert len(applying) == 1, requirement
        (specifier,) = applying[0].specifier
        assert requirement.specifier.contains(Version(specifier.version)), requirement


def test_qt_is_pinned_to_the_version_every_python_bears(pins: dict[str, list[Requirement]]) -> None:
    # 6.12.0 drops a reference to None per void call and aborts Python 3.11 (PYSIDE-3474)
    assert [str(pin.specifier) for pin in pins["pyside6-essentials"]] == ["==6.11.3"]
