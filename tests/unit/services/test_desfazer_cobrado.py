"""Undoing never has one debt collected by two boletos, though the rows it gives back were not touched since."""

from datetime import date
from typing import Any

import pytest

from finbank_desktop.domain.boletos import NoBanco
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.services.acordos import AcordoDraft, Parcela
from finbank_desktop.services.baixas import BaixaManual

VENCE = date(2027, 1, 10)


def last(escritorio: Any) -> Any:
    return escritorio.services.operacoes.ultimas(1)[0]


def refused(escritorio: Any, operacao_id: int, words: str) -> None:
    operacoes, antes = escritorio.services.operacoes, escritorio.rows()
    plan = operacoes.plan_desfazer(operacao_id)
    assert any(words in each.why for each in plan.refused)
    with pytest.raises(RefusedError, match=words):
        operacoes.desfazer(plan)
    assert escritorio.rows() == antes


@pytest.mark.parametrize("fim", ["plan_cancelar", "plan_inativar"])
def test_a_boleto_whose_conta_went_into_another_one_stays_ended(escritorio: Any, fim: str) -> None:
    services = escritorio.services
    (boleto,) = escritorio.boletos(100_00)
    feita = services.operacoes.apply(getattr(services.boletos_vida, fim)([boleto.id]))
    conta = boleto.itens[0].conta_receber_id
    (novo,) = services.boletos.apply(services.boletos.plan_emissao([conta]))
    refused(escritorio, feita.id, novo.nosso_numero_impresso)
    services.operacoes.apply(services.boletos_vida.plan_cancelar([novo.id]))
    services.operacoes.desfazer(services.operacoes.plan_desfazer(feita.id))
    assert escritorio.boleto(boleto.id).situacao is Situacao.EM_ABERTO


def test_the_boletos_of_an_agreement_stay_cancelled(escritorio: Any) -> None:
    services = escritorio.services
    (boleto,) = escritorio.registrados(100_00)
    draft = AcordoDraft(contas=(boleto.itens[0].conta_receber_id,), parcelas=(Parcela(vencimento=VENCE, valor=100_00),))
    services.acordos.apply(services.acordos.plan(draft))
    refused(escritorio, last(escritorio).id, "renegociado")
    assert escritorio.boleto(boleto.id).situacao is Situacao.CANCELADO


def test_the_bank_is_still_told_to_drop_a_boleto_whose_balance_went_into_a_new_one(escritorio: Any) -> None:
    services = escritorio.services
    (boleto,) = escritorio.registrados(100_00)
    services.operacoes.apply(services.baixas.plan(boleto.id, BaixaManual(data=escritorio.hoje, valor_pago=40_00)))
    (novo,) = services.saldos.apply(services.saldos.plan(boleto.id, VENCE))
    refused(escritorio, last(escritorio).id, novo.nosso_numero_impresso)
    assert escritorio.boleto(boleto.id).no_banco is NoBanco.INSTRUCAO_PENDENTE


def test_what_was_ended_and_went_nowhere_comes_back(escritorio: Any) -> None:
    services = escritorio.services
    (boleto,) = escritorio.registrados(100_00)
    antes = escritorio.rows()
    plan = services.boletos_vida.plan_cancelar([boleto.id], "engano", cancelar_contas=True)
    feita = services.operacoes.apply(plan)
    services.operacoes.desfazer(services.operacoes.plan_desfazer(feita.id))
    assert escritorio.rows() == antes
