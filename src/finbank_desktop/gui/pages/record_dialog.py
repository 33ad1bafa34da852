"""The window in which one record is entered or changed, with messages beside the fields they are about."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QMessageBox,
    QPlainTextEdit,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from finbank_desktop.domain.problems import Problem
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.form_fields import FormFields
from finbank_desktop.gui.widgets.inline_message import InlineMessage
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.scroller import Scroller


class Form(Protocol):
    """What pyside6-uic makes of a Designer file."""

    def setupUi(self, widget: Any) -> None:
        """Put the fields onto *widget*."""


class Record(Protocol):
    """How one kind of record is shown, judged and saved; one with ``noticed`` is judged there from the beginning."""

    @property
    def title(self) -> str:
        """Return what stands above the form."""

    def values(self) -> dict[str, Any]:
        """Return what stands in the fields at first."""

    def build(self, values: dict[str, Any]) -> Any:
        """Return the record made of what stands in the fields."""

    def problems(self, record: Any) -> Sequence[Problem]:
        """Return what is wrong with *record*; runs beside the window."""

    def save(self, record: Any) -> Any:
        """Save *record*; runs beside the window."""


class RecordDialog(QDialog):
    """Shows the form of *record* and closes only when it is saved or given up knowingly."""

    def __init__(
        self,
        parent: QWidget | None,
        desk: Desk,
        form: Form,
        record: Record,
        prepare: Callable[[FormFields], object] = lambda _fields: None,
    ) -> None:
        """*prepare* fills the choices of the form's boxes before the record is shown."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(record.title)
        self.desk, self.record = desk, record
        self._touched: set[str] = set(getattr(record, "noticed", ()))
        self._sure = False
        holder = QWidget()
        form.setupUi(holder)
        self.fields = FormFields(holder)
        for edit in holder.findChildren(QSpinBox):
            edit.lineEdit().setTextMargins(theme.px(8), 0, theme.px(8), 0)  # style sheets leave no padding there
        prepare(self.fields)
        self.fields.fill(record.values())
        self._before = self.fields.values()
        self.message = InlineMessage()
        self.save_button = Button("Salvar", "primary", clicked=self.save)
        self.save_button.setDefault(True)
        self._build(holder)
        self._begin()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(150)
        self._pause.timeout.connect(self._judge)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr] # there is one
        self._watch()
        if self._touched:
            self._pause.start()
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.save)

    def _build(self, holder: QWidget) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(16))
        column.addWidget(label(self.record.title, "h1"))
        column.addWidget(self.message)
        column.addWidget(holder, 1)
        area = Scroller(inside)
        self._inside = inside
        self._bar = bar = QFrame()
        bar.setProperty("kind", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12))
        row.addWidget(Button("Cancelar", "quiet", clicked=self.close))
        row.addStretch()
        row.addWidget(self.save_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(area, 1)
        outer.addWidget(bar)
        inside.ensurePolished()
        wanted = inside.sizeHint()
        room = theme.size(1000, 760)
        self.resize(
            max(wanted.width() + 32, theme.size(760, 1).width()), min(wanted.height() + theme.px(90), room.height())
        )

    def _begin(self) -> None:
        """Begin in the first field that is for the user: a new record gets its code by itself."""
        edits = list(self.fields.edits.items())
        empty_code = bool(edits) and edits[0][0] == "codigo" and not self._before["codigo"]
        if edits:
            edits[1 if empty_code and len(edits) > 1 else 0][1].setFocus()

    def begin_at(self, name: str, said: str = "") -> None:
        """Begin in the field called *name*, where there is one; *said* is what somebody complained of."""
        if name in self.fields.edits:
            self._show_tab(name)
            self.fields.edits[name].setFocus()
        if said:
            self.message.say(said, Tone.WARNING)

    def _watch(self) -> None:
        for name, edit in self.fields.edits.items():
            if isinstance(edit, QComboBox):
                edit.currentIndexChanged.connect(lambda _at, key=name: self._touch(key))
            elif isinstance(edit, QCheckBox):
                edit.toggled.connect(lambda _on, key=name: self._touch(key))
            elif isinstance(edit, QSpinBox):
                edit.valueChanged.connect(lambda _value, key=name: self._touch(key))

    def _focus_moved(self, old: QWidget | None, _new: QWidget | None) -> None:
        for name, edit in self.fields.edits.items():
            if old is edit:
                self._touch(name)

    def _touch(self, name: str) -> None:
        self._touched.add(name)
        self._pause.start()

    # --- judging and saving

    def _judge(self) -> None:
        """Say what is wrong with the fields that were filled so far."""
        own = self.fields.own_problems()
        record = self._record()
        if record is None:
            self._show_problems(own)
            return
        self.desk.read(
            self,
            lambda: self.record.problems(record),
            lambda found: self._show_problems([*own, *found]),
            lambda error: self.message.say(explain(error), Tone.DANGER),
        )

    def _show_problems(self, problems: list[Problem]) -> None:
        self.fields.show_problems(problems, self._touched)
        self._grow()

    def _grow(self) -> None:
        """Make room for what is said below the fields, as far as the screen has any."""
        inside = self._inside
        inside.ensurePolished()
        layout = inside.layout()
        if layout is None:
            return
        layout.activate()
        wanted = max(layout.sizeHint().height(), layout.heightForWidth(inside.width())) + self._bar.sizeHint().height()
        room = theme.size(1, 900).height()
        if self.height() < min(wanted, room):
            self.resize(self.width(), min(wanted, room))

    def _record(self) -> Any:
        try:
            return self.record.build(self.fields.values())
        except (TypeError, ValueError):
            return None

    def save(self) -> None:
        """Judge everything; save when nothing is wrong, otherwise go to the first field at fault."""
        own = self.fields.own_problems()
        record = self._record()
        if own or record is None:
            self._complain([*own, *(self._missing() if record is None else [])])
            return
        self.save_button.setEnabled(False)
        self.desk.read(
            self,
            lambda: self.record.problems(record),
            lambda found: self._save_if_right(record, list(found)),
            self._failed,
        )

    def _missing(self) -> list[Problem]:
        dates = [name for name, value in self.fields.values().items() if value is None]
        return [Problem(message="Preencha este campo.", field=name) for name in dates]

    def _save_if_right(self, record: Any, found: list[Problem]) -> None:
        self.save_button.setEnabled(True)
        if any(problem.is_error for problem in found):
            self._complain(found)
            return
        self.save_button.setEnabled(False)
        self.desk.write(
            self, f"Salvando: {self.record.title}", lambda _watcher: self.record.save(record), self._saved, self._failed
        )

    def _complain(self, problems: list[Problem]) -> None:
        self._touched.update(self.fields.edits)
        homeless = [problem for problem in self.fields.show_problems(problems) if problem.is_error]
        self._show_tab(self.fields.focus_first(problems))
        self._grow()
        if homeless:
            self.message.say(f"{homeless[0].message} {homeless[0].fix}".strip(), Tone.DANGER)

    def _show_tab(self, name: str) -> None:
        tabs = self.findChild(QTabWidget)
        if not name or not isinstance(tabs, QTabWidget):
            return
        for at in range(tabs.count()):
            tab = tabs.widget(at)
            if tab is not None and tab.isAncestorOf(self.fields.edits[name]):
                tabs.setCurrentIndex(at)
                self.fields.edits[name].setFocus()

    def _saved(self, _record: Any) -> None:
        self._sure = True
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self.message.say(explain(error), Tone.DANGER)

    # --- leaving

    @property
    def is_changed(self) -> bool:
        """Whether something was entered that is not saved."""
        return self.fields.values() != self._before

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, except where it makes a new line."""
        if isinstance(self.focusWidget(), QPlainTextEdit) and event.key() != Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Esc asks as closing does."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before what was typed is lost."""
        if self._sure or not self.is_changed:
            event.accept()
            return
        event.ignore()
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.windowTitle())
        box.setText("Descartar o que você digitou?")
        leave = box.addButton("Descartar", QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton("Continuar editando", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        leave.clicked.connect(self._leave)
        box.open()

    def _leave(self) -> None:
        self._sure = True
        self.close()
