from datetime import date

import pytest

from finbank_desktop.domain.calendario import (
    add_dias_uteis,
    fator_vencimento,
    is_dia_util,
    next_dia_util,
    parse_fator,
    vencimento_candidates,
)


@pytest.mark.parametrize(
    ("vencimento", "fator"),
    [
        (date(1997, 10, 8), "0001"),
        (date(2000, 7, 3), "1000"),
        (date(2025, 2, 21), "9999"),  # FEBRABAN: last day before the restart
        (date(2025, 2, 22), "1000"),
        (date(2025, 2, 23), "1001"),
        (date(2049, 10, 13), "9999"),  # 9,000 days later
        (date(2049, 10, 14), "1000"),
        (None, "0000"),
    ],
)
def test_factor_restarts_every_nine_thousand_days(vencimento: date | None, fator: str) -> None:
    assert fator_vencimento(vencimento) == fator


def test_dates_before_the_base_are_refused() -> None:
    with pytest.raises(ValueError, match="08/10/1997"):
        fator_vencimento(date(1997, 10, 7))


def test_factor_is_read_from_where_one_stands() -> None:
    assert parse_fator("1000", date(2026, 11, 20)) == date(2025, 2, 22)
    assert parse_fator("1000", date(2001, 1, 1)) == date(2000, 7, 3)
    assert parse_fator("9999", date(2025, 1, 1)) == date(2025, 2, 21)
    assert parse_fator("9999", date(2048, 1, 1)) == date(2049, 10, 13)
    assert parse_fator("0000", date(2026, 1, 1)) is None
    assert vencimento_candidates("1001")[:2] == (date(2000, 7, 4), date(2025, 2, 23))


@pytest.mark.parametrize("fator", ["", "123", "12345", "12a4", "\N{FULLWIDTH DIGIT ONE}234"])
def test_what_is_no_factor_is_refused(fator: str) -> None:
    with pytest.raises(ValueError, match="quatro algarismos"):
        parse_fator(fator, date(2026, 1, 1))


def test_bank_holidays_are_no_business_days() -> None:
    assert not is_dia_util(date(2026, 11, 20))  # Consciência Negra, a Friday
    assert not is_dia_util(date(2026, 2, 17))  # Carnival
    assert is_dia_util(date(2026, 11, 23))
    assert not is_dia_util(date(2026, 11, 23), locais=frozenset({date(2026, 11, 23)}))
    assert next_dia_util(date(2026, 11, 20)) == date(2026, 11, 23)
    assert next_dia_util(date.max) == date.max
    assert add_dias_uteis(date(2026, 11, 19), 2) == date(2026, 11, 24)
