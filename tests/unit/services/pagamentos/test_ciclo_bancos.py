"""From the conta a pagar to the payment and back, at every bank: remessa, the simulated bank, retorno, undo."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from finbank_desktop.domain import codigo_barras
from finbank_desktop.domain.pagamentos import FormaPagamento, SituacaoPagamento
from finbank_desktop.domain.tributos import TipoTributo, Tributo
from finbank_desktop.services.pagamentos.acoes import Acao
from tests.unit.cnab.movimentos_exemplos import BANCOS, BOLETO, CONTA_DE_LUZ, EMPRESA
from tests.unit.services.pagamentos.conftest import Pagadoria

AGENDADO, PAGO, RECUSADO = SituacaoPagamento.AGENDADO, SituacaoPagamento.PAGO, SituacaoPagamento.RECUSADO


@pytest.mark.parametrize("banco", BANCOS)
def test_accepted_paid_refused_and_undone(banco: str, tmp_path: Path) -> None:
    pagadoria = Pagadoria(tmp_path, banco)
    with closing(pagadoria.services.database):
        contas = pagadoria.aprovadas(100_00, 200_00, 300_00, 400_00)
        remessa = pagadoria.remessa()
        assert (remessa.pagamentos, remessa.valor) == (4, 1000_00)
        assert [pagadoria.agora(conta).situacao for conta in contas] == [AGENDADO] * 4
        antes = pagadoria.rows()
        aceite, pagamento = pagadoria.banco_responde(remessa)

        aceito = pagadoria.importar(aceite)
        assert aceito.contagens["confirmacoes"] == 4
        assert aceito.contagens["baixas"] == 0
        assert {pagadoria.agora(conta).situacao for conta in contas} == {AGENDADO}
        assert "Aceito pelo banco" in pagadoria.agora(contas[0]).detalhe

        pago = pagadoria.importar(pagamento)
        assert (pago.contagens["baixas"], pago.contagens["rejeicoes"]) == (3, 1)
        assert [pagadoria.agora(conta).situacao for conta in contas] == [PAGO, PAGO, PAGO, RECUSADO]
        assert [pagadoria.agora(conta).valor_pago for conta in contas] == [100_00, 200_00, 300_00, 0]
        assert "fundos" in pagadoria.agora(contas[3]).detalhe.lower() or "saldo" in pagadoria.agora(contas[3]).detalhe

        outra_vez = pagadoria.plano(pagamento)
        assert outra_vez.tabs["ja_processados"] == 4
        assert outra_vez.ja_importado_id == pago.id

        pagadoria.desfazer(pago)
        pagadoria.desfazer(aceito)
        assert pagadoria.rows() == antes
        assert pagadoria.importar(aceite).contagens["confirmacoes"] == 4


@pytest.mark.parametrize("banco", BANCOS)
def test_boletos_and_bills_of_every_bank(banco: str, tmp_path: Path) -> None:
    pagadoria = Pagadoria(tmp_path, banco)
    with closing(pagadoria.services.database):
        barras = codigo_barras.build(
            banco="001", vencimento=date(2026, 12, 1), valor=135_00, campo_livre=BOLETO[19:]
        ).digitos
        boleto = pagadoria.aprovadas(135_00, forma=FormaPagamento.BOLETO, codigo_barras=barras)[0]
        luz = pagadoria.aprovadas(
            143_59,
            forma=FormaPagamento.CONCESSIONARIA,
            codigo_barras=CONTA_DE_LUZ,
            pessoa_id=None,
            nome="Luz Inventada",
        )[0]
        plan = pagadoria.services.remessas_pagamento.plan(pagadoria.convenio.id)
        fora = [row.efeito for row in plan.rows if not row.goes]
        assert not fora, fora
        remessa = pagadoria.remessa()
        for retorno in pagadoria.banco_responde(remessa):
            pagadoria.importar(retorno)
        assert [pagadoria.agora(conta).situacao for conta in (boleto, luz)] == [PAGO, PAGO]
        assert [pagadoria.agora(conta).valor_pago for conta in (boleto, luz)] == [135_00, 143_59]


@pytest.mark.parametrize("banco", BANCOS)
def test_a_tax_goes_or_is_refused_with_the_reason(banco: str, tmp_path: Path) -> None:
    pagadoria = Pagadoria(tmp_path, banco)
    with closing(pagadoria.services.database):
        guia = Tributo(
            tipo=TipoTributo.DARF,
            receita="0220",
            contribuinte_nome="Papelaria Exemplo",
            contribuinte_documento=EMPRESA.documento,
            periodo_apuracao=pagadoria.hoje,
            vencimento=pagadoria.dias(11),
            valor_principal=500_00,
        )
        conta = pagadoria.conta_pagar(
            500_00, forma=FormaPagamento.TRIBUTO, tributo=guia, pessoa_id=None, nome="Receita"
        )
        assert pagadoria.agora(conta).tributo == guia
        plano = pagadoria.services.acoes_pagar.plan(Acao.APROVAR, [conta.id])
        if not plano.going:
            assert "não leva DARF" in plano.rows[0].efeito
            return
        pagadoria.services.acoes_pagar.apply(plano)
        for retorno in pagadoria.banco_responde(pagadoria.remessa()):
            pagadoria.importar(retorno)
        assert pagadoria.agora(conta).situacao is PAGO
