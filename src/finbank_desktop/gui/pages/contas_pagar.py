"""*Contas a pagar*: what the empresa owes, who approved it, and where it stands at the bank."""

import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from finbank_desktop.domain.contas_pagar import ContaPagar
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.pages.anexos_dialog import AnexosDialog
from finbank_desktop.gui.pages.choices import FORMAS_PAGAMENTO, SITUACOES_PAGAMENTO, periods
from finbank_desktop.gui.pages.conta_pagar_dialog import Choices, ContaPagarDialog, load_choices
from finbank_desktop.gui.pages.conta_pagar_panel import ContaPagarPanel
from finbank_desktop.gui.pages.conta_pagar_record import ContaPagarRecord, new_conta_pagar
from finbank_desktop.gui.pages.dda_dialog import DdaDialog
from finbank_desktop.gui.pages.lidos_dialog import LidosDialog
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.filter_bar import Filtro
from finbank_desktop.gui.widgets.pdf_view import PdfDialog
from finbank_desktop.gui.widgets.verbs import Verb, needs_one

_BOTH = 900
_HIDDEN = frozenset(
    {
        *("codigo", "emissao", "valor", "valor_pago", "pago_em", "descricao", "convenio", "banco", "remessa"),
        *("seu_numero", "codigo_barras", "anexos", "aprovacoes", "favorecido_documento", "detalhe"),
    }
)


class ContasPagarPage(ListPage):
    """Lists contas a pagar; the one under the cursor is shown beside the list."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        spec = ListSpec(
            key="contas-pagar",
            title="Contas a pagar",
            icon="contas-pagar",
            one="conta",
            many="contas",
            colunas=desk.services.contas_pagar.COLUNAS,
            fetch=desk.services.contas_pagar.list,
            filtros=(
                Filtro("situacao", "Situação", SITUACOES_PAGAMENTO),
                Filtro("data_pagamento", "Pagar em", periods),
                Filtro("forma", "Forma", FORMAS_PAGAMENTO),
            ),
            hint="Filtrar por favorecido, documento ou descrição",
            somas={"a_pagar": "A pagar", "valor_pago": "Pago"},
            hidden=_HIDDEN,
            empty=(
                "Nenhuma conta a pagar",
                "Lance o que a empresa deve: digite, passe o leitor no boleto ou solte aqui o PDF dele.",
            ),
            empty_verb="Nova conta",
            help_link="Como pagar pelo banco?",
        )
        from finbank_desktop.gui.pages.acoes_pagar import AcoesPagar  # noqa: PLC0415 - SQLAlchemy is slow

        self.acoes = AcoesPagar(self, self.edit_above)
        verbs = (
            Verb(text="Nova conta", icon="novo", run=lambda _ids: self.new(), shortcut="Ctrl+N", kind="primary"),
            *self.acoes.in_bar(),
            Verb(text="Gerar remessa", icon="remessas", run=self._remit, shortcut="Ctrl+R"),
            Verb(
                text="Ler PDF…", icon="pdf", run=lambda _ids: self.choose_pdf(), shortcut="Ctrl+Shift+L", in_bar=False
            ),
            Verb(text="Importar DDA…", icon="soltar", run=lambda _ids: self.choose_dda(), in_bar=False),
            Verb(text="Editar", icon="editar", run=self._edit, reason=self.acoes.why_not_edit, in_bar=False),
            *self.acoes.in_menu(),
            Verb(
                text="Comprovante…",
                icon="pdf",
                run=self.show_proof,
                reason=self.acoes.why_no_proof,
                shortcut="Ctrl+P",
                in_bar=False,
                group="papel",
            ),
            Verb(
                text="Anexos…",
                icon="anexo",
                run=lambda ids: self.show_files(ids[0]),
                reason=needs_one,
                in_bar=False,
                group="papel",
            ),
        )
        super().__init__(desk, spec, verbs)
        self.panel = ContaPagarPanel(self._show_actions, self.show_files)
        self.panel.hide()
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([theme.px(1000), theme.px(320)])
        self._wanted = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(80)
        self._pause.timeout.connect(self._read_detail)

    # --- beside the list

    def show_detail(self, row_id: int | None) -> None:
        """Show the conta beside the list, a moment after the cursor rests on it."""
        self._wanted = row_id or 0
        if row_id is None:
            self.panel.hide()
        else:
            self._pause.start()

    def _read_detail(self) -> None:
        wanted = self._wanted
        if wanted:
            self.desk.read(
                self,
                lambda: self.desk.services.contas_pagar.detalhe(wanted),
                lambda detalhe: self._show_beside(wanted, detalhe),
                self._failed,
            )

    def _show_beside(self, wanted: int, detalhe: Any) -> None:
        if wanted == self._wanted:
            self.panel.show_conta(detalhe)
            self.panel.setVisible(self._has_room())

    def _has_room(self) -> bool:
        return self.width() >= theme.px(_BOTH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show or hide the details as there is room."""
        super().resizeEvent(event)
        self.panel.setVisible(self._has_room() and bool(self._wanted))

    def _show_actions(self, conta_id: int, near: QWidget) -> None:
        menu = self.verbs.menu(near, [conta_id])
        menu.popup(near.mapToGlobal(QPoint(0, near.height())))

    # --- entering and changing

    def open_row(self, row_id: int) -> None:
        """Change the conta, or say why that cannot be done."""
        reason = self.acoes.why_not_edit([row_id])
        if reason:
            self.message.say(reason, Tone.INFO)
        else:
            self._edit([row_id])

    def new(self) -> None:
        """Enter a conta."""
        conta = new_conta_pagar(self.desk.empresa_id, date.today())  # noqa: DTZ011 - a day as the user counts it
        self._with_choices(None, lambda choices: self._open_form(self.window(), conta, choices))

    def _edit(self, ids: Sequence[int]) -> None:
        self.edit_above(ids[0], self.window())

    def edit_above(self, conta_id: int, parent: QWidget, done: Any = None) -> None:
        """Change the conta *conta_id* in a window above *parent*; *done* is called once it is saved."""

        def show(conta: ContaPagar) -> None:
            def open_it(choices: Choices) -> None:
                dialog = self._open_form(parent, conta, choices)
                if done is not None:
                    dialog.accepted.connect(done)

            self._with_choices(conta.pessoa_id, open_it)

        self.desk.read(self, lambda: self.desk.services.contas_pagar.get(conta_id), show, self._failed)

    def _with_choices(self, pessoa_id: int | None, done: Any) -> None:
        self.desk.read(self, lambda: load_choices(self.desk, pessoa_id), done, self._failed)

    def _open_form(self, parent: QWidget, conta: ContaPagar, choices: Choices) -> ContaPagarDialog:
        record = ContaPagarRecord(self.desk.services, conta)
        dialog = ContaPagarDialog(parent, self.desk, record, choices, self._failed)
        dialog.open()
        return dialog

    # --- reading PDFs

    def choose_pdf(self) -> None:
        """Ask for PDFs with the system's own dialog."""
        start = str(self.desk.settings.folder("anexos"))
        names, _kind = QFileDialog.getOpenFileNames(self, "Ler boletos em PDF", start, "PDF (*.pdf *.PDF)")
        if names:
            self.desk.settings.remember_folder("anexos", Path(names[0]).parent)
            self.read_files([Path(name) for name in names])

    def read_files(self, paths: Sequence[Path]) -> None:
        """Read the slips in the PDFs at *paths* and offer them for entry."""
        self._with_choices(None, lambda choices: self._show_read(paths, choices))

    def _show_read(self, paths: Sequence[Path], choices: Choices) -> None:
        today = date.today()  # noqa: DTZ011 - a day as the user counts it

        def enter(parent: QWidget, lido: Any, path: Path) -> ContaPagarDialog:
            dialog = self._open_form(parent, new_conta_pagar(self.desk.empresa_id, today), choices)
            dialog.take(lido, path)
            return dialog

        LidosDialog(self.window(), self.desk, paths, enter).open()

    # --- DDA

    def choose_dda(self) -> None:
        """Ask for a file of DDA with the system's own dialog."""
        start = str(self.desk.settings.folder("retornos-pagamento"))
        name, _kind = QFileDialog.getOpenFileName(self, "Selecionar o arquivo do DDA", start)
        if name:
            self.desk.settings.remember_folder("retornos-pagamento", Path(name).parent)
            self.import_dda(Path(name))

    def import_dda(self, path: Path) -> None:
        """Show what the file of DDA at *path* will do."""
        DdaDialog(self.window(), self.desk, path, lambda words: self.message.say(words, Tone.SUCCESS)).open()

    # --- further

    def _remit(self, _ids: Sequence[int]) -> None:
        self.desk.payments_wanted.emit(list(self.model.marked), None)

    def show_proof(self, ids: Sequence[int]) -> None:
        """Show the proofs of the paid contas *ids* as pages."""
        folder = tempfile.TemporaryDirectory(prefix="finbank-comprovante-", ignore_cleanup_errors=True)
        target, chosen = Path(folder.name) / "comprovante.pdf", list(ids)

        def show(_pages: int) -> None:
            dialog = PdfDialog(self.window(), self.desk, target, "Comprovante de pagamento", "comprovante.pdf")
            dialog.finished.connect(lambda _code: folder.cleanup())
            dialog.open()

        self.desk.draw(
            self,
            "Desenhando o comprovante",
            lambda watcher: self.desk.services.comprovantes.pdf(chosen, target, watcher),
            show,
            self._failed,
        )

    def show_files(self, conta_id: int) -> None:
        """Show the attachments of a conta."""
        AnexosDialog(self.window(), self.desk, conta_id).open()

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)
