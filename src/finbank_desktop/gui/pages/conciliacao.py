"""*Conciliação*: the bank's lines beside what they may be, everything by keyboard."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QStackedWidget, QWidget

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.models.rows import RowsModel
from finbank_desktop.gui.pages.conciliacao_dialogs import CertosDialog, HistoricoDialog, LixeiraDialog
from finbank_desktop.gui.pages.conciliacao_dias import DiasDialog
from finbank_desktop.gui.pages.conciliacao_linhas import COLUNAS, LinhasTable, row_of
from finbank_desktop.gui.pages.conciliacao_panel import ComposicaoPanel
from finbank_desktop.gui.pages.conciliacao_regras import RegrasDialog
from finbank_desktop.gui.pages.conciliacao_vazia import NadaAConciliar
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.filter_bar import Opcao
from finbank_desktop.gui.widgets.flow_layout import FlowLayout
from finbank_desktop.gui.widgets.inline_message import InlineMessage
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.page_body import page_column, side_by_side
from finbank_desktop.gui.widgets.scroller import Scroller
from finbank_desktop.services.conciliacao_model import Composicao

if TYPE_CHECKING:
    from finbank_desktop.services.conciliacao_model import ConciliacaoPlan, LinhaMesa, Mesa


class ConciliacaoPage(QWidget):
    """Bank beside books, one account at a time."""

    def __init__(self, desk: Desk) -> None:
        """Build the page; it reads when it is shown."""
        super().__init__()
        self.desk = desk
        self.mesa: Mesa | None = None
        self._wanted = 0
        self._row = 0
        self._offered: set[str] = set()
        self.account = QComboBox()
        self.account.setAccessibleName("Conta")
        self.account.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.account.activated.connect(lambda _at: self.refresh())
        self.count = label("", "muted")
        self.message = InlineMessage()
        self.model = RowsModel(COLUNAS)
        self.table = LinhasTable(COLUNAS, self.model, marks=False, name="Lançamentos a conciliar")
        self.model.setParent(self.table)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.table.opened.connect(lambda _row: self.accept())
        self.table.letter.connect(self._letter)
        self.panel = ComposicaoPanel()
        self.panel.changed.connect(self._plan)
        self.panel.accepted.connect(self.accept)
        self.sure = Button("Conciliar os certos", "primary", icon="check", clicked=self.show_certos)
        self.empty = NadaAConciliar(desk)
        self._build()
        QShortcut(
            QKeySequence("Ctrl+Z"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        ).activated.connect(self.undo_last)
        QShortcut(QKeySequence("F5"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut).activated.connect(
            self.refresh
        )
        desk.changed.connect(self._changed)
        self._read_accounts()

    def _build(self) -> None:
        column = page_column(self)
        head = QWidget()
        titles = FlowLayout(head, theme.px(12))
        for widget in (label("Conciliação", "h1"), self.account, self.count):
            titles.addWidget(widget)
        holder = QWidget()
        flow = FlowLayout(holder, theme.px(8))
        self.ignore = Button("Ignorar", "", icon="cancelado", tip="Ignorar o lançamento (I)", clicked=self.ignore_line)
        for button in (
            self.sure,
            self.ignore,
            Button("Lixeira", "", icon="limpar-filtros", clicked=self.show_bin),
            Button("Histórico", "", icon="relogio", tip="O que foi feito, com Desfazer", clicked=self.show_history),
            Button("Regras", "", icon="filtro", clicked=self.show_rules),
            Button("Saldos por dia", "", icon="calendario", clicked=self.show_days),
            Button("Ajuda", "quiet", icon="ajuda", clicked=lambda: self.desk.help_wanted.emit("conciliacao")),
        ):
            flow.addWidget(button)
        self.split = side_by_side(self.table, Scroller(self.panel), (3, 2), 240)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.split)
        self.stack.addWidget(self.empty)
        self.keys = label(
            "↑↓ lançamento · Enter concilia · S próxima sugestão · M procurar título · D diferença · T transferência · "
            "I ignorar · Ctrl+Z desfazer",
            "small",
            wrap=True,
        )
        self.letters = QCheckBox("&Teclas de uma letra")
        self.letters.setToolTip("S, M, D, T e I só valem com o foco nos lançamentos.")
        self.letters.toggled.connect(self._use_letters)
        self.letters.setChecked(self.desk.settings.letras)
        self._use_letters(self.desk.settings.letras)
        below = QHBoxLayout()
        below.addWidget(self.keys, 1)
        below.addWidget(self.letters)
        column.addWidget(head)
        column.addWidget(holder)
        column.addWidget(self.message)
        column.addWidget(self.stack, 1)
        column.addLayout(below)

    def _use_letters(self, on: bool) -> None:  # noqa: FBT001 - a signal's own signature
        self.table.letters = on
        self.desk.settings.letras = on

    def first_focus(self) -> QWidget:
        """Begin at the lines."""
        return self.table if self.mesa is not None and self.mesa.linhas else self.account

    def filter_by(self, filters: dict[str, Opcao], _busca: str = "") -> None:
        """Show the account that is wanted."""
        if "conta_id" in filters:
            self._wanted = int(filters["conta_id"].valor or 0)
            self._read_accounts()

    # --- reading

    @property
    def conta_id(self) -> int:
        """The account that is shown; 0 for none."""
        return int(self.account.currentData() or 0)

    def _read_accounts(self) -> None:
        query = ListQuery(filtros=self.desk.scope)
        self.desk.read(
            self,
            lambda: self.desk.services.cadastros.list_contas_banco(query).linhas,
            self._show_accounts,
            self._failed,
        )

    def _show_accounts(self, linhas: Sequence[Any]) -> None:
        kept = self._wanted or self.conta_id
        self._wanted = 0
        self.account.clear()
        for row in linhas:
            self.account.addItem(f"{row['codigo']} {row['descricao']}", int(row["id"]))
        self.account.setCurrentIndex(max(self.account.findData(kept), 0))
        self.refresh()

    def _changed(self) -> None:
        self._wanted = self.conta_id
        self._read_accounts()

    def refresh(self) -> None:
        """Lay the table anew."""
        conta_id = self.conta_id
        if not conta_id:
            self._show(None)
            return
        self.desk.read(self, lambda: self.desk.services.conciliacao.mesa(conta_id), self._show, self._failed)

    def _show(self, mesa: "Mesa | None") -> None:
        self.mesa = mesa
        linhas = mesa.linhas if mesa is not None else ()
        at = min(self._row, max(len(linhas) - 1, 0))
        self.model.show_rows([row_of(number, each) for number, each in enumerate(linhas)])
        self.stack.setCurrentWidget(self.split if linhas else self.empty)
        self.empty.explain(mesa)
        self.keys.setVisible(bool(linhas))
        self.letters.setVisible(bool(linhas))
        certos = len(mesa.certos) if mesa is not None else 0
        self.sure.setText(f"Conciliar {formats.count(certos, 'certo', 'certos')}" if certos else "Conciliar os certos")
        self.sure.allow("" if certos else "Nenhum lançamento é certo agora; confira um a um.")
        self.ignore.allow("" if linhas else "Não há lançamento a ignorar.")
        waiting = formats.count(len(linhas), "a conciliar", "a conciliar")
        closed = mesa.fechado_ate if mesa is not None else None
        self.count.setText(waiting + (f" · fechado até {formats.show(closed)}" if closed else ""))
        if linhas:
            self.table.setCurrentIndex(self.model.index(at, 0))
        else:
            self.panel.show_line(None, None)

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)

    # --- one line

    @property
    def current(self) -> "LinhaMesa | None":
        """The line that is chosen."""
        at = self.table.currentIndex().row()
        if self.mesa is None or not 0 <= at < self.model.rowCount():
            return None
        return self.mesa.linhas[int(self.model.row(at)["id"])]

    def _chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self._row = now.row()
            self.panel.show_line(self.mesa, self.current)

    def _plan(self, composicao: Composicao) -> None:
        mesa = self.mesa
        if mesa is not None:
            self.desk.read(
                self,
                lambda: self.desk.services.conciliacao.plan_on(mesa, composicao),
                self.panel.show_plan,
                self._failed,
            )

    def accept(self) -> None:
        """Write what the panel shows."""
        plan = self.panel.plan
        if plan is None:
            return
        if not plan.can:
            self.message.say(self.panel.commit.toolTip(), Tone.WARNING)
            return
        self._write([plan])

    def ignore_line(self) -> None:
        """Put the line into the bin."""
        current = self.current
        if current is None or self.mesa is None:
            return
        composicao = Composicao(linha_id=current.linha.id, ignorar=True)
        self._write([self.desk.services.conciliacao.plan_on(self.mesa, composicao)])

    def _write(self, plans: "Sequence[ConciliacaoPlan]") -> None:
        self.panel.commit.allow("Aguarde o fim da tarefa.")
        self.desk.write(
            self,
            "Conciliando",
            lambda watcher: self.desk.services.conciliacao.apply(plans, watcher),
            self._written,
            self._not_written,
        )

    def _written(self, done: Sequence[Any]) -> None:
        words = done[0].texto if len(done) == 1 else f"{len(done)} lançamentos conciliados."
        self.message.say(words, Tone.SUCCESS, action="Desfazer" if len(done) == 1 else "", run=self.undo_last)
        empresa = self.desk.empresa_id
        self.desk.read(
            self, lambda: self.desk.services.conciliacao.regras_propostas(empresa), self._propose, self._failed
        )

    def _propose(self, regras: Sequence[Any]) -> None:
        """Offer the rule that the last thing done made worth having; each is offered once."""
        new = [regra for regra in regras if regra.contem not in self._offered]
        self._offered.update(regra.contem for regra in regras)
        if new:
            words = f"Você já disse mais de uma vez que “{new[0].contem}” é {new[0].categoria}."
            self.message.say(words, Tone.INFO, action="Criar regra…", run=self.show_rules)

    def _not_written(self, error: Exception) -> None:
        self._failed(error)
        self.refresh()

    def _letter(self, letter: str) -> None:
        if letter == "S":
            self.panel.next_suggestion()
        elif letter == "M":
            self.panel.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif letter == "I":
            self.ignore_line()
        elif letter == "D":
            button = self.panel.first_difference()
            if button is not None:
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            else:
                self.message.say("Não há diferença a explicar neste lançamento.", Tone.INFO)
        elif letter == "T" and not self.panel.take_transfer():
            self.message.say("Nenhuma outra conta sua tem o mesmo valor ao contrário por perto.", Tone.INFO)

    # --- beside

    def undo_last(self) -> None:
        """Take back what was reconciled last."""
        service = self.desk.services

        def undo(_watcher: Any) -> Any:
            last = service.conciliacao.historico(1)
            return service.operacoes.desfazer(service.operacoes.plan_desfazer(last[0].id)) if last else None

        self.desk.write(self, "Desfazendo", undo, self._undone, self._failed)

    def _undone(self, operacao: Any) -> None:
        words = f"Desfeito: {operacao.texto}" if operacao is not None else "Não há o que desfazer."
        self.message.say(words, Tone.SUCCESS if operacao is not None else Tone.INFO)

    def show_certos(self) -> None:
        """Show all that is certain before it is written together."""
        mesa = self.mesa
        if mesa is not None and mesa.certos:
            self.desk.read(
                self,
                lambda: self.desk.services.conciliacao.plan_certos(mesa),
                lambda plans: self._open(CertosDialog(self.window(), plans), self._write),
                self._failed,
            )

    def _open(self, dialog: CertosDialog, write: Any) -> None:
        dialog.accepted_plans.connect(write)
        dialog.open()

    def show_bin(self) -> None:
        """Show the ignored lines."""
        LixeiraDialog(self.window(), self.desk, self.conta_id).open()

    def show_history(self) -> None:
        """Show what was done, each with its undoing."""
        HistoricoDialog(self.window(), self.desk).open()

    def show_rules(self) -> None:
        """Show rules, proposals and what was learned."""
        RegrasDialog(self.window(), self.desk).open()

    def show_days(self) -> None:
        """Show bank and books by day, and what is closed."""
        DiasDialog(self.window(), self.desk, self.conta_id).open()
