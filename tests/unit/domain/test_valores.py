from decimal import Decimal

import pytest

from finbank_desktop.domain.valores import format_brl, format_decimal, parse_brl, parse_decimal, to_decimal


@pytest.mark.parametrize(
    ("texto", "valor"),
    [("114.21", 11421), ("5", 500), ("-0.10", -10), ("0", 0), ("99999999.99", 9_999_999_999), ("1e2", 10000)],
)
def test_plain_decimals_become_centavos(texto: str, valor: int) -> None:
    assert parse_decimal(texto) == valor


@pytest.mark.parametrize(
    "texto",
    ["", "dez", "1.001", "NaN", "Infinity", "1,00", "1_000", "\u0661\u0662", "1e999999", "1e-9", "9" * 5000, "-", "."],
)
def test_what_is_no_decimal_is_refused(texto: str) -> None:
    with pytest.raises(ValueError, match="valor em reais"):
        parse_decimal(texto)


@pytest.mark.parametrize(
    ("texto", "valor"),
    [
        ("R$ 1.234,56", 123456),
        ("R$\N{NO-BREAK SPACE}0,01", 1),
        ("10", 1000),
        ("10,5", 1050),
        ("1.000", 100000),
        ("-R$ 3,20", -320),
        ("1.234.567,89", 123456789),
    ],
)
def test_typed_amounts_become_centavos(texto: str, valor: int) -> None:
    assert parse_brl(texto) == valor


@pytest.mark.parametrize("texto", ["", "abc", "1.5", "12.34,5", "1,2,3", "10,", "1234.567,00", "1,234.56"])
def test_ambiguous_amounts_are_refused(texto: str) -> None:
    with pytest.raises(ValueError, match=r"reais|ponto"):
        parse_brl(texto)


def test_amounts_are_written_for_people_and_for_programs() -> None:
    assert format_brl(123456) == "R$ 1.234,56"
    assert format_brl(-5, simbolo=False) == "-0,05"
    assert format_decimal(123456) == "1234.56"
    assert to_decimal(10) == Decimal("0.10")
