"""Payments to give back, and the lines of a retorno that wait for a person."""

from datetime import date
from typing import Any

import pytest

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.services.retorno_decisoes import Acao, Decisao

from .test_retornos_decisoes import itau, paid

ESPERA = ListQuery(filtros={"espera": True})


@pytest.fixture
def paid_twice(escritorio: Any) -> Any:
    """A boleto of 100,00 that was paid twice; the second import."""
    (boleto,) = escritorio.boletos(100_00)
    escritorio.importar(itau(escritorio, [paid(int(boleto.nosso_numero), 100_00)], numero=7))
    return escritorio.importar(
        itau(escritorio, [paid(int(boleto.nosso_numero), 100_00, valor_lancado=101_00)], numero=8)
    )


def waiting(escritorio: Any) -> list[dict[str, Any]]:
    return [dict(row) for row in escritorio.services.devolucoes.list(ESPERA).linhas]


def test_a_second_payment_is_kept_with_its_whole_amount(escritorio: Any, paid_twice: Any) -> None:
    (row,) = waiting(escritorio)
    assert (row["valor"], row["importacao_id"], row["linha"]) == (101_00, paid_twice.id, 2)
    assert row["data"] == date(2026, 12, 10)
    assert "Pago outra vez" in row["motivo"]
    assert escritorio.services.devolucoes.list(ESPERA).somas == {"valor": 101_00}


def test_it_is_found_by_its_pagador_and_by_its_number(escritorio: Any, paid_twice: Any) -> None:
    assert paid_twice.id
    achados = escritorio.services.devolucoes.list
    assert achados(ListQuery(busca="cliente exemplo")).total == 1
    assert achados(ListQuery(busca="ninguem")).total == 0


def test_undoing_the_import_takes_it_away(escritorio: Any, paid_twice: Any) -> None:
    importacoes = escritorio.services.importacoes
    importacoes.desfazer(importacoes.plan_desfazer(paid_twice.id))
    assert escritorio.services.devolucoes.list(ListQuery()).total == 0


def test_what_was_given_back_is_told_in_the_boletos_history(escritorio: Any, paid_twice: Any) -> None:
    service = escritorio.services.devolucoes
    (row,) = waiting(escritorio)
    escritorio.hoje = date(2026, 12, 15)
    service.mark([row["id"]], date(2026, 12, 14), "Pix")
    assert waiting(escritorio) == []
    assert escritorio.eventos(row["boleto_id"])[-1] == "devolucao"
    assert not escritorio.services.importacoes.plan_desfazer(paid_twice.id).can
    service.unmark([row["id"]])
    assert escritorio.services.importacoes.plan_desfazer(paid_twice.id).can


@pytest.mark.parametrize(
    ("dia", "palavras"), [(date(2026, 12, 20), "ainda não chegou"), (date(2026, 12, 9), "só pagou em 10/12/2026")]
)
def test_a_day_that_cannot_be_is_refused(escritorio: Any, paid_twice: Any, dia: date, palavras: str) -> None:
    assert paid_twice.id
    escritorio.hoje = date(2026, 12, 15)
    (row,) = waiting(escritorio)
    with pytest.raises(RefusedError, match=palavras):
        escritorio.services.devolucoes.mark([row["id"]], dia, "Pix")
    assert len(waiting(escritorio)) == 1


def test_it_is_not_given_back_twice(escritorio: Any, paid_twice: Any) -> None:
    assert paid_twice.id
    escritorio.hoje = date(2026, 12, 15)
    (row,) = waiting(escritorio)
    escritorio.services.devolucoes.mark([row["id"]], date(2026, 12, 14), "Pix")
    with pytest.raises(RefusedError, match="já foi devolvido em 14/12/2026"):
        escritorio.services.devolucoes.mark([row["id"]], date(2026, 12, 15), "Pix")


def test_a_line_set_aside_later_waits_no_more_and_is_set_aside_once(escritorio: Any) -> None:
    (um,) = escritorio.boletos(100_00)
    path = itau(escritorio, [paid(int(um.nosso_numero), 100_00), paid(77_000_001, 60_00)])
    primeira = escritorio.importar(path)
    retornos, importacoes = escritorio.services.retornos, escritorio.services.importacoes
    assert importacoes.get(primeira.id).esperam == {3}
    assert [row["esperam"] for row in importacoes.list(ESPERA).linhas] == [1]
    visto = retornos.plan(path, rever=True)
    assert (visto.tabs["nao_localizados"], visto.tabs["ja_processados"], visto.complemento_de) == (1, 1, primeira.id)
    deixar = {3: Decisao(acao=Acao.IGNORAR)}
    segunda = retornos.apply(retornos.plan(path, decisoes=deixar, rever=True))
    assert importacoes.list(ESPERA).total == 0
    assert importacoes.get(primeira.id).esperam == frozenset()
    assert retornos.plan(path, decisoes=deixar, rever=True).ja_importado_id == primeira.id
    recusa = importacoes.plan_desfazer(primeira.id).refused
    assert [segunda.codigo in each.why for each in recusa] == [True]
    importacoes.desfazer(importacoes.plan_desfazer(segunda.id))
    assert importacoes.get(primeira.id).esperam == {3}


def test_a_boleto_made_meanwhile_is_found_when_the_file_is_looked_at_again(escritorio: Any) -> None:
    (um,) = escritorio.boletos(100_00)
    proximo = int(um.nosso_numero) + 1
    path = itau(escritorio, [paid(int(um.nosso_numero), 100_00), paid(proximo, 60_00)])
    escritorio.importar(path)
    (outro,) = escritorio.boletos(60_00)
    assert int(outro.nosso_numero) == proximo
    plan = escritorio.services.retornos.plan(path, rever=True)
    assert (plan.tabs["baixas"], plan.tabs["ja_processados"]) == (1, 1)
