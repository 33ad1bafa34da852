"""The window in which a person decides about one line of a retorno of payments."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from finbank_desktop.domain.listas import Coluna, ListQuery, TipoColuna
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.models.rows import RowsModel
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.picker import RecordPicker
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog
from finbank_desktop.gui.widgets.table import Table
from finbank_desktop.services.pagamentos.retorno_model import AcaoLinha, DecisaoPagamento

if TYPE_CHECKING:
    from finbank_desktop.services.pagamentos.retorno_model import RetornoPagamentoPlan, RetornoPagamentoRow

_CONTAS = (
    Coluna(chave="favorecido", titulo="Favorecido", largura=32),
    Coluna(chave="codigo", titulo="Código", largura=9),
    Coluna(chave="documento", titulo="Documento", largura=14),
    Coluna(chave="vencimento", titulo="Vencimento", tipo=TipoColuna.DATA, largura=11),
    Coluna(chave="valor", titulo="A pagar", tipo=TipoColuna.VALOR, largura=13),
    Coluna(chave="porque", titulo="Por quê", largura=28),
)
_FOUND = 20


class DecisaoPagamentoDialog(SheetDialog):
    """Offers what the service says may be decided; nothing is written here.

    Attributes:
        decided: Line of the file and what was decided about it.
    """

    decided = Signal(int, object)

    def __init__(
        self, parent: QWidget | None, desk: Desk, plano: "RetornoPagamentoPlan", row: "RetornoPagamentoRow"
    ) -> None:
        """Ask about *row* of *plano*."""
        super().__init__(parent, f"Decidir a linha {row.line}", _describe(row), (900, 600))
        self._desk, self._row = desk, row
        self._acoes = tuple(row.pode)
        self.notice.say(row.efeito, Tone.INFO)
        self.group = QButtonGroup(self)
        self._choices = QVBoxLayout()
        self._choices.setSpacing(theme.px(6))
        self.body.addLayout(self._choices)
        self._proposed = label("Contas a pagar em aberto do mesmo valor", "field")
        self._model = RowsModel(_CONTAS, parent=self)
        self.contas = Table(_CONTAS, self._model, marks=False, name="Contas a pagar que podem ser a desta linha")
        self.contas.setMinimumHeight(theme.px(160))
        self.conta = RecordPicker()
        self.conta.setAccessibleName("Procurar outra conta a pagar")
        self.conta.setPlaceholderText("Procurar outra conta a pagar: favorecido, documento ou descrição")
        self.conta.look_with(self._find)
        self.conta.picked.connect(self._refresh)
        self.conta.textEdited.connect(lambda _text: self._refresh())
        self.body.addWidget(self._proposed)
        self.body.addWidget(self.contas, 1)
        self.body.addWidget(self.conta)
        self.body.addStretch()
        self.contas.selectionModel().selectionChanged.connect(lambda *_: self._refresh())
        self.contas.opened.connect(lambda _row: self._commit())
        self.close_button.setText("Cancelar")
        self.commit = self.add_commit("Usar esta decisão", self._commit)
        self.commit.setDefault(True)
        self._offer()
        if AcaoLinha.ATRIBUIR in self._acoes:
            desk.read(
                self,
                lambda: desk.services.retornos_pagamento.propostas(plano, row.line),
                self._show_proposals,
                self._failed,
            )

    def _offer(self) -> None:
        before = self._row.decisao.acao if self._row.decisao is not None else None
        for at, acao in enumerate(self._acoes):
            radio = QRadioButton(str(acao))
            radio.setChecked(acao is before or (before is None and not at))
            radio.toggled.connect(lambda _on: self._refresh())
            self.group.addButton(radio, at)
            self._choices.addWidget(radio)
        first = self.group.checkedButton()
        if first is not None:
            QTimer.singleShot(0, first, lambda: first.setFocus(Qt.FocusReason.OtherFocusReason))  # once it is shown
        self._refresh()

    def _show_proposals(self, propostas: Sequence[Any]) -> None:
        self._model.show_rows(
            [
                {
                    "id": each.conta.id,
                    "favorecido": each.favorecido,
                    "codigo": each.conta.codigo,
                    "documento": each.conta.documento,
                    "vencimento": each.conta.vencimento,
                    "valor": each.conta.valor_a_pagar,
                    "porque": each.porque,
                }
                for each in propostas
            ]
        )
        if propostas:
            self.contas.selectRow(0)
        self._refresh()

    @property
    def acao(self) -> AcaoLinha | None:
        """What is chosen."""
        at = self.group.checkedId()
        return self._acoes[at] if 0 <= at < len(self._acoes) else None

    def _conta_id(self) -> int:
        rows = self.contas.selected_rows()
        return self.conta.value() or (int(self._model.row(rows[0])["id"]) if rows else 0)

    def _refresh(self) -> None:
        asks = self.acao is AcaoLinha.ATRIBUIR
        proposed = asks and self._model.rowCount() > 0
        self._proposed.setVisible(proposed)
        self.contas.setVisible(proposed)
        self.conta.setVisible(asks)
        missing = "Escolha o que fazer com a linha." if self.acao is None else ""
        self.commit.allow("Escolha a conta a pagar." if asks and not self._conta_id() else missing)

    def _commit(self) -> None:
        acao = self.acao
        if acao is None or not self.commit.isEnabled():
            return
        conta_id = self._conta_id() if acao is AcaoLinha.ATRIBUIR else None
        self.decided.emit(self._row.line, DecisaoPagamento(acao=acao, conta_pagar_id=conta_id))
        self.close()

    def _find(self, words: str, bring: Callable[[Sequence[Mapping[str, Any]]], object]) -> None:
        query = ListQuery(busca=words, quantidade=_FOUND, filtros=self._desk.scope | {"aberto": True})
        self._desk.read(
            self,
            lambda: [
                {
                    "id": row["id"],
                    "texto": f"{row['favorecido']} · {row['codigo']} · vence {formats.show(row['vencimento'])} · "
                    f"{format_brl(row['a_pagar'])} · {row['situacao']}",
                }
                for row in self._desk.services.contas_pagar.list(query).linhas
            ],
            bring,
            self._failed,
        )

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)


def _describe(row: "RetornoPagamentoRow") -> str:
    parts = (
        f"{row.ocorrencia} {row.texto}".strip(),
        row.favorecido,
        f"seu número {row.seu_numero}" if row.seu_numero else "",
        f"pagamento de {format_brl(row.valor)}" if row.valor else "",
        f"pago {format_brl(row.valor_pago)}" if row.valor_pago else "",
        f"em {formats.show(row.data_pagamento)}" if row.data_pagamento else "",
    )
    return " · ".join(part for part in parts if part)
