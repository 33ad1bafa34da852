"""E-mail as it is kept: the account it goes out by, what waits to be sent, and what a server answered."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Seguranca(StrEnum):
    """How the way to the server is protected; the value is what the user reads."""

    STARTTLS = "STARTTLS (porta 587)"
    TLS = "TLS direto (porta 465)"
    NENHUMA = "Nenhuma (só na própria máquina)"


PORTAS = {Seguranca.STARTTLS: 587, Seguranca.TLS: 465, Seguranca.NENHUMA: 25}
"""RFC 6409 section 3.1 (submission) and RFC 8314 section 3.3 (implicit TLS)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContaEmail:
    """The account an empresa sends by. Its password is in the computer's keyring, never here.

    Attributes:
        usuario: Login; empty when the server asks for none.
        nome: What customers see as the sender.
        endereco: From which address.
        responder_para: Where answers go; empty for *endereco*.
    """

    id: int = 0
    empresa_id: int
    servidor: str
    porta: int = 587
    seguranca: Seguranca = Seguranca.STARTTLS
    usuario: str = ""
    nome: str
    endereco: str
    responder_para: str = ""
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeloEmail:
    """Subject and text with tags (see `modelos_email`).

    Attributes:
        nome: Unique within the empresa.
    """

    id: int = 0
    empresa_id: int
    nome: str
    assunto: str
    texto: str
    versao: int = 0


class EstadoEnvio(StrEnum):
    """Where a message stands; the value is what the user reads."""

    NA_FILA = "Na fila"
    ENVIANDO = "Enviando"
    ENVIADO = "Enviado por e-mail"
    FALHOU = "Falhou"
    INCERTO = "Incerto"
    CANCELADO = "Cancelado"


@dataclass(frozen=True, slots=True, kw_only=True)
class Envio:
    """One message to one address, with what is to be written in it as it was previewed.

    Attributes:
        boletos: Whose PDFs go along.
        motivo: Why it goes: ``envio``, or ``lembrete:`` and the step of the régua (``lembrete:-3``).
        modelo: Name of the template.
        message_id: Given once; the same however often it is tried, so that a mail server can know it again.
        nao_antes: No try before then.
        vale_ate: Last day it makes sense, for reminders; ``None`` for none.
        resposta: The server's last answer.
        detalhe: What became of it, one sentence.
    """

    id: int = 0
    empresa_id: int
    pessoa_id: int
    boletos: tuple[int, ...]
    destinatario: str
    assunto: str
    texto: str
    motivo: str
    modelo: str
    estado: EstadoEnvio = EstadoEnvio.NA_FILA
    tentativas: int = 0
    message_id: str
    criado_em: datetime
    usuario: str
    nao_antes: datetime | None = None
    vale_ate: date | None = None
    enviado_em: datetime | None = None
    resposta: str = ""
    detalhe: str = ""
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Anexo:
    """A file that goes along."""

    nome: str
    tipo: str
    conteudo: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Mensagem:
    """A message ready to be handed to a server."""

    remetente_nome: str
    remetente: str
    responder_para: str
    destinatario: str
    assunto: str
    texto: str
    message_id: str
    quando: datetime
    anexos: tuple[Anexo, ...] = ()


class Sorte(StrEnum):
    """What became of one try."""

    ACEITA = "aceita"
    RECUSADA = "recusada"
    ADIADA = "adiada"
    INCERTA = "incerta"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tentativa:
    """One try: what became of it and what the server said.

    Attributes:
        codigo: The answer's three digits; 0 when there was none.
        resposta: The answer, without anything secret.
        caiu: Whether the connection is gone.
        geral: Whether it is the account the server does not want, whoever is written to.
    """

    sorte: Sorte
    codigo: int = 0
    resposta: str = ""
    caiu: bool = False
    geral: bool = False


ENVIO = "envio"
"""The reason of a message somebody asked for; reminders have others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PedidoEnvio:
    """What is wanted.

    Attributes:
        modelo: Name of the template the subject and text began with.
        agrupar: One message per customer with all boletos, not one per boleto.
        nao_registrados: Send also what the bank has not registered; the user was asked.
        de_novo: Send also what went before; the user was asked.
        motivo: See `Envio`.
        vale_ate: See `Envio`.
    """

    modelo: str
    assunto: str
    texto: str
    agrupar: bool = True
    nao_registrados: bool = False
    de_novo: bool = False
    motivo: str = ENVIO
    vale_ate: date | None = None
