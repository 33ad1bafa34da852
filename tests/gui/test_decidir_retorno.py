"""Lines that need a person, decided in the assistant by keyboard; folders of files; lines put off and taken up."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.lifetimes import is_alive
from finbank_desktop.gui.wizards.decisao_dialog import DecisaoDialog
from finbank_desktop.gui.wizards.importar_retorno import ImportarRetornoWizard
from finbank_desktop.services.retorno_wizard import RetornoStep

Begin = Callable[..., ImportarRetornoWizard]


@pytest.fixture
def begin(desk: Desk, qtbot: Any) -> Iterator[Begin]:
    made: list[ImportarRetornoWizard] = []

    def start(*paths: Path) -> ImportarRetornoWizard:
        wizard = ImportarRetornoWizard(None, desk)
        made.append(wizard)
        wizard.show()
        qtbot.waitExposed(wizard)
        wizard.add(paths)
        qtbot.waitUntil(
            lambda: not wizard.is_busy and all(each.plano or each.recusa for each in wizard.draft.arquivos),
            timeout=10_000,
        )
        return wizard

    yield start
    for wizard in made:
        if is_alive(wizard):
            wizard._sure = True
            wizard.close()


def press(qtbot: Any, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def focus(window: Any, qtbot: Any, widget: Any) -> None:
    """Reach *widget* with Tab alone."""
    window.activateWindow()
    for _step in range(60):
        if widget.hasFocus():
            return
        press(qtbot, Qt.Key.Key_Tab)
    pytest.fail(f"Tab never reaches {widget!r}")


def ask(wizard: ImportarRetornoWizard, qtbot: Any, aba: str) -> DecisaoDialog:
    """Bring the window of decisions up by Enter on the first line of a tab."""
    wizard.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    wizard.conferencia.show_tab(aba)
    focus(wizard, qtbot, wizard.conferencia.tabs.currentWidget())
    press(qtbot, Qt.Key.Key_Return)
    dialog: DecisaoDialog = wizard.findChildren(DecisaoDialog)[-1]
    qtbot.waitUntil(lambda: bool(dialog.radios) and any(radio.hasFocus() for radio in dialog.radios))
    return dialog


def choose(dialog: DecisaoDialog, qtbot: Any, words: str) -> None:
    """Move down to the option that begins with *words* and take it by Enter."""
    for _step in dialog.radios:
        if dialog.opcao is not None and dialog.opcao.texto.startswith(words):
            break
        press(qtbot, Qt.Key.Key_Down)
    assert dialog.opcao is not None
    assert dialog.opcao.texto.startswith(words)
    assert dialog.commit.isEnabled(), dialog.commit.toolTip()
    focus(dialog, qtbot, dialog.commit)
    press(qtbot, Qt.Key.Key_Return)


def settle(wizard: ImportarRetornoWizard, qtbot: Any) -> None:
    at = wizard.draft.atual
    assert at is not None
    qtbot.waitUntil(lambda: not wizard.is_busy and wizard.draft.arquivos[at].plano is not None, timeout=10_000)


def test_a_title_not_found_is_given_its_boleto_and_settles_it(office: Any, begin: Begin, qtbot: Any) -> None:
    um, outro = office.issue([10_000, 25_000])
    stranger = office.paid(outro) | {"nosso_numero": 77_000_001}
    wizard = begin(office.retorno([office.paid(um), stranger]))
    wizard.go_on()
    assert wizard.next_button.text() == "Baixar 1 título"
    dialog = ask(wizard, qtbot, "nao_localizados")
    assert "Nenhum boleto" in dialog.notice.text
    assert dialog.boletos.isVisible()  # the open boleto of 250,00 is proposed
    choose(dialog, qtbot, "É deste boleto")
    settle(wizard, qtbot)
    assert wizard.next_button.text() == "Baixar 2 títulos"
    previewed = wizard.draft.arquivos[0].plano
    assert previewed is not None
    with office.services.database.read() as uow:
        promised = previewed.boletos.recall(uow.boletos.get_many([um.id, outro.id]))
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is RetornoStep.RESULTADO)
    assert office.situacoes() == ["Baixado", "Baixado"]
    with office.services.database.read() as uow:
        saved = uow.boletos.get_many([um.id, outro.id])
    assert {b.id: (b.situacao, b.valor_pago, b.data_pagamento) for b in saved.values()} == {
        b.id: (b.situacao, b.valor_pago, b.data_pagamento) for b in promised.values()
    }


def test_a_title_not_found_becomes_a_new_one_already_paid(office: Any, begin: Begin, qtbot: Any) -> None:
    (um,) = office.issue([10_000])
    stranger = office.paid(um) | {"nosso_numero": 77_000_001, "valor_titulo": 33_00, "valor_lancado": 33_00}
    wizard = begin(office.retorno([stranger]))
    wizard.go_on()
    dialog = ask(wizard, qtbot, "nao_localizados")
    for _step in range(2):
        if dialog.opcao is not None and dialog.opcao.asks_pessoa:
            break
        press(qtbot, Qt.Key.Key_Down)
    assert dialog.commit.toolTip() == "Escolha o cliente que pagou."
    dialog.pessoa.choose(office.pessoas[0].id, office.pessoas[0].nome)
    choose(dialog, qtbot, "Criar um título novo")
    settle(wizard, qtbot)
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is RetornoStep.RESULTADO)
    contas = office.services.contas_receber.list(ListQuery(filtros={"situacao": "Baixado"})).linhas
    assert [(row["valor"], row["pessoa"]) for row in contas] == [(33_00, office.pessoas[0].nome)]


@pytest.mark.parametrize(
    ("words", "baixado", "situacao", "devolver"),
    [
        ("Os R$ 5,00 a mais são juros", 105_00, "Baixado", 0),
        ("Os R$ 5,00 a mais são do cliente", 100_00, "Baixado", 5_00),
    ],
)
def test_money_above_what_was_owed_is_what_a_person_says(
    office: Any, begin: Begin, qtbot: Any, words: str, baixado: int, situacao: str, devolver: int
) -> None:
    (boleto,) = office.issue([100_00])
    wizard = begin(office.retorno([office.paid(boleto, valor_lancado=105_00)]))
    wizard.go_on()
    assert wizard.conferencia.tabs.tabText(wizard.conferencia.tabs.currentIndex()) == "Conferir (1)"
    choose(ask(wizard, qtbot, "conferir"), qtbot, words)
    settle(wizard, qtbot)
    assert wizard.next_button.text() == "Baixar 1 título"
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is RetornoStep.RESULTADO)
    assert office.situacoes() == [situacao]
    assert office.services.boletos.list(ListQuery()).linhas[0]["valor_pago"] == baixado
    waiting = office.services.devolucoes.list(ListQuery(filtros={"espera": True}))
    assert waiting.somas["valor"] == devolver


def test_a_decision_can_be_taken_back(office: Any, begin: Begin, qtbot: Any) -> None:
    (boleto,) = office.issue([100_00])
    wizard = begin(office.retorno([office.paid(boleto, valor_lancado=80_00)]))
    wizard.go_on()
    choose(ask(wizard, qtbot, "conferir"), qtbot, "Os R$ 20,00 que faltam ficam em aberto")
    settle(wizard, qtbot)
    assert wizard.next_button.text() == "Baixar 1 título"
    choose(ask(wizard, qtbot, "baixas"), qtbot, "Decidir depois")
    settle(wizard, qtbot)
    assert wizard.next_button.text() == "Guardar a importação"
    assert wizard.draft.arquivos[0].decisoes == {}


def test_lines_put_off_come_back_with_the_file_and_nothing_else_does(office: Any, begin: Begin, qtbot: Any) -> None:
    um, outro = office.issue([10_000, 25_000])
    path = office.retorno([office.paid(um), office.paid(outro) | {"nosso_numero": 77_000_001}])
    office.services.retornos.apply(office.services.retornos.plan(path))
    esperam = ListQuery(filtros={"espera": True})
    assert [row["esperam"] for row in office.services.importacoes.list(esperam).linhas] == [1]
    wizard = begin(path)
    wizard.go_on()
    assert str(wizard.step) == "conferencia"
    assert "Decida ao menos uma" in wizard.next_button.toolTip()
    choose(ask(wizard, qtbot, "nao_localizados"), qtbot, "É deste boleto")
    settle(wizard, qtbot)
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is RetornoStep.RESULTADO)
    assert office.situacoes() == ["Baixado", "Baixado"]
    assert office.services.importacoes.list(esperam).total == 0


def test_a_folder_stands_for_its_files_and_a_refused_one_stops_no_other(
    office: Any, begin: Begin, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    boletos = office.issue([10_000, 20_000])
    office.send()
    folder = office.folder / "Retornos de novembro"
    folder.mkdir()
    for number, boleto in enumerate(boletos, start=1):
        office.retorno([office.paid(boleto)], numero=number, nome=f"{number}.RET").rename(folder / f"{number}.RET")
    (folder / "0-carta.txt").write_text("Prezado cliente, segue o seu retorno.\n", encoding="utf-8")
    (folder / "planilha.xlsx").write_bytes(b"PK")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    wizard = begin()
    qtbot.waitUntil(wizard.arquivos.zone.button.hasFocus)
    focus(wizard, qtbot, wizard.arquivos.folder_button)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(wizard.draft.arquivos) == 3 and not wizard.is_busy, timeout=10_000)
    qtbot.waitUntil(lambda: all(each.plano or each.recusa for each in wizard.draft.arquivos), timeout=10_000)
    assert [each.caminho.name for each in wizard.draft.arquivos] == ["0-carta.txt", "1.RET", "2.RET"]
    assert [bool(each.recusa) for each in wizard.draft.arquivos] == [True, False, False]
    for _each in boletos:
        qtbot.waitUntil(lambda: not wizard.is_busy and wizard.next_button.isEnabled(), timeout=10_000)
        before = len(wizard.draft.importados)
        if wizard.step is RetornoStep.ARQUIVOS:
            wizard.go_on()
            qtbot.waitUntil(lambda: not wizard.is_busy and wizard.next_button.isEnabled(), timeout=10_000)
        wizard.go_on()
        qtbot.waitUntil(lambda past=before: len(wizard.draft.importados) > past, timeout=10_000)
    qtbot.waitUntil(lambda: str(wizard.step) == "resultado")
    assert wizard.resultado.sentence.text() == "2 arquivos importados, 2 títulos baixados, 1 arquivo recusado."
    assert office.situacoes() == ["Baixado", "Baixado"]


def test_an_empty_folder_says_what_it_lacks(office: Any, begin: Begin) -> None:
    folder = office.folder / "vazia"
    folder.mkdir()
    wizard = begin(folder)
    assert "não tem arquivos de retorno" in wizard.draft.arquivos[0].recusa
