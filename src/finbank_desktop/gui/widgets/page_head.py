"""The head of a page: its title, what is counted, and its buttons; below each other when the text is large."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.flow_layout import FlowLayout

LARGE = 150
"""Percent from which on text counts as large and things stand below each other."""


class PageHead(QWidget):
    """Holds *title*, *count* and *buttons*, the most important one last."""

    def __init__(self, title: QLabel, count: QLabel | None, buttons: Sequence[QWidget]) -> None:
        """Lay them out for today's size of the text."""
        super().__init__()
        titles = QVBoxLayout()
        titles.setSpacing(theme.px(2))
        titles.addWidget(title)
        if count is not None:
            titles.addWidget(count)
        if theme.escala >= LARGE:
            column = QVBoxLayout(self)
            column.setContentsMargins(0, 0, 0, 0)
            column.addLayout(titles)
            holder = QWidget()
            line = FlowLayout(holder, theme.px(8))
            for button in reversed(buttons):
                line.addWidget(button)
            column.addWidget(holder)
            return
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addLayout(titles)
        row.addStretch()
        for button in buttons:
            row.addWidget(button)
