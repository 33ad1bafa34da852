"""One conversation with an SMTP server, in steps small enough to know whether a message can have arrived.

The server takes a message over when it answers the lone dot after it (RFC 5321 sections 4.1.1.4 and 6.1). What breaks
before the dot is sent did not arrive and may be tried again; what breaks after it, without an answer, nobody can tell.
"""

import base64
import re
import smtplib
import ssl
from dataclasses import replace
from types import TracebackType
from typing import Self

from finbank_desktop.domain import emails
from finbank_desktop.domain.correio import ContaEmail, Mensagem, Seguranca, Sorte, Tentativa
from finbank_desktop.domain.problems import OutsideError
from finbank_desktop.mail import messages

TIMEOUT = 60.0
"""Seconds without any answer after which a connection counts as gone."""
_LONGEST = 300
"""Letters of an answer that are kept."""
_LINE_END = re.compile(rb"\r\n|\r|\n")
_SUCCESS, _GO_ON, _PERMANENT = 2, 354, 500
"""RFC 5321 section 4.2.1: 2yz is done, 4yz may be tried again, 5yz never will be."""
_SERVICE_GONE = 421
_LOCAL = ("localhost", "127.0.0.1", "::1")


class Conexao:
    """A connection that is open and, where asked for, logged in."""

    def __init__(self, conta: ContaEmail, senha: str, *, contexto: ssl.SSLContext | None = None) -> None:
        """Prepare; `abrir` connects.

        Args:
            conta: By which account.
            senha: Its password; kept only here, in memory.
            contexto: Which certificates are trusted; ``None`` for those of the computer.
        """
        self._conta = conta
        self._senha = senha
        self._contexto = contexto
        self._smtp: smtplib.SMTP | None = None

    def __repr__(self) -> str:
        """Return where to, without the password."""
        return f"Conexao({self._conta.servidor!r}, {self._conta.porta})"

    def __enter__(self) -> Self:
        """Connect."""
        self.abrir()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Take leave."""
        self.fechar()

    def abrir(self) -> None:
        """Connect, protect the way, log in.

        Raises:
            OutsideError: It cannot be; the sentence says what to look at.
        """
        conta = self._conta
        if conta.seguranca is Seguranca.NENHUMA and conta.servidor not in _LOCAL and self._senha:
            raise OutsideError(
                "sem_protecao",
                "Sem TLS a senha seguiria aberta pela rede; escolha STARTTLS ou TLS direto para este servidor.",
                conta.servidor,
            )
        try:
            self._connect()
        except (smtplib.SMTPException, OSError) as error:
            self.fechar()
            raise self._explained(error) from None  # the original may quote what was said to the server

    def _connect(self) -> None:
        conta = self._conta
        contexto = self._contexto or ssl.create_default_context()
        if conta.seguranca is Seguranca.TLS:
            self._smtp = smtplib.SMTP_SSL(conta.servidor, conta.porta, timeout=TIMEOUT, context=contexto)
        else:
            self._smtp = smtplib.SMTP(conta.servidor, conta.porta, timeout=TIMEOUT)
        smtp = self._smtp
        smtp.ehlo_or_helo_if_needed()
        if conta.seguranca is Seguranca.STARTTLS:
            smtp.starttls(context=contexto)
            smtp.ehlo()
        if conta.usuario:
            smtp.login(conta.usuario, self._senha)

    def fechar(self) -> None:
        """Take leave, as far as anybody listens."""
        smtp, self._smtp = self._smtp, None
        if smtp is None:
            return
        try:
            smtp.quit()
        except (smtplib.SMTPException, OSError):
            smtp.close()

    def enviar(self, mensagem: Mensagem) -> Tentativa:
        """Hand *mensagem* over once and return what became of it; trouble with the server is part of the answer."""
        if self._smtp is None:
            return Tentativa(sorte=Sorte.ADIADA, resposta="sem conexão com o servidor", caiu=True)
        corpo = _dot_stuffed(messages.build(mensagem))
        try:
            recusa = self._announce(self._smtp, mensagem)
            if recusa is not None:
                return recusa
            self._smtp.send(corpo)
        except (smtplib.SMTPException, OSError) as error:
            return Tentativa(sorte=Sorte.ADIADA, resposta=self._clean(str(error)), caiu=True)
        return self._finish(self._smtp)

    def _announce(self, smtp: smtplib.SMTP, mensagem: Mensagem) -> Tentativa | None:
        """Say from whom and to whom; return the refusal, or ``None`` when the text may follow."""
        codigo, dito = smtp.mail(emails.envelope(mensagem.remetente))
        if codigo // 100 != _SUCCESS:
            return replace(self._answered(codigo, dito), geral=True)
        codigo, dito = smtp.rcpt(emails.envelope(mensagem.destinatario))
        if codigo // 100 == _SUCCESS:
            codigo, dito = smtp.docmd("DATA")
            if codigo == _GO_ON:
                return None
        recusa = self._answered(codigo, dito)
        if not recusa.caiu:
            recusa = replace(recusa, caiu=not _forget(smtp))
        return recusa

    def _finish(self, smtp: smtplib.SMTP) -> Tentativa:
        """Send the dot: from here on a break leaves open whether the message arrived."""
        try:
            smtp.send(b".\r\n")
            codigo, dito = smtp.getreply()
        except (smtplib.SMTPException, OSError) as error:
            return Tentativa(sorte=Sorte.INCERTA, resposta=self._clean(str(error)), caiu=True)
        if codigo < 0:
            return Tentativa(sorte=Sorte.INCERTA, resposta="resposta ilegível", caiu=True)
        return self._answered(codigo, dito)

    def _answered(self, codigo: int, dito: bytes) -> Tentativa:
        resposta = self._clean(f"{codigo} {dito.decode('utf-8', 'replace')}")
        caiu = codigo in (_SERVICE_GONE, -1)
        if codigo // 100 == _SUCCESS:
            return Tentativa(sorte=Sorte.ACEITA, codigo=codigo, resposta=resposta)
        sorte = Sorte.RECUSADA if codigo >= _PERMANENT else Sorte.ADIADA
        return Tentativa(sorte=sorte, codigo=max(codigo, 0), resposta=resposta, caiu=caiu)

    def _clean(self, texto: str) -> str:
        """Return *texto* on one line and without the password, however a server may quote it."""
        for segredo in _spellings(self._conta.usuario, self._senha):
            texto = texto.replace(segredo, "•••")
        return messages.one_line(texto)[:_LONGEST]

    def _explained(self, error: Exception) -> OutsideError:
        onde = f"{self._conta.servidor}:{self._conta.porta}"
        if isinstance(error, ssl.SSLCertVerificationError):
            mensagem = f"O certificado de {onde} não é de confiança; confira o nome do servidor com o seu provedor."
            return OutsideError("certificado", mensagem, onde)
        if isinstance(error, smtplib.SMTPAuthenticationError):
            dito = self._clean(f"{error.smtp_code} {_text(error.smtp_error)}")
            mensagem = f"O servidor recusou usuário ou senha ({dito}). Alguns provedores pedem uma senha de aplicativo."
            return OutsideError("senha_recusada", mensagem, onde)
        if isinstance(error, smtplib.SMTPNotSupportedError):
            mensagem = f"{onde} não oferece a proteção ou o login pedidos; confira porta e segurança com o provedor."
            return OutsideError("servidor_sem_recurso", mensagem, onde)
        if isinstance(error, smtplib.SMTPResponseException):
            dito = self._clean(f"{error.smtp_code} {_text(error.smtp_error)}")
            return OutsideError("servidor_recusou", f"O servidor de e-mail recusou a conexão: {dito}", onde)
        mensagem = f"Não foi possível falar com {onde}; confira a internet, o servidor, a porta e a segurança."
        return OutsideError("servidor_inacessivel", mensagem, self._clean(f"{onde} {error}"))


def _forget(smtp: smtplib.SMTP) -> bool:
    """Begin anew after a refusal; whether the server still listens."""
    try:
        smtp.rset()
    except (smtplib.SMTPException, OSError):
        return False
    return True


def _dot_stuffed(mensagem: bytes) -> bytes:
    """Return *mensagem* with CRLF line ends and doubled leading dots, ready for the dot (RFC 5321 section 4.5.2)."""
    linhas = _LINE_END.sub(b"\r\n", mensagem)
    if not linhas.endswith(b"\r\n"):
        linhas += b"\r\n"
    return re.sub(rb"(?m)^\.", b"..", linhas)


def _text(dito: bytes | str) -> str:
    return dito.decode("utf-8", "replace") if isinstance(dito, bytes) else dito


def _spellings(usuario: str, senha: str) -> list[str]:
    """Return how *senha* may stand in an answer: plain, or as AUTH LOGIN and AUTH PLAIN encode it."""
    if not senha:
        return []
    formas = [senha, *(f"{a}{usuario}\0{senha}" for a in ("\0", f"{usuario}\0"))]
    return [senha, *(base64.b64encode(forma.encode()).decode() for forma in formas)]
