"""What the tables of a retorno's preview show, tab by tab."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.services.retorno_wizard import TITULOS_ABAS

if TYPE_CHECKING:
    from finbank_desktop.services.retorno_model import RetornoPlan

_TEXTO, _VALOR, _DATA = TipoColuna.TEXTO, TipoColuna.VALOR, TipoColuna.DATA
_COLUNAS = {
    "pagador": Coluna(chave="pagador", titulo="Pagador", largura=26),
    "nosso_numero": Coluna(chave="nosso_numero", titulo="Nosso número", largura=15),
    "seu_numero": Coluna(chave="seu_numero", titulo="Nº documento", largura=13),
    "vencimento": Coluna(chave="vencimento", titulo="Vencimento", tipo=_DATA, largura=11),
    "valor_titulo": Coluna(chave="valor_titulo", titulo="Valor", tipo=_VALOR, largura=12),
    "valor_pago": Coluna(chave="valor_pago", titulo="Pago", tipo=_VALOR, largura=12),
    "juros": Coluna(chave="juros", titulo="Juros", tipo=_VALOR, largura=9),
    "multa": Coluna(chave="multa", titulo="Multa", tipo=_VALOR, largura=9),
    "desconto": Coluna(chave="desconto", titulo="Desconto", tipo=_VALOR, largura=9),
    "abatimento": Coluna(chave="abatimento", titulo="Abatimento", tipo=_VALOR, largura=10),
    "tarifa": Coluna(chave="tarifa", titulo="Tarifa", tipo=_VALOR, largura=8),
    "valor_creditado": Coluna(chave="valor_creditado", titulo="Creditado", tipo=_VALOR, largura=12),
    "data_pagamento": Coluna(chave="data_pagamento", titulo="Pago em", tipo=_DATA, largura=11),
    "data_credito": Coluna(chave="data_credito", titulo="Crédito em", tipo=_DATA, largura=11),
    "texto": Coluna(chave="texto", titulo="Ocorrência", largura=28),
    "motivos": Coluna(chave="motivos", titulo="Motivos do banco", largura=40),
    "efeito": Coluna(chave="efeito", titulo="O que vai acontecer", largura=60),
    "line": Coluna(chave="line", titulo="Linha", tipo=TipoColuna.NUMERO, largura=6),
}
_QUEM = ("pagador", "nosso_numero")
_DINHEIRO = (
    *("vencimento", "valor_titulo", "valor_pago", "juros", "multa", "desconto", "abatimento", "tarifa"),
    *("valor_creditado", "data_pagamento", "data_credito"),
)
_TALVEZ = frozenset({"juros", "multa", "desconto", "abatimento", "tarifa", "motivos", "seu_numero"})
"""Columns that are left out when no row has anything in them."""
_POR_ABA = {
    "baixas": (*_QUEM, *_DINHEIRO, "seu_numero", "efeito", "line"),
    "confirmacoes": (*_QUEM, "seu_numero", "vencimento", "valor_titulo", "texto", "efeito", "line"),
    "rejeicoes": (*_QUEM, "motivos", "efeito", "seu_numero", "vencimento", "valor_titulo", "texto", "line"),
    "tarifas": (*_QUEM, "tarifa", "texto", "efeito", "data_pagamento", "line"),
    "nao_localizados": ("nosso_numero", "seu_numero", "texto", *_DINHEIRO, "efeito", "line"),
}
_OUTRAS = (*_QUEM, "texto", *_DINHEIRO, "seu_numero", "motivos", "efeito", "line")


def columns_of(aba: str, rows: Sequence[Mapping[str, Any]]) -> tuple[Coluna, ...]:
    """Return the columns of a tab; those in which no row has anything are left out."""
    chaves = _POR_ABA.get(aba, _OUTRAS)
    return tuple(_COLUNAS[chave] for chave in chaves if chave not in _TALVEZ or any(row.get(chave) for row in rows))


def table_rows(plano: "RetornoPlan") -> dict[str, list[Mapping[str, Any]]]:
    """Return the plan's rows by tab, as the tables show them; may run beside the window."""
    abas: dict[str, list[Mapping[str, Any]]] = {aba: [] for aba in TITULOS_ABAS}
    for number, row in enumerate(plano.rows):
        shown = {chave: getattr(row, chave) for chave in _COLUNAS if chave != "motivos"}
        shown["motivos"] = "; ".join(f"{motivo.codigo} {motivo.texto}" for motivo in row.motivos)
        shown["o_que_fazer"] = row.o_que_fazer
        shown["id"] = number
        abas[str(row.tab)].append(shown)
    return abas
