"""*Importar extrato*, driven by keyboard on a real database."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.lifetimes import is_alive
from finbank_desktop.gui.main_window import MainWindow
from finbank_desktop.gui.pages.extratos import DesfazerExtratoDialog, ExtratosPage
from finbank_desktop.gui.wizards.importar_extrato import ImportarExtratoWizard
from finbank_desktop.services.extrato_wizard import ExtratoStep
from tests.unit.services.extratos import conta, linha, ofx

_DAY = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def wizard(desk: Desk, qtbot: Any) -> Iterator[ImportarExtratoWizard]:
    made = ImportarExtratoWizard(None, desk)
    made.show()
    qtbot.waitExposed(made)
    yield made
    if is_alive(made):
        made._sure = True
        made.close()


def press(qtbot: Any, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def focus(wizard: ImportarExtratoWizard, qtbot: Any, widget: Any) -> None:
    wizard.activateWindow()
    for _step in range(60):
        if widget.hasFocus():
            return
        press(qtbot, Qt.Key.Key_Tab)
    pytest.fail(f"Tab never reaches {widget!r}")


def read(wizard: ImportarExtratoWizard, qtbot: Any) -> None:
    qtbot.waitUntil(
        lambda: not wizard.is_busy and all(each.plano or each.recusa for each in wizard.draft.arquivos), timeout=10_000
    )


def lines(office: Any) -> list[tuple[Any, ...]]:
    with office.services.database.read() as uow:
        contas = uow.contas.all()
        kept = [each for one in contas for each in uow.extrato_linhas.payments(one.id, _DAY[0], _DAY[1])]
        return [(each.data, each.valor, each.texto, each.ordinal) for each in kept]


def test_a_whole_statement_by_keyboard_writes_exactly_what_it_showed(
    office: Any, wizard: ImportarExtratoWizard, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.open_bank()
    path = ofx(
        office.folder / "extrato.ofx",
        conta(
            [linha(f"202611{n:02d}", f"{n}.50", f"PIX {n}") for n in range(1, 21)] + [linha("20261201", "9.00", "X")]
        ),
    )
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    qtbot.waitUntil(wizard.arquivos.zone.button.hasFocus)
    press(qtbot, Qt.Key.Key_Space)
    read(wizard, qtbot)
    focus(wizard, qtbot, wizard.next_button)
    press(qtbot, Qt.Key.Key_Space)
    assert wizard.step is ExtratoStep.CONFERENCIA
    assert wizard.next_button.text() == "Importar 20 lançamentos"
    names = [wizard.conferencia.tabs.tabText(at) for at in range(5)]
    assert names == ["Novos (20)", "Já importados (0)", "Saldos (0)", "Previstos (1)", "Quarentena (0)"]
    assert lines(office) == []
    plano = wizard.draft.arquivos[0].plano
    assert plano is not None
    shown = [(r.data, r.valor, r.texto, r.ordinal) for r in plano.rows if r.aba == "novos"]
    focus(wizard, qtbot, wizard.next_button)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: str(wizard.step) == "resultado", timeout=10_000)
    assert lines(office) == shown
    qtbot.waitUntil(wizard.next_button.hasFocus)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not is_alive(wizard) or not wizard.isVisible())


def test_an_unknown_account_is_said_once_and_each_account_has_its_page(
    office: Any, wizard: ImportarExtratoWizard, qtbot: Any
) -> None:
    conta_id = office.open_bank().conta_id
    path = ofx(
        office.folder / "dois.ofx",
        conta([linha("20261101", "1.00", "A")]),
        conta([linha("20261101", "2.00", "B")], banco="237", numero="999"),
    )
    wizard.add([path])
    read(wizard, qtbot)
    wizard.go_on()
    assert "conta 1 de 2" in wizard.conferencia.title.text()
    assert wizard.next_button.text() == "Próxima conta"
    wizard.go_on()
    assert "conta 2 de 2" in wizard.conferencia.title.text()
    assert not wizard.next_button.isEnabled()
    assert "Não sei de que conta" in wizard.next_button.toolTip()
    focus(wizard, qtbot, wizard.conferencia.account)
    press(qtbot, Qt.Key.Key_Down)
    wizard.conferencia.account.activated.emit(wizard.conferencia.account.currentIndex())
    read(wizard, qtbot)
    plano = wizard.draft.arquivos[0].plano
    assert plano is not None
    assert [each.conta.id for each in plano.contas if each.conta] == [conta_id, conta_id]
    qtbot.waitUntil(wizard.next_button.isEnabled)
    wizard.go_on()
    qtbot.waitUntil(lambda: str(wizard.step) == "resultado", timeout=10_000)
    assert len(lines(office)) == 2


def test_a_balance_that_does_not_close_is_said_before_saving(
    office: Any, wizard: ImportarExtratoWizard, qtbot: Any
) -> None:
    office.open_bank()
    first = ofx(office.folder / "a.ofx", conta([linha("20261101", "1.00", "A")], saldo=("100.00", "20261101")))
    office.services.extratos.apply(office.services.extratos.plan(first))
    wizard.add([ofx(office.folder / "b.ofx", conta([linha("20261102", "5.00", "B")], saldo=("115.00", "20261102")))])
    read(wizard, qtbot)
    wizard.go_on()
    assert wizard.conferencia.closes.figure.text() == "Não"
    assert "faltam R$ 10,00" in wizard.conferencia.notice.text


def test_a_statement_dropped_on_the_main_window_begins_its_assistant(
    office: Any, open_window: Callable[[], MainWindow], qtbot: Any
) -> None:
    office.open_bank()
    window = open_window()
    window.import_files([ofx(office.folder / "a.ofx", conta([linha("20261101", "1.00", "A")]))])
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportarExtratoWizard)))
    made = window.findChildren(ImportarExtratoWizard)[0]
    read(made, qtbot)
    assert made.draft.arquivos[0].plano is not None
    made._sure = True
    made.close()


def test_an_import_is_undone_from_the_list(office: Any, open_window: Callable[[], MainWindow], qtbot: Any) -> None:
    office.open_bank()
    path = ofx(office.folder / "a.ofx", conta([linha("20261101", "1.00", "A")]))
    office.services.extratos.apply(office.services.extratos.plan(path))
    window = open_window()
    window.go("extratos")
    page = window.page("extratos")
    assert isinstance(page, ExtratosPage)
    page.undo([1])
    qtbot.waitUntil(lambda: bool(window.findChildren(DesfazerExtratoDialog)))
    dialog = window.findChildren(DesfazerExtratoDialog)[0]
    assert dialog.commit.text() == "Desfazer 1 linha"
    qtbot.keyClick(dialog.commit, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "foi desfeito" in page.message.text, timeout=10_000)
    assert lines(office) == []
    assert [str(row["situacao"]) for row in office.services.extratos.list(ListQuery()).linhas] == ["Desfeita"]


def test_a_table_by_keyboard_is_asked_for_its_account_and_its_columns_and_remembered(
    office: Any, wizard: ImportarExtratoWizard, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.open_bank()
    office.open_bank()
    path = office.folder / "extrato.csv"
    text = "Quando;O que;Quanto;Lado\n05/10/2026;PIX;1.010,00;x\n06/10/2026;TARIFA;-5,00;x\n"
    path.write_text(text, encoding="cp1252")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    qtbot.waitUntil(wizard.arquivos.zone.button.hasFocus)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not wizard.is_busy and wizard.draft.arquivos[0].tabela is not None, timeout=10_000)
    focus(wizard, qtbot, wizard.next_button)
    press(qtbot, Qt.Key.Key_Space)
    assert str(wizard.step) == "colunas"
    assert not wizard.next_button.isEnabled()
    qtbot.waitUntil(wizard.colunas.account.hasFocus)
    press(qtbot, Qt.Key.Key_Down)
    account = wizard.colunas.account
    account.activated.emit(account.currentIndex())
    qtbot.waitUntil(lambda: not wizard.is_busy and wizard.next_button.isEnabled(), timeout=10_000)
    assert [card.choice.currentData() for card in wizard.colunas.cards] == ["data", "texto", "valor", ""]
    assert "1.010,00" in wizard.colunas.cards[2].reading.text()
    focus(wizard, qtbot, wizard.colunas.cards[3].choice)
    wizard.colunas.cards[3].choice.activated.emit(wizard.colunas.cards[3].choice.findData(""))
    focus(wizard, qtbot, wizard.next_button)
    press(qtbot, Qt.Key.Key_Return)
    assert str(wizard.step) == "conferencia"
    read(wizard, qtbot)
    qtbot.waitUntil(lambda: wizard.next_button.text() == "Importar 2 lançamentos")
    focus(wizard, qtbot, wizard.back_button)
    press(qtbot, Qt.Key.Key_Space)
    assert str(wizard.step) == "colunas"
    wizard.go_on()
    read(wizard, qtbot)
    qtbot.waitUntil(lambda: wizard.next_button.text() == "Importar 2 lançamentos")
    focus(wizard, qtbot, wizard.next_button)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: str(wizard.step) == "resultado", timeout=10_000)
    assert lines(office) == [(date(2026, 10, 5), 1010_00, "PIX", 1), (date(2026, 10, 6), -5_00, "TARIFA", 1)]
    chosen = wizard.draft.arquivos[0].contas[0]
    assert office.services.extratos.propose(path, chosen).lembrado
