"""What every list of imported retornos lets people do: look at one, decide what waits in it, take it back."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QFileDialog

from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.pages.retorno_dialogs import ImportacaoSheet
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.filter_bar import Opcao
from finbank_desktop.gui.widgets.verbs import Verb, needs_one
from finbank_desktop.services import retorno_pasta

if TYPE_CHECKING:
    from finbank_desktop.services.importacoes import ImportacoesService
    from finbank_desktop.services.pagamentos.retornos import RetornosPagamentoService

SITUACOES = (Opcao("Importada", "Importada"), Opcao("Desfeita", "Desfeita"))


class ImportacoesBase(ListPage):
    """Lists imported retornos of one product; a subclass shows one, and what undoing it does."""

    def __init__(
        self,
        desk: Desk,
        spec: ListSpec,
        importacoes: "ImportacoesService | RetornosPagamentoService",
        wanted: SignalInstance,
        further: Sequence[Verb] = (),
    ) -> None:
        """Build the page.

        Args:
            desk: Of the window.
            spec: What is listed; its key is also the topic of the folder that is remembered.
            importacoes: The product's service.
            wanted: Begins the assistant, with the paths of files.
            further: What can be done besides.
        """
        self.importacoes, self._wanted = importacoes, wanted
        verbs = (
            Verb(text=spec.empty_verb, icon="retornos", run=lambda _ids: wanted.emit([]), kind="primary"),
            Verb(text="Ver o que mudou", icon="visualizar", run=self._show_import, reason=needs_one),
            Verb(text="Decidir o que espera", icon="editar", run=self._decide, reason=self._why_not_decide),
            Verb(
                text="Desfazer importação",
                icon="importacoes",
                run=self.undo,
                reason=self._why_not_undo,
                in_bar=False,
            ),
        )
        super().__init__(desk, spec, (*verbs, *further))

    def sheet(self, detalhe: Any) -> ImportacaoSheet:
        """Return the window that shows *detalhe*."""
        raise LookupError(f"nobody shows {detalhe}")

    def show_undo(self, plan: Any) -> None:
        """Show what undoing takes back, by *plan*."""
        raise LookupError(f"nobody shows {plan}")

    def waits(self, row: dict[str, Any]) -> bool:
        """Whether a line of the import in *row* waits for a person."""
        return bool(row.get("esperam"))

    def open_row(self, row_id: int) -> None:
        """Show what the import did."""
        self._show_import([row_id])

    def _show_import(self, ids: Sequence[int]) -> None:
        self.desk.read(self, lambda: self.importacoes.get(ids[0]), self._show_detalhe, self._failed)

    def _show_detalhe(self, detalhe: Any) -> None:
        dialog = self.sheet(detalhe)
        dialog.undo_wanted.connect(lambda: self.undo([detalhe.importacao.id]))
        dialog.decision_wanted.connect(lambda: self._open_again(detalhe.importacao.arquivo))
        dialog.open()

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)

    # --- what waits

    def _why_not_decide(self, ids: Sequence[int]) -> str:
        waits = self.waits(dict(self.current_row() or {}))
        return needs_one(ids) or ("" if waits else "Nenhuma linha deste arquivo espera uma decisão.")

    def _decide(self, _ids: Sequence[int]) -> None:
        self._open_again(str((self.current_row() or {})["arquivo"]))

    def _open_again(self, nome: str) -> None:
        folder = self.desk.settings.last_folder(self.spec.key)
        self.desk.read(
            self,
            lambda: retorno_pasta.find_again(folder, nome),
            lambda found: self._import_again(found, nome),
            self._failed,
        )

    def _import_again(self, found: Path | None, nome: str) -> None:
        """Begin the assistant with the file: its bytes are not kept, so it may have to be shown again."""
        if found is None:
            start = str(self.desk.settings.folder(self.spec.key))
            chosen, _kind = QFileDialog.getOpenFileName(self, f"Onde está o arquivo {nome}?", start)
            found = Path(chosen) if chosen else None
        if found is not None:
            self._wanted.emit([found])

    # --- taking back

    def _why_not_undo(self, ids: Sequence[int]) -> str:
        undone = str((self.current_row() or {}).get("situacao")) == "Desfeita"
        return needs_one(ids) or ("Esta importação já foi desfeita." if undone else "")

    def undo(self, ids: Sequence[int]) -> None:
        """Show what undoing the import takes back, or what stands in the way."""
        self.desk.read(self, lambda: self.importacoes.plan_desfazer(ids[0]), self.show_undo, self._failed)
