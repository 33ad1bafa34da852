"""The best assignment of all lines, against trying every one."""

from datetime import date
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from finbank_desktop.conciliacao.atribuicao import assign
from finbank_desktop.conciliacao.candidatos import Candidato


def candidato(linha: int, titulo: int, pontos: int) -> Candidato:
    return Candidato(
        linha=linha,
        dia=date(2026, 1, 1),
        titulos=(titulo,),
        pontos=pontos,
        apto=False,
        pleno=True,
        chave=False,
        conhecido=True,
        diferenca=0,
        porque="",
    )


@given(st.lists(st.lists(st.integers(0, 100), min_size=4, max_size=4), min_size=1, max_size=4))
def test_no_assignment_sums_higher(pontos: list[list[int]]) -> None:
    por_linha = {i: [candidato(i, t, p) for t, p in enumerate(row) if p] for i, row in enumerate(pontos)}
    chosen = assign(por_linha)
    assert len({c.titulos for c in chosen.values()}) == len(chosen)
    best = max(sum(pontos[i][t] for i, t in enumerate(order[: len(pontos)])) for order in permutations(range(4)))
    assert sum(c.pontos for c in chosen.values()) == best
