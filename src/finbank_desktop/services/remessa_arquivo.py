"""A remessa's file and its books, written together or not at all; and what to know of the folder before."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.errors import StaleError
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.jobs import Watcher
from finbank_desktop.services.plans import StalePlanError
from finbank_desktop.services.remessa_pasta import free_name, place


class _Plan(Protocol):
    @property
    def going(self) -> Sequence[object]:
        """The rows that will be in the file."""

    @property
    def arquivo(self) -> str:
        """The file's name by the bank's habit."""

    @property
    def conteudo(self) -> bytes:
        """The file's bytes."""


P = TypeVar("P", bound=_Plan)
F = TypeVar("F")


def write(
    database: Database,
    plan: P,
    pasta: Path,
    watcher: Watcher,
    *,
    compare: Callable[[UnitOfWork, P], None],
    keep: Callable[[UnitOfWork, P, str], F],
) -> F:
    """Put the file of *plan* into *pasta* and return what *keep* wrote into the books.

    The books decide: the file is put in its place just before they are committed, and taken away again when they
    cannot be. A crash in between leaves a file that no remessa knows of, and the number is used again.

    Args:
        database: Of the books.
        plan: Something goes with it.
        pasta: The folder.
        watcher: Told of the progress; may cancel until the books are written.
        compare: Refuses when something that the plan speaks of moved.
        keep: Writes the books; takes the name that the file got.

    Raises:
        StalePlanError: Something moved since; nothing was written.
        OutsideError: The folder cannot be written to; nothing was written.
        CancelledError: The watcher wants no more; nothing was written.
    """
    posto: Path | None = None
    try:
        with database.write() as uow:
            compare(uow, plan)
            watcher.report(0, len(plan.going), "Gravando a remessa")
            posto = place(pasta, plan.arquivo, plan.conteudo)
            feita = keep(uow, plan, posto.name)
            watcher.report(len(plan.going), len(plan.going), "Remessa gravada")
    except BaseException as error:
        if posto is not None:
            posto.unlink(missing_ok=True)
        if isinstance(error, StaleError):
            raise StalePlanError(error.where) from error
        raise
    return feita


def pasta_problems(arquivo: str, pasta: Path) -> Sequence[Problem]:
    """Return what is wrong with the folder that *arquivo* shall go to: it is gone, or what `name_taken` says."""
    if not pasta.is_dir():
        return [Problem(message=f"A pasta {pasta} não existe mais.", fix="Escolha outra.", field="pasta")]
    return name_taken(arquivo, pasta)


def name_taken(arquivo: str, pasta: Path) -> Sequence[Problem]:
    """Return the warning that *arquivo* will get another name in *pasta*; empty when the name is free."""
    nome = free_name(pasta, arquivo)
    if nome == arquivo:
        return []
    return [
        Problem(
            message=f"Já existe {arquivo} nesta pasta; o arquivo novo vai se chamar {nome}.",
            fix="Se o outro sobrou de uma geração interrompida, que não está na lista de remessas, não o envie.",
            severity=Severity.WARNING,
        )
    ]
