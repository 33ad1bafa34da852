"""What becomes of consents and debits: by hand, by remessas and by the bank's answers."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.debitos import (
    Consentimento,
    SituacaoConsentimento,
    SituacaoDebito,
)
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.remessas import SituacaoRemessa
from finbank_desktop.services.plans import StalePlanError
from tests.unit.services.conftest import HOJE
from tests.unit.services.debitos.escritorio import EscritorioDebito, linha_b, linha_f


def consentimento(casa: EscritorioDebito, row: int) -> Consentimento:
    achado: Consentimento = casa.debito.consentimentos.get(row)
    return achado


# --- consents


def test_a_consent_at_another_bank_is_refused_because_it_is_pix_automatico_now(casa: EscritorioDebito) -> None:
    with pytest.raises(RefusedError, match="Pix Automático") as refused:
        casa.cliente(banco="237")
    assert "13/10/2025" in refused.value.message


@pytest.mark.parametrize(
    ("campo", "valor", "palavra"),
    [
        ("documento", "52998224724", "CPF ou CNPJ"),
        ("conta", "12A4", "algarismos"),
        ("agencia", "0000", "agência"),
        ("cliente_empresa", "0011000000000000000006974", "IDBOLETO"),
        ("cliente_empresa", "X" * 26, "25"),
    ],
)
def test_what_a_bank_would_refuse_is_said_when_the_consent_is_saved(
    casa: EscritorioDebito, campo: str, valor: str, palavra: str
) -> None:
    with pytest.raises(RefusedError, match=palavra):
        casa.cliente(**{campo: valor})


def test_two_consents_of_a_contract_cannot_have_one_identification(casa: EscritorioDebito) -> None:
    casa.cliente(cliente_empresa="ABC")
    with pytest.raises(RefusedError, match="única"):
        casa.cliente(cliente_empresa="ABC")


def test_a_consent_is_registered_by_the_remessa_and_confirmed_by_the_retorno(tmp_path: Path) -> None:
    casa = EscritorioDebito(tmp_path, "001")  # version 08: the company registers
    dono = casa.cliente(situacao=SituacaoConsentimento.PENDENTE)
    (debito,) = casa.debitos(100_00, dono=dono)
    plan = casa.debito.remessas.plan(casa.contrato.id)
    assert [row.goes for row in plan.rows] == [True, False]
    assert "ainda não confirmou" in plan.rows[1].efeito
    _, path = casa.enviar()
    linha = path.read_bytes().decode("ascii").split("\r\n")[1]
    assert (linha[0], linha[149]) == ("E", "5")
    assert consentimento(casa, dono.id).situacao is SituacaoConsentimento.NA_REMESSA
    (retorno,) = casa.responder(path)
    casa.importar_debito(retorno)
    assert consentimento(casa, dono.id).situacao is SituacaoConsentimento.ATIVO
    assert casa.debito.remessas.plan(casa.contrato.id).rows[0].debito.id == debito.id
    casa.services.database.close()


@pytest.mark.parametrize(("codigo", "texto"), [("NC", "Conta inválida"), ("30", "sem contrato")])
def test_a_refused_consent_says_why_and_can_be_opened_again(tmp_path: Path, codigo: str, texto: str) -> None:
    casa = EscritorioDebito(tmp_path, "033", versao_layout="06")
    dono = casa.cliente(situacao=SituacaoConsentimento.PENDENTE)
    casa.enviar()
    linha = linha_f(dono.cliente_empresa, None, codigo, uso=f"C{dono.id:09d}", movimento="5")
    casa.importar_debito(casa.arquivo_150(linha, versao="06"))
    feito = consentimento(casa, dono.id)
    assert feito.situacao is SituacaoConsentimento.RECUSADO
    assert texto in feito.detalhe
    assert casa.debito.consentimentos.reopen(dono.id).situacao is SituacaoConsentimento.PENDENTE
    casa.services.database.close()


def test_record_b_brings_and_takes_consents_given_at_the_bank(casa: EscritorioDebito) -> None:
    dono = casa.cliente(situacao=SituacaoConsentimento.PENDENTE)
    feita = casa.importar_debito(casa.arquivo_150(linha_b(dono.cliente_empresa, "2", conta="555558")))
    agora = consentimento(casa, dono.id)
    assert (agora.situacao, agora.conta, agora.conta_dv) == (SituacaoConsentimento.ATIVO, "55555", "8")
    assert feita.contagens["confirmacoes"] == 1
    casa.importar_debito(casa.arquivo_150(linha_b(dono.cliente_empresa, "1"), nome="2.RET", nsa=35))
    assert consentimento(casa, dono.id).situacao is SituacaoConsentimento.CANCELADO


def test_record_b_of_a_customers_own_code_makes_the_consent_and_undo_takes_it_away(casa: EscritorioDebito) -> None:
    codigo = casa.pessoa.codigo
    feita = casa.importar_debito(casa.arquivo_150(linha_b(codigo, "2"), linha_b("NINGUEM", "2")))
    assert (feita.contagens["confirmacoes"], feita.contagens["nao_localizados"]) == (1, 1)
    (linha,) = casa.debito.consentimentos.list().linhas
    assert (linha["cliente_empresa"], linha["situacao"]) == (codigo, SituacaoConsentimento.ATIVO)
    casa.services.importacoes.desfazer(casa.services.importacoes.plan_desfazer(feita.id))
    assert casa.debito.consentimentos.list().total == 0


def test_an_exclusion_goes_by_record_d_and_ends_by_record_h(casa: EscritorioDebito) -> None:
    dono = casa.cliente()
    assert casa.debito.consentimentos.exclude(dono.id).situacao is SituacaoConsentimento.A_EXCLUIR
    _, path = casa.enviar()
    linha = path.read_bytes().decode("ascii").split("\r\n")[1]
    assert (linha[0], linha[1:26].strip(), linha[149]) == ("D", dono.cliente_empresa, "1")
    resposta = f"H{dono.cliente_empresa:<25}0123{'10017':<14}".ljust(149) + "1"
    casa.importar_debito(casa.arquivo_150(resposta))
    assert consentimento(casa, dono.id).situacao is SituacaoConsentimento.CANCELADO


@pytest.mark.parametrize(("palavras", "nome"), [("", "NOVO"), ("CLIENTE NAO CADASTRADO", "C001")])
def test_a_new_identification_holds_once_the_bank_takes_it(casa: EscritorioDebito, palavras: str, nome: str) -> None:
    dono = casa.cliente()
    casa.debito.consentimentos.rename_cliente(dono.id, "NOVO")
    _, path = casa.enviar()
    linha = path.read_bytes().decode("ascii").split("\r\n")[1]
    assert (linha[0], linha[44:69].strip(), linha[149]) == ("D", "NOVO", "0")
    assert casa.debito.remessas.plan(casa.contrato.id).rows == ()
    resposta = f"H{'C001':<25}0123{'10017':<14}{'NOVO':<25}{palavras:<58}".ljust(149) + "0"
    casa.importar_debito(casa.arquivo_150(resposta))
    agora = consentimento(casa, dono.id)
    assert (agora.cliente_empresa, agora.cliente_empresa_novo) == (nome, "")


# --- debits


def test_a_debit_of_a_boleto_carries_its_idboleto_and_settles_all_of_it(casa: EscritorioDebito) -> None:
    casa.cliente()
    with casa.services.database.write() as uow:
        (dono,) = uow.consentimentos.of_convenio(casa.contrato.id)
        uow.consentimentos.update(replace(dono, pessoa_id=casa.pessoa.id))
    (boleto,) = casa.boletos(100_00, 200_00, agrupar=True)
    plan = casa.debito.debitos.plan_emissao(casa.contrato.id, [boleto.itens[1].conta_receber_id])
    (debito,) = casa.debito.debitos.apply(plan)
    assert (debito.valor, debito.boleto_id, len(debito.itens)) == (300_00, boleto.id, 2)
    assert debito.idboleto == f"0011{boleto.id:021d}"
    _, path = casa.enviar()
    assert path.read_bytes().decode("ascii").split("\r\n")[1][1:26] == debito.idboleto
    (retorno,) = casa.responder(path)
    casa.importar_debito(retorno)
    assert casa.boleto(boleto.id).situacao is Situacao.BAIXADO
    assert [casa.conta(item.conta_receber_id).situacao for item in boleto.itens] == [Situacao.BAIXADO] * 2
    assert "liquidado" in casa.eventos(boleto.id)


def test_a_data_file_links_a_debit_to_the_boleto_that_it_settles_whole(casa: EscritorioDebito) -> None:
    dono = casa.cliente()
    with casa.services.database.write() as uow:
        uow.consentimentos.update(replace(uow.consentimentos.get(dono.id), pessoa_id=casa.pessoa.id))
    (boleto,) = casa.boletos(100_00, 200_00, agrupar=True)
    codigos = [casa.conta(item.conta_receber_id).codigo for item in boleto.itens]
    entrada = {"codigo": "D1", "convenio": "DA", "consentimento": dono.codigo, "vencimento": "2026-12-01"}
    with pytest.raises(RefusedError, match="está no boleto"):
        casa.services.dados.import_json(json.dumps({"debitos": [{**entrada, "contas": codigos[:1]}]}))
    casa.services.dados.import_json(json.dumps({"debitos": [{**entrada, "contas": codigos}]}))
    (linha,) = casa.debito.debitos.list().linhas
    assert (linha["boleto_id"], linha["idboleto"], linha["valor"]) == (boleto.id, f"0011{boleto.id:021d}", 300_00)


def test_what_is_asked_for_is_asked_for_once(casa: EscritorioDebito) -> None:
    dono = casa.cliente()
    (debito,) = casa.debitos(100_00, dono=dono)
    again = casa.debito.debitos.plan_emissao(casa.contrato.id, [debito.itens[0].conta_receber_id])
    assert not again.going
    assert debito.codigo in again.rows[0].efeito
    with pytest.raises(RefusedError):
        casa.debito.debitos.apply(again)
    casa.enviar()
    assert casa.debito.remessas.plan(casa.contrato.id).rows == ()
    with pytest.raises(RefusedError, match="não se edita"):
        casa.debito.debitos.save(replace(casa.debito_de(debito.id), historico="outro"))


def test_a_boleto_made_since_is_told_before_the_debit_goes(casa: EscritorioDebito) -> None:
    (debito,) = casa.debitos(100_00)
    conta = casa.conta(debito.itens[0].conta_receber_id)
    convenio = casa.convenio()
    casa.services.boletos.apply(casa.services.boletos.plan_emissao([conta.id], convenio_id=convenio.id))
    (row,) = casa.debito.remessas.plan(casa.contrato.id).rows
    assert row.goes
    assert "também está no boleto" in row.problems[0].message


def test_two_windows_cannot_send_one_debit_twice(casa: EscritorioDebito) -> None:
    casa.debitos(100_00)
    um, outro = (casa.debito.remessas.plan(casa.contrato.id) for _ in range(2))
    casa.debito.remessas.apply(um, casa.folder)
    before = sorted(path.name for path in casa.folder.glob("*.REM"))
    with pytest.raises(StalePlanError):
        casa.debito.remessas.apply(outro, casa.folder)
    assert sorted(path.name for path in casa.folder.glob("*.REM")) == before


def test_a_cancelled_remessa_frees_and_a_sent_one_does_not(casa: EscritorioDebito) -> None:
    (debito,) = casa.debitos(100_00)
    feita, _ = casa.enviar()
    assert casa.debito.remessas.cancel(feita.id).situacao is SituacaoRemessa.CANCELADA
    assert casa.debito_de(debito.id).situacao is SituacaoDebito.EM_ABERTO
    segunda, _ = casa.enviar()
    assert segunda.sequencia == feita.sequencia + 1
    casa.debito.remessas.mark_enviada(segunda.id)
    with pytest.raises(RefusedError, match="cancelamento de cada débito"):
        casa.debito.remessas.cancel(segunda.id)


def test_an_answered_remessa_is_not_cancelled(casa: EscritorioDebito) -> None:
    casa.debitos(100_00)
    feita, path = casa.enviar()
    casa.importar_debito(casa.responder(path)[0])
    with pytest.raises(RefusedError, match="já está"):
        casa.debito.remessas.cancel(feita.id)


@pytest.mark.parametrize(
    ("codigo", "situacao"),
    [
        ("99", SituacaoDebito.CANCELADO),
        ("97", SituacaoDebito.AGENDADO),
        ("98", SituacaoDebito.AGENDADO),
        ("00", SituacaoDebito.DEBITADO),
    ],
)
def test_a_cancellation_is_asked_for_and_the_bank_decides(
    casa: EscritorioDebito, codigo: str, situacao: SituacaoDebito
) -> None:
    (debito,) = casa.debitos(100_00)
    casa.enviar()
    casa.debito.debitos.cancel(debito.id)
    _, path = casa.enviar()
    linha = path.read_bytes().decode("ascii").split("\r\n")[1]
    assert (linha[0], linha[149]) == ("E", "1")
    assert casa.debito_de(debito.id).situacao is SituacaoDebito.CANCELAMENTO_ENVIADO
    resposta = linha_f(debito.consentimento.cliente_empresa, 100_00, codigo, uso=debito.seu_numero, movimento="1")
    casa.importar_debito(casa.arquivo_150(resposta))
    assert casa.debito_de(debito.id).situacao is situacao


def test_a_refused_debit_keeps_the_banks_words_and_goes_again_under_another_number(casa: EscritorioDebito) -> None:
    (debito,) = casa.debitos(100_00)
    casa.enviar()
    recusa = linha_f(debito.consentimento.cliente_empresa, 100_00, "01", uso=debito.seu_numero)
    plan = casa.planejar(casa.arquivo_150(recusa))
    assert (plan.rows[0].tab, plan.rows[0].o_que_fazer) == ("rejeicoes", "Reenvie para outro dia, ou cobre por boleto.")
    casa.debito.retornos.apply(plan)
    assert "insuficiência de fundos" in casa.debito_de(debito.id).detalhe
    novo = casa.debito.debitos.send_again(debito.id, HOJE + timedelta(days=5))
    assert novo.seu_numero != debito.seu_numero
    casa.enviar()
    with pytest.raises(RefusedError, match="Só um débito recusado"):
        casa.debito.debitos.send_again(debito.id, HOJE + timedelta(days=5))


def test_a_partial_debit_settles_a_part_and_the_rest_can_be_debited(casa: EscritorioDebito) -> None:
    dono = casa.cliente()
    (debito,) = casa.debitos(100_00, dono=dono)
    casa.enviar()
    casa.importar_debito(casa.arquivo_150(linha_f(dono.cliente_empresa, 60_00, "DP", uso=debito.seu_numero)))
    agora = casa.debito_de(debito.id)
    assert (agora.situacao, agora.valor_debitado) == (SituacaoDebito.DEBITADO_PARCIALMENTE, 60_00)
    conta = casa.conta(debito.itens[0].conta_receber_id)
    assert (conta.saldo, conta.situacao) == (40_00, Situacao.BAIXADO_PARCIALMENTE)
    (outro,) = casa.debito.debitos.apply(casa.debito.debitos.plan_emissao(casa.contrato.id, [conta.id]))
    assert outro.valor == 40_00


def test_what_was_paid_meanwhile_goes_back_to_the_customer(casa: EscritorioDebito) -> None:
    dono = casa.cliente()
    debitos = casa.debitos(100_00, 100_00, dono=dono)
    casa.enviar()
    for debito, pago in zip(debitos, (100_00, 30_00), strict=True):
        baixas = casa.services.baixas
        plan = baixas.plan_conta(debito.itens[0].conta_receber_id, baixas.BAIXA(data=HOJE, valor_pago=pago))
        casa.services.operacoes.apply(plan)
    linhas = [linha_f(dono.cliente_empresa, 100_00, uso=d.seu_numero) for d in debitos]
    plano = casa.planejar(casa.arquivo_150(*linhas))
    assert [(row.tab, row.excedente) for row in plano.rows] == [("a_devolver", 100_00), ("baixas", 30_00)]
    feita = casa.debito.retornos.apply(plano)
    with casa.services.database.read() as uow:
        devolver = uow.devolucoes.of_importacao(feita.id)
        assert sum(each.valor for each in devolver) == 130_00
        assert uow.movimentos_caixa.saldos([casa.conta_debito.id])[casa.conta_debito.id] == 200_00
        (lote,) = uow.lotes_contabeis.of_origem("importacoes", feita.id)
        assert sum(p.valor for p in uow.partidas.of_lote(lote.id)) == 0
    casa.services.importacoes.desfazer(casa.services.importacoes.plan_desfazer(feita.id))
    assert casa.debito_de(debitos[0].id).situacao is SituacaoDebito.AGENDADO


def test_more_than_was_asked_is_left_to_a_person(casa: EscritorioDebito) -> None:
    dono = casa.cliente()
    (debito,) = casa.debitos(100_00, dono=dono)
    casa.enviar()
    (row,) = casa.planejar(casa.arquivo_150(linha_f(dono.cliente_empresa, 101_00, uso=debito.seu_numero))).rows
    assert (row.tab, row.baixas) == ("conferir", ())
    assert "acima" in row.efeito


def test_without_our_number_customer_day_and_amount_find_the_debit_or_nobody_guesses(casa: EscritorioDebito) -> None:
    dono = casa.cliente()
    casa.debitos(100_00, dono=dono)
    gemeos = casa.debitos(50_00, 50_00, dono=dono)
    casa.enviar()
    linhas = [linha_f(dono.cliente_empresa, 100_00), linha_f(dono.cliente_empresa, 50_00, dia=gemeos[0].vencimento)]
    certa, duvidosa = casa.planejar(casa.arquivo_150(*linhas)).rows
    assert certa.tab == "baixas"
    assert (duvidosa.tab, duvidosa.efeito) == ("conferir", "Mais de um débito em aberto serve para esta linha.")


# --- files


def test_the_same_file_twice_changes_nothing_also_with_other_line_ends(casa: EscritorioDebito) -> None:
    (debito,) = casa.debitos(100_00)
    _, path = casa.enviar()
    (retorno,) = casa.responder(path)
    casa.importar_debito(retorno)
    antes = casa.rows()
    outro = casa.folder / "OUTRO.RET"
    outro.write_bytes(retorno.read_bytes().replace(b"\r\n", b"\n"))
    for each in (retorno, outro):
        plan = casa.planejar(each)
        assert plan.ja_importado_id is not None
        with pytest.raises(RefusedError, match="já foi importado"):
            casa.debito.retornos.apply(plan)
    assert casa.rows() == antes
    assert casa.debito_de(debito.id).valor_debitado == 100_00


def test_an_equal_line_of_another_file_is_asked_about(casa: EscritorioDebito) -> None:
    dono = casa.cliente()
    (debito,) = casa.debitos(100_00, dono=dono)
    casa.enviar()
    linha = linha_f(dono.cliente_empresa, 100_00, uso=debito.seu_numero)
    casa.importar_debito(casa.arquivo_150(linha))
    (row,) = casa.planejar(casa.arquivo_150(linha, nome="2.RET", nsa=35)).rows
    assert row.tab == "conferir"
    assert "repetição ou segundo débito" in row.efeito


def test_lines_put_off_are_found_when_the_file_is_read_again(casa: EscritorioDebito) -> None:
    path = casa.arquivo_150(linha_b("NOVO1", "2"))
    primeira = casa.importar_debito(path)
    assert primeira.contagens["nao_localizados"] == 1
    dono = casa.cliente(cliente_empresa="NOVO1", situacao=SituacaoConsentimento.PENDENTE)
    assert casa.planejar(path).ja_importado_id == primeira.id
    plan = casa.debito.retornos.plan(path, rever=True)
    assert plan.complemento_de == primeira.id
    casa.debito.retornos.apply(plan)
    assert consentimento(casa, dono.id).situacao is SituacaoConsentimento.ATIVO
    assert casa.debito.retornos.plan(path, rever=True).ja_importado_id == primeira.id
    bloqueado = casa.services.importacoes.plan_desfazer(primeira.id)
    assert not bloqueado.can


def test_a_trailer_that_disagrees_wants_one_tick(casa: EscritorioDebito) -> None:
    dono = casa.cliente()
    (debito,) = casa.debitos(100_00, dono=dono)
    casa.enviar()
    path = casa.arquivo_150(linha_f(dono.cliente_empresa, 100_00, uso=debito.seu_numero))
    path.write_bytes(path.read_bytes().replace(b"Z000003", b"Z000009"))
    plan = casa.planejar(path)
    assert plan.needs_tick
    with pytest.raises(RefusedError, match="não conferem"):
        casa.debito.retornos.apply(plan)
    casa.debito.retornos.apply(plan, importar_assim_mesmo=True)
    assert casa.debito_de(debito.id).situacao is SituacaoDebito.DEBITADO


def test_another_companys_file_and_a_cut_one_are_refused_whole(casa: EscritorioDebito) -> None:
    path = casa.arquivo_150(linha_f("C001", 100_00))
    alheio = casa.folder / "alheio.RET"
    alheio.write_bytes(path.read_bytes().replace(b"12345     ", b"99999     ", 1))
    with pytest.raises(RefusedError, match="outra conta ou empresa"):
        casa.planejar(alheio)
    cortado = casa.folder / "cortado.RET"
    cortado.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:2]))
    with pytest.raises(RefusedError, match="cortado"):
        casa.planejar(cortado)


def test_the_bank_says_by_record_j_that_it_has_read_a_remessa(casa: EscritorioDebito) -> None:
    casa.debitos(100_00)
    feita, _ = casa.enviar()
    linha = f"J{feita.sequencia:06d}20261120{3:06d}{100_00:017d}20261121"
    casa.importar_debito(casa.arquivo_150(linha))
    agora = casa.debito.remessas.get(feita.id).remessa
    assert (agora.situacao, agora.enviada_em) == (SituacaoRemessa.ENVIADA, date(2026, 12, 2))


def test_undoing_is_refused_when_later_work_stands_on_it(casa: EscritorioDebito) -> None:
    (debito,) = casa.debitos(100_00)
    casa.enviar()
    recusa = linha_f(debito.consentimento.cliente_empresa, 100_00, "01", uso=debito.seu_numero)
    feita = casa.importar_debito(casa.arquivo_150(recusa))
    casa.debito.debitos.send_again(debito.id, HOJE + timedelta(days=5))
    plan = casa.services.importacoes.plan_desfazer(feita.id)
    assert not plan.can
    assert debito.codigo in plan.refused[0].why


def test_a_closed_month_refuses_the_import_and_nothing_is_written(casa: EscritorioDebito) -> None:
    dono = casa.cliente()
    (debito,) = casa.debitos(100_00, dono=dono)
    casa.enviar()
    plan = casa.planejar(
        casa.arquivo_150(linha_f(dono.cliente_empresa, 100_00, uso=debito.seu_numero, dia=date(2026, 10, 1)))
    )
    fechamento = casa.services.fechamento_contabil
    fechamento.fechar(fechamento.plan(1, date(2026, 10, 1)))
    antes = casa.rows()
    with pytest.raises(RefusedError, match="fechado"):
        casa.debito.retornos.apply(plan)
    assert casa.rows() == antes
