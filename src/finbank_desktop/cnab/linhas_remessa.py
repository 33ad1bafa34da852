"""The lines of a remessa of movements on their way to bytes, and which payment or debit each of them tells of."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.domain.registros import Valor
from finbank_desktop.layouts.model import Layout
from finbank_desktop.layouts.writer import Escrita, write


class Movimento(Protocol):
    """A payment or a debit."""

    @property
    def seu_numero(self) -> str:
        """What the bank's answer names it by."""


class LinhasRemessa:
    """What was added so far; `escrita` makes the file of it."""

    def __init__(self, layout: Layout, extras: Mapping[str, Valor], *, quem: str, inteiros: Mapping[str, str]) -> None:
        """Begin a file.

        Args:
            layout: What it is written by.
            extras: The contract's own fields, which go over what was computed.
            quem: What a movement is called before its number in a problem.
            inteiros: Fields that lose their meaning when they are cut, with what to do instead.
        """
        self._layout = layout
        self._extras = extras
        self._quem = quem
        self._inteiros = inteiros
        self._linhas: list[tuple[str, Mapping[str, Valor]]] = []
        self._of: dict[int, Movimento] = {}
        self._open = {
            registro.nome: {campo.nome for campo in registro.campos if campo.literal is None}
            for registro in layout.registros
        }

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self._linhas)

    def add(self, nome: str, values: Mapping[str, Valor], of: Movimento | None = None) -> None:
        """Add a line that tells of *of*: *values* where the manual prints no constant, over them the contract's own."""
        free = self._open[nome]
        self._linhas.append((nome, {k: v for k, v in {**values, **self._extras}.items() if k in free}))
        if of is not None:
            self._of[len(self._linhas)] = of

    def escrita(self) -> Escrita:
        """Return the file; with an error among the problems it has no data."""
        written = write(self._layout, self._linhas)
        problems = [self._named(problem) for problem in written.problems]
        failed = any(problem.is_error for problem in problems)
        return Escrita(data=b"" if failed else written.data, problems=problems)

    def _named(self, problem: Problem) -> Problem:
        fix = self._inteiros.get(problem.field or "")
        if fix:
            problem = replace(problem, severity=Severity.ERROR, fix=fix)
        each = self._of.get(problem.line or 0)
        return replace(problem, message=f"{self._quem} {each.seu_numero}: {problem.message}") if each else problem
