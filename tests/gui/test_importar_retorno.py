"""*Importar retorno*, driven by keyboard on a real database."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.lifetimes import is_alive
from finbank_desktop.gui.wizards.importar_retorno import ImportarRetornoWizard
from finbank_desktop.services.retorno_wizard import RetornoStep


@pytest.fixture
def wizard(desk: Desk, qtbot: Any) -> Iterator[ImportarRetornoWizard]:
    made = ImportarRetornoWizard(None, desk)
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


def read(wizard: ImportarRetornoWizard, qtbot: Any) -> None:
    qtbot.waitUntil(
        lambda: not wizard.is_busy and all(each.plano or each.recusa for each in wizard.draft.arquivos), timeout=10_000
    )


def press(qtbot: Any, key: Qt.Key) -> None:
    """Press *key* where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def focus(wizard: ImportarRetornoWizard, qtbot: Any, widget: Any) -> None:
    """Reach *widget* with Tab alone."""
    wizard.activateWindow()
    for _step in range(60):
        if widget.hasFocus():
            return
        press(qtbot, Qt.Key.Key_Tab)
    pytest.fail(f"Tab never reaches {widget!r}")


def test_a_whole_import_by_keyboard_writes_exactly_what_it_showed(
    office: Any, wizard: ImportarRetornoWizard, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    boletos = office.issue([10_000 + n for n in range(30)])
    path = office.retorno([office.paid(boleto) for boleto in boletos[:18]])
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    before = everything(office.folder)
    qtbot.waitUntil(wizard.arquivos.zone.button.hasFocus)
    press(qtbot, Qt.Key.Key_Space)
    read(wizard, qtbot)
    assert "nº 87" in wizard.draft.arquivos[0].plano.convenio_descricao  # type: ignore[union-attr] # it was read
    focus(wizard, qtbot, wizard.next_button)
    press(qtbot, Qt.Key.Key_Space)
    assert wizard.step is RetornoStep.CONFERENCIA
    assert wizard.next_button.text() == "Baixar 18 títulos"
    assert wizard.conferencia.tabs.tabText(0) == "Baixas (18)"
    assert wizard.conferencia.tabs.count() == 9
    assert wizard.conferencia.saved_sum.figure.text() == "R$ 1.801,53"
    assert everything(office.folder) == before
    focus(wizard, qtbot, wizard.next_button)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(wizard.draft.importados) and str(wizard.step) == "resultado", timeout=10_000)
    assert sorted(office.situacoes()) == ["Baixado"] * 18 + ["Em aberto"] * 12
    qtbot.waitUntil(wizard.next_button.hasFocus)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not is_alive(wizard) or not wizard.isVisible())


def test_a_trailer_that_disagrees_is_imported_only_with_the_tick(
    office: Any, wizard: ImportarRetornoWizard, qtbot: Any
) -> None:
    boletos = office.issue([10_000, 20_000])
    wizard.add([office.retorno([office.paid(boleto) for boleto in boletos], quantidade=99)])
    read(wizard, qtbot)
    wizard.go_on()
    assert not wizard.next_button.isEnabled()
    assert "Importar assim mesmo" in wizard.next_button.toolTip()
    assert "não conferem" in wizard.conferencia.notice.text
    focus(wizard, qtbot, wizard.conferencia.tick)
    press(qtbot, Qt.Key.Key_Space)
    assert wizard.next_button.isEnabled()
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is RetornoStep.RESULTADO)
    assert office.situacoes() == ["Baixado", "Baixado"]


def test_a_file_that_is_no_retorno_is_refused_in_place(office: Any, wizard: ImportarRetornoWizard, qtbot: Any) -> None:
    office.issue([10_000])
    remessa = office.send()
    wizard.add([remessa])
    read(wizard, qtbot)
    assert "remessa" in wizard.draft.arquivos[0].recusa
    assert not wizard.next_button.isEnabled()
    assert wizard.message.text


def test_the_same_file_again_changes_nothing(office: Any, wizard: ImportarRetornoWizard, qtbot: Any) -> None:
    boletos = office.issue([10_000])
    path = office.retorno([office.paid(boletos[0])])
    office.services.retornos.apply(office.services.retornos.plan(path))
    before = everything(office.folder)
    wizard.add([path])
    read(wizard, qtbot)
    assert wizard.draft.arquivos[0].is_repeated
    assert not wizard.next_button.isEnabled()
    assert everything(office.folder) == before


def test_several_files_are_previewed_one_after_the_other(
    office: Any, wizard: ImportarRetornoWizard, qtbot: Any
) -> None:
    first, second = office.issue([10_000, 20_000])
    paths = [
        office.retorno([office.paid(first)], numero=1, nome="a.ret"),
        office.retorno([office.paid(second), office.paid(first)], numero=2, nome="b.ret"),
    ]
    wizard.add(paths)
    read(wizard, qtbot)
    wizard.go_on()
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.draft.atual == 1 and not wizard.is_busy and wizard.next_button.isEnabled())
    plano = wizard.draft.arquivos[1].plano
    assert plano is not None
    assert plano.tabs["baixas"] == 1  # planned anew: the first file has settled the other meanwhile
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is RetornoStep.RESULTADO)
    assert office.situacoes() == ["Baixado", "Baixado"]


def test_what_moved_meanwhile_is_planned_anew_and_said(office: Any, wizard: ImportarRetornoWizard, qtbot: Any) -> None:
    first, second = office.issue([10_000, 20_000])
    wizard.add([office.retorno([office.paid(first), office.paid(second)], numero=1, nome="a.ret")])
    read(wizard, qtbot)
    wizard.go_on()
    other = office.retorno([office.paid(first)], numero=2, nome="b.ret")
    office.services.retornos.apply(office.services.retornos.plan(other))
    wizard.go_on()
    qtbot.waitUntil(lambda: "nova prévia" in wizard.message.text)
    qtbot.waitUntil(lambda: not wizard.is_busy)
    assert wizard.step is RetornoStep.CONFERENCIA
    plano = wizard.draft.arquivos[0].plano
    assert plano is not None
    assert plano.tabs["baixas"] == 1
    assert "nova prévia" in wizard.message.text


def test_an_import_stopped_before_the_commit_writes_nothing(
    office: Any, wizard: ImportarRetornoWizard, qtbot: Any
) -> None:
    boletos = office.issue([10_000 + n for n in range(50)])
    wizard.add([office.retorno([office.paid(boleto) for boleto in boletos])])
    read(wizard, qtbot)
    wizard.go_on()
    before = everything(office.folder)
    wizard.go_on()
    assert not wizard.stop_button.isHidden()
    wizard.stop_button.click()
    qtbot.waitUntil(lambda: not wizard.is_busy)
    assert wizard.step is RetornoStep.CONFERENCIA
    assert everything(office.folder) == before
    assert wizard.next_button.isEnabled()


def test_esc_asks_before_a_preview_is_lost(
    office: Any, wizard: ImportarRetornoWizard, qtbot: Any, asked: list[QMessageBox]
) -> None:
    boletos = office.issue([10_000])
    wizard.add([office.retorno([office.paid(boletos[0])])])
    read(wizard, qtbot)
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard.isVisible()
    assert "Nada foi gravado" in asked[0].informativeText()


def test_esc_closes_at_once_when_nothing_is_lost(wizard: ImportarRetornoWizard, qtbot: Any) -> None:
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert not is_alive(wizard) or not wizard.isVisible()


def test_files_dropped_on_the_main_window_begin_the_assistant(office: Any, open_window: Any, qtbot: Any) -> None:
    boletos = office.issue([10_000])
    path = office.retorno([office.paid(boletos[0])])
    window = open_window()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, mime, buttons, keys))
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportarRetornoWizard)))
    found = window.findChildren(ImportarRetornoWizard)[0]
    read(found, qtbot)
    assert found.draft.arquivos[0].caminho == path
    found._sure = True
    found.close()
