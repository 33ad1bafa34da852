"""Bank beside books, day by day."""

from collections import defaultdict
from datetime import date

from finbank_desktop.domain.valores import Centavos
from finbank_desktop.persistence.records_extratos import SituacaoLinha
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.conciliacao_model import DiaMesa


def days(uow: UnitOfWork, conta_id: int) -> list[DiaMesa]:
    """Return every day on which the bank or the books moved something, from the first day of a statement on."""
    sums: dict[date, dict[str, Centavos]] = defaultdict(lambda: defaultdict(int))
    for row in uow.extrato_linhas.sums_by_day(conta_id):
        day, state, valor = row["data"], row["situacao"], int(row["valor"])
        sums[day]["banco"] += valor
        if state == SituacaoLinha.CONCILIADA.name:
            sums[day]["conciliado"] += valor
        elif state == SituacaoLinha.IGNORADA.name:
            sums[day]["ignorado"] += valor
        else:
            sums[day]["pendentes"] += int(row["linhas"])
    if not sums:
        return []
    first = min(sums)
    for day, valor in [*uow.vinculos.books_by_day(conta_id), *uow.vinculos.others_by_day(conta_id)]:
        if day >= first:
            sums[day]["sistema"] += valor
    balances = _balances(uow, conta_id)
    return [DiaMesa(data=day, saldo=balances.get(day), **sums[day]) for day in sorted(sums)]


def _balances(uow: UnitOfWork, conta_id: int) -> dict[date, Centavos]:
    """Return the bank's balance at the end of days; a balance line over that of a header, the last import over all."""
    found = {e.saldo_data: e.saldo for e in uow.extratos.of_conta(conta_id) if e.saldo_data and e.saldo is not None}
    for linha in uow.extrato_linhas.balances(conta_id):
        if linha.data is not None and linha.valor is not None and "ANTERIOR" not in linha.chave.split():
            found.setdefault(linha.data, linha.valor)
    return found
