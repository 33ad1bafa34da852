"""The words of a lançamento: a text in which names in braces are filled in."""

import re

from finbank_desktop.domain.contabil import MARCAS
from finbank_desktop.domain.problems import Problem
from finbank_desktop.services.livros.modelo import Movimento

_MARCA = re.compile(r"\{([^{}]*)\}")
_FALTA = {"pessoa": "não informado", "documento": "s/nº"}


def problems(texto: str) -> list[Problem]:
    """Return what is wrong with the text of a histórico."""
    if not texto.strip():
        return [Problem(message="Escreva o texto do histórico.", field="texto")]
    estranhas = [marca for marca in _MARCA.findall(texto) if marca not in MARCAS]
    conhecidas = ", ".join(f"{{{marca}}}" for marca in MARCAS)
    return [
        Problem(message=f"Não existe a marca {{{marca}}}.", fix=f"Use uma destas: {conhecidas}.", field="texto")
        for marca in dict.fromkeys(estranhas)
    ]


class Palavras:
    """A histórico, taken apart once and filled in many times."""

    def __init__(self, texto: str) -> None:
        """Take *texto* apart; what is in braces and no mark stays as it is."""
        self._partes = _MARCA.split(texto)

    def render(self, movimento: Movimento, processo: str, conta: str) -> str:
        """Return the words of one movement.

        Args:
            movimento: What moved.
            processo: The process by its number.
            conta: Name of the conta caixa.
        """
        valores = {
            "pessoa": movimento.pessoa or _FALTA["pessoa"],
            "documento": movimento.documento or _FALTA["documento"],
            "processo": processo,
            "data": f"{movimento.data:%d/%m/%Y}",
            "conta": conta,
        }
        return "".join(valores.get(parte, f"{{{parte}}}") if n % 2 else parte for n, parte in enumerate(self._partes))
