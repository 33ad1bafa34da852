"""*Relatar problema*: what would be handed on, to be read before it is saved. Nothing is sent."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale, qVersion
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from finbank_desktop.gui import errors
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.inline_message import InlineMessage
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.services import relato

_KINDS = "Texto (*.txt);;Arquivo compactado (*.zip)"


class RelatoDialog(QDialog):
    """Asks what happened, shows the whole report, saves it."""

    def __init__(self, parent: QWidget | None, desk: Desk, screen: str, log: Path | None = None) -> None:
        """Begin on the screen with the key *screen*; *log* is the program's own unless another is named."""
        super().__init__(parent)
        self.setWindowTitle("Relatar problema")
        self._desk, self._screen = desk, screen
        self._log = relato.last_lines(log or errors.log_path())
        self._when = datetime.now().astimezone()
        self.story = QPlainTextEdit()
        self.story.setAccessibleName("O que aconteceu")
        self.story.setTabChangesFocus(True)
        self.story.setPlaceholderText(
            "O que você fez, o que esperava e o que aconteceu. Não escreva nomes nem documentos."
        )
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("O relato inteiro, como será salvo")
        self.message = InlineMessage(closable=False)
        self.save_button = Button("Salvar relato…", "primary", icon="salvar", clicked=self.save)
        self._build()
        self.story.textChanged.connect(self._compose)
        self._compose()
        self.story.setFocus()
        self.resize(theme.size(760, 640))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(10))
        column.addWidget(label("Relatar problema", "h1"))
        column.addWidget(
            label(
                "Nada é enviado. O programa monta um arquivo sem dados de clientes, que você lê abaixo, salva e manda "
                "a quem for ajudar.",
                "muted",
                wrap=True,
            )
        )
        column.addWidget(label("O que aconteceu?", "field"))
        column.addWidget(self.story, 1)
        column.addWidget(label("O relato, como será salvo", "field"))
        column.addWidget(self.text, 2)
        column.addWidget(self.message)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(Button("Fechar", "quiet", clicked=self.close))
        row.addWidget(self.save_button)
        column.addLayout(row)

    def _compose(self) -> None:
        self.text.setPlainText(relato.compose(self.story.toPlainText(), self._surroundings(), self._log, self._when))

    def _surroundings(self) -> dict[str, str]:
        place = self._desk.services.database.caminho
        size = f"{place.stat().st_size // 1024} KB" if place is not None and place.is_file() else "tamanho desconhecido"
        screen = self.screen()
        pixels = f"{screen.size().width()} por {screen.size().height()}, escala {screen.devicePixelRatio():.2f}"
        return {
            "Qt": str(qVersion()),
            "Tela aberta": self._screen or "nenhuma",
            "Monitor": pixels,
            "Texto": f"{theme.escala} %",
            "Cores": str(self._desk.settings.scheme),
            "Idioma": QLocale.system().name(),
            "Banco de dados": f"SQLite, {size}" if place is not None else "em servidor ou em memória",
        }

    def save(self) -> None:
        """Ask where, and save."""
        start = str(self._desk.settings.folder("relatos") / "relato de problema.txt")
        name, _kind = QFileDialog.getSaveFileName(self, "Salvar relato", start, _KINDS)
        if not name:
            return
        path = Path(name) if Path(name).suffix else Path(f"{name}.txt")
        try:
            relato.save(self.text.toPlainText(), path)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is said here
            self.message.say(explain(error), Tone.DANGER)
        else:
            self._desk.settings.remember_folder("relatos", path.parent)
            self.message.say(f"Salvo em {path}.", Tone.SUCCESS)
