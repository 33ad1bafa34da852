"""The matching on labelled statements: nothing decided wrongly, nothing decided that is as good another way."""

import pytest

from tests.rotulados.medida import Medida, measure


@pytest.fixture(scope="module")
def medida() -> Medida:
    return measure((2026, 11, 20))


def test_nothing_is_decided_wrongly(medida: Medida) -> None:
    assert medida.decididas >= 1000
    assert medida.lances == []


def test_every_tie_is_left_to_the_person(medida: Medida) -> None:
    assert medida.empates >= 300
    assert medida.empates_decididos == 0


def test_most_lines_need_nobody(medida: Medida) -> None:
    assert medida.cobertas / medida.com_par >= 0.85


def test_the_right_answer_stands_first_or_among_three(medida: Medida) -> None:
    assert medida.primeiras / medida.com_par >= 0.97
    assert medida.tres / medida.com_par >= 0.99
