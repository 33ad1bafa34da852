"""Boletos on paper from the window: preview with its models, the question before printing, printing, and many files."""

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QMessageBox, QPushButton

from finbank_desktop.gui.dialogs.papel import BoletosPdfDialog, SalvarPdfDialog
from finbank_desktop.gui.pages.boletos import BoletosPage
from finbank_desktop.gui.widgets.printing import PrintDialog, printer_named
from finbank_desktop.services.impressao import PedidoImpressao

A4_MM = (210, 297)


def opened(window: Any, kind: type, qtbot: Any) -> Any:
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(kind)), timeout=20_000)
    return next(d for d in window.findChildren(kind) if d.isVisible())


@pytest.fixture
def preview(office: Any, open_window: Any, qtbot: Any) -> Any:
    boletos = office.issue([12_345, 67_890, 1])
    window = open_window()
    page = window.page("boletos")
    assert isinstance(page, BoletosPage)
    page.preview([boleto.id for boleto in boletos])
    dialog = opened(window, BoletosPdfDialog, qtbot)
    qtbot.waitUntil(lambda: dialog.view.is_drawn, timeout=20_000)
    return dialog


def answer(parent: Any, words: str, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: bool(parent.findChildren(QMessageBox)), timeout=5_000)
    box = parent.findChildren(QMessageBox)[0]
    button = next(b for b in box.findChildren(QPushButton) if b.text().replace("&", "") == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_another_model_shows_other_pages(preview: Any, qtbot: Any) -> None:
    assert preview.view.count == 3
    assert "não registrado" in preview.message.text
    preview.model.setCurrentIndex(preview.model.findData("carne"))
    qtbot.waitUntil(lambda: preview.view.count == 1 and preview.view.is_drawn, timeout=20_000)


def test_what_the_bank_does_not_have_is_asked_for_before_it_is_printed(preview: Any, qtbot: Any) -> None:
    preview.print_pages()
    answer(preview, "Voltar", qtbot)
    assert not preview.findChildren(PrintDialog)
    qtbot.waitUntil(lambda: not preview.findChildren(QMessageBox))
    preview.print_pages()
    answer(preview, "Imprimir mesmo assim", qtbot)
    assert opened(preview, PrintDialog, qtbot).first.maximum() == 3


def test_pages_reach_the_printer_in_their_true_size(preview: Any, qtbot: Any, tmp_path: Path) -> None:
    preview.print_pages()
    answer(preview, "Imprimir mesmo assim", qtbot)
    dialog = opened(preview, PrintDialog, qtbot)
    target = tmp_path / "impresso.pdf"
    printer = printer_named("")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    dialog.use(printer)
    dialog.first.setValue(2)
    dialog.right.setValue(3.0)
    dialog.print_pages()
    qtbot.waitUntil(lambda: "Enviado" in dialog.message.text, timeout=30_000)
    document = pypdfium2.PdfDocument(target)
    assert len(document) == 2
    width, height = document[0].get_size()
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == A4_MM
    picture = document[0].render(scale=300 / 72, grayscale=True).to_numpy().squeeze()
    (code,) = [c for c in zxingcpp.read_barcodes(picture) if c.format == zxingcpp.BarcodeFormat.ITF]
    corners = code.position
    millimetres = (corners.top_right.x - corners.top_left.x) / 300 * 25.4
    assert millimetres == pytest.approx(103, abs=1)
    assert corners.top_left.x / 300 * 25.4 == pytest.approx(12 + 3, abs=1)
    assert preview._desk.settings.millimetres("direita") == 3.0


def test_the_test_page_is_printed(preview: Any, qtbot: Any, tmp_path: Path) -> None:
    preview.print_pages()
    answer(preview, "Imprimir mesmo assim", qtbot)
    dialog = opened(preview, PrintDialog, qtbot)
    printer = printer_named("")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "teste.pdf"))
    dialog.use(printer)
    dialog.print_test()
    qtbot.waitUntil(lambda: "Enviado" in dialog.message.text, timeout=30_000)
    assert len(pypdfium2.PdfDocument(tmp_path / "teste.pdf")) == 1


def test_files_by_customer_are_saved_with_a_password(office: Any, open_window: Any, qtbot: Any, tmp_path: Path) -> None:
    boletos = office.issue([12_345, 67_890])
    window = open_window()
    dialog = SalvarPdfDialog(window, window.desk, [boleto.id for boleto in boletos])
    dialog.open()
    assert not dialog.rule.isEnabled()
    assert dialog.rule.toolTip()
    dialog.split.setCurrentIndex(1)
    dialog.rule.setText("{cliente}")
    dialog.password.setText("{documento5}")
    assert dialog.pedido() == PedidoImpressao(separar="cliente", nome="{cliente}", senha="{documento5}")
    dialog.save_to(tmp_path)
    qtbot.waitUntil(lambda: "salvos" in dialog.message.text, timeout=20_000)
    assert len(list(tmp_path.glob("*.pdf"))) == 2
    for path in tmp_path.glob("*.pdf"):
        with pytest.raises(pypdfium2.PdfiumError):
            pypdfium2.PdfDocument(path)
    dialog.rule.setText("{nome}")
    dialog.save_to(tmp_path)
    qtbot.waitUntil(lambda: "Não há a marca {nome}" in dialog.message.text, timeout=20_000)
