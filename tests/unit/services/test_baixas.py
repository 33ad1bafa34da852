"""What people do by hand: settle, take back, end, split, repeat, and make a boleto of what is left."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from finbank_desktop.domain.boletos import NoBanco
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.services.baixas import BaixaManual

HOJE = date(2026, 11, 20)


def pay(escritorio: Any, boleto_id: int, valor: int, *, pedir_baixa: bool = False, **campos: Any) -> Any:
    baixa = BaixaManual(data=HOJE, valor_pago=valor, forma="Pix", **campos)
    services = escritorio.services
    return services.operacoes.apply(services.baixas.plan(boleto_id, baixa, pedir_baixa=pedir_baixa))


def test_a_settlement_by_hand_is_kept_with_day_amount_way_and_account_and_is_undone_row_by_row(
    escritorio: Any,
) -> None:
    boleto, _ = escritorio.registrados(100_00, 50_00)
    antes = escritorio.rows()
    feita = pay(escritorio, boleto.id, 103_00, juros=1_00, multa=2_00, conta_id=1)
    (baixa,) = escritorio.services.baixas.of_boleto(boleto.id)
    assert (baixa.data, baixa.valor, baixa.valor_pago, baixa.forma, baixa.conta_id, baixa.usuario) == (
        HOJE,
        100_00,
        103_00,
        "Pix",
        1,
        "Ana",
    )
    depois = escritorio.boleto(boleto.id)
    assert (depois.situacao, depois.no_banco, depois.valor_pago) == (Situacao.BAIXADO, NoBanco.REGISTRADO, 103_00)
    operacoes = escritorio.services.operacoes
    assert operacoes.ultimas()[0] == feita
    operacoes.desfazer(operacoes.plan_desfazer(feita.id))
    assert escritorio.rows() == antes
    assert escritorio.eventos(boleto.id)[-2:] == ["baixa_manual", "desfeito"]


def test_settling_by_hand_offers_the_order_to_the_bank(escritorio: Any) -> None:
    um, outro = escritorio.registrados(100_00, 50_00)
    plan = escritorio.services.baixas.plan(um.id, BaixaManual(data=HOJE, valor_pago=100_00))
    assert "continua cobrando" in plan.rows[0].problems[0].message
    pay(escritorio, outro.id, 50_00, pedir_baixa=True)
    depois = escritorio.boleto(outro.id)
    assert (depois.situacao, depois.no_banco) == (Situacao.BAIXADO, NoBanco.INSTRUCAO_PENDENTE)
    remessa = escritorio.services.remessas.plan(outro.convenio_id)
    assert [(row.boleto.id, row.comando) for row in remessa.going] == [(outro.id, "02")]


@pytest.mark.parametrize(
    ("baixa", "palavra"),
    [
        (BaixaManual(data=HOJE, valor_pago=100_01), "acima"),
        (BaixaManual(data=HOJE, valor_pago=0), "quanto foi pago"),
        (BaixaManual(data=HOJE + timedelta(days=1), valor_pago=100_00), "ainda não chegou"),
        (BaixaManual(data=HOJE, valor_pago=10_00, juros=10_00), "todo o pagamento"),
    ],
)
def test_a_settlement_that_cannot_be_is_refused_with_the_reason(
    escritorio: Any, baixa: BaixaManual, palavra: str
) -> None:
    (boleto,) = escritorio.boletos(100_00)
    antes = escritorio.rows()
    with pytest.raises(RefusedError, match=palavra):
        escritorio.services.operacoes.apply(escritorio.services.baixas.plan(boleto.id, baixa))
    assert escritorio.rows() == antes


def test_a_part_is_shared_by_due_date_or_in_proportion(escritorio: Any) -> None:
    (um,) = escritorio.boletos(100_00, 300_00, agrupar=True)
    pay(escritorio, um.id, 120_00)
    assert [b.valor for b in escritorio.services.baixas.of_boleto(um.id)] == [100_00, 20_00]
    convenio = escritorio.convenio()
    with escritorio.services.database.write() as uow:
        uow.convenios.update(replace(uow.convenios.get(convenio.id), rateio="proporcional"))
    (outro,) = escritorio.boletos(100_00, 300_00, agrupar=True)
    pay(escritorio, outro.id, 120_00)
    assert [b.valor for b in escritorio.services.baixas.of_boleto(outro.id)] == [30_00, 90_00]


def test_a_reversal_opens_the_debt_again_and_stays_in_the_books(escritorio: Any) -> None:
    (boleto,) = escritorio.registrados(100_00)
    pay(escritorio, boleto.id, 100_00, pedir_baixa=True)
    services = escritorio.services
    (baixa,) = services.baixas.of_boleto(boleto.id)
    services.operacoes.apply(services.baixas.plan_estorno([baixa.id], "cheque sem fundos"))
    depois = escritorio.boleto(boleto.id)
    assert (depois.situacao, depois.valor_pago, depois.data_pagamento) == (Situacao.EM_ABERTO, 0, None)
    assert (depois.no_banco, depois.pedido) == (NoBanco.REGISTRADO, None)  # the order was not sent yet
    conta = escritorio.conta(boleto.itens[0].conta_receber_id)
    assert (conta.valor_baixado, conta.situacao) == (0, Situacao.EM_ABERTO)
    (estornada,) = services.baixas.of_boleto(boleto.id)
    assert (estornada.estornada_em, estornada.stands) == (HOJE, False)
    with pytest.raises(RefusedError, match="já foi estornada"):
        services.operacoes.apply(services.baixas.plan_estorno([baixa.id]))
    pay(escritorio, boleto.id, 100_00)
    assert escritorio.boleto(boleto.id).situacao is Situacao.BAIXADO


def test_s2_6_what_is_left_goes_into_a_new_boleto_and_the_sums_agree(escritorio: Any) -> None:
    (antigo,) = escritorio.registrados(100_00)
    pay(escritorio, antigo.id, 30_00)
    saldos = escritorio.services.saldos
    plan = saldos.plan(antigo.id, HOJE + timedelta(days=40))
    assert plan.saldo == 70_00
    (novo,) = saldos.apply(plan)
    assert (novo.valor, novo.vencimento) == (70_00, HOJE + timedelta(days=40))
    assert novo.itens[0].conta_receber_id == antigo.itens[0].conta_receber_id
    velho = escritorio.boleto(antigo.id)
    assert (velho.situacao, velho.comando) == (Situacao.BAIXADO_PARCIALMENTE, Comando.BAIXAR)
    pay(escritorio, novo.id, 70_00)
    conta = escritorio.conta(antigo.itens[0].conta_receber_id)
    assert (conta.valor_baixado, conta.situacao) == (100_00, Situacao.BAIXADO)


def test_cancelling_depends_on_where_the_boleto_stands_at_the_bank(escritorio: Any) -> None:
    (registrado,) = escritorio.registrados(10_00)
    (na_remessa,) = escritorio.boletos(20_00)
    escritorio.remessa()
    (novo,) = escritorio.boletos(30_00)
    services = escritorio.services
    plan = services.boletos_vida.plan_cancelar([registrado.id, na_remessa.id, novo.id], "desistência")
    assert [row.goes for row in plan.rows] == [True, False, True]
    assert "Cancele antes a remessa" in plan.rows[1].problems[0].fix
    services.operacoes.apply(plan)
    fins = [escritorio.boleto(b.id) for b in (registrado, na_remessa, novo)]
    assert [(b.situacao, b.no_banco) for b in fins] == [
        (Situacao.CANCELADO, NoBanco.INSTRUCAO_PENDENTE),
        (Situacao.EM_ABERTO, NoBanco.NA_REMESSA),
        (Situacao.CANCELADO, NoBanco.NAO_ENVIADO),
    ]
    livre = services.boletos.plan_emissao([novo.itens[0].conta_receber_id], convenio_id=novo.convenio_id)
    assert len(livre.rows) == 1


def test_a_boleto_paid_in_part_is_not_cancelled_but_made_inactive(escritorio: Any) -> None:
    (boleto,) = escritorio.boletos(100_00)
    pay(escritorio, boleto.id, 40_00)
    services = escritorio.services
    assert not services.boletos_vida.plan_cancelar([boleto.id]).going
    services.operacoes.apply(services.boletos_vida.plan_inativar([boleto.id]))
    assert escritorio.boleto(boleto.id).situacao is Situacao.INATIVO
    assert escritorio.conta(boleto.itens[0].conta_receber_id).saldo == 60_00


def test_instalments_add_up_to_the_centavo_and_keep_their_day(escritorio: Any) -> None:
    (conta,) = escritorio.contas_receber(100_00)
    services = escritorio.services
    plan = services.parcelas.plan_parcelar(conta.id, 3, date(2026, 12, 31))
    services.operacoes.apply(plan)
    with services.database.read() as uow:
        novas = uow.contas_receber.find_many_by_codigo(1, ["1/1", "1/2", "1/3"])
    assert [(novas[c].valor, novas[c].vencimento) for c in sorted(novas)] == [
        (33_34, date(2026, 12, 31)),
        (33_33, date(2027, 1, 31)),
        (33_33, date(2027, 2, 28)),
    ]
    assert escritorio.conta(conta.id).situacao is Situacao.RENEGOCIADO
    assert {nova.gerada_de_id for nova in novas.values()} == {conta.id}


def test_a_conta_is_repeated_every_month_and_the_repetition_undone(escritorio: Any) -> None:
    (conta,) = escritorio.contas_receber(250_00, dias=20)
    antes = escritorio.rows()
    services = escritorio.services
    feita = services.operacoes.apply(services.parcelas.plan_repetir(conta.id, 12))
    with services.database.read() as uow:
        novas = [c for c in uow.contas_receber.all(1) if c.gerada_de_id == conta.id]
    assert [nova.vencimento for nova in novas][::11] == [date(2027, 1, 10), date(2027, 12, 10)]
    assert sum(nova.valor for nova in novas) == 12 * 250_00
    services.operacoes.desfazer(services.operacoes.plan_desfazer(feita.id))
    assert escritorio.rows() == antes


def test_a_conta_in_a_boleto_is_not_split_behind_its_back(escritorio: Any) -> None:
    (boleto,) = escritorio.boletos(100_00)
    conta_id = boleto.itens[0].conta_receber_id
    with pytest.raises(RefusedError, match="está no boleto"):
        escritorio.services.operacoes.apply(escritorio.services.parcelas.plan_parcelar(conta_id, 2, date(2026, 12, 31)))


def test_a_later_step_stands_in_the_way_of_undoing(escritorio: Any) -> None:
    (boleto,) = escritorio.boletos(100_00)
    primeira = pay(escritorio, boleto.id, 40_00)
    pay(escritorio, boleto.id, 60_00)
    plan = escritorio.services.operacoes.plan_desfazer(primeira.id)
    assert "Baixa de R$ 60,00" in plan.refused[0].why


def test_an_imports_undo_names_the_settlement_by_hand_that_stands_on_it(escritorio: Any) -> None:
    (boleto,) = escritorio.boletos(100_00)
    (retorno,) = escritorio.banco(escritorio.remessa())
    feita = escritorio.importar(retorno)
    pay(escritorio, boleto.id, 100_00)
    plan = escritorio.services.importacoes.plan_desfazer(feita.id)
    assert "Baixa de R$ 100,00 em 20/11/2026, pix" in plan.refused[0].why


def test_what_the_pagador_owes_today_is_suggested_taken_apart(escritorio: Any) -> None:
    (boleto,) = escritorio.boletos(100_00)
    assert escritorio.services.baixas.suggest(boleto.id, HOJE).valor_pago == 100_00
