"""The import contracts of pyproject.toml hold, and would notice if they did not."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = "finbank_desktop"
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc"}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of the project in *folder*."""
    check = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    sources = {**os.environ, "PYTHONPATH": "src"}
    command = [sys.executable, "-c", check]
    return subprocess.run(command, cwd=folder, env=sources, capture_output=True, text=True, check=False)


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    """A copy of the sources that a test may break."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(root / "src", tmp_path / "src", ignore=ignored)
    shutil.copy(root / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_contract_is_kept(root: Path) -> None:
    result = lint_imports(root)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("resources.py", "import finbank_desktop.domain", "Each room imports only the rooms below it"),
        ("domain/cnpj_extra.py", "import PySide6.QtCore", "Only the window knows Qt"),
        ("domain/cnpj_extra.py", "def hidden():\n    import sqlalchemy", "Only persistence knows the database"),
        ("resources.py", "import alembic", "Only persistence knows the database"),
        ("cli/__init__.py", "def hidden():\n    import finbank_desktop.gui", "The command line reaches no window"),
        ("gui/__init__.py", "import finbank_desktop.persistence", "The window asks services and shows domain"),
        ("domain/cnpj_extra.py", "import reportlab.pdfgen", "Only pdf knows ReportLab"),
        ("domain/cnpj_extra.py", "import keyring", "Only credentials knows the keyring"),
        ("domain/cnpj_extra.py", "import requests", "Only gateway reaches a bank's API"),
        ("another_room/__init__.py", "", "Each room imports only the rooms below it"),
    ],
)
def test_a_contract_breaks_when_it_is_broken(project: Path, module: str, line: str, contract: str) -> None:
    path = project / "src" / PACKAGE / module
    path.parent.mkdir(exist_ok=True)
    with path.open("a", encoding="utf-8") as source:
        source.write(f"\n{line}\n")
    result = lint_imports(project)
    assert result.returncode != 0
    assert re.search(re.escape(contract) + ".* BROKEN", result.stdout), result.stdout


def test_a_cycle_hidden_in_a_function_is_found(project: Path) -> None:
    domain = project / "src" / PACKAGE / "domain"
    (domain / "first_half.py").write_text(f"import {PACKAGE}.domain.second_half\n", encoding="utf-8")
    (domain / "second_half.py").write_text(f"def later():\n    import {PACKAGE}.domain.first_half\n", encoding="utf-8")
    result = lint_imports(project)
    assert result.returncode != 0
    assert "first_half" in result.stdout


def test_the_command_line_starts_without_qt(root: Path) -> None:
    look = "import sys, finbank_desktop.cli; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    sources = {**os.environ, "PYTHONPATH": str(root / "src")}
    assert subprocess.run([sys.executable, "-c", look], env=sources, check=False).returncode == 0


def test_no_module_has_a_name_that_says_nothing(root: Path) -> None:
    modules = (root / "src" / PACKAGE).rglob("*.py")
    assert [path for path in modules if path.stem in VAGUE or path.parent.name in VAGUE] == []


def test_a_package_is_said_in_its_docstring_and_holds_no_code(root: Path) -> None:
    for path in (root / "src" / PACKAGE).rglob("__init__.py"):
        text = path.read_text(encoding="utf-8")
        assert text.startswith('"""'), path
        assert "\ndef " not in text, path
        assert "\nclass " not in text, path


def test_every_room_stands_on_the_page_about_the_house(root: Path) -> None:
    page = (root / "docs" / "arquitetura.md").read_text(encoding="utf-8")
    rows = "\n".join(line.split("|")[1] for line in page.splitlines() if line.startswith("| `"))
    package = root / "src" / PACKAGE
    rooms = {path.stem for path in package.iterdir() if path.name not in {"__init__.py", "__pycache__"}}
    assert set(re.findall(r"`(\w+)`", rows)) == rooms


def test_only_resources_knows_where_the_data_lies(root: Path) -> None:
    package = root / "src" / PACKAGE
    sources = [path for path in package.rglob("*.py") if path != package / "resources.py"]
    assert [path for path in sources if re.search(r"\W_resources\b", path.read_text(encoding="utf-8"))] == []
