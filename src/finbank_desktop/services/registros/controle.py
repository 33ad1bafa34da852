"""How a run is paused, resumed and ended from another thread, and how it waits meanwhile."""

import threading
import time

from finbank_desktop.gateway.falhas import InterrompidoError


class Controle:
    """A run's handle; every method may be called from any thread."""

    def __init__(self) -> None:
        """Begin running."""
        self._andar = threading.Event()
        self._andar.set()
        self._fim = threading.Event()

    def pausar(self) -> None:
        """Send nothing new until told to go on; what is under way is finished."""
        self._andar.clear()

    def retomar(self) -> None:
        """Go on."""
        self._andar.set()

    def parar(self) -> None:
        """End: nothing new is sent, what is under way is finished and written down."""
        self._fim.set()
        self._andar.set()

    @property
    def pausado(self) -> bool:
        """Whether it is paused."""
        return not self._andar.is_set()

    @property
    def parado(self) -> bool:
        """Whether it was told to end."""
        return self._fim.is_set()

    def espiar(self, segundos: float) -> None:
        """Wait, or less when the run is told to end."""
        self._fim.wait(segundos)

    # the runner's clock: its waits end when the run does

    def agora(self) -> float:
        """Return seconds that only grow."""
        return time.monotonic()

    def dormir(self, segundos: float) -> None:
        """Wait.

        Raises:
            InterrompidoError: The run was told to end.
        """
        if self._fim.wait(segundos):
            raise InterrompidoError
