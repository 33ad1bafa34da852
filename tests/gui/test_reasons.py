"""What a list says cannot be done is just what the plans refuse, for every pair of states a boleto can be in."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from finbank_desktop.domain.boletos import NoBanco, Pedido
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.gui.pages import reasons
from finbank_desktop.services.baixas import BaixaManual

PAGO = 4_000
GUARDADAS = [each for each in Situacao if each not in (Situacao.VENCIDO, Situacao.RENEGOCIADO)]


def going(plan: Any) -> bool:
    return any(row.goes for row in plan.rows)


def settles(services: Any, row: int, hoje: Any) -> bool:
    return going(services.baixas.plan(row, BaixaManual(data=hoje, valor_pago=1_000)))


def renews(services: Any, row: int, hoje: Any) -> bool:
    plan = services.saldos.plan(row, hoje)
    return all(problem.field != "situacao" for problem in plan.problems)


CASES: dict[str, tuple[Callable[[Any], str], Callable[[Any, int, Any], bool]]] = {
    "comando": (reasons.to_command, lambda s, row, _hoje: bool(s.comandos.opcoes_de([row]))),
    "retirar": (reasons.to_withdraw, lambda s, row, _hoje: going(s.comandos.plan_retirar([row]))),
    "reenviar": (reasons.to_resend, lambda s, row, _hoje: going(s.boletos_vida.plan_reenviar([row]))),
    "cancelar": (reasons.to_cancel, lambda s, row, _hoje: going(s.boletos_vida.plan_cancelar([row]))),
    "inativar": (reasons.to_inactivate, lambda s, row, _hoje: going(s.boletos_vida.plan_inativar([row]))),
    "baixa": (reasons.to_settle, settles),
    "saldo": (reasons.to_renew, renews),
}


def states(office: Any) -> Iterator[int]:
    """Put one boleto into every pair of states in turn and yield its id."""
    (boleto,) = office.issue([10_000])
    for situacao in GUARDADAS:
        for no_banco in NoBanco:
            pedido = None
            if no_banco is NoBanco.INSTRUCAO_PENDENTE:
                pedido = Pedido(comando=Comando.PROTESTAR, no_banco=NoBanco.REGISTRADO, detalhe="Protestar")
            with office.services.database.write() as uow:
                atual = uow.boletos.get(boleto.id)
                paid = PAGO if situacao is Situacao.BAIXADO_PARCIALMENTE else 0
                uow.boletos.update(replace(atual, situacao=situacao, no_banco=no_banco, pedido=pedido, valor_pago=paid))
            yield boleto.id


@pytest.mark.parametrize("which", list(CASES))
def test_the_list_and_the_plan_agree_in_every_state(office: Any, which: str) -> None:
    judge, plan = CASES[which]
    services, seen, wrong = office.services, set(), []
    hoje = office.issue([1])[0].emissao
    for row in states(office):
        (linha,) = services.boletos.list_ids([row]).linhas
        reason = judge([linha])
        try:
            can = plan(services, row, hoje)
        except RefusedError:
            can = False
        seen.add(can)
        of_the_bank = which == "comando" and str(linha["no_banco"]) == "Protesto"  # Itaú 400 only stops a protest
        if can is bool(reason) and not of_the_bank:
            wrong.append((str(linha["situacao"]), str(linha["no_banco"]), reason, can))
    assert wrong == []
    assert seen == {True, False}


def test_rows_out_of_sight_are_left_to_the_plan() -> None:
    linha = {"id": 1, "situacao": "Baixado", "no_banco": "Registrado", "valor_pago": 0, "pessoa_id": 1}
    judge = reasons.of_rows(lambda ids: [linha] if 1 in ids else [], reasons.to_settle)
    assert judge([1]) == "Já está baixado; não há o que receber."
    assert judge([1, 2]) == ""
    assert judge([]) == "Marque ou escolha ao menos uma linha da lista."
