"""What a person does one after the other, outside the program."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.labels import IconLabel, label


def steps_column(steps: Sequence[str]) -> QVBoxLayout:
    """Return *steps*, numbered, one below the other."""
    column = QVBoxLayout()
    column.setSpacing(theme.px(10))
    for number, words in enumerate(steps, start=1):
        line = QHBoxLayout()
        line.setSpacing(theme.px(12))
        line.addWidget(IconLabel("seta-direita", size=18, role="accent"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(f"{number}. {words}", wrap=True), 1)
        column.addLayout(line)
    return column
