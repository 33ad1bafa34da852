"""CHANGELOG.md follows keepachangelog.com and knows the version of the program."""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

import finbank_desktop

KINDS = {"Adicionado", "Alterado", "Obsoleto", "Removido", "Corrigido", "Segurança"}
UNRELEASED = "Não publicado"


@pytest.fixture
def lines(root: Path) -> list[str]:
    return (root / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()


def test_each_version_has_a_number_and_a_date_newest_first(lines: list[str]) -> None:
    titles = [line for line in lines if line.startswith("## ")]
    assert titles
    releases = titles[titles[0] == f"## [{UNRELEASED}]" :]
    found = [re.fullmatch(r"## \[(\d+)\.(\d+)\.(\d+)\] - (\d{4}-\d\d-\d\d)", title) for title in releases]
    assert all(found), releases
    numbers = [tuple(map(int, match.groups()[:3])) for match in found if match]
    dates = [date.fromisoformat(match[4]) for match in found if match]
    assert all(newer > older for newer, older in pairwise(numbers))
    assert all(newer >= older for newer, older in pairwise(dates))


def test_changes_stand_under_the_six_kinds(lines: list[str]) -> None:
    kinds = [line.removeprefix("### ") for line in lines if line.startswith("### ")]
    assert kinds
    assert set(kinds) <= KINDS


def test_every_kind_names_at_least_one_change(lines: list[str]) -> None:
    content = [line for line in lines if line.strip()]
    for line, following in pairwise(content):
        if line.startswith("### "):
            assert following.startswith("- "), line


def test_the_version_of_the_program_is_listed_or_still_unreleased(lines: list[str]) -> None:
    listed = any(line.startswith(f"## [{finbank_desktop.__version__}]") for line in lines)
    assert listed or f"## [{UNRELEASED}]" in lines
