"""*Conciliação* by keyboard: what the panel shows is what is written, and each link is undone."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QInputDialog

from finbank_desktop.gui.main_window import MainWindow
from finbank_desktop.gui.pages.conciliacao import ConciliacaoPage
from finbank_desktop.gui.pages.conciliacao_dialogs import CertosDialog, LixeiraDialog
from finbank_desktop.gui.pages.conciliacao_dias import DiasDialog
from finbank_desktop.gui.pages.conciliacao_regras import RegrasDialog
from finbank_desktop.services.conciliacao_model import TipoDiferenca
from tests.unit.services.extratos import conta, linha, ofx

CERTO = "PIX RECEBIDO ASSOCIACAO FICTICIA DOS MORADORES"


@pytest.fixture
def page(office: Any, open_window: Callable[[], MainWindow], qtbot: Any) -> ConciliacaoPage:
    um, dois, tres = office.bill([114_21, 500_00, 250_00])
    office.titles = {"certo": um, "outro": dois, "mais": tres}
    statement = conta(
        [
            linha("20261117", "114.21", CERTO),
            linha("20261118", "480.00", "DEPOSITO EM DINHEIRO"),
            linha("20261119", "-9.90", "TARIFA PACOTE"),
        ]
    )
    office.services.extratos.apply(office.services.extratos.plan(ofx(office.folder / "a.ofx", statement)))
    window = open_window()
    window.go("conciliacao")
    made = window.page("conciliacao")
    assert isinstance(made, ConciliacaoPage)
    qtbot.waitUntil(lambda: made.model.rowCount() == 3 and made.panel.plan is not None, timeout=10_000)
    QAbstractItemModelTester(made.model, made)
    made.table.setFocus()
    return made


def test_why_nothing_waits_is_told_apart(office: Any, open_window: Callable[[], MainWindow], qtbot: Any) -> None:
    window = open_window()
    window.go("conciliacao")
    made = window.page("conciliacao")
    assert isinstance(made, ConciliacaoPage)
    qtbot.waitUntil(lambda: made.empty.title.text() == "Nenhuma conta corrente")
    assert made.empty.action is not None
    made.empty.action.click()
    assert window.current == "contas"
    office.open_bank()
    window.go("conciliacao")
    assert window.desk is not None
    window.desk.changed.emit()
    qtbot.waitUntil(lambda: made.empty.title.text() == "Nenhum extrato importado", timeout=10_000)
    statement = conta([linha("20261117", "-9.90", "TARIFA PACOTE")])
    office.services.extratos.apply(office.services.extratos.plan(ofx(office.folder / "a.ofx", statement)))
    window.desk.changed.emit()
    qtbot.waitUntil(lambda: made.model.rowCount() == 1, timeout=10_000)
    made.table.setCurrentIndex(made.model.index(0, 0))
    made.ignore_line()
    qtbot.waitUntil(lambda: made.empty.title.text() == "Nada a conciliar", timeout=10_000)


def choose(page: ConciliacaoPage, qtbot: Any, texto: str) -> None:
    """Go down to the line that says *texto*."""
    qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    page.table.setCurrentIndex(page.model.index(0, 0))
    for _step in range(page.model.rowCount()):
        if page.current is not None and page.current.linha.texto == texto:
            break
        qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.current is not None
    assert page.current.linha.texto == texto
    planned(page, qtbot)


def planned(page: ConciliacaoPage, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: page.panel.plan is not None and page.panel.plan.composicao == page.panel.composicao)


def left(page: ConciliacaoPage, qtbot: Any, number: int) -> None:
    qtbot.waitUntil(lambda: page.model.rowCount() == number, timeout=10_000)


def test_enter_writes_what_the_panel_shows_and_ctrl_z_takes_it_back(
    office: Any, page: ConciliacaoPage, qtbot: Any
) -> None:
    choose(page, qtbot, CERTO)
    assert page.panel.missing.text() == "Fecha: não falta nada"
    assert "Por quê:" in page.panel.why.text()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    left(page, qtbot, 2)
    assert office.services.contas_receber.get(office.titles["certo"]).valor_baixado == 114_21
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    left(page, qtbot, 3)
    assert office.services.contas_receber.get(office.titles["certo"]).valor_baixado == 0


def test_a_title_is_found_ticked_and_its_difference_explained_by_keyboard(
    office: Any, page: ConciliacaoPage, qtbot: Any
) -> None:
    choose(page, qtbot, "DEPOSITO EM DINHEIRO")
    while page.panel.suggestions.currentData() != -1:
        qtbot.keyClick(page.table, Qt.Key.Key_S)
    planned(page, qtbot)
    assert not page.panel.commit.isEnabled()
    qtbot.keyClick(page.table, Qt.Key.Key_M)
    qtbot.waitUntil(page.panel.search.hasFocus)
    qtbot.keyClicks(page.panel.search, "0002")
    page.panel.titles.setFocus()
    qtbot.keyClick(page.panel.titles, Qt.Key.Key_Space)
    planned(page, qtbot)
    qtbot.waitUntil(lambda: page.panel.missing.text() == "Passa R$ 20,00")
    assert not page.panel.buttons[TipoDiferenca.JUROS].isEnabled()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_D)
    first = page.panel.first_difference()
    assert first is page.panel.buttons[TipoDiferenca.DESCONTO]
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Space)
    qtbot.waitUntil(page.panel.commit.isEnabled)
    assert page.panel.missing.text() == "Fecha: não falta nada"
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    left(page, qtbot, 2)
    (baixa,) = office.services.baixas.of_conta(office.titles["outro"])
    assert (baixa.valor, baixa.desconto, baixa.valor_pago) == (500_00, 20_00, 480_00)


def test_an_ignored_line_is_taken_out_of_the_bin_again(page: ConciliacaoPage, qtbot: Any) -> None:
    choose(page, qtbot, "TARIFA PACOTE")
    qtbot.keyClick(page.table, Qt.Key.Key_I)
    left(page, qtbot, 2)
    page.show_bin()
    (dialog,) = page.window().findChildren(LixeiraDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    left(page, qtbot, 3)
    dialog.close()


def test_a_category_is_said_in_words(office: Any, page: ConciliacaoPage, qtbot: Any) -> None:
    choose(page, qtbot, "TARIFA PACOTE")
    page.panel.category.setCurrentText("Tarifa bancária")
    page.panel.category.textActivated.emit("Tarifa bancária")
    planned(page, qtbot)
    assert page.panel.commit.isEnabled()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    left(page, qtbot, 2)
    assert [each.categoria for each in office.services.conciliacao.aprendidas(office.empresa.id)] == ["Tarifa bancária"]


def test_all_certain_lines_are_shown_before_they_are_written(office: Any, page: ConciliacaoPage, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: page.sure.text() == "Conciliar 1 certo")
    qtbot.keyClick(page.sure, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(page.window().findChildren(CertosDialog)))
    (dialog,) = page.window().findChildren(CertosDialog)
    assert dialog.commit.text() == "Conciliar 1 lançamento"
    assert office.services.contas_receber.get(office.titles["certo"]).valor_baixado == 0
    qtbot.keyClick(dialog.commit, Qt.Key.Key_Space)
    left(page, qtbot, 2)
    assert office.services.contas_receber.get(office.titles["certo"]).valor_baixado == 114_21


def test_letters_can_be_turned_off(page: ConciliacaoPage, qtbot: Any) -> None:
    choose(page, qtbot, "TARIFA PACOTE")
    page.letters.setChecked(False)
    qtbot.keyClick(page.table, Qt.Key.Key_I)
    assert not page.table.letters
    assert page.model.rowCount() == 3
    assert not page.desk.settings.letras


def test_the_second_time_a_rule_is_offered(office: Any, page: ConciliacaoPage, qtbot: Any) -> None:
    more = conta([linha("20261116", "-9.90", "TARIFA PACOTE"), linha("20261115", "-9.90", "TARIFA PACOTE")])
    office.services.extratos.apply(office.services.extratos.plan(ofx(office.folder / "b.ofx", more)))
    page.refresh()
    left(page, qtbot, 5)
    for number in (4, 3):
        choose(page, qtbot, "TARIFA PACOTE")
        page.panel.category.textActivated.emit("Tarifa bancária")
        planned(page, qtbot)
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
        left(page, qtbot, number)
    qtbot.waitUntil(lambda: "mais de uma vez" in page.message.text)
    page.show_rules()
    (dialog,) = page.window().findChildren(RegrasDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)
    assert dialog.model.row(0)["de"] == "Proposta: salve para valer"
    qtbot.keyClick(dialog.save, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.model.row(0)["de"] == "Regra", timeout=10_000)
    assert [each.contem for each in office.services.conciliacao.regras(office.empresa.id)] == ["TARIFA PACOTE"]
    dialog.close()


def test_a_period_is_closed_and_opened_again_with_its_reason(
    page: ConciliacaoPage, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.show_days()
    (dialog,) = page.window().findChildren(DiasDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 3)
    dialog.until.set_value(date(2026, 11, 17))
    qtbot.keyClick(dialog.shut, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "ainda há 1 a conciliar" in dialog.message.text, timeout=10_000)
    choose(page, qtbot, CERTO)
    page.accept()
    left(page, qtbot, 2)
    qtbot.keyClick(dialog.shut, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Fechado até 17/11/2026" in dialog.state.text(), timeout=10_000)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("faltou um boleto", True))
    qtbot.keyClick(dialog.reopen, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "faltou um boleto" in dialog.state.text(), timeout=10_000)
    dialog.close()
