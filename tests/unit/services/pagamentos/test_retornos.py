"""What each answer of a bank does to a payment; Itaú's codes (SISPAG, nota 8): BD, 00, AG, CE, DV."""

from collections import Counter
from datetime import date

import pytest

from finbank_desktop.domain.pagamentos import SituacaoPagamento
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.persistence.records_pagamentos import SituacaoEnvio
from finbank_desktop.services.pagamentos.acoes import Acao
from finbank_desktop.services.pagamentos.retorno_model import AcaoLinha, DecisaoPagamento
from finbank_desktop.services.plans import StalePlanError
from finbank_desktop.services.retorno_model import Tab
from tests.unit.services.pagamentos.conftest import Pagadoria
from tests.unit.services.pagamentos.retorno import Resposta, responder

DIA = date(2026, 11, 20)
ABERTO, AGENDADO = SituacaoPagamento.EM_ABERTO, SituacaoPagamento.AGENDADO
PAGO, RECUSADO = SituacaoPagamento.PAGO, SituacaoPagamento.RECUSADO


def pago(valor: int, autenticacao: str = "") -> Resposta:
    return Resposta(codigo="00", data=DIA, valor=valor, autenticacao=autenticacao)


def envios(pagadoria: Pagadoria, conta_id: int) -> list[SituacaoEnvio]:
    return [each.situacao for each in pagadoria.services.contas_pagar.detalhe(conta_id).envios]


def test_acceptance_never_settles(pagadoria: Pagadoria) -> None:
    (conta,) = pagadoria.aprovadas(100_00)
    importacao = pagadoria.importar(responder(pagadoria, pagadoria.remessa(), {1: Resposta(codigo="BD")}, nome="A.RET"))
    assert importacao.contagens["confirmacoes"] == 1
    detalhe = pagadoria.services.contas_pagar.detalhe(conta.id)
    assert detalhe.conta.situacao is AGENDADO
    assert detalhe.baixas == []
    assert "até a resposta do banco ela não muda" in detalhe.travada


def test_confirmation_settles_and_keeps_the_authentication(pagadoria: Pagadoria) -> None:
    (conta,) = pagadoria.aprovadas(100_00)
    path = responder(pagadoria, pagadoria.remessa(), {1: pago(100_00, autenticacao="AB12CD34")}, nome="P.RET")
    pagadoria.importar(path)
    detalhe = pagadoria.services.contas_pagar.detalhe(conta.id)
    assert (detalhe.conta.situacao, detalhe.conta.pago_em, detalhe.conta.valor_pago) == (PAGO, DIA, 100_00)
    assert detalhe.conta.autenticacao == "AB12CD34"
    assert [(b.valor, b.valor_pago, b.data, b.autenticacao) for b in detalhe.baixas] == [
        (100_00, 100_00, DIA, "AB12CD34")
    ]


def test_a_settled_line_without_amount_and_day_takes_those_of_the_order(pagadoria: Pagadoria) -> None:
    (conta,) = pagadoria.aprovadas(100_00, vencimento=DIA)
    pagadoria.importar(responder(pagadoria, pagadoria.remessa(), {1: Resposta(codigo="00")}, nome="P.RET"))
    assert pagadoria.agora(conta).valor_pago == 100_00
    assert pagadoria.agora(conta).pago_em == DIA


def test_a_refusal_says_why_and_can_be_corrected_and_sent_again(pagadoria: Pagadoria) -> None:
    (conta,) = pagadoria.aprovadas(100_00)
    remessa = pagadoria.remessa()
    path = responder(pagadoria, remessa, {1: Resposta(codigo="AG")}, nome="R.RET")
    assert pagadoria.importar(path).contagens["rejeicoes"] == 1
    recusada = pagadoria.agora(conta)
    assert recusada.situacao is RECUSADO
    assert recusada.detalhe.startswith("Recusado: ")
    assert len(recusada.detalhe) > len("Recusado: AG")
    with pytest.raises(RefusedError, match="Corrigir e reenviar"):
        pagadoria.remessa(recusada)
    (corrigida,) = pagadoria.fazer(Acao.CORRIGIR, recusada)
    assert corrigida.situacao is ABERTO
    assert corrigida.seu_numero != conta.seu_numero
    pagadoria.fazer(Acao.APROVAR, corrigida)
    outra = pagadoria.remessa()
    pagadoria.importar(responder(pagadoria, outra, {1: pago(100_00)}, nome="P.RET", nsa=51))
    assert envios(pagadoria, conta.id) == [SituacaoEnvio.RECUSADO, SituacaoEnvio.PAGO]
    tipos = Counter(each.tipo for each in pagadoria.services.contas_pagar.detalhe(conta.id).eventos)
    assert (tipos["recusado"], tipos["corrigir"], tipos["pago"]) == (1, 1, 1)


def test_what_the_bank_cancelled_is_told(pagadoria: Pagadoria) -> None:
    (conta,) = pagadoria.aprovadas(100_00)
    pagadoria.importar(responder(pagadoria, pagadoria.remessa(), {1: Resposta(codigo="CE")}, nome="C.RET"))
    assert pagadoria.agora(conta).situacao is RECUSADO
    assert "Cancelado no banco" in pagadoria.agora(conta).detalhe
    assert envios(pagadoria, conta.id) == [SituacaoEnvio.CANCELADO_NO_BANCO]


def test_a_returned_ted_reopens_the_payment_and_undo_brings_it_back(pagadoria: Pagadoria) -> None:
    (conta,) = pagadoria.aprovadas(100_00)
    remessa = pagadoria.remessa()
    pagadoria.importar(responder(pagadoria, remessa, {1: pago(100_00)}, nome="P.RET"))
    antes = pagadoria.rows()
    devolucao = pagadoria.importar(responder(pagadoria, remessa, {1: Resposta(codigo="DV")}, nome="D.RET", nsa=51))
    detalhe = pagadoria.services.contas_pagar.detalhe(conta.id)
    assert detalhe.conta.situacao is RECUSADO
    assert detalhe.conta.detalhe.startswith("Devolvido pelo banco: ")
    assert (detalhe.conta.valor_pago, detalhe.conta.pago_em) == (0, None)
    assert [b.stands for b in detalhe.baixas] == [False]
    with pagadoria.services.database.read() as uow:
        assert uow.movimentos_caixa.saldos([pagadoria.conta.id]) == {pagadoria.conta.id: 0}
    pagadoria.desfazer(devolucao)
    assert pagadoria.rows() == antes
    assert pagadoria.agora(conta).situacao is PAGO


def test_paid_and_returned_in_one_file(pagadoria: Pagadoria) -> None:
    contas = pagadoria.aprovadas(100_00, 200_00)
    remessa = pagadoria.remessa()
    segundo = Resposta(codigo="DV", seu_numero=contas[0].seu_numero, valor_pedido=100_00)
    pagadoria.importar(responder(pagadoria, remessa, {1: pago(100_00), 2: segundo}, nome="PD.RET"))
    detalhe = pagadoria.services.contas_pagar.detalhe(contas[0].id)
    assert detalhe.conta.situacao is RECUSADO
    assert [(b.valor_pago, b.stands) for b in detalhe.baixas] == [(100_00, False)]
    assert pagadoria.agora(contas[1]).situacao is AGENDADO


def test_another_amount_waits_for_a_person(pagadoria: Pagadoria) -> None:
    (conta,) = pagadoria.aprovadas(100_00)
    path = responder(pagadoria, pagadoria.remessa(), {1: pago(101_50)}, nome="P.RET")
    plan = pagadoria.plano(path)
    assert [row.tab for row in plan.rows] == [Tab.CONFERIR]
    assert "pagou R$ 101,50, mas foram enviados R$ 100,00" in plan.rows[0].efeito
    importacao = pagadoria.services.retornos_pagamento.apply(plan)
    assert pagadoria.agora(conta).situacao is AGENDADO
    assert pagadoria.services.retornos_pagamento.get(importacao.id).esperam == {plan.rows[0].line}
    decide = {plan.rows[0].line: DecisaoPagamento(acao=AcaoLinha.ACEITAR)}
    outra = pagadoria.importar(path, decisoes=decide)
    detalhe = pagadoria.services.contas_pagar.detalhe(conta.id)
    assert [(b.valor, b.acrescimos, b.valor_pago) for b in detalhe.baixas] == [(100_00, 1_50, 101_50)]
    assert pagadoria.services.retornos_pagamento.get(importacao.id).esperam == frozenset()
    refused = pagadoria.services.retornos_pagamento.plan_desfazer(importacao.id).refused
    assert any("decidiu depois" in each.why for each in refused)
    pagadoria.desfazer(outra)
    pagadoria.desfazer(importacao)
    assert pagadoria.agora(conta).situacao is AGENDADO


def test_a_line_put_aside_waits_no_more(pagadoria: Pagadoria) -> None:
    pagadoria.aprovadas(100_00)
    path = responder(pagadoria, pagadoria.remessa(), {1: pago(101_50)}, nome="P.RET")
    importacao = pagadoria.importar(path)
    line = pagadoria.plano(path, rever=True).rows[0].line
    pagadoria.importar(path, decisoes={line: DecisaoPagamento(acao=AcaoLinha.IGNORAR)})
    assert pagadoria.services.retornos_pagamento.get(importacao.id).esperam == frozenset()


def test_a_payment_nobody_sent_from_here_is_given_to_a_conta(pagadoria: Pagadoria) -> None:
    conta = pagadoria.conta_pagar(100_00)
    pagadoria.aprovadas(100_00)
    remessa = pagadoria.remessa()
    path = responder(
        pagadoria, remessa, {1: Resposta(codigo="00", data=DIA, valor=100_00, seu_numero="X9")}, nome="P.RET"
    )
    plan = pagadoria.plano(path)
    (row,) = plan.rows
    assert row.tab is Tab.NAO_LOCALIZADOS
    assert AcaoLinha.ATRIBUIR in pagadoria.services.retornos_pagamento.opcoes(plan, row.line)
    propostas = pagadoria.services.retornos_pagamento.propostas(plan, row.line)
    assert [each.conta.id for each in propostas] == [conta.id]  # the other is with the bank
    decisao = DecisaoPagamento(acao=AcaoLinha.ATRIBUIR, conta_pagar_id=conta.id)
    importacao = pagadoria.importar(path, decisoes={row.line: decisao})
    assert pagadoria.agora(conta).situacao is PAGO
    pagadoria.desfazer(importacao)
    assert pagadoria.agora(conta).situacao is ABERTO


def test_a_bank_that_pays_a_cancelled_remessa_is_never_overlooked(pagadoria: Pagadoria) -> None:
    (conta,) = pagadoria.aprovadas(100_00)
    remessa = pagadoria.remessa()
    path = responder(pagadoria, remessa, {1: pago(100_00)}, nome="P.RET")
    servico = pagadoria.services.remessas_pagamento
    servico.cancelar(servico.plan_cancelar(remessa.id))
    assert pagadoria.agora(conta).situacao is SituacaoPagamento.APROVADO
    (row,) = pagadoria.plano(path).rows
    assert row.tab is Tab.CONFERIR
    assert f"remessa nº {remessa.sequencia}, cancelada" in row.efeito
    aceita = {row.line: DecisaoPagamento(acao=AcaoLinha.ACEITAR)}
    pagadoria.importar(path, decisoes=aceita)
    assert pagadoria.agora(conta).situacao is PAGO
    assert pagadoria.agora(conta).seu_numero == conta.seu_numero


def test_a_payment_in_two_remessas_is_told_and_not_accepted(pagadoria: Pagadoria) -> None:
    (conta,) = pagadoria.aprovadas(100_00)
    remessa = pagadoria.remessa()
    path = responder(pagadoria, remessa, {1: pago(100_00)}, nome="P.RET")
    servico = pagadoria.services.remessas_pagamento
    servico.cancelar(servico.plan_cancelar(remessa.id))
    pagadoria.remessa()
    (row,) = pagadoria.plano(path).rows
    assert "já está na remessa nº 2" in row.efeito
    assert AcaoLinha.ACEITAR not in row.pode
    plan = pagadoria.plano(path, decisoes={row.line: DecisaoPagamento(acao=AcaoLinha.ACEITAR)})
    assert plan.rows[0].tab is Tab.CONFERIR
    pagadoria.services.retornos_pagamento.apply(plan)
    assert pagadoria.agora(conta).situacao is AGENDADO


def test_told_paid_twice_is_settled_once(pagadoria: Pagadoria) -> None:
    (conta,) = pagadoria.aprovadas(100_00)
    remessa = pagadoria.remessa()
    pagadoria.importar(responder(pagadoria, remessa, {1: pago(100_00)}, nome="P.RET"))
    same = responder(pagadoria, remessa, {1: pago(100_00, autenticacao="ZZ")}, nome="P2.RET", nsa=51)
    assert [row.tab for row in pagadoria.plano(same).rows] == [Tab.JA_PROCESSADOS]
    other_day = Resposta(codigo="00", data=date(2026, 11, 19), valor=100_00)
    again = responder(pagadoria, remessa, {1: other_day}, nome="P3.RET", nsa=52)
    (row,) = pagadoria.plano(again).rows
    assert row.tab is Tab.CONFERIR
    assert "saiu em dobro" in row.efeito
    assert len(pagadoria.services.contas_pagar.detalhe(conta.id).baixas) == 1


def test_a_date_that_has_not_come_waits(pagadoria: Pagadoria) -> None:
    pagadoria.aprovadas(100_00)
    later = Resposta(codigo="00", data=date(2027, 1, 20), valor=100_00)
    (row,) = pagadoria.plano(responder(pagadoria, pagadoria.remessa(), {1: later}, nome="P.RET")).rows
    assert row.tab is Tab.CONFERIR
    assert "a data ainda não chegou" in row.efeito


def test_a_trailer_that_disagrees_wants_one_tick(pagadoria: Pagadoria) -> None:
    (conta,) = pagadoria.aprovadas(100_00)
    path = responder(pagadoria, pagadoria.remessa(), {1: pago(100_00)}, nome="P.RET")
    lines = path.read_bytes().split(b"\r\n")
    lines[-2] = lines[-2][:23] + b"000099" + lines[-2][29:]
    path.write_bytes(b"\r\n".join(lines))
    plan = pagadoria.plano(path)
    assert plan.needs_tick
    with pytest.raises(RefusedError, match="não conferem"):
        pagadoria.services.retornos_pagamento.apply(plan)
    assert pagadoria.agora(conta).situacao is AGENDADO
    pagadoria.services.retornos_pagamento.apply(plan, importar_assim_mesmo=True)
    assert pagadoria.agora(conta).situacao is PAGO


def test_a_plan_that_was_overtaken_writes_nothing(pagadoria: Pagadoria) -> None:
    pagadoria.aprovadas(100_00)
    path = responder(pagadoria, pagadoria.remessa(), {1: pago(100_00)}, nome="P.RET")
    one, two = pagadoria.plano(path), pagadoria.plano(path)
    pagadoria.services.retornos_pagamento.apply(one)
    with pytest.raises(StalePlanError):
        pagadoria.services.retornos_pagamento.apply(two)
    assert pagadoria.services.retornos_pagamento.list().total == 1


def test_what_was_done_since_stands_in_the_way_of_undoing(pagadoria: Pagadoria) -> None:
    (conta,) = pagadoria.aprovadas(100_00)
    importacao = pagadoria.importar(responder(pagadoria, pagadoria.remessa(), {1: Resposta(codigo="AG")}, nome="R.RET"))
    pagadoria.fazer(Acao.CORRIGIR, pagadoria.agora(conta))
    plan = pagadoria.services.retornos_pagamento.plan_desfazer(importacao.id)
    assert not plan.can
    assert f"a conta a pagar {conta.codigo} mudou depois" in plan.refused[0].why
    with pytest.raises(RefusedError, match="Não dá para desfazer"):
        pagadoria.services.retornos_pagamento.desfazer(plan)


def test_the_books_hold_each_payment_once_and_lose_it_when_undone(pagadoria: Pagadoria) -> None:
    pagadoria.aprovadas(100_00, 200_00, desconto=10_00)
    importacao = pagadoria.importar(
        responder(pagadoria, pagadoria.remessa(), {1: pago(90_00), 2: pago(190_00)}, nome="P.RET")
    )
    with pagadoria.services.database.read() as uow:
        (lote,) = uow.lotes_contabeis.of_origem("importacoes_pagamento", importacao.id)
        movimentos = uow.movimentos_caixa.of_lote(lote.id)
        assert [m.valor for m in movimentos] == [-90_00, -190_00]
        assert {m.conta_id for m in movimentos} == {pagadoria.conta.id}
        assert sum(p.valor for p in uow.partidas.of_lote(lote.id)) == 0
        assert lote.texto == "Retorno de pagamento nº 50"
    pagadoria.desfazer(importacao)
    with pagadoria.services.database.read() as uow:
        assert uow.lotes_contabeis.of_origem("importacoes_pagamento", importacao.id) == []
