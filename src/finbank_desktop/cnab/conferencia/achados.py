"""A finding: where it is, what stands there, what must, why the bank would refuse it, and how to mend it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np

from finbank_desktop.cnab import dominios
from finbank_desktop.cnab.conferencia.quadro import Linhas, Lugar, Mascara, Quadro
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.layouts import findings
from finbank_desktop.layouts.check_campos import at
from finbank_desktop.layouts.model import Campo
from finbank_desktop.layouts.reader import Leitura

LINES_PER_RULE = 50
"""So many findings of one rule are told line by line, the others are counted."""

Frase = str | Callable[[int], str]
"""What is wrong, after what stands there; of single titles by their index."""


def of_titles(
    quadro: Quadro,
    place: Lugar | None,
    where: Mascara,
    what: Frase,
    fix: str,
    *,
    motivo: str = "",
    severity: Severity = Severity.ERROR,
) -> Iterator[Problem]:
    """Yield a problem of the field at *place* for each title in *where*; a title without that record is passed over."""
    if place is None:
        return
    rows = quadro.rows(place.registro)
    indices: list[int] = np.flatnonzero(where & (rows >= 0)).tolist()

    def make(index: int) -> Problem:
        said = what(index) if callable(what) else what
        return _refused(at(quadro.leitura, int(rows[index]), place.campo, said, fix, severity), motivo)

    said = what if isinstance(what, str) else "veja as linhas acima"
    yield from findings.per_line(indices, make, f"{place.campo.nome} {said}", limit=LINES_PER_RULE)


def of_rows(
    leitura: Leitura,
    campo: Campo,
    rows: Linhas,
    what: Frase,
    fix: str,
    *,
    motivo: str = "",
    severity: Severity = Severity.ERROR,
) -> Iterator[Problem]:
    """Yield a problem of *campo* for each of the lines *rows*; *what* is asked with the row."""

    def make(row: int) -> Problem:
        said = what(row) if callable(what) else what
        return _refused(at(leitura, row, campo, said, fix, severity), motivo)

    said = what if isinstance(what, str) else "veja as linhas acima"
    yield from findings.per_line(rows.tolist(), make, f"{campo.nome} {said}", limit=LINES_PER_RULE)


def _refused(problem: Problem, motivo: str) -> Problem:
    """Add why the bank would refuse the title."""
    reason = dominios.refusal(motivo)
    if not reason:
        return problem
    verb = "recusa" if problem.severity is Severity.ERROR else "pode recusar"
    why = f" O banco {verb} com o motivo {motivo} da FEBRABAN: {_inside(reason)}."
    return replace(problem, message=problem.message + why)


def _inside(sentence: str) -> str:
    """Return a sentence as it stands inside another one: an abbreviation keeps its capitals."""
    return sentence if sentence[:2].isupper() else sentence[:1].lower() + sentence[1:]


def day(value: np.datetime64) -> str:
    """Return a date as a person writes it.

    >>> day(np.datetime64("2026-12-31"))
    '31/12/2026'
    """
    return f"{value.astype(object):%d/%m/%Y}"


def amount(value: int, decimais: int = 2) -> str:
    """Return a number of implied decimals as a person writes it.

    >>> amount(123456)
    '1.234,56'
    """
    whole, part = divmod(int(value), 10**decimais)
    text = f"{whole:,}".replace(",", ".")
    return f"{text},{part:0{decimais}d}" if decimais else text
