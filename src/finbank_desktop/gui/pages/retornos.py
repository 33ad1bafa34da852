"""*Retornos*: the files that came back from the banks, what each did, what waits in them, and taking one back."""

from typing import TYPE_CHECKING, Any

from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.pages.choices import periods
from finbank_desktop.gui.pages.importacoes_base import SITUACOES, ImportacoesBase
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.pages.retorno_dialogs import DesfazerDialog, ImportacaoDialog
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.filter_bar import Filtro, Opcao
from finbank_desktop.gui.widgets.verbs import Verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from finbank_desktop.domain.listas import Coluna

KOPER = ("codigo", "numero", "tipo", "data_emissao", "importada_em", "usuario")
"""The six columns that always come first, in this order: Código, Nº Retorno, Tipo, Datas, Usuário."""
_SHOWN = (*KOPER, "banco", "convenio", "esperam", "situacao")
_ESPERA = (Opcao("Esperam uma decisão", valor=True), Opcao("Tudo decidido", valor=False))


class RetornosPage(ImportacoesBase):
    """Lists imported retornos."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        colunas: Sequence[Coluna] = desk.services.retornos.COLUNAS
        spec = ListSpec(
            key="retornos",
            title="Retornos",
            icon="retornos",
            one="arquivo importado",
            many="arquivos importados",
            colunas=colunas,
            fetch=desk.services.retornos.list,
            filtros=(
                Filtro("data_emissao", "Data emissão", periods),
                Filtro("espera", "A decidir", _ESPERA),
                Filtro("situacao", "Situação", SITUACOES),
            ),
            hint="Filtrar por código, arquivo ou usuário",
            hidden=frozenset(coluna.chave for coluna in colunas) - set(_SHOWN),
            empty=("Nenhum retorno importado", "Baixe o arquivo .RET no site do banco e solte aqui."),
            empty_verb="Importar retorno",
            help_link="Onde baixo no meu banco?",
            markable=False,
        )
        devolver = Verb(
            text="Pagamentos a devolver",
            icon="seta-direita",
            run=lambda _ids: desk.section_wanted.emit("devolucoes", {}),
            in_bar=False,
        )
        super().__init__(desk, spec, desk.services.importacoes, desk.import_wanted, [devolver])

    def sheet(self, detalhe: Any) -> ImportacaoDialog:
        """Return the window that shows *detalhe*."""
        return ImportacaoDialog(self.window(), detalhe)

    def show_undo(self, plan: Any) -> None:
        """Show what undoing takes back, by *plan*."""
        dialog = DesfazerDialog(self.window(), self.desk, plan)
        dialog.undone.connect(lambda words: self.message.say(words, Tone.SUCCESS))
        dialog.open()
