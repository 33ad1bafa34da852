"""What settlements of contas a receber, charges and payments to give back move in the books."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from finbank_desktop.domain.contabil import Papel
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.persistence.records import Baixa, Devolucao, Tarifa
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.livros.modelo import Movimento


@dataclass(frozen=True, slots=True, kw_only=True)
class Devedor:
    """Of whom and of what a settlement is.

    Attributes:
        pessoa: Name.
        documento: The number the customer knows.
        filial_id: Of the conta a receber; ``None`` where it has none.
    """

    pessoa: str
    documento: str
    filial_id: int | None = None


def parts(baixa: Baixa) -> dict[Papel, Centavos]:
    """Return what a settlement consists of; it sums up to ``valor_pago``."""
    return {
        Papel.PRINCIPAL_RECEBER: baixa.valor,
        Papel.JUROS_RECEBIDOS: baixa.juros,
        Papel.MULTA_RECEBIDA: baixa.multa,
        Papel.DESCONTO_CONCEDIDO: -baixa.desconto,
        Papel.ABATIMENTO_CONCEDIDO: -baixa.abatimento,
    }


def receipt(baixa: Baixa, devedor: Devedor, conta_id: int) -> Movimento:
    """Return what a settlement moves: the money is there on the day of the credit."""
    return Movimento(
        conta_id=conta_id,
        data=baixa.data_credito or baixa.data,
        valor=baixa.valor_pago,
        partes=parts(baixa),
        filial_id=devedor.filial_id,
        pessoa=devedor.pessoa,
        documento=devedor.documento,
        baixa_id=baixa.id,
    )


def reversal(baixa: Baixa, devedor: Devedor, conta_id: int, dia: date) -> Movimento:
    """Return what taking a settlement back moves, on *dia*: the opposite."""
    return Movimento(
        conta_id=conta_id,
        data=dia,
        valor=-baixa.valor_pago,
        partes={papel: -valor for papel, valor in parts(baixa).items()},
        filial_id=devedor.filial_id,
        documento=devedor.documento,
        baixa_id=baixa.id,
        texto=f"Estorno do recebimento de {devedor.pessoa}, documento {devedor.documento}",
    )


def charge(tarifa: Tarifa, conta_id: int, dia: date) -> Movimento:
    """Return what the bank's charge moves."""
    return Movimento(
        conta_id=conta_id,
        data=dia,
        valor=-tarifa.valor,
        partes={Papel.TARIFA: -tarifa.valor},
        tarifa_id=tarifa.id,
        texto=tarifa.texto,
    )


def excess(devolucao: Devolucao, devedor: Devedor, conta_id: int, dia: date) -> Movimento:
    """Return what money moves that came and belongs to the pagador."""
    return Movimento(
        conta_id=conta_id,
        data=dia,
        valor=devolucao.valor,
        partes={Papel.A_DEVOLVER: devolucao.valor},
        documento=devedor.documento,
        item=("devolucoes", devolucao.id),
        texto=f"Recebido a devolver a {devedor.pessoa}, documento {devedor.documento}",
    )


def booked(uow: UnitOfWork, tabela: str, rows: Iterable[int]) -> Mapping[int, int]:
    """Return the conta caixa by row of *tabela*, of those that are booked now.

    What was settled before there were books is not, and is not taken back there either. Each movement of a row undoes
    the one before it, so an odd number of them stands.
    """
    contas: dict[int, list[int]] = defaultdict(list)
    for each in uow.movimentos_caixa.of_itens(tabela, rows):
        contas[each.item_id or 0].append(each.conta_id)
    return {row: suas[0] for row, suas in contas.items() if len(suas) % 2}


def debtors(uow: UnitOfWork, baixas: Iterable[Baixa]) -> dict[int, Devedor]:
    """Return of whom each conta a receber of *baixas* is, by conta a receber."""
    contas = uow.contas_receber.get_many(baixa.conta_receber_id for baixa in baixas)
    pessoas = uow.pessoas.get_many(conta.pessoa_id for conta in contas.values())
    return {
        conta.id: Devedor(pessoa=pessoas[conta.pessoa_id].nome, documento=conta.documento, filial_id=conta.filial_id)
        for conta in contas.values()
    }
