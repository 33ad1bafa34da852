"""*Retornos de débito automático*: the files that came back, what each did, and taking one back."""

from collections.abc import Sequence
from typing import Any

from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.pages.importacoes_base import SITUACOES
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.pages.retorno_dialogs import DesfazerDialog, ImportacaoDialog
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.filter_bar import Filtro
from finbank_desktop.gui.widgets.verbs import Verb, needs_one

_SHOWN = frozenset(
    (
        *("codigo", "numero", "data_emissao", "importada_em", "usuario", "banco", "convenio", "baixas", "conferir"),
        "situacao",
    )
)


class DebitoRetornosPage(ListPage):
    """Lists imported retornos of débito automático."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        retornos = desk.services.debitos.retornos
        spec = ListSpec(
            key="debito-retornos",
            title="Retornos de débito automático",
            icon="retornos",
            one="arquivo importado",
            many="arquivos importados",
            colunas=retornos.COLUNAS,
            fetch=retornos.list,
            filtros=(Filtro("situacao", "Situação", SITUACOES),),
            hint="Filtrar por código, arquivo ou usuário",
            hidden=frozenset(coluna.chave for coluna in retornos.COLUNAS) - _SHOWN,
            empty=("Nenhum retorno de débito importado", "Baixe o arquivo .RET no site do banco e importe-o aqui."),
            empty_verb="Importar retorno",
            help_link="O que o retorno traz?",
            markable=False,
        )
        verbs = (
            Verb(
                text="Importar retorno",
                icon="retornos",
                run=lambda _ids: desk.debito_wanted.emit([]),
                shortcut="Ctrl+N",
                kind="primary",
            ),
            Verb(text="Ver o que mudou", icon="visualizar", run=lambda ids: self.open_row(ids[0]), reason=needs_one),
            Verb(text="Desfazer importação", icon="importacoes", run=self.undo, reason=needs_one, in_bar=False),
        )
        super().__init__(desk, spec, verbs)

    def open_row(self, row_id: int) -> None:
        """Show what the import did."""
        self.desk.read(self, lambda: self.desk.services.importacoes.get(row_id), self._show, self._failed)

    def _show(self, detalhe: Any) -> None:
        dialog = ImportacaoDialog(self.window(), detalhe)
        dialog.undo_wanted.connect(lambda: self.undo([detalhe.importacao.id]))
        dialog.decision_wanted.connect(lambda: self.desk.debito_wanted.emit([]))
        dialog.open()

    def undo(self, ids: Sequence[int]) -> None:
        """Show what undoing the import takes back, or what stands in the way."""
        self.desk.read(
            self, lambda: self.desk.services.importacoes.plan_desfazer(ids[0]), self._show_undo, self._failed
        )

    def _show_undo(self, plan: Any) -> None:
        dialog = DesfazerDialog(self.window(), self.desk, plan)
        dialog.undone.connect(lambda words: self.message.say(words, Tone.SUCCESS))
        dialog.open()

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)
