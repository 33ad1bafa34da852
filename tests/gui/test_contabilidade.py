"""The books in the window: lots, closed months, contas caixa, the plano de contas and what processes post by."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel

from finbank_desktop.domain.contabil import Papel, Processo, SituacaoLote
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.pages.baixas_dialog import BaixasDialog
from finbank_desktop.gui.pages.contas_caixa import ContasCaixaPage, MovimentosDialog
from finbank_desktop.gui.pages.contas_receber import ContasReceberPage
from finbank_desktop.gui.pages.eventos_contabeis import EventosHistoricosPage
from finbank_desktop.gui.pages.fields_dialog import FieldsDialog
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.pages.lotes import LotesPage
from finbank_desktop.gui.pages.lotes_dialogs import FecharLotesDialog, LoteDialog
from finbank_desktop.gui.pages.periodos_dialog import PeriodosDialog
from finbank_desktop.gui.pages.plano_contas import ImportarPlanoDialog, PlanoContasPage
from finbank_desktop.services.baixas import BaixaManual

HOJE = date(2026, 11, 20)
OUTUBRO = date(2026, 10, 30)


def press(qtbot: Any, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def show(page: Any, qtbot: Any, lista: ListPage | None = None) -> None:
    lista = lista or page
    qtbot.addWidget(page)
    page.resize(1400, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: lista.model.is_loaded and lista.model.row(0) is not None)
    lista.table.setFocus()
    lista.table.selectRow(0)


def the(page: Any, kind: type[Any], qtbot: Any) -> Any:
    qtbot.waitUntil(lambda: bool(page.window().findChildren(kind)))
    return page.window().findChildren(kind)[-1]


def with_field(page: Any, field: str, qtbot: Any) -> FieldsDialog:
    """Return the form that asks for *field*."""

    def forms() -> list[FieldsDialog]:
        return [form for form in page.window().findChildren(FieldsDialog) if form.findChild(QLabel, f"{field}_error")]

    qtbot.waitUntil(lambda: bool(forms()))
    return forms()[-1]


def said(form: FieldsDialog, field: str) -> str:
    """Return what stands below *field*."""
    below = form.findChild(QLabel, f"{field}_error")
    assert isinstance(below, QLabel)
    return below.text()


def pay(office: Any, boleto: Any, **campos: Any) -> Any:
    services = office.services
    baixa = BaixaManual(**{"data": HOJE, "valor_pago": boleto.valor} | campos)
    return services.operacoes.apply(services.baixas.plan(boleto.id, baixa))


def test_a_lot_is_looked_into_and_closed_by_keyboard(office: Any, desk: Desk, qtbot: Any) -> None:
    (boleto,) = office.issue([100_00])
    pay(office, boleto)
    page = LotesPage(desk)
    show(page, qtbot)
    press(qtbot, Qt.Key.Key_Return)
    lote = the(page, LoteDialog, qtbot)
    shown = [(lote.model.row(n)["conta"], lote.model.row(n)["debito"], lote.model.row(n)["credito"]) for n in (0, 1)]
    assert shown == [("1.1.1.02 Bancos conta movimento", 100_00, None), ("1.1.2.01 Clientes", None, 100_00)]
    lote.shut.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    fechar = the(page, FecharLotesDialog, qtbot)
    assert fechar.commit.text() == "Fechar 1 lote"
    qtbot.waitUntil(fechar.isActiveWindow)
    fechar.commit.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "1 lote fechado" in page.message.text)
    assert office.services.lotes.get(1).lote.situacao is SituacaoLote.FECHADO
    qtbot.waitUntil(lambda: page.model.is_loaded and (page.model.row(0) or {}).get("situacao") is SituacaoLote.FECHADO)
    page.table.selectRow(0)
    page.verbs.refresh()
    assert page.verbs.buttons["Fechar lotes…"].toolTip() == "Este lote já está fechado."


def test_lots_are_found_by_their_process_and_exported(office: Any, desk: Desk, qtbot: Any, tmp_path: Path) -> None:
    um, outro = office.issue([100_00, 50_00])
    pay(office, um)
    office.services.retornos.apply(office.services.retornos.plan(office.retorno([office.paid(outro)])))
    page = LotesPage(desk)
    show(page, qtbot)
    page.filters.search.setText("retorno de cobrança nº 87")
    qtbot.waitUntil(lambda: page.model.is_loaded and page.model.rowCount() == 1)
    lote = page.model.row(0)
    assert lote is not None
    assert lote["texto"].startswith("Retorno de cobrança nº 87")
    page.write([1, 2], "dominio", tmp_path / "lotes.txt")
    qtbot.waitUntil(lambda: "2 lançamentos gravados" in page.message.text)
    assert (tmp_path / "lotes.txt").read_bytes().startswith(b"|0000|11444777000161|\r\n|6000|X||||\r\n|6100|")


def test_a_month_is_closed_and_opened_again(
    office: Any, desk: Desk, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (boleto,) = office.issue([100_00])
    pay(office, boleto, data=OUTUBRO)
    dialog = PeriodosDialog(None, desk, office.empresa.id)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.until.set_value(OUTUBRO)
    qtbot.waitUntil(lambda: dialog.effect.text().startswith("1 lote aberto é fechado junto, até 31/10/2026"))
    assert dialog.shut.text() == "Fechar até 10/2026"
    dialog.shut.click()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    assert office.services.lotes.get(1).lote.situacao is SituacaoLote.FECHADO
    qtbot.waitUntil(lambda: "já está fechado" in dialog.effect.text())
    assert not dialog.shut.isEnabled()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args: ("nota esquecida", True))
    dialog.reopen.click()
    qtbot.waitUntil(lambda: dialog.model.row(0)["motivo"] == "nota esquecida")
    assert not dialog.reopen.isEnabled()


def test_the_month_that_is_not_over_says_why_it_does_not_close(office: Any, desk: Desk, qtbot: Any) -> None:
    dialog = PeriodosDialog(None, desk, office.empresa.id)
    qtbot.addWidget(dialog)
    dialog.until.set_value(HOJE)
    qtbot.waitUntil(lambda: "ainda não acabou" in dialog.effect.text())
    assert dialog.shut.toolTip() == "O mês 11/2026 ainda não acabou. Feche até o mês anterior."


def test_a_movement_leads_to_its_lot_and_to_what_made_it(office: Any, desk: Desk, qtbot: Any) -> None:
    um, outro = office.issue([100_00, 50_00])
    pay(office, um)
    linha = office.paid(outro, valor_tarifa=1_90)
    office.services.retornos.apply(office.services.retornos.plan(office.retorno([linha])))
    page = ContasCaixaPage(desk)
    show(page, qtbot)
    conta = page.model.row(0)
    assert conta is not None
    assert conta["saldo"] == 148_10
    press(qtbot, Qt.Key.Key_Return)
    dialog = the(page, MovimentosDialog, qtbot)
    qtbot.waitUntil(lambda: dialog.model.is_loaded and dialog.model.rowCount() == 3 and bool(dialog.current()))
    qtbot.waitUntil(lambda: dialog.total.text() == "Saldo R$ 148,10")
    went: list[Any] = []
    desk.section_wanted.connect(lambda section, filters: went.append((section, filters["id"].valor)))
    dialog.source.click()
    assert went == [("retornos", 1)]
    page.show_moves(page.chosen_ids())
    again = the(page, MovimentosDialog, qtbot)
    qtbot.waitUntil(lambda: again.model.is_loaded and bool(again.current()))
    again.table.selectRow(2)
    assert not again.source.isEnabled()
    again.lote.click()
    assert went[1:] == [("lotes", 1)]


def test_a_till_is_made_and_a_conta_gets_its_account(office: Any, desk: Desk, qtbot: Any) -> None:
    office.open_bank()
    page = ContasCaixaPage(desk)
    show(page, qtbot)
    page.new_till()
    dialog = the(page, FieldsDialog, qtbot)
    dialog.commit.click()
    qtbot.waitUntil(lambda: "Dê um código" in said(dialog, "descricao"))
    dialog.grid.fill({"codigo": "CX1", "descricao": "Caixa da loja"})
    dialog.commit.click()
    qtbot.waitUntil(lambda: "Caixa da loja criado" in page.message.text)
    qtbot.waitUntil(lambda: page.model.is_loaded and page.model.rowCount() == 2)
    page.table.selectRow(0)
    page.edit(page.chosen_ids())
    form = with_field(page, "saldo_inicial", qtbot)
    conta = next(c for c in office.services.plano_contas.analiticas(1) if c.codigo == "1.1.1.03")
    form.grid.fill({"conta_contabil_id": conta.id, "saldo_inicial": 500_00})
    form.commit.click()
    qtbot.waitUntil(lambda: "salva" in page.message.text)
    linhas = office.services.contas_caixa.list(ListQuery()).linhas
    assert any(each["saldo"] == 500_00 and each["conta_contabil"].startswith("1.1.1.03") for each in linhas)


def test_a_plano_is_imported_as_it_was_shown(office: Any, desk: Desk, qtbot: Any, tmp_path: Path) -> None:
    path = tmp_path / "plano.csv"
    path.write_text("Código;Nome;Reduzido\n1.1.2.01;Duplicatas a receber;501\n1.1.3.01;Mercadorias;502\n9;X;1\n")
    page = PlanoContasPage(desk)
    show(page, qtbot)
    page.import_table(path)
    dialog = the(page, ImportarPlanoDialog, qtbot)
    assert dialog.commit.text() == "Importar 2 contas"
    assert "1 linha fica fora" in dialog.notice.text
    dialog.commit.click()
    qtbot.waitUntil(lambda: "1 contas novas, 1 alteradas" in page.message.text)
    assert office.services.plano_contas.list(ListQuery(busca="Mercadorias")).total == 1
    page.edit(0)
    form = the(page, FieldsDialog, qtbot)
    form.grid.fill({"codigo": "1.1.2.01", "nome": "Outra"})
    form.commit.click()
    qtbot.waitUntil(lambda: "já é de Duplicatas a receber" in said(form, "codigo"))


def test_the_default_of_a_process_is_changed(office: Any, desk: Desk, qtbot: Any) -> None:
    page = EventosHistoricosPage(desk)
    show(page, qtbot, page.padroes)
    page.historicos.edit(0)
    form = the(page, FieldsDialog, qtbot)
    form.grid.fill({"codigo": "7", "texto": "Recebido de {cliente}"})
    form.commit.click()
    qtbot.waitUntil(lambda: "Não existe a marca {cliente}" in said(form, "texto"))
    form.grid.fill({"codigo": "7", "texto": "Recebido de {pessoa}"})
    form.commit.click()
    qtbot.waitUntil(lambda: "Histórico 7 salvo" in page.historicos.message.text)
    service = office.services.eventos_contabeis
    historico = next(each for each in service.historicos(1) if each.codigo == "7")
    page.padroes.open_row(page.padroes.chosen_ids()[0])
    padrao = with_field(page, "historico_id", qtbot)
    assert padrao.windowTitle() == "Retorno de cobrança"
    padrao.grid.fill({"historico_id": historico.id})
    padrao.commit.click()
    qtbot.waitUntil(lambda: "Padrão salvo" in page.padroes.message.text)
    assert service.padrao(1, Processo.RETORNO_COBRANCA).historico == historico


def test_an_evento_is_entered_with_its_accounts(office: Any, desk: Desk, qtbot: Any) -> None:
    page = EventosHistoricosPage(desk)
    show(page, qtbot, page.padroes)
    page.eventos.edit(0)
    form = the(page, FieldsDialog, qtbot)
    receita = next(c for c in office.services.plano_contas.analiticas(1) if c.codigo == "3.1.1.01")
    form.grid.fill({"codigo": "12", "nome": "Receita direta", Papel.PRINCIPAL_RECEBER.name: receita.id})
    form.commit.click()
    qtbot.waitUntil(lambda: "Evento 12 salvo" in page.eventos.message.text)
    evento = next(each for each in office.services.eventos_contabeis.eventos(1) if each.codigo == "12")
    assert evento.contas == {Papel.PRINCIPAL_RECEBER: receita.id}


def test_the_items_de_baixa_of_a_conta_lead_to_their_lots(office: Any, desk: Desk, qtbot: Any) -> None:
    (boleto,) = office.issue([100_00])
    pay(office, boleto, valor_pago=40_00)
    services = office.services
    (baixa,) = services.baixas.of_boleto(boleto.id)
    services.operacoes.apply(services.baixas.plan_estorno([baixa.id]))
    pay(office, replace(boleto), valor_pago=100_00, data=HOJE - timedelta(days=1))
    page = ContasReceberPage(desk)
    show(page, qtbot)
    action = next(each for each in page.verbs.menu(page).actions() if each.text().startswith("Ver as baixas"))
    action.trigger()
    dialog = the(page, BaixasDialog, qtbot)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)
    rows = [dialog.model.row(n) for n in (0, 1)]
    assert [(row["valor_pago"], row["lote"], row["situacao"][:9]) for row in rows] == [
        (40_00, "000001", "Estornada"),
        (100_00, "000003", "Vale"),
    ]
    went: list[Any] = []
    desk.section_wanted.connect(lambda section, filters: went.append((section, filters["id"].valor)))
    dialog.table.selectRow(1)
    dialog.lote.click()
    assert went == [("lotes", 3)]
