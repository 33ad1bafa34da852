"""What one line is made of: suggestions, open titles to choose from, and what is still missing."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui.models.rows import RowsModel
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.cards import card
from finbank_desktop.gui.widgets.flow_layout import FlowLayout
from finbank_desktop.gui.widgets.labels import label, redress
from finbank_desktop.gui.widgets.table import Table
from finbank_desktop.services.conciliacao_model import Composicao, Diferenca, TipoDiferenca

if TYPE_CHECKING:
    from finbank_desktop.domain.problems import Problem
    from finbank_desktop.services.conciliacao_model import ConciliacaoPlan, LinhaMesa, Mesa

CATEGORIAS = ("Tarifa bancária", "Rendimento de aplicação", "IOF", "Impostos", "Aporte dos sócios", "Outra receita")
"""Usual words for what no title stands for; any other words will do."""
_MOSTRADOS = 100
"""Open titles offered at once, those nearest in amount; the search narrows them."""
_TITULOS = (
    Coluna(chave="documento", titulo="Documento", largura=12),
    Coluna(chave="nome", titulo="Cliente", largura=24),
    Coluna(chave="vencimento", titulo="Vencimento", tipo=TipoColuna.DATA, largura=11),
    Coluna(chave="valor", titulo="Em aberto", tipo=TipoColuna.VALOR, largura=12),
)


class ComposicaoPanel(QFrame):
    """Composes the line chosen at the left.

    Attributes:
        changed: Carries the composition as it is now; what it writes is to be planned and shown.
        accepted: What is shown shall be written.
    """

    changed = Signal(object)
    accepted = Signal()

    def __init__(self) -> None:
        """Begin without a line."""
        super().__init__()
        self._mesa: Mesa | None = None
        self._linha: LinhaMesa | None = None
        self._composicao: Composicao | None = None
        self.plan: ConciliacaoPlan | None = None
        self.head = label("", "h2", wrap=True)
        self.suggestions = QComboBox()
        self.suggestions.setAccessibleName("Sugestões para este lançamento")
        self.suggestions.activated.connect(self._take_suggestion)
        self.why = label("", "muted", wrap=True, selectable=True)
        self.why.setAccessibleName("Por que se sugere")
        self.search = QLineEdit()
        self.search.setPlaceholderText("Procurar título: cliente, documento ou valor")
        self.search.setAccessibleName("Procurar título em aberto")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _text: self._show_titles())
        self.model = RowsModel(_TITULOS, tickable=True)
        self.titles = Table(_TITULOS, self.model, marks=False, name="Títulos em aberto")
        self.model.setParent(self.titles)
        self.titles.setMinimumHeight(theme.px(140))
        self.model.dataChanged.connect(self._ticked)
        self.titles.opened.connect(self._toggle)
        self.category = QComboBox()
        self.category.setEditable(True)
        self.category.addItems(["", *CATEGORIAS])
        self.category.setAccessibleName("Categoria deste lançamento")
        typed = self.category.lineEdit() or QLineEdit()
        typed.setPlaceholderText("ou diga o que é: tarifa, rendimento…")
        self.category.textActivated.connect(self._categorize)
        typed.editingFinished.connect(lambda: self._categorize(self.category.currentText()))
        self.parts = label("", "", wrap=True, selectable=True)
        self.parts.setAccessibleName("De que o lançamento é feito")
        self.missing = label("", "h2", wrap=True)
        self.missing.setAccessibleName("Quanto falta")
        self.reason = label("", "muted", wrap=True)
        holder = QWidget()
        flow = FlowLayout(holder, theme.px(6))
        self.buttons: dict[TipoDiferenca, Button] = {}
        for kind in TipoDiferenca:
            self.buttons[kind] = made = Button(kind.value, clicked=partial(self.explain_difference, kind))
            flow.addWidget(made)
        self.commit = Button("Conciliar", "primary", icon="check", clicked=self.accepted.emit)
        self._build(holder)
        self.show_line(None, None)

    def _build(self, differences: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), 0, theme.px(4), 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.head)
        column.addWidget(self.suggestions)
        column.addWidget(self.why)
        column.addWidget(self.search)
        column.addWidget(self.titles, 1)
        column.addWidget(self.category)
        well, inside = card("well")
        inside.addWidget(self.parts)
        inside.addWidget(self.missing)
        inside.addWidget(self.reason)
        inside.addWidget(differences)
        column.addWidget(well)
        line = QHBoxLayout()
        line.addStretch()
        line.addWidget(self.commit)
        column.addLayout(line)

    # --- the line

    def show_line(self, mesa: "Mesa | None", linha: "LinhaMesa | None") -> None:
        """Begin with the best suggestion of *linha*."""
        self._mesa, self._linha, self._composicao, self.plan = mesa, linha, None, None
        self.setEnabled(linha is not None)
        self.suggestions.clear()
        self.category.setCurrentText("")
        if linha is None:
            for words in (self.head, self.why, self.parts, self.missing, self.reason):
                words.setText("")
            self.model.show_rows([])
            self.commit.allow("Escolha um lançamento.")
            return
        each = linha.linha
        self.head.setText(f"{each.texto.strip() or 'Lançamento'} · {format_brl(each.valor or 0)}")
        for number, opcao in enumerate(linha.opcoes, start=1):
            self.suggestions.addItem(f"{number}. {opcao.resumo}", number - 1)
        self.suggestions.addItem("Escolher eu mesmo", -1)
        self._take_suggestion(0)

    @property
    def composicao(self) -> Composicao | None:
        """What is composed now."""
        return self._composicao

    def next_suggestion(self) -> None:
        """Show the next suggestion of the line."""
        if self._linha is not None:
            at = (self.suggestions.currentIndex() + 1) % self.suggestions.count()
            self.suggestions.setCurrentIndex(at)
            self._take_suggestion(at)

    def take_transfer(self) -> bool:
        """Show the transfer that is suggested; whether there is one."""
        opcoes = self._linha.opcoes if self._linha is not None else ()
        for at, opcao in enumerate(opcoes):
            if opcao.composicao.outra_linha_id is not None:
                self.suggestions.setCurrentIndex(at)
                self._take_suggestion(at)
                return True
        return False

    def _take_suggestion(self, at: int) -> None:
        linha = self._linha
        if linha is None:
            return
        chosen = linha.opcoes[at] if at < len(linha.opcoes) else None
        self.why.setText(f"Por quê: {chosen.porque}." if chosen is not None else "Marque os títulos que ele paga.")
        self._compose(chosen.composicao if chosen is not None else Composicao(linha_id=linha.linha.id))
        self._show_titles()

    # --- composing

    def _compose(self, composicao: Composicao) -> None:
        self._composicao = composicao
        self.plan = None
        self.commit.allow("Aguarde: vendo o que muda.")
        self.changed.emit(composicao)

    def _show_titles(self) -> None:
        mesa, linha, composicao = self._mesa, self._linha, self._composicao
        if mesa is None or linha is None or composicao is None:
            return
        wanted = self.search.text().casefold().split()
        valor = linha.linha.valor or 0
        found = [t for t in mesa.titulos.values() if valor > 0 and all(word in _words(t) for word in wanted)]
        found.sort(key=lambda t: (t.id not in composicao.titulos, abs(t.titulo.valor - valor)))
        rows = [
            {
                "id": t.id,
                "documento": t.titulo.documento,
                "nome": t.titulo.nome,
                "vencimento": t.titulo.vencimento,
                "valor": t.titulo.valor,
            }
            for t in found[:_MOSTRADOS]
        ]
        self.model.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.model.tick_all(on=False)
        self.model.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.model.show_rows(rows)
        self._tick_only(composicao.titulos)
        self.titles.setCurrentIndex(self.model.index(0, 0) if rows else QModelIndex())

    def _tick_only(self, ids: Sequence[str]) -> None:
        self.model.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.model.tick_all(on=False)
        self.model.tick(ids, on=True)
        self.model.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.titles.viewport().update()

    def _toggle(self, row: int) -> None:
        index = self.model.index(row, 0)
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        self.model.setData(
            index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole
        )

    def _ticked(self, *_index: Any) -> None:
        if self._composicao is None or self._linha is None:
            return
        shown = {self.model.row(n)["id"] for n in range(self.model.rowCount())}
        kept = [each for each in self._composicao.titulos if each not in shown]
        ids = (*kept, *self.model.ticked())
        if set(ids) != set(self._composicao.titulos):
            self._compose(
                Composicao(linha_id=self._linha.linha.id, titulos=ids, porque="escolhido por você" if ids else "")
            )
            self.why.setText("Escolhido por você." if ids else "Marque os títulos que ele paga.")

    def _categorize(self, words: str) -> None:
        linha, now = self._linha, self._composicao
        if linha is None or now is None or not words.strip() or words.strip() == now.categoria:
            return
        self._compose(Composicao(linha_id=linha.linha.id, categoria=words.strip(), porque="dito por você"))
        self._tick_only(())
        self.why.setText("Dito por você.")

    def explain_difference(self, kind: TipoDiferenca) -> None:
        """Say that what is missing is of that kind."""
        now, plan = self._composicao, self.plan
        if now is not None and plan is not None and plan.falta and kind.fits(plan.falta):
            self._compose(replace(now, diferencas=(*now.diferencas, Diferenca(kind, plan.falta))))

    def first_difference(self) -> Button | None:
        """Return the first kind of difference that fits."""
        return next((button for button in self.buttons.values() if button.isEnabled()), None)

    # --- what it writes

    def show_plan(self, plan: "ConciliacaoPlan") -> None:
        """Show what the composition writes, unless another one was begun meanwhile."""
        if plan.composicao != self._composicao:
            return
        self.plan = plan
        self.parts.setText("\n".join(f"{format_brl(valor)}   {name}" for name, valor in plan.partes))
        self.parts.setVisible(bool(plan.partes))
        if plan.composicao.ignorar:
            self.missing.setText("Vai para a lixeira")
        elif plan.falta:
            self.missing.setText(f"{'Falta' if plan.falta > 0 else 'Passa'} {format_brl(abs(plan.falta))}")
        else:
            self.missing.setText("Fecha: não falta nada")
        self.missing.setProperty("tone", "success" if plan.can else "warning")
        redress(self.missing)
        said = [_said(problem) for problem in plan.problems]
        self.reason.setText("\n".join(said[:3]))
        self.reason.setVisible(bool(said))
        composed = bool(plan.partes)
        for kind, button in self.buttons.items():
            fits = composed and plan.falta != 0 and kind.fits(plan.falta)
            button.allow("" if fits else _why_not(kind, plan.falta, composed=composed))
        self.commit.setText("Ignorar" if plan.composicao.ignorar else "Conciliar")
        self.commit.allow("" if plan.can else said[0] if said else "Falta dizer com o que se concilia.")


def _why_not(kind: TipoDiferenca, falta: int, *, composed: bool) -> str:
    if not composed:
        return "Escolha antes o que o lançamento paga."
    if not falta:
        return "Não há diferença."
    return f"{kind.value} não explica uma diferença {'a mais' if falta > 0 else 'a menos'}."


def _said(problem: "Problem") -> str:
    """Return what is wrong and what to do; how much is missing stands above it already."""
    message = "" if problem.field == "falta" and problem.fix else problem.message
    return " ".join(part for part in (message, problem.fix) if part)


def _words(titulo: Any) -> str:
    of = titulo.titulo
    return f"{of.documento} {of.nome} {of.nosso_numero} {format_brl(of.valor, simbolo=False)}".casefold()
