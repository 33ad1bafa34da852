"""A field that finds a record while one types its name, its code or its document."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

Look = Callable[[str, Callable[[Sequence[Mapping[str, Any]]], object]], object]


class RecordPicker(QLineEdit):
    """Keeps the id of the record that was chosen; other text means that none is.

    Attributes:
        picked: Another record, or none, is chosen.
    """

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a record and without a place to look in."""
        super().__init__(parent)
        self._look: Look | None = None
        self._id = 0
        self._found: dict[str, int] = {}
        self._names = QStringListModel(self)
        self._list = QCompleter(self._names, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setWidget(self)
        self._list.activated.connect(self._take)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(200)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(self._typed)

    def look_with(self, look: Look) -> None:
        """Find records with *look*: given words and where to bring the rows, each with ``id`` and ``texto``."""
        self._look = look

    def value(self) -> int:
        """Return the id of the chosen record; 0 when none is."""
        return self._id

    def choose(self, record_id: int, text: str) -> None:
        """Show the record *record_id* as *text*."""
        self._id = record_id
        self.setText(text)
        self.setCursorPosition(0)
        self.picked.emit()

    def problem(self) -> str:
        """Return what cannot be understood; empty when all is well."""
        if self.text().strip() and not self._id:
            return "Escolha um dos nomes da lista."
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F8 and the arrow down show what there is."""
        popup = self._list.popup()
        is_open = popup is not None and popup.isVisible()
        if event.key() in (Qt.Key.Key_F8, Qt.Key.Key_Down) and not is_open:
            self._ask()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> None:
        self._id = 0
        self._pause.start()

    def _ask(self) -> None:
        if self._look is not None:
            words = "" if self._id else self.text().strip()
            self._look(words, self._show)

    def _show(self, rows: Sequence[Mapping[str, Any]]) -> None:
        self._found = {str(row["texto"]): int(row["id"]) for row in rows}
        self._names.setStringList(list(self._found))
        if self._found and self.hasFocus():
            self._list.complete()

    def _take(self, text: object) -> None:
        if isinstance(text, str) and text in self._found:
            self.choose(self._found[text], text)
