"""*Débito automático* in the window: the assistant driven by keyboard, the lists, the forms, the old names."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from finbank_desktop.domain.debitos import LayoutBancario, SituacaoDebito
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.destinations import places
from finbank_desktop.gui.dialogs.debitos import (
    CancelarDebitosAction,
    CriarDebitosAction,
    GerarDebitosAction,
    ReenviarDebitosAction,
)
from finbank_desktop.gui.dialogs.plan_dialog import PlanDialog
from finbank_desktop.gui.jobs import JobRunner
from finbank_desktop.gui.lifetimes import is_alive
from finbank_desktop.gui.main_window import MainWindow
from finbank_desktop.gui.pages.debito_records import GridForm, LayoutRecord, layout_fields
from finbank_desktop.gui.pages.debitos import DebitosPage
from finbank_desktop.gui.pages.record_dialog import RecordDialog
from finbank_desktop.gui.settings import Settings
from finbank_desktop.gui.wizards.importar_debito import ImportarDebitoWizard
from finbank_desktop.services.debitos.retorno_wizard import DebitoStep
from tests.unit.services.debitos.escritorio import EscritorioDebito, linha_f


@pytest.fixture
def casa(tmp_path: Path) -> Iterator[EscritorioDebito]:
    feita = EscritorioDebito(tmp_path)
    yield feita
    feita.services.database.close()


@pytest.fixture
def mesa(casa: EscritorioDebito, runner: JobRunner, settings: Settings) -> Desk:
    made = Desk(casa.services, runner, settings)
    made.empresa_id = 1
    return made


@pytest.fixture
def shown(qtbot: Any) -> Iterator[Callable[..., Any]]:
    """Show dialogs that delete themselves when they are closed."""
    made: list[Any] = []

    def show(widget: Any) -> Any:
        made.append(widget)
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    yield show
    for widget in made:
        if is_alive(widget):
            widget._sure = True
            widget.close()


def ready(qtbot: Any, wizard: ImportarDebitoWizard) -> None:
    qtbot.waitUntil(lambda: not wizard.is_busy and wizard.next_button.isEnabled(), timeout=10_000)


def test_a_retorno_is_imported_with_the_keyboard_alone(
    casa: EscritorioDebito, mesa: Desk, shown: Callable[..., Any], qtbot: Any
) -> None:
    debitos = [casa.debitos(valor)[0] for valor in (100_00, 200_00, 300_00, 400_00)]
    (retorno,) = casa.responder(casa.enviar()[1])
    wizard = ImportarDebitoWizard(None, mesa, [retorno])
    shown(wizard)
    ready(qtbot, wizard)
    grid = wizard.contexto.grid
    assert grid is not None
    assert list(grid.form.edits) == ["filial_id", "conta_id", "evento_id", "historico_id"]
    evento = grid.form.edits["evento_id"]
    assert isinstance(evento, QComboBox)
    assert evento.currentText().startswith("Usar padrão (Evento ")
    assert evento.itemText(1).startswith("Outro: ")
    qtbot.keyClick(wizard.next_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.draft.plano is not None, timeout=10_000)
    ready(qtbot, wizard)
    assert wizard.conferencia.isVisible()
    assert wizard.next_button.text() == "Baixar 3 lançamentos"
    assert "Rateio: " in wizard.conferencia.effect.text()
    qtbot.keyClick(wizard.next_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.step is DebitoStep.RESULTADO, timeout=10_000)
    assert casa.debito_de(debitos[0].id).situacao is SituacaoDebito.DEBITADO
    assert casa.debito_de(debitos[3].id).situacao is SituacaoDebito.RECUSADO
    qtbot.keyClick(wizard.next_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not is_alive(wizard) or not wizard.isVisible())


def test_the_rateio_is_chosen_on_the_preview_and_planned_anew(
    casa: EscritorioDebito, mesa: Desk, shown: Callable[..., Any], qtbot: Any
) -> None:
    dono = casa.cliente()
    debitos = casa.debitos(100_00, 200_00, dono=dono)
    assert len(debitos) == 2
    casa.enviar()
    linhas = [linha_f(dono.cliente_empresa, d.valor, uso=d.seu_numero) for d in debitos]
    wizard = ImportarDebitoWizard(None, mesa, [casa.arquivo_150(*linhas)])
    shown(wizard)
    ready(qtbot, wizard)
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.draft.plano is not None, timeout=10_000)
    ready(qtbot, wizard)
    wizard.conferencia.rateio_chosen.emit("proporcional")
    qtbot.waitUntil(
        lambda: wizard.draft.plano is not None and wizard.draft.plano.contexto.rateio == "proporcional", timeout=10_000
    )
    ready(qtbot, wizard)
    assert wizard.next_button.text() == "Baixar 2 lançamentos"


def test_a_bank_without_layout_leads_to_where_one_is_registered(
    tmp_path: Path, runner: JobRunner, settings: Settings, shown: Callable[..., Any], qtbot: Any
) -> None:
    casa = EscritorioDebito(tmp_path, "237")
    mesa = Desk(casa.services, runner, settings)
    mesa.empresa_id = 1
    wizard = ImportarDebitoWizard(None, mesa, [casa.arquivo_150(linha_f("C001", 100_00))])
    shown(wizard)
    qtbot.waitUntil(lambda: wizard.draft.sem_layout, timeout=10_000)
    qtbot.waitUntil(lambda: not wizard.is_busy)
    assert not wizard.next_button.isEnabled()
    with qtbot.waitSignal(mesa.section_wanted) as asked:
        wizard.contexto.layouts_wanted.emit()
    assert asked.args[0] == "layouts-bancarios"
    casa.services.database.close()


def test_a_remessa_is_refused_on_the_first_page(
    casa: EscritorioDebito, mesa: Desk, shown: Callable[..., Any], qtbot: Any
) -> None:
    casa.debitos(100_00)
    wizard = ImportarDebitoWizard(None, mesa, [casa.enviar()[1]])
    shown(wizard)
    qtbot.waitUntil(lambda: bool(wizard.draft.recusa) and not wizard.is_busy, timeout=10_000)
    assert "é uma remessa" in wizard.draft.recusa
    assert not wizard.next_button.isEnabled()


def test_debits_are_created_sent_refused_resent_and_cancelled_in_their_windows(
    casa: EscritorioDebito, mesa: Desk, settings: Settings, shown: Callable[..., Any], qtbot: Any
) -> None:
    dono = casa.cliente()
    casa.contas_receber(150_00, pessoa_id=dono.pessoa_id)

    def do(action: Any, words: str) -> str:
        done: list[Any] = []
        dialog = PlanDialog(None, mesa, action, done.append)
        shown(dialog)
        qtbot.waitUntil(lambda: dialog.preview is not None and dialog.commit_button.isEnabled(), timeout=10_000)
        assert dialog.commit_button.text().startswith(words), dialog.commit_button.text()
        qtbot.keyClick(dialog.commit_button, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(done), timeout=10_000)
        return str(done[0].texto)

    do(CriarDebitosAction(casa.services, []), "Criar 1 débito")
    said = do(GerarDebitosAction(casa.services, [], settings), "Gerar remessa com 1 movimento")
    assert "Falta enviá-la ao banco" in said
    assert casa.debito_de(1).situacao is SituacaoDebito.AGENDADO
    recusa = linha_f(dono.cliente_empresa, 150_00, "01", uso=casa.debito_de(1).seu_numero)
    casa.importar_debito(casa.arquivo_150(recusa))
    do(ReenviarDebitosAction(casa.services, [1]), "Reenviar 1 débito")
    assert casa.debito_de(1).situacao is SituacaoDebito.EM_ABERTO
    do(CancelarDebitosAction(casa.services, [1]), "Cancelar 1 débito")
    assert casa.debito_de(1).situacao is SituacaoDebito.CANCELADO


def test_a_layout_is_registered_in_its_form(
    casa: EscritorioDebito, mesa: Desk, shown: Callable[..., Any], qtbot: Any
) -> None:
    record = LayoutRecord(casa.services, LayoutBancario(empresa_id=1, banco=""))
    dialog = RecordDialog(None, mesa, GridForm(layout_fields({"237": "Bradesco"})), record)
    shown(dialog)
    bancos = dialog.fields.edits["banco"]
    assert isinstance(bancos, QComboBox)
    bancos.setCurrentIndex(bancos.findData("237"))
    dialog.save()
    qtbot.waitUntil(lambda: bool(dialog.fields.errors["generico"].text()))
    dialog.fields.fill({"generico": True})
    dialog.save()
    qtbot.waitUntil(lambda: not is_alive(dialog) or not dialog.isVisible(), timeout=10_000)
    assert [row["banco"] for row in casa.services.debitos.cadastros.list_layouts().linhas] == ["237"]


def test_the_window_shows_every_list_and_knows_the_old_names(
    casa: EscritorioDebito, runner: JobRunner, settings: Settings, qtbot: Any
) -> None:
    casa.debitos(100_00)
    window = MainWindow(runner, settings)
    qtbot.addWidget(window)
    window.attach(casa.services)
    window.show()
    for key in ("debitos", "consentimentos", "debito-retornos", "convenios-debito", "layouts-bancarios"):
        window.go(key)
        assert window.current == key
    page = window.page("debitos")
    assert isinstance(page, DebitosPage)
    window.go("debitos")
    qtbot.waitUntil(lambda: page.debitos.model.rowCount() == 1, timeout=10_000)
    words = {destination.words: destination for destination in places(window)}
    achado = next(text for text in words if "Retorno Bancário ▸ Retorno de Débito Automático" in text)
    words[achado].run()
    dialog = window.findChild(ImportarDebitoWizard)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()
    search = window.findChild(QLineEdit)
    assert search is not None


def test_a_dropped_retorno_de_debito_opens_its_own_assistant(
    casa: EscritorioDebito, runner: JobRunner, settings: Settings, qtbot: Any
) -> None:
    window = MainWindow(runner, settings)
    qtbot.addWidget(window)
    window.attach(casa.services)
    window.show()
    qtbot.waitUntil(lambda: window.current == "inicio")
    window.import_files([casa.arquivo_150(linha_f("C001", 100_00))])
    wizard = window.findChild(ImportarDebitoWizard)
    assert wizard is not None
    qtbot.waitUntil(lambda: wizard.draft.escolhas is not None and not wizard.is_busy, timeout=10_000)
    wizard._sure = True
    wizard.close()
