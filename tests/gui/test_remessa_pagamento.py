"""Remessas and retornos of payments in the window, driven by keyboard: gerar → aceite → confirmação → desfazer."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.pagamentos import SituacaoPagamento
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.dialogs.plan_dialog import PlanDialog
from finbank_desktop.gui.jobs import JobRunner
from finbank_desktop.gui.lifetimes import is_alive
from finbank_desktop.gui.pages.contas_pagar import ContasPagarPage
from finbank_desktop.gui.pages.remessas_pagamento import (
    CancelarPagamentosDialog,
    RemessaPagamentoDialog,
    RemessasPagamentoPage,
)
from finbank_desktop.gui.pages.retorno_dialogs import DesfazerDialog
from finbank_desktop.gui.pages.retornos_pagamento import ImportacaoPagamentoDialog, RetornosPagamentoPage
from finbank_desktop.gui.settings import Settings
from finbank_desktop.gui.widgets.pdf_view import PdfDialog
from finbank_desktop.gui.wizards.decisao_pagamento_dialog import DecisaoPagamentoDialog
from finbank_desktop.gui.wizards.remessa_pagamento import RemessaPagamentoWizard
from finbank_desktop.gui.wizards.retorno_pagamento import RetornoPagamentoWizard
from finbank_desktop.services.pagamentos.retorno_model import AcaoLinha
from finbank_desktop.services.remessa_wizard import RemessaStep
from finbank_desktop.services.retorno_wizard import RetornoStep
from tests.gui.pagar import desk_of, opened, press, reason, run_verb, select, show, tab_to
from tests.unit.services.pagamentos.conftest import Pagadoria


@pytest.fixture
def pagadoria(tmp_path: Path) -> Iterator[Pagadoria]:
    feita = Pagadoria(tmp_path)
    yield feita
    feita.services.database.close()


@pytest.fixture
def mesa(pagadoria: Pagadoria, runner: JobRunner, settings: Settings) -> Desk:
    return desk_of(pagadoria, runner, settings)


def situacoes(pagadoria: Pagadoria) -> list[str]:
    return sorted(str(row["situacao"]) for row in pagadoria.services.contas_pagar.list(ListQuery()).linhas)


def closed(wizard: Any, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not is_alive(wizard) or not wizard.isVisible())


def test_a_whole_remessa_of_payments_by_keyboard(
    pagadoria: Pagadoria, mesa: Desk, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pagadoria.aprovadas(100_00, 200_00, 300_00)
    pagadoria.conta_pagar(400_00)
    target = tmp_path / "saída"
    target.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(target))
    wizard = RemessaPagamentoWizard(None, mesa)
    wizard.show()
    qtbot.waitUntil(lambda: wizard.requisitos.table.hasFocus() and wizard.next_button.isEnabled())
    qtbot.waitUntil(lambda: len(wizard.requisitos.links) == 1)  # what waits for approval
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.step is RemessaStep.TITULOS and not wizard.is_busy)
    qtbot.waitUntil(wizard.pagamentos.table.hasFocus)
    press(qtbot, Qt.Key.Key_Space)
    assert wizard.pagamentos.going.figure.text() == "2 pagamentos"
    assert situacoes(pagadoria) == ["Aprovado"] * 3 + ["Em aberto"]
    tab_to(qtbot, wizard.next_button)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.step is RemessaStep.PASTA and not wizard.is_busy)
    assert wizard.next_button.text() == "Gerar remessa com 2 pagamentos"
    qtbot.waitUntil(wizard.pasta.choose_button.hasFocus)
    press(qtbot, Qt.Key.Key_Space)
    assert list(target.iterdir()) == []
    qtbot.waitUntil(wizard.next_button.isEnabled)
    tab_to(qtbot, wizard.next_button)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.step is RemessaStep.RESULTADO)
    assert situacoes(pagadoria) == ["Agendado", "Agendado", "Aprovado", "Em aberto"]
    assert [path.name for path in target.iterdir()] == [wizard.resultado.file.text()]
    tab_to(qtbot, wizard.resultado.sent_button)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "enviada" in wizard.message.text)
    wizard.go_on()
    closed(wizard, qtbot)


def shown_rows(wizard: RemessaPagamentoWizard) -> list[Any]:
    model = wizard.pagamentos.model
    return [model.row(at) for at in range(model.rowCount())]


def test_one_day_for_all_is_what_the_file_says(pagadoria: Pagadoria, mesa: Desk, qtbot: Any) -> None:
    pagadoria.aprovadas(100_00, 200_00)
    wizard = RemessaPagamentoWizard(None, mesa, (), pagadoria.convenio.id)
    wizard.show()
    qtbot.waitUntil(lambda: wizard.draft.plano is not None and not wizard.is_busy)
    day = pagadoria.dias(4)
    wizard.pagamentos.day.set_value(day)
    qtbot.waitUntil(lambda: {row["dia"] for row in shown_rows(wizard)} == {day})
    wizard._sure = True
    wizard.close()


def test_without_a_convenio_the_first_page_leads_to_making_one(pagadoria: Pagadoria, mesa: Desk, qtbot: Any) -> None:
    mesa.empresa_id = 0
    with pagadoria.services.database.write() as uow:
        uow.convenios_pagamento.delete_where(id=pagadoria.convenio.id)
    asked: list[str] = []
    mesa.section_wanted.connect(lambda section, _filters: asked.append(section))
    wizard = RemessaPagamentoWizard(None, mesa)
    wizard.show()
    qtbot.waitUntil(lambda: bool(wizard.requisitos.links) and wizard.requisitos.links[0].hasFocus())
    assert not wizard.next_button.isEnabled()
    press(qtbot, Qt.Key.Key_Space)
    assert asked == ["convenios-pagamento"]
    closed(wizard, qtbot)


def import_next(wizard: RetornoPagamentoWizard, qtbot: Any) -> str:
    """Press the commit button of the file in sight by keyboard and return what it said."""
    qtbot.waitUntil(lambda: wizard.step is RetornoStep.CONFERENCIA and not wizard.is_busy)
    qtbot.waitUntil(wizard.next_button.isEnabled)
    said = str(wizard.next_button.text())
    before = len(wizard.draft.importados)
    tab_to(qtbot, wizard.next_button)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(wizard.draft.importados) > before)
    return said


def test_acceptance_only_confirms_and_confirmation_settles_by_keyboard(
    pagadoria: Pagadoria, mesa: Desk, qtbot: Any
) -> None:
    feita = pagadoria.remessa(*pagadoria.aprovadas(100_00, 200_00, 300_00, 400_00))
    aceite, *outros = pagadoria.banco_responde(feita)
    wizard = RetornoPagamentoWizard(None, mesa, [aceite])
    wizard.show()
    qtbot.waitUntil(lambda: not wizard.is_busy and wizard.draft.arquivos[0].plano is not None)
    qtbot.waitUntil(wizard.next_button.isEnabled)
    tab_to(qtbot, wizard.next_button)
    press(qtbot, Qt.Key.Key_Return)
    assert import_next(wizard, qtbot) == "Registrar 4 aceites"
    assert situacoes(pagadoria) == ["Agendado"] * 4  # nothing was paid yet
    wizard._sure = True
    wizard.close()
    again = RetornoPagamentoWizard(None, mesa, outros)
    again.show()
    qtbot.waitUntil(lambda: not again.is_busy and all(each.plano is not None for each in again.draft.arquivos))
    qtbot.waitUntil(again.next_button.isEnabled)
    again.go_on()
    said = [import_next(again, qtbot) for _file in outros]
    assert said[-1] == "Confirmar 3 pagamentos"
    assert situacoes(pagadoria) == ["Pago"] * 3 + ["Recusado"]
    qtbot.waitUntil(lambda: again.step is RetornoStep.RESULTADO)
    again._sure = True
    again.close()


def test_a_refused_payment_is_corrected_and_sent_again(pagadoria: Pagadoria, mesa: Desk, qtbot: Any) -> None:
    feita = pagadoria.remessa(*pagadoria.aprovadas(100_00, 200_00, 300_00, 400_00))
    for path in pagadoria.banco_responde(feita):
        pagadoria.importar(path)
    page = show(ContasPagarPage(mesa), qtbot)
    select(page, qtbot, lambda row: str(row["situacao"]) == "Recusado")
    recusada = pagadoria.services.contas_pagar.get(page.chosen_ids()[0])
    run_verb(page, "Corrigir e reenviar…")
    dialog = opened(PlanDialog, qtbot, page)
    qtbot.waitUntil(lambda: dialog.preview is not None)
    assert recusada.detalhe in dialog.preview.rows[0].efeito
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "em aberto para corrigir" in page.message.text)
    depois = pagadoria.agora(recusada)
    assert depois.situacao is SituacaoPagamento.EM_ABERTO
    assert depois.seu_numero != recusada.seu_numero


def test_an_import_is_shown_and_undone(pagadoria: Pagadoria, mesa: Desk, qtbot: Any) -> None:
    feita = pagadoria.remessa(*pagadoria.aprovadas(100_00, 200_00))
    antes = pagadoria.rows()
    aceite = pagadoria.banco_responde(feita)[0]
    pagadoria.importar(aceite)
    page = show(RetornosPagamentoPage(mesa), qtbot)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    page.table.setFocus()
    page.table.selectRow(0)
    press(qtbot, Qt.Key.Key_Return)
    detalhe = opened(ImportacaoPagamentoDialog, qtbot, page)
    assert [detalhe.tabs.tabText(at) for at in range(detalhe.tabs.count())] == ["Aceitos (2)"]
    tab_to(qtbot, detalhe.undo_button)
    press(qtbot, Qt.Key.Key_Space)
    dialog = opened(DesfazerDialog, qtbot, page)
    assert dialog.commit.text() == "Desfazer 2 linhas"
    dialog.commit.click()
    qtbot.waitUntil(lambda: "foi desfeita" in page.message.text)
    assert pagadoria.rows() == antes


def test_a_remessa_is_shown_and_cancelled_with_the_word_that_the_bank_does_not_have_it(
    pagadoria: Pagadoria, mesa: Desk, qtbot: Any
) -> None:
    feita = pagadoria.remessa(*pagadoria.aprovadas(100_00, 200_00))
    page = show(RemessasPagamentoPage(mesa), qtbot)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    page.table.setFocus()
    page.table.selectRow(0)
    page.verbs.buttons["Marcar como enviada"].click()
    qtbot.waitUntil(lambda: "1 remessa marcada" in page.message.text)
    page._show([feita.id])
    detalhe = opened(RemessaPagamentoDialog, qtbot, page)
    tab_to(qtbot, detalhe.cancel_button)
    press(qtbot, Qt.Key.Key_Space)
    dialog = opened(CancelarPagamentosDialog, qtbot, page)
    assert not dialog.commit.isEnabled()
    assert "Confirme antes" in dialog.commit.toolTip()
    tab_to(qtbot, dialog.word)
    press(qtbot, Qt.Key.Key_Space)
    tab_to(qtbot, dialog.commit)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "foi cancelada" in page.message.text)
    assert situacoes(pagadoria) == ["Aprovado", "Aprovado"]


def test_the_file_of_a_remessa_is_saved_once_more(pagadoria: Pagadoria, mesa: Desk, qtbot: Any, tmp_path: Path) -> None:
    feita = pagadoria.remessa(*pagadoria.aprovadas(100_00))
    page = show(RemessasPagamentoPage(mesa), qtbot)
    target = tmp_path / "de novo"
    target.mkdir()
    page.save_again_to(feita.id, target)
    qtbot.waitUntil(lambda: "byte por byte" in page.message.text)
    assert (target / feita.arquivo).read_bytes() == (pagadoria.folder / feita.arquivo).read_bytes()


def test_a_line_nobody_knows_is_decided_by_keyboard(pagadoria: Pagadoria, mesa: Desk, qtbot: Any) -> None:
    feita = pagadoria.remessa(*pagadoria.aprovadas(100_00))
    aceite = pagadoria.banco_responde(feita)[0]
    linhas = aceite.read_bytes().decode("latin-1").split("\r\n")
    numero = pagadoria.services.remessas_pagamento.get(feita.id).itens[0].seu_numero
    estranho = numero.replace(numero[-1], "9") if not numero.endswith("9") else f"{numero[:-1]}8"
    aceite.write_bytes("\r\n".join(linha.replace(numero, estranho, 1) for linha in linhas).encode("latin-1"))
    wizard = RetornoPagamentoWizard(None, mesa, [aceite])
    wizard.show()
    qtbot.waitUntil(lambda: not wizard.is_busy and wizard.draft.arquivos[0].plano is not None)
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is RetornoStep.CONFERENCIA and not wizard.is_busy)
    assert wizard.conferencia.tabs.tabText(wizard.conferencia.tabs.currentIndex()) == "Não localizados (1)"
    tab_to(qtbot, wizard.conferencia.decide_button)
    press(qtbot, Qt.Key.Key_Space)
    dialog = opened(DecisaoPagamentoDialog, qtbot, wizard)
    ignore = next(radio for radio in dialog.group.buttons() if radio.text() == str(AcaoLinha.IGNORAR))
    qtbot.waitUntil(ignore.hasFocus)
    assert ignore.isChecked()
    tab_to(qtbot, dialog.commit)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not wizard.is_busy and wizard.next_button.text() == "Guardar as decisões")
    wizard._sure = True
    wizard.close()


def test_the_proof_of_a_payment_is_shown_as_a_page(pagadoria: Pagadoria, mesa: Desk, qtbot: Any) -> None:
    feita = pagadoria.remessa(*pagadoria.aprovadas(100_00, 200_00, 300_00, 400_00))
    for path in pagadoria.banco_responde(feita):
        pagadoria.importar(path)
    page = show(ContasPagarPage(mesa), qtbot)
    select(page, qtbot, lambda row: str(row["situacao"]) == "Recusado")
    assert reason(page, "Comprovante…") == "Só o que foi pago tem comprovante."
    select(page, qtbot, lambda row: str(row["situacao"]) == "Pago")
    press(qtbot, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier) if page.table.hasFocus() else run_verb(
        page, "Comprovante…"
    )
    dialog = opened(PdfDialog, qtbot, page)
    qtbot.waitUntil(lambda: dialog.view.is_drawn, timeout=10_000)
    dialog.close()
