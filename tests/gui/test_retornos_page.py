"""*Retornos* and *Pagamentos a devolver* on a real database: what an import did, taking it back, what waits."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.lifetimes import is_alive
from finbank_desktop.gui.pages.devolucoes import DevolucoesPage, DevolvidoDialog
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.pages.retorno_dialogs import DesfazerDialog, ImportacaoDialog
from finbank_desktop.gui.pages.retornos import RetornosPage


def show(page: ListPage, qtbot: Any) -> None:
    qtbot.addWidget(page)
    page.resize(1400, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.model.is_loaded and page.model.row(0) is not None)
    page.table.setFocus()
    page.table.selectRow(0)


def press(qtbot: Any, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, modifiers)


def the(page: ListPage, kind: type[Any], qtbot: Any) -> Any:
    """Return the window of *kind* that *page* has open."""
    qtbot.waitUntil(lambda: bool(page.window().findChildren(kind)))
    return page.window().findChildren(kind)[-1]


def run(page: ListPage, words: str) -> None:
    """Choose an action from the list's menu."""
    action = next(each for each in page.verbs.menu(page).actions() if each.text().startswith(words))
    assert action.isEnabled(), action.toolTip()
    action.trigger()


def importar(office: Any, linhas: list[Any], **mais: Any) -> Any:
    return office.services.retornos.apply(office.services.retornos.plan(office.retorno(linhas, **mais)))


def test_an_import_is_undone_from_its_list_as_it_was_shown(office: Any, desk: Desk, qtbot: Any) -> None:
    boletos = office.issue([10_000, 20_000])
    importar(office, [office.paid(each) for each in boletos])
    page = RetornosPage(desk)
    show(page, qtbot)
    press(qtbot, Qt.Key.Key_Return)
    detalhe = the(page, ImportacaoDialog, qtbot)
    assert detalhe.tabs.tabText(0) == "Baixas (2)"
    detalhe.undo_button.click()
    dialog = the(page, DesfazerDialog, qtbot)
    assert "2 linhas voltam" in dialog.sentence.text()
    assert dialog.commit.text() == "Desfazer 2 linhas"
    assert office.situacoes() == ["Baixado", "Baixado"]
    dialog.activateWindow()
    dialog.commit.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: office.situacoes() == ["Em aberto", "Em aberto"])
    qtbot.waitUntil(lambda: "foi desfeita" in page.message.text)
    qtbot.waitUntil(lambda: str((page.current_row() or {}).get("situacao")) == "Desfeita")
    undo = next(each for each in page.verbs.menu(page).actions() if each.text().startswith("Desfazer"))
    assert not undo.isEnabled()
    assert undo.toolTip() == "Esta importação já foi desfeita."


def test_what_stands_on_an_import_is_named_and_nothing_can_be_pressed(office: Any, desk: Desk, qtbot: Any) -> None:
    (boleto,) = office.issue([10_000])
    first = importar(office, [office.paid(boleto)], numero=1, nome="a.ret")
    second = importar(office, [office.paid(boleto, valor_titulo=10_000)], numero=2, nome="b.ret")
    assert second.contagens["conferir"] + second.contagens["a_devolver"] == 1
    page = RetornosPage(desk)
    show(page, qtbot)
    page.undo([first.id])
    dialog = the(page, DesfazerDialog, qtbot)
    if second.contagens["a_devolver"]:
        assert not dialog.commit.isEnabled()
        assert second.codigo in dialog.commit.toolTip()
        assert dialog.notice.text.startswith("Não dá para desfazer")
    dialog.close()


def test_a_second_payment_waits_to_be_given_back_until_somebody_says_when(office: Any, desk: Desk, qtbot: Any) -> None:
    (boleto,) = office.issue([10_000])
    first = importar(office, [office.paid(boleto)], numero=1, nome="a.ret")
    second = importar(office, [office.paid(boleto, data_credito=None, valor_lancado=10_001)], numero=2, nome="b.ret")
    assert second.contagens["a_devolver"] == 1
    page = DevolucoesPage(desk)
    show(page, qtbot)
    row = page.current_row()
    assert row is not None
    pagador = office.services.cadastros.get_pessoa(boleto.pessoa_id)
    assert (row["valor"], row["pagador"], row["devolvido_em"]) == (10_001, pagador.nome, None)
    press(qtbot, Qt.Key.Key_Return)
    dialog = the(page, DevolvidoDialog, qtbot)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.data.hasFocus)
    dialog.data.setText("01/01/2099")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "ainda não chegou" in dialog.message.text)
    dialog.data.setText("20/11/2026")
    dialog.data.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not is_alive(dialog) or not dialog.isVisible())
    waiting = office.services.devolucoes.list(ListQuery(filtros={"espera": True}))
    assert waiting.total == 0
    (kept,) = office.services.devolucoes.list(ListQuery()).linhas
    assert (f"{kept['devolvido_em']:%d/%m/%Y}", kept["forma"], kept["usuario"]) == ("20/11/2026", "Pix", "ana")
    undo = office.services.importacoes.plan_desfazer(second.id)
    assert not undo.can
    assert "já voltaram ao cliente em 20/11/2026" in undo.refused[0].why
    assert first.id != second.id
    qtbot.waitUntil(lambda: (page.current_row() or {}).get("devolvido_em") is not None)
    run(page, "Desmarcar a devolução")
    qtbot.waitUntil(lambda: office.services.importacoes.plan_desfazer(second.id).can)


def test_lines_that_wait_are_counted_and_lead_back_to_the_file(office: Any, desk: Desk, qtbot: Any) -> None:
    (boleto,) = office.issue([10_000])
    importar(office, [office.paid(boleto), office.paid(boleto) | {"nosso_numero": 77_000_001}])
    page = RetornosPage(desk)
    show(page, qtbot)
    assert (page.current_row() or {})["esperam"] == 1
    asked: list[Any] = []
    desk.import_wanted.connect(asked.append)
    page.verbs.buttons["Decidir o que espera"].click()
    qtbot.waitUntil(lambda: bool(asked))
    assert [path.name for path in asked[0]] == ["CN201126.RET"]


@pytest.mark.parametrize("kind", [RetornosPage, DevolucoesPage])
def test_an_empty_list_says_what_will_stand_there(kind: Any, desk: Desk, qtbot: Any) -> None:
    page = kind(desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.model.is_loaded)
    assert page.model.rowCount() == 0
