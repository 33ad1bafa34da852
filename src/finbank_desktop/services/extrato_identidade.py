"""Which lines of a statement are new: the same line of another file is found again, two equal payments are both kept.

A line is the same when day, amount and words are the same; how many such lines there are is counted in the file and in
the books, and only the surplus is new. The bank's identifier helps where the words changed between two files, and
decides nothing alone: banks repeat it and make it anew for another period.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias

from finbank_desktop.domain.extratos import LinhaExtrato, identidades
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.persistence.records_extratos import LinhaGravada

Chave: TypeAlias = tuple[date, Centavos, str]
_Fitid: TypeAlias = tuple[date, Centavos, str]


def key_of(linha: LinhaExtrato) -> Chave:
    """Return day, amount and words of *linha* as they are compared; see `domain.extratos.identidades`."""
    one = next(identidades([linha]))
    return one.data, one.valor, one.texto


def ordinals(linhas: Sequence[LinhaExtrato], gravadas: Sequence[LinhaGravada]) -> list[int | None]:
    """Return for each line of a file the ordinal it gets, or ``None`` where it is in the books already.

    Args:
        linhas: The payments of one account in one file.
        gravadas: The account's payments in the books, of all days of the file.
    """
    left = _left(gravadas)
    known = [_take(left, key_of(linha)) for linha in linhas]
    again = _by_fitid([linha for linha, at in zip(linhas, known, strict=True) if not at], left)
    highest: dict[Chave, int] = defaultdict(int)
    for each in gravadas:
        if each.data is not None and each.valor is not None:
            key = (each.data, each.valor, each.chave)
            highest[key] = max(highest[key], each.ordinal or 0)
    found: list[int | None] = []
    for linha, at in zip(linhas, known, strict=True):
        if at or again.get(_fitid(linha)):
            found.append(None)
            continue
        key = key_of(linha)
        highest[key] += 1
        found.append(highest[key])
    return found


def _left(gravadas: Sequence[LinhaGravada]) -> dict[Chave, list[LinhaGravada]]:
    left: dict[Chave, list[LinhaGravada]] = defaultdict(list)
    for each in gravadas:
        if each.data is not None and each.valor is not None:
            left[each.data, each.valor, each.chave].append(each)
    return left


def _take(left: Mapping[Chave, list[LinhaGravada]], key: Chave) -> bool:
    if not left.get(key):
        return False
    left[key].pop()
    return True


def _by_fitid(linhas: Sequence[LinhaExtrato], left: Mapping[Chave, list[LinhaGravada]]) -> dict[_Fitid, bool]:
    """Return the identifiers that name exactly one line of the file and one of the books, both without partner yet."""
    ours = Counter(
        (each.data, each.valor, each.fitid.strip()) for rest in left.values() for each in rest if each.fitid.strip("0 ")
    )
    theirs = Counter(_fitid(linha) for linha in linhas if linha.fitid.strip("0 "))
    return {key: True for key, number in theirs.items() if number == 1 and ours[key] == 1}


def _fitid(linha: LinhaExtrato) -> _Fitid:
    return linha.data, linha.valor, linha.fitid.strip()
