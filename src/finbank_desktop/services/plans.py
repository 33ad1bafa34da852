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


class _OfFile(Protocol):
    @property
    def arquivo(self) -> str:
        """File name, without folder."""

    @property
    def ja_importado(self) -> str:
        """Code, date and user of the earlier import of the file."""

    @property
    def ja_importado_id(self) -> int | None:
        """Its id; ``None`` when there is none."""

    @property
    def needs_tick(self) -> bool:
        """Whether the trailer disagrees with the lines."""


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


def require_importable(plan: _OfFile, itens: str, *, importar_assim_mesmo: bool) -> None:
    """Do nothing when *plan* may be applied.

    Args:
        plan: Of a file.
        itens: What the file holds, in the plural.
        importar_assim_mesmo: Somebody knows that the trailer disagrees with the lines.

    Raises:
        RefusedError: The file was imported before, or its trailer disagrees and nobody said to go on.
    """
    if plan.ja_importado_id is not None:
        raise RefusedError("ja_importado", f"{plan.ja_importado} Nada muda.", plan.arquivo)
    if plan.needs_tick and not importar_assim_mesmo:
        raise RefusedError(
            "totais_nao_conferem",
            f"As contagens do arquivo não conferem com as linhas dele; podem faltar {itens}. Baixe-o de novo ou "
            "confirme que quer importar assim mesmo.",
            plan.arquivo,
        )
