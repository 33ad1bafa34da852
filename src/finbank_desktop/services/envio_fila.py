"""The queue of e-mails while it is being sent: each message written down before the server hears of it.

A message is marked *Enviando* and committed before the server hears of it, and its answer is committed before anything
else happens. Found *Enviando* without an answer, after a crash, it becomes *Incerto*: only a person can say whether it
arrived. One process at a time sends, so that what is *Enviando* while nobody sends was left behind.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

from finbank_desktop.domain.correio import ENVIO, Anexo, ContaEmail, Envio, EstadoEnvio, Mensagem, Sorte, Tentativa
from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records import Evento
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import boletos_impressao, envio_plan, envio_texto
from finbank_desktop.services.jobs import SILENT

ESPERAS = (timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1), timedelta(hours=4))
"""How long after each try that the server put off; after the last one the message has failed.

RFC 5321 section 4.5.4.1 asks a mail server for at least 30 minutes between tries; the first waits are shorter because
greylisting usually lasts a few minutes and somebody is looking on.
"""
_GRAVACOES = 5
"""Times an answer is tried to be written down before giving up on a database that is held by somebody else."""
TRAVA = "envios"


class Fila:
    """What is written down of the queue while it is being sent."""

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Be the only one who sends; what somebody else left *Enviando* is settled first.

        Raises:
            RefusedError: Another window is sending.
        """
        with self._database.hold(TRAVA) as had:
            if not had:
                raise RefusedError("outro_envio", "Outra janela já está enviando e-mails; espere ela terminar.")
            self._recover_held()
            yield

    def due(self, empresa_id: int) -> Sequence[int]:
        """Return what is to be sent now, in order."""
        with self._database.read() as uow:
            return uow.envios.due(empresa_id, self._agora())

    def conta(self, empresa_id: int) -> ContaEmail:
        """Return the empresa's account.

        Raises:
            RefusedError: There is none.
        """
        with self._database.read() as uow:
            return require_conta(uow, empresa_id)

    def recover(self) -> int:
        """Look for what a crash left *Enviando*, unless somebody is sending; return how many became *Incerto*."""
        with self._database.read() as uow:
            if not uow.envios.in_state(EstadoEnvio.ENVIANDO):
                return 0
        with self._database.hold(TRAVA) as had:
            return self._recover_held() if had else 0

    def _recover_held(self) -> int:
        with self._database.write() as uow:
            deixados = [self._recovered(envio) for envio in uow.envios.in_state(EstadoEnvio.ENVIANDO)]
            for envio in uow.envios.update_many(deixados) if deixados else ():
                if envio.estado is EstadoEnvio.ENVIADO:
                    write_history(uow, envio, self._usuario, self._agora())
        return sum(envio.estado is EstadoEnvio.INCERTO for envio in deixados)

    def _recovered(self, envio: Envio) -> Envio:
        sorte = {"2": Sorte.ACEITA, "4": Sorte.ADIADA, "5": Sorte.RECUSADA}.get(envio.resposta[:1], Sorte.INCERTA)
        return self._judged(envio, Tentativa(sorte=sorte, resposta=envio.resposta))

    def claim(self, row: int) -> Envio | None:
        """Mark a message *Enviando*, committed; ``None`` when it is not to be sent any more.

        Only for the one who holds the queue.
        """
        with self._database.write() as uow:
            envio = uow.envios.get(row)
            if envio.estado is not EstadoEnvio.NA_FILA:
                return None
            if porque := self._outdated(uow, envio):
                uow.envios.update(replace(envio, estado=EstadoEnvio.CANCELADO, detalhe=porque))
                uow.envios.release(row)
                return None
            marcado = replace(
                envio, estado=EstadoEnvio.ENVIANDO, tentativas=envio.tentativas + 1, resposta="", detalhe=""
            )
            return uow.envios.update(marcado)

    def _outdated(self, uow: UnitOfWork, envio: Envio) -> str:
        hoje = self._agora().date()
        if envio.vale_ate is not None and hoje > envio.vale_ate:
            return f"Não foi enviado: o lembrete valia até {envio.vale_ate:%d/%m/%Y}."
        for boleto in uow.boletos.get_many(envio.boletos).values():
            if porque := envio_plan.unpayable(boleto):
                return f"Não foi enviado: {boleto.numero_documento}. {porque}"
        return ""

    def message(self, conta: ContaEmail, row: int) -> Mensagem:
        """Return a message as it goes over the wire, its PDFs drawn now."""
        from finbank_desktop.pdf import fichas  # noqa: PLC0415 - ReportLab is loaded only when something is printed

        with self._database.read() as uow:
            envio = uow.envios.get(row)
            impressos = boletos_impressao.load(uow, list(envio.boletos), self._agora().date()).boletos
        anexos = []
        for nome, impresso in zip(envio_texto.file_names(impressos), impressos, strict=True):
            paginas = io.BytesIO()
            fichas.render_boletos([impresso], paginas, watcher=SILENT)
            anexos.append(Anexo(nome=nome, tipo="application/pdf", conteudo=paginas.getvalue()))
        return Mensagem(
            remetente_nome=conta.nome,
            remetente=conta.endereco,
            responder_para=conta.responder_para,
            destinatario=envio.destinatario,
            assunto=envio.assunto,
            texto=envio.texto,
            message_id=envio.message_id,
            quando=self._agora(),
            anexos=tuple(anexos),
        )

    def settle(self, envio: Envio, tentativa: Tentativa) -> Envio:
        """Write down what became of a message that is *Enviando*: the answer first, then all that follows from it.

        Raises:
            OutsideError: The database does not take it; the message stays *Enviando* and will be *Incerto*.
        """
        com_resposta = self._note(replace(envio, resposta=tentativa.resposta)) if tentativa.codigo else envio
        with self._database.write() as uow:
            feito = uow.envios.update(self._judged(com_resposta, tentativa))
            if feito.estado is EstadoEnvio.ENVIADO:
                write_history(uow, feito, self._usuario, self._agora())
            return feito

    def _note(self, envio: Envio) -> Envio:
        for vez in range(_GRAVACOES):
            try:
                with self._database.write() as uow:
                    return uow.envios.update(envio)
            except OutsideError:
                if vez == _GRAVACOES - 1:
                    raise
        raise AssertionError("unreachable")

    def _judged(self, envio: Envio, tentativa: Tentativa) -> Envio:
        agora, dito = self._agora(), tentativa.resposta
        if tentativa.sorte is Sorte.ACEITA:
            return replace(
                envio, estado=EstadoEnvio.ENVIADO, enviado_em=agora, resposta=dito, detalhe="", nao_antes=None
            )
        if tentativa.sorte is Sorte.INCERTA:
            detalhe = "A conexão caiu antes da resposta do servidor: pode ter chegado ou não."
            return replace(envio, estado=EstadoEnvio.INCERTO, resposta=dito, detalhe=detalhe)
        if tentativa.geral:
            tentativas = max(envio.tentativas - 1, 0)
            return replace(envio, estado=EstadoEnvio.NA_FILA, tentativas=tentativas, resposta=dito)
        if tentativa.sorte is Sorte.ADIADA and envio.tentativas <= len(ESPERAS):
            nao_antes = agora + ESPERAS[envio.tentativas - 1]
            detalhe = f"O servidor pediu para tentar mais tarde; nova tentativa a partir das {nao_antes:%H:%M}."
            return replace(envio, estado=EstadoEnvio.NA_FILA, nao_antes=nao_antes, resposta=dito, detalhe=detalhe)
        detalhe = f"O servidor recusou: {dito}" if tentativa.codigo else f"Não foi possível entregar: {dito}"
        return replace(envio, estado=EstadoEnvio.FALHOU, resposta=dito, detalhe=detalhe, nao_antes=None)


def write_history(uow: UnitOfWork, envio: Envio, usuario: str, quando: datetime) -> None:
    """Add to the history of each boleto that it was sent."""
    o_que = "Lembrete enviado" if envio.motivo != ENVIO else "Boleto enviado"
    evento = Evento(
        empresa_id=envio.empresa_id,
        boleto_id=0,
        quando=quando,
        usuario=usuario,
        tipo="email",
        texto=f"{o_que} por e-mail a {envio.destinatario}.",
    )
    uow.eventos.add_for(evento, envio.boletos)


def require_conta(uow: UnitOfWork, empresa_id: int) -> ContaEmail:
    """Return the empresa's account.

    Raises:
        RefusedError: There is none.
    """
    conta = uow.contas_email.of_empresa(empresa_id)
    if conta is None:
        raise RefusedError("sem_conta_email", "Falta a conta de e-mail desta empresa; preencha-a em Conta de e-mail.")
    return conta
