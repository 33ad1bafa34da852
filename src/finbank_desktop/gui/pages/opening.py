"""What is shown before the database is open, and when it cannot be."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from finbank_desktop.gui import icons
from finbank_desktop.gui.desk import explain
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.empty_state import centred
from finbank_desktop.gui.widgets.labels import label


class OpeningPage(QWidget):
    """A mark and one sentence."""

    def __init__(self) -> None:
        """Begin while the database is being opened."""
        super().__init__()
        self.setProperty("kind", "page")
        mark = QLabel()
        mark.setPixmap(icons.pixmap("finbank", "", theme.px(72)))
        self.title = label("Abrindo o banco de dados…", "h2")
        self.sentence = label("", "muted", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._again: Callable[[], object] | None = None
        self.button = Button("Tentar de novo", "primary", icon="atualizar", clicked=self._try_again)
        self.button.hide()
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(12))
        column.addStretch(2)
        column.addWidget(mark, 0, centre)
        column.addWidget(self.title, 0, centre)
        column.addLayout(centred(self.sentence, theme.px(520)))
        column.addWidget(self.button, 0, centre)
        column.addStretch(3)

    def complain(self, error: Exception, again: Callable[[], object]) -> None:
        """Say why it cannot be opened and offer to try again."""
        self.title.setText("Não foi possível abrir o banco de dados")
        self.sentence.setText(explain(error))
        self._again = again
        self.button.show()
        self.button.setFocus()

    def _try_again(self) -> None:
        self.title.setText("Abrindo o banco de dados…")
        self.sentence.setText("")
        self.button.hide()
        if self._again is not None:
            self._again()
