"""What is written down in the books: lots, their lines, what moved each conta caixa, and closed months."""

from dataclasses import dataclass
from datetime import date, datetime

from finbank_desktop.domain.contabil import Processo, SituacaoLote
from finbank_desktop.domain.valores import Centavos


@dataclass(frozen=True, slots=True, kw_only=True)
class LoteContabil:
    """What one process posted.

    Attributes:
        codigo: Six digits, counted per empresa.
        texto: The process by its number, such as ``Retorno DA nº 12``.
        origem_tabela: The table of what made it, such as ``importacoes``; *origem_id* is the row there.
        inicio: First day of its lines; *fim* the last.
        lancamentos: How many; each sums to zero by itself.
        valor: Centavos, sum of its debits.
        estorno_de_id: The closed lot that this one takes back; ``None`` for any other.
    """

    id: int = 0
    empresa_id: int
    codigo: str
    processo: Processo
    texto: str
    origem_tabela: str
    origem_id: int
    inicio: date
    fim: date
    lancamentos: int = 0
    valor: Centavos = 0
    quando: datetime
    usuario: str
    situacao: SituacaoLote = SituacaoLote.ABERTO
    fechado_em: datetime | None = None
    fechado_por: str = ""
    estorno_de_id: int | None = None
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Partida:
    """One line of a lançamento.

    Attributes:
        lancamento: Number within the lot; its words stand in the movement of the same number.
        valor: Centavos, a debit above zero and a credit below.
    """

    id: int = 0
    empresa_id: int
    lote_id: int
    lancamento: int
    data: date
    conta_contabil_id: int
    filial_id: int | None = None
    valor: Centavos
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MovimentoCaixa:
    """What one lançamento moved in a conta caixa.

    Attributes:
        data: The day the money is in the account, or out of it.
        valor: Centavos, above zero what came in.
        historico: The words of the lançamento.
        item_tabela: What it stands for: ``baixas``, ``tarifas``…; empty where it is nothing else's.
        item_id: The row there. It may be gone once its process was undone: numbers are never given again.
    """

    id: int = 0
    empresa_id: int
    lote_id: int
    lancamento: int
    conta_id: int
    data: date
    valor: Centavos
    historico: str
    documento: str = ""
    item_tabela: str = ""
    item_id: int | None = None
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FechamentoContabil:
    """Months of an empresa in which nothing is posted any more.

    Attributes:
        ate: The last day of the last month.
        reaberto_em: When it was opened again; ``None`` while it stands.
    """

    id: int = 0
    empresa_id: int
    ate: date
    quando: datetime
    usuario: str
    reaberto_em: datetime | None = None
    reaberto_por: str = ""
    motivo: str = ""
    versao: int = 0
