"""Walks through the whole window by itself: to see that everything opens, and to take pictures of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from finbank_desktop.domain.cadastros import Conta, Endereco, Pessoa
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.gui.main_window import MainWindow
from finbank_desktop.gui.pages.boletos import BoletosPage
from finbank_desktop.gui.pages.cadastros import CadastroPage, EmpresasFiliaisPage
from finbank_desktop.gui.pages.contas_receber import ContasReceberPage
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.sections import SECTIONS
from finbank_desktop.gui.settings import Scheme
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.pdf_view import PdfDialog
from finbank_desktop.gui.wizards.gerar_remessa import GerarRemessaWizard
from finbank_desktop.gui.wizards.importar_retorno import ImportarRetornoWizard
from finbank_desktop.services.remessa_wizard import RemessaStep

if TYPE_CHECKING:
    from finbank_desktop.services.catalog import Services

_PATIENCE = 20_000
"""Milliseconds after which something that does not come is a fault."""

Shoot = Callable[[QWidget, str], object]


class TourError(RuntimeError):
    """Something did not open."""


def selftest(window: MainWindow) -> None:
    """Open every page and assistant once and draw one boleto.

    Raises:
        TourError: Something did not open in time.
    """
    sample(_services(window))
    walk(window, lambda _widget, _name: None)


def _services(window: MainWindow) -> "Services":
    if window.desk is None:
        raise TourError("the database is not open")
    return window.desk.services


def screenshots(window: MainWindow, folder: Path) -> None:
    """Save a picture of everything in light and dark to *folder*; an empty database gets a few sample boletos.

    Raises:
        TourError: Something did not open in time.
    """
    folder.mkdir(parents=True, exist_ok=True)
    services = _services(window)
    if not services.contas_receber.list(ListQuery(quantidade=1)).total:
        sample(services)
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        window.settings.scheme = scheme
        theme.apply(window.settings)
        walk(window, lambda widget, name, look=scheme: widget.grab().save(str(folder / f"{name}-{look}.png")))  # type: ignore[misc] # default


def sample(services: "Services", titulos: int = 3) -> None:
    """Enter a made-up customer, account, convênio and *titulos* contas a receber with their boletos."""
    empresa = int(services.cadastros.list_empresas().linhas[0]["id"])
    endereco = Endereco(
        logradouro="Rua das Acácias", numero="100", bairro="Centro", cidade="São Paulo", uf="SP", cep="01001000"
    )
    pessoa = services.cadastros.save_pessoa(
        Pessoa(
            empresa_id=empresa, codigo="", nome="Cliente Exemplo Ltda", documento="11222333000181", endereco=endereco
        )
    )
    conta = services.cadastros.save_conta(
        Conta(
            empresa_id=empresa,
            codigo="",
            descricao="Itaú matriz",
            banco="341",
            agencia="0057",
            conta="12345",
            conta_dv="7",
        )
    )
    convenio = services.cadastros.save_convenio(
        Convenio(
            empresa_id=empresa,
            codigo="",
            descricao="Itaú carteira 109",
            conta_id=conta.id,
            banco="341",
            formato="400",
            carteira="109",
        )
    )
    today = date.today()  # noqa: DTZ011 - a day as the user counts it
    ids = [
        services.contas_receber.save(
            ContaReceber(
                empresa_id=empresa,
                codigo="",
                pessoa_id=pessoa.id,
                convenio_id=convenio.id,
                documento=f"NF {number:04d}",
                emissao=today,
                vencimento=today + timedelta(days=10 + number),
                valor=10_000 + number,
            )
        ).id
        for number in range(1, titulos + 1)
    ]
    services.boletos.apply(services.boletos.plan_emissao(ids[: max(titulos - 1, 1)], None))


def walk(window: MainWindow, shoot: Shoot) -> None:
    """Open everything in turn and give each to *shoot*.

    Raises:
        TourError: Something did not open in time.
    """
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, on=QApplication.platformName() == "offscreen")
    window.show()
    _until(window, lambda: bool(window.current), "the first page")
    for section in SECTIONS:
        window.go(section.place.key)
        _settle(window)
        page = window.page(section.place.key)
        if isinstance(page, ListPage):
            _until(window, lambda shown=page: shown.model.is_loaded, section.place.title)  # type: ignore[misc] # default
            if isinstance(page, BoletosPage) and page.model.rowCount():
                page.table.selectRow(0)
                _until(window, lambda shown=page: bool(shown.panel.boleto_id), "a boleto's details")  # type: ignore[misc] # default
        shoot(window, section.place.key)
    _walk_forms(window, shoot)
    _walk_dialogs(window, shoot)
    _walk_wizards(window, shoot)
    window.go("inicio")


def _walk_forms(window: MainWindow, shoot: Shoot) -> None:
    for key in ("empresas", "pessoas", "contas", "convenios"):
        page = window.page(key)
        shown = page.empresas if isinstance(page, EmpresasFiliaisPage) else page
        if isinstance(shown, CadastroPage):
            with _dialog(window, lambda page=shown: page.edit(0), f"the form of {key}") as dialog:  # type: ignore[misc] # default
                shoot(dialog, f"form-{key}")
    contas = window.page("contas-receber")
    if isinstance(contas, ContasReceberPage):
        verb = contas.verbs.buttons["Nova conta"]
        with _dialog(window, verb.click, "the form of a conta a receber") as dialog:
            shoot(dialog, "form-contas-receber")


def _walk_dialogs(window: MainWindow, shoot: Shoot) -> None:
    with _dialog(window, window.show_settings, "the settings") as dialog:
        shoot(dialog, "configuracoes")
    window.show_palette()
    palette = QApplication.activePopupWidget()
    if palette is not None:
        shoot(palette, "ir-para")
        palette.close()
    boletos = window.page("boletos")
    if isinstance(boletos, BoletosPage) and boletos.model.rowCount():
        row = boletos.model.row(0) or {}
        with _dialog(window, lambda: boletos.preview([int(row["id"])]), "a boleto as a page") as dialog:
            if isinstance(dialog, PdfDialog):
                _until(window, lambda: dialog.view.is_drawn, "the drawn page")
            shoot(dialog, "boleto-pdf")


def _walk_wizards(window: MainWindow, shoot: Shoot) -> None:
    with _dialog(window, lambda: window.import_files([]), "Importar retorno") as dialog:
        if isinstance(dialog, ImportarRetornoWizard):
            shoot(dialog, "retorno-arquivos")
    with _dialog(window, window.rehearse, "Ensaiar") as dialog:
        shoot(dialog, "ensaio")
    with _dialog(window, lambda: window.make_remessa([]), "Gerar remessa") as dialog:
        if isinstance(dialog, GerarRemessaWizard):
            _until(window, lambda: bool(dialog.convenio.model.rowCount()) or bool(dialog.message.text), "convênios")
            shoot(dialog, "remessa-convenio")
            for step, name in ((RemessaStep.TITULOS, "remessa-titulos"), (RemessaStep.PASTA, "remessa-pasta")):
                dialog.go_on()
                _until(window, lambda: not dialog.is_busy, name)
                if dialog.step is not step:
                    break
                shoot(dialog, name)
    contas = window.page("contas-receber")
    if isinstance(contas, ContasReceberPage) and contas.model.rowCount():
        contas.model.mark_all()
        _until(window, lambda: bool(contas.model.marked), "marks")
        with _dialog(window, contas.verbs.buttons["Gerar boleto"].click, "Gerar boletos") as dialog:
            _until(window, lambda: not getattr(dialog, "is_busy", False), "the plan of boletos")
            shoot(dialog, "gerar-boletos")
        contas.model.unmark_all()


@contextmanager
def _dialog(window: MainWindow, opens: Callable[[], object], name: str) -> Iterator[QDialog]:
    before = set(window.findChildren(QDialog))
    opens()
    found: list[QDialog] = []

    def came() -> bool:
        found[:] = [each for each in window.findChildren(QDialog) if each not in before and each.isVisible()]
        return bool(found)

    _until(window, came, name)
    _settle(window)
    try:
        yield found[0]
    finally:
        found[0].blockSignals(False)  # noqa: FBT003 - Qt's own signature
        setattr(found[0], "_sure", True)  # noqa: B010 - every dialog of ours closes without asking then
        found[0].close()
        _settle(window)


def _settle(window: MainWindow) -> None:
    """Let what is under way arrive."""
    for _round in range(3):
        _until(window, lambda: window.runner.wait(0), "the workers")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    loop = QEventLoop()
    QTimer.singleShot(60, loop.quit)
    loop.exec()


def _until(window: MainWindow, reached: Callable[[], bool], name: str) -> None:
    deadline = QDeadlineTimer(_PATIENCE)
    while not reached():
        if deadline.hasExpired():
            raise TourError(f"did not open: {name}")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    del window
