"""The line at the bottom: database, user, last copy, what is being done."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QWidget

from finbank_desktop.gui.jobs import Job, JobRunner
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.labels import IconLabel, label

_LARGE = 150


class StatusFooter(QFrame):
    """Tells at a glance where the data lies and whether it is safe."""

    def __init__(self, runner: JobRunner) -> None:
        """Follow the jobs of *runner*."""
        super().__init__()
        self.setProperty("kind", "footer")
        self._runner = runner
        self._watched: Job | None = None
        self._facts: list[QWidget] = []
        self._described = False
        self.database = label("", "small")
        self.user = label("", "small")
        self.copy = label("", "small")
        self.tasks = label("", "small")
        self._bar = QProgressBar()
        self._bar.setFixedWidth(120)
        self._bar.setAccessibleName("Andamento da tarefa")
        self._cancel = Button("Cancelar", "link", clicked=self._cancel_job)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(4), theme.px(16), theme.px(4))
        row.setSpacing(theme.px(8))
        for icon, text in (("banco-de-dados", self.database), ("usuario", self.user), ("copia", self.copy)):
            pair = _pair(icon, text)
            pair.hide()
            self._facts.append(pair)
            row.addWidget(pair)
        row.addStretch()
        row.addWidget(_pair("tarefas", self.tasks))
        row.addWidget(self._bar)
        row.addWidget(self._cancel)
        runner.changed.connect(self._follow)
        self._follow()

    def describe(self, database: str, tip: str, user: str, copy: str) -> None:
        """Show which database is open, by whom, and when it was last copied."""
        self.database.setText(database)
        self.database.setToolTip(tip)
        self.user.setText(user)
        self.copy.setText(copy)
        self._described = True
        self._show_facts()

    def _show_facts(self) -> None:
        """Show the facts; with large text they give their room to a running task."""
        crowded = theme.escala >= _LARGE and bool(self._runner.running)
        for pair in self._facts:
            pair.setVisible(self._described and not crowded)

    def _follow(self) -> None:
        running = [job for job in self._runner.running if not job.was_cancelled]
        if running:
            self._show_facts()
            self._watch(running)
        else:
            self._watched = None
            self.tasks.setText("Nenhuma tarefa em andamento")
        for widget in (self._bar, self._cancel):
            widget.setVisible(bool(running))
        self._show_facts()  # last: what is shown takes its room at once, so what gives room goes first

    def _watch(self, running: list[Job]) -> None:
        waiting = f" (+{len(running) - 1})" if len(running) > 1 else ""
        self.tasks.setText(running[0].title + waiting)
        if running[0] is not self._watched:
            self._watched = running[0]
            self._bar.setRange(0, 0)
            running[0].progressed.connect(self._show_progress)

    def _show_progress(self, done: int, total: int, text: str) -> None:
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        self._bar.setToolTip(text)

    def _cancel_job(self) -> None:
        if self._watched is not None:
            self._watched.cancel()


def _pair(icon: str, text: QLabel) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, theme.px(12), 0)
    row.setSpacing(theme.px(6))
    row.addWidget(IconLabel(icon, size=16))
    row.addWidget(text)
    return holder
