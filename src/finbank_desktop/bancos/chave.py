"""From the nosso número of a retorno to the number a boleto is kept under."""

from collections.abc import Callable

DVS = "0123456789PX"
"""What may stand in a check digit's place."""


def keyed(largura: int, *, dvs: int = 1, campo: int = 0) -> Callable[[str, str], str]:
    """Return the `Banco.nosso_numero_chave` of a bank whose retornos carry the number with or without check digits.

    Args:
        largura: Digits of the number as a boleto keeps it.
        dvs: How many check digits may follow it.
        campo: Width of the retorno's field where that one ends with number and check digits and fills what is before.
    """

    def chave(raw: str, formato: str) -> str:  # noqa: ARG001 - both formats carry the same number
        lido = raw.strip()
        if campo and len(lido) == campo:
            lido = lido[-largura - dvs :]
        numero, resto = lido[:largura], lido[largura:]
        inteiro = len(numero) == largura and numero.isascii() and numero.isdigit()
        conhecido = len(resto) in (0, dvs) and all(letra in DVS for letra in resto)
        return numero if inteiro and conhecido else ""

    return chave
