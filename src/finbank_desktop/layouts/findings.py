"""Problems told so that a person can read them: every error by its line, what is harmless once with its count."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from finbank_desktop.domain.problems import Problem, Severity

MAX_LINES = 200


def per_line(
    rows: Sequence[int], make: Callable[[int], Problem], what: str, *, limit: int = MAX_LINES
) -> Iterator[Problem]:
    """Yield ``make(row)`` for the first *limit* of *rows*, then one problem that says how many more there are."""
    first = None
    for row in islice(rows, limit):
        problem = make(row)
        first = first or problem
        yield problem
    more = len(rows) - limit
    if more > 0 and first is not None:
        yield Problem(
            message=f"Há mais {more} {'linha' if more == 1 else 'linhas'} com o mesmo problema: {what}.",
            fix=first.fix,
            field=first.field,
            severity=first.severity,
        )


def lines_text(numbers: Iterable[int], limit: int = 5) -> str:
    """Return line numbers for a sentence.

    >>> lines_text([3])
    'linha 3'
    >>> lines_text([3, 4, 9])
    'linhas 3, 4 e 9'
    >>> lines_text(range(1, 9), limit=2)
    'linhas 1, 2 e mais 6'
    """
    known = list(numbers)
    shown = [str(number) for number in known[:limit]]
    if len(known) == 1:
        return f"linha {shown[0]}"
    if len(known) > limit:
        return f"linhas {', '.join(shown)} e mais {len(known) - limit}"
    return f"linhas {', '.join(shown[:-1])} e {shown[-1]}"


def grouped(
    numbers: Sequence[int] | NDArray[np.intp],
    message: str,
    *,
    fix: str = "",
    field: str | None = None,
    positions: tuple[int, int] | None = None,
    severity: Severity = Severity.INFO,
) -> list[Problem]:
    """Return one problem for all the lines *numbers*, none when there are none; *message* goes before the lines.

    Its line is the first of them; *positions* are the first and last of the field.
    """
    known = [int(number) for number in numbers]
    if not known:
        return []
    start, end = positions or (None, None)
    return [
        Problem(
            message=f"{message} ({lines_text(known)}).",
            fix=fix,
            line=known[0],
            start=start,
            end=end,
            field=field,
            severity=severity,
        )
    ]
