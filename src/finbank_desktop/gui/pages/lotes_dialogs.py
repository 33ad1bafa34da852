"""The windows of *Lotes*: the lançamentos of a lot, and closing lots."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from finbank_desktop.domain.contabil import SituacaoLote
from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.models.rows import RowsModel
from finbank_desktop.gui.pages.lotes_origem import NOWHERE, place_of
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.cards import FigureCard, figures
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog
from finbank_desktop.gui.widgets.table import Table

_PAGINA = 200
"""Lançamentos shown at once."""
_LINHAS = (
    Coluna(chave="lancamento", titulo="Nº", tipo=TipoColuna.NUMERO, largura=6),
    Coluna(chave="data", titulo="Data", tipo=TipoColuna.DATA, largura=11),
    Coluna(chave="conta", titulo="Conta contábil", largura=38),
    Coluna(chave="debito", titulo="Débito", tipo=TipoColuna.VALOR, largura=15),
    Coluna(chave="credito", titulo="Crédito", tipo=TipoColuna.VALOR, largura=15),
    Coluna(chave="historico", titulo="Histórico", largura=70),
)


class LoteDialog(SheetDialog):
    """The lançamentos of one lot, debits and credits line by line.

    Attributes:
        export_wanted: The lot is to be exported.
        close_wanted: The lot is to be closed.
    """

    export_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None, desk: Desk, detalhe: Any) -> None:
        """Show *detalhe*, a ``LoteDetalhe``."""
        lote = detalhe.lote
        super().__init__(
            parent,
            f"Lote {lote.codigo} · {lote.texto}",
            f"{formats.show(lote.quando)} por {lote.usuario} · {_state(lote)}",
            (1120, 680),
        )
        self._desk, self._lote, self._at = desk, lote, 0
        self.body.addLayout(figures(_sums(detalhe)))
        if detalhe.estornado_por is not None:
            self.notice.say(f"Este lote foi compensado pelo lote {detalhe.estornado_por.codigo}.", Tone.INFO)
        if detalhe.estorna is not None:
            self.notice.say(f"Este lote compensa o lote {detalhe.estorna.codigo}, que está fechado.", Tone.INFO)
        self.model = RowsModel(_LINHAS)
        self.table = Table(_LINHAS, self.model, marks=False, name="Lançamentos do lote")
        self.model.setParent(self.table)
        self.body.addWidget(self.table, 1)
        self.place = label("", "muted")
        self.body.addWidget(self.place)
        self.back = self.add_further(Button("Anteriores", "", icon="seta-esquerda", clicked=lambda: self._turn(-1)))
        self.forth = self.add_further(Button("Próximos", "", icon="seta-direita", clicked=lambda: self._turn(1)))
        self.source = self.add_further(Button("Ver o retorno", "", icon="retornos", clicked=self._show_source))
        self._place = place_of(lote.origem_tabela, lote.origem_id, lote.processo, lote.texto)
        self.source.allow("" if self._place else NOWHERE)
        self.export_button = self.add_further(Button("Exportar…", "", icon="salvar", clicked=self._export))
        self.shut = self.add_further(Button("Fechar o lote…", "", icon="ok", clicked=self._shut))
        self.shut.allow("Este lote já está fechado." if lote.situacao is SituacaoLote.FECHADO else "")
        for button in (self.back, self.forth):
            button.setVisible(detalhe.total > _PAGINA)
        self._show(detalhe)

    def _turn(self, step: int) -> None:
        start = self._at + step * _PAGINA
        self._desk.read(
            self,
            lambda: self._desk.services.lotes.get(self._lote.id, inicio=start, quantidade=_PAGINA),
            lambda detalhe: self._show(detalhe, start),
            lambda error: self.message.say(explain(error), Tone.DANGER),
        )

    def _show(self, detalhe: Any, start: int = 0) -> None:
        self._at = start
        rows = [_row(number, linha) for number, linha in enumerate(detalhe.linhas)]
        self.model.show_rows(rows)
        if rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
        last = min(start + _PAGINA, detalhe.total)
        self.place.setText(f"Lançamentos {start + 1} a {last} de {detalhe.total}" if detalhe.total > _PAGINA else "")
        self.back.allow("" if start else "Estes são os primeiros.")
        self.forth.allow("" if last < detalhe.total else "Estes são os últimos.")

    def _show_source(self) -> None:
        if self._place is not None:
            self.close()
            self._desk.section_wanted.emit(*self._place)

    def _export(self) -> None:
        self.close()
        self.export_wanted.emit()

    def _shut(self) -> None:
        self.close()
        self.close_wanted.emit()


def _state(lote: Any) -> str:
    if lote.situacao is not SituacaoLote.FECHADO:
        return str(lote.situacao)
    return f"{lote.situacao} em {formats.show(lote.fechado_em)} por {lote.fechado_por}"


def _row(number: int, linha: Any) -> dict[str, Any]:
    return {
        "id": number,
        "lancamento": linha.lancamento,
        "data": linha.partida.data,
        "conta": f"{linha.conta.codigo} {linha.conta.nome}",
        "debito": linha.debito or None,
        "credito": linha.credito or None,
        "historico": linha.historico,
    }


def _sums(detalhe: Any) -> list[FigureCard]:
    lote, shown = detalhe.lote, []
    days = formats.show(lote.inicio) + ("" if lote.inicio == lote.fim else f" a {formats.show(lote.fim)}")
    for words, figure in (
        ("Lançamentos", f"{detalhe.total:,}".replace(",", ".")),
        ("Débitos e créditos", format_brl(lote.valor)),
        ("Dias", days),
    ):
        card = FigureCard(words)
        card.show_figure(figure)
        shown.append(card)
    return shown


class FecharLotesDialog(SheetDialog):
    """Says what closing means, then closes.

    Attributes:
        closed: They are closed; carries the sentence that says so.
    """

    closed = Signal(str)

    def __init__(self, parent: QWidget | None, desk: Desk, ids: Sequence[int]) -> None:
        """Ask for the lots *ids*."""
        words = formats.count(len(ids), "lote", "lotes")
        super().__init__(
            parent,
            f"Fechar {words}",
            "Um lote fechado não muda mais. Se depois você desfizer o retorno ou a baixa que o fez, ele fica, e um "
            "lote de estorno o compensa.",
            (600, 280),
        )
        self._desk, self._ids = desk, list(ids)
        self.body.addStretch()
        self.close_button.setText("Cancelar")
        self.commit = self.add_commit(f"Fechar {words}", self._commit)
        self.commit.setDefault(True)

    def _commit(self) -> None:
        self.commit.allow("Aguarde o fim da tarefa.")
        ids = self._ids
        self._desk.write(
            self, "Fechando lotes", lambda _watcher: self._desk.services.lotes.fechar(ids), self._done, self._failed
        )

    def _done(self, lotes: Sequence[Any]) -> None:
        self.closed.emit(f"{formats.count(len(lotes), 'lote fechado', 'lotes fechados')}.")
        self.close()

    def _failed(self, error: Exception) -> None:
        self.commit.allow("")
        self.message.say(explain(error), Tone.DANGER)
