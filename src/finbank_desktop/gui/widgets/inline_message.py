"""A message inside the page, near what it is about: no dialog, nothing covered."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button, IconButton
from finbank_desktop.gui.widgets.labels import IconLabel, label, redress

_ICONS = {
    Tone.NEUTRAL: "info",
    Tone.INFO: "info",
    Tone.SUCCESS: "ok",
    Tone.WARNING: "aviso",
    Tone.DANGER: "erro",
}
_SPOKEN = {Tone.WARNING: "Atenção: ", Tone.DANGER: "Erro: "}


class InlineMessage(QFrame):
    """Takes no room until it has something to say."""

    def __init__(self, parent: QWidget | None = None, *, closable: bool = True) -> None:
        """Begin silent."""
        super().__init__(parent)
        self.setProperty("kind", "message")
        self._icon = IconLabel("info")
        self._text = label(wrap=True, selectable=True)
        self._action = Button("", "link")
        self._run: Callable[[], object] | None = None
        self._action.clicked.connect(self._act)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(8), theme.px(8), theme.px(8))
        row.setSpacing(theme.px(10))
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        self._close = IconButton("fechar", "Fechar mensagem", clicked=self.silence)
        row.addWidget(self._close)
        self._close.setVisible(closable)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now; empty when it is silent."""
        return self._text.text() if not self.isHidden() else ""

    def say(self, text: str, tone: Tone, *, action: str = "", run: Callable[[], object] | None = None) -> None:
        """Say *text*; *action* offers what can be done about it."""
        self._icon.change(_ICONS[tone], tone)
        self._text.setText(text)
        self._text.setAccessibleName(_SPOKEN.get(tone, "") + text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._run = run
        self.setProperty("tone", str(tone))
        redress(self)
        for child in self.findChildren(QWidget):
            redress(child)
        self.show()

    def silence(self) -> None:
        """Say nothing any more."""
        self.hide()

    def _act(self) -> None:
        if self._run is not None:
            self._run()
