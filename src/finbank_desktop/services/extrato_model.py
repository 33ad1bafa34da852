"""What importing a statement will change, as plain data: the preview shows it, the transaction applies it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from finbank_desktop.domain.cadastros import Conta
from finbank_desktop.domain.extratos import LinhaComparada
from finbank_desktop.domain.planilhas import Mapa
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.valores import Centavos


class Aba(StrEnum):
    """Where a line of a statement is shown; the order is the contract's."""

    NOVOS = "novos"
    JA_IMPORTADOS = "ja_importados"
    SALDOS = "saldos"
    PREVISTOS = "previstos"
    QUARENTENA = "quarentena"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtratoRow(LinhaComparada):
    """One line of the file and what it will do.

    Attributes:
        efeito: What will happen, or why nothing does, one sentence.
        espera: Somebody should look at it: it may be a payment that could not be read.
    """

    aba: Aba
    efeito: str
    espera: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ContaPlan:
    """What the statement of one account will change.

    Attributes:
        lugar: Place of the account in the file, from 0.
        banco: As the file has it; so are *agencia* and *numero*.
        conta: Ours; ``None`` until somebody says which it is.
        como: How it was recognised, in words.
        rows: One per line, in the file's order.
        tabs: Rows per `Aba`, zeros included.
        inicio: First day the file covers, as it says or as its lines show.
        saldo: The balance it ends with; ``None`` where none is certain.
        falta: What the file's balance has over (or, below zero, under) the one before plus the payments; ``None`` when
            there is nothing to compare with.
        sobrepoe: What of the period was imported before, one sentence; empty when nothing was.
        ja_importado: Code, day and user of the earlier import of these very bytes; empty when there is none.
        problems: An error keeps this account from being imported, a warning is only said.
        needs_tick: It is imported only when somebody says that the amounts are not in reais.
    """

    lugar: int
    banco: str
    agencia: str
    numero: str
    moeda: str = "BRL"
    conta: Conta | None = None
    como: str = ""
    rows: tuple[ExtratoRow, ...] = ()
    tabs: Mapping[str, int] = field(default_factory=dict)
    inicio: date | None = None
    fim: date | None = None
    saldo: Centavos | None = None
    saldo_data: date | None = None
    falta: Centavos | None = None
    sobrepoe: str = ""
    ja_importado: str = ""
    problems: tuple[Problem, ...] = ()
    needs_tick: bool = False

    @property
    def goes(self) -> bool:
        """Whether importing it writes something."""
        stopped = self.conta is None or self.ja_importado or any(problem.is_error for problem in self.problems)
        return not stopped and any(self.tabs[aba] for aba in (Aba.NOVOS, Aba.SALDOS))

    @property
    def soma(self) -> Centavos:
        """Sum of the new payments."""
        return sum(row.valor or 0 for row in self.rows if row.aba is Aba.NOVOS)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtratoPlan:
    """What importing one file will change.

    Attributes:
        arquivo: File name, without folder.
        sha256: Of the file's bytes.
        contas: One per account in the file.
        problems: What was found wrong with the file as a whole.
        mapa: How a table was read; ``None`` for a file in a bank's own format.
        impressao: Fingerprint of the table's header.
    """

    arquivo: str
    sha256: str
    formato: str
    contas: tuple[ContaPlan, ...]
    problems: tuple[Problem, ...] = ()
    mapa: Mapa | None = None
    impressao: str = ""

    @property
    def tabs(self) -> dict[str, int]:
        """Rows per `Aba` over all accounts, in the contract's order."""
        return {str(aba): sum(conta.tabs[aba] for conta in self.contas) for aba in Aba}

    @property
    def rows(self) -> tuple[ExtratoRow, ...]:
        """All lines of all accounts."""
        return tuple(row for conta in self.contas for row in conta.rows)

    @property
    def goes(self) -> bool:
        """Whether importing it writes something."""
        return any(conta.goes for conta in self.contas)

    @property
    def needs_tick(self) -> bool:
        """Whether somebody has to say that it is known that amounts are not in reais."""
        return any(conta.needs_tick and conta.goes for conta in self.contas)


def count_tabs(rows: tuple[ExtratoRow, ...]) -> dict[str, int]:
    """Return the rows per tab, zeros included, in the contract's order."""
    contagem = dict.fromkeys((str(aba) for aba in Aba), 0)
    for row in rows:
        contagem[row.aba] += 1
    return contagem
