"""A window with a head, tables and buttons: what a plan will do, what a file holds, what an import did."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from finbank_desktop.domain.listas import Coluna
from finbank_desktop.gui.models.rows import RowsModel
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.flow_layout import FlowLayout
from finbank_desktop.gui.widgets.inline_message import InlineMessage
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.table import Table


class SheetDialog(QDialog):
    """Shows something beside the page it belongs to; closing it changes nothing.

    Attributes:
        body: Where what it shows is put.
        notice: Says what stands in the way.
        message: Says what came of what was tried.
    """

    def __init__(self, parent: QWidget | None, title: str, sentence: str, size: tuple[int, int] = (980, 640)) -> None:
        """Begin with *title* and *sentence*; *size* is in logical pixels."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(12))
        self.title = label(title, "h1", wrap=True)
        self.sentence = label(sentence, "muted", wrap=True)
        self.notice = InlineMessage(closable=False)
        self.message = InlineMessage()
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(12))
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        column.addWidget(self.notice)
        column.addLayout(self.body, 1)
        column.addWidget(self.message)
        column.addLayout(self._build_bar())
        self.resize(theme.size(*size))

    def _build_bar(self) -> QHBoxLayout:
        holder = QWidget()
        self._further = FlowLayout(holder, theme.px(8))
        self._bar = QHBoxLayout()
        self._bar.setSpacing(theme.px(8))
        self._bar.addWidget(holder, 1)
        self.close_button = Button("Fechar", "", clicked=self.close)
        self._bar.addWidget(self.close_button)
        return self._bar

    def add_further(self, button: Button) -> Button:
        """Put *button*, which is not the one next step, at the left."""
        self._further.addWidget(button)
        return button

    def add_commit(self, text: str, run: Callable[[], object], *, kind: str = "primary") -> Button:
        """Put the button that does what is shown at the right and return it."""
        button = Button(text, kind, clicked=run)
        self._bar.addWidget(button)
        return button


def table_of(colunas: Sequence[Coluna], rows: Sequence[Mapping[str, Any]], name: str) -> Table:
    """Return a table of *rows*, each with an ``id``, that needs no further care."""
    model = RowsModel(colunas)
    model.show_rows(rows)
    table = Table(tuple(colunas), model, marks=False, name=name)
    model.setParent(table)
    if rows:
        table.setCurrentIndex(model.index(0, 0))
    return table
