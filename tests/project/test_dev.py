"""dev.py keeps its promises on machines other than this one."""

import ast
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


def test_an_old_python_can_still_read_it(root: Path) -> None:
    source = (root / "dev.py").read_text(encoding="utf-8")
    with pytest.raises(SyntaxError):  # so an old grammar does refuse what is newer
        ast.parse(f"{source}\nmatch source:\n    case _: pass\n", feature_version=(3, 7))
    assert ast.parse(source, feature_version=(3, 7)).body


def test_it_looks_for_the_pythons_the_project_is_made_for(root: Path, dev: ModuleType) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (oldest, newest) = dev.OLDEST[1], dev.NEWEST[1]
    assert project["requires-python"] == f">=3.{oldest},<3.{newest + 1}"
    named = [line.rpartition(" ")[2] for line in project["classifiers"] if ":: Python :: 3." in line]
    assert named == [f"3.{minor}" for minor in range(oldest, newest + 1)]


def test_only_the_standard_library_is_imported(root: Path) -> None:
    tree = ast.parse((root / "dev.py").read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names


def test_a_python_outside_the_range_is_one_sentence(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "other_pythons", list)
    monkeypatch.setattr(sys, "version_info", (3, 9, 18, "final", 0))
    assert dev.start_again_elsewhere() == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "Python 3.9" in said.err


def test_another_python_gets_the_same_arguments(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: list[list[str]] = []
    monkeypatch.setattr(dev, "other_pythons", lambda: [[str(tmp_path / "absent")], [sys.executable]])
    monkeypatch.setattr(sys, "argv", ["dev.py", "test", "-k", "lock"])
    call = subprocess.call

    def remember(command: list[str], **options: Any) -> int:
        if "-c" in command:  # the question for its version, asked for real
            return call(command, **options)
        seen.append(command)
        return 7

    monkeypatch.setattr(dev.subprocess, "call", remember)
    assert dev.start_again_elsewhere() == 7
    assert seen == [[sys.executable, dev.__file__, "test", "-k", "lock"]]


def test_missing_packages_are_those_dpkg_does_not_call_installed(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda name: name)
    there = [name for name in dev.SYSTEM_PACKAGES if name not in {"zbar-tools", "libglib2.0-0"}]
    answer = "\n".join(
        [*(f"installed {name}" for name in there), "installed libglib2.0-0t64", "not-installed zbar-tools"]
    )

    def dpkg(*_arguments: object, **_options: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], 1, stdout=answer)

    monkeypatch.setattr(dev.subprocess, "run", dpkg)
    assert dev.missing_packages() == ["zbar-tools"]


def test_nothing_is_missing_where_there_is_no_dpkg(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda _name: None)
    assert dev.missing_packages() == []


def test_the_environment_is_made_anew_when_the_lock_changes(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    changed = tmp_path / "dev.txt"
    changed.write_bytes(dev.LOCK.read_bytes() + b"\n")
    before = dev.wanted_stamp()
    monkeypatch.setattr(dev, "LOCK", changed)
    after = dev.wanted_stamp()
    assert after[0] != before[0]
    assert after[1] == before[1]


@pytest.mark.parametrize("arguments", [[], ["unknown"], ["check", "surplus"]])
def test_a_wrong_command_shows_the_usage_and_no_traceback(root: Path, arguments: list[str]) -> None:
    result = subprocess.run(
        [sys.executable, str(root / "dev.py"), *arguments], capture_output=True, text=True, check=False
    )
    assert result.returncode == 2
    assert result.stderr.startswith("usage: dev.py")
    assert "Traceback" not in result.stderr


def test_a_bench_that_is_not_there_is_refused_with_those_that_are(dev: ModuleType) -> None:
    with pytest.raises(dev.CannotGoOnError, match="no bench nowhere; there are:"):
        dev.bench(dev.parse(["bench", "nowhere"]))


def test_a_system_without_another_python_offers_none(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setenv("PYENV_ROOT", "/nonexistent")
    assert dev.other_pythons() == []
