"""Contas a pagar: what is judged, approved, locked and given back; seeds S0-8 and S0-9."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from finbank_desktop.domain import codigo_barras
from finbank_desktop.domain.chaves_pix import TipoChave
from finbank_desktop.domain.contas_pagar import ChavePixFavorecido, ContaBancaria, ContaPagar
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.pagamentos import ConvenioPagamento, FormaPagamento, SituacaoPagamento
from finbank_desktop.domain.problems import OutsideError, RefusedError, Severity
from finbank_desktop.domain.remessas import SituacaoRemessa
from finbank_desktop.persistence.records_pagamentos import ConfiguracaoPagamentos
from finbank_desktop.services.pagamentos.acoes import Acao
from finbank_desktop.services.pagamentos.baixas import BaixaPagarDraft
from finbank_desktop.services.plans import StalePlanError
from tests.unit.services.pagamentos.conftest import Pagadoria

ABERTO, APROVADO = SituacaoPagamento.EM_ABERTO, SituacaoPagamento.APROVADO
VENCE = date(2026, 12, 1)


def barras(valor: int = 135_00, livre: str = "1" * 25) -> str:
    return codigo_barras.build(banco="237", vencimento=VENCE, valor=valor, campo_livre=livre).digitos


def fields(pagadoria: Pagadoria, conta: ContaPagar) -> dict[str, Severity]:
    return {problem.field or "": problem.severity for problem in pagadoria.services.contas_pagar.problems(conta)}


def test_s0_8_what_is_missing_is_said_field_by_field(pagadoria: Pagadoria) -> None:
    vazia = ContaPagar(empresa_id=1, emissao=VENCE, vencimento=date(2026, 11, 1), valor=0)
    assert set(fields(pagadoria, vazia)) == {"valor", "vencimento", "pessoa_id"}
    assert fields(pagadoria, replace(vazia, forma=FormaPagamento.BOLETO))["codigo_barras"] is Severity.ERROR
    assert fields(pagadoria, replace(vazia, forma=FormaPagamento.TRIBUTO))["tributo"] is Severity.ERROR
    certa = pagadoria.conta_pagar(100_00)
    assert fields(pagadoria, certa) == {}
    assert fields(pagadoria, replace(certa, pessoa_id=99))["pessoa_id"] is Severity.ERROR
    assert fields(pagadoria, replace(certa, desconto=100_00))["desconto"] is Severity.ERROR
    sem_dados = replace(certa, pessoa_id=None, nome="Alguém")
    assert fields(pagadoria, sem_dados) == {"forma": Severity.WARNING}  # it can be saved, and is not approved
    salva = pagadoria.services.contas_pagar.save(sem_dados)
    (row,) = pagadoria.services.acoes_pagar.plan(Acao.APROVAR, [salva.id]).rows
    assert not row.goes


def test_the_same_slip_is_not_entered_twice(pagadoria: Pagadoria) -> None:
    campos = {"forma": FormaPagamento.BOLETO, "codigo_barras": barras()}
    primeira = pagadoria.conta_pagar(135_00, **campos)
    with pytest.raises(RefusedError, match=f"já está na conta a pagar {primeira.codigo}"):
        pagadoria.conta_pagar(135_00, **campos)
    pagadoria.fazer(Acao.CANCELAR, primeira)
    pagadoria.conta_pagar(135_00, **campos)
    aberto = {"forma": FormaPagamento.BOLETO, "codigo_barras": barras(0)}  # the bill of a card: no amount in it
    pagadoria.conta_pagar(500_00, **aberto)
    assert pagadoria.conta_pagar(700_00, **aberto).id


def test_a_wrong_barcode_and_another_amount_are_told(pagadoria: Pagadoria) -> None:
    conta = ContaPagar(
        empresa_id=1,
        pessoa_id=pagadoria.pessoa.id,
        emissao=pagadoria.hoje,
        vencimento=VENCE,
        valor=135_00,
        forma=FormaPagamento.BOLETO,
        codigo_barras=barras()[:-1] + "2",
    )
    assert fields(pagadoria, conta)["codigo_barras"] is Severity.ERROR
    outro = replace(conta, codigo_barras=barras(), valor=136_00, vencimento=date(2026, 12, 5))
    assert fields(pagadoria, outro) == {"valor": Severity.WARNING, "vencimento": Severity.WARNING}


def test_s0_9_a_scheduled_conta_is_locked_and_cancelling_frees_it(pagadoria: Pagadoria) -> None:
    (conta,) = pagadoria.aprovadas(100_00)
    remessa = pagadoria.remessa()
    agendada = pagadoria.agora(conta)
    with pytest.raises(RefusedError, match=r"agendada na remessa nº 1: até a resposta do banco ela não muda"):
        pagadoria.services.contas_pagar.save(replace(agendada, valor=1))
    for acao in Acao:
        (row,) = pagadoria.services.acoes_pagar.plan(acao, [conta.id]).rows
        assert not row.goes
    with pytest.raises(RefusedError):
        pagadoria.remessa(agendada)
    plan = pagadoria.services.remessas_pagamento.plan_cancelar(remessa.id)
    assert [row.efeito for row in plan.rows] == ["Volta a esperar uma remessa, com outro número."]
    assert remessa.arquivo in plan.aviso
    assert pagadoria.services.remessas_pagamento.cancelar(plan).situacao is SituacaoRemessa.CANCELADA
    livre = pagadoria.agora(conta)
    assert (livre.situacao, livre.remessa_id) == (APROVADO, None)
    assert livre.seu_numero != agendada.seu_numero
    with pytest.raises(RefusedError, match="não deve ir ao banco"):
        pagadoria.services.remessas_pagamento.conteudo(remessa.id)
    assert pagadoria.remessa().sequencia == 2


def test_a_remessa_marked_as_sent_is_cancelled_only_on_ones_word(pagadoria: Pagadoria) -> None:
    pagadoria.aprovadas(100_00)
    servico = pagadoria.services.remessas_pagamento
    remessa = servico.mark_enviada(pagadoria.remessa().id)
    assert (remessa.situacao, remessa.enviada_em) == (SituacaoRemessa.ENVIADA, pagadoria.hoje)
    with pytest.raises(RefusedError, match="marcada como enviada"):
        servico.cancelar(servico.plan_cancelar(remessa.id))
    servico.cancelar(servico.plan_cancelar(remessa.id), nao_enviada=True)
    with pytest.raises(RefusedError, match="não deve ser enviada"):
        servico.mark_enviada(remessa.id)


def test_what_was_approved_is_what_is_paid(pagadoria: Pagadoria) -> None:
    (conta,) = pagadoria.aprovadas(100_00)
    mudada = pagadoria.services.contas_pagar.save(replace(conta, valor=200_00))
    assert mudada.situacao is ABERTO
    (outra,) = pagadoria.aprovadas(100_00)
    assert pagadoria.services.contas_pagar.save(replace(outra, descricao="só um nome")).situacao is APROVADO
    pagadoria.services.favorecidos.save_conta(replace(pagadoria.destino, conta="99999"))
    assert pagadoria.agora(outra).situacao is ABERTO
    tipos = [each.tipo for each in pagadoria.services.contas_pagar.detalhe(outra.id).eventos]
    assert tipos == ["incluida", "aprovada", "alterada", "desaprovada"]
    with pytest.raises(RefusedError):
        pagadoria.remessa()


def test_two_people_approve_where_two_are_asked(pagadoria: Pagadoria) -> None:
    servico = pagadoria.services.convenios_pagamento
    servico.save_configuracao(ConfiguracaoPagamentos(empresa_id=1, aprovacoes=2))
    with pytest.raises(RefusedError, match="uma ou por duas pessoas"):
        servico.save_configuracao(ConfiguracaoPagamentos(empresa_id=1, aprovacoes=3))
    conta = pagadoria.conta_pagar(100_00)
    (primeira,) = pagadoria.fazer(Acao.APROVAR, conta)
    assert (primeira.situacao, "falta outra pessoa" in primeira.detalhe) == (ABERTO, True)
    (row,) = pagadoria.services.acoes_pagar.plan(Acao.APROVAR, [conta.id]).rows
    assert row.efeito == f"Ana já aprovou a conta {conta.codigo}."
    outra = pagadoria.janela("Bia")
    with closing(outra.database):
        (segunda,) = outra.acoes_pagar.apply(outra.acoes_pagar.plan(Acao.APROVAR, [conta.id]))
    assert segunda.situacao is APROVADO
    detalhe = pagadoria.services.contas_pagar.detalhe(conta.id)
    assert [each.usuario for each in detalhe.aprovacoes] == ["Ana", "Bia"]
    assert pagadoria.remessa().pagamentos == 1


def test_one_approval_is_not_enough_after_the_rule_changed(pagadoria: Pagadoria) -> None:
    pagadoria.aprovadas(100_00)
    pagadoria.services.convenios_pagamento.save_configuracao(ConfiguracaoPagamentos(empresa_id=1, aprovacoes=2))
    (row,) = pagadoria.services.remessas_pagamento.plan(pagadoria.convenio.id).rows
    assert "Falta a aprovação de outra pessoa" in row.efeito


def test_two_windows_take_each_conta_once(pagadoria: Pagadoria) -> None:
    pagadoria.aprovadas(100_00, 200_00)
    servico = pagadoria.services.remessas_pagamento
    one, two = servico.plan(pagadoria.convenio.id), servico.plan(pagadoria.convenio.id)
    servico.apply(one, pagadoria.folder)
    with pytest.raises(StalePlanError):
        servico.apply(two, pagadoria.folder)
    assert [path.name for path in pagadoria.folder.glob("*.REM")] == [one.arquivo]
    assert list(pagadoria.folder.glob(".remessa*")) == []


def test_a_payment_at_fault_stays_out_and_the_others_go(pagadoria: Pagadoria) -> None:
    boa, atrasada = pagadoria.aprovadas(100_00, 200_00)
    pagadoria.services.contas_pagar.save(replace(pagadoria.agora(atrasada), data_pagamento=date(2026, 11, 19)))
    pagadoria.fazer(Acao.APROVAR, pagadoria.agora(atrasada))
    plan = pagadoria.services.remessas_pagamento.plan(pagadoria.convenio.id)
    assert [(row.conta.id, row.goes) for row in sorted(plan.rows, key=lambda row: row.conta.id)] == [
        (boa.id, True),
        (atrasada.id, False),
    ]
    fora = next(row for row in plan.rows if not row.goes)
    assert fora.efeito == "Fica de fora: A data de pagamento já passou."
    hoje = pagadoria.services.remessas_pagamento.plan(pagadoria.convenio.id, data_pagamento=pagadoria.hoje)
    assert len(hoje.going) == 2
    assert pagadoria.services.remessas_pagamento.plan(pagadoria.convenio.id, ate=pagadoria.hoje).going == ()


def test_a_folder_that_cannot_be_written_leaves_everything_free(pagadoria: Pagadoria) -> None:
    (conta,) = pagadoria.aprovadas(100_00)
    (pagadoria.folder / "arquivo").write_text("x", encoding="utf-8")
    servico = pagadoria.services.remessas_pagamento
    with pytest.raises(OutsideError):
        servico.apply(servico.plan(pagadoria.convenio.id), pagadoria.folder / "arquivo")
    assert pagadoria.agora(conta).situacao is APROVADO
    assert servico.list().total == 0


def test_the_file_is_given_again_byte_by_byte(pagadoria: Pagadoria, tmp_path: Path) -> None:
    pagadoria.aprovadas(100_00)
    remessa = pagadoria.remessa()
    first = (pagadoria.folder / remessa.arquivo).read_bytes()
    again = pagadoria.services.remessas_pagamento.save_again(remessa.id, tmp_path / "outra")
    assert again.read_bytes() == first == pagadoria.services.remessas_pagamento.conteudo(remessa.id)


def test_a_conta_goes_by_its_own_convenio_only(pagadoria: Pagadoria) -> None:
    outro = pagadoria.services.convenios_pagamento.save(
        ConvenioPagamento(empresa_id=1, codigo="P2", descricao="Outro", conta_id=pagadoria.conta.id, banco="341")
    )
    (conta,) = pagadoria.aprovadas(100_00, convenio_id=outro.id)
    assert pagadoria.services.remessas_pagamento.plan(pagadoria.convenio.id).rows == ()
    (row,) = pagadoria.services.remessas_pagamento.plan(pagadoria.convenio.id, [conta.id]).rows
    assert "paga por outro convênio" in row.efeito


def test_a_convenio_is_judged(pagadoria: Pagadoria) -> None:
    servico = pagadoria.services.convenios_pagamento
    assert ("341", "Itaú") in [(codigo, nome[:4]) for codigo, nome in servico.bancos()]
    assert len(servico.bancos()) >= 14
    ruim = replace(pagadoria.convenio, banco="654", servico="99", proxima_remessa=0, descricao="")
    assert {problem.field for problem in servico.problems(ruim)} >= {"banco", "servico", "proxima_remessa", "descricao"}


def test_paid_otherwise_and_taken_back(pagadoria: Pagadoria) -> None:
    conta = pagadoria.conta_pagar(100_00)
    servico = pagadoria.services.baixas_pagar
    draft = BaixaPagarDraft(
        conta_pagar_id=conta.id, data=pagadoria.hoje, conta_id=pagadoria.conta.id, valor_pago=103_00, forma="Dinheiro"
    )
    paga = servico.apply(servico.plan(draft))
    assert (paga.situacao, paga.valor_pago, paga.pago_em) == (SituacaoPagamento.PAGO, 103_00, pagadoria.hoje)
    (baixa,) = pagadoria.services.contas_pagar.detalhe(conta.id).baixas
    assert (baixa.valor, baixa.acrescimos, baixa.usuario) == (100_00, 3_00, "Ana")
    with pagadoria.services.database.read() as uow:
        assert uow.movimentos_caixa.saldos([pagadoria.conta.id]) == {pagadoria.conta.id: -103_00}
    aberta = servico.estornar(servico.plan_estorno(baixa.id))
    assert aberta.situacao is ABERTO
    with pagadoria.services.database.read() as uow:
        assert uow.movimentos_caixa.saldos([pagadoria.conta.id]).get(pagadoria.conta.id, 0) == 0
    with pytest.raises(RefusedError, match="já foi estornada"):
        servico.estornar(servico.plan_estorno(baixa.id))
    ruim = replace(draft, data=pagadoria.dias(1), valor_pago=0, conta_id=99)
    assert {problem.field for problem in servico.plan(ruim).problems} == {"data", "valor_pago", "conta_id"}


def test_favorecidos_keep_one_main_account_and_key(pagadoria: Pagadoria) -> None:
    servico = pagadoria.services.favorecidos
    assert (pagadoria.destino.principal, pagadoria.chave.chave) == (True, "fulana@exemplo.com.br")
    nova = servico.save_conta(
        ContaBancaria(empresa_id=1, pessoa_id=pagadoria.pessoa.id, banco="1", agencia="1", conta="2", principal=True)
    )
    assert [(each.banco, each.principal) for each in servico.contas(pagadoria.pessoa.id)] == [
        ("001", True),
        ("237", False),
    ]
    usa = pagadoria.conta_pagar(conta_favorecido_id=pagadoria.destino.id)
    assert pagadoria.services.contas_pagar.detalhe(usa.id).destino_texto.startswith("Banco 237")
    with pytest.raises(RefusedError, match="escolhida em uma conta a pagar"):
        servico.remove_conta(pagadoria.destino.id)
    servico.remove_conta(nova.id)
    assert [each.principal for each in servico.contas(pagadoria.pessoa.id)] == [True]
    with pytest.raises(RefusedError, match="não é uma chave Pix"):
        servico.save_chave(
            ChavePixFavorecido(empresa_id=1, pessoa_id=pagadoria.pessoa.id, tipo=TipoChave.CPF, chave="52998224726")
        )
    with pytest.raises(RefusedError, match="já tem esta chave"):
        servico.save_chave(
            ChavePixFavorecido(
                empresa_id=1, pessoa_id=pagadoria.pessoa.id, tipo=TipoChave.EMAIL, chave="FULANA@exemplo.com.br"
            )
        )
    sem_ispb = ContaBancaria(empresa_id=1, pessoa_id=pagadoria.pessoa.id, banco="000", agencia="1", conta="2")
    assert [problem.field for problem in servico.problems_conta(sem_ispb)] == ["ispb"]


def test_attachments_are_kept_in_the_books(pagadoria: Pagadoria, tmp_path: Path) -> None:
    conta = pagadoria.conta_pagar()
    nota = tmp_path / "nota.pdf"
    nota.write_bytes(b"%PDF-1.7 nota")
    servico = pagadoria.services.anexos
    anexo = servico.add(conta.id, nota)
    assert (anexo.nome, anexo.tamanho, servico.conteudo(anexo.id)) == ("nota.pdf", 13, b"%PDF-1.7 nota")
    with pytest.raises(RefusedError, match="já está anexado"):
        servico.add(conta.id, nota)
    grande = tmp_path / "grande.pdf"
    with grande.open("wb") as file:
        file.truncate(10 * 1024 * 1024 + 1)
    with pytest.raises(RefusedError, match="mais de 10 MB"):
        servico.add(conta.id, grande)
    assert servico.save(anexo.id, tmp_path / "saida").read_bytes() == b"%PDF-1.7 nota"
    servico.remove(anexo.id)
    assert servico.list(conta.id) == []


def test_the_list_filters_and_sums(pagadoria: Pagadoria) -> None:
    pagadoria.conta_pagar(100_00, vencimento=date(2026, 11, 21))
    pagadoria.conta_pagar(250_00, desconto=50_00, documento="NF 777")
    (aprovada,) = pagadoria.aprovadas(30_00)
    pagadoria.hoje = date(2026, 11, 25)
    servico = pagadoria.services.contas_pagar
    tudo = servico.list()
    assert (tudo.total, tudo.somas["valor"], tudo.somas["a_pagar"]) == (3, 380_00, 330_00)
    assert [row["vencida"] for row in tudo.linhas] == [True, False, False]
    assert servico.list(ListQuery(filtros={"vencida": True})).somas["valor"] == 100_00
    assert [row["id"] for row in servico.list(ListQuery(filtros={"situacao": "Aprovado"})).linhas] == [aprovada.id]
    assert servico.list(ListQuery(busca="777")).total == 1
    assert servico.list(ListQuery(busca="fornecedor")).total == 3
    assert servico.list(ListQuery(filtros={"forma": "TED", "pessoa": "F1"})).total == 3
    assert servico.list(ListQuery(ordem="favorecido", decrescente=True)).total == 3


def test_what_is_due_is_summed_up(pagadoria: Pagadoria) -> None:
    pagadoria.conta_pagar(10_00, vencimento=date(2026, 11, 20))
    pagadoria.conta_pagar(20_00, vencimento=date(2026, 11, 23))
    pagadoria.aprovadas(40_00, 80_00, vencimento=date(2026, 11, 27))
    pagadoria.remessa()
    pagadoria.aprovadas(160_00, vencimento=date(2026, 11, 28))
    pagadoria.hoje = date(2026, 11, 23)
    resumo = pagadoria.services.contas_pagar.resumo(1)
    assert (resumo.vencidas, resumo.hoje, resumo.semana) == ((1, 10_00), (1, 20_00), (3, 280_00))
    assert (resumo.em_aberto, resumo.aprovado, resumo.agendado) == ((2, 30_00), (1, 160_00), (2, 120_00))
    assert pagadoria.services.contas_pagar.resumo(2).vencidas == (0, 0)
