"""What operations by hand post: settlements, settlements taken back, and lines of statements."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from finbank_desktop.domain.contabil import Processo
from finbank_desktop.persistence.records import Baixa, Operacao
from finbank_desktop.persistence.records_extratos import Vinculo
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.livros import contas_caixa, extratos_livros, recebimentos
from finbank_desktop.services.livros.contabilizar import contabilizar
from finbank_desktop.services.livros.modelo import Movimento, Origem
from finbank_desktop.services.operacao_plan import Alteracao

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
    alteracao: Alteracao,
    baixas: Sequence[Baixa],
    vinculos: Sequence[Vinculo],
    *,
    agora: datetime,
) -> None:
    """Post what *operacao* settled, what it took back, and what it said lines of statements are.

    Args:
        uow: The caller's transaction.
        operacao: As it was written.
        alteracao: What it changed.
        baixas: The settlements it made, with their ids.
        vinculos: The links it made, with their ids.
        agora: When.

    Raises:
        RefusedError: A day is in a closed period.
    """
    estornadas = [antes for antes, depois in alteracao.baixas if antes.stands and not depois.stands]
    linhas = {antes.id: antes for antes, _depois in alteracao.linhas}
    movimentos = [
        *_receipts(uow, baixas),
        *_reversals(uow, estornadas, agora),
        *extratos_livros.moves(vinculos, linhas),
    ]
    contabilizar(uow, origem(operacao), movimentos, usuario=operacao.usuario, agora=agora)


def _receipts(uow: UnitOfWork, baixas: Sequence[Baixa]) -> Iterator[Movimento]:
    if not baixas:
        return
    devedores = recebimentos.debtors(uow, baixas)
    for baixa, conta_id in zip(baixas, contas_caixa.of_baixas(uow, baixas), strict=True):
        yield recebimentos.receipt(baixa, devedores[baixa.conta_receber_id], conta_id)


def _reversals(uow: UnitOfWork, baixas: Sequence[Baixa], agora: datetime) -> Iterator[Movimento]:
    if not baixas:
        return
    contas = recebimentos.booked(uow, "baixas", [baixa.id for baixa in baixas])
    devedores = recebimentos.debtors(uow, baixas)
    for baixa in baixas:
        if baixa.id in contas:
            yield recebimentos.reversal(baixa, devedores[baixa.conta_receber_id], contas[baixa.id], agora.date())
