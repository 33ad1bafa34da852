"""The window in which a person decides about one line of a retorno."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
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
from finbank_desktop.services.retorno_decisoes import Acao, Decisao, OpcaoDecisao

if TYPE_CHECKING:
    from finbank_desktop.services.retorno_model import PlanRow, RetornoPlan

_BOLETOS = (
    Coluna(chave="pagador", titulo="Pagador", largura=30),
    Coluna(chave="nosso_numero", titulo="Nosso número", largura=16),
    Coluna(chave="numero_documento", titulo="Nº documento", largura=14),
    Coluna(chave="vencimento", titulo="Vencimento", tipo=TipoColuna.DATA, largura=11),
    Coluna(chave="valor", titulo="Valor", tipo=TipoColuna.VALOR, largura=13),
    Coluna(chave="porque", titulo="Por quê", largura=28),
)
_FOUND = 20


class DecisaoDialog(SheetDialog):
    """Offers what the service says may be decided; nothing is written here.

    Attributes:
        decided: Line of the file and what was decided about it.
    """

    decided = Signal(int, object)

    def __init__(self, parent: QWidget | None, desk: Desk, plano: "RetornoPlan", row: "PlanRow") -> None:
        """Ask about *row* of *plano*."""
        super().__init__(parent, f"Decidir a linha {row.line}", _describe(row), (900, 640))
        self._desk, self._plano, self._row = desk, plano, row
        self._opcoes: list[OpcaoDecisao] = []
        self.notice.say(row.efeito, Tone.INFO)
        self.group = QButtonGroup(self)
        self.radios: list[QRadioButton] = []
        self._model = RowsModel(_BOLETOS, parent=self)
        self.boletos = Table(_BOLETOS, self._model, marks=False, name="Boletos que podem ser o desta linha")
        self.boletos.setMinimumHeight(theme.px(180))
        self.boleto = RecordPicker()
        self.pessoa = RecordPicker()
        for picker, name, look in (
            (self.boleto, "Procurar outro boleto", self._find_boleto),
            (self.pessoa, "Cliente que pagou", self._find_pessoa),
        ):
            picker.setAccessibleName(name)
            picker.look_with(look)
            picker.picked.connect(self._refresh)
            picker.textEdited.connect(lambda _text: self._refresh())
        self.boleto.setPlaceholderText("Procurar outro boleto: pagador, nosso número ou documento")
        self.pessoa.setPlaceholderText("Procurar o cliente: nome, código ou CPF/CNPJ")
        self._build_body()
        self.boletos.selectionModel().selectionChanged.connect(lambda *_: self._refresh())
        self.boletos.opened.connect(lambda _row: self._commit())
        self.close_button.setText("Cancelar")
        self.commit = self.add_commit("Usar esta decisão", self._commit)
        self.commit.setDefault(True)
        self.commit.allow("Aguarde: estou procurando o que pode ser feito.")
        line = row.line
        desk.read(
            self,
            lambda: (desk.services.retornos.opcoes(plano, line), desk.services.retornos.propostas(plano, line)),
            lambda found: self.show_options(*found),
            self._failed,
        )

    def _build_body(self) -> None:
        self._choices = QVBoxLayout()
        self._choices.setSpacing(theme.px(6))
        self.body.addLayout(self._choices)
        self._proposed = label("Boletos em aberto do mesmo valor", "field")
        self.body.addWidget(self._proposed)
        self.body.addWidget(self.boletos, 1)
        self.body.addWidget(self.boleto)
        self.body.addWidget(self.pessoa)
        self.body.addStretch()
        for widget in (self._proposed, self.boletos, self.boleto, self.pessoa):
            widget.hide()

    def show_options(self, opcoes: Sequence[OpcaoDecisao], propostas: Sequence[Any]) -> None:
        """Offer *opcoes*; *propostas* are boletos the line may speak of."""
        self._opcoes = list(opcoes)
        for at, opcao in enumerate(self._opcoes):
            radio = QRadioButton(opcao.texto)
            radio.toggled.connect(lambda _on: self._refresh())
            self.group.addButton(radio, at)
            self._choices.addWidget(radio)
            self.radios.append(radio)
        rows = [
            {
                "id": each.boleto_id,
                "pagador": each.pagador,
                "nosso_numero": each.nosso_numero,
                "numero_documento": each.numero_documento,
                "vencimento": date.fromisoformat(each.vencimento),
                "valor": each.valor,
                "porque": each.porque,
            }
            for each in propostas
        ]
        self._model.show_rows(rows)
        if rows:
            self.boletos.selectRow(0)
        if self.radios:
            first = self.radios[self._chosen_before()]
            first.setChecked(True)
            QTimer.singleShot(0, first, lambda: first.setFocus(Qt.FocusReason.OtherFocusReason))  # once it is shown
        self._refresh()

    def _chosen_before(self) -> int:
        decisao = self._row.decisao
        if decisao is None:
            return 0
        alike = (at for at, o in enumerate(self._opcoes) if (o.acao, o.como) == (decisao.acao, decisao.como))
        return next(alike, 0)

    @property
    def opcao(self) -> OpcaoDecisao | None:
        """What is chosen."""
        at = self.group.checkedId()
        return self._opcoes[at] if 0 <= at < len(self._opcoes) else None

    def _boleto_id(self) -> int:
        rows = self.boletos.selected_rows()
        return self.boleto.value() or (int(self._model.row(rows[0])["id"]) if rows else 0)

    def _refresh(self) -> None:
        opcao = self.opcao
        asks_boleto = opcao is not None and opcao.asks_boleto
        proposed = asks_boleto and self._model.rowCount() > 0
        self._proposed.setVisible(proposed)
        self.boletos.setVisible(proposed)
        self.boleto.setVisible(asks_boleto)
        self.pessoa.setVisible(opcao is not None and opcao.asks_pessoa)
        self.commit.allow(self._missing(opcao))

    def _missing(self, opcao: OpcaoDecisao | None) -> str:
        if opcao is None:
            return "Escolha o que fazer com a linha."
        if opcao.asks_boleto and not self._boleto_id():
            return "Escolha o boleto."
        if opcao.asks_pessoa and not self.pessoa.value():
            return "Escolha o cliente que pagou."
        return ""

    def _commit(self) -> None:
        opcao = self.opcao
        if opcao is None or self._missing(opcao):
            return
        boleto_id = self._boleto_id() if opcao.asks_boleto else self._boleto_before(opcao)
        decisao = Decisao(
            acao=opcao.acao,
            como=opcao.como,
            boleto_id=boleto_id,
            pessoa_id=self.pessoa.value() if opcao.asks_pessoa else None,
        )
        self.decided.emit(self._row.line, decisao)
        self.close()

    def _boleto_before(self, opcao: OpcaoDecisao) -> int | None:
        before = self._row.decisao
        return before.boleto_id if before is not None and opcao.acao is Acao.ATRIBUIR else None

    # --- finding

    def _find_boleto(self, words: str, bring: Callable[[Sequence[Mapping[str, Any]]], object]) -> None:
        query = ListQuery(busca=words, quantidade=_FOUND, filtros=self._desk.scope)
        self._desk.read(
            self,
            lambda: [
                {
                    "id": row["id"],
                    "texto": f"{row['pagador']} · {row['nosso_numero_impresso']} · "
                    f"vence {formats.show(row['vencimento'])} · {format_brl(row['valor'])} · {row['situacao']}",
                }
                for row in self._desk.services.boletos.list(query).linhas
            ],
            bring,
            self._failed,
        )

    def _find_pessoa(self, words: str, bring: Callable[[Sequence[Mapping[str, Any]]], object]) -> None:
        query = ListQuery(busca=words, quantidade=_FOUND, filtros=self._desk.scope)
        self._desk.read(
            self,
            lambda: [
                {"id": row["id"], "texto": f"{row['nome']} · {row['documento']}"}
                for row in self._desk.services.cadastros.list_pessoas(query).linhas
            ],
            bring,
            self._failed,
        )

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)


def _describe(row: "PlanRow") -> str:
    parts = (
        f"{row.ocorrencia} {row.texto}".strip(),
        row.pagador,
        f"nosso número {row.nosso_numero}" if row.nosso_numero else "",
        f"documento {row.seu_numero}" if row.seu_numero else "",
        f"título de {format_brl(row.valor_titulo)}" if row.valor_titulo else "",
        f"pago {format_brl(row.valor_pago)}" if row.valor_pago else "",
        f"em {formats.show(row.data_pagamento)}" if row.data_pagamento else "",
    )
    return " · ".join(part for part in parts if part)
