"""Cancelling a remessa, and the agreement that does it all in order."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from finbank_desktop.domain.boletos import NoBanco
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.remessas import SituacaoRemessa
from finbank_desktop.services.acordos import AcordoDraft, Parcela

HOJE = date(2026, 11, 20)


def ultima(escritorio: Any) -> int:
    with escritorio.services.database.read() as uow:
        (remessa,) = list(uow.remessas.get_many(range(1, 99)).values())[-1:]
    return int(remessa.id)


def test_s2_9_cancelling_a_remessa_clears_the_barcodes_and_the_next_one_makes_them_again(escritorio: Any) -> None:
    boletos = escritorio.boletos(100_00, 50_00)
    escritorio.remessa()
    remessas = escritorio.services.remessas
    plan = remessas.plan_cancelar(ultima(escritorio))
    assert (plan.sem_codigo, plan.can) == (2, True)
    assert remessas.cancelar(plan).situacao is SituacaoRemessa.CANCELADA
    livres = [escritorio.boleto(b.id) for b in boletos]
    assert [(b.codigo_barras, b.linha_digitavel, b.no_banco) for b in livres] == [("", "", NoBanco.NAO_ENVIADO)] * 2
    with pytest.raises(RefusedError, match="sem código de barras"):
        escritorio.services.boletos.render_pdf([boletos[0].id], escritorio.folder / "a.pdf")
    with pytest.raises(RefusedError, match="cancelada"):
        remessas.mark_enviada(plan.remessa.id)
    escritorio.remessa()
    novos = [escritorio.boleto(b.id) for b in boletos]
    assert [b.codigo_barras for b in novos] == [b.codigo_barras for b in boletos]
    assert [b.linha_digitavel for b in novos] == [b.linha_digitavel for b in boletos]
    assert escritorio.eventos(boletos[0].id) == ["emitido", "na_remessa", "remessa_cancelada", "na_remessa"]


def test_s2_9_a_remessa_with_a_registered_title_is_not_cancelled(escritorio: Any) -> None:
    escritorio.registrados(100_00)
    plan = escritorio.services.remessas.plan_cancelar(ultima(escritorio))
    assert not plan.can
    assert "registrado" in plan.rows[0].efeito
    antes = escritorio.rows()
    with pytest.raises(RefusedError, match="já está: registrado"):
        escritorio.services.remessas.cancelar(plan)
    assert escritorio.rows() == antes


def test_a_cancelled_remessa_gives_its_orders_back(escritorio: Any) -> None:
    (boleto,) = escritorio.registrados(100_00)
    services = escritorio.services
    services.operacoes.apply(services.comandos.plan([boleto.id], Comando.BAIXAR))
    esperava = escritorio.boleto(boleto.id)
    escritorio.remessa()
    services.remessas.cancelar(services.remessas.plan_cancelar(ultima(escritorio)))
    de_novo = escritorio.boleto(boleto.id)
    assert (de_novo.pedido, de_novo.no_banco_detalhe) == (esperava.pedido, esperava.no_banco_detalhe)
    assert de_novo.codigo_barras == boleto.codigo_barras
    assert [row.boleto.id for row in services.remessas.plan(boleto.convenio_id).going] == [boleto.id]


def draft(escritorio: Any, *boletos: Any, parcelas: tuple[int, ...] = (60_00, 60_00)) -> AcordoDraft:
    return AcordoDraft(
        contas=tuple(item.conta_receber_id for b in boletos for item in b.itens),
        parcelas=tuple(
            Parcela(vencimento=HOJE + timedelta(days=30 * n), valor=valor) for n, valor in enumerate(parcelas, start=1)
        ),
        convenio_id=escritorio.convenio().id,
        motivo="parcelado a pedido",
    )


def test_s2_12_an_agreement_cancels_the_remessa_then_the_boleto_then_remits_then_makes_the_new_ones(
    escritorio: Any,
) -> None:
    (registrado,) = escritorio.registrados(100_00)
    (na_remessa,) = escritorio.boletos(20_00)
    escritorio.remessa()
    service = escritorio.services.acordos
    plan = service.plan(draft(escritorio, registrado, na_remessa))
    assert [passo.chave for passo in plan.passos if passo.efeitos] == [
        "cancelar_remessa",
        "cancelar_boleto",
        "remeter",
        "novas_contas",
        "novos_boletos",
    ]
    assert (plan.valor_original, plan.valor) == (120_00, 120_00)
    feito = service.apply(plan, escritorio.folder / "acordo")
    assert escritorio.eventos(na_remessa.id)[-2:] == ["remessa_cancelada", "cancelado"]
    assert escritorio.eventos(registrado.id)[-2:] == ["cancelado", "na_remessa"]
    (remessa,) = feito.remessas
    linhas = (escritorio.folder / "acordo" / remessa.arquivo).read_text("latin-1").splitlines()
    assert [linha[108:110] for linha in linhas[1:-1]] == ["02"]  # Itaú, CNAB 400: pedido de baixa
    assert [escritorio.conta(b.itens[0].conta_receber_id).situacao for b in (registrado, na_remessa)] == [
        Situacao.RENEGOCIADO
    ] * 2
    assert [b.valor for b in feito.boletos] == [60_00, 60_00]
    with escritorio.services.database.read() as uow:
        assert sum(valor for _, valor in uow.acordos.itens(feito.acordo.id, "original")) == 120_00
        assert uow.acordos.itens(feito.acordo.id, "nova") == [(c.id, c.valor) for c in feito.contas]
    assert max(e.id for e in _events(escritorio, registrado.id)) < min(
        e.id for e in _events(escritorio, feito.boletos[0].id)
    )


def _events(escritorio: Any, boleto_id: int) -> Any:
    with escritorio.services.database.read() as uow:
        return uow.eventos.of_boleto(boleto_id)


def test_an_agreement_that_cannot_be_changes_nothing(escritorio: Any) -> None:
    (boleto,) = escritorio.boletos(100_00)
    escritorio.remessa()
    escritorio.services.remessas.mark_enviada(1)
    antes = escritorio.rows()
    service = escritorio.services.acordos
    with pytest.raises(RefusedError, match="maior que zero"):
        service.apply(service.plan(draft(escritorio, boleto, parcelas=(0,))), escritorio.folder / "x")
    assert escritorio.rows() == antes
    assert not (escritorio.folder / "x").exists()


def test_a_boleto_with_another_conta_is_not_torn_apart(escritorio: Any) -> None:
    (boleto,) = escritorio.boletos(100_00, 50_00, agrupar=True)
    so_uma = AcordoDraft(contas=(boleto.itens[0].conta_receber_id,), parcelas=(Parcela(vencimento=HOJE, valor=100_00),))
    plan = escritorio.services.acordos.plan(so_uma)
    assert "também cobra a conta 2" in plan.problems[0].message


def test_s2_10_and_s2_11_each_situation_goes_only_with_an_order_that_fits(escritorio: Any) -> None:
    aberto, baixado, parcial, cancelado, inativo = escritorio.registrados(10_00, 20_00, 30_00, 40_00, 50_00)
    with escritorio.services.database.write() as uow:
        situacoes = (Situacao.BAIXADO, Situacao.BAIXADO_PARCIALMENTE, Situacao.CANCELADO, Situacao.INATIVO)
        for boleto, situacao in zip((baixado, parcial, cancelado, inativo), situacoes, strict=True):
            uow.boletos.update(replace(uow.boletos.get(boleto.id), situacao=situacao))
    (novo,) = escritorio.boletos(60_00)
    fechados = [baixado.id, parcial.id, cancelado.id, inativo.id]
    remessas, convenio = escritorio.services.remessas, aberto.convenio_id
    sem = remessas.plan(convenio, [novo.id, *fechados])
    assert [row.goes for row in sem.rows] == [True, False, False, False, False]
    assert all("Escolha o comando" in row.problems[0].fix for row in sem.rows[1:])
    errado = remessas.plan(convenio, fechados, comandos=dict.fromkeys(fechados, Comando.PROTESTAR))
    assert [row.goes for row in errado.rows] == [False, True, False, False]  # what is left of one may be protested
    com = remessas.plan(convenio, [novo.id, *fechados], comandos=dict.fromkeys(fechados, Comando.BAIXAR))
    assert [(row.goes, row.comando) for row in com.rows] == [(True, "01")] + [(True, "02")] * 4
    remessas.apply(com, escritorio.folder)
    assert {escritorio.boleto(row).no_banco for row in fechados} == {NoBanco.INSTRUCAO_PENDENTE}


def test_s2_13_one_that_waits_for_a_remessa_can_be_sent_to_be_dropped(escritorio: Any) -> None:
    (boleto,) = escritorio.boletos(10_00)
    with escritorio.services.database.write() as uow:
        pendente = replace(uow.boletos.get(boleto.id), no_banco=NoBanco.PENDENTE_REMESSA)
        uow.boletos.update(pendente)
    services = escritorio.services
    services.operacoes.apply(services.comandos.plan([boleto.id], Comando.BAIXAR))
    assert [row.comando for row in services.remessas.plan(boleto.convenio_id).going] == ["02"]
