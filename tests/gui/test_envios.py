"""Boletos by e-mail from the window, by keyboard, through a real server."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from finbank_desktop.domain.boletos import NoBanco
from finbank_desktop.domain.correio import EstadoEnvio, PedidoEnvio
from finbank_desktop.domain.regua import Regua
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.dialogs.conta_email import ContaEmailDialog
from finbank_desktop.gui.dialogs.enviar_email import EnviarEmailDialog
from finbank_desktop.gui.dialogs.regua import ExcecoesDialog, ReguaDialog
from finbank_desktop.gui.jobs import JobRunner
from finbank_desktop.gui.lifetimes import is_alive
from finbank_desktop.gui.pages.boletos import BoletosPage
from finbank_desktop.gui.pages.envios import EnviosPage
from finbank_desktop.gui.pages.lembretes import LembretesPage
from finbank_desktop.gui.settings import Settings
from finbank_desktop.services.lembretes import SUGESTAO
from tests.correio import Ato, Escritorio, Servidor


@pytest.fixture
def escritorio(tmp_path: Path) -> Iterator[Escritorio]:
    feito = Escritorio(tmp_path)
    yield feito
    feito.services.database.close()


@pytest.fixture
def mesa(escritorio: Escritorio, runner: JobRunner, settings: Settings) -> Desk:
    made = Desk(escritorio.services, runner, settings)
    made.empresa_id = 1
    return made


def show(page: Any, qtbot: Any) -> Any:
    qtbot.addWidget(page)
    page.resize(1400, 900)
    page.show()
    page.activateWindow()
    return page


def run_verb(page: Any, text: str) -> None:
    action = next(each for each in page.verbs.menu(page).actions() if each.text().partition("\t")[0] == text)
    assert action.isEnabled(), action.toolTip()
    action.trigger()


def opened(kind: type[QDialog], qtbot: Any, parent: QWidget) -> Any:
    found: list[QDialog] = []

    def came() -> bool:
        found[:] = [each for each in parent.findChildren(kind) if is_alive(each) and each.isVisible()]
        return bool(found)

    qtbot.waitUntil(came)
    return found[0]


def press_button(button: QWidget, qtbot: Any) -> None:
    """Go to *button* with Tab and press it with Space."""
    for _step in range(60):
        if button.hasFocus():
            break
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert button.hasFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def boletos_page(mesa: Desk, ids: Sequence[int], qtbot: Any) -> BoletosPage:
    page = show(BoletosPage(mesa), qtbot)
    qtbot.waitUntil(lambda: page.model.is_loaded)
    page.model.mark(list(ids), on=True)
    assert isinstance(page, BoletosPage)
    return page


def test_boletos_are_previewed_and_sent_by_keyboard(escritorio: Escritorio, mesa: Desk, qtbot: Any) -> None:
    boletos = escritorio.boletos()
    with Servidor() as servidor:
        escritorio.conta_email(servidor.porta)
        page = boletos_page(mesa, [b.id for b in boletos], qtbot)
        run_verb(page, "Enviar por e-mail…")
        dialog = opened(EnviarEmailDialog, qtbot, page)
        qtbot.waitUntil(dialog.commit_button.isEnabled)
        assert dialog.commit_button.text() == "Enviar 3 e-mails"
        assert "Para: Associação Fictícia nº 1 <cliente1@exemplo.com.br>" in dialog.preview.toPlainText()
        dialog.assunto.setText("Seu boleto {documento}")
        qtbot.waitUntil(lambda: dialog.plan is not None and dialog.plan.rows[0].assunto == "Seu boleto NF 001/10")
        dialog.assunto.setFocus()
        press_button(dialog.commit_button, qtbot)
        qtbot.waitUntil(lambda: page.message.text == "3 e-mails enviados.", timeout=20_000)
    assert sorted(servidor.para()) == [pessoa.email for pessoa in escritorio.pessoas]


def test_what_is_not_registered_is_said_and_goes_only_when_asked(
    escritorio: Escritorio, mesa: Desk, qtbot: Any
) -> None:
    boletos = escritorio.boletos(no_banco=NoBanco.NAO_ENVIADO)
    escritorio.conta_email(25)
    page = boletos_page(mesa, [b.id for b in boletos], qtbot)
    run_verb(page, "Enviar por e-mail…")
    dialog = opened(EnviarEmailDialog, qtbot, page)
    qtbot.waitUntil(lambda: dialog.plan is not None)
    assert not dialog.commit_button.isEnabled()
    assert dialog.notice.text == "Ficam de fora: não registrado no banco: 3."
    dialog.nao_registrados.setChecked(True)
    qtbot.waitUntil(dialog.commit_button.isEnabled)
    assert dialog.commit_button.text() == "Enviar 3 e-mails"
    dialog.texto.setPlainText("Olá {fulano}")
    qtbot.waitUntil(lambda: dialog.plan is not None)
    assert not dialog.commit_button.isEnabled()
    assert "{fulano}" in dialog.notice.text
    dialog.close()


def test_the_account_is_filled_tried_and_saved_from_the_dialog(escritorio: Escritorio, mesa: Desk, qtbot: Any) -> None:
    said: list[str] = []
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ContaEmailDialog(parent, mesa, said.append)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.grid is not None)
    assert dialog.grid is not None
    edits: dict[str, Any] = dict(dialog.grid.form.edits)
    dialog.save()
    assert dialog.grid.form.errors["servidor"].text()
    with Servidor() as servidor:
        for name, text in {"servidor": "127.0.0.1", "nome": "Cobrança", "endereco": "eu@exemplo.com.br"}.items():
            edits[name].setText(text)
        edits["seguranca"].setCurrentIndex(2)
        edits["porta"].setValue(servidor.porta)
        dialog.test()
        qtbot.waitUntil(lambda: "Mensagem de teste enviada" in dialog.message.text, timeout=20_000)
    dialog.save()
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["Conta eu@exemplo.com.br salva."]
    assert servidor.para() == ["eu@exemplo.com.br"]
    conta = escritorio.services.correio.conta(1)
    assert conta is not None
    assert conta.porta == servidor.porta


def test_an_uncertain_message_waits_for_the_person(escritorio: Escritorio, mesa: Desk, qtbot: Any) -> None:
    boletos = escritorio.boletos()
    envios = escritorio.services.envios
    with Servidor([Ato.CAI_DEPOIS_DE_ACEITAR]) as servidor:
        escritorio.conta_email(servidor.porta)
        modelo = escritorio.services.correio.modelos(1)[0]
        envios.apply(
            envios.plan([boletos[0].id], PedidoEnvio(modelo=modelo.nome, assunto=modelo.assunto, texto=modelo.texto))
        )
        page = show(EnviosPage(mesa), qtbot)
        qtbot.waitUntil(lambda: page.model.is_loaded)
        page.verbs.buttons["Enviar fila"].click()
        qtbot.waitUntil(lambda: page.message.text.startswith("1 incerto"), timeout=20_000)
        qtbot.waitUntil(lambda: envios.counts(1) == {EstadoEnvio.INCERTO: 1})
        page.table.selectRow(0)
        qtbot.waitUntil(page.verbs.buttons["Chegou"].isEnabled)
        assert not page.verbs.buttons["Tentar de novo"].isEnabled()
        page.verbs.buttons["Chegou"].click()
        qtbot.waitUntil(lambda: page.message.text == "1 e-mail confirmado.")
    assert envios.counts(1) == {EstadoEnvio.ENVIADO: 1}
    assert len(servidor.caixa) == 1


def test_reminders_are_configured_previewed_and_sent(escritorio: Escritorio, mesa: Desk, qtbot: Any) -> None:
    escritorio.boletos(dias=3)
    with Servidor() as servidor:
        escritorio.conta_email(servidor.porta)
        page = show(LembretesPage(mesa), qtbot)
        qtbot.waitUntil(lambda: page.plan is not None)
        assert not page.send_button.isEnabled()
        assert page.empty.isVisible()
        assert page.empty.title.text() == "Nenhuma régua configurada"
        assert page.first_focus() is page.empty.action
        qtbot.keyClick(page.empty.action, Qt.Key.Key_Space)
        regua = opened(ReguaDialog, qtbot, page)
        qtbot.waitUntil(lambda: bool(regua.steps))
        regua.suggest.click()
        regua.save()
        qtbot.waitUntil(lambda: page.send_button.text() == "Enviar 3 lembretes")
        assert escritorio.services.lembretes.regua(1).passos == SUGESTAO
        page.table.selectRow(0)
        page.skip()
        qtbot.waitUntil(lambda: page.send_button.text() == "Enviar 2 lembretes" and page.send_button.isEnabled())
        page.send_button.setFocus()
        qtbot.keyClick(page.send_button, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: page.message.text == "2 e-mails enviados.", timeout=20_000)
        qtbot.waitUntil(lambda: not page.send_button.isEnabled())
        assert page.tabs.currentWidget() is page.fora  # nobody left to remind: the list says why each stays
        assert not page.preview.isVisible()
    assert servidor.para() == ["cliente2@exemplo.com.br", "cliente3@exemplo.com.br"]


def test_an_exception_can_be_taken_back(escritorio: Escritorio, mesa: Desk, qtbot: Any) -> None:
    lembretes = escritorio.services.lembretes
    lembretes.save_regua(Regua(empresa_id=1, passos=SUGESTAO))
    lembretes.save_excecao(1, escritorio.pessoas[0].id, ())
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ExcecoesDialog(parent, mesa)
    dialog.show()
    qtbot.waitUntil(dialog.remove.isEnabled)
    dialog.remove.click()
    qtbot.waitUntil(lambda: not dialog.model.rowCount())
    assert lembretes.excecoes(1) == {}


def test_the_text_for_whatsapp_is_copied(escritorio: Escritorio, mesa: Desk, qtbot: Any) -> None:
    boletos = escritorio.boletos()
    page = boletos_page(mesa, [boletos[0].id], qtbot)
    run_verb(page, "Copiar texto para WhatsApp")
    qtbot.waitUntil(lambda: "WhatsApp" in page.message.text)
    digits = "".join(letra for letra in QGuiApplication.clipboard().text() if letra.isdigit())
    assert boletos[0].linha_digitavel in digits
