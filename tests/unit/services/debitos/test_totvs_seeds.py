"""TOTVS RM's *Retorno de Débito Automático* (docs/seeds.md S1-2…S1-14): one named test per fact it tells.

Expected figures are the seed's own words, its literal IDBOLETO, or sums made by hand.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finbank_desktop.domain.boletos import Boleto, BoletoItem
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.debitos import LayoutBancario, ProcessoBancario, format_idboleto, parse_idboleto
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.services.debitos.retorno_model import Contexto
from finbank_desktop.services.livros.contabilizar import EscolhaContabil
from finbank_desktop.services.retorno_rateio import Aberto, share
from finbank_desktop.services.retorno_valores import Quitacao
from tests.unit.services.debitos.escritorio import EscritorioDebito, linha_f

LITERAL = "0011000000000000000006974"
"""Coligada 001, the digit 1, IDBOLETO 6974: printed in the seed."""


def boleto_6974(casa: EscritorioDebito, *valores: int) -> Boleto:
    """Make the seed's boleto of lançamentos of *valores*, due one day after another."""
    contas = [casa.contas_receber(valor, dias=10 + n)[0] for n, valor in enumerate(valores)]
    convenio = casa.convenio("341-400")
    with casa.services.database.write() as uow:
        feito = uow.boletos.add(
            Boleto(
                empresa_id=1,
                convenio_id=convenio.id,
                pessoa_id=casa.pessoa.id,
                sequencial=1,
                numero_documento="NF1",
                nosso_numero="00000001",
                nosso_numero_impresso="109/00000001-0",
                agencia_codigo_beneficiario="",
                codigo_barras="",
                linha_digitavel="",
                emissao=casa.hoje,
                vencimento=contas[0].vencimento,
                valor=sum(valores),
                itens=tuple(BoletoItem(conta_receber_id=c.id, valor=c.valor) for c in contas),
            )
        )
        uow._connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        uow._connection.exec_driver_sql(f"UPDATE boleto_itens SET boleto_id=6974 WHERE boleto_id={feito.id}")  # noqa: S608 - as above
        uow._connection.exec_driver_sql(f"UPDATE boletos SET id=6974 WHERE id={feito.id}")  # noqa: S608 - as above
    return casa.boleto(6974)


@pytest.mark.parametrize(
    ("linha", "campo"),
    [
        (linha_f(LITERAL, 300_00, dia=None), "a data de crédito"),
        (linha_f(LITERAL, None), "o valor do crédito"),
        (linha_f(LITERAL, 300_00, codigo=""), "o código de ocorrência (motivo da baixa)"),
    ],
)
def test_s1_2_a_line_without_date_amount_or_code_is_left_to_a_person_and_names_it(
    casa: EscritorioDebito, linha: str, campo: str
) -> None:
    boleto_6974(casa, 100_00, 200_00)
    plan = casa.planejar(casa.arquivo_150(linha))
    (row,) = plan.rows
    assert row.tab == "conferir"
    assert campo in row.efeito
    assert row.baixas == ()
    feita = casa.debito.retornos.apply(plan, importar_assim_mesmo=True)
    assert feita.contagens["baixas"] == 0
    assert casa.boleto(6974).valor_pago == 0


def test_s1_3_layouts_are_registered_per_bank_process_and_format(tmp_path: Path) -> None:
    casa = EscritorioDebito(tmp_path, "237")
    path = casa.arquivo_150(linha_f("C001", 100_00))
    with pytest.raises(RefusedError, match="Cadastros ▸ Layouts bancários") as refused:
        casa.planejar(path)
    assert refused.value.code == "banco_sem_layout"
    layout = LayoutBancario(empresa_id=1, banco="237", formato="150", generico=True)
    feito = casa.debito.cadastros.save_layout(layout)
    assert casa.planejar(path).rows[0].tab == "nao_localizados"
    with pytest.raises(RefusedError):
        casa.debito.cadastros.save_layout(layout)  # one per bank, process and format
    outro = LayoutBancario(empresa_id=1, banco="237", formato="240", generico=True)
    assert casa.debito.cadastros.save_layout(outro).processo is ProcessoBancario.RETORNO_DEBITO
    assert feito.codigo != outro.codigo
    casa.services.database.close()


def test_s1_3_the_programs_own_layouts_need_no_register_but_can_be_switched_off(casa: EscritorioDebito) -> None:
    path = casa.arquivo_150(linha_f("C001", 100_00))
    assert casa.planejar(path).rows
    desligado = LayoutBancario(empresa_id=1, banco="748", formato="150", ativo=False)
    casa.debito.cadastros.save_layout(desligado)
    with pytest.raises(RefusedError, match="748"):
        casa.planejar(path)


def test_s1_4_the_file_the_filial_and_the_conta_caixa_are_asked_for(casa: EscritorioDebito) -> None:
    path = casa.arquivo_150(linha_f(LITERAL, 300_00))
    escolhas = casa.debito.retornos.choices(path)
    assert [filial.codigo for filial in escolhas.filiais] == ["001"]
    assert {conta.codigo for conta in escolhas.contas} >= {"CC"}
    plan = casa.planejar(path)
    assert (plan.contexto.conta_id, plan.contexto.filial_id) == (casa.conta_debito.id, escolhas.filiais[0].id)
    with pytest.raises(RefusedError, match="outra empresa"):
        casa.planejar(path, conta_id=9999)
    with pytest.raises(RefusedError, match="outra empresa"):
        casa.planejar(path, filial_id=9999)


def test_s1_5_evento_and_historico_are_the_defaults_unless_given_now(casa: EscritorioDebito) -> None:
    boleto_6974(casa, 100_00, 200_00)
    casa.importar_debito(casa.arquivo_150(linha_f(LITERAL, 100_00, uso="1")))
    with casa.services.database.read() as uow:
        (padrao,) = [p for p in uow.padroes_contabeis.all(1) if p.processo.name == "RETORNO_DEBITO"]
        (lote,) = uow.lotes_contabeis.of_origem("importacoes", 1)
        usual = {p.conta_contabil_id for p in uow.partidas.of_lote(lote.id)}
        evento = uow.eventos_contabeis.get(padrao.evento_id)
        outra = next(c.id for c in uow.plano_contas.all(1) if c.analitica and c.id not in usual)
    papel = next(papel for papel in evento.contas if papel.name == "PRINCIPAL_RECEBER")
    assert evento.contas[papel] in usual
    with casa.services.database.write() as uow:
        novo = uow.eventos_contabeis.add(
            type(evento)(empresa_id=1, codigo="77", nome="Outro evento", contas={papel: outra})
        )
        texto = uow.historicos.add(
            type(uow.historicos.get(padrao.historico_id))(empresa_id=1, codigo="77", texto="Recebido de {pessoa}")
        )
    escolha = EscolhaContabil(evento_id=novo.id, historico_id=texto.id)
    segundo = casa.arquivo_150(linha_f(LITERAL, 200_00, uso="2"), nome="2.RET", nsa=35)
    casa.importar_debito(segundo, escolha=escolha)
    with casa.services.database.read() as uow:
        (lote,) = uow.lotes_contabeis.of_origem("importacoes", 2)
        assert outra in {p.conta_contabil_id for p in uow.partidas.of_lote(lote.id)}
        assert {m.historico for m in uow.movimentos_caixa.of_lote(lote.id)} == {f"Recebido de {casa.pessoa.nome}"}


def test_s1_7_the_lancamento_is_settled_or_settled_in_part(casa: EscritorioDebito) -> None:
    boleto = boleto_6974(casa, 100_00, 200_00)
    casa.importar_debito(casa.arquivo_150(linha_f(LITERAL, 150_00)))
    contas = [casa.conta(item.conta_receber_id) for item in boleto.itens]
    assert [c.situacao for c in contas] == [Situacao.BAIXADO, Situacao.BAIXADO_PARCIALMENTE]
    assert casa.boleto(6974).situacao is Situacao.BAIXADO_PARCIALMENTE


def test_s1_8_each_settlement_makes_one_item_de_baixa_with_its_amount(casa: EscritorioDebito) -> None:
    boleto = boleto_6974(casa, 100_00, 200_00)
    casa.importar_debito(casa.arquivo_150(linha_f(LITERAL, 300_00)))
    for item in boleto.itens:
        (baixa,) = casa.services.baixas.of_conta(item.conta_receber_id)
        assert (baixa.valor, baixa.forma, baixa.data_credito) == (item.valor, "Débito automático", date(2026, 12, 1))


def test_s1_9_the_balance_of_the_conta_caixa_moves_and_is_linked(casa: EscritorioDebito) -> None:
    boleto_6974(casa, 100_00, 200_00)
    caixa = casa.conta_debito.id
    with casa.services.database.read() as uow:
        assert uow.movimentos_caixa.saldos([caixa]).get(caixa, 0) == 0
    casa.importar_debito(casa.arquivo_150(linha_f(LITERAL, 300_00)))
    with casa.services.database.read() as uow:
        assert uow.movimentos_caixa.saldos([caixa])[caixa] == 300_00
        (lote,) = uow.lotes_contabeis.of_origem("importacoes", 1)
        baixas = {baixa.id for baixa in uow.baixas.of_importacao(1)}
        assert {(m.item_tabela, m.item_id) for m in uow.movimentos_caixa.of_lote(lote.id)} == {
            ("baixas", row) for row in baixas
        }


def test_s1_10_the_settlement_is_posted_and_balances(casa: EscritorioDebito) -> None:
    boleto_6974(casa, 100_00, 200_00)
    casa.importar_debito(casa.arquivo_150(linha_f(LITERAL, 300_00)))
    with casa.services.database.read() as uow:
        (lote,) = uow.lotes_contabeis.of_origem("importacoes", 1)
        partidas = uow.partidas.of_lote(lote.id)
    assert sum(p.valor for p in partidas) == 0
    assert sum(p.valor for p in partidas if p.valor > 0) == 300_00


def test_s1_11_the_lot_is_the_process_own(casa: EscritorioDebito) -> None:
    boleto_6974(casa, 100_00, 200_00)
    casa.importar_debito(casa.arquivo_150(linha_f(LITERAL, 300_00), nsa=34))
    with casa.services.database.read() as uow:
        (lote,) = uow.lotes_contabeis.of_origem("importacoes", 1)
    assert lote.texto == "Retorno DA nº 34"


@pytest.mark.parametrize(
    ("rateio", "partes"), [("vencimento", [100_00, 50_00]), ("proporcional", [50_00, 100_00]), ("", [100_00, 50_00])]
)
def test_s1_12_one_idboleto_settles_all_its_lancamentos_wholly_or_in_part(
    casa: EscritorioDebito, rateio: str, partes: list[int]
) -> None:
    boleto = boleto_6974(casa, 100_00, 200_00)
    plan = casa.planejar(casa.arquivo_150(linha_f(LITERAL, 150_00)), rateio=rateio)
    (row,) = plan.rows
    assert [item.valor for item in row.baixas] == partes
    assert plan.lancamentos == 2
    casa.debito.retornos.apply(plan)
    resto = casa.arquivo_150(linha_f(LITERAL, 150_00, uso="2"), nome="2.RET", nsa=35)
    casa.importar_debito(resto, rateio=rateio)
    assert [casa.conta(i.conta_receber_id).situacao for i in boleto.itens] == [Situacao.BAIXADO] * 2
    assert casa.boleto(6974).situacao is Situacao.BAIXADO


@given(
    valores=st.lists(st.integers(1, 10**9), min_size=1, max_size=12),
    parte=st.fractions(0, 1),
    proporcional=st.booleans(),
)
@settings(max_examples=200, deadline=None)
def test_s1_12_the_items_always_sum_to_what_was_debited(valores: list[int], parte: Any, *, proporcional: bool) -> None:
    abertos = [Aberto(conta_receber_id=n, valor=valor) for n, valor in enumerate(valores)]
    pago = max(1, int(sum(valores) * parte))
    itens = share(Quitacao(principal=pago), abertos, proporcional=proporcional)
    assert sum(item.valor_pago for item in itens) == pago
    devido = {aberto.conta_receber_id: aberto.valor for aberto in abertos}
    assert all(0 < item.valor <= devido[item.conta_receber_id] for item in itens)


def test_s1_13_the_seeds_literal_is_read_and_shown_in_words(casa: EscritorioDebito) -> None:
    lida = parse_idboleto(LITERAL)
    assert lida is not None
    assert (len(LITERAL), lida.coligada, lida.boleto) == (25, "001", 6974)
    assert format_idboleto("001", 6974) == LITERAL
    boleto_6974(casa, 100_00, 200_00)
    (row,) = casa.planejar(casa.arquivo_150(linha_f(LITERAL, 300_00))).rows
    assert (row.idboleto, row.boleto_id) == ("Coligada 001 · Boleto 6974", 6974)


def test_s1_13_another_coligadas_boleto_is_none_of_ours(casa: EscritorioDebito) -> None:
    boleto_6974(casa, 100_00, 200_00)
    outra = format_idboleto("002", 6974)
    (row,) = casa.planejar(casa.arquivo_150(linha_f(outra, 300_00))).rows
    assert row.tab == "nao_localizados"
    assert row.baixas == ()


def test_s1_14_a_remessa_is_no_retorno(casa: EscritorioDebito) -> None:
    casa.debitos(100_00)
    _, remessa = casa.enviar()
    with pytest.raises(RefusedError, match="é uma remessa") as refused:
        casa.planejar(remessa)
    assert refused.value.code == "remessa_no_lugar_de_retorno"
    with pytest.raises(RefusedError):
        casa.debito.retornos.plan(remessa, contexto=Contexto())
