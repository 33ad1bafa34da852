"""Cells as dates, amounts and documents; the expected values are what the cell plainly says."""

from datetime import date
from decimal import Decimal

import pytest

from finbank_desktop.domain.planilhas import Celula
from finbank_desktop.spreadsheets.values import (
    Estilo,
    amount_style,
    parse_cep,
    parse_data,
    parse_documento,
    parse_valor,
)


@pytest.mark.parametrize(
    ("celula", "centavos"),
    [
        ("1.234,56", 123456),
        ("1,234.56", 123456),
        ("R$ 1.234,56", 123456),
        ("R$\N{NO-BREAK SPACE}10", 1000),
        ("(123,45)", -12345),
        ("-123,45", -12345),
        ("123,45-", -12345),
        ("\N{MINUS SIGN}5,00", -500),
        ("10,00 D", -1000),
        ("10,00 C", 1000),
        ("1.234.567", 123456700),
        ("1,234,567.8", 123456780),
        ("0,5", 50),
        (",50", 50),
        ("1234.5", 123450),
        ("7", 700),
        (Decimal("1234.56"), 123456),
        (Decimal("0.30000000000000004"), 30),
        (Decimal(10), 1000),
    ],
)
def test_an_amount_is_read_however_it_is_written(celula: Celula, centavos: int) -> None:
    assert parse_valor(celula) == centavos


@pytest.mark.parametrize(
    "celula",
    [
        *("", "abc", "1,2,3,4", "12.34.56", "1.23,456.7", "10,", "10,005", "1,234", "1.234,567"),
        Decimal("10.005"),
        date(2026, 1, 1),
        "٣,00",
    ],
)
def test_what_is_no_amount_or_may_be_two_is_said(celula: Celula) -> None:
    with pytest.raises(ValueError, match="“"):
        parse_valor(celula)


def test_the_column_decides_what_one_cell_leaves_open() -> None:
    assert amount_style(["1.500", "2.750", "10,50"]) is Estilo.VIRGULA
    assert amount_style(["1,500", "2,750", "10.50"]) is Estilo.PONTO
    assert amount_style(["1,50", "2.50"]) is Estilo.MISTO
    assert amount_style(["1.500", "texto", None]) is None
    assert parse_valor("1.500", Estilo.VIRGULA) == 150000
    assert parse_valor("1,500", Estilo.PONTO) == 150000
    assert parse_valor("1.500", None) == 150000
    for estilo, celula in (
        (Estilo.MISTO, "1.500"),
        (Estilo.PONTO, "1.500"),
        (Estilo.VIRGULA, "1,500"),
        (None, "1,500"),
    ):
        with pytest.raises(ValueError, match="“"):
            parse_valor(celula, estilo)


@pytest.mark.parametrize(
    ("celula", "dia"),
    [
        ("05/01/2026", date(2026, 1, 5)),
        ("5/1/2026", date(2026, 1, 5)),
        ("31.12.2026", date(2026, 12, 31)),
        ("31-12-2026", date(2026, 12, 31)),
        ("05/01/26", date(2026, 1, 5)),
        ("05/01/70", date(1970, 1, 5)),
        ("05/01/69", date(2069, 1, 5)),
        ("2026-01-05", date(2026, 1, 5)),
        ("2026-01-05T23:59:00", date(2026, 1, 5)),
        ("05/01/2026 00:00", date(2026, 1, 5)),
        ("5/jan/2026", date(2026, 1, 5)),
        ("05-fevereiro-2026", date(2026, 2, 5)),
        ("46027", date(2026, 1, 5)),  # Excel's own count: 46027 is 5 January 2026
        (Decimal(46027), date(2026, 1, 5)),
        (date(2026, 1, 5), date(2026, 1, 5)),
    ],
)
def test_a_date_is_read_however_it_is_written(celula: Celula, dia: date) -> None:
    assert parse_data(celula) == dia


@pytest.mark.parametrize(
    "celula", ["", "31/02/2026", "12/25/2026", "5/1", "x/y/2026", "123", "20260105123", Decimal("1.5"), "5/abc/2026"]
)
def test_what_is_no_date_is_said(celula: Celula) -> None:
    with pytest.raises(ValueError, match="esperava dia/mês/ano"):
        parse_data(celula)


def test_documents_get_back_the_zeros_a_sheet_took() -> None:
    assert parse_documento("529.982.247-25") == "52998224725"
    assert parse_documento("12.abc.345/01de-35") == "12ABC34501DE35"
    assert parse_documento(Decimal(1234567890)) == "01234567890"  # CPF 012.345.678-90
    assert parse_documento(Decimal(11222333000181)) == "11222333000181"
    for celula in ("529.982.247-26", "123", "", "x"):
        with pytest.raises(ValueError, match="não é um CPF nem um CNPJ"):
            parse_documento(celula)


def test_a_cep_gets_back_the_zero_a_sheet_took() -> None:
    assert parse_cep("01001-000") == parse_cep(Decimal(1001000)) == parse_cep("1001000") == "01001000"
    for celula in ("1001", "abc", "0100100x"):
        with pytest.raises(ValueError, match="oito algarismos"):
            parse_cep(celula)
