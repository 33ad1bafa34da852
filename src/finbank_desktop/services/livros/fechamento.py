"""Closing months of the books: first every lot in them, then the months themselves; opening them again is kept."""

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from finbank_desktop.domain.problems import Problem
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records_livros import FechamentoContabil, LoteContabil
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.fechamentos import reopened
from finbank_desktop.services.plans import StalePlanError, refuse_errors


@dataclass(frozen=True, slots=True, kw_only=True)
class FechamentoPlan:
    """What closing does.

    Attributes:
        ate: The last day of the month.
        lotes: The open lots that are closed with it.
        problems: What stands in the way.
    """

    empresa_id: int
    ate: date
    lotes: tuple[LoteContabil, ...]
    problems: tuple[Problem, ...]


class FechamentoContabilService:
    """Closes months and opens them again."""

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def list(self, empresa_id: int) -> Sequence[FechamentoContabil]:
        """Return the closings of an empresa, those opened again too, latest first."""
        with self._database.read() as uow:
            return uow.fechamentos_contabeis.of_empresa(empresa_id)

    def plan(self, empresa_id: int, mes: date) -> FechamentoPlan:
        """Return what closing the books until the end of the month of *mes* does; nothing is written."""
        with self._database.read() as uow:
            return self._plan(uow, empresa_id, mes)

    def fechar(self, plan: FechamentoPlan) -> FechamentoContabil:
        """Close the lots and the months of *plan*.

        Raises:
            RefusedError: The month is not over or closed already, or a lot does not sum to zero; nothing was written.
            StalePlanError: Something was posted meanwhile; nothing was written.
        """
        refuse_errors(plan.problems, "periodo_nao_fecha")
        with self._database.write() as uow:
            if self._plan(uow, plan.empresa_id, plan.ate) != plan:
                raise StalePlanError(f"{plan.ate:%m/%Y}")
            agora = self._agora()
            for lote in plan.lotes:
                uow.lotes_contabeis.close(lote, usuario=self._usuario, agora=agora)
            return uow.fechamentos_contabeis.add(
                FechamentoContabil(empresa_id=plan.empresa_id, ate=plan.ate, quando=agora, usuario=self._usuario)
            )

    def reabrir(self, fechamento_id: int, motivo: str) -> FechamentoContabil:
        """Open months again; who did it, when and why stays written down. Lots that were closed stay closed.

        Raises:
            RefusedError: No reason is given, or they are open already, or later ones are closed.
        """
        with self._database.write() as uow:
            found = uow.fechamentos_contabeis.get(fechamento_id)
            ultimo = uow.fechamentos_contabeis.closed_until(found.empresa_id)
            return uow.fechamentos_contabeis.update(
                reopened(found, ultimo, motivo=motivo, usuario=self._usuario, agora=self._agora())
            )

    def _plan(self, uow: UnitOfWork, empresa_id: int, mes: date) -> FechamentoPlan:
        ate = mes.replace(day=monthrange(mes.year, mes.month)[1])
        problems = []
        if ate >= self._agora().date():
            problems.append(
                Problem(message=f"O mês {ate:%m/%Y} ainda não acabou.", fix="Feche até o mês anterior.", field="mes")
            )
        antes = uow.fechamentos_contabeis.closed_until(empresa_id)
        if antes is not None and ate <= antes:
            problems.append(Problem(message=f"O período até {antes:%d/%m/%Y} já está fechado.", field="mes"))
        lotes = tuple(uow.lotes_contabeis.open_until(empresa_id, ate))
        return FechamentoPlan(empresa_id=empresa_id, ate=ate, lotes=lotes, problems=tuple(problems))
