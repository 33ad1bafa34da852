"""The pace at which a bank is asked: never above what it publishes, in any window of time."""

from hypothesis import given
from hypothesis import strategies as st

from finbank_desktop.gateway.port import Classe, Ritmo
from finbank_desktop.gateway.ritmo import CASTIGO, Passo, Ritmos


class Ampulheta:
    def __init__(self) -> None:
        self.hora = 0.0

    def agora(self) -> float:
        return self.hora

    def dormir(self, segundos: float) -> None:
        self.hora += segundos


@given(
    chamadas=st.integers(1, 200),
    segundos=st.sampled_from([1, 60, 3600]),
    pausas=st.lists(st.floats(0, 100), min_size=1, max_size=300),
)
def test_no_window_holds_more_calls_than_published(chamadas: int, segundos: int, pausas: list[float]) -> None:
    relogio = Ampulheta()
    passo = Passo(Ritmo(chamadas=chamadas, segundos=segundos), relogio)
    momentos = []
    for pausa in pausas:
        relogio.hora += pausa if pausa > 50 else 0
        passo.esperar()
        momentos.append(relogio.hora)
    for n, momento in enumerate(momentos):
        dentro = sum(momento - segundos + 1e-6 < outro <= momento for outro in momentos[: n + 1])
        assert dentro <= chamadas


def test_calls_go_at_four_fifths_of_the_published_pace() -> None:
    relogio = Ampulheta()
    passo = Passo(Ritmo(chamadas=100, segundos=100), relogio)
    for _ in range(820):
        passo.esperar()
    assert 995 <= relogio.hora <= 1005


def test_a_complaint_halves_the_pace_for_five_minutes_after_the_wait_it_asked_for() -> None:
    relogio = Ampulheta()
    passo = Passo(Ritmo(chamadas=100, segundos=100), relogio)
    passo.esperar()
    passo.reduzir(10)
    passo.esperar()
    assert relogio.hora == 10
    begin = relogio.hora
    for _ in range(40):
        passo.esperar()
    assert 95 <= relogio.hora - begin <= 105
    relogio.hora = CASTIGO + 200
    begin = relogio.hora
    for _ in range(100):
        passo.esperar()
    assert relogio.hora - begin <= 105


def test_what_no_bank_limits_is_not_slowed() -> None:
    relogio = Ampulheta()
    ritmos = Ritmos({}, relogio)
    for _ in range(50):
        ritmos.esperar(Classe.REGISTRAR)
    assert relogio.hora < 1
