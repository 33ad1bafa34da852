"""What a change of the books keeps of the rows it changes, so that they can be given back as they were."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from enum import Enum
from typing import Any, TypeAlias, TypeVar

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.contabil import ContaContabil
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.persistence import mapping, mapping_extratos, mapping_livros, mapping_records
from finbank_desktop.persistence.records import Baixa, Importacao, Mudanca, Operacao
from finbank_desktop.persistence.records_extratos import LinhaGravada

Linha: TypeAlias = Boleto | ContaReceber | Baixa | Pessoa | LinhaGravada | ContaContabil
T = TypeVar("T", Boleto, ContaReceber, Baixa, Pessoa, LinhaGravada, ContaContabil)

_SIMPLES = frozenset(
    (
        *("situacao", "no_banco", "no_banco_detalhe", "remessa_id", "comando", "valor_pago", "data_pagamento"),
        *("data_credito", "abatimento", "vencimento", "valor_baixado", "estornada_por", "estornada_em", "versao"),
        "motivo",
    )
)
"""Fields that are one column of the same name and that no other column is made of."""


def changes(
    de: Importacao | Operacao, tabela: str, antes: Mapping[int, T], depois: Mapping[int, T]
) -> Iterator[Mudanca]:
    """Yield, for each row of *antes*, the columns that *depois* changes as they were.

    ``versao`` is always among them: a row that still has the next one was not touched since.
    """
    for row, velho in antes.items():
        yield _mudanca(de, tabela, row, _columns(velho, depois[row]))


def is_simple(campos: Iterable[str]) -> bool:
    """Whether each of these attributes is one column of the same name."""
    return _SIMPLES.issuperset(campos)


def column(valor: object) -> Any:
    """Return what the column of a simple attribute holds of *valor*."""
    return valor.name if isinstance(valor, Enum) else valor


def amended(de: Importacao | Operacao, tabela: str, antes: Mapping[int, Mapping[str, Any]]) -> Iterator[Mudanca]:
    """Yield what undoing needs of rows of which single columns were written over; *antes* is what stood in them."""
    for row, colunas in antes.items():
        yield _mudanca(
            de, tabela, row, {nome: v.isoformat() if isinstance(v, date) else v for nome, v in colunas.items()}
        )


def created(de: Importacao | Operacao, tabela: str, rows: Iterable[int]) -> Iterator[Mudanca]:
    """Yield what undoing needs to take *rows* away again."""
    for row in rows:
        yield _mudanca(de, tabela, row, {})


def _mudanca(de: Importacao | Operacao, tabela: str, row: int, antes: Mapping[str, Any]) -> Mudanca:
    importacao = de.id if isinstance(de, Importacao) else None
    operacao = de.id if isinstance(de, Operacao) else None
    return Mudanca(
        empresa_id=de.empresa_id,
        importacao_id=importacao,
        operacao_id=operacao,
        tabela=tabela,
        registro_id=row,
        antes=antes,
    )


def _columns(velho: Linha, novo: Linha) -> dict[str, Any]:
    mudados = [
        campo.name
        for campo in fields(velho)
        if campo.name == "versao" or getattr(velho, campo.name) != getattr(novo, campo.name)
    ]
    if _SIMPLES.issuperset(mudados):
        return {nome: _stored(getattr(velho, nome)) for nome in mudados}
    antes, depois = _row(velho), _row(novo)
    diferentes = {nome: _stored(valor) for nome, valor in antes.items() if valor != depois[nome]}
    return diferentes | {"versao": velho.versao}


def _row(obj: Linha) -> dict[str, Any]:
    if isinstance(obj, Boleto):
        return mapping.boleto_row(obj)
    if isinstance(obj, Pessoa):
        return mapping.pessoa_row(obj)
    if isinstance(obj, LinhaGravada):
        return mapping_extratos.linha_row(obj)
    if isinstance(obj, ContaContabil):
        return mapping_livros.conta_row(obj)
    return mapping.conta_receber_row(obj) if isinstance(obj, ContaReceber) else mapping_records.baixa_row(obj)


def _stored(valor: object) -> Any:
    """Return *valor* as its column holds it: enumerations by name, dates as ISO text."""
    if isinstance(valor, Enum):
        return valor.name
    return valor.isoformat() if isinstance(valor, date) else valor
