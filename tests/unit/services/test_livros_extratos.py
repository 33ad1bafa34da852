"""What statements and money given back post to the books."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.services.conciliacao_model import Composicao, Diferenca, TipoDiferenca

from .extratos import linha
from .test_conciliacao_servico import Banco
from .test_retornos_decisoes import itau, paid


@pytest.fixture
def banco(escritorio: Any, tmp_path: Path) -> Banco:
    return Banco(escritorio, tmp_path)


def saldo(banco: Banco) -> int:
    resposta: int = banco.services.contas_caixa.saldo(banco.conta_id)
    return resposta


def posted(services: Any) -> list[dict[str, int]]:
    """Return what each lot posted, by account, the first lot first."""
    lotes = reversed(services.lotes.list(ListQuery()).linhas)
    return [{each.conta.nome: each.partida.valor for each in services.lotes.get(lote["id"]).linhas} for lote in lotes]


def test_a_settlement_found_on_the_statement_is_posted_with_it_and_undone_with_it(
    escritorio: Any, banco: Banco
) -> None:
    escritorio.contas_receber(114_21)
    banco.extrato(linha("20261118", "114.21", "PIX RECEBIDO CLIENTE EXEMPLO"))
    before = escritorio.rows()
    operacao = banco.aplicar(banco.linha("PIX RECEBIDO CLIENTE EXEMPLO").opcoes[0].composicao)
    assert posted(banco.services) == [{"Bancos conta movimento": 114_21, "Clientes": -114_21}]
    assert saldo(banco) == 114_21
    banco.desfazer(operacao)
    assert escritorio.rows() == before


def test_what_has_only_a_category_waits_to_be_classified_and_a_charge_is_an_expense(banco: Banco) -> None:
    banco.extrato(linha("20261118", "-80.00", "CONTA DE LUZ"), linha("20261118", "-12.00", "PACOTE"))
    banco.aplicar(Composicao(linha_id=banco.linha("CONTA DE LUZ").linha.id, categoria="Energia"))
    banco.aplicar(Composicao(linha_id=banco.linha("PACOTE").linha.id, categoria="Tarifas bancárias"))
    assert posted(banco.services) == [
        {"Bancos conta movimento": -80_00, "Valores a classificar": 80_00},
        {"Bancos conta movimento": -12_00, "Tarifas bancárias": 12_00},
    ]
    assert saldo(banco) == -92_00


def test_a_charge_taken_off_a_payment_is_posted_beside_it(escritorio: Any, banco: Banco) -> None:
    (aberta,) = escritorio.contas_receber(100_00)
    banco.extrato(linha("20261118", "98.50", "RECEBIDO"))
    banco.aplicar(
        Composicao(
            linha_id=banco.linha("RECEBIDO").linha.id,
            titulos=(f"conta:{aberta.id}",),
            diferencas=(Diferenca(TipoDiferenca.TARIFA, -1_50),),
        )
    )
    (lote,) = banco.services.lotes.list(ListQuery()).linhas
    assert [(each.conta.nome, each.partida.valor) for each in banco.services.lotes.get(lote["id"]).linhas] == [
        ("Bancos conta movimento", 100_00),
        ("Clientes", -100_00),
        ("Bancos conta movimento", -1_50),
        ("Tarifas bancárias", 1_50),
    ]
    assert saldo(banco) == 98_50


def test_ignoring_a_line_posts_nothing(banco: Banco) -> None:
    banco.extrato(linha("20261118", "-80.00", "NADA"))
    banco.aplicar(Composicao(linha_id=banco.linha("NADA").linha.id, ignorar=True))
    assert posted(banco.services) == []


# --- money given back


@pytest.fixture
def twice(escritorio: Any) -> int:
    """A boleto of 100,00 paid once more with 101,00; the row that waits to be given back."""
    (boleto,) = escritorio.boletos(100_00)
    numero = int(boleto.nosso_numero)
    escritorio.importar(itau(escritorio, [paid(numero, 100_00)], numero=7))
    escritorio.importar(itau(escritorio, [paid(numero, 100_00, valor_lancado=101_00)], numero=8))
    escritorio.hoje = date(2026, 12, 14)
    return int(escritorio.services.devolucoes.list(ListQuery()).linhas[0]["id"])


def caixa(escritorio: Any) -> int:
    resposta: int = escritorio.services.contas_caixa.saldo(escritorio.convenio().conta_id)
    return resposta


def test_what_came_twice_is_owed_to_the_pagador_until_it_goes_back(escritorio: Any, twice: int) -> None:
    services = escritorio.services
    assert posted(services)[1] == {"Bancos conta movimento": 101_00, "Valores a devolver a clientes": -101_00}
    assert caixa(escritorio) == 201_00
    services.devolucoes.mark([twice], date(2026, 12, 12), "Pix")
    assert posted(services)[2] == {"Bancos conta movimento": -101_00, "Valores a devolver a clientes": 101_00}
    assert caixa(escritorio) == 100_00
    services.devolucoes.unmark([twice])
    assert caixa(escritorio) == 201_00


def test_what_was_charged_less_elsewhere_moves_no_conta_caixa(escritorio: Any, twice: int) -> None:
    services = escritorio.services
    services.devolucoes.mark([twice], date(2026, 12, 12), "Abatido de outra cobrança")
    assert posted(services)[2] == {"Valores a devolver a clientes": 101_00, "Abatimentos concedidos": -101_00}
    assert caixa(escritorio) == 201_00


def test_money_goes_back_in_no_closed_month(escritorio: Any, twice: int) -> None:
    services = escritorio.services
    escritorio.hoje = date(2027, 1, 5)
    services.fechamento_contabil.fechar(services.fechamento_contabil.plan(1, date(2026, 12, 1)))
    before = escritorio.rows()
    with pytest.raises(RefusedError, match="31/12/2026 está fechado"):
        services.devolucoes.mark([twice], date(2026, 12, 12), "Pix")
    assert escritorio.rows() == before
