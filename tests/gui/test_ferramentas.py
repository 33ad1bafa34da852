"""*Ferramentas*: the file checker, the inspector and the banks, by keyboard."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QWidget

from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.main_window import MainWindow
from finbank_desktop.gui.pages.bancos import BancosPage
from finbank_desktop.gui.pages.boletos import BoletosPage
from finbank_desktop.gui.pages.cadastros import ContasPage, ConveniosPage
from finbank_desktop.gui.pages.comparar import CompararDialog
from finbank_desktop.gui.pages.conferir import ConferirPage
from finbank_desktop.gui.pages.inspecionar import InspecionarPage
from finbank_desktop.gui.pages.record_dialog import RecordDialog

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def remessa(office: Any) -> Path:
    """A remessa of three titles at Itaú, CNAB 400."""
    office.issue([100_00, 200_00, 300_00])
    return Path(office.send())


def spoil(path: Path, line: int, start: int, text: str) -> Path:
    """Write a copy of the file with other bytes at a place."""
    lines = path.read_bytes().split(b"\r\n")
    lines[line - 1] = lines[line - 1][: start - 1] + text.encode() + lines[line - 1][start - 1 + len(text) :]
    other = path.with_name("outra.REM")
    other.write_bytes(b"\r\n".join(lines))
    return other


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))


def test_a_remessa_of_ours_is_in_order(
    remessa: Path, desk: Desk, qtbot: Any, shown: Callable[[QWidget], QWidget], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ConferirPage(desk)
    shown(page)
    choose(monkeypatch, remessa)
    page.first_focus().setFocus()
    qtbot.keyClick(page.first_focus(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.conferido is not None)
    assert page.verdict.text().startswith("Arquivo em ordem")
    assert page.conferido is not None
    assert page.conferido.convenio == "Itaú carteira 109"
    assert "3 títulos · R$ 600,00" in page._file.text()


def test_a_finding_says_where_what_and_how_to_mend_it(
    remessa: Path, desk: Desk, qtbot: Any, shown: Callable[[QWidget], QWidget]
) -> None:
    page = ConferirPage(desk)
    shown(page)
    page.open_file(spoil(remessa, 3, 121, "310299"))  # the due date of CNAB 400
    qtbot.waitUntil(lambda: page.conferido is not None)
    assert page.verdict.text().startswith("O banco recusaria este arquivo")
    rows = [page.model.row(at) for at in range(page.model.rowCount())]
    found = next(row for row in rows if row["linha"] == 3 and row["campo"] == "vencimento")
    assert (found["posicoes"], found["peso"]) == ("121-126", "Erro")
    assert rows[0]["peso"] == "Erro"
    page.table.selectRow(rows.index(found))
    assert page.fix.text()
    assert "310299" in page.what.text()
    with qtbot.waitSignal(desk.file_wanted) as wanted:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert wanted.args[0] == "inspecionar"
    assert wanted.args[1][1:] == (3, 121)


def test_what_is_no_bank_file_is_said(
    desk: Desk, qtbot: Any, shown: Callable[[QWidget], QWidget], tmp_path: Path
) -> None:
    path = tmp_path / "foto.png"
    path.write_bytes(b"\x89PNG" + bytes(500))
    for page in (ConferirPage(desk), InspecionarPage(desk)):
        shown(page)
        page.open_file(path)
        qtbot.waitUntil(lambda page=page: "Abrindo" not in page.message.text and "Conferindo" not in page.message.text)
        assert "uma imagem" in page.message.text
        assert page.choose_button.isEnabled()


def test_findings_are_exported(
    remessa: Path,
    desk: Desk,
    qtbot: Any,
    shown: Callable[[QWidget], QWidget],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    page = ConferirPage(desk)
    shown(page)
    page.open_file(spoil(remessa, 3, 121, "310299"))
    qtbot.waitUntil(lambda: page.conferido is not None)
    saida = tmp_path / "achados.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(saida), ""))
    page.export_button.click()
    qtbot.waitUntil(lambda: "gravada" in page.message.text)
    rows = list(load_workbook(saida).worksheets[0].iter_rows(values_only=True))
    assert rows[0][:4] == ("Linha", "Início", "Fim", "Campo")
    assert len(rows) == page.model.rowCount() + 1
    assert any(row[:4] == (3, 121, 126, "vencimento") for row in rows)


def inspect(page: InspecionarPage, path: Path, qtbot: Any) -> None:
    page.open_file(path)
    qtbot.waitUntil(lambda: page.inspecao is not None and page.choose_button.isEnabled())


def test_a_byte_is_explained(remessa: Path, desk: Desk, qtbot: Any, shown: Callable[[QWidget], QWidget]) -> None:
    page = InspecionarPage(desk)
    page.resize(1300, 800)
    shown(page)
    inspect(page, remessa, qtbot)
    assert page.field.name.text() == "tipo_registro"
    qtbot.keyClick(page.view, Qt.Key.Key_Down)
    for _step in range(120):
        qtbot.keyClick(page.view, Qt.Key.Key_Right)
    assert (page.view.row, page.view.position) == (1, 121)
    assert page.field.name.text() == "vencimento"
    assert page.field.facts["valor"].text() == "01/12/2026"
    qtbot.keyClick(page.view, Qt.Key.Key_Right, CTRL)
    assert (page.view.position, page.field.name.text()) == (127, "valor_titulo")
    assert page.field.facts["valor"].text() == "100,00"
    qtbot.keyClick(page.view, Qt.Key.Key_Left, CTRL)
    assert page.view.position == 121
    assert page.table.currentIndex().data() == "121-126"


def test_a_click_puts_the_cursor_on_the_byte(
    remessa: Path, desk: Desk, qtbot: Any, shown: Callable[[QWidget], QWidget]
) -> None:
    page = InspecionarPage(desk)
    page.resize(1300, 800)
    shown(page)
    inspect(page, remessa, qtbot)
    view = page.view
    at = QPoint(view._x(4) + view._cell // 2, view._ruler + 2 * view._line + view._line // 2)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert (view.row, view.position) == (2, 4)


def test_words_are_found_from_the_cursor_on_and_from_the_top_again(
    remessa: Path, desk: Desk, qtbot: Any, shown: Callable[[QWidget], QWidget]
) -> None:
    page = InspecionarPage(desk)
    shown(page)
    inspect(page, remessa, qtbot)
    page._focus_search()
    page.search.setText("nf 000")
    places = []
    for _time in range(4):
        with qtbot.waitSignal(page.view.moved):
            qtbot.keyClick(page.search, Qt.Key.Key_Return)
        places.append((page.view.row, page.view.position))
    assert [row for row, _at in places] == [1, 2, 3, 1]
    assert len({at for _row, at in places}) == 1
    page.search.setText("não está")
    page.search_on()
    qtbot.waitUntil(lambda: "não está neste arquivo" in page.message.text)


def test_two_files_are_compared_and_a_difference_leads_to_its_field(
    remessa: Path, desk: Desk, qtbot: Any, shown: Callable[[QWidget], QWidget], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = InspecionarPage(desk)
    shown(page)
    inspect(page, remessa, qtbot)
    choose(monkeypatch, spoil(remessa, 3, 121, "250127"))
    before = remessa.read_bytes()
    page.compare_button.click()
    qtbot.waitUntil(lambda: page.findChild(CompararDialog) is not None)
    dialog = page.findChild(CompararDialog)
    assert isinstance(dialog, CompararDialog)
    assert dialog.model.rowCount() == 1
    assert dialog.model.row(0)["campo"] == "vencimento"
    assert dialog.model.row(0)["b"] == "250127"
    dialog.table.selectRow(0)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert (page.view.row, page.view.position) == (2, 121)
    assert remessa.read_bytes() == before


def test_a_million_lines_open_at_their_last_one(
    remessa: Path, desk: Desk, qtbot: Any, shown: Callable[[QWidget], QWidget], tmp_path: Path
) -> None:
    head, title, *_rest, trailer, _end = remessa.read_bytes().split(b"\r\n")
    path = tmp_path / "grande.REM"
    with path.open("wb") as file:
        file.write(head + b"\r\n")
        for _block in range(250):
            file.write((title + b"\r\n") * 4_000)
        file.write(trailer + b"\r\n")
    page = InspecionarPage(desk)
    page.resize(1300, 800)
    shown(page)
    page.open_file(path)
    qtbot.waitUntil(lambda: page.inspecao is not None, timeout=30_000)
    qtbot.keyClick(page.view, Qt.Key.Key_End, CTRL)
    assert page.view.row == 1_000_001
    assert page.field.facts["registro"].text().endswith("linha 1000002")
    assert not page.view.grab().isNull()


def test_the_banks_say_how_far_they_are_to_be_trusted(
    desk: Desk, qtbot: Any, shown: Callable[[QWidget], QWidget]
) -> None:
    page = BancosPage(desk)
    shown(page)
    qtbot.waitUntil(lambda: page.model.rowCount() > 40, timeout=10_000)
    page.filters.search.setText("itau")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    row = page.model.row(0)
    assert (row["codigo"], row["remessa_400"]) == ("341", "Manual")
    assert page.detail.title.text() == "Itaú Unibanco (341)"
    page.filters.search.setText("banco que não há")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)


def test_the_form_of_a_convenio_says_how_far_its_bank_is_to_be_trusted(
    office: Any, desk: Desk, qtbot: Any, shown: Callable[[QWidget], QWidget]
) -> None:
    contas = ContasPage(desk)
    shown(contas)
    contas.edit(0)
    qtbot.waitUntil(lambda: bool(contas.window().findChildren(RecordDialog)))
    dialog = contas.window().findChildren(RecordDialog)[-1]
    box = dialog.fields.edits["banco"]
    assert isinstance(box, QComboBox)
    qtbot.keyClicks(box, "047")
    assert box.currentText() == "047 · Banese"
    dialog.fields.fill({"descricao": "Banese matriz", "agencia": "13", "conta": "123456", "conta_dv": "7"})
    with qtbot.waitSignal(dialog.accepted):
        dialog.save_button.click()
    assert office.services.cadastros.list_contas().linhas[0]["banco"] == "047"
    convenios = ConveniosPage(desk)
    shown(convenios)
    convenios.edit(0)
    qtbot.waitUntil(lambda: bool(convenios.window().findChildren(RecordDialog)))
    form = convenios.window().findChildren(RecordDialog)[-1]
    qtbot.waitUntil(lambda: bool(form.fields.errors["formato"].text()))
    qtbot.waitUntil(lambda: "uma fonte" in form.fields.errors["formato"].text())


def test_a_refused_boleto_says_what_to_do(
    office: Any, desk: Desk, qtbot: Any, shown: Callable[[QWidget], QWidget]
) -> None:
    (boleto,) = office.issue([100_00])
    office.send()
    refused = {"nosso_numero": boleto.sequencial, "ocorrencia": 3, "erros": "08", "valor_titulo": boleto.valor}
    path = office.retorno([refused])
    plan = office.services.retornos.plan(path)
    assert plan.rows[0].o_que_fazer
    office.services.retornos.apply(plan)
    page = BoletosPage(desk)
    page.resize(1400, 800)
    shown(page)
    qtbot.waitUntil(lambda: page.model.is_loaded and page.model.rowCount() == 1)
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: page.panel.boleto_id == boleto.id)
    assert page.panel.todo.text().startswith("O que fazer: ")


def test_the_tools_stand_in_the_window(open_window: Callable[[], MainWindow], remessa: Path, qtbot: Any) -> None:
    window = open_window()
    for key in ("conferir", "inspecionar", "bancos"):
        window.go(key)
        assert window.current == key
    assert window.desk is not None
    window.desk.file_wanted.emit("inspecionar", (remessa, 2, 121))
    page = window.page("inspecionar")
    assert isinstance(page, InspecionarPage)
    qtbot.waitUntil(lambda: page.inspecao is not None and page.view.position == 121)
    assert window.current == "inspecionar"
    QApplication.sendEvent(page.view, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier))
    assert page.view.position == 1
