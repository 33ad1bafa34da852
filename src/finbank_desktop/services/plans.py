"""What all plans have in common: what was previewed is what is saved, or nothing is."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from finbank_desktop.domain.problems import Problem, RefusedError


class StalePlanError(RefusedError):
    """A row the plan touches moved since it was made; nothing was written. Plan anew and show what changed."""

    def __init__(self, where: str = "") -> None:
        """Say so; *where* names the row."""
        super().__init__(
            "plano_desatualizado",
            "Os dados mudaram em outra janela depois desta prévia e nada foi gravado; confira a nova prévia.",
            where,
        )


class _Versioned(Protocol):
    def versions(self, rows: Iterable[int]) -> dict[int, int]:
        """Return the version of each row that exists."""


def require_versions(repository: _Versioned, esperadas: Mapping[int, int]) -> None:
    """Do nothing when every row still has the version the plan saw.

    Args:
        repository: Any repository, within the writing transaction.
        esperadas: Row id to version.

    Raises:
        StalePlanError: One row moved or is gone.
    """
    atuais = repository.versions(esperadas)
    for row, versao in esperadas.items():
        if atuais.get(row) != versao:
            raise StalePlanError(f"id {row}")


def refuse_errors(problems: Iterable[Problem], code: str) -> None:
    """Do nothing when no problem is an error.

    Raises:
        RefusedError: With the first error's sentence and how many more there are.
    """
    erros = [problem for problem in problems if problem.is_error]
    if not erros:
        return
    resto = f" (e mais {len(erros) - 1})" if len(erros) > 1 else ""
    mensagem = " ".join(parte for parte in (erros[0].message, erros[0].fix) if parte)
    raise RefusedError(code, mensagem + resto, erros[0].field or "")
