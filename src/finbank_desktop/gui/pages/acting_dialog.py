"""A window with one table whose rows things are done to; it reads them anew after each."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from finbank_desktop.domain.listas import Coluna
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.models.rows import RowsModel
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog
from finbank_desktop.gui.widgets.table import Table


class ActingDialog(SheetDialog):
    """A table that is read anew after each thing done to its rows."""

    def __init__(
        self, parent: QWidget | None, desk: Desk, title: str, sentence: str, colunas: Sequence[Coluna]
    ) -> None:
        """Begin without rows."""
        super().__init__(parent, title, sentence)
        self.desk = desk
        self.model = RowsModel(colunas)
        self.table = Table(tuple(colunas), self.model, marks=False, name=title)
        self.model.setParent(self.table)
        self.body.addWidget(self.table, 1)

    def current(self) -> Any:
        """Return the id of the chosen row; ``None`` for none."""
        at = self.table.currentIndex().row()
        return self.model.row(at)["id"] if 0 <= at < self.model.rowCount() else None

    def read(self, call: Callable[[], Any]) -> None:
        """Show the rows that *call* returns."""
        self.desk.read(self, call, self.show_rows, self.failed)

    def show_rows(self, rows: Sequence[dict[str, Any]]) -> None:
        """Show *rows*."""
        at = max(self.table.currentIndex().row(), 0)
        self.model.show_rows(rows)
        if rows:
            self.table.setCurrentIndex(self.model.index(min(at, len(rows) - 1), 0))

    def act(self, title: str, call: Callable[[], Any], done: str) -> None:
        """Do *call* and say *done*."""
        self.desk.write(self, title, lambda _watcher: call(), lambda _result: self._done(done), self.failed)

    def _done(self, words: str) -> None:
        self.message.say(words, Tone.SUCCESS)
        self.reload()

    def reload(self) -> None:
        """Read the rows anew."""

    def failed(self, error: Exception) -> None:
        """Say what went wrong."""
        self.message.say(explain(error), Tone.DANGER)
