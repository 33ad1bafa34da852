"""*Remessas*: the files made for the banks, what is in each, whether it was sent, and taking one back."""

from collections.abc import Sequence
from typing import Any

from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.pages.choices import SITUACOES_REMESSA, periods
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.pages.remessa_dialogs import CancelarDialog, ConferenciaDialog, EnvioDialog
from finbank_desktop.gui.pages.remessas_base import RemessasBase
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.filter_bar import Filtro, Opcao
from finbank_desktop.gui.widgets.verbs import Verb, needs_one, needs_rows

_HIDDEN = frozenset({"codigo", "usuario", "banco"})


class RemessasPage(RemessasBase):
    """Lists remessas."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        spec = ListSpec(
            key="remessas",
            title="Remessas",
            icon="remessas",
            one="remessa",
            many="remessas",
            colunas=desk.services.remessas.COLUNAS,
            fetch=desk.services.remessas.list,
            filtros=(
                Filtro("situacao", "Situação", SITUACOES_REMESSA),
                Filtro("enviada_em", "Enviada em", periods),
            ),
            hint="Filtrar por nome do arquivo",
            somas={"valor": "Total"},
            hidden=_HIDDEN,
            empty=("Nenhuma remessa gerada", "A remessa é o arquivo que apresenta os seus boletos ao banco."),
            empty_verb="Gerar remessa",
            help_link="Onde envio a remessa no meu banco?",
        )
        super().__init__(desk, spec, self._verbs(desk), desk.services.remessas)

    def _verbs(self, desk: Desk) -> Sequence[Verb]:
        return (
            Verb(
                text="Gerar remessa",
                icon="remessas",
                run=lambda _ids: desk.remessa_wanted.emit([], None),
                shortcut="Ctrl+R",
                kind="primary",
            ),
            Verb(text="Marcar como enviada", icon="enviado", run=self.mark_sent, reason=needs_rows),
            Verb(text="Conferir", icon="visualizar", run=self.show_conferencia, reason=needs_one),
            Verb(text="Salvar o arquivo de novo…", icon="salvar", run=self.save_again, reason=needs_one, in_bar=False),
            Verb(text="Como enviar ao banco", icon="info", run=self._show_steps, reason=needs_one, in_bar=False),
            Verb(text="Ver boletos da remessa", icon="boletos", run=self._show_boletos, reason=needs_one, in_bar=False),
            Verb(
                text="Cancelar remessa…",
                icon="cancelado",
                run=self.cancel,
                reason=self.why_not_cancel,
                in_bar=False,
            ),
        )

    def open_row(self, row_id: int) -> None:
        """Show what the file says to the bank."""
        self.show_conferencia([row_id])

    def _show_boletos(self, ids: Sequence[int]) -> None:
        row = self.current_row() or {}
        words = f"Remessa {row.get('arquivo') or ids[0]}"
        self.desk.section_wanted.emit("boletos", {"remessa_id": Opcao(words, ids[0])})

    # --- what is in it

    def show_conferencia(self, ids: Sequence[int]) -> None:
        """Show the report to compare the remessa by."""
        self.desk.read(self, lambda: self.desk.services.remessas.conferencia(ids[0]), self._show_report, self.failed)

    def _show_report(self, conferencia: Any) -> None:
        dialog = ConferenciaDialog(self.window(), self.desk, conferencia)
        dialog.cancel_wanted.connect(lambda: self.cancel([conferencia.remessa.id]))
        dialog.send_wanted.connect(lambda: self._show_steps([conferencia.remessa.id]))
        dialog.open()

    def _show_steps(self, ids: Sequence[int]) -> None:
        self.desk.read(self, lambda: self.desk.services.remessas.conferencia(ids[0]), self._show_envio, self.failed)

    def _show_envio(self, conferencia: Any) -> None:
        dialog = EnvioDialog(self.window(), conferencia)
        dialog.sent.connect(lambda: self.mark_sent([conferencia.remessa.id]))
        dialog.open()

    def show_cancel(self, plan: Any) -> None:
        """Show what cancelling does, by *plan*."""
        dialog = CancelarDialog(self.window(), self.desk, plan)
        dialog.cancelled.connect(lambda words: self.message.say(words, Tone.SUCCESS))
        dialog.open()
