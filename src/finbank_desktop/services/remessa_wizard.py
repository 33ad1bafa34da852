"""The steps of *Gerar remessa*, without a window: what comes next, and what still stands in the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from finbank_desktop.domain.problems import Problem, Severity

if TYPE_CHECKING:
    from finbank_desktop.domain.comandos import Comando
    from finbank_desktop.domain.remessas import Remessa
    from finbank_desktop.persistence.records_pagamentos import RemessaPagamento
    from finbank_desktop.services.pagamentos.remessa_plan import RemessaPagamentoPlan
    from finbank_desktop.services.remessa_plan import RemessaPlan


class RemessaStep(StrEnum):
    """Where the assistant stands."""

    CONVENIO = "convenio"
    TITULOS = "titulos"
    PASTA = "pasta"
    RESULTADO = "resultado"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemessaDraft:
    """All that the assistant knows.

    Attributes:
        convenio_id: Whose remessa; ``None`` until one is chosen.
        plano: What would go into the file, of all that may; ``None`` until it was made.
        escolhidos: Ids of the boletos that shall go.
        final: The plan of exactly *escolhidos*; what is written.
        pasta: Where the file will lie.
        pasta_problems: What was found about that folder; ``None`` until it was looked at, which no window does itself.
        comandos: What is asked of boletos that would not go by themselves, by id.
        remessa: What it became.
        unidade: What goes, one and several.
    """

    convenio_id: int | None = None
    plano: "RemessaPlan | RemessaPagamentoPlan | None" = None
    escolhidos: tuple[int, ...] = ()
    final: "RemessaPlan | RemessaPagamentoPlan | None" = None
    pasta: Path | None = None
    pasta_problems: tuple[Problem, ...] | None = None
    comandos: "Mapping[int, Comando]" = field(default_factory=dict)
    remessa: "Remessa | RemessaPagamento | None" = None
    unidade: tuple[str, str] = ("título", "títulos")


_NEXT = {
    RemessaStep.CONVENIO: RemessaStep.TITULOS,
    RemessaStep.TITULOS: RemessaStep.PASTA,
    RemessaStep.PASTA: RemessaStep.RESULTADO,
}


def next_step(step: RemessaStep, draft: RemessaDraft) -> RemessaStep | None:
    """Return the step after *step*; ``None`` when it is the last."""
    del draft  # every remessa goes the same way
    return _NEXT.get(step)


def problems(step: RemessaStep, draft: RemessaDraft) -> list[Problem]:
    """Return what keeps *step* from being left; empty when nothing does."""
    if step is RemessaStep.CONVENIO and draft.convenio_id is None:
        return [Problem(message="Escolha o convênio da remessa.", severity=Severity.INFO)]
    if step is RemessaStep.TITULOS:
        return _problems_titulos(draft)
    if step is RemessaStep.PASTA:
        return _problems_pasta(draft)
    return []


def _problems_titulos(draft: RemessaDraft) -> list[Problem]:
    if draft.plano is None:
        return [Problem(message="Aguarde: ainda estou preparando a remessa.", severity=Severity.INFO)]
    if not draft.escolhidos:
        return [Problem(message=f"Marque ao menos um {draft.unidade[0]}.", severity=Severity.INFO)]
    return []


def _problems_pasta(draft: RemessaDraft) -> list[Problem]:
    if draft.final is None:
        return [Problem(message="Aguarde: ainda estou preparando a remessa.", severity=Severity.INFO)]
    erros = [problem for problem in draft.final.problems if problem.is_error]
    if erros:
        return erros
    if draft.pasta is None:
        return [Problem(message="Escolha a pasta em que o arquivo será salvo.", severity=Severity.INFO)]
    if draft.pasta_problems is None:
        return [Problem(message="Aguarde: ainda estou olhando a pasta.", severity=Severity.INFO)]
    return [problem for problem in draft.pasta_problems if problem.is_error]


def commit_label(escolhidos: Sequence[int], unidade: tuple[str, str] = ("título", "títulos")) -> str:
    """Return the words of the commit button; *unidade* is what goes, one and several.

    >>> commit_label([1]), commit_label(range(30))
    ('Gerar remessa com 1 título', 'Gerar remessa com 30 títulos')
    """
    numero = len(escolhidos)
    return f"Gerar remessa com {numero:,} ".replace(",", ".") + unidade[numero != 1]
