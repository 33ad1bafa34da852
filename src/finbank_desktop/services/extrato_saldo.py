"""Whether a statement's balance is the one before plus its payments, and what is missing when it is not."""

from collections.abc import Sequence
from datetime import date

from finbank_desktop.domain.extratos import ContaExtrato
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.extrato_model import Aba, ExtratoRow


def missing(uow: UnitOfWork, conta_id: int | None, found: ContaExtrato, rows: Sequence[ExtratoRow]) -> Centavos | None:
    """Return what the file's balance has over the one before plus the payments; ``None`` with nothing to compare.

    The balance before is the file's own *saldo anterior*, or else the last one of an earlier import whose day was over
    when it was imported: on its own day more payments may have followed.
    """
    if found.saldo is None or found.saldo_data is None:
        return None
    if found.falta is not None:
        return found.falta
    if conta_id is None:
        return None
    known = _last_known(uow, conta_id, found.saldo_data)
    if known is None:
        return None
    day, balance = known
    new = sum(_value(row) for row in rows if row.aba is Aba.NOVOS and _counts(row, day, found.saldo_data))
    kept = uow.extrato_linhas.sum_between(conta_id, day, found.saldo_data)
    return found.saldo - balance - kept - new


def _last_known(uow: UnitOfWork, conta_id: int, until: date) -> tuple[date, Centavos] | None:
    known = [
        (extrato.saldo_data, extrato.saldo)
        for extrato in uow.extratos.of_conta(conta_id)
        if extrato.saldo is not None
        and extrato.saldo_data is not None
        and extrato.saldo_data < min(until, extrato.importado_em.date())
    ]
    return max(known, default=None)


def _counts(row: ExtratoRow, after: date, until: date) -> bool:
    return row.data is not None and after < row.data <= until


def _value(row: ExtratoRow) -> Centavos:
    return row.valor or 0
