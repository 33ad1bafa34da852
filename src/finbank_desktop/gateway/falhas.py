"""What keeps a call from an answer. Apart from the runner, so that naming it loads no network."""

from datetime import timedelta


class InterrompidoError(Exception):
    """Nobody wants to wait any more; raised by a `Relogio` that is told so."""


class ChamadaError(Exception):
    """A call gave no answer that an adapter could read.

    Attributes:
        motivo: One sentence for the user.
        saiu: The bank may have acted.
        parar: Nothing of this account will get through until a person acts.
        espera: How long the bank wants to be left alone.
    """

    def __init__(self, motivo: str, *, saiu: bool, parar: bool = False, espera: timedelta | None = None) -> None:
        """Keep the four."""
        super().__init__(motivo)
        self.motivo, self.saiu, self.parar, self.espera = motivo, saiu, parar, espera
