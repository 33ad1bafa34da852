"""*Contas caixa*: the balance of each account and till, what moved in it, and what made each movement."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.dialogs.fields import Field, Kind
from finbank_desktop.gui.models.paged import PagedModel
from finbank_desktop.gui.pages.fields_dialog import FieldsDialog
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.pages.lotes_origem import NOWHERE, place_of
from finbank_desktop.gui.pages.plano_contas import account_choices
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.filter_bar import FilterBar, Opcao
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog
from finbank_desktop.gui.widgets.table import Table
from finbank_desktop.gui.widgets.verbs import Verb, needs_one

_HIDDEN = frozenset({"agencia", "saldo_inicial", "movimentos"})


class ContasCaixaPage(ListPage):
    """Lists accounts and tills with their balances."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        service = desk.services.contas_caixa
        spec = ListSpec(
            key="contas-caixa",
            title="Contas caixa",
            icon="contas",
            one="conta",
            many="contas",
            colunas=service.COLUNAS,
            fetch=service.list,
            hint="Filtrar por nome ou número",
            somas={"saldo": "Saldo"},
            hidden=_HIDDEN,
            empty=("Nenhuma conta caixa", "São as suas contas correntes e os caixas em dinheiro."),
            empty_verb="Novo caixa",
            markable=False,
        )
        verbs = (
            Verb(text="Ver movimentos", icon="visualizar", run=self.show_moves, reason=needs_one, kind="primary"),
            Verb(text="Conta contábil e saldo inicial…", icon="editar", run=self.edit, reason=needs_one),
            Verb(text="Novo caixa", icon="novo", run=lambda _ids: self.new_till(), shortcut="Ctrl+N"),
        )
        super().__init__(desk, spec, verbs)

    def open_row(self, row_id: int) -> None:
        """Show the movements of a conta."""
        self.show_moves([row_id])

    def show_moves(self, ids: Sequence[int]) -> None:
        """Show the movements of a conta."""
        row = self.current_row() or {}
        dialog = MovimentosDialog(self.window(), self.desk, ids[0], str(row.get("descricao", "")))
        dialog.open()

    def edit(self, ids: Sequence[int]) -> None:
        """Ask for its account in the plano de contas, and what was in it before."""
        services, empresa_id = self.desk.services, self.desk.empresa_id
        name = str((self.current_row() or {}).get("descricao", ""))

        def load() -> tuple[Any, Any]:
            return services.contas_caixa.get(ids[0]), services.plano_contas.analiticas(empresa_id)

        self.desk.read(self, load, lambda loaded: self._show(name, *loaded), self._failed)

    def _show(self, name: str, caixa: Any, contas: Any) -> None:
        fields = (
            Field(
                name="conta_contabil_id",
                words="&Conta contábil",
                kind=Kind.CHOICE,
                value=caixa.conta_contabil_id,
                choices=account_choices(contas, "A do evento contábil"),
                wide=True,
            ),
            Field(name="saldo_inicial", words="&Saldo inicial", kind=Kind.MONEY, value=caixa.saldo_inicial, wide=True),
        )
        service = self.desk.services.contas_caixa

        def save(values: Mapping[str, Any]) -> Any:
            return service.save(replace(caixa, **{**values, "saldo_inicial": values["saldo_inicial"] or 0}))

        sentence = "O saldo inicial é o que já havia na conta antes do primeiro movimento aqui."
        dialog = FieldsDialog(self.window(), self.desk, name, sentence, fields, save)
        dialog.saved.connect(lambda _found: self.message.say(f"{name} salva.", Tone.SUCCESS))
        dialog.open()

    def new_till(self) -> None:
        """Ask for the name of a new till."""
        fields = (
            Field(name="codigo", words="&Código", kind=Kind.TEXT, value=""),
            Field(name="descricao", words="&Nome", kind=Kind.TEXT, value="Caixa"),
        )
        service, empresa_id = self.desk.services.contas_caixa, self.desk.empresa_id

        def save(values: Mapping[str, Any]) -> Any:
            return service.add_till(empresa_id, values["codigo"], values["descricao"])

        sentence = "Para o que é recebido em dinheiro. Contas em bancos ficam em Cadastros ▸ Contas correntes."
        dialog = FieldsDialog(self.window(), self.desk, "Novo caixa", sentence, fields, save)
        dialog.saved.connect(lambda found: self.message.say(f"{found.descricao} criado.", Tone.SUCCESS))
        dialog.open()

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)


class MovimentosDialog(SheetDialog):
    """What moved in a conta caixa, the latest first, with what made it.

    Attributes:
        shown: The list was read; for those who wait for it.
    """

    shown = Signal()

    def __init__(self, parent: QWidget | None, desk: Desk, conta_id: int, name: str) -> None:
        """Read the movements of *conta_id*."""
        super().__init__(
            parent, f"Movimentos · {name}", "Cada movimento é um lançamento de um lote contábil.", (1120, 680)
        )
        self._desk, self._conta_id = desk, conta_id
        service = desk.services.contas_caixa
        self.filters = FilterBar((), "Filtrar por palavras do histórico")
        self.model = PagedModel(service.COLUNAS_MOVIMENTOS, self._fetch, desk.runner, markable=False, parent=self)
        self.table = Table(self.model.colunas, self.model, marks=False, name="Movimentos")
        self.total = label("", "h3")
        self.body.addWidget(self.filters)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.total)
        self.source = self.add_further(Button("Ver o que o fez", "", icon="visualizar", clicked=self._show_source))
        self.lote = self.add_further(Button("Ver o lote", "", icon="agrupar", clicked=self._show_lote))
        self.filters.changed.connect(lambda: self.model.ask({}, self.filters.busca))
        self.model.loaded.connect(self._loaded)
        self.model.failed.connect(lambda error: self.message.say(explain(error), Tone.DANGER))
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._allow())
        self.table.opened.connect(lambda _row: self._show_source())
        desk.read(self, lambda: service.saldo(conta_id), self._show_saldo, self._failed)
        self.model.reload()

    def _fetch(self, query: ListQuery) -> Any:
        return self._desk.services.contas_caixa.movimentos(
            replace(query, filtros={**query.filtros, "conta_id": self._conta_id})
        )

    def _show_saldo(self, saldo: int) -> None:
        self.total.setText(f"Saldo {format_brl(saldo)}")

    def _loaded(self) -> None:
        count = formats.count(self.model.rowCount(), "movimento", "movimentos")
        self.sentence.setText(f"{count}. Cada um é um lançamento de um lote contábil.")
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._allow()
        self.shown.emit()

    def current(self) -> dict[str, Any]:
        """Return the movement the cursor stands on; empty without one."""
        at = self.table.currentIndex()
        return dict(self.model.row(at.row()) or {}) if at.isValid() else {}

    def _allow(self) -> None:
        row = self.current()
        self.lote.allow("" if row else "Escolha um movimento.")
        self.source.allow("" if row and self._place(row) else NOWHERE)

    @staticmethod
    def _place(row: Mapping[str, Any]) -> tuple[str, dict[str, Any]] | None:
        return place_of(row["origem_tabela"], row["origem_id"], row["tipo"], str(row["processo"]))

    def _show_lote(self) -> None:
        row = self.current()
        if row:
            self._go("lotes", {"id": Opcao(f"Lote {row['lote']}", row["lote_id"])})

    def _show_source(self) -> None:
        row = self.current()
        place = self._place(row) if row else None
        if place is not None:
            self._go(*place)
        else:
            self._show_lote()

    def _go(self, section: str, filters: dict[str, Opcao]) -> None:
        self.close()
        self._desk.section_wanted.emit(section, filters)

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)
