"""*Início* as the work queue, and the guided list of a convênio, on a real database."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from finbank_desktop import wiring
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.convenios import Homologacao
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.jobs import JobRunner
from finbank_desktop.gui.pages.cadastros import ConveniosPage
from finbank_desktop.gui.pages.contas_api import page_of
from finbank_desktop.gui.pages.homologacao import HomologacaoDialog
from finbank_desktop.gui.pages.inicio import InicioPage
from finbank_desktop.gui.pages.inicio_tarefas import TASKS
from finbank_desktop.gui.settings import Settings
from tests.unit.services.pagamentos.conftest import Pagadoria


def press(qtbot: Any, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def counts(page: InicioPage) -> dict[str, str]:
    """What each card in sight counts."""
    return {
        task.title: shown.number.text() for task, shown in zip(TASKS, page.cards, strict=True) if not shown.isHidden()
    }


@pytest.fixture
def page(desk: Desk, qtbot: Any) -> InicioPage:
    made = InicioPage(desk)
    qtbot.addWidget(made)
    return made


def counted(page: InicioPage, qtbot: Any) -> dict[str, str]:
    page.show()
    qtbot.waitUntil(lambda: "Contando" not in page.sentence.text())
    return counts(page)


def test_all_that_waits_at_the_bank_is_counted(office: Any, page: InicioPage, qtbot: Any) -> None:
    services = office.services
    refused, registered, paid, stranger = office.issue([10_000, 20_000, 30_000, 40_000])
    office.send()
    linhas = [
        {"nosso_numero": refused.sequencial, "ocorrencia": 3, "valor_titulo": refused.valor},
        {"nosso_numero": registered.sequencial, "ocorrencia": 2, "valor_titulo": registered.valor},
        office.paid(paid),
        office.paid(stranger) | {"nosso_numero": 77_000_001},
    ]
    services.retornos.apply(services.retornos.plan(office.retorno(linhas, numero=1, nome="a.ret")))
    again = office.retorno([office.paid(paid, data_credito=None, valor_lancado=30_001)], numero=2, nome="b.ret")
    services.retornos.apply(services.retornos.plan(again))
    services.operacoes.apply(services.comandos.plan([registered.id], Comando.PROTESTAR))
    office.issue([50_000])
    services.remessas.apply(services.remessas.plan(office.convenio.id, [registered.id]), office.folder)
    assert counted(page, qtbot) == {
        "Recusados pelo banco": "1",
        "Retornos com linhas a decidir": "1",
        "Pagamentos a devolver": "1",
        "Boletos que o banco ainda não conhece": "1",
        "Remessas geradas e não enviadas": "1",
        "Enviados sem resposta do banco": "1",
        "Contas a receber em aberto": "4",
    }


def test_an_order_waits_until_a_remessa_carries_it(office: Any, page: InicioPage, qtbot: Any) -> None:
    (boleto,) = office.issue([10_000])
    office.send()
    services = office.services
    linha = {"nosso_numero": boleto.sequencial, "ocorrencia": 2, "valor_titulo": boleto.valor}
    services.retornos.apply(services.retornos.plan(office.retorno([linha])))
    services.operacoes.apply(services.comandos.plan([boleto.id], Comando.PROTESTAR))
    assert counted(page, qtbot)["Instruções que faltam enviar"] == "1"
    services.remessas.apply(services.remessas.plan(office.convenio.id), office.folder)
    page.sentence.setText("Contando…")
    page.refresh()
    assert "Instruções que faltam enviar" not in counted(page, qtbot)


def test_boletos_about_to_fall_due_without_registration_stand_out(
    office: Any, runner: JobRunner, settings: Settings, qtbot: Any
) -> None:
    first, later = office.issue([10_000, 20_000])
    assert later.vencimento > first.vencimento
    near = wiring.build(
        str(office.folder / "livros.db"), usuario="ana", hoje=lambda: first.vencimento - timedelta(days=5)
    )
    page = InicioPage(Desk(near, runner, settings))
    qtbot.addWidget(page)
    assert counted(page, qtbot)["Boletos que vencem sem registro"] == "1"
    near.database.close()


@pytest.mark.parametrize(
    "title", [task.title for task in TASKS if task.action.startswith(("Ver", "Corrigir", "Decidir", "Comunicar"))]
)
def test_each_card_leads_to_the_list_of_exactly_what_it_counts(
    office: Any, desk: Desk, page: InicioPage, title: str
) -> None:
    office.issue([10_000])
    task = next(each for each in TASKS if each.title == title)
    asked: list[tuple[str, Any]] = []
    desk.section_wanted.connect(lambda section, filters: asked.append((section, filters)))
    page._go(task)
    (section, filters) = asked[0]
    assert section == task.section
    filtros = {chave: opcao.valor for chave, opcao in filters.items()} | desk.scope
    lists = {
        "boletos": office.services.boletos.list,
        "remessas": office.services.remessas.list,
        "retornos": office.services.importacoes.list,
        "devolucoes": office.services.devolucoes.list,
        "contas-receber": office.services.contas_receber.list,
        "registros": office.services.registros.list,
        "contas-api": lambda query: page_of(desk, query),
        "contas-pagar": office.services.contas_pagar.list,
        "extratos": office.services.extratos.list,
        "envios": office.services.envios.list,
    }
    assert lists[section](ListQuery(filtros=filtros)).total in (0, 1)  # the list knows every one of the filters


def test_a_convenio_comes_from_new_to_active_step_by_step(office: Any, desk: Desk, qtbot: Any) -> None:
    convenio = office.open_bank()
    page = ConveniosPage(desk)
    qtbot.addWidget(page)
    page.resize(1400, 800)
    page.show()
    qtbot.waitUntil(lambda: page.model.is_loaded and page.model.row(0) is not None)
    page.table.selectRow(0)
    page.verbs.buttons["Homologação…"].click()
    dialog = page.window().findChildren(HomologacaoDialog)[-1]
    dialog.activateWindow()
    qtbot.waitUntil(lambda: "boletos" in dialog.buttons and dialog.buttons["boletos"].hasFocus())
    assert "1 de 6 passos" in dialog.sentence.text()
    assert "contrato de cobrança" in dialog.sentence.text()
    office.issue([10_000, 20_000, 30_000])
    desk.changed.emit()
    qtbot.waitUntil(lambda: "2 de 6 passos" in dialog.sentence.text())
    office.send()
    desk.changed.emit()
    qtbot.waitUntil(lambda: "4 de 6 passos" in dialog.sentence.text())
    dialog.buttons["aprovada"].setFocus()
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(
        lambda: (
            office.services.cadastros.get_convenio(convenio.id).homologacao is Homologacao.ATIVA
            and not dialog.activate.isEnabled()
        )
    )
    assert dialog.activate.toolTip() == "Este convênio já está ativo."
    dialog.close()


def test_a_bank_that_asks_for_no_test_is_active_at_once(office: Any, desk: Desk, qtbot: Any) -> None:
    convenio = office.open_bank()
    dialog = HomologacaoDialog(None, desk, convenio.id)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.buttons))
    dialog.activate.click()
    qtbot.waitUntil(lambda: "Ativa" in dialog.sentence.text())
    dialog.close()


def test_what_is_to_be_paid_refused_and_scheduled_is_counted(
    tmp_path: Path, runner: JobRunner, settings: Settings, qtbot: Any
) -> None:
    pagadoria = Pagadoria(tmp_path)
    pagadoria.remessa(*pagadoria.aprovadas(100_00, 200_00))
    pagadoria.aprovadas(300_00)
    pagadoria.conta_pagar(400_00, vencimento=pagadoria.hoje)
    desk = Desk(pagadoria.services, runner, settings)
    desk.empresa_id = 1
    page = InicioPage(desk)
    qtbot.addWidget(page)
    told = counted(page, qtbot)
    assert (told["Pagamentos agendados"], told["Pagamentos aprovados sem remessa"]) == ("2", "1")
    assert "Pagamentos recusados" not in told
    wanted: list[Any] = []
    desk.payments_wanted.connect(lambda *given: wanted.append(given))
    next(shown for task, shown in zip(TASKS, page.cards, strict=True) if "sem remessa" in task.title).button.click()
    assert wanted == [([], None)]
    pagadoria.services.database.close()
