"""The whole way of a debit at each of the eight banks, through the simulated bank, and back."""

from pathlib import Path

import pytest

from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.debitos import SituacaoDebito
from tests.unit.services.debitos.escritorio import EscritorioDebito

BANCOS = ("001", "004", "033", "041", "104", "341", "748", "756")


@pytest.mark.parametrize("banco", BANCOS)
def test_a_debit_goes_to_the_bank_comes_back_settles_and_is_undone(tmp_path: Path, banco: str) -> None:
    casa = EscritorioDebito(tmp_path, banco)
    debitos = [casa.debitos(valor)[0] for valor in (100_00, 200_00, 300_00, 400_00)]
    _, path = casa.enviar()
    assert {casa.debito_de(d.id).situacao for d in debitos} == {SituacaoDebito.AGENDADO}
    antes = casa.rows()
    retornos = casa.responder(path)
    feitas = [casa.importar_debito(retorno) for retorno in retornos]
    agora = [casa.debito_de(d.id) for d in debitos]
    # the simulated bank refuses every fourth for want of funds
    assert [d.situacao for d in agora] == [SituacaoDebito.DEBITADO] * 3 + [SituacaoDebito.RECUSADO]
    assert agora[3].detalhe
    contas = [casa.conta(d.itens[0].conta_receber_id) for d in agora]
    assert [c.situacao for c in contas] == [Situacao.BAIXADO] * 3 + [Situacao.EM_ABERTO]
    with casa.services.database.read() as uow:
        baixas = uow.baixas.of_contas([c.id for c in contas])
        assert sum(b.valor_pago for b in baixas) == 600_00
        assert {b.forma for b in baixas} == {"Débito automático"}
        assert uow.movimentos_caixa.saldos([casa.conta_debito.id])[casa.conta_debito.id] == 600_00
    assert casa.planejar(retornos[-1]).ja_importado_id == feitas[-1].id
    for feita in reversed(feitas):
        plan = casa.services.importacoes.plan_desfazer(feita.id)
        assert plan.can, plan.refused
        casa.services.importacoes.desfazer(plan)
    depois = casa.rows()
    for tabela, linhas in antes.items():
        if tabela not in HISTORIA_DEBITO:
            assert depois[tabela] == linhas, tabela
    casa.services.database.close()


HISTORIA_DEBITO = {"debito_eventos"}
