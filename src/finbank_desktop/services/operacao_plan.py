"""What a person does by hand, as plain data: shown first, then applied in one transaction, and undone the same way."""

from dataclasses import dataclass

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.problems import Problem
from finbank_desktop.persistence.records import Baixa
from finbank_desktop.persistence.records_extratos import LinhaGravada, Vinculo


@dataclass(frozen=True, slots=True, kw_only=True)
class OperacaoRow:
    """One title and what will happen to it.

    Attributes:
        boleto_id: ``None`` for a conta a receber without boleto.
        titulo: What it is known by: seu número and pagador.
        efeito: What will happen, one sentence; or why nothing does.
        problems: An error leaves the title as it is.
    """

    boleto_id: int | None = None
    conta_receber_id: int | None = None
    titulo: str
    efeito: str
    problems: tuple[Problem, ...] = ()

    @property
    def goes(self) -> bool:
        """Whether something will happen to it."""
        return not any(problem.is_error for problem in self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alteracao:
    """What changes in the tables; pairs are a row before and after.

    Attributes:
        eventos: Boleto, kind and sentence of each step for the history.
        linhas: Lines of statements.
        vinculos: What lines are linked with; one may name a settlement of *novas_baixas* by its place there.
    """

    boletos: tuple[tuple[Boleto, Boleto], ...] = ()
    contas: tuple[tuple[ContaReceber, ContaReceber], ...] = ()
    baixas: tuple[tuple[Baixa, Baixa], ...] = ()
    novas_contas: tuple[ContaReceber, ...] = ()
    novas_baixas: tuple[Baixa, ...] = ()
    eventos: tuple[tuple[int, str, str], ...] = ()
    linhas: tuple[tuple[LinhaGravada, LinhaGravada], ...] = ()
    vinculos: tuple[Vinculo, ...] = ()

    def __add__(self, other: "Alteracao") -> "Alteracao":
        """Return both together; they must not touch the same rows, and only the first may link new settlements."""
        return Alteracao(
            boletos=self.boletos + other.boletos,
            contas=self.contas + other.contas,
            baixas=self.baixas + other.baixas,
            novas_contas=self.novas_contas + other.novas_contas,
            novas_baixas=self.novas_baixas + other.novas_baixas,
            eventos=self.eventos + other.eventos,
            linhas=self.linhas + other.linhas,
            vinculos=self.vinculos + other.vinculos,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OperacaoPlan:
    """One operation to be.

    Attributes:
        tipo: Short machine name, such as ``baixa_manual``.
        texto: What it does, one sentence, as the history will have it.
        rows: One per title.
        problems: What stops all of it (errors), and what to mind (warnings).
        alteracao: What changes; only of the rows that go.
    """

    empresa_id: int
    tipo: str
    texto: str
    rows: tuple[OperacaoRow, ...]
    problems: tuple[Problem, ...] = ()
    alteracao: Alteracao

    @property
    def going(self) -> tuple[OperacaoRow, ...]:
        """The rows to which something happens."""
        return tuple(row for row in self.rows if row.goes)
