"""*Importar planilha*, driven by keyboard on a real database."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.lifetimes import is_alive
from finbank_desktop.gui.main_window import MainWindow
from finbank_desktop.gui.wizards.importar_planilha import ImportarPlanilhaWizard
from finbank_desktop.services.planilha_wizard import PlanilhaStep

CLIENTES = (
    "Relatório;;;\n"
    "CPF/CNPJ;Razão Social;Cidade;Interno\n"
    "11.222.333/0001-81;Padaria Amostra Ltda;São Paulo;a\n"
    "45.997.418/0001-53;Mercado Fictício;Campinas;b\n"
    "11.111.111/1111-11;Sem dígito;Recife;c\n"
)


@pytest.fixture
def wizard(desk: Desk, qtbot: Any) -> Iterator[ImportarPlanilhaWizard]:
    made = ImportarPlanilhaWizard(None, desk)
    made.show()
    qtbot.waitExposed(made)
    yield made
    if is_alive(made):
        made._sure = True
        made.close()


def everything(folder: Path) -> dict[str, list[Any]]:
    with closing(sqlite3.connect(folder / "livros.db")) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}  # noqa: S608 - names from the database itself


def table(office: Any, texto: str = CLIENTES, nome: str = "clientes.csv") -> Path:
    path: Path = office.folder / nome
    path.write_text(texto, encoding="utf-8")
    return path


def press(qtbot: Any, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def focus(wizard: ImportarPlanilhaWizard, qtbot: Any, widget: Any) -> None:
    """Reach *widget* with Tab alone."""
    wizard.activateWindow()
    for _step in range(60):
        if widget.hasFocus():
            return
        press(qtbot, Qt.Key.Key_Tab)
    pytest.fail(f"Tab never reaches {widget!r}")


def go_on(wizard: ImportarPlanilhaWizard, qtbot: Any, step: PlanilhaStep) -> None:
    qtbot.waitUntil(lambda: not wizard.is_busy and wizard.next_button.isEnabled(), timeout=10_000)
    focus(wizard, qtbot, wizard.next_button)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.step is step and not wizard.is_busy, timeout=10_000)


def names(office: Any) -> list[str]:
    return [str(row["nome"]) for row in office.services.cadastros.list_pessoas(ListQuery()).linhas]


def test_a_whole_import_by_keyboard_writes_what_it_showed_and_takes_it_back(
    office: Any, wizard: ImportarPlanilhaWizard, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = table(office)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    before = everything(office.folder)
    qtbot.waitUntil(wizard.arquivo.zone.button.hasFocus)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: wizard.draft.proposta is not None, timeout=10_000)
    assert wizard.arquivo.kind.currentData() == "pessoas"
    go_on(wizard, qtbot, PlanilhaStep.COLUNAS)
    assert [str(made.choice.currentData()) for made in wizard.colunas.cards] == ["documento", "nome", "cidade", ""]
    qtbot.waitUntil(wizard.colunas.cards[0].choice.hasFocus)
    assert "1 linha não se lê assim" in wizard.colunas.cards[0].reading.text()
    focus(wizard, qtbot, wizard.colunas.cards[3].choice)
    qtbot.keyClicks(wizard.colunas.cards[3].choice, "bai")
    qtbot.waitUntil(lambda: wizard.colunas.cards[3].reading.text() == "a · b · c")
    go_on(wizard, qtbot, PlanilhaStep.CONFERENCIA)
    tabs = wizard.conferencia.tabs
    assert [tabs.tabText(at) for at in range(4)] == [
        "Novos (2)",
        "Já existentes (0)",
        "Alterados (0)",
        "Com problema (1)",
    ]
    assert wizard.next_button.text() == "Importar 2 clientes"
    assert everything(office.folder) == before
    go_on(wizard, qtbot, PlanilhaStep.RESULTADO)
    assert names(office) == ["Mercado Fictício", "Padaria Amostra Ltda"]
    assert "2 clientes novos" in wizard.resultado.words.text()
    focus(wizard, qtbot, wizard.resultado.undo)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: wizard.resultado.title.text() == "A importação foi desfeita", timeout=10_000)
    assert names(office) == []


def test_a_column_the_user_names_is_taken_from_the_one_that_had_it(
    office: Any, wizard: ImportarPlanilhaWizard, qtbot: Any
) -> None:
    wizard.take(table(office))
    qtbot.waitUntil(lambda: wizard.draft.proposta is not None and not wizard.is_busy, timeout=10_000)
    wizard.go_on()
    wizard.colunas.assigned.emit(3, "nome")
    assert [str(made.choice.currentData()) for made in wizard.colunas.cards] == ["documento", "", "cidade", "nome"]
    wizard.colunas.assigned.emit(3, "")
    assert not wizard.next_button.isEnabled()
    assert "Falta dizer em que coluna está o nome" in wizard.message.text


def test_another_header_line_reads_the_columns_anew(office: Any, wizard: ImportarPlanilhaWizard, qtbot: Any) -> None:
    wizard.take(table(office))
    qtbot.waitUntil(lambda: wizard.draft.proposta is not None and not wizard.is_busy, timeout=10_000)
    wizard.go_on()
    assert wizard.colunas.header.currentText() == "2"
    wizard.colunas.header.setFocus()
    qtbot.keyClick(wizard.colunas.header, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: wizard.draft.mapa is not None and wizard.draft.mapa.cabecalho == 0, timeout=10_000)
    assert [coluna.titulo for coluna in wizard.draft.proposta.colunas][:2] == ["Coluna A", "Coluna B"]  # type: ignore[union-attr] # it was read


def test_a_file_that_is_no_table_is_refused_in_place(office: Any, wizard: ImportarPlanilhaWizard, qtbot: Any) -> None:
    path = office.folder / "clientes.xlsx"
    path.write_bytes(b"%PDF-1.7 nada disso")
    wizard.take(path)
    qtbot.waitUntil(lambda: bool(wizard.draft.recusa), timeout=10_000)
    assert "PDF" in wizard.draft.recusa
    assert not wizard.next_button.isEnabled()


def test_the_rows_with_a_problem_are_saved_from_the_preview(
    office: Any, wizard: ImportarPlanilhaWizard, qtbot: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    wizard.take(table(office))
    qtbot.waitUntil(lambda: wizard.draft.proposta is not None and not wizard.is_busy, timeout=10_000)
    wizard.go_on()
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.draft.plano is not None and not wizard.is_busy, timeout=10_000)
    saved = tmp_path / "erros.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))
    focus(wizard, qtbot, wizard.conferencia.export)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: saved.is_file() and "Salvo em" in wizard.message.text, timeout=10_000)
    sheet = openpyxl.load_workbook(saved).active
    assert sheet is not None
    assert sheet.max_row == 2


def test_what_moved_meanwhile_is_shown_anew_before_anything_is_written(
    office: Any, wizard: ImportarPlanilhaWizard, qtbot: Any
) -> None:
    path = table(office)
    wizard.take(path)
    qtbot.waitUntil(lambda: wizard.draft.proposta is not None and not wizard.is_busy, timeout=10_000)
    wizard.go_on()
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.draft.plano is not None and not wizard.is_busy, timeout=10_000)
    planilhas = office.services.planilhas
    proposta = planilhas.propose(path, office.empresa.id)
    planilhas.apply(planilhas.plan(path, "pessoas", proposta.mapa, office.empresa.id))
    wizard.go_on()
    qtbot.waitUntil(lambda: "nova prévia" in wizard.message.text and not wizard.is_busy, timeout=10_000)
    assert wizard.step is PlanilhaStep.CONFERENCIA
    assert wizard.conferencia.tabs.tabText(1) == "Já existentes (2)"
    assert not wizard.next_button.isEnabled()


def test_a_table_dropped_on_the_main_window_begins_the_assistant(
    office: Any, open_window: Callable[[], MainWindow], qtbot: Any
) -> None:
    window = open_window()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(table(office)))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(50, 50), copy, mime, left, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), copy, mime, left, none))
    found = window.findChild(ImportarPlanilhaWizard)
    assert isinstance(found, ImportarPlanilhaWizard)
    qtbot.waitUntil(lambda: found.draft.proposta is not None and not found.is_busy, timeout=10_000)
    assert found.draft.tipo == "pessoas"
    found.close()


@pytest.mark.parametrize("key", ["pessoas", "contas-receber"])
def test_a_list_begins_the_assistant_for_its_own_kind(
    key: str, open_window: Callable[[], MainWindow], qtbot: Any
) -> None:
    window = open_window()
    window.go(key)
    qtbot.keyClick(
        window.page(key), Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    found = window.findChild(ImportarPlanilhaWizard)
    assert isinstance(found, ImportarPlanilhaWizard)
    assert found.arquivo.kind.currentData() == key
    found.close()
