"""The words of bookkeeping: accounts, what an amount is for, and which accounts each process uses.

An amount with its sign says which side it stands on: above zero a debit, below zero a credit. What a conta caixa takes
in is debited to its account; so the parts it is made of are credited, and a part that lowers it (a discount) debited.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Natureza(StrEnum):
    """The group an account belongs to (Lei 6.404/1976, art. 178 and 187); the value is what the user reads."""

    ATIVO = "Ativo"
    PASSIVO = "Passivo"
    PATRIMONIO_LIQUIDO = "Patrimônio líquido"
    RECEITA = "Receita"
    DESPESA = "Despesa"


class Papel(StrEnum):
    """What a part of an amount is for; an evento contábil names an account for each. The value is what the user reads.

    `BANCO` and `CAIXA` are the other side: the account of the conta caixa itself, where it has none of its own.
    """

    BANCO = "Banco"
    CAIXA = "Caixa"
    PRINCIPAL_RECEBER = "Principal recebido"
    JUROS_RECEBIDOS = "Juros recebidos"
    MULTA_RECEBIDA = "Multa recebida"
    DESCONTO_CONCEDIDO = "Desconto concedido"
    ABATIMENTO_CONCEDIDO = "Abatimento concedido"
    A_DEVOLVER = "A devolver ao cliente"
    PRINCIPAL_PAGAR = "Principal pago"
    JUROS_PAGOS = "Juros pagos"
    MULTA_PAGA = "Multa paga"
    DESCONTO_OBTIDO = "Desconto obtido"
    ABATIMENTO_OBTIDO = "Abatimento obtido"
    TARIFA = "Tarifa bancária"
    TRANSFERENCIA = "Transferência entre contas"
    OUTROS = "Outros"


class Processo(StrEnum):
    """What posts to the books; each has its evento and its histórico. The value is what the user reads."""

    RETORNO_COBRANCA = "Retorno de cobrança"
    RETORNO_DEBITO = "Retorno de débito automático"
    RETORNO_PAGAMENTO = "Retorno de pagamento"
    BAIXA_MANUAL = "Baixa manual a receber"
    BAIXA_PAGAR = "Baixa manual a pagar"
    ESTORNO = "Estorno de baixa"
    CONCILIACAO = "Conciliação"
    DEVOLUCAO = "Devolução a cliente"


class SituacaoLote(StrEnum):
    """Whether a lot may still be taken back; the value is what the user reads."""

    ABERTO = "Aberto"
    FECHADO = "Fechado"


MARCAS = ("pessoa", "documento", "processo", "data", "conta")
"""What a histórico may name in braces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContaContabil:
    """An account of the plano de contas.

    Attributes:
        codigo: As the accountant writes it, with points or without; unique within its empresa.
        reduzido: The short number by which the accounting system knows it; empty without one.
        analitica: Whether it is posted to; a *sintética* only sums up those beneath it.
    """

    id: int = 0
    empresa_id: int
    codigo: str
    reduzido: str = ""
    nome: str
    natureza: Natureza
    analitica: bool = True
    ativa: bool = True
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EventoContabil:
    """Which account each part of an amount is posted to.

    Attributes:
        contas: Id of the conta contábil by `Papel`; what is missing is taken from the process's own evento.
    """

    id: int = 0
    empresa_id: int
    codigo: str
    nome: str
    contas: Mapping[Papel, int] = field(default_factory=dict)
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Historico:
    """Words of a lançamento, with what changes in braces (see `MARCAS`)."""

    id: int = 0
    empresa_id: int
    codigo: str
    texto: str
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PadraoContabil:
    """The evento and the histórico that a process uses when nobody chooses others."""

    id: int = 0
    empresa_id: int
    processo: Processo
    evento_id: int
    historico_id: int
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ContaCaixa:
    """What the books know of a conta caixa: an account at a bank, or a till.

    Attributes:
        conta_id: The conta of the cadastros.
        conta_contabil_id: Its account in the plano de contas; ``None`` takes the evento's `Papel.BANCO` or `CAIXA`.
        saldo_inicial: Centavos that were in it before the first movement here.
    """

    id: int = 0
    empresa_id: int
    conta_id: int
    conta_contabil_id: int | None = None
    saldo_inicial: int = 0
    versao: int = 0
