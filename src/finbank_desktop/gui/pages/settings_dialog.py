"""*Configurações*: colours and size of the text, which take effect at once, and the way to the e-mail account."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from finbank_desktop.gui.settings import ESCALAS, Scheme, Settings
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.labels import label

_SCHEMES = (("Como no sistema", Scheme.SYSTEM), ("Claro", Scheme.LIGHT), ("Escuro", Scheme.DARK))


class SettingsDialog(QDialog):
    """Two choices."""

    def __init__(
        self,
        parent: QWidget,
        settings: Settings,
        applied: Callable[[], object],
        account: Callable[[], object] | None = None,
    ) -> None:
        """Change *settings*; *applied* is called after each change of size, *account* shows the e-mail account."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Configurações")
        self._settings, self._applied = settings, applied
        self.scheme, self.escala = QComboBox(), QComboBox()
        for words, scheme in _SCHEMES:
            self.scheme.addItem(words, scheme)
        for percent in ESCALAS:
            self.escala.addItem(f"{percent} %", percent)
        self.scheme.setCurrentIndex(self.scheme.findData(settings.scheme))
        self.escala.setCurrentIndex(self.escala.findData(settings.escala))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(8))
        column.addWidget(label("Configurações", "h1"))
        for words, box in (("&Cores", self.scheme), ("&Tamanho do texto", self.escala)):
            caption = label(words, "field")
            caption.setBuddy(box)
            column.addSpacing(theme.px(8))
            column.addWidget(caption)
            column.addWidget(box)
        column.addSpacing(theme.px(16))
        bar = QHBoxLayout()
        if account is not None:
            self.account = Button("Conta de e-mail…", "", icon="enviado", clicked=self.close)
            self.account.clicked.connect(lambda _checked=False: account())
            bar.addWidget(self.account)
        bar.addStretch()
        bar.addWidget(Button("Fechar", "primary", clicked=self.close))
        column.addLayout(bar)
        self.setMinimumWidth(theme.px(400))
        self.scheme.currentIndexChanged.connect(self._change)
        self.escala.currentIndexChanged.connect(self._change)

    def _change(self) -> None:
        self._settings.scheme = Scheme(self.scheme.currentData())
        self._settings.escala = int(self.escala.currentData())
        theme.apply(self._settings)
        self._applied()
