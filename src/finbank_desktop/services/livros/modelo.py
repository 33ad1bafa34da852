"""What a process tells the books: where it comes from, what moved in which conta caixa, and by which accounts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from finbank_desktop.domain.contabil import Papel, Processo
from finbank_desktop.domain.valores import Centavos


@dataclass(frozen=True, slots=True, kw_only=True)
class Origem:
    """What posts.

    Attributes:
        tabela: The table of the process, such as ``importacoes`` or ``operacoes``.
        id: Its row there.
        texto: The process by its number, as the lot is called: ``Retorno DA nº 12``.
        processo: Its kind, which decides the evento and the histórico when nobody chooses others.
    """

    tabela: str
    id: int
    texto: str
    empresa_id: int
    processo: Processo


@dataclass(frozen=True, slots=True, kw_only=True)
class Movimento:
    """What one settlement moves in a conta caixa; it becomes one lançamento.

    Attributes:
        conta_id: The conta (cadastros) or till whose balance moves.
        data: The day the money is there, or gone.
        valor: Centavos: above zero what comes in, below what goes out. Zero where all was let off.
        partes: What it consists of; with their signs they sum up to *valor*. A receipt of 1.005 that settles 1.000 with
            10 of interest and 5 of discount is ``{PRINCIPAL_RECEBER: 1000, JUROS_RECEBIDOS: 10, DESCONTO_CONCEDIDO:
            -5}``; a payment of the same is ``{PRINCIPAL_PAGAR: -1000, JUROS_PAGOS: -10, DESCONTO_OBTIDO: 5}``.
        pessoa: Name, for the histórico.
        documento: For the histórico.
        baixa_id: The item de baixa (table ``baixas``) it stands for; so are the two others, at most one is given.
        item: Table and row of what it stands for, where it is none of these.
        texto: Words that stand instead of the histórico.
    """

    conta_id: int
    data: date
    valor: Centavos
    partes: Mapping[Papel, Centavos]
    filial_id: int | None = None
    pessoa: str = ""
    documento: str = ""
    baixa_id: int | None = None
    pagamento_id: int | None = None
    tarifa_id: int | None = None
    item: tuple[str, int] | None = None
    texto: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EscolhaContabil:
    """What a person chose for one process; ``None`` is the default of the process."""

    evento_id: int | None = None
    historico_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Regra:
    """How the amounts of one process are posted.

    Attributes:
        contas: Conta contábil by role.
        historico: The words, with marks in braces.
    """

    contas: Mapping[Papel, int] = field(default_factory=dict)
    historico: str
