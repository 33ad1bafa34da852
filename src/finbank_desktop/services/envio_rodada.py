"""Running over the queue of e-mails: one connection, one message after the other, and when to stop."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from finbank_desktop.domain.correio import ContaEmail, Envio, EstadoEnvio, Mensagem, Sorte, Tentativa
from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.mail.smtp import Conexao
from finbank_desktop.services.correio import secret_name
from finbank_desktop.services.credentials import Credentials
from finbank_desktop.services.envio_fila import Fila
from finbank_desktop.services.jobs import SILENT, CancelledError, Watcher

PAUSAS = (1.0, 3.0)
"""Seconds before a message whose connection broke is tried again at once; then it waits like one put off."""
_QUEDAS = 3
"""Messages in a row whose connection broke for good, after which it is the server and not the message."""


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


class Carteiro:
    """Sends the queue: knows the account's password and the server."""

    def __init__(self, fila: Fila, credentials: Credentials) -> None:
        """Send what stands in *fila*."""
        self._fila = fila
        self._credentials = credentials

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
        conta = self._fila.conta(empresa_id)
        senha = self._senha(conta)
        with self._fila.hold():
            fila = self._fila.due(empresa_id)
            wanted = fila if ids is None else [row for row in fila if row in set(ids)]
            if not wanted:
                return ResultadoEnvio()
            return _Rodada(self._fila, conta, Conexao(conta, senha), watcher).send(wanted)

    def _senha(self, conta: ContaEmail) -> str:
        senha = self._credentials.find(secret_name(conta)) if conta.usuario else ""
        if conta.usuario and not senha:
            mensagem = (
                "A senha do e-mail não está guardada neste computador; informe-a em Configurações, Conta de e-mail."
            )
            raise RefusedError("sem_senha", mensagem, "senha")
        return senha


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
            time.sleep(pausa)
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
