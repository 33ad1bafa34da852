"""Reconciling: nothing is settled twice, everything is undone link by link, and what is not certain is left alone."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.services.conciliacao_model import Composicao, Diferenca, FaixaMesa, LinhaMesa, TipoDiferenca
from finbank_desktop.services.plans import StalePlanError
from tests.unit.services.extratos import conta, linha, ofx


class Banco:
    """An account at Itaú, its statements, and its table."""

    def __init__(self, escritorio: Any, folder: Path) -> None:
        self.escritorio = escritorio
        self.services = escritorio.services
        self.folder = folder
        self.conta_id = escritorio.convenio("341-400").conta_id
        self.files = 0

    def extrato(self, *linhas: str, banco: str = "341") -> None:
        """Import a statement of those lines."""
        self.files += 1
        path = ofx(self.folder / f"{self.files}.ofx", conta(linhas, banco=banco))
        self.services.extratos.apply(self.services.extratos.plan(path))

    def mesa(self) -> Any:
        return self.services.conciliacao.mesa(self.conta_id)

    def linha(self, texto: str) -> LinhaMesa:
        found: LinhaMesa = next(each for each in self.mesa().linhas if each.linha.texto == texto)
        return found

    def aplicar(self, composicao: Composicao) -> Any:
        return self.services.conciliacao.apply([self.services.conciliacao.plan(composicao)])[0]

    def desfazer(self, operacao: Any) -> None:
        self.services.operacoes.desfazer(self.services.operacoes.plan_desfazer(operacao.id))


@pytest.fixture
def banco(escritorio: Any, tmp_path: Path) -> Banco:
    return Banco(escritorio, tmp_path)


def test_a_certain_pair_settles_the_title_and_is_undone_to_the_last_row(escritorio: Any, banco: Banco) -> None:
    (aberta,) = escritorio.contas_receber(114_21)
    banco.extrato(linha("20261118", "114.21", "PIX RECEBIDO CLIENTE EXEMPLO"))
    before = escritorio.rows()
    certo = banco.linha("PIX RECEBIDO CLIENTE EXEMPLO")
    assert certo.faixa is FaixaMesa.CERTO
    operacao = banco.aplicar(certo.opcoes[0].composicao)
    paga = escritorio.conta(aberta.id)
    assert (paga.situacao, paga.valor_baixado) == (Situacao.BAIXADO, 114_21)
    (baixa,) = escritorio.services.baixas.of_conta(aberta.id)
    assert (baixa.data, baixa.valor_pago, baixa.conta_id) == (date(2026, 11, 18), 114_21, banco.conta_id)
    assert banco.mesa().linhas == ()
    banco.desfazer(operacao)
    after = escritorio.rows()
    assert {name for name in before if before[name] != after[name]} == set()


def test_a_tie_is_left_to_the_person(escritorio: Any, banco: Banco) -> None:
    escritorio.contas_receber(50_00, 50_00)
    banco.extrato(linha("20261118", "50.00", "PIX RECEBIDO CLIENTE EXEMPLO"))
    assert banco.linha("PIX RECEBIDO CLIENTE EXEMPLO").faixa is FaixaMesa.CONFERIR
    assert banco.mesa().certos == ()


def test_what_is_missing_must_be_explained_before_anything_is_written(escritorio: Any, banco: Banco) -> None:
    (aberta,) = escritorio.contas_receber(100_00)
    banco.extrato(linha("20261118", "97.00", "PIX A"))
    row = banco.linha("PIX A").linha.id
    composicao = Composicao(linha_id=row, titulos=(f"conta:{aberta.id}",))
    plan = banco.services.conciliacao.plan(composicao)
    assert (plan.falta, plan.can) == (-3_00, False)
    with pytest.raises(RefusedError, match=r"Passa R\$ 3,00"):
        banco.services.conciliacao.apply([plan])
    assert escritorio.conta(aberta.id).valor_baixado == 0


@pytest.mark.parametrize(
    ("tipo", "baixado", "pago"),
    [
        (TipoDiferenca.DESCONTO, 100_00, 97_00),
        (TipoDiferenca.ABATIMENTO, 100_00, 97_00),
        (TipoDiferenca.TARIFA, 100_00, 100_00),  # the customer paid all of it, the bank kept three
        (TipoDiferenca.OUTRA, 100_00, 100_00),
        (TipoDiferenca.PARCIAL, 97_00, 97_00),
    ],
)
def test_each_kind_of_difference_settles_what_it_should(
    escritorio: Any, banco: Banco, tipo: TipoDiferenca, baixado: int, pago: int
) -> None:
    (aberta,) = escritorio.contas_receber(100_00)
    banco.extrato(linha("20261118", "97.00", "PIX A"))
    row = banco.linha("PIX A").linha.id
    banco.aplicar(Composicao(linha_id=row, titulos=(f"conta:{aberta.id}",), diferencas=(Diferenca(tipo, -3_00),)))
    assert escritorio.conta(aberta.id).valor_baixado == baixado
    assert [each.valor_pago for each in escritorio.services.baixas.of_conta(aberta.id)] == [pago]
    assert sum(each.valor for each in banco.services.conciliacao.vinculos(row)) == 97_00


def test_one_credit_pays_several_titles_with_interest(escritorio: Any, banco: Banco) -> None:
    um, dois = escritorio.contas_receber(100_00, 200_00)
    banco.extrato(linha("20261118", "306.00", "PIX A"))
    row = banco.linha("PIX A").linha.id
    banco.aplicar(
        Composicao(
            linha_id=row,
            titulos=(f"conta:{um.id}", f"conta:{dois.id}"),
            diferencas=(Diferenca(TipoDiferenca.JUROS, 4_00), Diferenca(TipoDiferenca.MULTA, 2_00)),
        )
    )
    (baixa,) = escritorio.services.baixas.of_conta(dois.id)
    assert (baixa.valor, baixa.juros, baixa.multa, baixa.valor_pago) == (200_00, 4_00, 2_00, 206_00)
    assert escritorio.conta(um.id).situacao is Situacao.BAIXADO


def test_a_credit_of_the_collection_is_linked_and_settles_nothing_twice(escritorio: Any, banco: Banco) -> None:
    boletos = escritorio.boletos(100_00, 200_00)
    for retorno in escritorio.banco(escritorio.remessa(), '[[titulo]]\nregra = "todos"\nquando = "vencimento"\n'):
        escritorio.importar(retorno)
    pagos = [escritorio.boleto(each.id) for each in boletos]
    assert {each.situacao for each in pagos} == {Situacao.BAIXADO}
    dia = pagos[0].data_credito
    escritorio.hoje = dia
    banco.extrato(linha(f"{dia:%Y%m%d}", "300.00", "LIQ COBRANCA"))
    found = banco.linha("LIQ COBRANCA")
    assert found.opcoes[0].composicao.lote
    before = escritorio.rows()
    operacao = banco.aplicar(found.opcoes[0].composicao)
    after = escritorio.rows()
    assert (after["baixas"], after["contas_receber"], after["boletos"]) == (
        before["baixas"],
        before["contas_receber"],
        before["boletos"],
    )
    assert not banco.mesa().lotes
    importacao = max(row["id"] for row in escritorio.services.importacoes.list(ListQuery()).linhas)
    refused = escritorio.services.importacoes.plan_desfazer(importacao).refused
    assert any("conciliad" in each.why for each in refused)
    banco.desfazer(operacao)
    assert escritorio.rows() == before


def test_a_boleto_the_bank_still_collects_is_never_certain(escritorio: Any, banco: Banco) -> None:
    escritorio.registrados(114_21)
    banco.extrato(linha("20261118", "114.21", "PIX RECEBIDO CLIENTE EXEMPLO"))
    found = banco.linha("PIX RECEBIDO CLIENTE EXEMPLO")
    assert found.faixa is FaixaMesa.CONFERIR
    assert "o banco ainda cobra" in found.opcoes[0].porque


def test_a_transfer_between_own_accounts_is_proposed_and_links_both_sides(escritorio: Any, banco: Banco) -> None:
    outra = escritorio.convenio("237-400").conta_id
    banco.extrato(linha("20261117", "-500.00", "TED ENVIADA"))
    banco.extrato(linha("20261118", "500.00", "TED RECEBIDA"), banco="237")
    found = banco.linha("TED ENVIADA")
    assert found.faixa is FaixaMesa.CONFERIR
    banco.aplicar(found.opcoes[0].composicao)
    assert banco.mesa().linhas == ()
    assert banco.services.conciliacao.mesa(outra).linhas == ()


def test_two_mirrors_are_no_transfer(escritorio: Any, banco: Banco) -> None:
    escritorio.convenio("237-400")
    banco.extrato(linha("20261117", "-500.00", "TED ENVIADA"))
    banco.extrato(linha("20261118", "500.00", "TED A"), linha("20261118", "500.00", "TED B"), banco="237")
    assert banco.linha("TED ENVIADA").faixa is FaixaMesa.SEM_PAR


def test_an_ignored_line_waits_in_the_bin(banco: Banco) -> None:
    banco.extrato(linha("20261118", "-1.00", "TARIFA"))
    row = banco.linha("TARIFA").linha.id
    banco.aplicar(Composicao(linha_id=row, ignorar=True))
    assert banco.mesa().linhas == ()
    assert [each.id for each in banco.services.conciliacao.ignoradas(banco.conta_id)] == [row]
    banco.services.conciliacao.recuperar(row)
    assert [each.linha.id for each in banco.mesa().linhas] == [row]


def test_the_second_time_a_category_is_learned_and_a_rule_proposed(banco: Banco) -> None:
    banco.extrato(*(linha(f"2026110{n}", "-9.90", f"TARIFA PIX 0{n}") for n in range(1, 5)))
    service = banco.services.conciliacao
    for n, proposed in ((1, 0), (2, 1)):
        row = banco.linha(f"TARIFA PIX 0{n}").linha.id
        banco.aplicar(Composicao(linha_id=row, categoria="Tarifa bancária"))
        assert len(service.regras_propostas(1)) == proposed
    learned = banco.linha("TARIFA PIX 03")
    assert (learned.faixa, learned.opcoes[0].resumo) == (FaixaMesa.CONFERIR, "Tarifa bancária")
    service.save_regra(service.regras_propostas(1)[0])
    assert service.regras_propostas(1) == []
    by_rule = banco.linha("TARIFA PIX 03")
    assert (by_rule.faixa, by_rule.opcoes[0].porque) == (FaixaMesa.CERTO, "regra 1: contém “TARIFA PIX”")
    service.delete_regra(1)
    service.esquecer(service.aprendidas(1)[0].id)
    assert banco.linha("TARIFA PIX 03").faixa is FaixaMesa.SEM_PAR


def test_rules_are_tried_in_their_order(banco: Banco) -> None:
    banco.extrato(linha("20261101", "-9.90", "TARIFA PIX"))
    service = banco.services.conciliacao
    for words, category in (("TARIFA", "Uma"), ("PIX", "Outra")):
        service.save_regra(service.new_regra(1, contem=words, acao="categoria", categoria=category, sinal="debito"))
    assert banco.linha("TARIFA PIX").opcoes[0].resumo == "Uma"
    service.move_regra(2, up=True)
    assert banco.linha("TARIFA PIX").opcoes[0].resumo == "Outra"


def test_all_that_is_certain_is_written_at_once_and_undone_one_by_one(escritorio: Any, banco: Banco) -> None:
    contas = escritorio.contas_receber(11_11, 22_22)
    nome = "PIX RECEBIDO CLIENTE EXEMPLO"
    banco.extrato(linha("20261117", "11.11", nome), linha("20261118", "22.22", nome))
    mesa = banco.mesa()
    plans = banco.services.conciliacao.plan_certos(mesa)
    assert len(plans) == 2
    done = banco.services.conciliacao.apply(plans)
    banco.desfazer(done[0])
    assert [escritorio.conta(each.id).valor_baixado for each in contas] == [0, 22_22]
    assert len(banco.mesa().linhas) == 1


def test_a_preview_that_is_no_longer_true_writes_nothing_of_the_batch(escritorio: Any, banco: Banco) -> None:
    contas = escritorio.contas_receber(11_11, 22_22)
    nome = "PIX RECEBIDO CLIENTE EXEMPLO"
    banco.extrato(linha("20261117", "11.11", nome), linha("20261118", "22.22", nome))
    plans = banco.services.conciliacao.plan_certos(banco.mesa())
    baixa = replace(banco.services.baixas.BAIXA(data=date(2026, 11, 19), valor_pago=22_22))
    banco.services.operacoes.apply(banco.services.baixas.plan_conta(contas[1].id, baixa))
    before = escritorio.rows()
    with pytest.raises(StalePlanError):
        banco.services.conciliacao.apply(plans)
    assert escritorio.rows() == before


def test_a_reconciled_settlement_is_not_taken_back_elsewhere(escritorio: Any, banco: Banco) -> None:
    (aberta,) = escritorio.contas_receber(114_21)
    banco.extrato(linha("20261118", "114.21", "PIX RECEBIDO CLIENTE EXEMPLO"))
    banco.aplicar(banco.linha("PIX RECEBIDO CLIENTE EXEMPLO").opcoes[0].composicao)
    (baixa,) = escritorio.services.baixas.of_conta(aberta.id)
    plan = escritorio.services.baixas.plan_estorno([baixa.id])
    assert not plan.going
    assert "conciliada" in plan.rows[0].efeito
    assert not escritorio.services.extratos.plan_desfazer(1).can


def test_a_closed_period_refuses_changes_and_opening_it_is_written_down(escritorio: Any, banco: Banco) -> None:
    (aberta,) = escritorio.contas_receber(114_21)
    nome = "PIX RECEBIDO CLIENTE EXEMPLO"
    banco.extrato(linha("20261110", "114.21", nome))
    with pytest.raises(RefusedError, match="ainda há 1 a conciliar"):
        banco.services.fechamentos.fechar(banco.conta_id, date(2026, 11, 15))
    operacao = banco.aplicar(banco.linha(nome).opcoes[0].composicao)
    fechado = banco.services.fechamentos.fechar(banco.conta_id, date(2026, 11, 15))
    assert any("fechado" in each.why for each in banco.services.operacoes.plan_desfazer(operacao.id).refused)
    assert not banco.services.extratos.plan_desfazer(1).can
    with pytest.raises(RefusedError, match="por que"):
        banco.services.fechamentos.reabrir(fechado.id, " ")
    banco.services.fechamentos.reabrir(fechado.id, "conciliado com o cliente errado")
    banco.desfazer(operacao)
    assert escritorio.conta(aberta.id).valor_baixado == 0
    (logged,) = banco.services.fechamentos.list(banco.conta_id)
    assert (logged.reaberto_por, logged.motivo) == ("Ana", "conciliado com o cliente errado")


def test_each_day_tells_bank_and_books(escritorio: Any, banco: Banco) -> None:
    escritorio.contas_receber(114_21)
    nome = "PIX RECEBIDO CLIENTE EXEMPLO"
    banco.extrato(linha("20261110", "114.21", nome), linha("20261111", "-9.90", "TARIFA"))
    banco.aplicar(banco.linha(nome).opcoes[0].composicao)
    um, dois = banco.services.conciliacao.dias(banco.conta_id)
    assert (um.banco, um.conciliado, um.sistema, um.diferenca, um.pendentes) == (114_21, 114_21, 114_21, 0, 0)
    assert (dois.banco, dois.conciliado, dois.sistema, dois.diferenca, dois.pendentes) == (-9_90, 0, 0, -9_90, 1)
    banco.aplicar(Composicao(linha_id=banco.linha("TARIFA").linha.id, categoria="Tarifa bancária"))
    assert [each.diferenca for each in banco.services.conciliacao.dias(banco.conta_id)] == [0, 0]
