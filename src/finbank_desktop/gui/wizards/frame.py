"""The frame of every assistant: steps at the left, one page at a time, one button that goes on.

Pages decide nothing: they ask the pure functions of ``services`` what comes next and what is missing.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QMessageBox,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.gui.jobs import Job
from finbank_desktop.gui.lifetimes import is_alive
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.inline_message import InlineMessage
from finbank_desktop.gui.widgets.labels import IconLabel, label, redress
from finbank_desktop.gui.widgets.scroller import Scroller

_STEPS_AT_MOST = 344
"""Logical pixels; with large text the page needs the room more."""


class WizardPage(QWidget):
    """One page; its title says what is to be done on it."""

    def __init__(self, title: str, sentence: str) -> None:
        """Begin with *title* and, below it, *sentence*."""
        super().__init__()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(16))
        self.body.setSpacing(theme.px(16))
        self.title = label(title, "h1", wrap=True)
        self.sentence = label(sentence, "muted", wrap=True)
        self.body.addWidget(self.title)
        self.body.addWidget(self.sentence)

    def first_focus(self) -> QWidget | None:
        """Return where the keyboard begins."""
        return None


class _StepList(QFrame):
    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self.setProperty("kind", "nav")
        self._rows = []
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(28), theme.px(24), theme.px(24))
        column.setSpacing(theme.px(16))
        for title in titles:
            icon, text = IconLabel("pendente", size=20), label(title, "", wrap=True)
            row = QHBoxLayout()
            row.setSpacing(theme.px(10))
            row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(text, 1)
            column.addLayout(row)
            self._rows.append((icon, text))
        column.addStretch()
        self.setFixedWidth(min(theme.px(200), _STEPS_AT_MOST))

    def show_step(self, current: int) -> None:
        for at, (icon, text) in enumerate(self._rows):
            name = "ok" if at < current else "atual" if at == current else "pendente"
            icon.change(name, Tone.SUCCESS if at < current else Tone.INFO if at == current else None)
            text.setProperty("kind", "h3" if at == current else "")
            redress(text)
            state = "feito" if at < current else "agora" if at == current else "depois"
            text.setAccessibleDescription(state)


class WizardFrame(QDialog):
    """A window with steps, a page, a place for messages, progress, and buttons.

    Subclasses fill the pages and implement `go_on`, `go_back` and `describe_leaving`.
    """

    def __init__(self, parent: QWidget | None, title: str, steps: Sequence[str]) -> None:
        """Name the assistant and its steps."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._job: Job | None = None
        self._sure = False
        self._complaint = ""
        self._areas: dict[WizardPage, Scroller] = {}
        self.steps = _StepList(steps)
        self.stack = QStackedWidget()
        self.message = InlineMessage(closable=False)
        self.progress_text = label("", "small")
        self.progress = QProgressBar()
        self.progress.setAccessibleName("Andamento")
        self.stop_button = Button("Parar", "", clicked=self._stop)
        self.cancel_button = Button("Cancelar", "quiet", clicked=self.close)
        self.back_button = Button("Voltar", "", icon="seta-esquerda", clicked=self.go_back)
        self.next_button = Button("Avançar", "primary", clicked=self.go_on)
        self.next_button.setDefault(True)
        self._build()
        self._show_progress(visible=False)
        QShortcut(QKeySequence("F1"), self).activated.connect(self.show_help)
        self.resize(theme.size(1200, 780))

    def _build(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.stack, 1)
        notice = QVBoxLayout()
        notice.setContentsMargins(theme.px(32), 0, theme.px(32), theme.px(12))
        notice.addWidget(self.message)
        right.addLayout(notice)
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self.steps)
        top.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top, 1)
        column.addWidget(self._build_bar())

    def _build_bar(self) -> QFrame:
        bar = QFrame()
        bar.setProperty("kind", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12))
        row.setSpacing(theme.px(8))
        row.addWidget(self.cancel_button)
        doing = QVBoxLayout()
        doing.setSpacing(theme.px(4))
        doing.addWidget(self.progress_text)
        doing.addWidget(self.progress)
        row.addLayout(doing, 1)
        row.addWidget(self.stop_button)
        row.addWidget(self.back_button)
        row.addWidget(self.next_button)
        return bar

    # --- what subclasses say

    def go_on(self) -> None:
        """Leave the page forwards."""

    def go_back(self) -> None:
        """Leave the page backwards."""

    def describe_leaving(self) -> str:
        """Return what would be lost by closing now; empty when nothing."""
        return ""

    def show_help(self) -> None:
        """Explain the page."""

    # --- pages

    def add_page(self, page: WizardPage) -> None:
        """Take one more page; it scrolls when the text is large or the window small."""
        area = Scroller(page)
        self._areas[page] = area
        self.stack.addWidget(area)

    def show_page(self, page: WizardPage, step: int) -> None:
        """Bring *page* into sight as step number *step*."""
        self._complaint = ""
        self.stack.setCurrentWidget(self._areas[page])
        self.steps.show_step(step)
        self.setAccessibleName(f"{self.windowTitle()}: {page.title.text()}")
        focus = page.first_focus() or self.next_button
        QTimer.singleShot(0, focus, lambda: focus.setFocus(Qt.FocusReason.OtherFocusReason))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say the first problem in place and let nobody go on while there is one."""
        busy = self._job is not None
        first = problems[0] if problems else None
        words = " ".join(part for part in (first.message, first.fix) if part) if first else ""
        self.next_button.allow("Aguarde o fim da tarefa." if busy else words)
        tones = {Severity.ERROR: Tone.DANGER, Severity.WARNING: Tone.WARNING, Severity.INFO: Tone.INFO}
        if busy or self._complaint:
            return
        if first is None or first.severity is Severity.INFO:
            self.message.silence()
        else:
            self.message.say(words, tones[first.severity])

    def say(self, text: str, tone: Tone = Tone.DANGER) -> None:
        """Say what came of what was tried; it stays until something else is tried."""
        self._complaint = text
        self.message.say(text, tone)

    # --- work

    @property
    def is_busy(self) -> bool:
        """Whether it waits for a job."""
        return self._job is not None

    def follow(self, job: Job, text: str, *, quiet: bool = False) -> None:
        """Show the progress of *job*, begun by the caller, until it ends; what was said goes unless *quiet*."""
        self._job = job
        if not quiet:
            self._complaint = ""
            self.message.silence()
        self.progress.setRange(0, 0)
        self.progress_text.setText(text)
        self._show_progress(visible=True)
        job.progressed.connect(self._progressed)
        job.finished.connect(lambda: self._ended(job))
        self.next_button.allow("Aguarde o fim da tarefa.")
        self.back_button.setEnabled(False)

    def _progressed(self, done: int, total: int, text: str) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.progress_text.setText(text)

    def _ended(self, job: Job) -> None:
        if job is self._job and is_alive(self):
            self._job = None
            self._show_progress(visible=False)
            self.back_button.setEnabled(True)
            self.refresh(cancelled=job.was_cancelled)

    def refresh(self, *, cancelled: bool = False) -> None:
        """Look again at what may be done, after a job ended."""

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.progress_text.setText("Parando…")

    def _show_progress(self, *, visible: bool) -> None:
        for widget in (self.progress, self.progress_text, self.stop_button):
            widget.setVisible(visible)

    # --- leaving

    def reject(self) -> None:
        """Esc asks as closing does."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close at once when nothing is lost, otherwise ask first."""
        loss = "Uma tarefa ainda está em andamento." if self.is_busy else self.describe_leaving()
        if not loss or self._sure:
            self._stop()
            event.accept()
            return
        event.ignore()
        self._ask(loss)

    def _ask(self, loss: str) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.windowTitle())
        box.setText("Fechar o assistente?")
        box.setInformativeText(loss)
        leave = box.addButton("Fechar", QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton("Continuar aqui", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        leave.clicked.connect(self._leave)
        box.open()

    def _leave(self) -> None:
        self._sure = True
        self.close()
