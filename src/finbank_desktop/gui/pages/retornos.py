"""*Retornos*: the files that came back from the banks, what each did, what waits in them, and taking one back."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog

from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.pages.choices import periods
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.pages.retorno_dialogs import DesfazerDialog, ImportacaoDialog
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.filter_bar import Filtro, Opcao
from finbank_desktop.gui.widgets.verbs import Verb, needs_one
from finbank_desktop.services import retorno_pasta

if TYPE_CHECKING:
    from finbank_desktop.domain.listas import Coluna

KOPER = ("codigo", "numero", "tipo", "data_emissao", "importada_em", "usuario")
"""The six columns that always come first, in this order: Código, Nº Retorno, Tipo, Datas, Usuário."""
_SHOWN = (*KOPER, "banco", "convenio", "esperam", "situacao")
_ESPERA = (Opcao("Esperam uma decisão", valor=True), Opcao("Tudo decidido", valor=False))
_SITUACOES = (Opcao("Importada", "Importada"), Opcao("Desfeita", "Desfeita"))


class RetornosPage(ListPage):
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
                Filtro("situacao", "Situação", _SITUACOES),
            ),
            hint="Filtrar por código, arquivo ou usuário",
            hidden=frozenset(coluna.chave for coluna in colunas) - set(_SHOWN),
            empty=("Nenhum retorno importado", "Baixe o arquivo .RET no site do banco e solte aqui."),
            empty_verb="Importar retorno",
            help_link="Onde baixo no meu banco?",
            markable=False,
        )
        verbs = (
            Verb(
                text="Importar retorno",
                icon="retornos",
                run=lambda _ids: desk.import_wanted.emit([]),
                kind="primary",
            ),
            Verb(text="Ver o que mudou", icon="visualizar", run=self._show_import, reason=needs_one),
            Verb(text="Decidir o que espera", icon="editar", run=self._decide, reason=self._why_not_decide),
            Verb(
                text="Desfazer importação",
                icon="importacoes",
                run=self.undo,
                reason=self._why_not_undo,
                in_bar=False,
            ),
            Verb(
                text="Pagamentos a devolver",
                icon="seta-direita",
                run=lambda _ids: desk.section_wanted.emit("devolucoes", {}),
                in_bar=False,
            ),
        )
        super().__init__(desk, spec, verbs)

    def open_row(self, row_id: int) -> None:
        """Show what the import did."""
        self._show_import([row_id])

    def _show_import(self, ids: Sequence[int]) -> None:
        self.desk.read(
            self,
            lambda: self.desk.services.importacoes.get(ids[0]),
            self._show_detalhe,
            self._failed,
        )

    def _show_detalhe(self, detalhe: Any) -> None:
        dialog = ImportacaoDialog(self.window(), detalhe)
        dialog.undo_wanted.connect(lambda: self.undo([detalhe.importacao.id]))
        dialog.decision_wanted.connect(lambda: self._open_again(detalhe.importacao.arquivo))
        dialog.open()

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)

    # --- what waits

    def _why_not_decide(self, ids: Sequence[int]) -> str:
        row = self.current_row() or {}
        return needs_one(ids) or ("" if row.get("esperam") else "Nenhuma linha deste arquivo espera uma decisão.")

    def _decide(self, _ids: Sequence[int]) -> None:
        self._open_again(str((self.current_row() or {})["arquivo"]))

    def _open_again(self, nome: str) -> None:
        folder = self.desk.settings.last_folder("retornos")
        self.desk.read(
            self,
            lambda: retorno_pasta.find_again(folder, nome),
            lambda found: self._import_again(found, nome),
            self._failed,
        )

    def _import_again(self, found: Path | None, nome: str) -> None:
        """Begin the assistant with the file: its bytes are not kept, so it may have to be shown again."""
        if found is None:
            start = str(self.desk.settings.folder("retornos"))
            chosen, _kind = QFileDialog.getOpenFileName(self, f"Onde está o arquivo {nome}?", start)
            found = Path(chosen) if chosen else None
        if found is not None:
            self.desk.import_wanted.emit([found])

    # --- taking back

    def _why_not_undo(self, ids: Sequence[int]) -> str:
        undone = str((self.current_row() or {}).get("situacao")) == "Desfeita"
        return needs_one(ids) or ("Esta importação já foi desfeita." if undone else "")

    def undo(self, ids: Sequence[int]) -> None:
        """Show what undoing the import takes back, or what stands in the way."""
        self.desk.read(
            self, lambda: self.desk.services.importacoes.plan_desfazer(ids[0]), self._show_undo, self._failed
        )

    def _show_undo(self, plan: Any) -> None:
        dialog = DesfazerDialog(self.window(), self.desk, plan)
        dialog.undone.connect(lambda words: self.message.say(words, Tone.SUCCESS))
        dialog.open()
