"""Which of a few amounts add up to another one, and whether only one choice does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from finbank_desktop.domain.valores import Centavos

MAXIMO = 24
"""Amounts looked at together: twice 4,096 halves."""
_MOSTRADAS = 12


@dataclass(frozen=True, slots=True)
class Soma:
    """The choices of two or more amounts that make a sum.

    Attributes:
        conjuntos: Places of the chosen amounts, the smallest choices first, a few at most.
        unica: There is one choice and no other, counting equal amounts as different.
    """

    conjuntos: tuple[tuple[int, ...], ...]
    unica: bool


def subconjuntos(valores: Sequence[Centavos], alvo: Centavos) -> Soma:
    """Return the choices of two or more of *valores*, all above zero, that sum to *alvo*.

    >>> subconjuntos([100, 250, 400], 350)
    Soma(conjuntos=((0, 1),), unica=True)
    """
    if not 2 <= len(valores) <= MAXIMO or sum(valores) < alvo:  # noqa: PLR2004 - a sum has two parts
        return Soma((), unica=False)
    found: list[tuple[int, ...]] = []
    for places in _choices(valores, alvo):
        if len(places) > 1:
            found.append(places)
        if len(found) > _MOSTRADAS:
            break
    found.sort(key=lambda places: (len(places), places))
    return Soma(tuple(found[:_MOSTRADAS]), unica=len(found) == 1)


def _choices(valores: Sequence[Centavos], alvo: Centavos) -> Iterator[tuple[int, ...]]:
    """Yield every choice that sums to *alvo*: all sums of one half, met by those of the other."""
    middle = len(valores) // 2
    left = _sums(valores, range(middle), alvo)
    for total, choices in _sums(valores, range(middle, len(valores)), alvo).items():
        for first in left.get(alvo - total, ()):
            for second in choices:
                yield first + second


def _sums(valores: Sequence[Centavos], places: range, alvo: Centavos) -> dict[Centavos, list[tuple[int, ...]]]:
    sums: dict[Centavos, list[tuple[int, ...]]] = {0: [()]}
    for place in places:
        more = [
            (total + valores[place], (*choice, place))
            for total, choices in sums.items()
            if total + valores[place] <= alvo
            for choice in choices
        ]
        for total, choice in more:
            sums.setdefault(total, []).append(choice)
    return sums
