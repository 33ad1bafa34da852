"""What giving money back to a pagador posts; it was posted as owed to him when it came."""

from collections.abc import Sequence
from datetime import date, datetime

from finbank_desktop.domain.contabil import Papel, Processo
from finbank_desktop.persistence.records import Devolucao
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.livros import recebimentos
from finbank_desktop.services.livros.contabilizar import contabilizar, estornar
from finbank_desktop.services.livros.modelo import Movimento, Origem

TABELA = "devolucoes"
ABATIDO = "Abatido"
"""How a way begins in which no money goes back: the pagador was charged less for something else."""


def origem(devolucao: Devolucao) -> Origem:
    """Return how the books know that *devolucao* was given back."""
    return Origem(
        tabela=TABELA,
        id=devolucao.id,
        texto=f"{Processo.DEVOLUCAO} nº {devolucao.id}",
        empresa_id=devolucao.empresa_id,
        processo=Processo.DEVOLUCAO,
    )


def post(uow: UnitOfWork, devolucoes: Sequence[Devolucao], data: date, *, usuario: str, agora: datetime) -> None:
    """Post that *devolucoes* were given back on *data*; those that came before there were books are left out.

    Where it was charged less instead, no conta caixa moves: the rebate granted there is no cost of ours.

    Raises:
        RefusedError: The day is in a closed period.
    """
    contas = recebimentos.booked(uow, TABELA, [each.id for each in devolucoes])
    for each in devolucoes:
        if each.id not in contas:
            continue
        abatido = each.forma.startswith(ABATIDO)
        partes = {Papel.A_DEVOLVER: -each.valor}
        if abatido:
            partes[Papel.ABATIMENTO_CONCEDIDO] = each.valor
        movimento = Movimento(
            conta_id=contas[each.id],
            data=data,
            valor=0 if abatido else -each.valor,
            partes=partes,
            item=(TABELA, each.id),
            texto=f"Devolução ao cliente, {each.forma.lower() or 'sem dizer como'}",
        )
        contabilizar(uow, origem(each), [movimento], usuario=usuario, agora=agora)


def take_back(uow: UnitOfWork, devolucoes: Sequence[Devolucao], *, usuario: str, agora: datetime) -> None:
    """Take back what `post` did.

    Raises:
        RefusedError: The day is in a closed period.
    """
    for each in devolucoes:
        estornar(uow, origem(each), usuario=usuario, agora=agora)
