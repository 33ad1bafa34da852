"""The main window: header, sections at the left, one page, footer."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.gui import destinations, formats
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.dialogs.conta_email import ContaEmailDialog
from finbank_desktop.gui.jobs import JobRunner
from finbank_desktop.gui.pages.ajuda import AjudaPage
from finbank_desktop.gui.pages.contas_pagar import ContasPagarPage
from finbank_desktop.gui.pages.inicio import InicioPage
from finbank_desktop.gui.pages.opening import OpeningPage
from finbank_desktop.gui.pages.relato_dialog import RelatoDialog
from finbank_desktop.gui.pages.settings_dialog import SettingsDialog
from finbank_desktop.gui.sections import SECTIONS
from finbank_desktop.gui.settings import Settings
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.drop_overlay import DropOverlay
from finbank_desktop.gui.widgets.filter_bar import Opcao
from finbank_desktop.gui.widgets.header import Header
from finbank_desktop.gui.widgets.navigation import NavigationPanel
from finbank_desktop.gui.widgets.palette import Palette
from finbank_desktop.gui.widgets.status_footer import StatusFooter
from finbank_desktop.gui.wizards import importar_extrato
from finbank_desktop.gui.wizards.ensaio import EnsaioWizard
from finbank_desktop.gui.wizards.gerar_remessa import GerarRemessaWizard
from finbank_desktop.gui.wizards.importar_extrato import ImportarExtratoWizard
from finbank_desktop.gui.wizards.importar_planilha import SUFFIXES, ImportarPlanilhaWizard
from finbank_desktop.gui.wizards.importar_retorno import ImportarRetornoWizard
from finbank_desktop.gui.wizards.remessa_pagamento import RemessaPagamentoWizard
from finbank_desktop.gui.wizards.retorno_pagamento import RetornoPagamentoWizard
from finbank_desktop.services.debitos import retorno_pasta

if TYPE_CHECKING:
    from finbank_desktop.services.catalog import Services

_SLIP = ".pdf"


class MainWindow(QMainWindow):
    """Shows itself at once; the pages come when the database is open."""

    def __init__(self, runner: JobRunner, settings: Settings) -> None:
        """Build the frame; `attach` brings the services."""
        super().__init__()
        self.setWindowTitle("FinBank Desktop")
        self.runner, self.settings = runner, settings
        self._desk: Desk | None = None
        self.header = Header()
        self.navigation = NavigationPanel(section.place for section in SECTIONS)
        self.navigation.setEnabled(False)
        self.stack = QStackedWidget()
        self.opening = OpeningPage()
        self.stack.addWidget(self.opening)
        self.footer = StatusFooter(runner)
        self.pages: dict[str, QWidget] = {}
        self.current = ""
        self._empresas: list[Any] = []
        self._build()
        self.resize(theme.size(1440, 860))
        self.restoreGeometry(settings.state("janela"))

    def _build(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        middle.addWidget(self.stack, 1)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(middle, 1)
        column.addWidget(self.footer)
        self.setCentralWidget(centre)
        self.navigation.chosen.connect(self.go)
        self.header.settings_wanted.connect(self.show_settings)
        self.header.search_wanted.connect(self.show_palette)
        self.header.pending_wanted.connect(lambda: self.go("inicio"))
        self.header.company_wanted.connect(self._choose_company)

    # --- opening

    @property
    def desk(self) -> Desk | None:
        """What the pages share; ``None`` before the database is open."""
        return self._desk

    def attach(self, services: "Services") -> None:
        """Take the services and show the first page."""
        self._desk = desk = Desk(services, self.runner, self.settings)
        desk.section_wanted.connect(self.go)
        desk.import_wanted.connect(self.import_files)
        desk.remessa_wanted.connect(self.make_remessa)
        desk.rehearsal_wanted.connect(self.rehearse)
        desk.help_wanted.connect(self.show_help)
        desk.report_wanted.connect(self.report_problem)
        desk.table_wanted.connect(lambda tipo: self.import_table(None, tipo))
        desk.statements_wanted.connect(self.import_statements)
        desk.payments_wanted.connect(self.make_payments)
        desk.paid_wanted.connect(self.import_paid)
        desk.slips_wanted.connect(self.read_slips)
        desk.file_wanted.connect(self.show_file)
        desk.debito_wanted.connect(self.import_debito)
        desk.changed.connect(self._describe)
        drop = DropOverlay(self, "Solte para importar: retorno, extrato, planilha ou boleto em PDF")
        drop.dropped.connect(self.import_files)
        for keys, run in self._keys().items():
            QShortcut(QKeySequence(keys), self).activated.connect(run)
        self.navigation.setEnabled(True)
        self._describe()

    def _keys(self) -> dict[str, Callable[[], object]]:
        keys: dict[str, Callable[[], object]] = {
            section.place.shortcut: lambda key=section.place.key: self.go(key)  # type: ignore[misc] # default
            for section in SECTIONS
            if section.place.shortcut.startswith("Ctrl")
        }
        return keys | {
            "Ctrl+K": self.show_palette,
            "Ctrl+I": lambda: self.import_files([]),
            "Ctrl+,": self.show_settings,
            "F1": lambda: self.show_help(self.current),
        }

    def _describe(self) -> None:
        desk = self.desk
        if desk is None:
            return
        query = ListQuery(quantidade=100)
        desk.read(
            self, lambda: desk.services.cadastros.list_empresas(query).linhas, self._show_company, self._open_failed
        )

    def _show_company(self, empresas: Sequence[Any]) -> None:
        desk = self.desk
        if desk is None or not empresas:
            return
        if not desk.empresa_id:
            desk.empresa_id = int(empresas[0]["id"])
        chosen = next((row for row in empresas if row["id"] == desk.empresa_id), empresas[0])
        self._empresas = list(empresas)
        self.header.describe(str(chosen["razao_social"]), f"Empresa {chosen['codigo']}", several=len(empresas) > 1)
        database = desk.services.database
        place = database.caminho
        copied = database.ultima_copia
        self.footer.describe(
            place.name if place is not None else "banco de dados em memória",
            str(place or ""),
            desk.services.usuario,
            f"Última cópia: {formats.show(copied)}" if copied else "Sem cópia de segurança ainda",
        )
        if not self.current:
            self.go("inicio")

    def _open_failed(self, error: Exception) -> None:
        self.opening.complain(error, lambda: None)

    # --- sections

    def page(self, key: str) -> QWidget:
        """Return the page of section *key*, made when it is first wanted."""
        if self.desk is None:
            raise LookupError("the database is not open yet")
        if key not in self.pages:
            section = next(each for each in SECTIONS if each.place.key == key)
            made = section.build(self.desk)
            if isinstance(made, InicioPage):
                made.pending_changed.connect(self.header.count_pending)
            self.pages[key] = made
            self.stack.addWidget(made)
        return self.pages[key]

    def go(self, key: str, filters: dict[str, Opcao] | None = None, busca: str = "") -> None:
        """Show section *key*, filtered when *filters* are given."""
        if self.desk is None:
            return
        page = self.page(key)
        self.current = key
        self.navigation.show_chosen(key)
        filter_by = getattr(page, "filter_by", None)
        if filters is not None and filter_by is not None:
            filter_by(filters, busca)
        self.stack.setCurrentWidget(page)
        first_focus = getattr(page, "first_focus", None)
        if first_focus is not None:
            first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_file(self, key: str, place: tuple[Path, int, int]) -> None:
        """Show the file of *place*, with its line and position, in section *key*."""
        self.go(key)
        open_file = getattr(self.page(key), "open_file", None)
        if open_file is not None:
            open_file(*place)

    def show_help(self, topic: str) -> None:
        """Show the help page called *topic*."""
        page = self.page("ajuda")
        self.go("ajuda")
        if isinstance(page, AjudaPage):
            page.show_topic(topic)

    def report_problem(self) -> None:
        """Show *Relatar problema*."""
        if self.desk is not None:
            dialog = RelatoDialog(self, self.desk, self.current)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._open(dialog)

    def show_settings(self) -> None:
        """Show what can be set."""
        account = self.show_account if self.desk is not None else None
        SettingsDialog(self, self.settings, self._rebuild, account).open()

    def show_account(self) -> None:
        """Show the account e-mail goes out by."""
        if self.desk is not None:
            self._open(ContaEmailDialog(self, self.desk, lambda _said: None))

    def _rebuild(self) -> None:
        """Make the pages anew after the size of the text changed; distances are taken when a page is made."""
        current = self.current
        for page in self.pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self.pages.clear()
        if current:
            self.go(current)

    def _choose_company(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for row in self._empresas:
            action = menu.addAction(f"{row['codigo']} · {row['razao_social']}")
            action.triggered.connect(lambda _on=False, wanted=int(row["id"]): self._take_company(wanted))
        menu.addSeparator()
        menu.addAction("Empresas e filiais…").triggered.connect(lambda _on=False: self.go("empresas"))
        menu.popup(at)

    def _take_company(self, empresa_id: int) -> None:
        if self.desk is not None:
            self.desk.choose_empresa(empresa_id)

    # --- assistants

    def import_files(self, paths: Sequence[Path]) -> None:
        """Begin *Importar retorno* with *paths*, or by asking for them; tables and statements have their own."""
        tables = [path for path in paths if path.suffix.lower() in SUFFIXES]
        statements = [path for path in paths if path.suffix.lower() in importar_extrato.SUFFIXES]
        slips = [path for path in paths if path.suffix.lower() == _SLIP]
        others = [path for path in paths if path not in (*tables, *statements, *slips)]
        debitos = retorno_pasta.debits_among(others)
        files = [path for path in others if path not in debitos]
        if debitos:
            self.import_debito(debitos)
        if self.desk is not None and (files or not paths):
            self._import_returns(files)
        if slips:
            self.read_slips(slips)
        if statements:
            self.import_statements(statements)
        for path in reversed(tables):
            self.import_table(path)

    def _import_returns(self, files: Sequence[Path]) -> None:
        """Begin the assistant for the kind of retorno that the first of *files* is; of boletos when nobody can tell."""
        desk = self.desk
        if desk is None:
            return
        if not files:
            self._open(ImportarRetornoWizard(self, desk, files))
            return

        def show(product: str) -> None:
            if product == "dda":
                self._payables().import_dda(files[0])
            elif product == "pagamento":
                self.import_paid(files)
            else:
                self._open(ImportarRetornoWizard(self, desk, files))

        desk.read(self, lambda: desk.services.arquivos.product(files[0]), show, lambda _error: show(""))

    def make_payments(self, ids: Sequence[int], convenio_id: int | None = None) -> None:
        """Begin *Gerar remessa de pagamento* with the contas a pagar *ids*."""
        if self.desk is not None:
            self._open(RemessaPagamentoWizard(self, self.desk, ids, convenio_id))

    def import_paid(self, paths: Sequence[Path]) -> None:
        """Begin *Importar retorno de pagamento* with *paths*, or by asking for them."""
        if self.desk is not None:
            self._open(RetornoPagamentoWizard(self, self.desk, paths))

    def new_payable(self) -> None:
        """Enter a conta a pagar."""
        self._payables().new()

    def read_slips(self, paths: Sequence[Path] = ()) -> None:
        """Read the slips in the PDFs at *paths*, or ask for them."""
        page = self._payables()
        if paths:
            page.read_files(paths)
        else:
            page.choose_pdf()

    def _payables(self) -> ContasPagarPage:
        self.go("contas-pagar")
        page = self.page("contas-pagar")
        if not isinstance(page, ContasPagarPage):
            raise TypeError("contas-pagar is another page")
        return page

    def import_statements(self, paths: Sequence[Path] = ()) -> None:
        """Begin *Importar extrato* with *paths*, or by asking for them."""
        if self.desk is not None:
            self._open(ImportarExtratoWizard(self, self.desk, paths))

    def import_debito(self, paths: Sequence[Path] = ()) -> None:
        """Begin *Importar retorno de débito automático* with *paths*, or by asking for one."""
        from finbank_desktop.gui.wizards.importar_debito import ImportarDebitoWizard  # noqa: PLC0415 - SQLAlchemy is slow

        if self.desk is not None:
            self._open(ImportarDebitoWizard(self, self.desk, paths))

    def import_table(self, path: Path | None = None, tipo: str = "") -> None:
        """Begin *Importar planilha* with the table at *path*, or by asking for one with rows of kind *tipo*."""
        if self.desk is not None:
            self._open(ImportarPlanilhaWizard(self, self.desk, path, tipo))

    def make_remessa(self, ids: Sequence[int], convenio_id: int | None = None) -> None:
        """Begin *Gerar remessa* with the boletos *ids*."""
        if self.desk is not None:
            self._open(GerarRemessaWizard(self, self.desk, ids, convenio_id))

    def rehearse(self) -> None:
        """Begin *Ensaiar com um banco simulado*."""
        if self.desk is not None:
            self._open(EnsaioWizard(self, self.desk))

    def _open(self, dialog: QDialog) -> None:
        dialog.open()

    # --- the way to everything

    def show_palette(self) -> None:
        """Show *Ir para ou buscar* below the header."""
        if self.desk is None:
            return
        palette = Palette(self, self.runner, destinations.places(self), lambda text: destinations.find(self, text))
        place = self.header.search.mapToGlobal(QPoint(0, 0))
        centre = place.x() + (self.header.search.width() - palette.width()) // 2
        palette.move(max(centre, self.x()), place.y())
        palette.show()
        palette.field.setFocus()

    # --- leaving

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep size and place; wait for what is being written."""
        self.settings.remember_state("janela", self.saveGeometry())
        self.settings.save()
        for job in self.runner.running:
            job.cancel()
        self.runner.wait()
        super().closeEvent(event)
