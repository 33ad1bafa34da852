"""What the program asks of a bank's API, and what it may be told; nothing here opens a connection.

An adapter is pure. What takes several calls is a generator: it yields a `Pedido`, is sent the `Resposta`, and returns
an outcome. The runner carries the calls, keeps tokens and pace, and turns what went wrong on the way into outcomes by
`Pedido.muda` (a call that may have changed something at the bank is never simply repeated).
"""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum, auto
from typing import Protocol, TypeAlias, TypeVar

from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.registro import Ambiente, ContaApi, TituloRegistro
from finbank_desktop.domain.valores import Centavos


class Classe(Enum):
    """What a call is for; each has a pace of its own."""

    TOKEN = auto()
    REGISTRAR = auto()
    CONSULTAR = auto()
    LISTAR = auto()
    ALTERAR = auto()
    BAIXAR = auto()
    PDF = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pedido:
    """One HTTP request, without what the runner adds (token, address of the bank).

    Attributes:
        rota: The path as a pattern, for logs (``/boletos/{id}``); the path itself where it holds nothing personal.
        headers: Beyond those of `Adaptador.headers`.
        corpo: The exact bytes; hashed into the journal before they are sent.
        muda: The bank may have acted even when no answer comes.
        host: Another of the adapter's hosts (``token``…); empty for its base.
    """

    metodo: str
    caminho: str
    rota: str = ""
    classe: Classe
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    corpo: bytes | None = None
    tipo: str = "application/json"
    muda: bool = False
    host: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resposta:
    """What came back; header names in lower case."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    corpo: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErroBanco:
    """One thing the bank says is wrong, word for word.

    Attributes:
        campo: Our own name of the field (``pagador.endereco.cep``, ``vencimento``…); the bank's where it is not known;
            empty when it names none.
        sugestao: What to do, in our words; may be empty.
    """

    codigo: str = ""
    mensagem: str
    campo: str = ""
    sugestao: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TituloNoBanco:
    """A title as the bank tells it; what it does not tell is empty or ``None``.

    Attributes:
        referencia: The bank's own name of it, for later calls.
        situacao: The bank's word.
        estado: What that word means: ``aberto``, ``processando``, ``pago``, ``pago_parcial``, ``baixado``,
            ``rejeitado`` or ``outro``.
    """

    referencia: str
    nosso_numero: str = ""
    seu_numero: str = ""
    chave: str = ""
    linha_digitavel: str = ""
    codigo_barras: str = ""
    pix: str = ""
    txid: str = ""
    valor: Centavos | None = None
    vencimento: date | None = None
    pagador_documento: str = ""
    situacao: str = ""
    estado: str = "outro"
    valor_pago: Centavos | None = None
    data_pagamento: date | None = None
    data_credito: date | None = None


# what became of a registration -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Registrado:
    """The bank holds the title; ``avisos`` are words for the user, ``sem_pix`` why the QR code is missing."""

    titulo: TituloNoBanco
    sem_pix: str = ""
    avisos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Aceito:
    """The bank will register it; ask again by ``referencia`` (empty: by our key)."""

    referencia: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejeitado:
    """The bank refused it and holds nothing."""

    erros: tuple[ErroBanco, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicado:
    """The bank says it holds such a title already; a look-up tells whether it is this one."""

    mensagem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NaoEnviado:
    """Surely not processed; may be sent again after ``espera``."""

    motivo: str
    espera: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Desconhecido:
    """It may or may not be at the bank; only a look-up tells."""

    motivo: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parar:
    """Nothing of this account can be sent until a person acts (credentials, certificate, contract)."""

    motivo: str


ResultadoRegistro: TypeAlias = Registrado | Aceito | Rejeitado | Duplicado | NaoEnviado | Desconhecido | Parar


# what a look-up finds ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Encontrado:
    """This very title: value, due date, pagador and our key agree."""

    titulo: TituloNoBanco


@dataclass(frozen=True, slots=True, kw_only=True)
class Alheio:
    """Under our key the bank holds another title; ``diferencas`` in words."""

    titulo: TituloNoBanco
    diferencas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Varios:
    """More than one title under our key."""

    titulos: tuple[TituloNoBanco, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ausente:
    """The bank knows of none (now)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indeterminado:
    """The look-up itself did not get through."""

    motivo: str


ResultadoConsulta: TypeAlias = Encontrado | Alheio | Varios | Ausente | Indeterminado


@dataclass(frozen=True, slots=True, kw_only=True)
class Feito:
    """A change or a baixa was taken; ``confirmar``: the bank does it later, ask again."""

    confirmar: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SemSuporte:
    """The bank's API does not offer it."""

    motivo: str


ResultadoComando: TypeAlias = Feito | Rejeitado | NaoEnviado | Desconhecido | Parar | SemSuporte
ResultadoLista: TypeAlias = Sequence[TituloNoBanco] | SemSuporte | Indeterminado
ResultadoPdf: TypeAlias = bytes | SemSuporte | Indeterminado

R = TypeVar("R")
Passos: TypeAlias = Generator[Pedido, Resposta, R]
"""Calls in their order; sent each answer; returns what became of it all."""


# what an adapter is --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ChaveCertificado:
    """A certificate with its private key, in memory only.

    Attributes:
        certificado: PEM, with the certificates between it and its root where there are any.
        chave: PEM, not encrypted.
    """

    certificado: bytes = field(repr=False)
    chave: bytes = field(repr=False)


class Numeracao(Enum):
    """Who gives the nosso número."""

    BANCO = auto()
    NOSSA = auto()


class Autenticacao(Enum):
    """How a call proves whose it is."""

    CLIENT_CREDENTIALS = auto()
    PASSWORD = auto()
    CHAVE = auto()
    NENHUMA = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ritmo:
    """At most ``chamadas`` in ``segundos``, as the bank publishes it; the runner keeps to four fifths."""

    chamadas: int
    segundos: int = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Campo:
    """One thing an account needs to be told; ``segredo`` goes to the keyring."""

    nome: str
    titulo: str
    segredo: bool = False
    obrigatorio: bool = True
    ajuda: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacidades:
    """What an adapter's bank can do, as data.

    Attributes:
        carencia: How long after a send an absent title may still appear; two absent answers past it make a new send
            safe.
        consulta_por_chave: The bank can be asked by a key of ours; without it an unknown stops for a person.
        confirma_depois: An accepted title is registered later; it is asked for by list.
        recusa_repetido: The bank itself refuses a second title under the same key.
        simultaneas: Calls at the same time.
        confianca: ``contrato`` (recorded examples), ``documentacao`` (public documentation only).
    """

    numeracao: Numeracao
    autenticacao: Autenticacao
    mtls: bool
    carencia: timedelta
    consulta_por_chave: bool = True
    confirma_depois: bool = False
    recusa_repetido: bool = False
    pix: bool = False
    pdf: bool = False
    lista: bool = False
    alteracoes: tuple[str, ...] = ()
    trava_apos_registro: timedelta = timedelta(0)
    ritmos: Mapping[Classe, Ritmo] = field(default_factory=dict)
    simultaneas: int = 4
    confianca: str = "contrato"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filtro:
    """Which titles a list is to hold; dates of payment where ``pagos``, else of the last change or due date."""

    de: date
    ate: date
    pagos: bool = True


class Adaptador(Protocol):
    """One bank's API. Pure: it makes requests and reads answers, and keeps nothing."""

    nome: str
    titulo: str
    banco: str
    """Three digits of the bank whose boletos it registers; ``""`` where several (Kobana)."""
    capacidades: Capacidades
    hosts: Mapping[Ambiente, Mapping[str, str]]
    """Addresses by environment: ``""`` for the base, ``token`` and others where they differ, with a path or not."""
    campos: tuple[Campo, ...]
    fonte: str
    """Where its facts stand, and of which day."""

    def problems(self, titulo: TituloRegistro, conta: ContaApi) -> Sequence[Problem]:
        """Return what this bank cannot express of *titulo*; nothing is ever rounded or dropped."""

    def token(self, conta: ContaApi, segredos: Mapping[str, str]) -> Pedido | None:
        """Return the call for an access token; ``None`` where there is none."""

    def headers(self, conta: ContaApi, segredos: Mapping[str, str], token: str) -> Mapping[str, str]:
        """Return the headers every call carries."""

    def query(self, conta: ContaApi, segredos: Mapping[str, str]) -> Mapping[str, str]:
        """Return what stands in the address of every call to the base (BB's application key); never to be logged."""

    def registrar(self, titulo: TituloRegistro, conta: ContaApi) -> Passos[ResultadoRegistro]:
        """Register *titulo*; at most one of the calls has ``muda``, and it is the one whose body the journal keeps."""

    def consultar(self, titulo: TituloRegistro, conta: ContaApi, referencia: str = "") -> Passos[ResultadoConsulta]:
        """Look for *titulo* by *referencia* where there is one, else by our own keys."""

    def listar(self, conta: ContaApi, filtro: Filtro) -> Passos[ResultadoLista]:
        """List titles, all pages; a page that failed makes the whole list `Indeterminado`."""

    def alterar(
        self, titulo: TituloRegistro, conta: ContaApi, referencia: str, campo: str, valor: object
    ) -> Passos[ResultadoComando]:
        """Change one thing of a registered title (``vencimento``, ``valor``, ``abatimento``…)."""

    def baixar(self, titulo: TituloRegistro, conta: ContaApi, referencia: str) -> Passos[ResultadoComando]:
        """Ask the bank to drop the title."""

    def pdf(self, titulo: TituloRegistro, conta: ContaApi, referencia: str) -> Passos[ResultadoPdf]:
        """Fetch the bank's own page of the boleto."""

    def conferir(self, conta: ContaApi) -> Pedido:
        """Return a harmless call that proves keys, certificate and scopes before anything is sent."""
