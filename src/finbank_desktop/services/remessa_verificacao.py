"""The file of a remessa through the checker before anybody may save it."""

from collections.abc import Sequence
from dataclasses import replace

from finbank_desktop.cnab import conferencia
from finbank_desktop.cnab.conferencia import donos
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.remessa_make import write
from finbank_desktop.services.remessa_plan import RemessaPlan, RemessaRow, with_problems


def checked(uow: UnitOfWork, plan: RemessaPlan) -> RemessaPlan:
    """Return *plan* with what the bank would find in its file.

    A title at fault stays out of the file and says why; what is then still wrong with the file stops it. Warnings are
    shown. The number of the file must be above that of every remessa of the convênio that was not cancelled.
    """
    before = plan.problems
    sequencia = below_last(uow, plan.convenio.id, plan.sequencia)
    if not plan.conteudo:
        return replace(plan, problems=(*before, *sequencia))
    found = _findings(plan.conteudo)
    marked = _mark(plan, found)
    if marked is not None:
        plan = write(replace(plan.dados, titulos=()), marked, before)
        found = _findings(plan.conteudo) if plan.conteudo else []
    return replace(plan, problems=(*plan.problems, *found, *sequencia))


def below_last(uow: UnitOfWork, convenio_id: int, sequencia: int) -> list[Problem]:
    """Return that the bank has seen the number of a file, or a later one: it takes only a greater one."""
    last = uow.remessas.last_sequencia(convenio_id)
    if sequencia > last:
        return []
    return [
        Problem(
            message=f"O número da remessa, {sequencia}, não passa do último que já saiu neste convênio, {last}: o "
            "banco recusa o arquivo como repetido ou fora de ordem.",
            fix=f"Ponha {last + 1} ou mais como próxima remessa no cadastro do convênio.",
            field="proxima_remessa",
        )
    ]


def _findings(conteudo: bytes) -> list[Problem]:
    return [problem for problem in conferencia.check(conteudo) if problem.severity is not Severity.INFO]


def _mark(plan: RemessaPlan, found: Sequence[Problem]) -> list[RemessaRow] | None:
    """Return the rows with the errors of their lines; ``None`` when no error is of a single title."""
    errors = {problem.line: problem for problem in reversed(found) if problem.is_error and problem.line is not None}
    if not errors:
        return None
    going = plan.going
    by_row: dict[int, list[Problem]] = {}
    for line, at in donos.owners(plan.conteudo, errors).items():
        by_row.setdefault(going[at].boleto.id, []).append(errors[line])
    if not by_row:
        return None
    return [with_problems(row, by_row.get(row.boleto.id, ())) for row in plan.rows]
