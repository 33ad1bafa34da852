"""Boletos at a bank that numbers, what banks tell later, orders by API, and the accounts themselves."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from finbank_desktop.domain.boletos import NoBanco
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.registro import Ambiente, CertificadoApi, ContaApi, EstadoRegistro
from finbank_desktop.services.comando_pedidos import DadosComando
from finbank_desktop.services.comando_pedidos import order as order_of
from finbank_desktop.services.pedidos import POR_API
from finbank_desktop.services.registros import pedidos_api
from tests.unit.gateway.bancozinho import SEGREDO, Bancozinho, Responde
from tests.unit.services.conftest import Escritorio
from tests.unit.services.registro_api import ERRO_DEPOIS, NUMERADO, Memoria, PorApi, numbered, pequeno


@pytest.fixture
def memoria() -> Memoria:
    return Memoria()


@pytest.fixture
def banco(memoria: Memoria) -> Iterator[Bancozinho]:
    with Bancozinho(memoria) as feito:
        yield feito


@pytest.fixture
def por_api(escritorio: Escritorio, banco: Bancozinho) -> PorApi:
    return PorApi(escritorio, banco)


# --- a bank that numbers


def test_a_boleto_waits_without_codes_until_the_bank_that_numbers_has_numbered_it(
    escritorio: Escritorio, banco: Bancozinho, memoria: Memoria
) -> None:
    (antigo,) = escritorio.boletos(100_00)
    por_api = PorApi(escritorio, banco, pequeno(**NUMERADO))
    (boleto,) = escritorio.boletos(100_00)
    assert (boleto.nosso_numero, boleto.codigo_barras, boleto.linha_digitavel) == (f"P{boleto.sequencial}", "", "")
    assert (boleto.sequencial, escritorio.boleto(antigo.id)) == (antigo.sequencial + 1, antigo)
    with pytest.raises(RefusedError, match="ainda não foi numerado pelo banco; comunique-o por API"):
        escritorio.services.impressao.render([boleto.id], escritorio.folder / "b.pdf")
    assert escritorio.services.remessas.plan(por_api.convenio.id).conteudo == b""
    numero, linha = numbered(por_api, boleto, 777)
    memoria.muda = {"nosso_numero": numero, "linha": linha}
    assert por_api.comunicar(boleto).registrados == 1
    depois = escritorio.boleto(boleto.id)
    assert (depois.linha_digitavel, depois.no_banco) == (linha, NoBanco.REGISTRADO_POR_API)
    assert (depois.nosso_numero, depois.agencia_codigo_beneficiario) == (numero, antigo.agencia_codigo_beneficiario)
    escritorio.services.impressao.render([boleto.id], escritorio.folder / "b.pdf")


def test_a_bank_that_numbers_and_gives_no_codes_yet_is_asked_again(
    escritorio: Escritorio, banco: Bancozinho, memoria: Memoria
) -> None:
    por_api = PorApi(escritorio, banco, pequeno(**NUMERADO))
    (boleto,) = escritorio.boletos(100_00)
    numero, linha = numbered(por_api, boleto, 777)
    vezes = []

    def later(*_: object) -> None:
        vezes.append(1)
        if len(vezes) == 2:
            memoria.titulos[next(iter(memoria.titulos))] |= {"nosso_numero": numero, "linha": linha}

    (um,) = por_api.comunicar(boleto, ouvir=later).andamentos
    assert (um.resultado, len(vezes)) == (EstadoRegistro.REGISTRADO, 3)
    assert escritorio.boleto(boleto.id).nosso_numero == numero


def test_a_number_the_bank_gave_to_another_boleto_waits_for_a_person(
    escritorio: Escritorio, banco: Bancozinho, memoria: Memoria
) -> None:
    por_api = PorApi(escritorio, banco, pequeno(**NUMERADO))
    um, outro = escritorio.boletos(100_00, 100_00)
    numero, linha = numbered(por_api, um, 777)
    memoria.muda = {"nosso_numero": numero, "linha": linha}
    por_api.comunicar(um)
    (andamento,) = por_api.comunicar(outro).andamentos
    assert andamento.resultado is EstadoRegistro.CONFLITO
    assert "o número de outro boleto" in andamento.mensagem
    assert escritorio.boleto(outro.id).nosso_numero.startswith("P")


def test_a_person_types_what_the_banks_site_shows_of_a_boleto_it_numbered(
    escritorio: Escritorio, banco: Bancozinho, memoria: Memoria
) -> None:
    por_api = PorApi(escritorio, banco, pequeno(**NUMERADO, consulta_por_chave=False))
    memoria.faltas = [ERRO_DEPOIS]
    (boleto,) = escritorio.boletos(100_00)
    numero, linha = numbered(por_api, boleto, 777)
    por_api.comunicar(boleto)
    with pytest.raises(RefusedError, match="Informe o nosso número e a linha"):
        por_api.registros.decidir_registrado(boleto.id)
    por_api.registros.decidir_registrado(boleto.id, linha, numero)
    depois = escritorio.boleto(boleto.id)
    assert (depois.nosso_numero, depois.linha_digitavel) == (numero, linha)


def test_boletos_made_to_be_numbered_by_the_bank_say_so_when_the_account_numbers_no_more(
    escritorio: Escritorio, banco: Bancozinho
) -> None:
    por_api = PorApi(escritorio, banco, pequeno(**NUMERADO))
    (boleto,) = escritorio.boletos(100_00)
    por_api.adaptador.capacidades = pequeno().capacidades
    por_api.switch()
    (row,) = por_api.registros.plan(por_api.convenio.id, [boleto.id]).rows
    assert "Cancele-o e emita outro" in row.problems[0].fix


# --- what the bank tells later


def pay(memoria: Memoria, chave: str, valor: int, em: str = "2026-11-20") -> None:
    memoria.titulos[chave] |= {"estado": "pago", "situacao": "LIQUIDADO", "valor_pago": valor, "pago_em": em}


def test_payments_asked_of_the_bank_are_a_retorno_previewed_applied_and_undone(
    por_api: PorApi, memoria: Memoria
) -> None:
    escritorio, hoje = por_api.escritorio, por_api.escritorio.hoje
    pago, aberto = escritorio.boletos(100_00, 200_00)
    por_api.comunicar()
    antes = escritorio.rows()
    registro = por_api.registros.get(pago.id).registro
    assert registro is not None
    pay(memoria, registro.chave, 100_00)
    plan = por_api.registros.plan_retorno(por_api.convenio.id, hoje - timedelta(days=7), hoje)
    assert (plan.tabs["baixas"], len(plan.rows), plan.needs_tick) == (1, 1, False)
    importacao = escritorio.services.retornos.apply(plan)
    assert importacao.tipo == "Consulta por API"
    depois = escritorio.boleto(pago.id)
    assert (depois.situacao, depois.valor_pago, depois.data_pagamento) == (Situacao.BAIXADO, 100_00, hoje)
    assert escritorio.boleto(aberto.id).situacao is Situacao.EM_ABERTO
    assert por_api.registros.plan_retorno(por_api.convenio.id, hoje, hoje).tabs["baixas"] == 0
    desfazer = escritorio.services.importacoes.plan_desfazer(importacao.id)
    assert desfazer.can
    escritorio.services.importacoes.desfazer(desfazer)
    mudadas = {nome for nome, linhas in escritorio.rows().items() if linhas != antes[nome]}
    assert mudadas <= {"boletos", "contas_receber"}
    assert escritorio.boleto(pago.id) == replace(
        escritorio.boleto(pago.id), situacao=Situacao.EM_ABERTO, valor_pago=0, no_banco=NoBanco.REGISTRADO_POR_API
    )
    assert por_api.registros.plan_retorno(por_api.convenio.id, hoje, hoje).tabs["baixas"] == 1


def test_a_baixa_at_the_bank_ends_the_boleto_there_and_not_what_is_owed(por_api: PorApi, memoria: Memoria) -> None:
    (boleto,) = por_api.escritorio.boletos(100_00)
    por_api.comunicar()
    next(iter(memoria.titulos.values()))["estado"] = "baixado"
    hoje = por_api.escritorio.hoje
    plan = por_api.registros.plan_retorno(por_api.convenio.id, hoje, hoje)
    por_api.escritorio.services.retornos.apply(plan)
    depois = por_api.escritorio.boleto(boleto.id)
    assert (depois.no_banco, depois.situacao) == (NoBanco.BAIXADO_NO_BANCO, Situacao.EM_ABERTO)
    assert len(por_api.registros.plan_retorno(por_api.convenio.id, hoje, hoje).rows) == 0


def test_a_payment_without_amount_is_a_persons_to_decide(por_api: PorApi, memoria: Memoria) -> None:
    por_api.escritorio.boletos(100_00)
    por_api.comunicar()
    next(iter(memoria.titulos.values()))["estado"] = "pago"
    hoje = por_api.escritorio.hoje
    assert por_api.registros.plan_retorno(por_api.convenio.id, hoje, hoje).tabs["conferir"] == 1


def test_money_for_a_boleto_settled_by_hand_is_not_kept_quiet(por_api: PorApi, memoria: Memoria) -> None:
    escritorio = por_api.escritorio
    (boleto,) = escritorio.boletos(100_00)
    por_api.comunicar()
    with escritorio.services.database.write() as uow:
        uow.boletos.update(replace(uow.boletos.get(boleto.id), situacao=Situacao.BAIXADO, valor_pago=100_00))
    pay(memoria, next(iter(memoria.titulos)), 100_00)
    plan = por_api.registros.plan_retorno(por_api.convenio.id, escritorio.hoje, escritorio.hoje)
    assert plan.tabs["a_devolver"] == 1


def test_titles_of_other_programs_are_counted_and_left_out(por_api: PorApi, memoria: Memoria) -> None:
    memoria.titulos["ALHEIO"] = {"id": "T9", "chave": "ALHEIO", "estado": "pago", "valor_pago": 1_00}
    hoje = por_api.escritorio.hoje
    plan = por_api.registros.plan_retorno(por_api.convenio.id, hoje, hoje)
    assert list(plan.rows) == []
    assert "1 títulos desta conta no banco não foram registrados por este programa" in plan.problems[0].message


def test_a_bank_without_list_is_asked_title_by_title(
    escritorio: Escritorio, banco: Bancozinho, memoria: Memoria
) -> None:
    por_api = PorApi(escritorio, banco, pequeno(lista=False))
    escritorio.boletos(100_00, 200_00)
    por_api.comunicar()
    pay(memoria, next(iter(memoria.titulos)), next(iter(memoria.titulos.values()))["valor"])
    plan = por_api.registros.plan_retorno(por_api.convenio.id, escritorio.hoje, escritorio.hoje)
    assert plan.tabs["baixas"] == 1


def test_payments_in_a_test_environment_are_said_to_be_no_money(
    escritorio: Escritorio, banco: Bancozinho, memoria: Memoria
) -> None:
    por_api = PorApi(escritorio, banco, ambiente=Ambiente.HOMOLOGACAO)
    escritorio.boletos(100_00)
    por_api.comunicar()
    pay(memoria, next(iter(memoria.titulos)), 100_00)
    plan = por_api.registros.plan_retorno(por_api.convenio.id, escritorio.hoje, escritorio.hoje)
    assert "não é dinheiro" in plan.problems[0].message


# --- orders


def order(por_api: PorApi, boleto_id: int, comando: Comando, **dados: object) -> None:
    services = por_api.escritorio.services
    plan = services.comandos.plan([boleto_id], comando, DadosComando(**dados))  # type: ignore[arg-type] # by name
    services.operacoes.apply(plan)


def test_a_new_due_date_and_a_baixa_are_asked_by_api(por_api: PorApi, memoria: Memoria) -> None:
    um, outro = por_api.escritorio.boletos(100_00, 200_00)
    por_api.comunicar()
    order(por_api, um.id, Comando.ALTERAR_VENCIMENTO, vencimento=date(2027, 1, 5))
    order(por_api, outro.id, Comando.BAIXAR)
    plan = por_api.registros.plan_pedidos(por_api.convenio.id)
    assert [row.goes for row in plan.going] == [True, True]
    assert all(um.feito for um in por_api.registros.run_pedidos(plan))
    mudado, baixado = (por_api.escritorio.boleto(b.id) for b in (um, outro))
    assert (mudado.vencimento, mudado.no_banco, mudado.pedido) == (
        date(2027, 1, 5),
        NoBanco.REGISTRADO_POR_API,
        None,
    )
    assert (baixado.no_banco, baixado.pedido) == (NoBanco.BAIXADO_NO_BANCO, None)
    assert {t["valor"]: t["vencimento"] for t in memoria.titulos.values()} == {
        100_00: "2027-01-05",
        200_00: "2026-12-10",
    }
    assert por_api.registros.plan_pedidos(por_api.convenio.id).rows == ()


def test_an_order_the_bank_refuses_gives_the_boleto_back_as_the_bank_knows_it(
    escritorio: Escritorio, memoria: Memoria
) -> None:
    def refuses(chega: object) -> Responde:
        if "/titulos/T1" in chega.caminho:  # type: ignore[attr-defined] # a request
            return Responde(status=422, corpo='{"erro": "prazo mínimo"}'.encode())
        return memoria(chega)  # type: ignore[arg-type] # as above

    with Bancozinho(refuses) as banco:
        por_api = PorApi(escritorio, banco)
        (boleto,) = escritorio.boletos(100_00)
        por_api.comunicar()
        order(por_api, boleto.id, Comando.ALTERAR_VENCIMENTO, vencimento=date(2027, 1, 5))
        (feito,) = por_api.registros.run_pedidos(por_api.registros.plan_pedidos(por_api.convenio.id))
    assert (feito.feito, feito.mensagem) == (False, "O banco recusou: prazo mínimo")
    depois = escritorio.boleto(boleto.id)
    assert (depois.vencimento, depois.no_banco, depois.pedido) == (
        boleto.vencimento,
        NoBanco.REGISTRADO_POR_API,
        None,
    )


def test_an_order_without_certain_answer_stays_to_be_sent(escritorio: Escritorio, memoria: Memoria) -> None:
    def silent(chega: object) -> Responde:
        return Responde(status=500) if "/titulos/T1" in chega.caminho else memoria(chega)  # type: ignore[attr-defined,arg-type] # a request

    with Bancozinho(silent) as banco:
        por_api = PorApi(escritorio, banco)
        (boleto,) = escritorio.boletos(100_00)
        por_api.comunicar()
        order(por_api, boleto.id, Comando.BAIXAR)
        (feito,) = por_api.registros.run_pedidos(por_api.registros.plan_pedidos(por_api.convenio.id))
        assert not feito.feito
        assert len(por_api.registros.plan_pedidos(por_api.convenio.id).going) == 1
    assert escritorio.boleto(boleto.id).no_banco is NoBanco.INSTRUCAO_PENDENTE


def test_an_order_the_api_does_not_offer_is_said_so(por_api: PorApi) -> None:
    (boleto,) = por_api.escritorio.boletos(100_00)
    por_api.comunicar()
    order(por_api, boleto.id, Comando.PROTESTAR)
    (row,) = por_api.registros.plan_pedidos(por_api.convenio.id).rows
    assert row.efeito == "Fica de fora: Banco Pequeno não faz por API: Protestar."


def test_a_pdf_the_bank_does_not_give_is_said_so(por_api: PorApi) -> None:
    (boleto,) = por_api.escritorio.boletos(100_00)
    with pytest.raises(RefusedError, match="não está registrado por API"):
        por_api.registros.pdf(boleto.id)
    por_api.comunicar()
    with pytest.raises(RefusedError, match="não dá PDF"):
        por_api.registros.pdf(boleto.id)


# --- accounts


def test_an_account_knows_which_secrets_it_has_and_never_tells_them(por_api: PorApi) -> None:
    (info,) = por_api.registros.contas.list()
    assert (info.titulo, info.segredos, info.problems) == ("Banco Pequeno", frozenset({"chave"}), ())
    assert SEGREDO not in repr(info)
    assert SEGREDO not in (por_api.escritorio.path).read_bytes().decode("latin-1")
    por_api.registros.contas.testar(por_api.conta.id)


def test_an_account_of_another_bank_or_a_second_one_is_refused(por_api: PorApi) -> None:
    contas, escritorio = por_api.registros.contas, por_api.escritorio
    with pytest.raises(RefusedError, match="já tem uma conta de API"):
        contas.save(ContaApi(convenio_id=por_api.convenio.id, adaptador="pequeno"))
    with pytest.raises(RefusedError, match="registra boletos do banco 341; o convênio é do 237"):
        contas.save(ContaApi(convenio_id=escritorio.convenio("237-400").id, adaptador="pequeno"))
    with pytest.raises(RefusedError, match="não tem a API “nenhuma”"):
        contas.save(ContaApi(convenio_id=por_api.convenio.id, adaptador="nenhuma"))
    with pytest.raises(RefusedError, match="só é aceito neste computador"):
        por_api.switch(base="https://banco.exemplo.com.br")
    with pytest.raises(RefusedError, match="não pede “outro”"):
        contas.save(por_api.conta, {"outro": "x"})


def test_a_secret_may_come_from_the_environment(por_api: PorApi, monkeypatch: pytest.MonkeyPatch) -> None:
    por_api.registros.contas.save(por_api.conta, {"chave": ""})
    por_api.escritorio.boletos(100_00)
    assert por_api.registros.plan(por_api.convenio.id).problems
    monkeypatch.setenv("FINBANK_SEGREDO_CHAVE", SEGREDO)
    assert por_api.comunicar().registrados == 1


@pytest.mark.parametrize(
    ("certificado", "dito"),
    [
        (None, "Falta o certificado."),
        (CertificadoApi(titular="EMPRESA", validade=date(2026, 11, 19)), "O certificado venceu em 19/11/2026."),
        (
            CertificadoApi(titular="OUTRA LTDA", documento="11444777000161", validade=date(2027, 11, 19)),
            "O certificado é de OUTRA LTDA, não da empresa Empresa Exemplo Ltda.",
        ),
        (CertificadoApi(titular="EMPRESA", validade=date(2026, 12, 20)), "O certificado vence em 20/12/2026."),
    ],
)
def test_a_certificate_that_does_not_serve_or_ends_soon_is_spoken_of(
    escritorio: Escritorio, banco: Bancozinho, certificado: CertificadoApi | None, dito: str
) -> None:
    por_api = PorApi(escritorio, banco, pequeno(mtls=True))
    with escritorio.services.database.write() as uow:
        uow.contas_api.update(replace(por_api.conta, certificado=certificado))
    assert dito in [problem.message for problem in por_api.registros.plan(por_api.convenio.id).problems]
    soon = por_api.registros.contas.vencendo()
    assert len(soon) == (0 if certificado is None or certificado.validade.year == 2027 else 1)


def test_a_branchs_certificate_serves_the_company(escritorio: Escritorio, banco: Bancozinho) -> None:
    por_api = PorApi(escritorio, banco, pequeno(mtls=True))
    filial = CertificadoApi(titular="EMPRESA", documento="11222333000262", validade=date(2027, 11, 19))
    with escritorio.services.database.write() as uow:
        uow.contas_api.update(replace(por_api.conta, certificado=filial))
    problems = por_api.registros.plan(por_api.convenio.id).problems
    assert [problem.message for problem in problems] == ["O certificado não está guardado neste computador."]


def test_what_no_remessa_of_the_bank_carries_may_still_be_asked_by_api(por_api: PorApi) -> None:
    escritorio = por_api.escritorio
    (boleto,) = escritorio.boletos(100_00)
    por_api.comunicar()
    sem_cnab = replace(por_api.convenio, banco="461")
    registrado = escritorio.boleto(boleto.id)
    feito, _, problems = order_of(registrado, Comando.BAIXAR, DadosComando(), sem_cnab, escritorio.hoje)
    assert (feito is not None, problems) == (True, ())
    por_remessa = replace(registrado, no_banco=NoBanco.REGISTRADO)
    feito, _, problems = order_of(por_remessa, Comando.BAIXAR, DadosComando(), sem_cnab, escritorio.hoje)
    assert feito is None
    assert "não leva" in problems[0].message


def test_the_orders_offered_for_a_boleto_registered_by_api_are_those_an_api_may_carry(por_api: PorApi) -> None:
    (boleto,) = por_api.escritorio.boletos(100_00)
    por_api.comunicar()
    comandos = por_api.escritorio.services.comandos
    de_um = {opcao.comando for opcao in comandos.opcoes_de([boleto.id])}
    assert de_um == {opcao.comando for opcao in comandos.opcoes(por_api.convenio.id)} == {*POR_API}
    assert {*POR_API} == {Comando.BAIXAR, *pedidos_api._CAMPOS}
    assert {Comando.BAIXAR, Comando.ALTERAR_VENCIMENTO} <= de_um
    assert Comando.PROTESTAR not in de_um
