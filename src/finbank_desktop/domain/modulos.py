"""Módulo 10 and módulo 11, the two check digits that nearly every bank number is built on."""

from itertools import cycle


def modulo_10(digitos: str) -> int:
    """Return the módulo 10 check digit, from 0 to 9.

    Weights 2, 1, 2, 1… from the right; the digits of each product are summed; what is missing to the next ten.

    >>> modulo_10("001905009")
    5

    Raises:
        ValueError: *digitos* is empty or holds something other than 0-9.
    """
    _require_digits(digitos)
    soma = 0
    for digito, peso in zip(reversed(digitos), cycle((2, 1)), strict=False):
        produto = int(digito) * peso
        soma += produto // 10 + produto % 10
    return -soma % 10


def modulo_11(digitos: str, *, peso_maximo: int = 9) -> int:
    """Return ``11 - remainder`` under módulo 11, from 1 to 11.

    Args:
        digitos: The digits to check, without separators.
        peso_maximo: Weights go 2, 3... up to this one and start again;
            most banks use 9, some use 7.

    Raises:
        ValueError: *digitos* is empty or holds something other than 0-9.
    """
    _require_digits(digitos)
    pesos = cycle(range(2, peso_maximo + 1))
    soma = sum(int(digito) * peso for digito, peso in zip(reversed(digitos), pesos, strict=False))
    return 11 - soma % 11


def _require_digits(digitos: str) -> None:
    if not (digitos.isascii() and digitos.isdigit()):
        raise ValueError(f"só algarismos de 0 a 9 podem ter dígito verificador: {digitos!r}")
