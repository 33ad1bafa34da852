"""Posting: what each settlement moves, by which accounts, and taking it back."""

from datetime import date
from typing import Any

import pytest

from finbank_desktop.domain.cadastros import Conta
from finbank_desktop.domain.contabil import ContaCaixa, Historico, Papel, Processo, SituacaoLote
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.persistence.records_livros import FechamentoContabil, LoteContabil
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.livros.contabilizar import contabilizar, estornar, impedimentos
from finbank_desktop.services.livros.modelo import EscolhaContabil, Movimento, Origem

DIA = date(2026, 11, 10)
ORIGEM = Origem(tabela="importacoes", id=7, texto="Retorno DA nº 12", empresa_id=1, processo=Processo.RETORNO_DEBITO)
RECEBIDO = {Papel.PRINCIPAL_RECEBER: 1000_00, Papel.JUROS_RECEBIDOS: 10_00, Papel.DESCONTO_CONCEDIDO: -5_00}
"""1.005,00 received for 1.000,00 owed."""


def add_conta(uow: UnitOfWork, codigo: str = "1", banco: str = "341") -> Conta:
    return uow.contas.add(
        Conta(
            empresa_id=1,
            codigo=codigo,
            descricao=f"Conta {codigo}",
            banco=banco,
            agencia="1" if banco else "",
            conta="2" if banco else "",
        )
    )


def recebimento(conta: Conta, **campos: Any) -> Movimento:
    padroes: dict[str, Any] = {"conta_id": conta.id, "data": DIA, "valor": 1005_00, "partes": RECEBIDO, "baixa_id": 3}
    return Movimento(**padroes | {"pessoa": "Cliente Exemplo", "documento": "NF1"} | campos)


def post(uow: UnitOfWork, escritorio: Any, *movimentos: Movimento, **campos: Any) -> LoteContabil | None:
    return contabilizar(uow, ORIGEM, movimentos, usuario="Ana", agora=escritorio.services.operacoes._agora(), **campos)


def lines(uow: UnitOfWork, lote: LoteContabil | None) -> dict[str, int]:
    """Return what a lot posted, by name of the account."""
    assert lote is not None
    partidas = uow.partidas.of_lote(lote.id)
    nomes = uow.plano_contas.get_many(each.conta_contabil_id for each in partidas)
    return {nomes[each.conta_contabil_id].nome: each.valor for each in partidas}


def test_a_receipt_debits_the_bank_and_credits_what_it_consists_of(escritorio: Any) -> None:
    with escritorio.services.database.write() as uow:
        lote = post(uow, escritorio, recebimento(add_conta(uow)))
        assert lines(uow, lote) == {
            "Bancos conta movimento": 1005_00,
            "Clientes": -1000_00,
            "Juros recebidos": -10_00,
            "Descontos concedidos": 5_00,
        }


def test_a_payment_credits_the_bank_and_debits_what_it_consists_of(escritorio: Any) -> None:
    origem = Origem(tabela="operacoes", id=1, texto="Baixa", empresa_id=1, processo=Processo.BAIXA_PAGAR)
    pago = {Papel.PRINCIPAL_PAGAR: -1000_00, Papel.JUROS_PAGOS: -10_00, Papel.DESCONTO_OBTIDO: 5_00}
    with escritorio.services.database.write() as uow:
        saida = Movimento(conta_id=add_conta(uow).id, data=DIA, valor=-1005_00, partes=pago, pagamento_id=4)
        agora = escritorio.services.operacoes._agora()
        lote = contabilizar(uow, origem, [saida], usuario="Ana", agora=agora)
        assert lines(uow, lote) == {
            "Bancos conta movimento": -1005_00,
            "Fornecedores": 1000_00,
            "Juros pagos": 10_00,
            "Descontos obtidos": -5_00,
        }
        (movimento,) = uow.movimentos_caixa.of_itens("pagamentos", [4])
        assert (movimento.valor, movimento.historico) == (
            -1005_00,
            "Pagamento a não informado, documento s/nº, Baixa",
        )


def test_a_till_has_another_account_than_a_bank(escritorio: Any) -> None:
    with escritorio.services.database.write() as uow:
        lote = post(uow, escritorio, recebimento(add_conta(uow, banco="")))
        assert "Caixa" in lines(uow, lote)


def test_a_conta_caixa_may_have_an_account_of_its_own(escritorio: Any) -> None:
    with escritorio.services.database.write() as uow:
        conta, propria = add_conta(uow), uow.plano_contas.find_by_codigo(1, "1.1.1.03")
        assert propria is not None
        uow.contas_caixa.add(ContaCaixa(empresa_id=1, conta_id=conta.id, conta_contabil_id=propria.id))
        lote = post(uow, escritorio, recebimento(conta))
        assert "Aplicações de liquidez imediata" in lines(uow, lote)


def test_one_lot_for_the_process_with_the_movements_linked_to_their_items(escritorio: Any) -> None:
    with escritorio.services.database.write() as uow:
        conta = add_conta(uow)
        lote = post(uow, escritorio, recebimento(conta), recebimento(conta, baixa_id=4, data=date(2026, 11, 12)))
        assert lote is not None
        assert (lote.texto, lote.codigo, lote.situacao) == ("Retorno DA nº 12", "000001", SituacaoLote.ABERTO)
        assert (lote.inicio, lote.fim, lote.lancamentos) == (DIA, date(2026, 11, 12), 2)
        assert lote.valor == 2 * (1005_00 + 5_00)
        (movimento,) = uow.movimentos_caixa.of_itens("baixas", [4])
        assert movimento.historico == "Recebimento de Cliente Exemplo, documento NF1, Retorno DA nº 12"
        assert uow.movimentos_caixa.saldos([conta.id]) == {conta.id: 2010_00}


def test_the_evento_and_the_historico_are_those_chosen_or_those_of_the_process(escritorio: Any) -> None:
    with escritorio.services.database.write() as uow:
        conta = add_conta(uow)
        usual = uow.eventos_contabeis.find_by_codigo(1, "1")
        receita = uow.plano_contas.find_by_codigo(1, "3.1.1.01")
        assert usual is not None
        assert receita is not None
        proprio = type(usual)(
            empresa_id=1, codigo="12", nome="Receita direta", contas={Papel.PRINCIPAL_RECEBER: receita.id}
        )
        evento = uow.eventos_contabeis.add(proprio)
        historico = uow.historicos.add(Historico(empresa_id=1, codigo="9", texto="Mensalidade de {pessoa} em {data}"))
        escolha = EscolhaContabil(evento_id=evento.id, historico_id=historico.id)
        lote = post(uow, escritorio, recebimento(conta), escolha=escolha)
        # what the chosen evento does not name is taken from the one of the process
        assert lines(uow, lote) == {
            "Bancos conta movimento": 1005_00,
            "Receita de vendas e serviços": -1000_00,
            "Juros recebidos": -10_00,
            "Descontos concedidos": 5_00,
        }
        assert lote is not None
        (movimento,) = uow.movimentos_caixa.of_lote(lote.id)
        assert movimento.historico == "Mensalidade de Cliente Exemplo em 10/11/2026"


def test_nothing_that_moves_makes_no_lot(escritorio: Any) -> None:
    with escritorio.services.database.write() as uow:
        assert post(uow, escritorio) is None
        assert post(uow, escritorio, recebimento(add_conta(uow), valor=0, partes={})) is None


def test_an_open_lot_goes_with_all_it_posted(escritorio: Any) -> None:
    with escritorio.services.database.write() as uow:
        conta = add_conta(uow)
    antes = escritorio.rows()
    with escritorio.services.database.write() as uow:
        post(uow, escritorio, recebimento(conta))
    assert escritorio.rows() != antes
    with escritorio.services.database.write() as uow:
        assert impedimentos(uow, ORIGEM) == []
        assert estornar(uow, ORIGEM, usuario="Ana", agora=escritorio.services.operacoes._agora()) == []
    assert escritorio.rows() == antes


def test_a_closed_lot_is_mirrored_and_only_once(escritorio: Any) -> None:
    agora = escritorio.services.operacoes._agora()
    with escritorio.services.database.write() as uow:
        conta = add_conta(uow)
        lote = post(uow, escritorio, recebimento(conta))
        assert lote is not None
        uow.lotes_contabeis.close(lote, usuario="Ana", agora=agora)
        (espelho,) = estornar(uow, ORIGEM, usuario="Ana", agora=agora)
        assert estornar(uow, ORIGEM, usuario="Ana", agora=agora) == []
        assert espelho.texto == "Estorno de Retorno DA nº 12"
        assert {nome: -valor for nome, valor in lines(uow, espelho).items()} == lines(uow, lote)
        assert uow.movimentos_caixa.saldos([conta.id]) == {conta.id: 0}


def test_a_closed_period_takes_nothing_and_gives_nothing_back(escritorio: Any) -> None:
    agora = escritorio.services.operacoes._agora()
    with escritorio.services.database.write() as uow:
        conta = add_conta(uow)
        lote = post(uow, escritorio, recebimento(conta))
        assert lote is not None
        uow.lotes_contabeis.close(lote, usuario="Ana", agora=agora)
        uow.fechamentos_contabeis.add(
            FechamentoContabil(empresa_id=1, ate=date(2026, 11, 30), quando=agora, usuario="Ana")
        )
    with escritorio.services.database.read() as uow:
        (problem,) = impedimentos(uow, ORIGEM)
    assert problem.message == "O período contábil até 30/11/2026 está fechado."
    for attempt in (
        lambda uow: estornar(uow, ORIGEM, usuario="Ana", agora=agora),
        lambda uow: post(uow, escritorio, recebimento(conta, data=date(2026, 11, 30))),
    ):
        antes = escritorio.rows()
        with pytest.raises(RefusedError, match="está fechado"), escritorio.services.database.write() as uow:
            attempt(uow)
        assert escritorio.rows() == antes
    with escritorio.services.database.write() as uow:
        assert post(uow, escritorio, recebimento(conta, data=date(2026, 12, 1))) is not None


def test_parts_that_do_not_sum_up_are_a_wrong_call(escritorio: Any) -> None:
    with escritorio.services.database.write() as uow, pytest.raises(ValueError, match="somam"):
        post(uow, escritorio, recebimento(add_conta(uow), valor=1))
