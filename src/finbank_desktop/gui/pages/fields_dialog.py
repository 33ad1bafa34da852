"""A small window that asks for a few fields and saves them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from finbank_desktop.domain.problems import Problem
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.dialogs.fields import Field, FieldGrid
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.scroller import Scroller
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog

Save = Callable[[Mapping[str, Any]], Any]


class FieldsDialog(SheetDialog):
    """Asks for *fields* and hands their values to *save*, which runs on the writing worker.

    Attributes:
        saved: It was written; carries what *save* returned.
    """

    saved = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        desk: Desk,
        title: str,
        sentence: str,
        fields: Sequence[Field],
        save: Save,
        commit: str = "Salvar",
    ) -> None:
        """Ask; *commit* is the button's text."""
        super().__init__(parent, title, sentence, (640, min(220 + 44 * len(fields), 680)))
        self._desk, self._save = desk, save
        self.grid = FieldGrid(fields)
        self.body.addWidget(Scroller(self.grid), 1)
        self.close_button.setText("Cancelar")
        self.commit = self.add_commit(commit, self._commit)
        self.commit.setDefault(True)
        first = self.grid.first()
        if first is not None:
            first.setFocus()

    def _commit(self) -> None:
        own = self.grid.own_problems()
        if own:
            self.grid.show_problems(own)
            return
        values = self.grid.values()
        self.commit.allow("Aguarde o fim da tarefa.")
        self._desk.write(self, "Salvando", lambda _watcher: self._save(values), self._done, self._failed)

    def _done(self, result: Any) -> None:
        self.saved.emit(result)
        self.close()

    def _failed(self, error: Exception) -> None:
        self.commit.allow("")
        field = getattr(error, "where", "")
        beside = [Problem(message=explain(error), field=field)] if field else []
        if not beside or self.grid.show_problems(beside):
            self.message.say(explain(error), Tone.DANGER)
