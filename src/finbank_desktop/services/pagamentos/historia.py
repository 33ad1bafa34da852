"""Steps in the life of contas a pagar."""

from datetime import datetime

from finbank_desktop.domain.contas_pagar import ContaPagar
from finbank_desktop.persistence.records_pagamentos import EventoPagar
from finbank_desktop.persistence.unit_of_work import UnitOfWork

SEQUENCIA = "pagamentos"
_ALGARISMOS = 8


def evento(
    conta: ContaPagar,
    tipo: str,
    texto: str,
    *,
    usuario: str,
    agora: datetime,
    remessa_id: int | None = None,
    importacao_id: int | None = None,
    linha: int | None = None,
) -> EventoPagar:
    """Return a step in the history of *conta*."""
    return EventoPagar(
        empresa_id=conta.empresa_id,
        conta_pagar_id=conta.id,
        quando=agora,
        usuario=usuario,
        tipo=tipo,
        texto=texto,
        remessa_id=remessa_id,
        importacao_id=importacao_id,
        linha=linha,
    )


def next_seu_numero(uow: UnitOfWork, empresa_id: int) -> str:
    """Return a number that no payment of the empresa ever had: what a bank answers then means one payment only."""
    return f"{uow.sequencias.next(empresa_id, SEQUENCIA):0{_ALGARISMOS}d}"
