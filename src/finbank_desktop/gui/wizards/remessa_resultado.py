"""The last page of *Gerar remessa*: where the file lies and how it gets to the bank."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.cards import card
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.steps import steps_column
from finbank_desktop.gui.wizards.frame import WizardPage


class ResultadoPage(WizardPage):
    """Says where the file lies and what is to be done with it.

    Attributes:
        sent: The user has sent it to the bank.
    """

    sent = Signal()

    def __init__(self) -> None:
        """Begin without a file."""
        super().__init__("Remessa gerada", "")
        self._path = Path()
        frame, column = card()
        column.setSpacing(theme.px(8))
        self.file = label("", "h2", wrap=True)
        self.where = label("", "muted", wrap=True, selectable=True)
        column.addWidget(self.file)
        column.addWidget(self.where)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.open_button = Button("Abrir pasta", icon="pasta", clicked=self._open)
        row.addWidget(self.open_button)
        row.addWidget(Button("Copiar caminho", "link", icon="copiar", clicked=self._copy))
        row.addStretch()
        column.addLayout(row)
        self.body.addWidget(frame)
        self.body.addWidget(label("Próximos passos", "h2"))
        self._steps = QVBoxLayout()
        self.body.addLayout(self._steps)
        self.sent_button = Button("Já enviei: marcar como enviada", icon="enviado", clicked=self.sent.emit)
        holder = QHBoxLayout()
        holder.addWidget(self.sent_button)
        holder.addStretch()
        self.body.addLayout(holder)
        self.body.addStretch()

    def first_focus(self) -> QWidget:
        """Begin where the file lies."""
        return self.open_button

    def show_result(self, path: Path, words: str, steps: Sequence[str]) -> None:
        """Show the file at *path*, one sentence about it, and the *steps* that bring it to the bank."""
        if not self._steps.count():
            self._steps.addLayout(steps_column(steps))
        self._path = path
        self.sentence.setText(words)
        self.file.setText(path.name)
        self.where.setText(str(self._path))

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self._path))
