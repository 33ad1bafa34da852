"""What every list of remessas lets people do: say that a file was sent, save it once more, take it back."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog

from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.verbs import Verb, needs_one

if TYPE_CHECKING:
    from finbank_desktop.services.pagamentos.remessas import RemessasPagamentoService
    from finbank_desktop.services.remessas import RemessasService


class RemessasBase(ListPage):
    """Lists remessas of one product; a subclass says what is in one and shows what cancelling does."""

    def __init__(
        self,
        desk: Desk,
        spec: ListSpec,
        verbs: Sequence[Verb],
        remessas: "RemessasService | RemessasPagamentoService",
    ) -> None:
        """Build the page on the product's service."""
        self.remessas = remessas
        super().__init__(desk, spec, verbs)

    def show_cancel(self, plan: Any) -> None:
        """Show what cancelling does, by *plan*."""
        raise LookupError(f"nobody shows {plan}")

    def failed(self, error: Exception) -> None:
        """Say what went wrong."""
        self.message.say(explain(error), Tone.DANGER)

    def mark_sent(self, ids: Sequence[int]) -> None:
        """Say of the remessas that their files went to the bank."""
        chosen = list(ids)
        self.desk.write(
            self,
            "Marcando como enviada",
            lambda _watcher: [self.remessas.mark_enviada(row) for row in chosen],
            lambda done: self.message.say(
                f"{formats.count(len(done), 'remessa marcada', 'remessas marcadas')} como enviada ao banco.",
                Tone.SUCCESS,
            ),
            self.failed,
        )

    def save_again(self, ids: Sequence[int]) -> None:
        """Ask for a folder and put the file of the remessa into it once more."""
        start = str(self.desk.settings.last_folder(self.spec.key))
        chosen = QFileDialog.getExistingDirectory(self, "Onde salvar o arquivo de novo?", start)
        if chosen:
            self.save_again_to(ids[0], Path(chosen))

    def save_again_to(self, remessa_id: int, pasta: Path) -> None:
        """Put the file of a remessa into *pasta* once more."""
        self.desk.draw(
            self,
            "Salvando a remessa de novo",
            lambda _watcher: self.remessas.save_again(remessa_id, pasta),
            lambda path: self.message.say(f"Salvo em {path}. É o mesmo arquivo, byte por byte.", Tone.SUCCESS),
            self.failed,
        )

    # --- taking back

    def why_not_cancel(self, ids: Sequence[int]) -> str:
        """Return why the remessa cannot be cancelled; empty when it can, as far as the list knows."""
        gone = str((self.current_row() or {}).get("situacao")) == "Cancelada"
        return needs_one(ids) or ("Esta remessa já foi cancelada." if gone else "")

    def cancel(self, ids: Sequence[int]) -> None:
        """Show what cancelling the remessa does, or what stands in the way."""
        self.desk.read(self, lambda: self.remessas.plan_cancelar(ids[0]), self.show_cancel, self.failed)
