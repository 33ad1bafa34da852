"""What operations by hand post: settlements, and settlements taken back."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from finbank_desktop.domain.contabil import Processo
from finbank_desktop.persistence.records import Baixa, Operacao
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.livros import contas_caixa, recebimentos
from finbank_desktop.services.livros.contabilizar import contabilizar
from finbank_desktop.services.livros.modelo import Movimento, Origem

TABELA = "operacoes"
_PROCESSOS = {"estorno": Processo.ESTORNO, "conciliacao": Processo.CONCILIACAO}


def origem(operacao: Operacao) -> Origem:
    """Return how the books know *operacao*."""
    processo = _PROCESSOS.get(operacao.tipo, Processo.BAIXA_MANUAL)
    return Origem(
        tabela=TABELA,
        id=operacao.id,
        texto=f"{processo} nº {operacao.id}",
        empresa_id=operacao.empresa_id,
        processo=processo,
    )


def post(
    uow: UnitOfWork,
    operacao: Operacao,
    novas: Sequence[Baixa],
    mudadas: Sequence[tuple[Baixa, Baixa]],
    *,
    agora: datetime,
) -> None:
    """Post what *operacao* settled, and what it took back.

    Args:
        uow: The caller's transaction.
        operacao: As it was written.
        novas: Settlements it made.
        mudadas: Settlements it changed, before and after.
        agora: When.

    Raises:
        RefusedError: A day is in a closed period.
    """
    estornadas = [antes for antes, depois in mudadas if antes.stands and not depois.stands]
    if novas or estornadas:
        movimentos = [*_receipts(uow, novas), *_reversals(uow, estornadas, agora)]
        contabilizar(uow, origem(operacao), movimentos, usuario=operacao.usuario, agora=agora)


def _receipts(uow: UnitOfWork, baixas: Sequence[Baixa]) -> Iterator[Movimento]:
    devedores = recebimentos.debtors(uow, baixas)
    for baixa, conta_id in zip(baixas, contas_caixa.of_baixas(uow, baixas), strict=True):
        yield recebimentos.receipt(baixa, devedores[baixa.conta_receber_id], conta_id)


def _reversals(uow: UnitOfWork, baixas: Sequence[Baixa], agora: datetime) -> Iterator[Movimento]:
    contas = recebimentos.booked(uow, "baixas", [baixa.id for baixa in baixas])
    devedores = recebimentos.debtors(uow, baixas)
    for baixa in baixas:
        if baixa.id in contas:
            yield recebimentos.reversal(baixa, devedores[baixa.conta_receber_id], contas[baixa.id], agora.date())
