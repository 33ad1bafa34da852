"""*Ajuda*: short pages that need no network."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QTextTable
from PySide6.QtWidgets import QBoxLayout, QFrame, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from finbank_desktop import resources
from finbank_desktop.gui import icons
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.page_body import page_column
from finbank_desktop.gui.widgets.page_head import LARGE, PageHead

_FOLDER = "help"


def topics() -> list[tuple[str, str, str]]:
    """Return name, title and text of every help page, in their order."""
    found = []
    for name in resources.children(_FOLDER):
        if name.endswith(".md"):
            text = resources.read_text(f"{_FOLDER}/{name}")
            found.append((name.removesuffix(".md").partition("-")[2], text.partition("\n")[0].lstrip("# "), text))
    return found


class AjudaPage(QWidget):
    """Topics at the left, the chosen one at the right."""

    def __init__(self, desk: Desk) -> None:
        """Read all pages; there are few."""
        super().__init__()
        self.setProperty("kind", "page")
        self._topics = topics()
        self.list = QListWidget()
        self.list.setAccessibleName("Assuntos da ajuda")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = QTextBrowser()
        self.text.setAccessibleName("Texto da ajuda")
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        column = page_column(self)
        rehearse = Button("Ensaiar com um banco simulado", "", icon="ensaio", clicked=desk.rehearsal_wanted.emit)
        report = Button("Relatar problema", "quiet", icon="aviso", clicked=desk.report_wanted.emit)
        column.addWidget(PageHead(label("Ajuda", "h1"), None, [report, rehearse]))
        card = QFrame()
        card.setProperty("kind", "card")
        beside = theme.escala < LARGE
        if beside:
            self.list.setFixedWidth(theme.px(320))
        self.list.setMinimumHeight(theme.px(120))
        self.text.setMinimumHeight(theme.px(240))
        inside = QBoxLayout(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom, card)
        inside.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(8))
        inside.setSpacing(theme.px(16))
        inside.addWidget(self.list, 2)
        inside.addWidget(self.text, 3)
        column.addWidget(card, 1)
        self.list.currentRowChanged.connect(self._show)
        self._fill()
        theme.changed.connect(self._fill)

    def _fill(self) -> None:
        row = max(self.list.currentRow(), 0)
        self.list.clear()
        for _name, title, _text in self._topics:
            self.list.addItem(QListWidgetItem(icons.icon("ajuda", theme.tokens.muted), title))
        self.list.setCurrentRow(row)

    def show_topic(self, name: str) -> None:
        """Show the page called *name*, or the first one."""
        names = [each for each, _title, _text in self._topics]
        self.list.setCurrentRow(names.index(name) if name in names else 0)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._topics):
            self.text.document().setDocumentMargin(theme.px(16))
            self.text.setMarkdown(self._topics[row][2])
            self._soften_tables()

    def _soften_tables(self) -> None:
        for frame in self.text.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                looks = frame.format()
                looks.setBorderBrush(QColor(theme.tokens.line))
                looks.setCellPadding(theme.px(6))
                looks.setTopMargin(theme.px(8))
                frame.setFormat(looks)

    def _follow(self, url: QUrl) -> None:
        self.show_topic(url.toString().removesuffix(".md").partition("-")[2])
