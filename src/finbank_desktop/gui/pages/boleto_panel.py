"""Everything about one boleto, beside the list."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from finbank_desktop.domain.codigo_barras import format_linha_digitavel
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui import formats
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.buttons import Button, IconButton
from finbank_desktop.gui.widgets.clearing import clear
from finbank_desktop.gui.widgets.flow_layout import FlowLayout
from finbank_desktop.gui.widgets.labels import label, rule
from finbank_desktop.gui.widgets.scroller import Scroller
from finbank_desktop.gui.widgets.selos import Selo
from finbank_desktop.gui.widgets.timeline import Moment, Timeline
from finbank_desktop.services import orientacoes

if TYPE_CHECKING:
    from finbank_desktop.domain.contas_receber import ContaReceber
    from finbank_desktop.services.boletos import BoletoDetalhe

_FACTS = (
    ("vencimento", "Vencimento"),
    ("valor", "Valor"),
    ("valor_pago", "Valor pago"),
    ("data_pagamento", "Pago em"),
    ("nosso_numero", "Nosso número"),
    ("numero_documento", "Nº do documento"),
    ("emissao", "Emissão"),
    ("convenio", "Convênio"),
)


class BoletoPanel(QFrame):
    """Shows two selos, the facts, the linha digitável, what it collects and what happened to it.

    Attributes:
        boleto_id: The boleto that is shown; 0 before there is one.
    """

    def __init__(
        self,
        preview: Callable[[Sequence[int]], object],
        actions: Callable[[int, QWidget], object],
        withdraw: Callable[[int], object],
    ) -> None:
        """Take what is called with the id of the boleto.

        Args:
            preview: Shows it as a page.
            actions: Shows what can be done with it, near a widget.
            withdraw: Takes back what the bank was asked of it.
        """
        super().__init__()
        self.setProperty("kind", "card")
        self.boleto_id = 0
        self.title = label("", "h2", wrap=True)
        self.situacao, self.no_banco = Selo(), Selo()
        self.detail = label("", "small", wrap=True)
        self.todo = label("", "", wrap=True, selectable=True)
        self.linha = label("", "", wrap=True, selectable=True)
        self.copied = label("", "small")
        self.timeline = Timeline()
        self.withdraw_button = Button("Retirar instrução", "link", clicked=lambda: withdraw(self.boleto_id))
        self.actions_button = Button("Ações", "", icon="mais")
        self.actions_button.explain("O que dá para fazer com este boleto")
        self.actions_button.clicked.connect(lambda: actions(self.boleto_id, self.actions_button))
        self._values: dict[str, QLabel] = {}
        self._itens = QVBoxLayout()
        self._itens.setSpacing(theme.px(4))
        self._baixas = QVBoxLayout()
        self._baixas.setSpacing(theme.px(4))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
        column.setSpacing(theme.px(12))
        column.addWidget(self.title)
        column.addLayout(self._states())
        column.addWidget(self.detail)
        column.addWidget(self.withdraw_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.todo)
        column.addWidget(self._line())
        column.addLayout(self._facts())
        see = Button("Visualizar", icon="visualizar", clicked=lambda: preview([self.boleto_id]))
        see.explain("Visualizar e imprimir")
        column.addWidget(_line_of(see, self.actions_button))
        column.addWidget(rule())
        column.addWidget(label("O que este boleto cobra", "h3"))
        column.addLayout(self._itens)
        self._paid = label("O que foi recebido", "h3")
        column.addWidget(self._paid)
        column.addLayout(self._baixas)
        column.addWidget(rule())
        column.addWidget(label("O que aconteceu", "h3"))
        column.addWidget(self.timeline)
        column.addStretch()
        area = Scroller(inner)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(2), theme.px(4), theme.px(2), theme.px(4))
        outer.addWidget(area)
        self.setMinimumWidth(theme.px(310))

    def _states(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        for at, (words, selo) in enumerate((("Situação", self.situacao), ("No banco", self.no_banco))):
            grid.addWidget(label(words, "muted"), at, 0)
            grid.addWidget(selo, at, 1)
        return grid

    def _line(self) -> QFrame:
        well = QFrame()
        well.setProperty("kind", "well")
        row = QHBoxLayout(well)
        row.setContentsMargins(theme.px(12), theme.px(8), theme.px(8), theme.px(8))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(label("Linha digitável", "field"))
        words.addWidget(self.linha)
        words.addWidget(self.copied)
        row.addLayout(words, 1)
        row.addWidget(IconButton("copiar", "Copiar linha digitável (Ctrl+Shift+C)", clicked=self.copy_line))
        return well

    def _facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        for at, (chave, words) in enumerate(_FACTS):
            value = label("", "", wrap=True, selectable=True)
            self._values[chave] = value
            grid.addWidget(label(words, "muted"), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, at, 1)
        return grid

    def show_boleto(self, row: dict[str, Any], detalhe: "BoletoDetalhe") -> None:
        """Show *detalhe*; *row* is its line in the list."""
        boleto = detalhe.boleto
        self.boleto_id = boleto.id
        self.title.setText(detalhe.pagador.nome)
        self.situacao.say(str(row.get("situacao", boleto.situacao)))
        self.no_banco.say(str(boleto.no_banco))
        self.detail.setText(boleto.no_banco_detalhe)
        self.detail.setVisible(bool(boleto.no_banco_detalhe))
        self.withdraw_button.setVisible(boleto.pedido is not None and not boleto.pedido.enviado)
        todo = orientacoes.for_boleto(boleto, detalhe.convenio.banco, detalhe.convenio.formato)
        self.todo.setText(f"O que fazer: {todo}")
        self.todo.setVisible(bool(todo))
        digits = boleto.linha_digitavel
        self.linha.setText(format_linha_digitavel(digits) if digits else "Sem código de barras")
        self.copied.hide()
        texts = {
            "vencimento": formats.show(boleto.vencimento),
            "valor": format_brl(boleto.valor),
            "valor_pago": format_brl(boleto.valor_pago) if boleto.valor_pago else "—",
            "data_pagamento": formats.show(boleto.data_pagamento) or "—",
            "nosso_numero": boleto.nosso_numero_impresso,
            "numero_documento": boleto.numero_documento,
            "emissao": formats.show(boleto.emissao),
            "convenio": detalhe.convenio.descricao,
        }
        for chave, text in texts.items():
            self._values[chave].setText(text)
        self._show_itens([(conta, item.valor) for conta, item in zip(detalhe.contas, boleto.itens, strict=True)])
        _fill(self._baixas, [_received(baixa) for baixa in detalhe.baixas])
        self._paid.setVisible(bool(detalhe.baixas))
        self.timeline.show_moments(
            [Moment(evento.quando, evento.usuario, evento.tipo, evento.texto) for evento in detalhe.eventos]
        )

    def _show_itens(self, itens: Sequence[tuple["ContaReceber", int]]) -> None:
        parts = [(conta.documento, conta.descricao, format_brl(valor)) for conta, valor in itens]
        _fill(self._itens, [" · ".join(part for part in each if part) for each in parts])

    def copy_line(self) -> None:
        """Put the 47 digits on the clipboard."""
        digits = "".join(letter for letter in self.linha.text() if letter.isdigit())
        QGuiApplication.clipboard().setText(digits)
        self.copied.setText("Copiada para a área de transferência.")
        self.copied.show()


def _line_of(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    line = FlowLayout(holder, theme.px(8))
    for widget in widgets:
        line.addWidget(widget)
    return holder


def _fill(column: QVBoxLayout, texts: Sequence[str]) -> None:
    clear(column)
    for text in texts:
        column.addWidget(label(text, "muted", wrap=True))


def _received(baixa: Any) -> str:
    taken_back = f" · estornada em {formats.show(baixa.estornada_em)}" if baixa.estornada_em else ""
    return f"{formats.show(baixa.data)} · {format_brl(baixa.valor_pago)} · {baixa.forma}{taken_back}"
