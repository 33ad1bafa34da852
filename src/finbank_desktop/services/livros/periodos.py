"""Whether a day may still be posted to."""

from collections.abc import Iterable
from datetime import date

from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.persistence.unit_of_work import UnitOfWork

FIX = "Reabra o período em Contabilidade ▸ Lotes, ou deixe para depois."


def closed(uow: UnitOfWork, empresa_id: int, datas: Iterable[date], *, field: str = "periodo") -> list[Problem]:
    """Return why something of these days cannot be posted; empty when it can. For plans."""
    ate = uow.fechamentos_contabeis.closed_until(empresa_id)
    if ate is None or not any(data <= ate for data in datas):
        return []
    return [Problem(message=f"O período contábil até {ate:%d/%m/%Y} está fechado.", fix=FIX, field=field)]


def refuse_closed(uow: UnitOfWork, empresa_id: int, datas: Iterable[date]) -> None:
    """Do nothing when all these days can be posted to.

    Raises:
        RefusedError: One is in a closed period.
    """
    for problem in closed(uow, empresa_id, datas):
        raise RefusedError("periodo_fechado", f"{problem.message} {problem.fix}", "periodo")
