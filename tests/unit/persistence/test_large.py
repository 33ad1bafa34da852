"""A hundred thousand rows: the lists an office of many years opens every morning."""

import time
from datetime import date
from typing import Any

import pytest

from finbank_desktop.domain.listas import ListQuery, Pagina

QUANTAS = 100_000
HOJE = date(2026, 12, 15)
FAST = 1.0
"""Seconds; generous for a loaded machine, and far below what sorting or joining the whole table would take."""


@pytest.fixture
def large(sqlite_books: Any) -> Any:
    """Books with many contas a receber."""
    with sqlite_books.database.write() as uow:
        uow.contas_receber.add_many([sqlite_books.conta_receber(n, dias=n % 365) for n in range(QUANTAS)])
    return sqlite_books


def timed(books: Any, **query: Any) -> tuple[Pagina, float]:
    start = time.perf_counter()
    with books.database.read() as uow:
        page = uow.contas_receber.page(ListQuery(**query), HOJE)
    return page, time.perf_counter() - start


def test_pages_and_sums_of_a_hundred_thousand_rows_come_at_once(large: Any) -> None:
    total = sum(1000 + n for n in range(QUANTAS))
    for inicio in (0, 50_000, QUANTAS - 200):
        page, seconds = timed(large, inicio=inicio)
        assert (len(page.linhas), page.total, page.somas["valor"]) == (200, QUANTAS, total)
        assert seconds < FAST
    for ordem in ("valor", "codigo", "documento", "emissao"):
        page, seconds = timed(large, inicio=QUANTAS - 10, ordem=ordem, decrescente=True)
        assert len(page.linhas) == 10
        assert seconds < FAST
    page, seconds = timed(large, filtros={"situacao": "Vencido"}, inicio=1000)
    overdue = [n for n in range(QUANTAS) if n % 365 < 43]  # issued on 2 November, seen on 15 December
    assert (page.total, page.somas["saldo"]) == (len(overdue), sum(1000 + n for n in overdue))
    assert seconds < FAST
    page, seconds = timed(large, busca="nf99999 joao")
    assert page.total == 0
    assert seconds < FAST


def test_the_lists_own_order_walks_an_index_and_sorts_nothing(sqlite_books: Any) -> None:
    with sqlite_books.database._reader.connect() as connection:
        plan = connection.exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT id FROM contas_receber ORDER BY vencimento, id LIMIT 200 OFFSET 90000"
        ).all()
        sums = connection.exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT count(*), sum(valor), sum(valor_baixado) FROM contas_receber"
        ).all()
    assert "USING COVERING INDEX ix_contas_receber_lista" in plan[0][-1]
    assert len(plan) == 1
    assert "USING COVERING INDEX" in sums[0][-1]
