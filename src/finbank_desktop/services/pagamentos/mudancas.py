"""What an import of payments keeps of the rows it changes, so that they can be given back as they were."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from finbank_desktop.persistence.records import Mudanca
from finbank_desktop.persistence.records_pagamentos import ImportacaoPagamento
from finbank_desktop.persistence.repositories.base import T
from finbank_desktop.persistence.repositories.mirrored import MirroredRepository


def changes(
    de: ImportacaoPagamento, repository: MirroredRepository[T], pares: Sequence[tuple[T, T]]
) -> Iterator[Mudanca]:
    """Yield, for each row before and after, the columns that change as they were; ``versao`` is always among them."""
    for antes, depois in pares:
        velhas, novas = repository.columns(antes), repository.columns(depois)
        mudadas: dict[str, Any] = {
            nome: valor.isoformat() if isinstance(valor, date) else valor
            for nome, valor in velhas.items()
            if valor != novas[nome]
        }
        yield _mudanca(de, repository.table.name, antes.id, mudadas | {"versao": antes.versao})


def created(de: ImportacaoPagamento, tabela: str, rows: Iterable[int]) -> Iterator[Mudanca]:
    """Yield what undoing needs to take *rows* away again."""
    for row in rows:
        yield _mudanca(de, tabela, row, {})


def _mudanca(de: ImportacaoPagamento, tabela: str, row: int, antes: dict[str, Any]) -> Mudanca:
    return Mudanca(empresa_id=de.empresa_id, importacao_id=de.id, tabela=tabela, registro_id=row, antes=antes)
