"""*Contas a receber*: what customers owe, and the boletos made of it."""

from collections.abc import Sequence

from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.pages.acoes import Acoes
from finbank_desktop.gui.pages.baixas_dialog import BaixasDialog
from finbank_desktop.gui.pages.choices import SITUACOES, periods
from finbank_desktop.gui.pages.conta_receber_form import ContaReceberForm
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.filter_bar import Filtro
from finbank_desktop.gui.widgets.verbs import Verb, needs_one, needs_rows
from finbank_desktop.gui.wizards.emitir_boletos import EmitirBoletosWizard

_HIDDEN = frozenset({"codigo", "emissao", "valor_baixado", "convenio", "descricao", "origem"})


class ContasReceberPage(ListPage):
    """Lists contas a receber."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        spec = ListSpec(
            key="contas-receber",
            title="Contas a receber",
            icon="contas-receber",
            one="conta",
            many="contas",
            colunas=desk.services.contas_receber.COLUNAS,
            fetch=desk.services.contas_receber.list,
            filtros=(Filtro("situacao", "Situação", SITUACOES), Filtro("vencimento", "Vencimento", periods)),
            hint="Filtrar por cliente, documento ou descrição",
            somas={"valor": "Total", "saldo": "A receber"},
            hidden=_HIDDEN,
            empty=("Nenhuma conta a receber", "Lance aqui o que cada cliente deve; daqui saem os boletos."),
            empty_verb="Nova conta",
            help_link="Como lançar contas e gerar boletos?",
        )
        self.acoes = Acoes(self)
        verbs = (
            Verb(text="Nova conta", icon="novo", run=self._new, shortcut="Ctrl+N", kind="primary"),
            Verb(text="Gerar boleto", icon="boletos", run=self._emit, reason=needs_rows, shortcut="Ctrl+B"),
            Verb(
                text="Agrupar em um boleto",
                icon="agrupar",
                run=self._emit_grouped,
                reason=_needs_two,
                shortcut="Ctrl+Shift+B",
                in_bar=False,
            ),
            Verb(text="Editar", icon="editar", run=self._edit, reason=needs_one, in_bar=False),
            Verb(text="Ver as baixas", icon="visualizar", run=self.show_baixas, reason=needs_one, in_bar=False),
            *self.acoes.of_contas(),
            Verb(
                text="Importar planilha",
                icon="soltar",
                run=lambda _ids: desk.table_wanted.emit("contas-receber"),
                shortcut="Ctrl+Shift+I",
                in_bar=False,
            ),
        )
        super().__init__(desk, spec, verbs)

    def open_row(self, row_id: int) -> None:
        """Change the conta."""
        self._edit([row_id])

    def show_baixas(self, ids: Sequence[int]) -> None:
        """Show the items de baixa of a conta, each with its lot."""
        row = self.current_row() or {}
        BaixasDialog(self.window(), self.desk, ids[0], f"{row.get('documento', '')} · {row.get('pessoa', '')}").open()

    def _emit(self, ids: Sequence[int]) -> None:
        EmitirBoletosWizard(self.window(), self.desk, ids, agrupar=False).open()

    def _emit_grouped(self, ids: Sequence[int]) -> None:
        EmitirBoletosWizard(self.window(), self.desk, ids, agrupar=True).open()

    def _new(self, _ids: Sequence[int]) -> None:
        ContaReceberForm(self, self.desk, self._failed).open_new()

    def _edit(self, ids: Sequence[int]) -> None:
        ContaReceberForm(self, self.desk, self._failed).open(ids[0])

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)


def _needs_two(ids: Sequence[int]) -> str:
    return "" if len(ids) > 1 else "Marque duas ou mais contas do mesmo cliente."
