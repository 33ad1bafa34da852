"""What the reconciliation shows and what a person composes of it, as plain data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from finbank_desktop.conciliacao.modelo import Lote, Titulo
from finbank_desktop.domain.cadastros import Conta
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.persistence.records_extratos import LinhaGravada
from finbank_desktop.services.operacao_plan import OperacaoPlan

OPERACAO = "conciliacao"
OPERACAO_IGNORAR = "extrato_ignorar"


class FaixaMesa(StrEnum):
    """How far a line's first answer may be trusted; the value is what the user reads."""

    CERTO = "Certo"
    CONFERIR = "Conferir"
    SEM_PAR = "Sem par"


class TipoDiferenca(StrEnum):
    """What a line has over or under the open amounts it pays; the value is what the user reads."""

    JUROS = "Juros"
    MULTA = "Multa"
    DESCONTO = "Desconto"
    ABATIMENTO = "Abatimento"
    TARIFA = "Tarifa do banco"
    PARCIAL = "Pagamento parcial"
    OUTRA = "Outra diferença"

    def fits(self, falta: Centavos) -> bool:
        """Whether it can be the reason for *falta*, above zero when the line has more than the titles."""
        if self in (TipoDiferenca.JUROS, TipoDiferenca.MULTA):
            return falta > 0
        return falta < 0 or (self is TipoDiferenca.OUTRA and falta != 0)


@dataclass(frozen=True, slots=True)
class Diferenca:
    """A share of a line that no open amount stands for, with its sign: what is let off is below zero."""

    tipo: TipoDiferenca
    valor: Centavos


@dataclass(frozen=True, slots=True, kw_only=True)
class Composicao:
    """What somebody says a line is.

    Attributes:
        titulos: Ids such as ``boleto:12`` and ``conta:34``.
        lote: Id of the credit of a retorno, such as ``lote:3:2026-12-15``; empty for none.
        outra_linha_id: The line of another account of ours that mirrors it.
        categoria: What the whole line is, where nothing in the books stands for it.
        ignorar: It shall not be reconciled.
        porque: Why, one sentence.
    """

    linha_id: int
    titulos: tuple[str, ...] = ()
    lote: str = ""
    outra_linha_id: int | None = None
    categoria: str = ""
    ignorar: bool = False
    diferencas: tuple[Diferenca, ...] = ()
    porque: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TituloMesa:
    """Something open in the books.

    Attributes:
        titulo: As the matching sees it; its amount is what is open less a rebate already granted.
        devido: Centavos of principal still open.
        no_banco: A bank collects it: its retorno is still to come.
    """

    titulo: Titulo
    devido: Centavos
    no_banco: bool = False

    @property
    def id(self) -> str:
        """Its id."""
        return self.titulo.id

    @property
    def abatimento(self) -> Centavos:
        """The rebate already granted."""
        return self.devido - self.titulo.valor


@dataclass(frozen=True, slots=True, kw_only=True)
class LoteMesa:
    """What the bank credits for the titles of retornos on one day.

    Attributes:
        baixas: Id and amount of each settlement in it.
        tarifas: Id and amount of each charge for them.
    """

    lote: Lote
    convenio: str
    baixas: tuple[tuple[int, Centavos], ...]
    tarifas: tuple[tuple[int, Centavos], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opcao:
    """One answer for a line.

    Attributes:
        resumo: What it would be reconciled with, for the list.
        falta: What is still unexplained; above zero when the line has more.
    """

    composicao: Composicao
    resumo: str
    pontos: int
    porque: str
    falta: Centavos = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LinhaMesa:
    """A line that waits, and its answers, best first."""

    linha: LinhaGravada
    faixa: FaixaMesa
    opcoes: tuple[Opcao, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mesa:
    """Bank and books of one account, side by side.

    Attributes:
        linhas: Those that wait, by day.
        espelhos: Lines of our other accounts, by id, that transfers name.
        tem_extrato: Whether a statement of the account was ever imported and still stands.
        fechado_ate: Nothing until this day changes any more.
    """

    conta: Conta
    linhas: tuple[LinhaMesa, ...]
    titulos: Mapping[str, TituloMesa] = field(default_factory=dict)
    lotes: Mapping[str, LoteMesa] = field(default_factory=dict)
    espelhos: Mapping[int, LinhaGravada] = field(default_factory=dict)
    tem_extrato: bool = False
    fechado_ate: date | None = None

    @property
    def certos(self) -> tuple[LinhaMesa, ...]:
        """The lines that can be settled together."""
        return tuple(each for each in self.linhas if each.faixa is FaixaMesa.CERTO)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConciliacaoPlan:
    """What reconciling one line changes.

    Attributes:
        falta: What is still unexplained; it must be nothing before it can be applied.
        partes: What the line is made of, in words, with the amounts.
        operacao: What is written; ``None`` while something is missing.
        problems: An error keeps it from being applied.
        aprende: Words of the line and the category they were given; ``None`` when there is nothing to learn.
    """

    linha: LinhaGravada
    composicao: Composicao
    falta: Centavos
    partes: tuple[tuple[str, Centavos], ...]
    operacao: OperacaoPlan | None = None
    problems: tuple[Problem, ...] = ()
    aprende: tuple[str, str] | None = None

    @property
    def can(self) -> bool:
        """Whether it can be applied."""
        return self.operacao is not None and not self.falta and not any(p.is_error for p in self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaMesa:
    """One day of an account: what the bank moved, what of it is explained, and what our books say.

    Attributes:
        saldo: The bank's balance at its end, where a statement gives one.
    """

    data: date
    banco: Centavos = 0
    conciliado: Centavos = 0
    ignorado: Centavos = 0
    sistema: Centavos = 0
    pendentes: int = 0
    saldo: Centavos | None = None

    @property
    def diferenca(self) -> Centavos:
        """What the bank moved over what our books say."""
        return self.banco - self.ignorado - self.sistema
