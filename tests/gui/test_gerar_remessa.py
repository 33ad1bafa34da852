"""*Gerar remessa* and *Gerar boletos*, driven by keyboard on a real database."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.lifetimes import is_alive
from finbank_desktop.gui.wizards.emitir_boletos import EmitirBoletosWizard
from finbank_desktop.gui.wizards.gerar_remessa import GerarRemessaWizard
from finbank_desktop.services.remessa_wizard import RemessaStep


def press(qtbot: Any, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def no_banco(office: Any) -> list[str]:
    return [str(row["no_banco"]) for row in office.services.boletos.list(ListQuery()).linhas]


def test_a_whole_remessa_by_keyboard(
    office: Any, desk: Desk, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.issue([10_000 + n for n in range(30)])
    target = tmp_path / "saída"
    target.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(target))
    wizard = GerarRemessaWizard(None, desk)
    wizard.show()
    qtbot.waitUntil(lambda: wizard.convenio.table.hasFocus() and wizard.next_button.isEnabled())
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.step is RemessaStep.TITULOS and not wizard.is_busy)
    qtbot.waitUntil(wizard.titulos.table.hasFocus)
    press(qtbot, Qt.Key.Key_Space)
    assert wizard.titulos.going.figure.text() == "29 títulos"
    assert no_banco(office) == ["Não enviado"] * 30
    for _step in range(10):
        if wizard.next_button.hasFocus():
            break
        press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.step is RemessaStep.PASTA and not wizard.is_busy)
    assert wizard.next_button.text() == "Gerar remessa com 29 títulos"
    qtbot.waitUntil(wizard.pasta.choose_button.hasFocus)
    press(qtbot, Qt.Key.Key_Space)
    assert no_banco(office) == ["Não enviado"] * 30
    assert list(target.iterdir()) == []
    qtbot.waitUntil(wizard.next_button.isEnabled)
    for _step in range(10):
        if wizard.next_button.hasFocus():
            break
        press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.step is RemessaStep.RESULTADO)
    assert sorted(no_banco(office)) == ["Na remessa"] * 29 + ["Não enviado"]
    written = list(target.iterdir())
    assert [path.name for path in written] == [wizard.resultado.file.text()]
    assert written[0].read_bytes().count(b"\r\n") == 31  # header, 29 titles, trailer
    wizard.resultado.sent_button.click()
    qtbot.waitUntil(lambda: "enviada" in wizard.message.text)
    assert sorted(no_banco(office)) == ["Enviado"] * 29 + ["Não enviado"]
    wizard.go_on()
    qtbot.waitUntil(lambda: not is_alive(wizard) or not wizard.isVisible())


def test_a_boleto_that_cannot_go_says_why_and_cannot_be_ticked(office: Any, desk: Desk, qtbot: Any) -> None:
    boletos = office.issue([10_000, 20_000])
    pessoa = office.services.cadastros.get_pessoa(boletos[0].pessoa_id)
    endereco = type(pessoa.endereco)()
    office.services.cadastros.save_pessoa(
        type(pessoa)(**{name: getattr(pessoa, name) for name in pessoa.__slots__} | {"endereco": endereco})
    )
    wizard = GerarRemessaWizard(None, desk, [], office.convenio.id)
    wizard.show()
    qtbot.waitUntil(lambda: wizard.draft.plano is not None and not wizard.is_busy)
    assert wizard.draft.escolhidos == (boletos[1].id,)
    model = wizard.titulos.model
    row = next(at for at in range(2) if model.row(at)["id"] == boletos[0].id)
    assert "falta" in str(model.row(row)["efeito"])
    assert not model.flags(model.index(row, 0)) & Qt.ItemFlag.ItemIsUserCheckable
    wizard._sure = True
    wizard.close()


def test_without_a_convenio_it_says_what_to_do(desk: Desk, qtbot: Any) -> None:
    wizard = GerarRemessaWizard(None, desk)
    wizard.show()
    qtbot.waitUntil(lambda: "convênio" in wizard.message.text)
    assert not wizard.next_button.isEnabled()
    wizard.close()


def test_boletos_are_made_of_contas_by_keyboard(office: Any, desk: Desk, qtbot: Any) -> None:
    ids = office.bill([10_000, 20_000, 30_000])
    wizard = EmitirBoletosWizard(None, desk, ids, agrupar=False)
    wizard.show()
    qtbot.waitUntil(lambda: wizard.next_button.isEnabled() and wizard.next_button.text() == "Gerar 3 boletos")
    assert not office.services.boletos.list(ListQuery()).total
    wizard.next_button.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(wizard.made) == 3)
    assert office.services.boletos.list(ListQuery()).total == 3
    wizard._sure = True
    wizard.close()


def test_contas_that_have_a_boleto_get_no_second_one(office: Any, desk: Desk, qtbot: Any) -> None:
    boletos = office.issue([10_000])
    conta = boletos[0].itens[0].conta_receber_id
    wizard = EmitirBoletosWizard(None, desk, [conta], agrupar=False)
    wizard.show()
    qtbot.waitUntil(lambda: wizard.plano is not None and not wizard.is_busy)
    assert not wizard.next_button.isEnabled()
    assert "já está no boleto" in wizard.conferencia.notice.text
    wizard._sure = True
    wizard.close()
