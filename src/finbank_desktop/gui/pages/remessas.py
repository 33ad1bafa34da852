"""*Remessas*: the files made for the banks."""

from collections.abc import Sequence

from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.pages.choices import SITUACOES_REMESSA
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.filter_bar import Filtro, Opcao
from finbank_desktop.gui.widgets.verbs import Verb, needs_one, needs_rows

_HIDDEN = frozenset({"codigo", "usuario", "banco"})


class RemessasPage(ListPage):
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
            filtros=(Filtro("situacao", "Situação", SITUACOES_REMESSA),),
            hint="Filtrar por nome do arquivo",
            somas={"valor": "Total"},
            hidden=_HIDDEN,
            empty=("Nenhuma remessa gerada", "A remessa é o arquivo que apresenta os seus boletos ao banco."),
            empty_verb="Gerar remessa",
            help_link="Onde envio a remessa no meu banco?",
        )
        verbs = (
            Verb(
                text="Gerar remessa",
                icon="remessas",
                run=lambda _ids: desk.remessa_wanted.emit([], None),
                shortcut="Ctrl+R",
                kind="primary",
            ),
            Verb(text="Marcar como enviada", icon="enviado", run=self._mark_sent, reason=needs_rows),
            Verb(text="Ver boletos da remessa", icon="boletos", run=self._show_boletos, reason=needs_one, in_bar=False),
        )
        super().__init__(desk, spec, verbs)

    def open_row(self, row_id: int) -> None:
        """Show the boletos whose last remessa it is."""
        self._show_boletos([row_id])

    def _mark_sent(self, ids: Sequence[int]) -> None:
        chosen = list(ids)
        self.desk.write(
            self,
            "Marcando como enviada",
            lambda _watcher: [self.desk.services.remessas.mark_enviada(row) for row in chosen],
            lambda done: self.message.say(
                f"{formats.count(len(done), 'remessa marcada', 'remessas marcadas')} como enviada ao banco.",
                Tone.SUCCESS,
            ),
            lambda error: self.message.say(explain(error), Tone.DANGER),
        )

    def _show_boletos(self, ids: Sequence[int]) -> None:
        row = self.current_row() or {}
        words = f"Remessa {row.get('arquivo') or ids[0]}"
        self.desk.section_wanted.emit("boletos", {"remessa_id": Opcao(words, ids[0])})
