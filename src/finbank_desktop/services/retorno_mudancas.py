"""What an import keeps of the rows it changes, so that they can be given back as they were."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from enum import Enum
from typing import Any

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.persistence.records import Importacao, Mudanca
from finbank_desktop.services.retorno_model import RetornoPlan


def changes(importacao: Importacao, plan: RetornoPlan) -> Iterator[Mudanca]:
    """Yield, for each row *plan* changes, the columns that change as they were.

    ``versao`` is always among them: a row that still has the next one was not touched since.
    """
    yield from _changes(importacao, "boletos", plan.antes, plan.depois)
    yield from _changes(importacao, "contas_receber", plan.contas_antes, plan.contas_depois)


def _changes(
    importacao: Importacao,
    tabela: str,
    antes: Mapping[int, Boleto] | Mapping[int, ContaReceber],
    depois: Mapping[int, Boleto] | Mapping[int, ContaReceber],
) -> Iterator[Mudanca]:
    for row, velho in antes.items():
        novo = depois[row]
        yield Mudanca(
            empresa_id=importacao.empresa_id,
            importacao_id=importacao.id,
            tabela=tabela,
            registro_id=row,
            antes={nome: _stored(getattr(velho, nome)) for nome in _changed(velho, novo)},
        )


def _changed(velho: Boleto | ContaReceber, novo: Boleto | ContaReceber) -> Iterator[str]:
    for campo in fields(velho):
        if campo.name == "versao" or getattr(velho, campo.name) != getattr(novo, campo.name):
            yield campo.name


def _stored(valor: object) -> Any:
    """Return *valor* as its column holds it: enumerations by name, dates as ISO text."""
    if isinstance(valor, Enum):
        return valor.name
    return valor.isoformat() if isinstance(valor, date) else valor
