"""What the tables of the preview of a retorno of débito automático show, tab by tab."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.services.retorno_wizard import TITULOS_ABAS

if TYPE_CHECKING:
    from finbank_desktop.services.debitos.retorno_model import DebitoRow, RetornoDebitoPlan

_VALOR, _DATA = TipoColuna.VALOR, TipoColuna.DATA
_COLUNAS = {
    "cliente": Coluna(chave="cliente", titulo="Cliente", largura=26),
    "idboleto": Coluna(chave="idboleto", titulo="IDBOLETO", largura=28),
    "seu_numero": Coluna(chave="seu_numero", titulo="Seu número", largura=14),
    "vencimento": Coluna(chave="vencimento", titulo="Débito em", tipo=_DATA, largura=11),
    "valor_titulo": Coluna(chave="valor_titulo", titulo="Pedido", tipo=_VALOR, largura=12),
    "valor_creditado": Coluna(chave="valor_creditado", titulo="Creditado", tipo=_VALOR, largura=12),
    "data_credito": Coluna(chave="data_credito", titulo="Crédito em", tipo=_DATA, largura=11),
    "texto": Coluna(chave="texto", titulo="Ocorrência", largura=34),
    "efeito": Coluna(chave="efeito", titulo="O que vai acontecer", largura=60),
    "line": Coluna(chave="line", titulo="Linha", tipo=TipoColuna.NUMERO, largura=6),
}
_TALVEZ = frozenset({"idboleto", "seu_numero", "cliente", "vencimento", "valor_titulo", "data_credito"})
"""Columns that are left out when no row has anything in them."""
_SEM_DINHEIRO = frozenset({"confirmacoes", "rejeicoes"})


def columns_of(aba: str, rows: Sequence[Mapping[str, Any]]) -> tuple[Coluna, ...]:
    """Return the columns of a tab; those in which no row has anything are left out."""
    fora = {"valor_creditado", "data_credito"} if aba in _SEM_DINHEIRO else set()
    return tuple(
        coluna
        for chave, coluna in _COLUNAS.items()
        if chave not in fora and (chave not in _TALVEZ or any(row.get(chave) for row in rows))
    )


def table_rows(plano: "RetornoDebitoPlan") -> dict[str, list[Mapping[str, Any]]]:
    """Return the plan's rows by tab, as the tables show them; may run beside the window."""
    abas: dict[str, list[Mapping[str, Any]]] = {aba: [] for aba in TITULOS_ABAS}
    for number, row in enumerate(plano.rows):
        shown = {chave: getattr(row, chave) for chave in _COLUNAS}
        shown |= {"o_que_fazer": row.o_que_fazer, "rateio": shares(plano, row), "id": number}
        abas[str(row.tab)].append(shown)
    return abas


def shares(plano: "RetornoDebitoPlan", row: "DebitoRow") -> str:
    """Return how a line is shared over its lançamentos, each with what it settles and what stays open."""
    partes = []
    for item in row.baixas:
        depois = plano.mudadas.contas[item.conta_receber_id][1]
        resta = f", ficam {format_brl(depois.saldo)}" if depois.saldo else ""
        partes.append(f"{depois.documento or depois.codigo}: {format_brl(item.valor)}{resta}")
    return "; ".join(partes)
