"""A document on a real printer: which one, where on the sheet, how it will look; and a page to try it with."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.inline_message import InlineMessage
from finbank_desktop.gui.widgets.labels import label

Render = Callable[[Path, int, float], QImage]
DPI = 300
_POINTS_PER_INCH = 72
_MM_PER_INCH = 25.4
_PREVIEW_DPI = 96
_FARTHEST = 10.0
"""Millimetres by which a printer may be set right; more is no margin but another paper."""


def printer_named(name: str) -> QPrinter:
    """Return the printer called *name*, or the system's own, on A4 in true size with no margins of its own."""
    info = QPrinterInfo.printerInfo(name) if name else QPrinterInfo.defaultPrinter()
    printer = (
        QPrinter(QPrinter.PrinterMode.HighResolution)
        if info.isNull()
        else QPrinter(info, QPrinter.PrinterMode.HighResolution)
    )
    printer.setResolution(DPI)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    return printer


def paint_page(painter: QPainter, printer: QPrinter, image: QImage, offset: tuple[float, float]) -> None:
    """Draw *image* over the whole sheet in its true size, moved by *offset* millimetres right and down."""
    dots = printer.resolution() / _MM_PER_INCH
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    target = QRectF(0, 0, paper.width(), paper.height()).translated(offset[0] * dots, offset[1] * dots)
    painter.drawImage(target, image)


class PrintDialog(QDialog):
    """Printer, pages, copies and margins, beside a preview of the sheet.

    Attributes:
        printer: Where the pages go; made anew when another one is chosen.
    """

    def __init__(self, parent: QWidget, desk: Desk, path: Path, pages: int, render: Render) -> None:
        """Print the *pages* pages of *path*; *render* draws one of them, in the reading worker."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Imprimir")
        self._desk, self._path, self._pages, self._render = desk, path, pages, render
        self._folder = tempfile.TemporaryDirectory(prefix="finbank-teste-")
        self._shown: QImage | None = None
        self._printing = False
        self.printer = printer_named("")
        self.message = InlineMessage()
        self.printers = self._printers()
        self.first, self.last, self.copies = self._counts()
        self.right, self.down = _millimetres("direita"), _millimetres("baixo")
        self._sheet = printer_named("")  # the preview keeps a bare pointer to its printer
        self.preview = QPrintPreviewWidget(self._sheet)
        self.preview.setAccessibleName("Como a folha vai sair")
        self.preview.paintRequested.connect(self._paint_preview)
        self.test_button = Button("Página de teste", icon="imprimir", clicked=self.print_test)
        self.print_button = Button("Imprimir", "primary", icon="imprimir", clicked=self.print_pages)
        self._lay_out()
        for box in (self.right, self.down):
            box.setValue(desk.settings.millimetres(box.objectName()))
            box.valueChanged.connect(lambda _value: self.preview.updatePreview())
        self.first.valueChanged.connect(lambda _value: self._show_sheet())
        self._show_sheet()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow("Im&pressora", self.printers)
        form.addRow("&Da página", self.first)
        form.addRow("&Até a página", self.last)
        form.addRow("&Cópias", self.copies)
        form.addRow("Deslocar para a di&reita (mm)", self.right)
        form.addRow("Deslocar para &baixo (mm)", self.down)
        hint = label(
            "Sai em tamanho real, sem ajustar à página: o código de barras tem de medir 103 mm. Se a sua impressora "
            "desloca a folha, imprima a página de teste e corrija aqui.",
            "muted",
            wrap=True,
        )
        side = QVBoxLayout()
        side.setSpacing(theme.px(10))
        side.addLayout(form)
        side.addWidget(hint)
        side.addWidget(self.test_button, 0, Qt.AlignmentFlag.AlignLeft)
        side.addStretch()
        side.addWidget(self.message)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(Button("Fechar", "", clicked=self.close))
        buttons.addWidget(self.print_button)
        side.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
        row.setSpacing(theme.px(16))
        row.addLayout(side, 2)
        row.addWidget(self.preview, 3)
        self.resize(theme.size(900, 660))

    def _printers(self) -> QComboBox:
        box = QComboBox()
        for info in QPrinterInfo.availablePrinters():
            box.addItem(info.description() or info.printerName(), info.printerName())
        box.setEnabled(box.count() > 0)
        box.setCurrentIndex(max(box.findData(QPrinterInfo.defaultPrinterName()), 0))
        if not box.count():
            box.addItem("Nenhuma impressora instalada", "")
            box.setToolTip("Instale uma impressora no sistema; ou salve o PDF e imprima em outro computador.")
        box.currentIndexChanged.connect(lambda _at: self._choose())
        return box

    def _counts(self) -> tuple[QSpinBox, QSpinBox, QSpinBox]:
        first, last, copies = QSpinBox(), QSpinBox(), QSpinBox()
        for box, most, value in ((first, self._pages, 1), (last, self._pages, self._pages), (copies, 99, 1)):
            box.setRange(1, max(most, 1))
            box.setValue(value)
            _dress(box)
        return first, last, copies

    def _choose(self) -> None:
        self.printer = printer_named(str(self.printers.currentData() or ""))

    def use(self, printer: QPrinter) -> None:
        """Print on *printer*, such as one that writes a PDF."""
        self.printer = printer

    @property
    def offset(self) -> tuple[float, float]:
        """Millimetres to the right and down."""
        return self.right.value(), self.down.value()

    def _show_sheet(self) -> None:
        path, number, render = self._path, self.first.value() - 1, self._render
        self._desk.read(
            self, lambda: render(path, number, _PREVIEW_DPI * 2 / _POINTS_PER_INCH), self._arrived, self._failed
        )

    def _arrived(self, image: QImage) -> None:
        self._shown = image
        self.preview.updatePreview()

    def _paint_preview(self, printer: QPrinter) -> None:
        if self._shown is not None:
            printer.setFullPage(True)
            painter = QPainter(printer)
            paint_page(painter, printer, self._shown, self.offset)
            painter.end()

    # --- printing

    def print_pages(self) -> None:
        """Print the chosen pages."""
        first, last = self.first.value() - 1, self.last.value() - 1
        if last < first:
            self.message.say("A última página vem antes da primeira; corrija os números.", Tone.DANGER)
            return
        self._print(self._path, list(range(first, last + 1)), self.copies.value())

    def print_test(self) -> None:
        """Print the page that shows margins and true size."""
        target = Path(self._folder.name) / "teste.pdf"
        impressao = self._desk.services.impressao
        self._desk.read(
            self, lambda: impressao.render_teste(target), lambda _done: self._print(target, [0], 1), self._failed
        )

    def _print(self, path: Path, numbers: list[int], copies: int) -> None:
        if self._printing:
            return
        for box in (self.right, self.down):
            self._desk.settings.remember_millimetres(box.objectName(), box.value())
        painter = QPainter()
        self.printer.setCopyCount(copies)
        if not painter.begin(self.printer):
            self.message.say("A impressora não aceitou o trabalho; veja se está ligada e com papel.", Tone.DANGER)
            return
        self._printing = True
        self.print_button.allow("Aguarde: imprimindo.")
        self._next(painter, path, numbers, 0)

    def _next(self, painter: QPainter, path: Path, numbers: list[int], at: int) -> None:
        """Ask for one page after the other: the window stays awake, and only one page is in memory."""
        if at == len(numbers):
            painter.end()
            self._finish("Enviado para a impressora.", Tone.SUCCESS)
            return
        render, number = self._render, numbers[at]

        def draw(image: QImage) -> None:
            if at:
                self.printer.newPage()
            paint_page(painter, self.printer, image, self.offset)
            self._next(painter, path, numbers, at + 1)

        def stop(error: Exception) -> None:
            self.printer.abort()
            painter.end()
            self._finish(explain(error), Tone.DANGER)

        self._desk.read(self, lambda: render(path, number, DPI / _POINTS_PER_INCH), draw, stop)

    def _finish(self, words: str, tone: Tone) -> None:
        self._printing = False
        self.print_button.allow("")
        self.message.say(words, tone)

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)


def _millimetres(name: str) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setObjectName(name)
    box.setRange(-_FARTHEST, _FARTHEST)
    box.setSingleStep(0.5)
    box.setDecimals(1)
    _dress(box)
    return box


def _dress(box: QAbstractSpinBox) -> None:
    box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)  # the arrow keys count
    box.lineEdit().setTextMargins(theme.px(8), 0, theme.px(8), 0)  # style sheets leave no padding there
