"""Between a form drawn in Designer and plain values: each field is ``<name>_edit`` with ``<name>_error`` below it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from finbank_desktop.domain.problems import Problem
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.edits import DateEdit, DocumentoEdit, MoneyEdit
from finbank_desktop.gui.widgets.labels import redress
from finbank_desktop.gui.widgets.picker import RecordPicker


class FormFields:
    """Reads, fills and judges the fields of *holder* by their names."""

    def __init__(self, holder: QWidget) -> None:
        """Find all fields of *holder*, in the order of the keyboard."""
        ending = "_edit"
        self.edits: dict[str, QWidget] = {
            child.objectName().removesuffix(ending): child
            for child in holder.findChildren(QWidget)
            if child.objectName().endswith(ending)
        }
        self.errors: dict[str, QLabel] = {
            name: label for name in self.edits if isinstance(label := holder.findChild(QLabel, f"{name}_error"), QLabel)
        }
        for error in self.errors.values():
            error.hide()

    def values(self) -> dict[str, Any]:
        """Return what stands in each field."""
        return {name: read(edit) for name, edit in self.edits.items()}

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show *values*; fields it does not name stay."""
        for name, value in values.items():
            if name in self.edits:
                write(self.edits[name], value)

    def own_problems(self) -> list[Problem]:
        """Return what a field itself cannot understand, such as half a date."""
        return [
            Problem(message=message, field=name)
            for name, edit in self.edits.items()
            if isinstance(edit, (MoneyEdit, DateEdit, DocumentoEdit, RecordPicker)) and (message := edit.problem())
        ]

    def show_problems(self, problems: Sequence[Problem], only: Iterable[str] | None = None) -> list[Problem]:
        """Show each problem below its field and return those that belong to none.

        Args:
            problems: What is wrong.
            only: Names of the fields to speak of; ``None`` for all.
        """
        first: dict[str, Problem] = {}
        for problem in sorted(problems, key=lambda each: not each.is_error):
            first.setdefault(problem.field or "", problem)
        for name in self.edits if only is None else only:
            self._show(name, first.get(name))
        return [problem for problem in problems if problem.field not in self.edits]

    def _show(self, name: str, problem: Problem | None) -> None:
        edit, error = self.edits[name], self.errors.get(name)
        words = " ".join(part for part in (problem.message, problem.fix) if part) if problem else ""
        edit.setProperty("invalid", "true" if problem is not None and problem.is_error else "false")
        edit.setAccessibleDescription(words)
        redress(edit)
        if error is not None:
            error.setText(words)
            error.setProperty("tone", str(Tone.WARNING) if problem is not None and not problem.is_error else "")
            redress(error)
            error.setVisible(bool(words))

    def focus_first(self, problems: Sequence[Problem]) -> str:
        """Put the cursor into the first field with an error and return its name; empty when there is none."""
        at_fault = {problem.field for problem in problems if problem.is_error}
        for name, edit in self.edits.items():
            if name in at_fault:
                edit.setFocus()
                return name
        return ""


def read(edit: QWidget) -> Any:
    """Return the value in *edit*."""
    if isinstance(edit, (MoneyEdit, DocumentoEdit, DateEdit, RecordPicker, QSpinBox)):
        return edit.value()
    if isinstance(edit, QComboBox):
        return edit.currentData()
    if isinstance(edit, QCheckBox):
        return edit.isChecked()
    if isinstance(edit, QPlainTextEdit):
        return tuple(line.rstrip() for line in edit.toPlainText().splitlines() if line.strip())
    return edit.text().strip() if isinstance(edit, QLineEdit) else None


def write(edit: QWidget, value: Any) -> None:
    """Show *value* in *edit*."""
    if isinstance(edit, (MoneyEdit, DocumentoEdit, DateEdit)):
        edit.set_value(value)
    elif isinstance(edit, QSpinBox):
        edit.setValue(edit.minimum() if value is None else int(value))
    elif isinstance(edit, QComboBox):
        edit.setCurrentIndex(max(edit.findData(value), 0))
    elif isinstance(edit, QCheckBox):
        edit.setChecked(bool(value))
    elif isinstance(edit, QPlainTextEdit):
        edit.setPlainText("\n".join(value))
    elif isinstance(edit, QLineEdit):
        edit.setText("" if value is None else str(value))
