"""Sending the queue: one message after the other, each written down before the server hears of it.

A message is marked *Enviando* and committed before the server hears of it, and its answer is committed before anything
else happens. Found *Enviando* without an answer, after a crash, it becomes *Incerto*: only a person can say whether it
arrived. One process at a time sends, so that what is *Enviando* while nobody sends was left behind.
"""

import io
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from finbank_desktop.domain.correio import ENVIO, Anexo, ContaEmail, Envio, EstadoEnvio, Mensagem, Sorte, Tentativa
from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.mail.smtp import Conexao
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records import Evento
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import boletos_impressao, envio_plan, envio_texto
from finbank_desktop.services.correio import Abrir, secret_name
from finbank_desktop.services.credentials import Credentials
from finbank_desktop.services.jobs import SILENT, CancelledError, Watcher

ESPERAS = (timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1), timedelta(hours=4))
"""How long after each try that the server put off; after the last one the message has failed.

RFC 5321 section 4.5.4.1 asks a mail server for at least 30 minutes between tries; the first waits are shorter because
greylisting usually lasts a few minutes and somebody is looking on.
"""
PAUSAS = (1.0, 3.0)
"""Seconds before a message whose connection broke is tried again at once; then it waits like one put off."""
_QUEDAS = 3
"""Messages in a row whose connection broke for good, after which it is the server and not the message."""
_GRAVACOES = 5
"""Times an answer is tried to be written down before giving up on a database that is held by somebody else."""
TRAVA = "envios"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultadoEnvio:
    """What one run did.

    Attributes:
        enviados: Messages the server took.
        adiados: Put off; they wait in the queue.
        falharam: Refused for good.
        incertos: Nobody can tell; a person has to say.
        cancelados: Given up before being sent, as what they were about no longer holds.
        restam: Messages that were not tried.
        parou: Why it ended before the end, one sentence; empty when it did not.
    """

    enviados: int = 0
    adiados: int = 0
    falharam: int = 0
    incertos: int = 0
    cancelados: int = 0
    restam: int = 0
    parou: str = ""


class Fila:
    """The queue while it is being sent."""

    def __init__(
        self,
        database: Database,
        credentials: Credentials,
        *,
        usuario: str,
        agora: Callable[[], datetime],
        abrir: Abrir = Conexao,
        pausa: Callable[[float], object] = time.sleep,
    ) -> None:
        """Work on *database* in the name of *usuario*; *abrir* makes connections, *pausa* waits for seconds."""
        self._database = database
        self._credentials = credentials
        self._usuario = usuario
        self._agora = agora
        self._abrir = abrir
        self.pausa = pausa

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

    def run(self, empresa_id: int, watcher: Watcher = SILENT, *, ids: Sequence[int] | None = None) -> ResultadoEnvio:
        """Send what is due in the queue of an empresa, one message after the other.

        Cancelling leaves the rest in the queue; what was sent is sent.

        Args:
            empresa_id: Whose queue.
            watcher: Hears of each message.
            ids: Only these; ``None`` for all that are due.

        Raises:
            RefusedError: There is no account, its password is not known, or another window is sending.
            OutsideError: The server cannot be reached or does not let us in; nothing was sent.
        """
        with self._database.read() as uow:
            conta = require_conta(uow, empresa_id)
        senha = self._credentials.find(secret_name(conta)) if conta.usuario else ""
        if conta.usuario and not senha:
            mensagem = (
                "A senha do e-mail não está guardada neste computador; informe-a em Configurações, Conta de e-mail."
            )
            raise RefusedError("sem_senha", mensagem, "senha")
        with self._database.hold(TRAVA) as had:
            if not had:
                raise RefusedError("outro_envio", "Outra janela já está enviando e-mails; espere ela terminar.")
            self._recover_held()
            with self._database.read() as uow:
                fila = uow.envios.due(empresa_id, self._agora())
            wanted = fila if ids is None else [row for row in fila if row in set(ids)]
            return _Rodada(self, conta, self._abrir(conta, senha), watcher).send(wanted) if wanted else ResultadoEnvio()

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


class _Rodada:
    """One run over the queue, by one connection that is opened again when it breaks."""

    def __init__(self, fila: Fila, conta: ContaEmail, conexao: Conexao, watcher: Watcher) -> None:
        self._fila, self._conta, self._conexao, self._watcher = fila, conta, conexao, watcher
        self._contas = dict.fromkeys(EstadoEnvio, 0)
        self._quedas = 0
        self._parou = ""

    def send(self, fila: Sequence[int]) -> ResultadoEnvio:
        """Send the messages *fila*; the first connection must succeed."""
        self._watcher.report(0, len(fila), "Conectando ao servidor de e-mail")
        feitos = 0
        try:
            self._conexao.abrir()
            for feitos, row in enumerate(fila):
                self._watcher.report(feitos, len(fila), f"Enviando {feitos + 1} de {len(fila)}")
                self._contas[self._send_one(row)] += 1
                if self._parou:
                    break
            feitos += 1
        except CancelledError:
            self._parou = "Cancelado por você: o resto continua na fila."
        finally:
            self._conexao.fechar()
        return self._result(len(fila) - feitos)

    def _result(self, restam: int) -> ResultadoEnvio:
        return ResultadoEnvio(
            enviados=self._contas[EstadoEnvio.ENVIADO],
            adiados=self._contas[EstadoEnvio.NA_FILA],
            falharam=self._contas[EstadoEnvio.FALHOU],
            incertos=self._contas[EstadoEnvio.INCERTO],
            cancelados=self._contas[EstadoEnvio.CANCELADO],
            restam=restam,
            parou=self._parou,
        )

    def _send_one(self, row: int) -> EstadoEnvio:
        """Send one message, at once again when the connection breaks before the server could have it."""
        for pausa in (*PAUSAS, None):
            mensagem = self._message(row)  # drawn before it is claimed: a crash meanwhile leaves no doubt
            envio = self._fila.claim(row)
            if envio is None:
                return EstadoEnvio.CANCELADO
            tentativa = self._conexao.enviar(mensagem) if isinstance(mensagem, Mensagem) else mensagem
            if pausa is None or not tentativa.caiu or tentativa.sorte is not Sorte.ADIADA:
                return self._settled(envio, tentativa)
            self._fila.settle(envio, replace(tentativa, geral=True))  # back into the queue as if never tried
            self._fila.pausa(pausa)
            self._reopen()
            if self._parou:
                break
        return EstadoEnvio.NA_FILA

    def _message(self, row: int) -> Mensagem | Tentativa:
        try:
            return self._fila.message(self._conta, row)
        except RefusedError as error:
            return Tentativa(sorte=Sorte.RECUSADA, resposta=error.message)

    def _settled(self, envio: Envio, tentativa: Tentativa) -> EstadoEnvio:
        feito = self._fila.settle(envio, tentativa)
        if tentativa.geral:
            self._parou = f"O servidor não aceita mensagens desta conta agora: {tentativa.resposta}"
        self._quedas = self._quedas + 1 if tentativa.caiu else 0
        if self._quedas >= _QUEDAS:
            self._parou = "A conexão com o servidor caiu várias vezes seguidas; tente de novo mais tarde."
        elif tentativa.caiu and not self._parou:
            self._reopen()
        return feito.estado

    def _reopen(self) -> None:
        self._conexao.fechar()
        try:
            self._conexao.abrir()
        except OutsideError as error:
            self._parou = error.message


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
