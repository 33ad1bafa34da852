"""Records become the bytes of a file, each record type by columns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.layouts.lines import Matriz
from finbank_desktop.layouts.model import Campo, Layout, Registro, Valor
from finbank_desktop.layouts.rendering import RENDERERS, ValueRefusedError, to_ascii

__all__ = ["Escrita", "to_ascii", "write"]


@dataclass(frozen=True, kw_only=True)
class Escrita:
    """A written file.

    Attributes:
        data: Its bytes; empty when there was an error.
        problems: Cut texts (warnings); values that do not fit and unknown names (errors).
    """

    data: bytes
    problems: list[Problem] = field(default_factory=list)


def write(layout: Layout, registros: Iterable[tuple[str, Mapping[str, Valor]]], *, newline: bytes = b"\r\n") -> Escrita:
    r"""Return the file that holds *registros*.

    Args:
        layout: The layout to write by.
        registros: Name of the record type and its values by name of field, in the order of the lines. ``None`` or no
            value at all gives the field's default. Numbers are ``int`` scaled by the implied decimals, or text of
            digits. Text goes out in ASCII capitals without accents.
        newline: What ends every line, the last one too.
    """
    by_type: dict[str, tuple[list[int], list[Mapping[str, Valor]]]] = {}
    count, problems = 0, list[Problem]()
    for row, (nome, values) in enumerate(registros):
        rows, mappings = by_type.setdefault(nome, ([], []))
        rows.append(row)
        mappings.append(values)
        count = row + 1
    matriz = np.full((count, layout.tamanho + len(newline)), ord(" "), np.uint8)
    matriz[:, layout.tamanho :] = np.frombuffer(newline, np.uint8)
    lengths = np.full(count, layout.tamanho)
    for nome, (rows, mappings) in by_type.items():
        if nome not in layout:
            problems.append(_unknown_record(layout, nome, rows[0] + 1))
        else:
            registro = layout.registro(nome)
            sheet = _Sheet(registro, rows, mappings)
            matriz[rows, : registro.tamanho] = sheet.render()
            lengths[rows] = registro.tamanho
            problems += sheet.problems
    problems.sort(key=lambda problem: (problem.line or 0, problem.start or 0))
    failed = any(problem.is_error for problem in problems)
    return Escrita(data=b"" if failed else _bytes(matriz, lengths, layout.tamanho), problems=problems)


def _bytes(matriz: Matriz, lengths: NDArray[np.intp], tamanho: int) -> bytes:
    """Return the lines, each as long as its record; line ends stand from *tamanho* on."""
    if (lengths == tamanho).all():
        return matriz.tobytes()
    columns = np.arange(matriz.shape[1])
    return matriz[(columns < lengths[:, None]) | (columns >= tamanho)].tobytes()


def _unknown_record(layout: Layout, nome: str, line: int) -> Problem:
    names = ", ".join(registro.nome for registro in layout.registros)
    return Problem(
        message=f"O layout {layout.caminho} não tem o registro {nome}.", fix=f"Use um destes: {names}.", line=line
    )


class _Sheet:
    """All records of one type, written column by column."""

    def __init__(self, registro: Registro, rows: Sequence[int], mappings: Sequence[Mapping[str, Valor]]) -> None:
        self.registro = registro
        self.rows = rows
        self.mappings = mappings
        self.problems: list[Problem] = []

    def render(self) -> Matriz:
        self._refuse_unknown_fields()
        template = "".join(campo.vazio for campo in self.registro.campos).encode("ascii")
        sheet = np.tile(np.frombuffer(template, np.uint8), (len(self.rows), 1))
        used = set().union(*self.mappings)
        for campo in self.registro.campos:
            if campo.nome in used:
                column = "".join(self._column(campo)).encode("ascii")
                sheet[:, campo.posicoes] = np.frombuffer(column, np.uint8).reshape(len(self.rows), campo.tamanho)
        return sheet

    def _column(self, campo: Campo) -> Iterator[str]:
        """Yield the field of each record, filled to its size; what cannot be written is told and left empty."""
        nome, vazio, tamanho = campo.nome, campo.vazio, campo.tamanho
        render, blank_is_none = RENDERERS[campo.tipo], campo.tipo.zero_filled
        for index, mapping in enumerate(self.mappings):
            value = mapping.get(nome)
            if value is None or (blank_is_none and value == ""):
                yield vazio
                continue
            try:
                text = render(value, campo)
            except ValueRefusedError as refused:
                self._report(index, campo, refused.message, refused.fix, Severity.ERROR)
                text = vazio
            if len(text) != tamanho:
                text = self._fit(index, campo, text)
            yield text

    def _fit(self, index: int, campo: Campo, text: str) -> str:
        if len(text.rstrip()) > campo.tamanho:
            message = f"“{text}” tem {len(text)} letras e o campo {campo.nome} tem {campo.tamanho}; foi cortado."
            self._report(index, campo, message, "Abrevie o texto, se o corte o deixa sem sentido.", Severity.WARNING)
        return text[: campo.tamanho].ljust(campo.tamanho)

    def _report(self, index: int, campo: Campo, message: str, fix: str, severity: Severity) -> None:
        problem = Problem(
            message=message,
            fix=fix,
            line=self.rows[index] + 1,
            start=campo.inicio,
            end=campo.fim,
            field=campo.nome,
            severity=severity,
        )
        self.problems.append(problem)

    def _refuse_unknown_fields(self) -> None:
        for row, mapping in zip(self.rows, self.mappings, strict=True):
            for nome in mapping:
                if nome not in self.registro:
                    message = f"O registro {self.registro.nome} não tem o campo {nome}."
                    fix = "Use os nomes de campo do layout."
                    self.problems.append(Problem(message=message, fix=fix, line=row + 1, field=nome))
