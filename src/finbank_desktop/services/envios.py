"""E-mails that carry boletos: planned, put into a queue, sent from there (`envio_fila`), and decided about."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from finbank_desktop.domain.correio import Envio, EstadoEnvio, PedidoEnvio
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.persistence.database import Database
from finbank_desktop.services import boletos_impressao, envio_plan, envio_texto, lists
from finbank_desktop.services.correio import new_message_id
from finbank_desktop.services.credentials import Credentials
from finbank_desktop.services.envio_fila import Fila, require_conta, write_history
from finbank_desktop.services.envio_plan import EnvioPlan
from finbank_desktop.services.envio_rodada import Carteiro, ResultadoEnvio
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.services.plans import refuse_errors, require_versions


class EnviosService:
    """What a person can ask about messages that go out."""

    COLUNAS = lists.ENVIOS

    def __init__(
        self, database: Database, credentials: Credentials, *, usuario: str, agora: Callable[[], datetime]
    ) -> None:
        """Work on *database* in the name of *usuario*; *credentials* know the account's password."""
        self._database = database
        self._usuario = usuario
        self._agora = agora
        self._fila = Fila(database, usuario=usuario, agora=agora)
        self._carteiro = Carteiro(self._fila, credentials)

    # --- planning

    def plan(self, ids: Sequence[int], pedido: PedidoEnvio) -> EnvioPlan:
        """Return what sending the boletos *ids* would do.

        Raises:
            RefusedError: A boleto does not exist.
        """
        with self._database.read() as uow:
            return envio_plan.plan(uow, ids, pedido, self._agora().date())

    def whatsapp(self, ids: Sequence[int]) -> str:
        """Return a text about the boletos *ids*, to be pasted into a conversation.

        Raises:
            RefusedError: A boleto does not exist or cannot be printed.
        """
        with self._database.read() as uow:
            hoje = self._agora().date()
            return envio_texto.whatsapp(boletos_impressao.load(uow, list(ids), hoje).boletos, hoje)

    def apply(self, plan: EnvioPlan) -> Sequence[Envio]:
        """Put the messages of *plan* into the queue; nothing is sent yet.

        Raises:
            StalePlanError: A boleto or customer moved since; nothing was written.
            RefusedError: No message goes, a tag does not exist, or there is no account.
        """
        refuse_errors(plan.problems, "modelo_invalido")
        if not plan.rows:
            motivo = f" {plan.fora[0].cliente}: {plan.fora[0].porque}" if plan.fora else ""
            raise RefusedError("nada_a_enviar", f"Nenhum e-mail a enviar.{motivo}")
        with self._database.write() as uow:
            conta = require_conta(uow, plan.empresa_id)
            require_versions(uow.boletos, plan.boletos)
            require_versions(uow.pessoas, plan.pessoas)
            agora = self._agora()
            return uow.envios.queue(
                [
                    (
                        Envio(
                            empresa_id=plan.empresa_id,
                            pessoa_id=row.pessoa_id,
                            boletos=row.boletos,
                            destinatario=row.destinatario,
                            assunto=row.assunto,
                            texto=row.texto,
                            motivo=row.motivo,
                            modelo=row.modelo,
                            message_id=new_message_id(conta),
                            criado_em=agora,
                            usuario=self._usuario,
                            vale_ate=row.vale_ate,
                        ),
                        row.chave,
                    )
                    for row in plan.rows
                ]
            )

    # --- looking

    def list(self, query: ListQuery | None = None) -> Pagina:
        """Return a page of the queue, the newest first."""
        with self._database.read() as uow:
            return uow.envios.page(query or ListQuery())

    def get(self, row: int) -> Envio:
        """Return the message with id *row*."""
        with self._database.read() as uow:
            return uow.envios.get(row)

    def counts(self, empresa_id: int) -> dict[EstadoEnvio, int]:
        """Return how many messages stand in each state."""
        with self._database.read() as uow:
            return uow.envios.counts(empresa_id)

    # --- deciding

    def retry(self, ids: Sequence[int]) -> int:
        """Put messages that failed, or wait for another try, back to the front and return how many.

        Raises:
            RefusedError: One of them neither failed nor waits; nothing was written.
        """
        return self._decide(
            ids,
            (EstadoEnvio.FALHOU, EstadoEnvio.NA_FILA),
            "Só o que falhou ou espera na fila pode ser tentado de novo.",
            lambda envio: replace(
                envio, estado=EstadoEnvio.NA_FILA, tentativas=0, nao_antes=None, detalhe="De volta à fila."
            ),
        )

    def cancel(self, ids: Sequence[int]) -> int:
        """Take messages that were not sent off the queue and return how many.

        Raises:
            RefusedError: One of them was sent, or may have been; nothing was written.
        """
        return self._decide(
            ids,
            (EstadoEnvio.NA_FILA, EstadoEnvio.FALHOU),
            "Só o que ainda não foi enviado pode ser cancelado.",
            lambda envio: replace(envio, estado=EstadoEnvio.CANCELADO, detalhe=f"Cancelado por {self._usuario}."),
        )

    def resolve(self, ids: Sequence[int], *, chegou: bool) -> int:
        """Say of messages that are *Incerto* whether they arrived, and return how many.

        Args:
            ids: Which.
            chegou: They are settled as sent; else they go back into the queue to be sent again.

        Raises:
            RefusedError: One of them is not *Incerto*; nothing was written.
        """

        def judged(envio: Envio) -> Envio:
            if chegou:
                detalhe = f"{self._usuario} confirmou que chegou."
                return replace(envio, estado=EstadoEnvio.ENVIADO, enviado_em=self._agora(), detalhe=detalhe)
            detalhe = f"{self._usuario} pediu para enviar de novo."
            return replace(envio, estado=EstadoEnvio.NA_FILA, nao_antes=None, tentativas=0, detalhe=detalhe)

        return self._decide(
            ids, (EstadoEnvio.INCERTO,), "Só um envio incerto precisa desta resposta.", judged, tell=chegou
        )

    def _decide(
        self,
        ids: Sequence[int],
        estados: Sequence[EstadoEnvio],
        recusa: str,
        decide: Callable[[Envio], Envio],
        *,
        tell: bool = False,
    ) -> int:
        with self._database.write() as uow:
            achados = [uow.envios.get(row) for row in dict.fromkeys(ids)]
            for envio in achados:
                if envio.estado not in estados:
                    mensagem = f"{recusa} O envio a {envio.destinatario} está como “{envio.estado}”."
                    raise RefusedError("estado_do_envio", mensagem, "estado")
            for envio in uow.envios.update_many([decide(envio) for envio in achados]):
                if envio.estado is EstadoEnvio.CANCELADO:
                    uow.envios.release(envio.id)
                if tell:
                    write_history(uow, envio, self._usuario, self._agora())
            return len(achados)

    # --- sending

    def recover(self) -> int:
        """Look for what a crash left *Enviando*, unless somebody is sending; return how many became *Incerto*."""
        return self._fila.recover()

    def run(self, empresa_id: int, watcher: Watcher = SILENT, *, ids: Sequence[int] | None = None) -> ResultadoEnvio:
        """Send what is due in the queue of an empresa; see `Carteiro.run`."""
        return self._carteiro.run(empresa_id, watcher, ids=ids)
