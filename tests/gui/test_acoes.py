"""What a person does with boletos, driven by keyboard on a real database: what was previewed is what is saved."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDialog, QLabel, QMenu

from finbank_desktop.domain.boletos import NoBanco
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.dialogs.comandos import ComandoAction
from finbank_desktop.gui.dialogs.plan_dialog import PlanDialog
from finbank_desktop.gui.lifetimes import is_alive
from finbank_desktop.gui.pages.boletos import BoletosPage
from finbank_desktop.gui.pages.contas_receber import ContasReceberPage
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.settings import Settings
from finbank_desktop.gui.theme import theme
from finbank_desktop.services.baixas import BaixaManual
from finbank_desktop.services.comando_pedidos import DadosComando

LONGO = "Comércio de Materiais para Construção e Acabamentos Modelo do Vale do Paraíba Ltda"
CTRL = Qt.KeyboardModifier.ControlModifier
TODAY = date.today()  # noqa: DTZ011 - a day as the user counts it


def registered(office: Any, valores: Sequence[int], recusados: Sequence[int] = ()) -> list[Any]:
    """Issue, send and let the bank register boletos; those at *recusados* it refuses."""
    boletos = office.issue(valores)
    office.send()
    linhas = [
        {"nosso_numero": b.sequencial, "ocorrencia": 3, "valor_titulo": b.valor, "erros": "08"}
        if at in recusados
        else {"nosso_numero": b.sequencial, "ocorrencia": 2, "valor_titulo": b.valor}
        for at, b in enumerate(boletos)
    ]
    office.services.retornos.apply(office.services.retornos.plan(office.retorno(linhas)))
    return [office.services.boletos.get(b.id).boleto for b in boletos]


def show(page: Any, qtbot: Any) -> Any:
    qtbot.addWidget(page)
    page.resize(1400, 900)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.model.is_loaded)
    return page


def mark(page: ListPage, ids: Sequence[int]) -> None:
    page.model.unmark_all()
    page.model.mark(list(ids), on=True)


def open_verb(page: ListPage, text: str, qtbot: Any) -> PlanDialog:
    """Open the dialog of the verb *text* from the page's menu and wait for its preview."""
    menu = page.verbs.menu(page)
    action = next(each for each in menu.actions() if each.text().partition("\t")[0] == text)
    assert action.isEnabled(), action.toolTip()
    action.trigger()
    return dialog_of(page, qtbot)


def dialog_of(page: ListPage, qtbot: Any) -> PlanDialog:
    found: list[PlanDialog] = []

    def came() -> bool:
        found[:] = [each for each in page.findChildren(PlanDialog) if is_alive(each) and each.isVisible()]
        return bool(found) and (found[0].preview is not None or bool(found[0].message.text))

    qtbot.waitUntil(came)
    return found[0]


def field(dialog: PlanDialog, name: str) -> Any:
    assert dialog.grid is not None
    return dialog.grid.form.edits[name]


def enter(dialog: PlanDialog, name: str, value: Any, qtbot: Any) -> None:
    """Put *value* into a field and wait for the preview that follows."""
    edit = field(dialog, name)
    if isinstance(edit, QComboBox):
        edit.setCurrentIndex(edit.findData(value))
    elif isinstance(edit, QCheckBox):
        edit.setChecked(value)
    else:
        edit.setText(value) if hasattr(edit, "setText") else edit.setValue(value)
    settle(dialog, qtbot)


def tick(dialog: PlanDialog, name: str, qtbot: Any, *, on: bool) -> None:
    enter(dialog, name, on, qtbot)


def settle(dialog: PlanDialog, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: dialog.preview is not None and not dialog._pause.isActive())


def reason(page: ListPage, text: str) -> str:
    menu = page.verbs.menu(page)
    action = next(each for each in menu.actions() if each.text().partition("\t")[0] == text)
    return "" if action.isEnabled() else action.toolTip()


def press(qtbot: Any, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def commit_by_keyboard(dialog: PlanDialog, page: ListPage, qtbot: Any) -> str:
    """Go to the button with Tab, press it with Space, and return what the page then says."""
    for _step in range(30):
        if dialog.commit_button.hasFocus():
            break
        press(qtbot, Qt.Key.Key_Tab)
    assert dialog.commit_button.hasFocus()
    page.message.silence()
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(page.message.text))
    assert page.message.isVisible()
    return str(page.message.text)


def states(office: Any, ids: Sequence[int]) -> list[tuple[str, str]]:
    rows = office.services.boletos.list_ids(list(ids)).linhas
    return [(str(row["situacao"]), str(row["no_banco"])) for row in rows]


def previewed(dialog: PlanDialog) -> list[tuple[str, str]]:
    assert dialog.preview is not None
    return [(row.situacao, row.no_banco) for row in dialog.preview.rows]


# --- comando para o banco


def test_an_order_for_several_boletos_is_previewed_saved_and_undone_by_keyboard(
    office: Any, desk: Desk, qtbot: Any
) -> None:
    boletos = registered(office, [10_000, 9_999_999_999, 30_000])
    ids = [b.id for b in boletos]
    page = show(BoletosPage(desk), qtbot)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_A, CTRL)
    qtbot.waitUntil(lambda: len(page.model.marked) == 3)
    qtbot.keyClick(page.table, Qt.Key.Key_M, CTRL)
    dialog = dialog_of(page, qtbot)
    settle(dialog, qtbot)
    assert dialog.commit_button.text() == "Pedir a baixa de 3 boletos"
    assert dialog.view.texts() == ["Pedir a baixa. O banco saberá na próxima remessa."] * 3
    assert states(office, ids) == [("Em aberto", "Registrado")] * 3
    expected = previewed(dialog)
    said = commit_by_keyboard(dialog, page, qtbot)
    assert said == "Pedir a baixa: 3 boletos."
    assert states(office, ids) == expected == [("Em aberto", "Instrução pendente")] * 3
    page.message._act()
    qtbot.waitUntil(lambda: page.message.text.startswith("Desfeito"))
    assert states(office, ids) == [("Em aberto", "Registrado")] * 3


def test_what_an_order_needs_comes_into_sight_with_it_and_is_judged_in_place(
    office: Any, desk: Desk, qtbot: Any
) -> None:
    (boleto,) = registered(office, [10_000])
    page = show(BoletosPage(desk), qtbot)
    mark(page, [boleto.id])
    dialog = open_verb(page, "Comando para o banco…", qtbot)
    assert dialog.grid is not None
    assert dialog.grid.shown() == ["comando"]
    enter(dialog, "comando", str(Comando.ALTERAR_VENCIMENTO), qtbot)
    assert dialog.grid.shown() == ["comando", "vencimento"]
    assert not dialog.commit_button.isEnabled()
    assert "Escolha um novo vencimento" in dialog.commit_button.toolTip()
    enter(dialog, "vencimento", "01/01/2020", qtbot)
    error = dialog.grid.form.errors["vencimento"]
    assert error.text() == "Escolha um novo vencimento, de hoje em diante."
    field(dialog, "vencimento").setText("31/02/2027")
    qtbot.waitUntil(lambda: "Não é uma data" in error.text())
    assert not dialog.commit_button.isEnabled()
    quando = boleto.vencimento + timedelta(days=30)
    enter(dialog, "vencimento", f"{quando:%d/%m/%Y}", qtbot)
    assert error.isHidden()
    assert dialog.view.texts() == [f"Alterar o vencimento para {quando:%d/%m/%Y}. O banco saberá na próxima remessa."]
    commit_by_keyboard(dialog, page, qtbot)
    assert office.services.boletos.get(boleto.id).boleto.vencimento == quando


def test_an_order_that_does_not_fit_stands_in_the_box_with_its_reason(office: Any, desk: Desk, qtbot: Any) -> None:
    (boleto,) = registered(office, [10_000])
    page = show(BoletosPage(desk), qtbot)
    office.services.operacoes.apply(office.services.baixas.plan(boleto.id, BaixaManual(data=TODAY, valor_pago=10_000)))
    page.refresh()
    qtbot.waitUntil(lambda: str((page.model.row(0) or {}).get("situacao")) == "Baixado")
    mark(page, [boleto.id])
    dialog = open_verb(page, "Comando para o banco…", qtbot)
    box = field(dialog, "comando")
    at = box.findData(str(Comando.PROTESTAR))
    assert not box.model().item(at).isEnabled()
    assert "Está baixado" in box.itemData(at, Qt.ItemDataRole.ToolTipRole)
    assert box.currentData() == str(Comando.BAIXAR)


def test_a_second_order_says_whose_place_it_takes_and_can_be_withdrawn(office: Any, desk: Desk, qtbot: Any) -> None:
    (boleto,) = registered(office, [10_000])
    services = office.services
    services.operacoes.apply(services.comandos.plan([boleto.id], Comando.PROTESTAR))
    page = show(BoletosPage(desk), qtbot)
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: page.panel.boleto_id == boleto.id)
    assert page.panel.detail.text() == "Protestar: falta enviar"
    dialog = open_verb(page, "Comando para o banco…", qtbot)
    assert dialog.preview is not None
    assert dialog.preview.rows[0].remark == "Toma o lugar de: Protestar: falta enviar."
    dialog.close()
    qtbot.mouseClick(page.panel.withdraw_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page, qtbot)
    assert dialog.view.texts() == ["Pedido retirado: Protestar."]
    commit_by_keyboard(dialog, page, qtbot)
    assert states(office, [boleto.id]) == [("Em aberto", "Registrado")]


def test_when_the_books_moved_nothing_is_saved_and_the_new_preview_says_what_changed(
    office: Any, desk: Desk, qtbot: Any
) -> None:
    (boleto,) = registered(office, [10_000])
    services = office.services
    done: list[Any] = []
    dialog = PlanDialog(None, desk, ComandoAction(services, [boleto.id]), done.append)
    dialog.show()
    settle(dialog, qtbot)
    services.operacoes.apply(services.comandos.plan([boleto.id], Comando.CONCEDER_ABATIMENTO, DadosComando(valor=100)))
    antes = states(office, [boleto.id])
    dialog.commit()
    qtbot.waitUntil(lambda: "Mudou:" in dialog.message.text)
    assert "nada foi gravado" in dialog.message.text.lower()
    assert "NF 0001" in dialog.message.text
    assert states(office, [boleto.id]) == antes
    assert done == []
    settle(dialog, qtbot)
    assert "Toma o lugar de: Conceder abatimento de R$ 1,00" in dialog.preview.rows[0].remark  # type: ignore[union-attr] # settled
    dialog.commit()
    qtbot.waitUntil(lambda: len(done) == 1)
    assert services.boletos.get(boleto.id).boleto.abatimento == 0


# --- baixa e estorno


def test_a_payment_by_hand_follows_the_day_and_asks_the_bank_to_stop(office: Any, desk: Desk, qtbot: Any) -> None:
    (boleto,) = registered(office, [9_999_999_999])
    page = show(BoletosPage(desk), qtbot)
    page.table.selectRow(0)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_L, CTRL)
    dialog = dialog_of(page, qtbot)
    settle(dialog, qtbot)
    assert field(dialog, "data").hasFocus()
    assert dialog.commit_button.text() == "Dar baixa de R$ 99.999.999,99 em 1 boleto"
    enter(dialog, "forma", "Pix", qtbot)
    assert dialog.view.texts() == [
        f"Baixa de R$ 99.999.999,99 em {TODAY:%d/%m/%Y}, pix. O banco será avisado na próxima remessa."
    ]
    expected = previewed(dialog)
    commit_by_keyboard(dialog, page, qtbot)
    assert states(office, [boleto.id]) == expected == [("Baixado", "Instrução pendente")]
    (baixa,) = office.services.baixas.of_boleto(boleto.id)
    assert (baixa.valor_pago, baixa.forma, baixa.data) == (9_999_999_999, "Pix", TODAY)


def test_without_the_order_the_preview_warns_that_the_bank_goes_on_collecting(
    office: Any, desk: Desk, qtbot: Any
) -> None:
    (boleto,) = registered(office, [10_000])
    page = show(BoletosPage(desk), qtbot)
    mark(page, [boleto.id])
    dialog = open_verb(page, "Dar baixa manual…", qtbot)
    tick(dialog, "pedir_baixa", qtbot, on=False)
    assert dialog.preview is not None
    assert "O banco continua cobrando este título." in dialog.preview.rows[0].remark
    commit_by_keyboard(dialog, page, qtbot)
    assert states(office, [boleto.id]) == [("Baixado", "Registrado")]


def test_more_than_is_owed_is_refused_below_the_amount(office: Any, desk: Desk, qtbot: Any) -> None:
    (boleto,) = registered(office, [10_000])
    page = show(BoletosPage(desk), qtbot)
    mark(page, [boleto.id])
    dialog = open_verb(page, "Dar baixa manual…", qtbot)
    enter(dialog, "valor_pago", "150,00", qtbot)
    assert dialog.grid is not None
    error = dialog.grid.form.errors["valor_pago"]
    assert error.text().startswith("Pago R$ 50,00 acima dos R$ 100,00 devidos.")
    assert not dialog.commit_button.isEnabled()
    amanha = TODAY + timedelta(days=400)
    enter(dialog, "data", f"{amanha:%d/%m/%Y}", qtbot)
    assert dialog.grid.form.errors["data"].text() == "A data do pagamento ainda não chegou."
    dialog.commit()
    assert office.services.baixas.of_boleto(boleto.id) == []
    dialog.close()


def test_a_part_is_paid_then_reversed_and_the_boleto_is_as_before(office: Any, desk: Desk, qtbot: Any) -> None:
    (boleto,) = registered(office, [10_000])
    page = show(BoletosPage(desk), qtbot)
    mark(page, [boleto.id])
    assert reason(page, "Estornar baixa…") == "Não há baixa a estornar."
    dialog = open_verb(page, "Dar baixa manual…", qtbot)
    enter(dialog, "valor_pago", "40,00", qtbot)
    assert dialog.view.texts()[0].endswith("ficam R$ 60,00 em aberto.")
    commit_by_keyboard(dialog, page, qtbot)
    assert states(office, [boleto.id]) == [("Baixado parcialmente", "Registrado")]
    qtbot.waitUntil(lambda: not reason(page, "Estornar baixa…"))
    dialog = open_verb(page, "Estornar baixa…", qtbot)
    assert dialog.commit_button.text() == "Estornar 1 baixa"
    (baixa,) = office.services.baixas.of_boleto(boleto.id)
    tick(dialog, f"baixa_{baixa.id}", qtbot, on=False)
    assert dialog.commit_button.toolTip() == "Escolha ao menos um."
    tick(dialog, f"baixa_{baixa.id}", qtbot, on=True)
    enter(dialog, "motivo", "cheque devolvido", qtbot)
    expected = previewed(dialog)
    said = commit_by_keyboard(dialog, page, qtbot)
    assert said == "Estorno de R$ 40,00: cheque devolvido."
    assert states(office, [boleto.id]) == expected == [("Em aberto", "Registrado")]


def test_a_new_boleto_of_the_balance(office: Any, desk: Desk, qtbot: Any) -> None:
    (boleto,) = registered(office, [10_000])
    services = office.services
    page = show(BoletosPage(desk), qtbot)
    mark(page, [boleto.id])
    assert "baixado em parte" in reason(page, "Novo boleto do saldo…")
    services.operacoes.apply(services.baixas.plan(boleto.id, BaixaManual(data=TODAY, valor_pago=4_000)))
    page.refresh()
    qtbot.waitUntil(lambda: not reason(page, "Novo boleto do saldo…"))
    dialog = open_verb(page, "Novo boleto do saldo…", qtbot)
    assert dialog.commit_button.text() == "Gerar 1 boleto de R$ 60,00"
    enter(dialog, "vencimento", "01/01/2020", qtbot)
    assert dialog.grid is not None
    assert dialog.grid.form.errors["vencimento"].text() == "O novo vencimento já passou."
    enter(dialog, "vencimento", f"{TODAY + timedelta(days=15):%d/%m/%Y}", qtbot)
    assert dialog.preview is not None
    expected = [(row.situacao, row.no_banco) for row in dialog.preview.rows]
    commit_by_keyboard(dialog, page, qtbot)
    linhas = services.boletos.list(ListQuery(ordem="codigo")).linhas
    assert [(str(row["situacao"]), str(row["no_banco"])) for row in linhas] == expected
    assert [row["valor"] for row in linhas] == [10_000, 6_000]


# --- fins


def test_cancelling_several_says_which_stay_and_why(office: Any, desk: Desk, qtbot: Any) -> None:
    boletos = registered(office, [10_000, 20_000, 30_000])
    services = office.services
    services.operacoes.apply(services.baixas.plan(boletos[1].id, BaixaManual(data=TODAY, valor_pago=20_000)))
    page = show(BoletosPage(desk), qtbot)
    ids = [b.id for b in boletos]
    mark(page, ids)
    dialog = open_verb(page, "Cancelar boleto…", qtbot)
    assert dialog.commit_button.text() == "Cancelar 2 boletos"
    assert dialog.view.resumo.text() == "2 boletos mudam; 1 boleto fica como está."
    assert dialog.view.texts()[1] == "Fica como está: O boleto já está baixado."
    enter(dialog, "motivo", "duplicado", qtbot)
    tick(dialog, "contas", qtbot, on=True)
    expected = previewed(dialog)
    commit_by_keyboard(dialog, page, qtbot)
    assert states(office, ids) == expected
    contas = [services.contas_receber.get(b.itens[0].conta_receber_id).situacao for b in boletos]
    assert contas == [Situacao.CANCELADO, Situacao.BAIXADO, Situacao.CANCELADO]


def test_one_on_its_way_to_the_bank_is_not_cancelled_and_says_why(office: Any, desk: Desk, qtbot: Any) -> None:
    (boleto,) = office.issue([10_000])
    office.send()
    page = show(BoletosPage(desk), qtbot)
    mark(page, [boleto.id])
    why = "Está numa remessa que o banco não confirmou: cancele a remessa, ou espere o retorno."
    assert reason(page, "Cancelar boleto…") == reason(page, "Inativar boleto…") == why
    assert reason(page, "Comando para o banco…") == "O banco ainda não tem este título: enviado."


def test_one_paid_in_part_is_made_inactive(office: Any, desk: Desk, qtbot: Any) -> None:
    (boleto,) = registered(office, [10_000])
    services = office.services
    services.operacoes.apply(services.baixas.plan(boleto.id, BaixaManual(data=TODAY, valor_pago=4_000)))
    page = show(BoletosPage(desk), qtbot)
    mark(page, [boleto.id])
    assert "inative este" in reason(page, "Cancelar boleto…")
    dialog = open_verb(page, "Inativar boleto…", qtbot)
    expected = previewed(dialog)
    assert commit_by_keyboard(dialog, page, qtbot) == "1 boleto inativado."
    assert states(office, [boleto.id]) == expected == [("Inativo", "Instrução pendente")]


def test_a_refused_one_shows_the_banks_reason_is_corrected_and_waits_again(office: Any, desk: Desk, qtbot: Any) -> None:
    boletos = registered(office, [10_000, 20_000], recusados=[1])
    page = show(BoletosPage(desk), qtbot)
    mark(page, [boletos[0].id])
    assert reason(page, "Corrigir e reenviar…") == "O banco não recusou este boleto."
    mark(page, [boletos[1].id])
    dialog = open_verb(page, "Corrigir e reenviar…", qtbot)
    assert dialog.preview is not None
    assert dialog.preview.rows[0].remark.startswith("O banco recusou:")
    extra = dialog.action.extra()
    assert extra is not None
    extra.run(dialog)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in dialog.findChildren(QDialog)))
    form = next(each for each in dialog.findChildren(QDialog) if each.isVisible())
    assert form.windowTitle() == "Pessoa"
    form.close()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    expected = previewed(dialog)
    commit_by_keyboard(dialog, page, qtbot)
    assert states(office, [boletos[1].id]) == expected == [("Em aberto", "Pendente de remessa")]


# --- contas a receber


def test_a_conta_is_split_and_the_split_taken_back(office: Any, desk: Desk, qtbot: Any) -> None:
    (conta,) = office.bill([10_000])
    services = office.services
    page = show(ContasReceberPage(desk), qtbot)
    mark(page, [conta])
    dialog = open_verb(page, "Parcelar…", qtbot)
    enter(dialog, "parcelas", 1, qtbot)
    assert dialog.grid is not None
    assert dialog.grid.form.errors["parcelas"].text() == "Escolha de 2 a 360 parcelas."
    enter(dialog, "parcelas", 3, qtbot)
    assert dialog.commit_button.text() == "Parcelar em 3 parcelas"
    shown = dialog.view.texts()
    assert [text.split(",")[0:2] for text in shown] == [["R$ 33", "34"], ["R$ 33", "33"], ["R$ 33", "33"]]
    commit_by_keyboard(dialog, page, qtbot)
    linhas = services.contas_receber.list(ListQuery(filtros={"situacao": "Em aberto"}, ordem="codigo")).linhas
    saved = [f"R$ {row['valor'] // 100},{row['valor'] % 100}, vence em {row['vencimento']:%d/%m/%Y}." for row in linhas]
    assert saved == shown
    assert services.contas_receber.get(conta).situacao is Situacao.RENEGOCIADO
    page.message._act()
    qtbot.waitUntil(lambda: page.message.text.startswith("Desfeito"))
    assert services.contas_receber.list().total == 1


def test_a_conta_is_repeated_every_month(office: Any, desk: Desk, qtbot: Any) -> None:
    (conta,) = office.bill([10_000])
    page = show(ContasReceberPage(desk), qtbot)
    mark(page, [conta])
    dialog = open_verb(page, "Repetir todo mês…", qtbot)
    assert dialog.commit_button.text() == "Lançar mais 11 contas"
    assert dialog.view.model.rowCount() == 11
    shown = dialog.view.texts()
    commit_by_keyboard(dialog, page, qtbot)
    linhas = office.services.contas_receber.list(ListQuery(quantidade=50, ordem="vencimento")).linhas
    assert [f"R$ 100,00, vence em {row['vencimento']:%d/%m/%Y}." for row in linhas if row["id"] != conta] == shown


def test_a_conta_without_boleto_is_settled_by_hand(office: Any, desk: Desk, qtbot: Any) -> None:
    (conta,) = office.bill([10_000])
    page = show(ContasReceberPage(desk), qtbot)
    mark(page, [conta])
    dialog = open_verb(page, "Dar baixa manual…", qtbot)
    assert "pedir_baixa" not in dialog.grid.shown()  # type: ignore[union-attr] # it has fields
    assert dialog.commit_button.text() == "Dar baixa de R$ 100,00 em 1 título"
    commit_by_keyboard(dialog, page, qtbot)
    assert office.services.contas_receber.get(conta).situacao is Situacao.BAIXADO
    qtbot.waitUntil(lambda: not reason(page, "Estornar baixa…"))
    dialog = open_verb(page, "Estornar baixa…", qtbot)
    assert dialog.view.texts() == [f"Estorno de R$ 100,00 recebidos em {TODAY:%d/%m/%Y}."]
    commit_by_keyboard(dialog, page, qtbot)
    assert office.services.contas_receber.get(conta).situacao is Situacao.EM_ABERTO


def test_a_conta_paid_through_its_boleto_reopens_both(office: Any, desk: Desk, qtbot: Any) -> None:
    (boleto,) = registered(office, [10_000])
    office.services.operacoes.apply(office.services.baixas.plan(boleto.id, BaixaManual(data=TODAY, valor_pago=10_000)))
    page = show(ContasReceberPage(desk), qtbot)
    mark(page, [boleto.itens[0].conta_receber_id])
    dialog = open_verb(page, "Estornar baixa…", qtbot)
    expected = previewed(dialog)
    commit_by_keyboard(dialog, page, qtbot)
    assert states(office, [boleto.id]) == expected == [("Em aberto", "Registrado")]
    assert office.services.contas_receber.get(boleto.itens[0].conta_receber_id).situacao is Situacao.EM_ABERTO


def test_a_conta_in_a_boleto_is_settled_through_it(office: Any, desk: Desk, qtbot: Any) -> None:
    (boleto,) = office.issue([10_000])
    page = show(ContasReceberPage(desk), qtbot)
    mark(page, [boleto.itens[0].conta_receber_id])
    dialog = open_verb(page, "Dar baixa manual…", qtbot)
    assert not dialog.commit_button.isEnabled()
    assert "A conta está no boleto" in dialog.view.texts()[0]
    dialog.close()
    dialog = open_verb(page, "Parcelar…", qtbot)
    assert "A conta está no boleto" in dialog.view.texts()[0]
    assert dialog.preview is not None
    assert "Fazer acordo" in dialog.preview.rows[0].remark
    dialog.close()


# --- desfazer


def test_undoing_is_planned_refused_in_words_and_done(office: Any, desk: Desk, qtbot: Any) -> None:
    (boleto,) = registered(office, [10_000])
    services = office.services
    primeira = services.operacoes.apply(services.comandos.plan([boleto.id], Comando.PROTESTAR))
    segunda = services.operacoes.apply(services.comandos.plan([boleto.id], Comando.BAIXAR))
    page = show(BoletosPage(desk), qtbot)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Z, CTRL)
    dialog = dialog_of(page, qtbot)
    settle(dialog, qtbot)
    assert field(dialog, "operacao").currentData() == segunda.id
    enter(dialog, "operacao", primeira.id, qtbot)
    assert dialog.message.text.startswith("Não dá para desfazer: o boleto 109/")
    assert not dialog.commit_button.isEnabled()
    enter(dialog, "operacao", segunda.id, qtbot)
    assert commit_by_keyboard(dialog, page, qtbot) == "Desfeito: Pedir a baixa: 1 boleto."
    atual = services.boletos.get(boleto.id).boleto
    assert (atual.no_banco, atual.no_banco_detalhe) == (NoBanco.INSTRUCAO_PENDENTE, "Protestar: falta enviar")


def test_with_nothing_to_undo_it_says_so(desk: Desk, qtbot: Any) -> None:
    page = show(BoletosPage(desk), qtbot)
    qtbot.keyClick(page, Qt.Key.Key_Z, CTRL)
    dialog = dialog_of(page, qtbot)
    assert dialog.message.text == "Nenhuma operação feita à mão pode ser desfeita."
    assert not dialog.commit_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not is_alive(dialog) or not dialog.isVisible())


# --- a lista


def test_with_nothing_chosen_every_action_says_what_to_choose(desk: Desk, qtbot: Any) -> None:
    for kind in (BoletosPage, ContasReceberPage):
        page = show(kind(desk), qtbot)
        for verb in page.verbs._verbs:
            if verb.group and verb.text != "Desfazer…":
                assert reason(page, verb.text) in (
                    "Marque ou escolha ao menos uma linha da lista.",
                    "Escolha uma única linha da lista.",
                ), verb.text
        page.message.silence()
        qtbot.keyClick(page, Qt.Key.Key_L, CTRL)
        assert page.message.text == "Escolha uma única linha da lista."


def test_the_menu_of_the_list_and_of_the_panel_have_the_same_verbs(office: Any, desk: Desk, qtbot: Any) -> None:
    (boleto,) = registered(office, [10_000])
    page = show(BoletosPage(desk), qtbot)
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: page.panel.boleto_id == boleto.id and page.panel.isVisible())
    centre = page.table.viewport().rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, centre, page.table.viewport().mapToGlobal(centre))
    QApplication.sendEvent(page.table.viewport(), event)
    by_key = open_menu()
    qtbot.mouseClick(page.panel.actions_button, Qt.MouseButton.LeftButton)
    by_panel = open_menu()
    assert by_key == by_panel
    assert [text for text in by_key if text] == [verb.text for verb in page.verbs._verbs]
    assert by_key.count("") == 4  # a line between each group


def open_menu() -> list[str]:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text().partition("\t")[0] for action in menu.actions()]
    menu.close()
    return texts


def test_an_agreement_wants_one_customer(office: Any, desk: Desk, qtbot: Any) -> None:
    boletos = registered(office, [10_000, 20_000])
    page = show(BoletosPage(desk), qtbot)
    mark(page, [b.id for b in boletos])
    assert reason(page, "Fazer acordo…") == "Um acordo é com um cliente só; escolha títulos do mesmo cliente."


@pytest.mark.parametrize("percent", [100, 200])
def test_every_word_of_a_dialog_fits_at_any_size_of_text(
    office: Any, desk: Desk, settings: Settings, qtbot: Any, percent: int
) -> None:
    boletos = registered(office, [9_999_999_999, 10_000])
    cadastros = office.services.cadastros
    pessoa = cadastros.get_pessoa(boletos[0].pessoa_id)
    cadastros.save_pessoa(replace(pessoa, nome=LONGO))
    settings.escala = percent
    theme.apply(settings)
    try:
        page = show(BoletosPage(desk), qtbot)
        for text in ("Dar baixa manual…", "Cancelar boleto…", "Comando para o banco…"):
            mark(page, [boletos[0].id])
            dialog = open_verb(page, text, qtbot)
            settle(dialog, qtbot)
            button = dialog.commit_button
            qtbot.waitUntil(lambda shown=button: shown.width() >= shown.sizeHint().width())
            wraps = [each for each in dialog.view.findChildren(QLabel) if each.isVisible() and each.wordWrap()]
            assert any(LONGO in each.text() for each in wraps)
            qtbot.waitUntil(
                lambda all_of=wraps: all(each.height() >= each.heightForWidth(each.width()) for each in all_of)
            )
            dialog.close()
    finally:
        settings.escala = 100
        theme.apply(settings)
