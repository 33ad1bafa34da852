"""The committed forms are what Qt Designer's files say."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0"><class>Example</class><widget class="QWidget" name="Example">
<property name="windowTitle"><string>Cobrança</string></property></widget></ui>
"""


@pytest.fixture
def uic() -> Path:
    return Path(sys.executable).parent / "pyside6-uic"


def test_the_committed_forms_equal_their_sources(dev: ModuleType, uic: Path) -> None:
    assert dev.stale_forms(uic) == []


def test_a_changed_source_a_missing_form_and_an_orphan_are_noticed(dev: ModuleType, uic: Path, tmp_path: Path) -> None:
    source = tmp_path / "example.ui"
    source.write_text(FORM, encoding="utf-8")
    assert dev.stale_forms(uic, tmp_path, tmp_path) == ["ui_example.py"]

    form = tmp_path / "ui_example.py"
    form.write_text(dev.compile_form(source, uic), encoding="utf-8", newline="\n")
    assert dev.stale_forms(uic, tmp_path, tmp_path) == []

    source.write_text(FORM.replace("Cobrança", "Pagamentos"), encoding="utf-8")
    (tmp_path / "ui_orphan.py").touch()
    assert dev.stale_forms(uic, tmp_path, tmp_path) == ["ui_example.py", "ui_orphan.py"]


def test_a_form_connects_nothing_by_name(dev: ModuleType, uic: Path, tmp_path: Path) -> None:
    source = tmp_path / "example.ui"
    source.write_text(FORM, encoding="utf-8")
    assert "connectSlotsByName" not in dev.compile_form(source, uic)


def test_a_damaged_source_is_refused_in_one_sentence(dev: ModuleType, uic: Path, tmp_path: Path) -> None:
    source = tmp_path / "example.ui"
    source.write_text(FORM[:80], encoding="utf-8")
    with pytest.raises(dev.CannotGoOnError, match=r"example\.ui"):
        dev.compile_form(source, uic)
