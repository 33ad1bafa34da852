"""A whole file through all rules."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from finbank_desktop.cnab import papeis, records
from finbank_desktop.cnab.conferencia import (
    codigos,
    contas,
    datas,
    estrutura,
    linhas,
    movimentos,
    numeros,
    pessoas,
    pix,
    prazos,
    textos,
    valores,
)
from finbank_desktop.cnab.conferencia.quadro import Quadro
from finbank_desktop.cnab.detect import COBRANCA, detect
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.layouts import loader
from finbank_desktop.layouts.reader import Leitura, read

_REMESSA = "remessa"
_ASKS = ("Peça", "Confira com o banco")
"""How reading a retorno tells what to do; a remessa is mended where it was made."""
_MAKE_AGAIN = "Corrija isto no programa que fez a remessa e gere-a outra vez."
_RULES = (estrutura.check, datas.check, valores.check, pessoas.check, numeros.check, prazos.check, pix.check)


def check(source: bytes | Path) -> list[Problem]:
    """Return everything wrong with a bank file, by line.

    Of a retorno what `records.read_file` tells; of a remessa also codes, check digits, dates and amounts against each
    other, letters, and the bank's own rules. What the bank would refuse is an error, what it may refuse a warning.

    Args:
        source: The whole file, or where it lies.

    Raises:
        RefusedError: It is no bank file that this program reads.
        OutsideError: The file at a path cannot be opened.
    """
    problems = list(records.read_file(source, titles=False).problems)
    deteccao = detect(source)
    if deteccao.kind != _REMESSA:
        return problems
    layout = loader.load(deteccao.layout)
    leitura = read(source, layout)
    own = list(_remessa(source, leitura))
    return _together(own, [_stricter(problem, leitura) for problem in problems])


def _remessa(source: bytes | Path, leitura: Leitura) -> Iterator[Problem]:
    yield from linhas.check(source, leitura)
    if not len(leitura):
        return
    if leitura.layout.produto != COBRANCA:
        yield from movimentos.check(leitura)
        return
    yield from codigos.check(leitura)
    yield from textos.check(leitura)
    yield from contas.check(leitura)
    quadro = Quadro(leitura, papeis.load(leitura.layout))
    if len(quadro):
        for rule in _RULES:
            yield from rule(quadro)


def _stricter(problem: Problem, leitura: Leitura) -> Problem:
    """Return what reading tells as a bank would take it: nothing is passed over, and nobody sends the file again."""
    if problem.fix.startswith(_ASKS):
        problem = replace(problem, fix=_MAKE_AGAIN)
    whole_line = problem.start == 1 and problem.end == leitura.layout.tamanho
    if whole_line and problem.severity is Severity.WARNING:
        return replace(problem, severity=Severity.ERROR)
    return problem


def _together(own: list[Problem], engine: list[Problem]) -> list[Problem]:
    """Return both, by line; where both speak of one field of one line, the one that says more."""
    said = {(problem.line, problem.field) for problem in own if problem.line and problem.field}
    rest = [problem for problem in engine if (problem.line, problem.field) not in said or problem.field is None]
    return sorted([*rest, *own], key=lambda problem: (problem.line or 0, problem.start or 0))
