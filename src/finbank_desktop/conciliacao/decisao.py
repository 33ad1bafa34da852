"""Which answers are decided: only those that nothing rivals, the clearest first, and never one of two as good.

Deciding one takes its titles away from the other lines, which may leave another answer alone; so it goes round until
nothing more is decided. What is left is ordered by the best assignment of all lines together, for the person to see.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from finbank_desktop.conciliacao.atribuicao import assign
from finbank_desktop.conciliacao.candidatos import Candidato
from finbank_desktop.conciliacao.modelo import Titulo

MARGEM = 18
"""Points by which an answer must stand above its rivals: less than a nosso número, more than a few days."""
_MES = 25
_NO_PRAZO = range(-3, 5)
"""Days from the due date on which one of several equal instalments is the one that is paid."""


class Decisao:
    """The candidates of all lines of one direction, and what has been decided of them."""

    def __init__(self, por_linha: Mapping[int, Sequence[Candidato]], titulos: Sequence[Titulo]) -> None:
        """Take the candidates by line."""
        self.titulos = titulos
        self.abertos = {i: list(candidates) for i, candidates in por_linha.items()}
        self.decididos: dict[int, Candidato] = {}
        self._por_titulo: dict[int, set[int]] = defaultdict(set)
        for i, candidates in self.abertos.items():
            for candidate in candidates:
                for t in candidate.titulos:
                    self._por_titulo[t].add(i)

    def run(self) -> None:
        """Decide until nothing more stands alone."""
        waiting = set(self.abertos)
        while waiting:
            ready = [c for i in sorted(waiting) if (c := self._sozinho(i)) is not None]
            waiting = set()
            for candidate in sorted(ready, key=lambda c: (-c.pontos, c.linha)):
                if candidate.linha not in self.decididos and self._sozinho(candidate.linha) is candidate:
                    waiting |= self._take([candidate])

    def take(self, together: Sequence[Candidato]) -> None:
        """Decide several answers that only hold together, such as the parts of one title."""
        self._take(together)

    def _take(self, together: Sequence[Candidato]) -> set[int]:
        """Decide, free the lines that meant the same titles of those answers, and return these lines."""
        touched: set[int] = set()
        taken: set[int] = set()
        for candidate in together:
            self.decididos[candidate.linha] = candidate
            self.abertos.pop(candidate.linha, None)
            taken.update(candidate.titulos)
        for t in taken:
            touched |= self._por_titulo.pop(t, set())
        touched &= self.abertos.keys()
        for i in touched:
            self.abertos[i] = [c for c in self.abertos[i] if taken.isdisjoint(c.titulos)]
        neighbours = {j for i in touched for c in self.abertos[i] for t in c.titulos for j in self._por_titulo[t]}
        return (touched | neighbours) & self.abertos.keys()

    def _sozinho(self, i: int) -> Candidato | None:
        """Return the answer of line *i* that nothing rivals, if there is one."""
        candidates = self.abertos.get(i, ())
        best = next((c for c in candidates if c.apto), None)
        if best is None:
            return None
        if any(self._rivals(other, best) for other in candidates if other.titulos != best.titulos):
            return None
        for j in {j for t in best.titulos for j in self._por_titulo[t]} - {i}:
            others = self.abertos.get(j, ())
            single = max((c.pontos for c in others if c.pleno and len(c.titulos) == 1), default=-1)
            for other in others:
                # a line with a title of its own over the whole amount does not want a part of a sum
                second = len(other.titulos) > 1 and single >= other.pontos
                if not second and not set(other.titulos).isdisjoint(best.titulos) and self._wants(other, best):
                    return None
        return best

    def _rivals(self, other: Candidato, best: Candidato) -> bool:
        """Whether another answer of the same line is nearly as good."""
        if not other.pleno and best.pleno:
            return False
        if other.pontos < best.pontos - MARGEM:
            return False
        return not self._is_later_instalment(other, best)

    def _wants(self, other: Candidato, best: Candidato) -> bool:
        """Whether another line's answer wants a title of *best* nearly as much."""
        if not other.pleno and best.pleno:
            return False
        return other.pontos >= best.pontos - MARGEM

    def _is_later_instalment(self, other: Candidato, best: Candidato) -> bool:
        """Whether *other* is due a month after the one that falls due when the line pays: nobody pays it first."""
        if len(best.titulos) != 1 or len(other.titulos) != 1 or other.chave:
            return False
        mine, its = self.titulos[best.titulos[0]], self.titulos[other.titulos[0]]
        if mine.nome != its.nome or (its.vencimento - mine.vencimento).days < _MES:
            return False
        return (best.dia - mine.vencimento).days in _NO_PRAZO

    def ordenados(self) -> Iterator[tuple[int, list[Candidato]]]:
        """Yield what is left for each line: the answer of the best assignment of all, then the others by points."""
        for group in self._components():
            chosen = assign({i: self.abertos[i] for i in group})
            for i in sorted(group):
                mine = chosen.get(i)
                yield i, sorted(self.abertos[i], key=lambda c: (c is not mine, -c.pontos, c.titulos))

    def _components(self) -> Iterator[set[int]]:
        """Yield sets of lines that want the same titles, directly or through others."""
        left = {i for i, candidates in self.abertos.items() if candidates}
        while left:
            group: set[int] = set()
            stack = [left.pop()]
            while stack:
                i = stack.pop()
                group.add(i)
                near = {j for c in self.abertos[i] for t in c.titulos for j in self._por_titulo[t]} & left
                left -= near
                stack.extend(near)
            yield group
