"""Registrations as plain data: the plan that is shown, what a run tells of each title, and how it ended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.registro import Ambiente, ContaApi, EstadoRegistro, TipoFalha
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.persistence.records_registros import Registro


class Acao(StrEnum):
    """What a run will do with a title; the value is what the user reads."""

    ENVIAR = "Comunicar"
    CONSULTAR = "Consultar"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistroRow:
    """One boleto and what the bank will be asked about it.

    Attributes:
        codigo: ID da cobrança, as the lists show it.
        acao: What a run will do; ``None`` where it stays as it is.
        efeito: What will happen, or why nothing does, one sentence.
        problems: An error keeps it out; `Problem.field` is our own name of the field at fault.
        estado: Where its registration stands now.
        versao: The boleto's when the plan was made.
    """

    boleto_id: int
    codigo: str
    numero_documento: str
    cliente: str
    vencimento: date
    valor: Centavos
    acao: Acao | None
    efeito: str
    problems: tuple[Problem, ...] = ()
    estado: EstadoRegistro = EstadoRegistro.PLANEJADO
    versao: int = 0

    @property
    def goes(self) -> bool:
        """Whether a run does something with it."""
        return self.acao is not None and not any(problem.is_error for problem in self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistroPlan:
    """What communicating the boletos of one convênio will do.

    Attributes:
        conta: The account it goes through.
        banco: The adapter's title, for sentences.
        problems: What is wrong with account, secrets or certificate; an error stops all of it.
        registros: What the journal already knows, by boleto.
        retratos: What will be asked, by boleto; see ``titulos.retrato``.
    """

    convenio: Convenio
    conta: ContaApi
    banco: str
    rows: tuple[RegistroRow, ...]
    problems: tuple[Problem, ...] = ()
    registros: Mapping[int, Registro] = field(default_factory=dict)
    retratos: Mapping[int, Mapping[str, object]] = field(default_factory=dict)

    @property
    def going(self) -> tuple[RegistroRow, ...]:
        """The rows a run does something with."""
        return tuple(row for row in self.rows if row.goes)

    @property
    def enviar(self) -> tuple[RegistroRow, ...]:
        """The rows that are sent."""
        return tuple(row for row in self.going if row.acao is Acao.ENVIAR)

    @property
    def valor(self) -> Centavos:
        """Sum of what is sent."""
        return sum(row.valor for row in self.enviar)

    @property
    def em_producao(self) -> bool:
        """Whether real titles are made."""
        return self.conta.ambiente is Ambiente.PRODUCAO

    @property
    def has_findings(self) -> bool:
        """Whether a title stays out or something is to be looked at."""
        return len(self.going) < len(self.rows) or any(problem.is_error for problem in self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Andamento:
    """What has become of one title, told whenever that changes.

    Attributes:
        codigo: ID da cobrança.
        mensagem: The bank's words, or why nothing is known.
        tipo: What kind of trouble; ``None`` when there is none.
        campo: Our own name of the field the bank complains of; may be empty.
        sugestao: What to do about it; may be empty.
        envios: How often it was sent.
    """

    boleto_id: int
    codigo: str
    numero_documento: str
    cliente: str
    resultado: EstadoRegistro
    mensagem: str = ""
    tipo: TipoFalha | None = None
    campo: str = ""
    sugestao: str = ""
    envios: int = 0


class Ouvinte(Protocol):
    """Whoever wants to hear of single titles while a run goes on."""

    def __call__(self, andamento: Andamento, /) -> None:
        """Hear; always called by the thread that runs the run."""


def deaf(andamento: Andamento, /) -> None:
    """Hear nothing."""
    del andamento


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultadoRodada:
    """How a run ended.

    Attributes:
        andamentos: The last word on each title of the plan that was to go, in the plan's order.
        parou: Why it ended before its end, one sentence; empty when it did not.
        nao_antes: Before when the bank wants no more calls; ``None`` usually.
    """

    andamentos: Sequence[Andamento] = ()
    parou: str = ""
    nao_antes: datetime | None = None

    def count(self, *estados: EstadoRegistro) -> int:
        """Return how many titles stand in one of these states."""
        return sum(um.resultado in estados for um in self.andamentos)

    @property
    def registrados(self) -> int:
        """Titles the bank has."""
        return self.count(EstadoRegistro.REGISTRADO, EstadoRegistro.REGISTRADO_SEM_PIX)

    @property
    def pendentes(self) -> int:
        """Titles that still want something: another run, a correction, a look at the bank's site."""
        return len(self.andamentos) - self.registrados

    @property
    def a_refazer(self) -> Sequence[int]:
        """The boletos of *Refazer só os que falharam*."""
        return [um.boleto_id for um in self.andamentos if not um.resultado.is_final]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tempos:
    """How long a run waits for what.

    Attributes:
        carencia: In place of the adapter's grace time; ``None`` keeps that.
        entre_ausencias: Between the two answers that a title is not there.
        primeira_consulta: After an unknown, before it is looked for at once.
        aceito: Before an accepted title is asked for; doubled each time.
        vezes_aceito: How often that is done in one run.
        indeterminada: Before a look-up that did not get through is tried again; doubled each time.
        vezes_indeterminada: How often that is done in one run.
        paciencia: What would happen later than this is left for another run.
        envios: How often the program sends a title by itself before a person has to decide.
        ler: Seconds to wait for more of an answer.
        tudo: Seconds for all of it.
        quedas: Titles in a row that could not be sent, after which it is the network and not the title.
    """

    carencia: timedelta | None = None
    entre_ausencias: timedelta = timedelta(seconds=30)
    primeira_consulta: timedelta = timedelta(seconds=2)
    aceito: timedelta = timedelta(seconds=3)
    vezes_aceito: int = 6
    indeterminada: timedelta = timedelta(seconds=5)
    vezes_indeterminada: int = 5
    paciencia: timedelta = timedelta(minutes=10)
    envios: int = 3
    quedas: int = 3
    ler: float = 45.0
    tudo: float = 90.0
