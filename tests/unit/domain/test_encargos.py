from datetime import date

from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta

VENCIMENTO = date(2026, 12, 15)


def test_one_percent_a_month_and_two_percent_fine() -> None:
    # R$ 1.000,00, 1 % a month is R$ 0,33 a day (10,00 / 30), 2 % is R$ 20,00: ten days late cost 1.023,30
    encargos = Encargos(juros_tipo=TipoJuros.TAXA_MENSAL, juros=100, multa_tipo=TipoMulta.PERCENTUAL, multa=200)
    assert encargos.juros_por_dia(100_000) == 33
    assert encargos.multa_sobre(100_000) == 2000
    assert encargos.total_devido(100_000, VENCIMENTO, date(2026, 12, 25)) == 102_330


def test_values_are_taken_as_they_are() -> None:
    encargos = Encargos(juros_tipo=TipoJuros.VALOR_DIA, juros=7, multa_tipo=TipoMulta.VALOR, multa=500)
    assert encargos.total_devido(10_000, VENCIMENTO, date(2026, 12, 17)) == 10_514


def test_discount_ends_when_its_days_begin() -> None:
    encargos = Encargos(desconto_tipo=TipoDesconto.PERCENTUAL, desconto=500, desconto_dias=5)
    assert encargos.total_devido(10_000, VENCIMENTO, date(2026, 12, 10)) == 9_500
    assert encargos.total_devido(10_000, VENCIMENTO, date(2026, 12, 11)) == 10_000


def test_nothing_agreed_costs_nothing() -> None:
    assert Encargos().total_devido(10_000, VENCIMENTO, date(2027, 12, 15)) == 10_000


def test_half_a_centavo_is_rounded_up() -> None:
    encargos = Encargos(multa_tipo=TipoMulta.PERCENTUAL, multa=50)  # 0,5 % of R$ 1,00 is half a centavo
    assert encargos.multa_sobre(100) == 1
    assert encargos.multa_sobre(99) == 0
