"""The best assignment of titles to lines: the one whose points sum highest, each title given once."""

from collections.abc import Mapping, Sequence

from finbank_desktop.conciliacao.candidatos import Candidato

_INFINITO = 1 << 60
_GRANDE = 60
"""Beyond this many lines that hang together, each gets its best answer that is still free, the clearest line first."""


def assign(por_linha: Mapping[int, Sequence[Candidato]]) -> dict[int, Candidato]:
    """Return at most one answer per line, no title twice, the sum of points as high as it gets.

    Answers of several titles are given first, to whom they suit best; single titles by the Hungarian method.
    """
    chosen: dict[int, Candidato] = {}
    taken: set[int] = set()
    several = [c for candidates in por_linha.values() for c in candidates if len(c.titulos) > 1]
    for candidate in sorted(several, key=lambda c: (-c.pontos, c.linha)):
        single = max((c.pontos for c in por_linha[candidate.linha] if len(c.titulos) == 1), default=0)
        if candidate.linha not in chosen and candidate.pontos > single and taken.isdisjoint(candidate.titulos):
            chosen[candidate.linha] = candidate
            taken.update(candidate.titulos)
    rest = {
        i: [c for c in candidates if len(c.titulos) == 1 and c.titulos[0] not in taken]
        for i, candidates in por_linha.items()
        if i not in chosen
    }
    return chosen | (_hungarian(rest) if len(rest) <= _GRANDE else _greedy(rest))


def _greedy(por_linha: Mapping[int, Sequence[Candidato]]) -> dict[int, Candidato]:
    chosen: dict[int, Candidato] = {}
    taken: set[int] = set()
    every = [c for candidates in por_linha.values() for c in candidates]
    for candidate in sorted(every, key=lambda c: (-c.pontos, c.linha)):
        if candidate.linha not in chosen and candidate.titulos[0] not in taken:
            chosen[candidate.linha] = candidate
            taken.add(candidate.titulos[0])
    return chosen


def _hungarian(por_linha: Mapping[int, Sequence[Candidato]]) -> dict[int, Candidato]:
    """Kuhn's method with potentials, one line at a time; every line may also stay without a title."""
    lines = [i for i, candidates in por_linha.items() if candidates]
    titles = sorted({c.titulos[0] for i in lines for c in por_linha[i]})
    place = {t: k for k, t in enumerate(titles)}
    width = len(titles) + len(lines)
    # further columns stand for going without: they cost nothing, a title earns its points
    cost = [[0] * width for _ in lines]
    for k, i in enumerate(lines):
        for c in por_linha[i]:
            cost[k][place[c.titulos[0]]] = -c.pontos
    owner = _minimise(cost, width)
    chosen: dict[int, Candidato] = {}
    for column, row in enumerate(owner[: len(titles)]):
        if row is not None:
            wanted = next((c for c in por_linha[lines[row]] if place[c.titulos[0]] == column), None)
            chosen |= {wanted.linha: wanted} if wanted else {}
    return chosen


def _minimise(cost: Sequence[Sequence[int]], width: int) -> list[int | None]:
    """Return the row of each column in the cheapest assignment of all rows; there are at least as many columns."""
    u, v = [0] * len(cost), [0] * width
    owner: list[int | None] = [None] * width
    for start in range(len(cost)):
        end, before = _shortest(start, cost, u, v, owner)
        while end is not None:
            previous = before[end]
            owner[end] = start if previous is None else owner[previous]
            end = previous
    return owner


def _shortest(
    start: int, cost: Sequence[Sequence[int]], u: list[int], v: list[int], owner: Sequence[int | None]
) -> tuple[int | None, list[int | None]]:
    """Return the free column row *start* reaches most cheaply and the column before each; potentials move along."""
    width = len(v)
    slack = [_INFINITO] * width
    before: list[int | None] = [None] * width
    used: set[int] = set()
    row: int | None = start
    column: int | None = None
    while row is not None:
        for k in range(width):
            reduced = cost[row][k] - u[row] - v[k]
            if k not in used and reduced < slack[k]:
                slack[k], before[k] = reduced, column
        column = min((k for k in range(width) if k not in used), key=slack.__getitem__)
        delta = slack[column]
        u[start] += delta
        for k in used:
            u[owner[k] or 0] += delta
            v[k] -= delta
        slack = [each if k in used else each - delta for k, each in enumerate(slack)]
        used.add(column)
        row = owner[column]
    return column, before
