"""What a retorno of payments will change, as plain data: the preview shows it, the transaction applies it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from finbank_desktop.domain.arquivos import Cabecalho
from finbank_desktop.domain.contas_pagar import ContaPagar
from finbank_desktop.domain.ocorrencias import Motivo
from finbank_desktop.domain.pagamentos import ConvenioPagamento
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.persistence.records_pagamentos import BaixaPagar, PagamentoEnviado
from finbank_desktop.services.retorno_model import Tab


class AcaoLinha(StrEnum):
    """What a person decides about a line; the value is what the user reads."""

    ACEITAR = "Aceitar assim mesmo"
    ATRIBUIR = "É desta conta a pagar"
    IGNORAR = "Não fazer nada"
    ADIAR = "Decidir depois"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisaoPagamento:
    """What somebody decided about one line.

    Attributes:
        conta_pagar_id: For `AcaoLinha.ATRIBUIR`: the conta a pagar the line speaks of.
    """

    acao: AcaoLinha
    conta_pagar_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PropostaPagamento:
    """A conta a pagar that a line which found none may speak of; *porque* is what speaks for it, in words."""

    conta: ContaPagar
    favorecido: str
    porque: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RetornoPagamentoRow:
    """One line of the retorno and what it will do.

    Attributes:
        line: Line of the file, from 1.
        seu_numero: As the line repeats it.
        pagamento_id: The payment of a remessa it speaks of; ``None`` when none was found.
        conta_pagar_id: Its conta a pagar; ``None`` when none was found. `codigo` is that conta's.
        favorecido: Who is paid, as we sent it, else as the file has it.
        data_prevista: The day it was to be paid on.
        valor: Centavos asked for, else as the file has it.
        valor_pago: Centavos that left, by the file; ``None`` when it does not say.
        forma: How it is paid, in words.
        efeito: What will happen, or why nothing does, one sentence.
        ocorrencia: The bank's code; `texto` is that code in words.
        identidade: What tells the line from every other of its convênio.
        pode: What a person may decide about it; empty where there is nothing to decide.
        raw: The lines as read.
    """

    tab: Tab
    line: int
    convenio_id: int
    seu_numero: str
    pagamento_id: int | None = None
    conta_pagar_id: int | None = None
    codigo: str = ""
    favorecido: str = ""
    data_prevista: date | None = None
    valor: Centavos | None = None
    valor_pago: Centavos | None = None
    data_pagamento: date | None = None
    forma: str = ""
    autenticacao: str = ""
    efeito: str = ""
    ocorrencia: str
    texto: str
    motivos: tuple[Motivo, ...] = ()
    o_que_fazer: str = ""
    identidade: str
    pode: tuple[AcaoLinha, ...] = ()
    decisao: DecisaoPagamento | None = None
    raw: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RetornoPagamentoPlan:
    """What importing one retorno of payments will change.

    Attributes:
        arquivo: File name, without folder.
        rows: One per payment of the file, in its order.
        tabs: Rows per `Tab`, in the contract's order; zeros included.
        problems: What was found wrong with the file, and what keeps it from the books.
        ja_importado: Code, date and user of the earlier import; empty when there is none. `ja_importado_id` is its id.
        complemento_de: The import of these very bytes whose put-off lines this plan decides; ``None`` usually.
        needs_tick: The trailer disagrees with the lines; apply wants to be told that this is known.
        contas: The contas a pagar that change.
        pagamentos: The payments of remessas that change.
        baixas: The settlements to be, by line.
        estornos: Settlements that are taken back.
        vistos: The version of every conta a pagar that the plan speaks of.
    """

    arquivo: str
    sha256: str
    cabecalho: Cabecalho
    convenio: ConvenioPagamento
    convenio_descricao: str
    rows: tuple[RetornoPagamentoRow, ...]
    tabs: Mapping[str, int]
    problems: tuple[Problem, ...]
    ja_importado: str = ""
    ja_importado_id: int | None = None
    complemento_de: int | None = None
    needs_tick: bool = False
    contas: tuple[tuple[ContaPagar, ContaPagar], ...] = ()
    pagamentos: tuple[tuple[PagamentoEnviado, PagamentoEnviado], ...] = ()
    baixas: tuple[BaixaPagar, ...] = ()
    estornos: tuple[tuple[BaixaPagar, BaixaPagar], ...] = ()
    vistos: Mapping[int, int] = field(default_factory=dict)

    @property
    def decides_something(self) -> bool:
        """Whether applying it does anything with a line that came before."""
        return any(self.tabs[tab] for tab in Tab if tab.is_applied) or any(
            row.decisao is not None and row.decisao.acao is AcaoLinha.IGNORAR for row in self.rows
        )

    @property
    def needs_person(self) -> int:
        """How many rows somebody has to decide about."""
        return sum(self.tabs[tab] for tab in Tab if tab.needs_person)

    @property
    def somas(self) -> Mapping[str, Centavos]:
        """``arquivo`` (paid, by the lines) and ``gravar`` (paid, to be settled), in centavos."""
        return {
            "arquivo": sum(row.valor_pago or 0 for row in self.rows),
            "gravar": sum(baixa.valor_pago for baixa in self.baixas),
        }


def count_tabs(rows: Iterable[RetornoPagamentoRow]) -> dict[str, int]:
    """Return the rows per tab, zeros included, in the contract's order."""
    contagem = dict.fromkeys((str(tab) for tab in Tab), 0)
    for row in rows:
        contagem[row.tab] += 1
    return contagem


@dataclass(frozen=True, slots=True, kw_only=True)
class AcervoPagamentos:
    """What our books know of the payments in a file.

    Attributes:
        enviados: Payments of remessas by seu número.
        contas: Their contas a pagar, and those somebody named, by id.
        favorecidos: Names by conta a pagar.
        vivos: The payment by which money may leave, or has left, by conta a pagar.
        baixas: Settlements by conta a pagar.
        aplicadas: Code of the import by convênio and identity, of lines applied before.
        remessas: Numbers of remessas by id.
    """

    enviados: Mapping[str, Sequence[PagamentoEnviado]] = field(default_factory=dict)
    contas: Mapping[int, ContaPagar] = field(default_factory=dict)
    favorecidos: Mapping[int, str] = field(default_factory=dict)
    vivos: Mapping[int, PagamentoEnviado] = field(default_factory=dict)
    baixas: Mapping[int, Sequence[BaixaPagar]] = field(default_factory=dict)
    aplicadas: Mapping[tuple[int, str], str] = field(default_factory=dict)
    remessas: Mapping[int, int] = field(default_factory=dict)
