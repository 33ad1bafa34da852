"""A PDF inside the program: pages one below the other, printed and saved from here."""

import shutil
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button, IconButton
from finbank_desktop.gui.widgets.inline_message import InlineMessage
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.printing import PrintDialog

_POINTS_PER_INCH = 72
_ZOOMS = (50, 75, 100, 125, 150, 200, 300)


def render_page(path: Path, number: int, scale: float) -> QImage:
    """Return page *number* of *path*, *scale* pixels per point.

    PDFium is not made for several threads: call it from one thread only (the program's reading worker).
    """
    document = pdfium.PdfDocument(path)
    try:
        bitmap = document[number].render(
            scale=scale, rev_byteorder=True, force_bitmap_format=pdfium.raw.FPDFBitmap_BGRA
        )
        image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBA8888)
        return image.copy()
    finally:
        document.close()


def page_sizes(path: Path) -> list[tuple[float, float]]:
    """Return width and height of every page in points."""
    document = pdfium.PdfDocument(path)
    try:
        return [document.get_page_size(number) for number in range(len(document))]
    finally:
        document.close()


class _Page(QLabel):
    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.asked = False
        self.setAccessibleName(f"Página {number + 1}")
        self.setStyleSheet("background: white;")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)


class PdfView(QScrollArea):
    """Draws the pages that are in sight, in the reading worker."""

    def __init__(self, desk: Desk, path: Path) -> None:
        """Show *path*."""
        super().__init__()
        self._desk, self._path = desk, path
        self._zoom = 100
        self._sizes: list[tuple[float, float]] = []
        self._pages: list[_Page] = []
        self._inside = QWidget()
        self._inside.setProperty("kind", "clear")
        self._column = QVBoxLayout(self._inside)
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._column.setSpacing(theme.px(16))
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setAccessibleName("Páginas do boleto")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(30)
        self._pause.timeout.connect(self._draw)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._pause.start())
        desk.read(self, lambda: page_sizes(path), self._measured, lambda _error: None)

    @property
    def count(self) -> int:
        """How many pages there are, as soon as that is known."""
        return len(self._sizes)

    @property
    def is_drawn(self) -> bool:
        """Whether the first page stands on the screen."""
        return bool(self._pages) and not self._pages[0].pixmap().isNull()

    def step_zoom(self, step: int) -> None:
        """Show the pages larger or smaller."""
        at = min(max(_ZOOMS.index(self._zoom) + step, 0), len(_ZOOMS) - 1)
        self._zoom = _ZOOMS[at]
        self._lay_out()

    def _measured(self, sizes: list[tuple[float, float]]) -> None:
        self._sizes = sizes
        self._pages = [_Page(number) for number in range(len(sizes))]
        for page in self._pages:
            self._column.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch()
        self._lay_out()

    def _scale(self) -> float:
        return self.logicalDpiX() / _POINTS_PER_INCH * self._zoom / 100

    def _lay_out(self) -> None:
        for page, (width, height) in zip(self._pages, self._sizes, strict=True):
            page.setFixedSize(QSize(round(width * self._scale()), round(height * self._scale())))
            page.clear()
            page.asked = False
        self._pause.start()

    def _draw(self) -> None:
        seen = self.viewport().rect().adjusted(0, -200, 0, 200)
        for page in self._pages:
            place = page.rect().translated(page.mapTo(self.viewport(), page.rect().topLeft()))
            if not page.asked and place.intersects(seen):
                page.asked = True
                self._ask(page, self._zoom)

    def _ask(self, page: _Page, zoom: int) -> None:
        ratio = max(self.devicePixelRatioF(), 1.5)
        scale = self._scale() * ratio

        def arrived(image: QImage) -> None:
            if zoom == self._zoom:
                image.setDevicePixelRatio(ratio)
                page.setPixmap(QPixmap.fromImage(image))

        self._desk.read(self, lambda: render_page(self._path, page.number, scale), arrived, lambda _error: None)

    def resizeEvent(self, event: Any) -> None:
        """Draw what came into sight."""
        super().resizeEvent(event)
        self._pause.start()


class PdfDialog(QDialog):
    """Shows a PDF with what one does with it."""

    def __init__(self, parent: QWidget, desk: Desk, path: Path, title: str, name: str) -> None:
        """Show *path*, called *title*; *name* is offered as the file's name."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._desk, self._path, self._name = desk, path, name
        self.view = PdfView(desk, path)
        self.message = InlineMessage()
        bar = QFrame()
        bar.setProperty("kind", "header")
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        row.setSpacing(theme.px(8))
        row.addWidget(label(title, "h3"))
        row.addStretch()
        self.tools = QHBoxLayout()
        row.addLayout(self.tools)
        row.addWidget(IconButton("lupa-menos", "Diminuir (Ctrl+-)", clicked=lambda: self.view.step_zoom(-1)))
        row.addWidget(IconButton("lupa-mais", "Aumentar (Ctrl++)", clicked=lambda: self.view.step_zoom(1)))
        row.addSpacing(theme.px(8))
        row.addWidget(Button("Salvar PDF…", icon="salvar", clicked=self.save_as))
        self.print_button = Button("Imprimir…", "primary", icon="imprimir", clicked=self.print_pages)
        row.addWidget(self.print_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(bar)
        self._column.addWidget(self.message)
        self._column.addWidget(self.view, 1)
        self.resize(theme.size(940, 820))
        for keys, run in {
            "Ctrl+P": self.print_pages,
            "Ctrl+S": self.save_as,
            "Ctrl++": lambda: self.view.step_zoom(1),
            "Ctrl+-": lambda: self.view.step_zoom(-1),
        }.items():
            QShortcut(QKeySequence(keys), self).activated.connect(run)

    def show_document(self, path: Path) -> None:
        """Show another document in place of the one in sight."""
        old, self._path = self.view, path
        self.view = PdfView(self._desk, path)
        self._column.replaceWidget(old, self.view)
        old.deleteLater()

    def save_as(self) -> None:
        """Ask where to and keep a copy there."""
        start = self._desk.settings.folder("pdf") / self._name
        chosen, _kind = QFileDialog.getSaveFileName(self, "Salvar PDF", str(start), "PDF (*.pdf)")
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, target: Path) -> None:
        """Keep a copy at *target*."""
        try:
            shutil.copyfile(self._path, target)
        except OSError as error:
            self.message.say(
                f"Não foi possível salvar em {target}: {error.strerror}. Escolha outra pasta.", Tone.DANGER
            )
            return
        self._desk.settings.remember_folder("pdf", target.parent)
        self.message.say(f"Salvo em {target}", Tone.SUCCESS)

    def print_pages(self) -> None:
        """Show printer, margins and preview."""
        if self.view.count:
            PrintDialog(self, self._desk, self._path, self.view.count, render_page).open()
