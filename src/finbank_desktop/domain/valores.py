"""Money: whole centavos inside, `Decimal` and text at the edges, never a float."""

import re
from decimal import Decimal
from typing import TypeAlias

Centavos: TypeAlias = int
"""An amount in centavos of real."""

Centesimos: TypeAlias = int
"""A percentage in hundredths: 2,00 % is 200."""

VALOR_MAXIMO_BOLETO: Centavos = 99_999_999_99
"""The barcode's amount has ten digits (FEBRABAN, convenção do código de barras)."""

_DECIMAL = re.compile(r"[-+]?(?:[0-9]{1,20}(?:\.[0-9]{0,6})?|\.[0-9]{1,6})(?:[eE][-+]?[0-9])?")
"""As JSON writes numbers; `Decimal` alone also takes ``1_000``, digits of other scripts and endless exponents."""


def parse_decimal(texto: str) -> Centavos:
    """Return the centavos of a plain decimal with a point, such as ``114.21``.

    >>> parse_decimal("114.21"), parse_decimal("5"), parse_decimal("-0.10")
    (11421, 500, -10)

    Raises:
        ValueError: It is no number, or has more than two decimals.
    """
    limpo = texto.strip()
    if not _DECIMAL.fullmatch(limpo):
        raise ValueError(f"não é um valor em reais: {texto!r}")
    centavos = Decimal(limpo) * 100
    if centavos != centavos.to_integral_value():
        raise ValueError(f"um valor em reais tem no máximo dois decimais: {texto!r}")
    return int(centavos)


def parse_brl(texto: str) -> Centavos:
    """Return the centavos of an amount as a person types it: ``1.234,56``, ``R$ 10``, ``10,5``.

    >>> parse_brl("R$ 1.234,56"), parse_brl("10,5"), parse_brl("1.000")
    (123456, 1050, 100000)

    Raises:
        ValueError: It cannot be read as an amount.
    """
    limpo = texto.replace("R$", "").replace("\N{NO-BREAK SPACE}", "").replace(" ", "")
    inteiro, virgula, decimais = limpo.partition(",")
    if virgula and (not decimais or "," in decimais or "." in decimais):
        raise ValueError(f"não é um valor em reais: {texto!r}")
    grupos = inteiro.lstrip("-").split(".")
    if len(grupos) > 1 and (not 1 <= len(grupos[0]) <= 3 or any(len(grupo) != 3 for grupo in grupos[1:])):  # noqa: PLR2004 - thousands
        raise ValueError(f"o ponto só separa milhares; use vírgula para os centavos: {texto!r}")
    return parse_decimal(inteiro.replace(".", "") + ("." + decimais if virgula else ""))


def to_decimal(valor: Centavos) -> Decimal:
    """Return *valor* in reais, always with two decimals."""
    return Decimal(valor).scaleb(-2).quantize(Decimal("0.01"))


def format_decimal(valor: Centavos) -> str:
    """Return *valor* as the contract and JSON want it.

    >>> format_decimal(11421), format_decimal(-5)
    ('114.21', '-0.05')
    """
    return str(to_decimal(valor))


def format_brl(valor: Centavos, *, simbolo: bool = True) -> str:
    """Return *valor* as a Brazilian reads it.

    >>> format_brl(9999999999), format_brl(1, simbolo=False), format_brl(-123456)
    ('R$ 99.999.999,99', '0,01', '-R$ 1.234,56')
    """
    reais, centavos = divmod(abs(valor), 100)
    numero = f"{reais:,}".replace(",", ".") + f",{centavos:02d}"
    return ("-" if valor < 0 else "") + ("R$ " if simbolo else "") + numero
