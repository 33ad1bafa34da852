"""*Ensaiar com um banco simulado*: from a remessa to settled boletos without any bank."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from finbank_desktop.gui.wizards.ensaio import EnsaioWizard
from finbank_desktop.gui.wizards.importar_retorno import ImportarRetornoWizard
from finbank_desktop.services.retorno_wizard import RetornoStep


def test_a_rehearsal_leads_to_the_import_of_its_answers(office: Any, open_window: Any, qtbot: Any) -> None:
    office.issue([10_000 + n for n in range(8)])
    remessa = office.send()
    window = open_window()
    window.rehearse()
    wizard = window.findChild(EnsaioWizard)
    assert isinstance(wizard, EnsaioWizard)
    assert not wizard.next_button.isEnabled()
    wizard.add([remessa])
    qtbot.waitUntil(wizard.next_button.isEnabled)
    qtbot.keyClick(wizard, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(wizard.answers), timeout=10_000)
    assert all(path.is_file() for path in wizard.answers)
    wizard.go_on()
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportarRetornoWizard)))
    importing = window.findChildren(ImportarRetornoWizard)[0]
    for _file in wizard_files(importing, qtbot):
        importing.go_on()
        qtbot.waitUntil(lambda: not importing.is_busy, timeout=10_000)
        QApplication.processEvents()
    qtbot.waitUntil(lambda: str(importing.step) == str(RetornoStep.RESULTADO), timeout=10_000)
    assert (
        office.situacoes().count("Baixado") == 6
    )  # three quarters of eight, as the contract of the simulated bank says
    importing._sure = True
    importing.close()


def wizard_files(importing: ImportarRetornoWizard, qtbot: Any) -> list[int]:
    """Wait until all files are read and stand at the first preview; return one number per preview to confirm."""
    qtbot.waitUntil(
        lambda: not importing.is_busy and all(each.plano or each.recusa for each in importing.draft.arquivos),
        timeout=10_000,
    )
    importing.go_on()
    return [at for at, each in enumerate(importing.draft.arquivos) if each.is_pending]
