"""Which amounts add up to another one, against trying every choice."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from finbank_desktop.conciliacao.somas import subconjuntos


@given(st.lists(st.integers(1, 30), max_size=9), st.integers(1, 120))
def test_every_choice_is_found_and_a_single_one_called_so(valores: list[int], alvo: int) -> None:
    every = {
        places
        for size in range(2, len(valores) + 1)
        for places in combinations(range(len(valores)), size)
        if sum(valores[place] for place in places) == alvo
    }
    found = subconjuntos(valores, alvo)
    assert set(found.conjuntos) <= every
    assert bool(found.conjuntos) == bool(every)
    assert found.unica == (len(every) == 1)
