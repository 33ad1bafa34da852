"""The window of one action: fields, what will happen, and a button that says what it does to how many."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from finbank_desktop.domain.problems import Problem
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.dialogs.action import Action, Feito
from finbank_desktop.gui.dialogs.fields import FieldGrid
from finbank_desktop.gui.dialogs.preview import Preview, differences, words
from finbank_desktop.gui.dialogs.preview_view import PreviewView
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.inline_message import InlineMessage
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.scroller import Scroller
from finbank_desktop.services.plans import StalePlanError

_PAUSE = 200
"""Milliseconds after the last key before the plan is made anew."""
_WIDTH, _LOWEST, _HIGHEST = 820, 420, 760
"""Logical pixels of the window."""
_TOLD = 3
"""Changes told one by one when the books moved meanwhile."""


class PlanDialog(QDialog):
    """Shows what *action* will do and does exactly that.

    Attributes:
        preview: What is in sight; ``None`` while it is being made or cannot be.
    """

    def __init__(self, parent: QWidget | None, desk: Desk, action: Action, done: Callable[[Feito], object]) -> None:
        """*done* is told what was done, after the window closed."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(action.title)
        self.desk, self.action, self._done = desk, action, done
        self.preview: Preview | None = None
        self._last: Preview | None = None
        self._asked = 0
        self._writing = False
        self._stale = False
        self.grid: FieldGrid | None = None
        self.message = InlineMessage(closable=False)
        self.view = PreviewView()
        self.meaning = label("", "muted", wrap=True)
        self.commit_button = Button(action.title, "danger" if action.danger else "primary", clicked=self.commit)
        self.commit_button.setDefault(True)
        self.cancel_button = Button("Fechar sem fazer", "quiet", clicked=self.close)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._plan)
        self._build()
        QShortcut(QKeySequence("F1"), self).activated.connect(self._show_help)
        self.commit_button.allow("Aguarde: a prévia está sendo preparada.")
        self.desk.read(self, action.load, self._loaded, self._broke)

    def _build(self) -> None:
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        self._column.setSpacing(theme.px(12))
        self._column.addWidget(label(self.action.title, "h1", wrap=True))
        self._column.addWidget(label(self.action.sentence, "muted", wrap=True))
        self._column.addWidget(self.meaning)
        self.meaning.hide()
        self._column.addWidget(self.message)
        self._column.addWidget(label("O que vai acontecer", "h3"))
        self._column.addWidget(self.view, 1)
        bar = QFrame()
        bar.setProperty("kind", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12))
        row.setSpacing(theme.px(8))
        row.addWidget(self.cancel_button)
        extra = self.action.extra()
        if extra is not None:
            row.addWidget(Button(extra.text, "", icon=extra.icon, clicked=lambda: extra.run(self)))
        row.addStretch()
        row.addWidget(self.commit_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(Scroller(self._inside), 1)
        outer.addWidget(bar)
        self._bar = bar
        self.resize(theme.size(_WIDTH, _LOWEST))

    # --- planning

    def _loaded(self, loaded: Any) -> None:
        fields = self.action.fields(loaded)
        if fields:
            self.grid = FieldGrid(fields)
            self._column.insertWidget(2, self.grid)
            self.grid.changed.connect(self._changed)
            self._show_fields()
        self._plan()

    def values(self) -> dict[str, Any]:
        """Return what stands in the fields."""
        return self.grid.values() if self.grid is not None else {}

    def _show_fields(self) -> None:
        grid = self.grid
        if grid is None:
            return
        values = grid.values()
        shown = self.action.shown(values)
        if shown is not None and sorted(shown) != sorted(grid.shown()):
            grid.show_only(shown)
        meaning = self.action.explain(values)
        self.meaning.setText(meaning)
        self.meaning.setVisible(bool(meaning))

    def _changed(self) -> None:
        """Take back the leave to go on: what is in sight is no longer what the fields ask for."""
        self._asked += 1
        self.preview = None
        self.commit_button.allow("Aguarde: a prévia está sendo preparada.")
        self._show_fields()
        self._pause.start()

    def plan_anew(self) -> None:
        """Plan again, as after something the plan rests on was changed."""
        self._changed()

    def _plan(self) -> None:
        self._asked += 1
        own = self.grid.own_problems() if self.grid is not None else []
        if own and self.grid is not None:
            self.grid.show_problems(own)
            self.commit_button.allow(words(own[0]))
            return
        values, asked = self.values(), self._asked
        self.desk.read(
            self,
            lambda: self.action.plan(values),
            lambda preview: self._planned(asked, preview),
            lambda error: self._broke(error) if asked == self._asked else None,
        )

    def _planned(self, asked: int, preview: Preview) -> None:
        if asked != self._asked:
            return
        if preview.fill and self.grid is not None:
            self.grid.fill(preview.fill)
        self.view.show_preview(preview)
        self.view.setEnabled(True)
        self.commit_button.setText(preview.commit)
        homeless = list(preview.problems)
        if self.grid is not None:
            homeless = self.grid.show_problems(preview.problems)
        self._say(homeless, preview)
        self.commit_button.allow(preview.stops)
        first_time = self._last is None
        self.preview = self._last = preview
        if first_time:
            self._take_focus()
        QTimer.singleShot(0, self, self._fit)

    def _say(self, problems: list[Problem], preview: Preview) -> None:
        if self._stale and self._last is not None:
            self._stale = False
            changed = differences(self._last, preview)
            told = " ".join(changed[:_TOLD]) + (f" (e mais {len(changed) - _TOLD})" if len(changed) > _TOLD else "")
            head = "Nada foi gravado: os dados mudaram em outra janela. Confira a nova prévia."
            self.message.say(f"{head} Mudou: {told}" if told else head, Tone.WARNING)
        elif problems:
            problems.sort(key=lambda problem: not problem.is_error)
            more = f" (e mais {len(problems) - 1})" if len(problems) > 1 else ""
            self.message.say(words(problems[0]) + more, Tone.DANGER if problems[0].is_error else Tone.WARNING)
        elif not preview.going and len(preview.rows) > 1:
            self.message.say(preview.stops, Tone.INFO)
        else:
            self.message.silence()

    def _fit(self) -> None:
        """Make room for what is shown, as far as a small screen has any; never shrink under the user's hands."""
        layout = self._inside.layout()
        if layout is None:
            return
        layout.activate()
        wanted = max(layout.sizeHint().height(), layout.heightForWidth(self._inside.width()))
        room = theme.size(_WIDTH, _HIGHEST).height()
        height = min(wanted + self._bar.sizeHint().height() + theme.px(8), room)
        if height > self.height():
            self.resize(self.width(), height)

    def _take_focus(self) -> None:
        first = self.grid.first() if self.grid is not None else None
        target = first or (self.commit_button if self.commit_button.isEnabled() else self.cancel_button)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _broke(self, error: Exception) -> None:
        self._writing = False
        self.message.say(explain(error), Tone.DANGER)
        self.commit_button.allow(explain(error))
        if self._last is None:
            self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- doing

    def commit(self) -> None:
        """Do what is in sight."""
        preview = self.preview
        if preview is None or preview.stops or self._writing:
            return
        self._writing = True
        self.commit_button.allow("Aguarde: gravando.")
        self.desk.write(
            self, preview.commit, lambda _watcher: self.action.apply(preview.plan), self._written, self._failed
        )

    def _written(self, feito: Feito) -> None:
        self._writing = False
        self.accept()
        self._done(feito)

    def _failed(self, error: Exception) -> None:
        self._broke(error)
        if isinstance(error, StalePlanError):
            self._stale = True
            self._plan()

    def _show_help(self) -> None:
        self.desk.help_wanted.emit(self.action.topic)
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay until what is being written is written."""
        if self._writing:
            event.ignore()
        else:
            event.accept()

    def reject(self) -> None:
        """Esc closes as the button does."""
        self.close()
