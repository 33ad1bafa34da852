"""What the documents for people name exists."""

import re
from pathlib import Path
from types import ModuleType

import pytest

from finbank_desktop.bancos import registry

DOCUMENTS = ["README.md", "CONTRIBUTING.md"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_of_the_document_exists(root: Path, dev: ModuleType, name: str) -> None:
    text = (root / name).read_text(encoding="utf-8")
    named = set(re.findall(r"dev\.py ([a-z]+)", text))
    assert named
    assert named <= set(dev.COMMANDS)


def test_the_readme_names_the_two_commands_of_a_fresh_machine(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    assert "\npython3 dev.py demo\n" in text
    assert "\npython3 dev.py test\n" in text


def test_the_readme_names_only_banks_the_program_knows(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\((\d{3})\)", text))
    assert named
    assert named <= {banco.codigo for banco in registry.todos() if not banco.encerrado}


def test_ci_runs_the_test_command_of_the_readme(root: Path) -> None:
    lines = (root / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == "python3 dev.py test"
    assert "set -euo pipefail" in lines


def test_every_link_between_documents_leads_somewhere(root: Path, committed: list[Path]) -> None:
    links = [
        (document, target)
        for document in committed
        if document.suffix == ".md" and "resources" not in document.parts  # help pages link by name, in the program
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", document.read_text(encoding="utf-8"))
    ]
    assert links
    assert [
        f"{page.relative_to(root)}: {target}" for page, target in links if not (page.parent / target).exists()
    ] == []


def test_every_decision_has_its_number_and_says_what_was_weighed(root: Path) -> None:
    pages = sorted((root / "docs" / "decisoes").glob("*.md"))
    assert [page.name[:4] for page in pages] == [f"{number:04}" for number in range(1, len(pages) + 1)]
    for page in pages:
        text = page.read_text(encoding="utf-8")
        for heading in ("## Context", "## Decision", "## Consequences"):
            assert f"\n{heading}\n" in text, page.name
