"""*Envios*: the queue of e-mails, what became of each, and what a person has to say."""

from collections.abc import Callable, Sequence

from finbank_desktop.domain.correio import EstadoEnvio
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.dialogs.conta_email import ContaEmailDialog
from finbank_desktop.gui.pages import envio_jobs
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.filter_bar import Filtro, Opcao
from finbank_desktop.gui.widgets.verbs import Reason, Verb, needs_rows

_ESTADOS = tuple(Opcao(str(each), each.name) for each in EstadoEnvio)
_MOTIVOS = (Opcao("Lembretes", valor=True), Opcao("Envios de boletos", valor=False))
_HIDDEN = frozenset({"nao_antes", "tentativas", "motivo", "modelo", "resposta", "usuario", "boletos"})


class EnviosPage(ListPage):
    """Lists messages, the newest first."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        spec = ListSpec(
            key="envios",
            title="Envios",
            icon="enviado",
            one="e-mail",
            many="e-mails",
            colunas=desk.services.envios.COLUNAS,
            fetch=desk.services.envios.list,
            filtros=(Filtro("estado", "Estado", _ESTADOS), Filtro("lembrete", "Tipo", _MOTIVOS)),
            hint="Filtrar por cliente, e-mail ou assunto",
            hidden=_HIDDEN,
            empty=("Nenhum e-mail ainda", "Em Boletos, marque os boletos e escolha “Enviar por e-mail…”."),
            help_link="Como o programa evita enviar duas vezes?",
        )
        verbs = (
            Verb(text="Enviar fila", icon="enviado", run=lambda _ids: envio_jobs.send(self, desk), kind="primary"),
            Verb(
                text="Tentar de novo",
                icon="atualizar",
                run=self._retry,
                reason=self._why(("Falhou", "Na fila"), "Só o que falhou ou espera na fila pode ser tentado de novo."),
            ),
            Verb(
                text="Chegou",
                icon="ok",
                run=lambda ids: self._resolve(ids, chegou=True),
                reason=self._why(("Incerto",), "Só um envio incerto precisa desta resposta."),
            ),
            Verb(
                text="Não chegou: enviar de novo",
                icon="atualizar",
                run=lambda ids: self._resolve(ids, chegou=False),
                reason=self._why(("Incerto",), "Só um envio incerto precisa desta resposta."),
                in_bar=False,
            ),
            Verb(
                text="Cancelar envio",
                icon="cancelado",
                run=self._cancel,
                reason=self._why(("Na fila", "Falhou"), "Só o que ainda não foi enviado pode ser cancelado."),
                in_bar=False,
            ),
            Verb(text="Conta de e-mail…", icon="configuracoes", run=lambda _ids: self._account(), in_bar=False),
        )
        super().__init__(desk, spec, verbs)

    def _why(self, estados: Sequence[str], recusa: str) -> Reason:
        def reason(ids: Sequence[int]) -> str:
            known = [str(row["estado"]) for row in self.model.known(ids)]
            return needs_rows(ids) or ("" if all(estado in estados for estado in known) else recusa)

        return reason

    def _retry(self, ids: Sequence[int]) -> None:
        self._decide("Devolvendo à fila", lambda: self.desk.services.envios.retry(ids), "de volta à fila")

    def _resolve(self, ids: Sequence[int], *, chegou: bool) -> None:
        words = "confirmado" if chegou else "de volta à fila"
        self._decide("Anotando", lambda: self.desk.services.envios.resolve(ids, chegou=chegou), words)

    def _cancel(self, ids: Sequence[int]) -> None:
        self._decide("Cancelando envios", lambda: self.desk.services.envios.cancel(ids), "fora da fila")

    def _decide(self, title: str, call: Callable[[], int], words: str) -> None:
        self.desk.write(
            self,
            title,
            lambda _watcher: call(),
            lambda number: self.message.say(f"{formats.count(number, 'e-mail', 'e-mails')} {words}.", Tone.SUCCESS),
            lambda error: self.message.say(explain(error), Tone.DANGER),
        )

    def _account(self) -> None:
        ContaEmailDialog(self.window(), self.desk, lambda said: self.message.say(said, Tone.SUCCESS)).open()
