"""How fast a bank may be asked: below what it publishes, and half as fast after it complained."""

import threading
import time
from collections.abc import Mapping
from typing import Protocol

from finbank_desktop.gateway.port import Classe, Ritmo

FRACAO = 0.8
"""Of the published rate, so that a clock that differs a little breaks no limit."""
CASTIGO = 300.0
"""Seconds at half the pace after a 429."""


class Relogio(Protocol):
    """Time as the runner sees it; tests bring their own."""

    def agora(self) -> float:
        """Return seconds that only grow."""

    def dormir(self, segundos: float) -> None:
        """Wait; may raise when nobody wants to wait any more."""


class RelogioReal:
    """The computer's own."""

    def agora(self) -> float:
        """See `Relogio`."""
        return time.monotonic()

    def dormir(self, segundos: float) -> None:
        """See `Relogio`."""
        time.sleep(segundos)


class Passo:
    """One class of calls: hands out the moments at which they may be made, to any number of threads.

    At most *ritmo.chamadas* fall into any window of *ritmo.segundos*: a fifth of them may come at once, the others at
    four fifths of the published rate (GCRA, the leaky bucket as a meter).
    """

    def __init__(self, ritmo: Ritmo, relogio: Relogio) -> None:
        """Begin with nothing asked yet."""
        junto = max(1, int(ritmo.chamadas * (1 - FRACAO)))
        por_janela = max(min(ritmo.chamadas * FRACAO, ritmo.chamadas - junto), 1)
        self._entre = ritmo.segundos / por_janela
        self._folga = (junto - 1) * self._entre
        self._relogio = relogio
        self._vez = self._lento_ate = self._nao_antes = float("-inf")
        self._trava = threading.Lock()

    def esperar(self) -> None:
        """Wait for a call's turn."""
        with self._trava:
            agora = self._relogio.agora()
            entre = self._entre * (2 if agora < self._lento_ate else 1)
            vez = max(agora, self._vez)
            momento = max(vez - self._folga if agora >= self._lento_ate else vez, self._nao_antes, agora)
            self._vez = max(vez, momento) + entre
        if momento > agora:
            self._relogio.dormir(momento - agora)

    def reduzir(self, espera: float) -> None:
        """Go at half the pace for a while, and not at all before *espera* seconds: the bank complained."""
        with self._trava:
            agora = self._relogio.agora()
            self._lento_ate = agora + CASTIGO
            self._nao_antes = max(self._nao_antes, agora + espera)


class Ritmos:
    """The classes of calls of one account; one without a published rate goes unhindered until the bank complains."""

    def __init__(self, ritmos: Mapping[Classe, Ritmo], relogio: Relogio) -> None:
        """Begin with nothing asked yet."""
        livre = Ritmo(chamadas=1000, segundos=10)
        self._passos = {classe: Passo(ritmos.get(classe, livre), relogio) for classe in Classe}

    def esperar(self, classe: Classe) -> None:
        """Wait for the turn of a call."""
        self._passos[classe].esperar()

    def reduzir(self, classe: Classe, espera: float) -> None:
        """Slow down; see `Passo.reduzir`."""
        self._passos[classe].reduzir(espera)
