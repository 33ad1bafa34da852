"""The pages of *Gerar remessa de pagamento* that differ from those of cobrança."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui import formats
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.cards import card
from finbank_desktop.gui.widgets.clearing import clear
from finbank_desktop.gui.widgets.edits import DateEdit
from finbank_desktop.gui.widgets.flow_layout import FlowLayout
from finbank_desktop.gui.widgets.labels import IconLabel, label
from finbank_desktop.gui.wizards.remessa_pages import ConvenioPage, TitulosPage

if TYPE_CHECKING:
    from finbank_desktop.services.pagamentos.remessa_plan import RemessaPagamentoPlan

_CONVENIOS = (
    Coluna(chave="descricao", titulo="Convênio de pagamento", largura=34),
    Coluna(chave="banco", titulo="Banco", largura=7),
    Coluna(chave="conta", titulo="Conta que paga", largura=24),
    Coluna(chave="proxima_remessa", titulo="Próxima remessa", tipo=TipoColuna.NUMERO, largura=15),
)
_PAGAMENTOS = (
    Coluna(chave="favorecido", titulo="Favorecido", largura=30),
    Coluna(chave="forma", titulo="Forma", largura=18),
    Coluna(chave="dia", titulo="Pagar em", tipo=TipoColuna.DATA, largura=11),
    Coluna(chave="valor", titulo="A pagar", tipo=TipoColuna.VALOR, largura=14),
    Coluna(chave="documento", titulo="Documento", largura=14),
    Coluna(chave="efeito", titulo="O que vai acontecer", largura=70),
)


class RequisitosPage(ConvenioPage):
    """Chooses the convênio and says what is still missing before anything can be paid."""

    colunas = _CONVENIOS
    asked = (
        "De que conta os pagamentos saem?",
        "A remessa leva ao banco o que já foi aprovado. Veja abaixo se está tudo pronto.",
        "Convênios de pagamento",
    )
    altura = 150

    def __init__(self) -> None:
        """Begin before anything is read."""
        super().__init__()
        checks, inside = card("well")
        inside.addWidget(label("Está tudo pronto?", "h3"))
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(theme.px(10))
        self._lines.setVerticalSpacing(theme.px(8))
        self._lines.setColumnStretch(1, 1)
        inside.addLayout(self._lines)
        self.links: list[Button] = []
        self.body.addWidget(checks)

    def first_focus(self) -> QWidget:
        """Begin in the table; without a convênio at what makes one."""
        return self.table if self.model.rowCount() or not self.links else self.links[0]

    def show_checks(self, checks: Sequence[tuple[Tone, str, str, Callable[[], object] | None]]) -> None:
        """Show one line per check: how it stands, in words, and what can be done about it."""
        clear(self._lines)
        self.links = []
        for at, (tone, words, action, run) in enumerate(checks):
            icon = {Tone.SUCCESS: "ok", Tone.DANGER: "erro"}.get(tone, "aviso")
            self._lines.addWidget(IconLabel(icon, size=20, tone=tone), at, 0, Qt.AlignmentFlag.AlignTop)
            self._lines.addWidget(label(words, "", wrap=True), at, 1)
            if run is not None:
                link = Button(action, "link", icon="seta-direita", clicked=run)
                self.links.append(link)
                self._lines.addWidget(link, at, 2, Qt.AlignmentFlag.AlignTop)


class PagamentosPage(TitulosPage):
    """Shows what the bank will be told of each payment and lets payments stay out.

    Attributes:
        day_wanted: All are to be paid on that day; ``None``: each on its own.
    """

    day_wanted = Signal(object)
    colunas = _PAGAMENTOS
    said = ("Quais pagamentos vão?", "favorecido, forma ou documento", "&Pagar até", "pagamento", "pagamentos")
    busca = ("favorecido", "forma", "documento")
    dia = "dia"

    def __init__(self) -> None:
        """Begin without payments."""
        super().__init__()
        self.more_button.hide()
        self.day = DateEdit()
        self.day.setAccessibleName("Pagar todos em")
        self.day.setMaximumWidth(theme.px(150))
        self.day.changed.connect(self._day_changed)
        self._last_day: object = None
        caption = label("Pagar &todos em", "field")
        caption.setBuddy(self.day)
        holder = QWidget()
        line = FlowLayout(holder, theme.px(8))
        for widget in (caption, self.day, label("vazio: cada um no seu dia", "small")):
            line.addWidget(widget)
        self.body.addWidget(holder)

    def _day_changed(self) -> None:
        day = self.day.value()
        if day != self._last_day:
            self._last_day = day
            self.day_wanted.emit(day)

    def show_pagamentos(self, plano: "RemessaPagamentoPlan") -> None:
        """Show every conta that was looked at."""
        rows = [
            {
                "id": row.conta.id,
                "favorecido": row.favorecido,
                "forma": str(row.conta.forma or ""),
                "dia": row.conta.dia,
                "valor": row.conta.valor_a_pagar,
                "documento": row.conta.documento,
                "efeito": row.efeito + _warned(row),
            }
            for row in plano.rows
        ]
        self.fill(rows, {row.conta.id: row.efeito for row in plano.rows if not row.goes}, plano.problems)

    def show_chosen(self, plano: "RemessaPagamentoPlan", escolhidos: Sequence[int]) -> None:
        """Show how many go and what they are worth."""
        chosen = set(escolhidos)
        valor = sum(row.conta.valor_a_pagar for row in plano.rows if row.conta.id in chosen)
        self.show_figures(len(chosen), valor, len(plano.rows), sum(not row.goes for row in plano.rows))


def _warned(row: Any) -> str:
    warnings = [problem for problem in row.problems if not problem.is_error]
    return f" Atenção: {warnings[0].message}" if row.goes and warnings else ""


def ready(plano: "RemessaPagamentoPlan") -> tuple[Tone, str]:
    """Return whether what was approved can go, in one sentence."""
    going, rows = sum(row.goes for row in plano.rows), plano.rows
    stuck = len(rows) - going
    if not rows:
        return Tone.WARNING, "Nenhum pagamento aprovado espera por esta conta."
    words = f"{formats.count(going, 'pagamento pode', 'pagamentos podem')} ir: {_sum(plano)}."
    if not stuck:
        return Tone.SUCCESS, words
    why = next((problem.message for row in rows if not row.goes for problem in row.problems if problem.is_error), "")
    return Tone.WARNING, f"{words} {formats.count(stuck, 'fica', 'ficam')} de fora: {why}"


def _sum(plano: "RemessaPagamentoPlan") -> str:
    return format_brl(sum(row.conta.valor_a_pagar for row in plano.rows if row.goes))
