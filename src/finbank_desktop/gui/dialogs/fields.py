"""Fields that depend on what is to be done, and so are not drawn in Designer: described as data, laid out in a grid."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QSpinBox, QWidget

from finbank_desktop.domain.problems import Problem
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.edits import DateEdit, MoneyEdit
from finbank_desktop.gui.widgets.form_fields import FormFields
from finbank_desktop.gui.widgets.labels import label

_LARGE = 150
"""Percent from which on there is room for one column only."""
_MOST = 100_000
_LETTERS = 24
"""Letters a box shows before it asks for more room."""


class Kind(StrEnum):
    """What is entered."""

    MONEY = "money"
    DATE = "date"
    CHOICE = "choice"
    NUMBER = "number"
    TEXT = "text"
    CHECK = "check"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One entry of a box.

    Attributes:
        reason: Why it cannot be chosen; empty when it can.
    """

    value: Any
    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field.

    Attributes:
        name: As the services name it in their problems.
        words: Its caption; ``&`` before the letter that reaches it.
        value: What stands in it at first.
        choices: Of a box.
        wide: Whether it takes the whole width.
    """

    name: str
    words: str
    kind: Kind
    value: Any = None
    choices: Sequence[Choice] = ()
    wide: bool = False


class FieldGrid(QWidget):
    """Shows fields, two beside each other while the text is not large.

    Attributes:
        changed: Something else stands in a field.
    """

    changed = Signal()

    def __init__(self, fields: Sequence[Field]) -> None:
        """Make the widgets of *fields* and fill them."""
        super().__init__()
        self._fields = tuple(fields)
        self._cells: dict[str, QWidget] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(10))
        self._grid.setColumnStretch(0, 1)
        if theme.escala < _LARGE:
            self._grid.setColumnStretch(1, 1)
        for field in self._fields:
            self._cells[field.name] = _cell(field)
            self._cells[field.name].setParent(self)
        self.form = FormFields(self)
        self.form.fill({field.name: field.value for field in self._fields})
        self.show_only([field.name for field in self._fields])
        for name, edit in self.form.edits.items():
            self._watch(name, edit)

    def show_only(self, names: Collection[str]) -> None:
        """Show the fields *names* and hide the others."""
        row = column = 0
        columns = 1 if theme.escala >= _LARGE else 2
        for field in self._fields:
            cell = self._cells[field.name]
            self._grid.removeWidget(cell)
            cell.setVisible(field.name in names)
            if field.name not in names:
                continue
            span = columns if field.wide else 1
            if column + span > columns:
                row, column = row + 1, 0
            self._grid.addWidget(cell, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span

    def values(self) -> dict[str, Any]:
        """Return what stands in each field, hidden ones too."""
        return self.form.values()

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show *values* without telling that something changed."""
        was = self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.form.fill(values)
        self.blockSignals(was)

    def shown(self) -> list[str]:
        """Return the names of the fields in sight."""
        return [name for name, cell in self._cells.items() if not cell.isHidden()]

    def own_problems(self) -> list[Problem]:
        """Return what a field in sight cannot understand."""
        shown = set(self.shown())
        return [problem for problem in self.form.own_problems() if problem.field in shown]

    def show_problems(self, problems: Sequence[Problem]) -> list[Problem]:
        """Show each problem below its field; return those that have none in sight."""
        shown = set(self.shown())
        self.form.show_problems([problem for problem in problems if problem.field in shown])
        return [problem for problem in problems if problem.field not in shown]

    def first(self) -> QWidget | None:
        """Return the first field in sight that can be filled."""
        shown = set(self.shown())
        return next((edit for name, edit in self.form.edits.items() if name in shown and edit.isEnabled()), None)

    def _watch(self, name: str, edit: QWidget) -> None:
        del name
        if isinstance(edit, QComboBox):
            edit.currentIndexChanged.connect(lambda _at: self.changed.emit())
        elif isinstance(edit, QCheckBox):
            edit.toggled.connect(lambda _on: self.changed.emit())
        elif isinstance(edit, QSpinBox):
            edit.valueChanged.connect(lambda _value: self.changed.emit())
        elif isinstance(edit, QLineEdit):
            edit.textChanged.connect(lambda _text: self.changed.emit())


def _cell(field: Field) -> QWidget:
    """Return the caption, the field and the place for what is wrong with it."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(theme.px(3))
    edit = _edit(field)
    edit.setObjectName(f"{field.name}_edit")
    error = label("", "error", wrap=True)
    error.setObjectName(f"{field.name}_error")
    if field.kind is not Kind.CHECK:
        caption: QLabel = label(field.words, "field")
        caption.setBuddy(edit)
        edit.setAccessibleName(field.words.replace("&", ""))
        grid.addWidget(caption, 0, 0)
    grid.addWidget(edit, 1, 0)
    grid.addWidget(error, 2, 0)
    return holder


def _edit(field: Field) -> QWidget:
    if field.kind is Kind.MONEY:
        return MoneyEdit()
    if field.kind is Kind.DATE:
        return DateEdit()
    if field.kind is Kind.CHECK:
        return QCheckBox(field.words)
    if field.kind is Kind.NUMBER:
        number = QSpinBox()
        number.setRange(0, _MOST)
        number.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)  # the arrow keys count
        number.lineEdit().setTextMargins(theme.px(8), 0, theme.px(8), 0)  # style sheets leave no padding there
        return number
    return _box(field.choices) if field.kind is Kind.CHOICE else QLineEdit()


def _box(choices: Sequence[Choice]) -> QComboBox:
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_LETTERS)
    model = box.model()
    for at, choice in enumerate(choices):
        box.addItem(choice.text, choice.value)
        box.setItemData(at, choice.reason or choice.text, Qt.ItemDataRole.ToolTipRole)
        if choice.reason and isinstance(model, QStandardItemModel):
            model.item(at).setEnabled(False)
    return box
