"""Walks through the whole window by itself: to see that everything opens, and to take pictures of it."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.gui.dialogs.plan_dialog import PlanDialog
from finbank_desktop.gui.main_window import MainWindow
from finbank_desktop.gui.pages.boletos import BoletosPage
from finbank_desktop.gui.pages.cadastros import CadastroPage, EmpresasFiliaisPage
from finbank_desktop.gui.pages.contas_api import ContasApiPage
from finbank_desktop.gui.pages.contas_receber import ContasReceberPage
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.sample import sample
from finbank_desktop.gui.sections import SECTIONS
from finbank_desktop.gui.settings import Scheme
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.waiting import TourError, opened, settle, until
from finbank_desktop.gui.widgets.palette import fold
from finbank_desktop.gui.widgets.pdf_view import PdfDialog
from finbank_desktop.gui.wizards.gerar_remessa import GerarRemessaWizard
from finbank_desktop.gui.wizards.importar_retorno import ImportarRetornoWizard
from finbank_desktop.services.remessa_wizard import RemessaStep
from finbank_desktop.services.retorno_wizard import RetornoStep

if TYPE_CHECKING:
    from finbank_desktop.services.catalog import Services

Shoot = Callable[[QWidget, str], object]


def selftest(window: MainWindow, folder: Path) -> None:
    """Open every page and assistant once, draw one boleto and play one cycle with the simulated bank in *folder*.

    Raises:
        TourError: Something did not open in time.
    """
    sample(_services(window))
    walk(window, lambda _widget, _name: None)
    walk_cycle(window, lambda _widget, _name: None, folder)


def _services(window: MainWindow) -> "Services":
    if window.desk is None:
        raise TourError("the database is not open")
    return window.desk.services


def screenshots(window: MainWindow, folder: Path) -> None:
    """Save a picture of everything in light and dark to *folder*.

    An empty database gets a few sample boletos, and only then what writes is shown as well.

    Raises:
        TourError: Something did not open in time.
    """
    folder.mkdir(parents=True, exist_ok=True)
    services = _services(window)
    own = not services.contas_receber.list(ListQuery(quantidade=1)).total
    if own:
        sample(services)

    def shoot(widget: QWidget, name: str) -> None:
        for scheme in (Scheme.DARK, Scheme.LIGHT):
            window.settings.scheme = scheme
            theme.apply(window.settings)
            settle(window)
            widget.grab().save(str(folder / f"{name}-{scheme}.png"))

    walk(window, shoot)
    if own:
        with tempfile.TemporaryDirectory(prefix="finbank-ensaio-") as place:
            walk_cycle(window, shoot, Path(place))


def walk(window: MainWindow, shoot: Shoot) -> None:
    """Open everything in turn and give each to *shoot*.

    Raises:
        TourError: Something did not open in time.
    """
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, on=QApplication.platformName() == "offscreen")
    window.show()
    until(window, lambda: bool(window.current), "the first page")
    for section in SECTIONS:
        window.go(section.place.key)
        settle(window)
        page = window.page(section.place.key)
        if isinstance(page, ListPage):
            until(window, lambda shown=page: shown.model.is_loaded, section.place.title)  # type: ignore[misc] # default
            if isinstance(page, BoletosPage) and page.model.rowCount():
                page.table.selectRow(0)
                until(window, lambda shown=page: bool(shown.panel.boleto_id), "a boleto's details")  # type: ignore[misc] # default
                settle(window)
        shoot(window, section.place.key)
    _walk_forms(window, shoot)
    _walk_dialogs(window, shoot)
    _walk_wizards(window, shoot)
    _walk_acoes(window, shoot)
    window.go("inicio")


def _walk_forms(window: MainWindow, shoot: Shoot) -> None:
    for key in ("empresas", "pessoas", "contas", "convenios"):
        page = window.page(key)
        shown = page.empresas if isinstance(page, EmpresasFiliaisPage) else page
        if isinstance(shown, CadastroPage):
            with opened(window, lambda page=shown: page.edit(0), f"the form of {key}") as dialog:  # type: ignore[misc] # default
                shoot(dialog, f"form-{key}")
    api = window.page("contas-api")
    if isinstance(api, ContasApiPage):
        with opened(window, lambda: api.edit(0), "the form of a conta de API") as dialog:
            shoot(dialog, "form-contas-api")
    contas = window.page("contas-receber")
    if isinstance(contas, ContasReceberPage):
        verb = contas.verbs.buttons["Nova conta"]
        with opened(window, verb.click, "the form of a conta a receber") as dialog:
            shoot(dialog, "form-contas-receber")


def _walk_dialogs(window: MainWindow, shoot: Shoot) -> None:
    with opened(window, window.show_settings, "the settings") as dialog:
        shoot(dialog, "configuracoes")
    window.show_palette()
    palette = QApplication.activePopupWidget()
    if palette is not None:
        shoot(palette, "ir-para")
        palette.close()
    boletos = window.page("boletos")
    if isinstance(boletos, BoletosPage) and boletos.model.rowCount():
        row = boletos.model.row(0) or {}
        with opened(window, lambda: boletos.preview([int(row["id"])]), "a boleto as a page") as dialog:
            if isinstance(dialog, PdfDialog):
                until(window, lambda: dialog.view.is_drawn, "the drawn page")
            shoot(dialog, "boleto-pdf")


def _walk_wizards(window: MainWindow, shoot: Shoot) -> None:
    with opened(window, lambda: window.import_files([]), "Importar retorno") as dialog:
        if isinstance(dialog, ImportarRetornoWizard):
            shoot(dialog, "retorno-arquivos")
    with opened(window, window.rehearse, "Ensaiar") as dialog:
        shoot(dialog, "ensaio")
    with opened(window, lambda: window.make_remessa([]), "Gerar remessa") as dialog:
        if isinstance(dialog, GerarRemessaWizard):
            until(window, lambda: bool(dialog.convenio.model.rowCount()) or bool(dialog.message.text), "convênios")
            shoot(dialog, "remessa-convenio")
            for step, name in ((RemessaStep.TITULOS, "remessa-titulos"), (RemessaStep.PASTA, "remessa-pasta")):
                dialog.go_on()
                until(window, lambda: not dialog.is_busy, name)
                settle(window)
                if dialog.step is not step:
                    break
                shoot(dialog, name)
    contas = window.page("contas-receber")
    if isinstance(contas, ContasReceberPage) and contas.model.rowCount():
        contas.model.mark_all()
        until(window, lambda: bool(contas.model.marked), "marks")
        with opened(window, contas.verbs.buttons["Gerar boleto"].click, "Gerar boletos") as dialog:
            until(window, lambda: not getattr(dialog, "is_busy", False), "the plan of boletos")
            shoot(dialog, "gerar-boletos")
        contas.model.unmark_all()


def _walk_acoes(window: MainWindow, shoot: Shoot) -> None:
    """Open every action that fits the first row of the two lists; none is done."""
    for key in ("contas-receber", "boletos"):
        window.go(key)
        settle(window)
        page = window.page(key)
        if not isinstance(page, ListPage) or not page.model.rowCount():
            continue
        page.table.selectRow(0)
        settle(window)
        for action in page.verbs.menu(page).actions():
            name = action.text().partition("\t")[0]
            if name.endswith("…") and name != "Salvar PDF…" and action.isEnabled():
                with opened(window, action.trigger, name) as dialog:
                    until(window, lambda shown=dialog: not is_planning(shown), name)  # type: ignore[misc] # default
                    settle(window)
                    shoot(dialog, f"acao-{key}-{fold(name).strip('…').replace(' ', '-')}")


def is_planning(dialog: QWidget) -> bool:
    """Whether the preview of an action is still being made."""
    if isinstance(dialog, PlanDialog):
        return dialog.preview is None and not dialog.message.text
    return bool(getattr(dialog, "is_busy", False))


def walk_cycle(window: MainWindow, shoot: Shoot, folder: Path) -> None:
    """Send what may go, let the simulated bank answer into *folder*, and import its answers; all of it is written.

    Raises:
        TourError: Something did not open in time.
    """
    services = _services(window)
    window.settings.remember_folder("remessas", folder)
    with opened(window, lambda: window.make_remessa([]), "Gerar remessa") as dialog:
        if isinstance(dialog, GerarRemessaWizard):
            until(window, lambda: bool(dialog.convenio.model.rowCount()), "convênios")
            for _step in RemessaStep:
                if dialog.step is not RemessaStep.RESULTADO:
                    dialog.go_on()
                    until(window, lambda: not dialog.is_busy, "the next page")
                    settle(window)
            if dialog.step is not RemessaStep.RESULTADO:
                raise TourError(f"the remessa stopped at {dialog.step}")
            shoot(dialog, "remessa-resultado")
    answers = services.simulador.process(sorted(folder.glob("*.REM")), None, folder)
    with opened(window, lambda: window.import_files([answer.file for answer in answers]), "Importar retorno") as dialog:
        if isinstance(dialog, ImportarRetornoWizard):
            _walk_import(window, dialog, shoot)


def _walk_import(window: MainWindow, dialog: ImportarRetornoWizard, shoot: Shoot) -> None:
    def is_read() -> bool:
        return not dialog.is_busy and all(each.plano or each.recusa for each in dialog.draft.arquivos)

    until(window, is_read, "the files")
    shoot(dialog, "retorno-reconhecido")
    while dialog.step is not RetornoStep.RESULTADO:
        dialog.go_on()
        until(window, lambda: not dialog.is_busy, "the next page")
        settle(window)
        if dialog.step is RetornoStep.CONFERENCIA:
            shoot(dialog, f"retorno-conferencia-{(dialog.draft.atual or 0) + 1}")
    shoot(dialog, "retorno-resultado")
