"""What the tests of the payments' windows share: an office that pays, a desk on its books, and keys."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.jobs import JobRunner
from finbank_desktop.gui.lifetimes import is_alive
from finbank_desktop.gui.settings import Settings
from tests.unit.services.pagamentos.conftest import Pagadoria


def desk_of(pagadoria: Pagadoria, runner: JobRunner, settings: Settings) -> Desk:
    """Return a desk on the books of *pagadoria*."""
    made = Desk(pagadoria.services, runner, settings)
    made.empresa_id = 1
    for name in ("remessas-pagamento", "retornos-pagamento", "anexos"):
        settings.remember_folder(name, pagadoria.folder)
    return made


def show(page: Any, qtbot: Any) -> Any:
    """Show *page* as the window would."""
    qtbot.addWidget(page)
    page.resize(1400, 900)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.model.is_loaded)
    return page


def press(qtbot: Any, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press *key* where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, modifier)


def tab_to(qtbot: Any, widget: QWidget) -> None:
    """Go to *widget* with Tab."""
    for _step in range(80):
        if widget.hasFocus():
            return
        press(qtbot, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reaches {widget.objectName() or type(widget).__name__}")


def opened(kind: type[QDialog], qtbot: Any, parent: QWidget) -> Any:
    """Return the newest dialog of *kind* below *parent* once it is in sight."""
    found: list[QDialog] = []

    def came() -> bool:
        found[:] = [each for each in parent.findChildren(kind) if is_alive(each) and each.isVisible()]
        return bool(found)

    qtbot.waitUntil(came)
    return found[-1]


def run_verb(page: Any, text: str) -> None:
    """Choose *text* from the menu of *page*."""
    action = next(each for each in page.verbs.menu(page).actions() if each.text().partition("\t")[0] == text)
    assert action.isEnabled(), action.toolTip()
    action.trigger()


def reason(page: Any, text: str) -> str:
    """Return why *text* of the menu cannot be chosen; empty when it can."""
    action = next(each for each in page.verbs.menu(page).actions() if each.text().partition("\t")[0] == text)
    return "" if action.isEnabled() else action.toolTip()


def select(page: Any, qtbot: Any, judge: Callable[[Any], bool]) -> None:
    """Choose the row that *judge* wants."""
    qtbot.waitUntil(lambda: any(judge(page.model.row(at)) for at in range(page.model.rowCount())))
    page.model.unmark_all()
    page.table.selectRow(next(at for at in range(page.model.rowCount()) if judge(page.model.row(at))))
