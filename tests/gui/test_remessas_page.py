"""*Remessas* and what *Gerar remessa* gained: orders that go along, filters, a folder that is gone, cancelling."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.pages.remessa_dialogs import CancelarDialog, ConferenciaDialog, EnvioDialog
from finbank_desktop.gui.pages.remessas import RemessasPage
from finbank_desktop.gui.wizards.gerar_remessa import GerarRemessaWizard
from finbank_desktop.gui.wizards.remessa_incluir import IncluirDialog
from finbank_desktop.services.remessa_wizard import RemessaStep


def press(qtbot: Any, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def show(page: RemessasPage, qtbot: Any) -> None:
    qtbot.addWidget(page)
    page.resize(1400, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.model.is_loaded and page.model.row(0) is not None)
    page.table.setFocus()
    page.table.selectRow(0)


def the(page: RemessasPage, kind: type[Any], qtbot: Any) -> Any:
    qtbot.waitUntil(lambda: bool(page.window().findChildren(kind)))
    return page.window().findChildren(kind)[-1]


def no_banco(office: Any) -> list[str]:
    return [str(row["no_banco"]) for row in office.services.boletos.list(ListQuery()).linhas]


def register(office: Any, boletos: Sequence[Any], numero: int = 1) -> None:
    """Let the bank confirm *boletos*."""
    linhas = [{"nosso_numero": each.sequencial, "ocorrencia": 2, "valor_titulo": each.valor} for each in boletos]
    path = office.retorno(linhas, numero=numero, nome=f"conf{numero}.ret")
    office.services.retornos.apply(office.services.retornos.plan(path))


def run(page: RemessasPage, words: str) -> None:
    action = next(each for each in page.verbs.menu(page).actions() if each.text().startswith(words))
    assert action.isEnabled(), action.toolTip()
    action.trigger()


def begin(office: Any, desk: Desk, qtbot: Any) -> GerarRemessaWizard:
    wizard = GerarRemessaWizard(None, desk, [], office.convenio.id)
    wizard.show()
    qtbot.waitUntil(lambda: wizard.draft.plano is not None and not wizard.is_busy)
    return wizard


def finish(wizard: GerarRemessaWizard) -> None:
    wizard._sure = True
    wizard.close()


def test_a_remessa_that_went_nowhere_is_cancelled_as_shown(office: Any, desk: Desk, qtbot: Any) -> None:
    office.issue([10_000, 20_000])
    plan = office.services.remessas.plan(office.convenio.id)
    office.services.remessas.apply(plan, office.folder)
    page = RemessasPage(desk)
    show(page, qtbot)
    press(qtbot, Qt.Key.Key_Return)
    report = the(page, ConferenciaDialog, qtbot)
    assert report.table.model().rowCount() == 2
    report.cancel_button.click()
    dialog = the(page, CancelarDialog, qtbot)
    assert "2 boletos perdem o código de barras" in dialog.sentence.text()
    assert no_banco(office) == ["Na remessa", "Na remessa"]
    dialog.activateWindow()
    dialog.commit.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: no_banco(office) == ["Não enviado", "Não enviado"])
    qtbot.waitUntil(lambda: "foi cancelada" in page.message.text)
    assert [row["codigo_barras"] for row in office.services.boletos.list(ListQuery()).linhas] == ["", ""]
    qtbot.waitUntil(lambda: str((page.current_row() or {}).get("situacao")) == "Cancelada")
    assert page.why_not_cancel([int((page.current_row() or {})["id"])]) == "Esta remessa já foi cancelada."


def test_a_remessa_the_bank_answered_cannot_be_cancelled_and_says_why(office: Any, desk: Desk, qtbot: Any) -> None:
    boletos = office.issue([10_000])
    office.send()
    register(office, boletos)
    page = RemessasPage(desk)
    show(page, qtbot)
    run(page, "Cancelar remessa")
    dialog = the(page, CancelarDialog, qtbot)
    assert not dialog.commit.isEnabled()
    assert "registrado" in dialog.commit.toolTip()
    dialog.commit.click()
    assert no_banco(office) == ["Registrado"]


def test_made_is_not_sent_until_somebody_says_so_beside_the_banks_steps(office: Any, desk: Desk, qtbot: Any) -> None:
    office.issue([10_000])
    office.services.remessas.apply(office.services.remessas.plan(office.convenio.id), office.folder)
    page = RemessasPage(desk)
    show(page, qtbot)
    assert str((page.current_row() or {})["situacao"]) == "Gerada"
    run(page, "Como enviar ao banco")
    dialog = the(page, EnvioDialog, qtbot)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.commit.hasFocus)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: no_banco(office) == ["Enviado"])


@pytest.mark.parametrize("ending", ["pdf", "csv", "xlsx"])
def test_the_report_is_written_as_what_its_name_ends_in(
    office: Any, desk: Desk, qtbot: Any, ending: str, tmp_path: Path
) -> None:
    boletos = office.issue([10_000, 20_000])
    office.services.remessas.apply(office.services.remessas.plan(office.convenio.id), office.folder)
    page = RemessasPage(desk)
    show(page, qtbot)
    page.show_conferencia([int((page.current_row() or {})["id"])])
    dialog = the(page, ConferenciaDialog, qtbot)
    target = tmp_path / f"conferência.{ending}"
    dialog.export(target)
    qtbot.waitUntil(lambda: "Salvo em" in dialog.message.text)
    content = target.read_bytes()
    assert content.startswith({"pdf": b"%PDF", "csv": b"\xef\xbb\xbf", "xlsx": b"PK"}[ending])
    if ending == "csv":
        lines = content.decode("utf-8-sig").splitlines()
        assert lines[0] == "Comando;Nosso número;Nº documento;Pagador;CPF/CNPJ;Vencimento;Valor"
        assert len(lines) == 3
        assert lines[1].startswith(f"Registrar;{boletos[0].nosso_numero_impresso};{boletos[0].numero_documento};")
        assert lines[1].endswith(";100,00")
    dialog.close()


def test_the_same_bytes_are_saved_again_and_no_file_is_replaced(office: Any, tmp_path: Path) -> None:
    office.issue([10_000])
    path = office.send()
    (row,) = office.services.remessas.list(ListQuery()).linhas
    again = office.services.remessas.save_again(row["id"], office.folder)
    assert again != path
    assert again.read_bytes() == path.read_bytes()
    assert tmp_path == office.folder


def test_a_registered_title_goes_along_with_an_order_and_waits_for_the_answer(
    office: Any, desk: Desk, qtbot: Any
) -> None:
    boletos = office.issue([10_000, 20_000])
    office.send()
    register(office, boletos)
    office.issue([30_000])
    wizard = begin(office, desk, qtbot)
    assert wizard.titulos.model.rowCount() == 1
    wizard.titulos.more_button.click()
    dialog = wizard.findChildren(IncluirDialog)[-1]
    qtbot.waitUntil(lambda: dialog.model.is_loaded and dialog.model.rowCount() == 2 and dialog.comando.count() > 1)
    assert dialog.commit.toolTip() == "Marque ao menos um título."
    dialog.activateWindow()
    dialog.table.setFocus()
    dialog.table.selectRow(0)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.commit.text() == "Incluir 1 título")
    assert dialog.comando.currentText() == "Pedir a baixa"
    dialog.commit.click()
    qtbot.waitUntil(lambda: not wizard.is_busy and wizard.titulos.model.rowCount() == 2)
    shown = {wizard.titulos.model.row(at)["comando"] for at in range(2)}
    assert shown == {"Registrar", "Pedir a baixa"}
    assert no_banco(office).count("Registrado") == 2
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is RemessaStep.PASTA and not wizard.is_busy and wizard.next_button.isEnabled())
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is RemessaStep.RESULTADO)
    assert sorted(no_banco(office)) == ["Instrução pendente", "Na remessa", "Registrado"]
    lines = (office.folder / wizard.resultado.file.text()).read_text("latin-1").splitlines()[1:-1]
    assert sorted(line[108:110] for line in lines) == ["01", "02"]  # Itaú, CNAB 400, positions 109-110: 02 is baixa
    finish(wizard)


def test_a_filter_hides_rows_and_unticking_touches_only_what_is_seen(office: Any, desk: Desk, qtbot: Any) -> None:
    office.issue([10_000, 20_000, 30_000])
    wizard = begin(office, desk, qtbot)
    first = str(wizard.titulos.model.row(0)["numero_documento"])
    wizard.titulos.words.setText(first)
    hidden = [wizard.titulos.table.isRowHidden(at) for at in range(3)]
    assert hidden.count(True) == 2
    wizard.titulos._tick_seen(on=False)
    assert len(wizard.draft.escolhidos) == 2
    wizard.titulos.words.clear()
    assert not any(wizard.titulos.table.isRowHidden(at) for at in range(3))
    assert len(wizard.draft.escolhidos) == 2
    finish(wizard)


def test_a_folder_that_is_gone_is_said_beside_the_field(office: Any, desk: Desk, qtbot: Any) -> None:
    office.issue([10_000])
    wizard = begin(office, desk, qtbot)
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is RemessaStep.PASTA and not wizard.is_busy and wizard.next_button.isEnabled())
    wizard.take_folder(office.folder / "pendrive")
    qtbot.waitUntil(lambda: "não existe mais" in wizard.pasta.error.text)
    assert not wizard.next_button.isEnabled()
    assert "não existe mais" in wizard.next_button.toolTip()
    assert not wizard.message.text
    wizard.take_folder(office.folder)
    qtbot.waitUntil(wizard.next_button.isEnabled)
    assert not wizard.pasta.error.text
    finish(wizard)


def test_a_text_that_is_cut_is_said_without_any_name_of_a_layout(office: Any) -> None:
    office.issue([10_000])
    plan = office.services.remessas.plan(office.convenio.id)
    said = [problem.message for problem in plan.problems]
    assert any("“nome da empresa”" in message for message in said)  # 32 letters, 30 positions
    assert not any("empresa_nome" in message for message in said)
