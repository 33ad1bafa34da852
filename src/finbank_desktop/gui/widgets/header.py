"""The line at the top: whose books these are, the way to everything, what waits at the bank."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from finbank_desktop.gui import icons
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.buttons import Button, IconButton
from finbank_desktop.gui.widgets.labels import label

_LARGE = 150
_NAME = 420
"""Logical pixels for the company's name; all of it is in the tooltip."""


class Header(QFrame):
    """Stands above every page.

    Attributes:
        company_wanted: Another company was asked for; where its menu belongs.
        search_wanted: The way to everything was asked for.
        pending_wanted: The work queue was asked for.
        settings_wanted: Looks and sizes were asked for.
    """

    company_wanted = Signal(QPoint)
    search_wanted = Signal()
    pending_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self) -> None:
        """Begin without a company."""
        super().__init__()
        self.setProperty("kind", "header")
        self._mark = QLabel()
        self.company = label("FinBank Desktop", "h3")
        self.branch = label("", "small")
        self.change = IconButton("seta-baixo", "Trocar de empresa", clicked=self._ask_company)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.company)
        names.addWidget(self.branch)
        self.search = Button("Ir para ou buscar…   Ctrl+K", "search", icon="buscar", clicked=self.search_wanted.emit)
        if theme.escala >= _LARGE:
            self.search.setText("Buscar  Ctrl+K")
        self.search.setAccessibleName("Ir para ou buscar, Ctrl K")
        self.search.setMinimumWidth(theme.px(150))
        self.search.setMaximumWidth(theme.px(520))
        self.pending = Button("Nenhuma pendência", "quiet", icon="ok", clicked=self.pending_wanted.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        row.setSpacing(theme.px(12))
        row.addWidget(self._mark)
        row.addLayout(names)
        row.addWidget(self.change)
        self.change.hide()
        row.addStretch(1)
        row.addWidget(self.search, 3)
        row.addStretch(1)
        row.addWidget(self.pending)
        row.addWidget(IconButton("configuracoes", "Configurações (Ctrl+,)", clicked=self.settings_wanted.emit))
        self._draw()
        theme.changed.connect(self._draw)

    def describe(self, company: str, branch: str, *, several: bool) -> None:
        """Name the company; *several* when there are others to change to."""
        wide = self.company.fontMetrics().elidedText(company, Qt.TextElideMode.ElideRight, min(theme.px(300), _NAME))
        self.company.setText(wide)
        self.change.setVisible(several)
        self.company.setToolTip(company)
        self.branch.setText(branch)

    def count_pending(self, number: int) -> None:
        """Say how many things wait for somebody."""
        words = "1 pendência" if number == 1 else f"{number} pendências"
        words += " com o banco" if theme.escala < _LARGE else ""
        self.pending.setText(words if number else "Nenhuma pendência")
        self.pending.change_icon("aviso" if number else "ok")

    def _ask_company(self) -> None:
        self.company_wanted.emit(self.change.mapToGlobal(QPoint(0, self.change.height())))

    def _draw(self) -> None:
        side = theme.px(32)
        self._mark.setPixmap(icons.pixmap("finbank", "", side))
