"""*Extratos*: the statements that were imported, what stands in each, and taking one back."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.pages.choices import periods
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.filter_bar import Filtro, Opcao
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog, table_of
from finbank_desktop.gui.widgets.verbs import Verb, needs_one

_SITUACOES = (Opcao("Importada", "Importada"), Opcao("Desfeita", "Desfeita"))
_HIDDEN = frozenset({"formato", "banco", "ja_importados", "usuario", "quarentena", "importado_em"})
_NATUREZAS = {
    "lancamento": "Lançamentos",
    "saldo": "Saldos",
    "previsto": "Previstos",
    "quarentena": "Quarentena",
}
_LINHAS = (
    Coluna(chave="linha", titulo="Linha", tipo=TipoColuna.NUMERO, largura=7),
    Coluna(chave="data", titulo="Data", tipo=TipoColuna.DATA, largura=11),
    Coluna(chave="texto", titulo="O que o banco diz", largura=50),
    Coluna(chave="valor", titulo="Valor", tipo=TipoColuna.VALOR, largura=14),
    Coluna(chave="documento", titulo="Documento", largura=14),
    Coluna(chave="situacao", titulo="Conciliação", largura=14),
    Coluna(chave="motivo", titulo="Por quê", largura=40),
)
_IMPEDIMENTOS = (
    Coluna(chave="linha", titulo="Linha", tipo=TipoColuna.NUMERO, largura=7),
    Coluna(chave="texto", titulo="O que impede", largura=90),
)


class ExtratosPage(ListPage):
    """Lists imported statements."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        spec = ListSpec(
            key="extratos",
            title="Extratos",
            icon="extratos",
            one="extrato",
            many="extratos",
            colunas=desk.services.extratos.COLUNAS,
            fetch=desk.services.extratos.list,
            filtros=(Filtro("fim", "Até", periods), Filtro("situacao", "Situação", _SITUACOES)),
            hint="Filtrar por código, arquivo ou usuário",
            hidden=_HIDDEN,
            empty=("Nenhum extrato importado", "Baixe o extrato em OFX no site do banco e solte aqui."),
            empty_verb="Importar extrato",
            help_link="Onde baixo no meu banco?",
            markable=False,
        )
        verbs = (
            Verb(
                text="Importar extrato",
                icon="extratos",
                run=lambda _ids: desk.statements_wanted.emit([]),
                kind="primary",
            ),
            Verb(text="Ver as linhas", icon="visualizar", run=self._show, reason=needs_one),
            Verb(text="Conciliar a conta", icon="conciliacao", run=self._reconcile, reason=needs_one),
            Verb(
                text="Desfazer importação",
                icon="importacoes",
                run=self.undo,
                reason=self._why_not_undo,
                in_bar=False,
            ),
        )
        super().__init__(desk, spec, verbs)

    def open_row(self, row_id: int) -> None:
        """Show the lines of a statement."""
        self._show([row_id])

    def _show(self, ids: Sequence[int]) -> None:
        self.desk.read(
            self,
            lambda: self.desk.services.extratos.get(ids[0]),
            lambda found: ExtratoDialog(self.window(), found).open(),
            self._failed,
        )

    def _reconcile(self, _ids: Sequence[int]) -> None:
        row = self.current_row() or {}
        chosen = {"conta_id": Opcao(str(row.get("conta", "")), row.get("conta_id"))}
        self.desk.section_wanted.emit("conciliacao", chosen)

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)

    def _why_not_undo(self, ids: Sequence[int]) -> str:
        undone = str((self.current_row() or {}).get("situacao")) == "Desfeita"
        return needs_one(ids) or ("Esta importação já foi desfeita." if undone else "")

    def undo(self, ids: Sequence[int]) -> None:
        """Show what undoing the import takes away, or what stands in the way."""
        self.desk.read(self, lambda: self.desk.services.extratos.plan_desfazer(ids[0]), self._show_undo, self._failed)

    def _show_undo(self, plan: Any) -> None:
        dialog = DesfazerExtratoDialog(self.window(), self.desk, plan)
        dialog.undone.connect(lambda words: self.message.say(words, Tone.SUCCESS))
        dialog.open()


class ExtratoDialog(SheetDialog):
    """Every line of an imported statement, kind by kind."""

    def __init__(self, parent: QWidget | None, found: Any) -> None:
        """Show *found*, an ``ExtratoDetalhe``."""
        extrato = found.extrato
        when = formats.show(extrato.importado_em)
        super().__init__(
            parent,
            f"Extrato {extrato.codigo} · {extrato.arquivo}",
            f"{found.conta} · importado em {when} por {extrato.usuario} · {extrato.situacao}",
        )
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName("Linhas do extrato por tipo")
        for kind, title in _NATUREZAS.items():
            rows = [_shown(linha) for linha in found.linhas if linha.natureza == kind]
            if rows:
                self.tabs.addTab(table_of(_LINHAS, rows, title), f"{title} ({len(rows)})")
        self.body.addWidget(self.tabs, 1)


def _shown(linha: Any) -> dict[str, Any]:
    waits = linha.natureza == "lancamento"
    shown = {coluna.chave: getattr(linha, coluna.chave) for coluna in _LINHAS}
    return shown | {"id": linha.id, "situacao": str(linha.situacao) if waits else ""}


class DesfazerExtratoDialog(SheetDialog):
    """What undoing the import takes away; when lines are reconciled, which, and nothing to press.

    Attributes:
        undone: It was taken back; carries the sentence that says so.
    """

    undone = Signal(str)

    def __init__(self, parent: QWidget | None, desk: Desk, plan: Any) -> None:
        """Show *plan*."""
        super().__init__(parent, f"Desfazer a importação do extrato {plan.extrato.codigo}", plan.texto, (900, 600))
        self._desk, self._plan = desk, plan
        if plan.refused:
            self.notice.say("Não dá para desfazer: parte das linhas já foi conciliada. Nada muda.", Tone.DANGER)
            rows = [{"id": n, "linha": row, "texto": why} for n, (row, why) in enumerate(plan.refused)]
            self.table = table_of(_IMPEDIMENTOS, rows, "O que impede")
        else:
            self.table = table_of(_LINHAS, [_shown(linha) for linha in plan.linhas], "O que sai dos livros")
        self.body.addWidget(self.table, 1)
        words = formats.count(len(plan.linhas), "linha", "linhas")
        self.commit = self.add_commit(f"Desfazer {words}", self._commit)
        self.commit.allow("" if plan.can else plan.refused[0][1])
        self.close_button.setText("Cancelar" if plan.can else "Fechar")

    def _commit(self) -> None:
        plan = self._plan
        self.commit.allow("Aguarde o fim da tarefa.")
        self._desk.write(
            self,
            f"Desfazendo o extrato {plan.extrato.codigo}",
            lambda _watcher: self._desk.services.extratos.desfazer(plan),
            self._done,
            self._failed,
        )

    def _done(self, extrato: Any) -> None:
        self.undone.emit(f"O extrato {extrato.codigo} foi desfeito; {extrato.arquivo} pode ser importado de novo.")
        self.close()

    def _failed(self, error: Exception) -> None:
        self.commit.allow("Feche e peça de novo.")
        self.message.say(explain(error), Tone.DANGER)
