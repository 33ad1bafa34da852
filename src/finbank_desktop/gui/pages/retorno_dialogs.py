"""The windows of *Retornos*: what an import did, line by line, and what undoing it takes back."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.cards import FigureCard, figures
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog, table_of
from finbank_desktop.services.plans import StalePlanError
from finbank_desktop.services.retorno_wizard import TITULOS_ABAS

_LINHAS = (
    Coluna(chave="linha", titulo="Linha", tipo=TipoColuna.NUMERO, largura=7),
    Coluna(chave="pagador", titulo="Pagador", largura=28),
    Coluna(chave="texto", titulo="Ocorrência", largura=28),
    Coluna(chave="valor_pago", titulo="Pago", tipo=TipoColuna.VALOR, largura=13),
    Coluna(chave="tarifa", titulo="Tarifa", tipo=TipoColuna.VALOR, largura=9),
    Coluna(chave="efeito", titulo="O que aconteceu", largura=70),
    Coluna(chave="espera", titulo="Espera você", largura=12),
)
_DESFEITAS = (
    Coluna(chave="linha", titulo="Linha", tipo=TipoColuna.NUMERO, largura=7),
    Coluna(chave="texto", titulo="O que volta atrás", largura=90),
)
_IMPEDIMENTOS = (
    Coluna(chave="linha", titulo="Linha", tipo=TipoColuna.NUMERO, largura=7),
    Coluna(chave="texto", titulo="O que impede", largura=90),
)


class ImportacaoSheet(SheetDialog):
    """An import: what it is, and what a person may still do with it; a subclass shows its lines.

    Attributes:
        undo_wanted: The import should be taken back.
        decision_wanted: The lines that wait should be decided.
    """

    undo_wanted = Signal()
    decision_wanted = Signal()

    def __init__(self, parent: QWidget | None, detalhe: Any) -> None:
        """Say whose *detalhe* it is: an ``ImportacaoDetalhe``, or one of payments."""
        importacao = detalhe.importacao
        number = f" · retorno nº {importacao.numero}" if importacao.numero is not None else ""
        when = formats.show(importacao.importada_em)
        super().__init__(
            parent,
            f"Importação {importacao.codigo} · {importacao.arquivo}",
            f"{importacao.tipo}{number} · {detalhe.convenio} · {when} por {importacao.usuario} · {importacao.situacao}",
        )

    def offer(self, detalhe: Any) -> None:
        """Offer what may still be done with the import, beneath its lines."""
        waiting = len(detalhe.esperam)
        self.decide_button = self.add_further(Button("Decidir o que espera…", icon="editar", clicked=self._decide))
        self.decide_button.allow("" if waiting else "Nenhuma linha deste arquivo espera uma decisão.")
        self.undo_button = self.add_further(Button("Desfazer importação…", icon="importacoes", clicked=self._undo))
        undone = str(detalhe.importacao.situacao) == "Desfeita"
        self.undo_button.allow("Esta importação já foi desfeita." if undone else "")
        if waiting:
            words = formats.count(waiting, "linha espera", "linhas esperam")
            self.notice.say(f"{words} uma decisão sua.", Tone.WARNING)

    def _undo(self) -> None:
        self.close()
        self.undo_wanted.emit()

    def _decide(self) -> None:
        self.close()
        self.decision_wanted.emit()


class ImportacaoDialog(ImportacaoSheet):
    """Every line of an import and what it did, tab by tab."""

    def __init__(self, parent: QWidget | None, detalhe: Any) -> None:
        """Show *detalhe*, an ``ImportacaoDetalhe``."""
        super().__init__(parent, detalhe)
        self.body.addLayout(figures(_sums(detalhe)))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName("Linhas da importação por tipo")
        rows = _rows(detalhe)
        for aba, titulo in TITULOS_ABAS.items():
            if rows.get(aba):
                self.tabs.addTab(table_of(_LINHAS, rows[aba], titulo), f"{titulo} ({len(rows[aba])})")
        self.body.addWidget(self.tabs, 1)
        self.offer(detalhe)


def _sums(detalhe: Any) -> list[FigureCard]:
    pago = sum(linha.valor_pago or 0 for linha in detalhe.linhas if str(linha.tab) == "baixas")
    tarifas = sum(linha.tarifa or 0 for linha in detalhe.linhas if linha.identidade or str(linha.tab) == "tarifas")
    shown = []
    for words, figure in (
        ("Linhas", f"{len(detalhe.linhas):,}".replace(",", ".")),
        ("Pago e baixado", format_brl(pago)),
        ("Tarifas do banco", format_brl(tarifas)),
        ("Esperam você", str(len(detalhe.esperam))),
    ):
        made = FigureCard(words)
        made.show_figure(figure)
        shown.append(made)
    return shown


def _rows(detalhe: Any) -> dict[str, list[dict[str, Any]]]:
    abas: dict[str, list[dict[str, Any]]] = {}
    for number, linha in enumerate(detalhe.linhas):
        abas.setdefault(str(linha.tab), []).append(
            {
                "id": number,
                "linha": linha.linha,
                "pagador": detalhe.pagadores.get(linha.boleto_id, ""),
                "texto": f"{linha.codigo} {linha.texto}".strip(),
                "valor_pago": linha.valor_pago,
                "tarifa": linha.tarifa,
                "efeito": linha.efeito,
                "espera": "Sim" if linha.linha in detalhe.esperam else "",
            }
        )
    return abas


class DesfazerDialog(SheetDialog):
    """What undoing an import takes back; when later work stands on it, what that is and nothing to press.

    Attributes:
        undone: It was taken back; carries the sentence that says so.
    """

    undone = Signal(str)

    def __init__(
        self,
        parent: QWidget | None,
        desk: Desk,
        plan: Any,
        said: Sequence[tuple[int | None, str]] | None = None,
        undo: Callable[[], Any] | None = None,
    ) -> None:
        """Show *plan*.

        Args:
            parent: Above which it stands.
            desk: What all pages share.
            plan: A plan of undoing, with ``de``, ``refused``, ``texto`` and ``can``.
            said: What goes back: line of the file, and a sentence; ``None`` takes them from the plan of boletos.
            undo: Undoes it and returns the import; runs beside the window; ``None`` undoes an import of boletos.
        """
        codigo = getattr(plan.de, "codigo", "")
        super().__init__(parent, f"Desfazer a importação {codigo}", plan.texto, (900, 600))
        self._desk, self._plan = desk, plan
        self._undo = undo or (lambda: desk.services.importacoes.desfazer(plan))
        lines = [(each.row, each.texto) for each in plan.rows] if said is None else said
        if plan.refused:
            self.notice.say(
                "Não dá para desfazer: outras coisas foram feitas depois, em cima desta importação. Nada muda.",
                Tone.DANGER,
            )
            rows = [{"id": n, "linha": each.row, "texto": each.why} for n, each in enumerate(plan.refused)]
            self.table = table_of(_IMPEDIMENTOS, rows, "O que impede")
        else:
            rows = [{"id": n, "linha": linha, "texto": texto} for n, (linha, texto) in enumerate(lines)]
            self.table = table_of(_DESFEITAS, rows, "O que volta atrás")
        self.body.addWidget(self.table, 1)
        words = formats.count(len(plan.rows), "linha", "linhas")
        self.commit = self.add_commit(f"Desfazer {words}" if plan.can else "Desfazer", self._commit)
        self.commit.allow("" if plan.can else plan.refused[0].why)
        self.close_button.setText("Cancelar" if plan.can else "Fechar")

    def _commit(self) -> None:
        plan = self._plan
        self.commit.allow("Aguarde o fim da tarefa.")
        self._desk.write(
            self,
            f"Desfazendo a importação {getattr(plan.de, 'codigo', '')}",
            lambda _watcher: self._undo(),
            self._done,
            self._failed,
        )

    def _done(self, importacao: Any) -> None:
        self.undone.emit(
            f"A importação {importacao.codigo} foi desfeita; o arquivo {importacao.arquivo} pode ser importado de novo."
        )
        self.close()

    def _failed(self, error: Exception) -> None:
        again = isinstance(error, StalePlanError)
        self.commit.allow("Feche e peça de novo: os dados mudaram." if again else "")
        self.message.say(explain(error), Tone.DANGER)
