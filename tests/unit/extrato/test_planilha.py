"""Statements as tables: what the columns are said to be, and the lines they give."""

from datetime import date
from decimal import Decimal

import pytest

from finbank_desktop.domain.extratos import Natureza
from finbank_desktop.domain.planilhas import Celula, Linha
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.extrato.planilha import Colunas, Conta, read

CONTA = Conta(banco="077", conta="123")


def rows(*celulas: tuple[Celula, ...]) -> list[Linha]:
    """Return rows below a header, numbered from 2."""
    return [Linha(numero=numero, celulas=cada) for numero, cada in enumerate(celulas, 2)]


def test_one_column_of_amounts_and_one_of_balances() -> None:
    table = rows(
        ("01/06/2026", "Saldo Anterior", "", "", "1.000,00"),
        ("02/06/2026", "Pix recebido", "Cliente Exemplo", "150,50", "1.150,50"),
        ("", "", "", "", ""),
        ("03/06/2026", "Tarifa", "", "-20,00", "1.130,50"),
    )
    extrato = read(table, Colunas(data=0, texto=(1, 2), valor=3, saldo=4), CONTA)
    (conta,) = extrato.contas
    assert [(cada.linha, cada.data.day, cada.valor, cada.texto, cada.natureza) for cada in conta.linhas] == [
        (2, 1, 1000_00, "Saldo Anterior", Natureza.SALDO),
        (3, 2, 150_50, "Pix recebido Cliente Exemplo", Natureza.LANCAMENTO),
        (5, 3, -20_00, "Tarifa", Natureza.LANCAMENTO),
    ]
    assert (conta.saldo, conta.saldo_data, conta.saldo_anterior, conta.falta) == (
        1130_50,
        date(2026, 6, 3),
        1000_00,
        0,
    )
    assert not extrato.problems


def test_columns_for_in_and_out() -> None:
    table = rows(
        (date(2026, 6, 2), "A", Decimal("10.5"), None),
        (date(2026, 6, 3), "B", None, Decimal(4)),
        (date(2026, 6, 4), "C", None, Decimal(-4)),
        (date(2026, 6, 5), "D", Decimal(1), Decimal(1)),
    )
    (conta,) = read(table, Colunas(data=0, texto=(1,), credito=2, debito=3), CONTA).contas
    assert [cada.valor for cada in conta.linhas] == [10_50, -4_00, -4_00]
    assert [cada.linha for cada in conta.quarentena] == [5]


def test_a_column_of_signs() -> None:
    table = rows(("02/06/2026", "10,00", "D"), ("02/06/2026", "7,00", "C"), ("02/06/2026", "7,00", "?"))
    (conta,) = read(table, Colunas(data=0, valor=1, sinal=2), CONTA).contas
    assert [cada.valor for cada in conta.linhas] == [-10_00, 7_00]
    assert len(conta.quarentena) == 1


def test_the_newest_line_first_gives_the_balance_of_the_newest() -> None:
    table = rows(("03/06/2026", "5,00", "15,00"), ("02/06/2026", "10,00", "10,00"))
    (conta,) = read(table, Colunas(data=0, valor=1, saldo=2), CONTA).contas
    assert (conta.saldo, conta.saldo_data) == (15_00, date(2026, 6, 3))


def test_what_cannot_be_read_for_certain_waits_at_its_place() -> None:
    table = rows(("31/02/2026", "1,00"), ("01/02/2026", "1.234"), ("01/02/2026", "2,00"))
    (conta,) = read(table, Colunas(data=0, valor=1), CONTA).contas
    assert [(cada.ordem, cada.problem.field) for cada in conta.quarentena] == [(1, "data"), (2, "valor")]
    assert [cada.ordem for cada in conta.linhas] == [3]


def test_lines_after_today_are_previstos() -> None:
    table = rows(("01/06/2026", "1,00"), ("09/06/2026", "1,00"))
    (conta,) = read(table, Colunas(data=0, valor=1), CONTA, hoje=date(2026, 6, 2)).contas
    assert [cada.natureza for cada in conta.linhas] == [Natureza.LANCAMENTO, Natureza.PREVISTO]


def test_a_table_without_lines_is_refused() -> None:
    with pytest.raises(RefusedError, match="nenhum lançamento"):
        read(rows(("", None)), Colunas(data=0, valor=1), CONTA)


def test_balances_of_one_day_tell_no_order_and_so_no_balance() -> None:
    table = rows(("02/06/2026", "5,00", "15,00"), ("02/06/2026", "10,00", "25,00"))
    (conta,) = read(table, Colunas(data=0, valor=1, saldo=2), CONTA).contas
    assert conta.saldo is None
