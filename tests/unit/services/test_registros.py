"""Registering boletos by API: no title twice, none lost, nothing believed; each step in the journal before the next."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from finbank_desktop.domain.boletos import NoBanco
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.domain.registro import Ambiente, EstadoRegistro, TipoFalha
from finbank_desktop.gateway.port import Ausente, Desconhecido
from finbank_desktop.persistence.records_registros import PassoTentativa, Registro
from finbank_desktop.services.plans import StalePlanError
from finbank_desktop.services.registros import titulos
from finbank_desktop.services.registros.controle import Controle
from finbank_desktop.services.registros.diario import Diario
from finbank_desktop.services.registros.modelo import Acao, Andamento, Tempos
from finbank_desktop.services.registros.service import TRAVA
from tests.unit.gateway.bancozinho import Bancozinho, Responde
from tests.unit.services.conftest import Escritorio
from tests.unit.services.registro_api import ERRO_ANTES, ERRO_DEPOIS, Memoria, PorApi, other_amount, pequeno


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


def posts(banco: Bancozinho) -> int:
    return sum(chegou.metodo == "POST" and chegou.caminho == "/titulos" for chegou in banco.chegaram)


# --- what goes well


def test_what_is_communicated_is_at_the_bank_and_in_the_books(por_api: PorApi, memoria: Memoria) -> None:
    boletos = por_api.escritorio.boletos(100_00, 200_00, 300_00)
    ouvidos: list[Andamento] = []
    resultado = por_api.comunicar(ouvir=ouvidos.append)
    assert (resultado.registrados, resultado.pendentes, resultado.parou) == (3, 0, "")
    assert len(memoria.titulos) == 3
    assert {um.boleto_id for um in ouvidos} == {boleto.id for boleto in boletos}
    depois = por_api.escritorio.boleto(boletos[0].id)
    assert (depois.no_banco, depois.linha_digitavel) == (NoBanco.REGISTRADO_POR_API, boletos[0].linha_digitavel)
    assert por_api.escritorio.eventos(boletos[0].id) == ["emitido", "registro_api"]
    detalhe = por_api.registros.get(boletos[0].id)
    assert [um.passo for um in detalhe.tentativas] == [PassoTentativa.ENVIO, PassoTentativa.RESPOSTA]
    assert detalhe.registro is not None
    assert detalhe.tentativas[0].corpo is not None
    assert detalhe.registro.chave.encode() in detalhe.tentativas[0].corpo


def test_what_was_registered_does_not_go_again(por_api: PorApi, banco: Bancozinho) -> None:
    (boleto,) = por_api.escritorio.boletos(100_00)
    por_api.comunicar()
    assert por_api.registros.plan(por_api.convenio.id).rows == ()
    plan = por_api.registros.plan(por_api.convenio.id, [boleto.id])
    assert plan.rows[0].efeito == "Fica de fora: O boleto já está: Registrado por API."
    with pytest.raises(RefusedError, match="Nenhum boleto"):
        por_api.registros.run(plan)
    assert posts(banco) == 1


def test_keys_are_the_boletos_id_and_chance() -> None:
    chaves = {titulos.new_chave(7) for _ in range(50)}
    assert len(chaves) == 50
    assert all(chave.startswith("000007") and len(chave) == 15 and chave[6].isalpha() for chave in chaves)
    assert len(titulos.new_chave(123_456_789)) == 15


# --- the plan


def test_a_convenio_without_account_says_so(escritorio: Escritorio) -> None:
    convenio = escritorio.convenio()
    with pytest.raises(RefusedError, match="não tem conta de API"):
        escritorio.services.registros.plan(convenio.id)


def test_a_plan_says_of_each_title_why_it_stays_out(por_api: PorApi) -> None:
    escritorio = por_api.escritorio
    (grande,) = escritorio.boletos(901_00)
    (vencido,) = escritorio.boletos(50_00, dias=-2)
    (alheio,) = escritorio.boletos(50_00, qual="237-400")
    (bom,) = escritorio.boletos(50_00)
    rows = por_api.registros.plan(por_api.convenio.id, [b.id for b in (grande, vencido, alheio, bom)]).rows
    assert [row.goes for row in rows] == [False, False, False, True]
    assert rows[0].problems[0].field == "valor"
    assert [row.efeito.partition(": ")[2][:24] for row in rows[:3]] == [
        "Este banco só registra a",
        "Venceu em 18/11/2026; ba",
        "O boleto é de outro conv",
    ]


def test_two_boletos_that_look_alike_are_pointed_out(por_api: PorApi) -> None:
    um, outro = por_api.escritorio.boletos(50_00, 50_00)
    with por_api.escritorio.services.database.write() as uow:
        uow.boletos.update(replace(outro, numero_documento=um.numero_documento))
    rows = por_api.registros.plan(por_api.convenio.id).rows
    assert [row.goes for row in rows] == [True, True]
    assert all("emitido duas vezes" in row.problems[0].fix for row in rows)


def test_a_boleto_that_moved_since_the_plan_stops_the_run_before_anything_is_sent(
    por_api: PorApi, banco: Bancozinho
) -> None:
    (boleto,) = por_api.escritorio.boletos(50_00)
    plan = por_api.registros.plan(por_api.convenio.id)
    with por_api.escritorio.services.database.write() as uow:
        uow.boletos.update(replace(boleto, valor=60_00))
    with pytest.raises(StalePlanError):
        por_api.registros.run(plan)
    assert posts(banco) == 0


def test_an_account_that_changed_since_the_plan_stops_the_run(por_api: PorApi, banco: Bancozinho) -> None:
    por_api.escritorio.boletos(50_00)
    plan = por_api.registros.plan(por_api.convenio.id)
    por_api.switch(parametros={"outro": "valor"})
    with pytest.raises(RefusedError, match="mudou depois desta prévia"):
        por_api.registros.run(plan)
    assert banco.chegaram == []


def test_a_missing_secret_stops_the_plan(por_api: PorApi) -> None:
    por_api.registros.contas.save(por_api.conta, {"chave": ""})
    por_api.escritorio.boletos(50_00)
    plan = por_api.registros.plan(por_api.convenio.id)
    assert [problem.field for problem in plan.problems] == ["chave"]
    with pytest.raises(RefusedError, match="Falta: Chave"):
        por_api.registros.run(plan)


def test_keys_that_the_bank_refuses_send_nothing(escritorio: Escritorio) -> None:
    with Bancozinho(Responde(status=403, corpo=b"sem contrato")) as banco:
        por_api = PorApi(escritorio, banco)
        escritorio.boletos(50_00)
        with pytest.raises(RefusedError, match="sem contrato"):
            por_api.comunicar()
    assert [chegou.caminho for chegou in banco.chegaram] == ["/conferir"]


def test_a_bank_that_does_not_answer_sends_nothing(escritorio: Escritorio) -> None:
    with Bancozinho(Responde(status=500)) as banco:
        por_api = PorApi(escritorio, banco)
        escritorio.boletos(50_00)
        with pytest.raises(OutsideError):
            por_api.comunicar()
    assert posts(banco) == 0


# --- the four kinds of failure (S4-7) and what is done about them (S4-8)


def test_s4_7_instability_is_repeated_by_itself_and_leaves_nothing_twice(por_api: PorApi, memoria: Memoria) -> None:
    memoria.faltas = [Responde(status=429, headers={"Retry-After": "0"}), ERRO_DEPOIS, ERRO_ANTES]
    por_api.escritorio.boletos(100_00, 200_00, 300_00)
    resultado = por_api.comunicar()
    assert (resultado.registrados, memoria.repetidos, len(memoria.titulos)) == (3, [], 3)
    assert sorted(um.envios for um in resultado.andamentos) == [1, 1, 2]


def test_s4_8_a_refused_title_names_the_field_is_corrected_and_sent_again_under_its_key(
    por_api: PorApi, memoria: Memoria
) -> None:
    memoria.faltas = [Responde(status=422, corpo='{"erro": "CEP inválido", "campo": "pagador.endereco.cep"}'.encode())]
    errado, _bom = por_api.escritorio.boletos(100_00, 200_00)
    por_api.adaptador.capacidades = replace(por_api.adaptador.capacidades, simultaneas=1)
    resultado = por_api.comunicar()
    um = resultado.andamentos[0]
    assert (um.resultado, um.tipo, um.mensagem) == (EstadoRegistro.REJEITADO, TipoFalha.DADOS, "CEP inválido")
    assert (um.codigo, um.campo) == (f"{errado.id:06d}", "pagador.endereco.cep")
    assert por_api.escritorio.boleto(errado.id).no_banco is NoBanco.RECUSADO
    assert list(resultado.a_refazer) == [errado.id]
    antes = por_api.registros.get(errado.id).registro
    assert por_api.registros.plan(por_api.convenio.id).rows == ()  # only when it is named
    with por_api.escritorio.services.database.write() as uow:
        pessoa = uow.pessoas.get(errado.pessoa_id)
        uow.pessoas.update(replace(pessoa, endereco=replace(pessoa.endereco, cep="80010010")))
    assert por_api.comunicar(errado).registrados == 1
    depois = por_api.registros.get(errado.id).registro
    assert antes is not None
    assert depois is not None
    assert (antes.chave, depois.envios) == (depois.chave, 2)
    assert len(memoria.titulos) == 2


def test_s4_7_a_title_the_bank_has_otherwise_under_our_key_waits_for_a_person(
    por_api: PorApi, memoria: Memoria, banco: Bancozinho
) -> None:
    memoria.faltas, memoria.muda = [ERRO_DEPOIS], {"valor": 999_00}
    (boleto,) = por_api.escritorio.boletos(100_00)
    (um,) = por_api.comunicar().andamentos
    assert (um.resultado, um.tipo) == (EstadoRegistro.CONFLITO, TipoFalha.JA_REGISTRADO)
    assert "no banco o valor é R$ 999,00, aqui R$ 100,00" in um.mensagem
    plan = por_api.registros.plan(por_api.convenio.id, [boleto.id])
    assert plan.going == ()
    assert posts(banco) == 1


def test_s4_7_an_unknown_is_looked_for_and_found(por_api: PorApi, memoria: Memoria, banco: Bancozinho) -> None:
    memoria.faltas = [ERRO_DEPOIS]
    por_api.escritorio.boletos(100_00)
    (um,) = por_api.comunicar().andamentos
    assert (um.resultado, um.envios, posts(banco)) == (EstadoRegistro.REGISTRADO, 1, 1)


# --- unknown


def test_two_absent_answers_past_the_grace_and_apart_make_a_new_send_safe(
    escritorio: Escritorio, banco: Bancozinho
) -> None:
    hora = [datetime(2026, 11, 20, 10, 0).astimezone()]
    por_api = PorApi(escritorio, banco, agora=lambda: hora[0], tempos=Tempos())
    (boleto,) = escritorio.boletos(100_00)
    plan = por_api.registros.plan(por_api.convenio.id)
    with escritorio.services.database.read() as uow:
        de = titulos.cadastro(uow, por_api.conta, por_api.adaptador)
        pagador = uow.pessoas.get(boleto.pessoa_id)
    diario = Diario(escritorio.services.database, de, usuario="Ana", agora=lambda: hora[0], tempos=Tempos())
    registro = diario.begin(plan)[boleto.id]
    pedido = titulos.of_registro(de, boleto, pagador, registro)
    passos = por_api.adaptador.registrar(pedido, por_api.conta)
    registro = diario.answered(diario.sending(registro, next(passos)), pedido, Desconhecido(motivo="caiu"))

    def absent(segundos: float) -> EstadoRegistro:
        nonlocal registro
        hora[0] = begin + timedelta(seconds=segundos)
        registro = diario.looked_up(registro, pedido, Ausente())
        return registro.estado

    begin = hora[0]
    assert absent(1) is EstadoRegistro.DESCONHECIDO
    assert absent(59.9) is EstadoRegistro.DESCONHECIDO
    assert registro.ausencias == 0
    assert absent(60) is EstadoRegistro.DESCONHECIDO
    assert registro.ausencias == 1
    assert absent(89.9) is EstadoRegistro.DESCONHECIDO
    assert registro.ausencias == 1
    assert absent(90) is EstadoRegistro.PLANEJADO
    assert escritorio.boleto(boleto.id).no_banco is NoBanco.NAO_ENVIADO


def test_the_program_sends_a_title_three_times_by_itself_and_then_asks(
    por_api: PorApi, memoria: Memoria, banco: Bancozinho
) -> None:
    memoria.faltas = [ERRO_ANTES] * 20
    (boleto,) = por_api.escritorio.boletos(100_00)
    (um,) = por_api.comunicar().andamentos
    assert (posts(banco), um.resultado, um.tipo) == (3, EstadoRegistro.PLANEJADO, TipoFalha.DESCONHECIDO)
    assert "3 vezes" in um.mensagem
    memoria.faltas = []
    assert por_api.comunicar(boleto).registrados == 1
    assert memoria.repetidos == []


def test_where_the_bank_cannot_be_asked_a_person_says_whether_it_is_there(
    escritorio: Escritorio, banco: Bancozinho, memoria: Memoria
) -> None:
    por_api = PorApi(escritorio, banco, pequeno(consulta_por_chave=False))
    memoria.faltas = [ERRO_DEPOIS, ERRO_ANTES]
    por_api.adaptador.capacidades = replace(por_api.adaptador.capacidades, simultaneas=1)
    ali, ausente = escritorio.boletos(100_00, 200_00)
    resultado = por_api.comunicar()
    assert [um.resultado for um in resultado.andamentos] == [EstadoRegistro.CONFLITO] * 2
    assert posts(banco) == 2
    assert por_api.registros.incertos() == 2
    assert por_api.registros.plan(por_api.convenio.id).going == ()
    por_api.registros.decidir_registrado(ali.id)
    por_api.registros.decidir_nao_registrado(ausente.id)
    assert escritorio.boleto(ali.id).no_banco is NoBanco.REGISTRADO_POR_API
    assert por_api.comunicar().registrados == 1
    assert (len(memoria.titulos), memoria.repetidos) == (2, [])
    with pytest.raises(RefusedError, match="Não há o que decidir"):
        por_api.registros.decidir_nao_registrado(ali.id)


def test_a_linha_of_another_boleto_is_not_taken_for_this_one(
    escritorio: Escritorio, banco: Bancozinho, memoria: Memoria
) -> None:
    por_api = PorApi(escritorio, banco, pequeno(consulta_por_chave=False))
    memoria.faltas = [ERRO_DEPOIS]
    (boleto,) = escritorio.boletos(100_00)
    por_api.comunicar()
    with pytest.raises(RefusedError, match=r"o código de barras diz R\$ 1,00"):
        por_api.registros.decidir_registrado(boleto.id, other_amount(boleto, 1_00))
    with pytest.raises(RefusedError, match="Confira a linha digitável"):
        por_api.registros.decidir_registrado(boleto.id, boleto.linha_digitavel[:-1])


def test_what_a_dead_program_left_behind_is_looked_for_and_not_sent(
    por_api: PorApi, memoria: Memoria, banco: Bancozinho
) -> None:
    memoria.faltas = [ERRO_DEPOIS]
    (boleto,) = por_api.escritorio.boletos(100_00)
    plan = por_api.registros.plan(por_api.convenio.id)
    with por_api.escritorio.services.database.read() as uow:
        de = titulos.cadastro(uow, por_api.conta, por_api.adaptador)
    diario = por_api.registros._diario(de)
    registro = diario.begin(plan)[boleto.id]
    with por_api.escritorio.services.database.read() as uow:
        pedido = titulos.of_registro(de, boleto, uow.pessoas.get(boleto.pessoa_id), registro)
    canal = por_api.registros.contas.canal(por_api.conta)
    escritos: list[Registro] = []
    # and nobody writes the answer down
    canal.registrar(pedido, lambda chamada: escritos.append(diario.sending(registro, chamada)))
    canal.fechar()
    assert por_api.escritorio.boleto(boleto.id).no_banco is NoBanco.ENVIADO
    (row,) = por_api.registros.plan(por_api.convenio.id).rows
    assert row.acao is Acao.CONSULTAR
    assert por_api.comunicar().registrados == 1
    assert posts(banco) == 1
    passos = [um.passo for um in por_api.registros.get(boleto.id).tentativas]
    assert passos == [PassoTentativa.ENVIO, PassoTentativa.INTERRUPCAO, PassoTentativa.CONSULTA]


def test_a_start_says_of_what_a_dead_program_left_that_nothing_is_known(por_api: PorApi) -> None:
    (boleto,) = por_api.escritorio.boletos(100_00)
    plan = por_api.registros.plan(por_api.convenio.id)
    with por_api.escritorio.services.database.read() as uow:
        de = titulos.cadastro(uow, por_api.conta, por_api.adaptador)
    diario = por_api.registros._diario(de)
    registro = diario.begin(plan)[boleto.id]
    with por_api.escritorio.services.database.read() as uow:
        pedido = titulos.of_registro(de, boleto, uow.pessoas.get(boleto.pessoa_id), registro)
    diario.sending(registro, next(por_api.adaptador.registrar(pedido, por_api.conta)))
    with por_api.escritorio.services.database.hold(TRAVA):
        assert por_api.registros.recover() == 0  # somebody is sending
    assert por_api.registros.recover() == 1
    achado = por_api.registros.get(boleto.id).registro
    assert achado is not None
    assert achado.estado is EstadoRegistro.DESCONHECIDO


def test_a_title_that_may_be_at_the_bank_is_not_asked_for_with_other_data(
    por_api: PorApi, memoria: Memoria, banco: Bancozinho
) -> None:
    memoria.faltas = [ERRO_ANTES]
    (boleto,) = por_api.escritorio.boletos(100_00)
    controle = Controle()
    por_api.comunicar(controle=controle, ouvir=lambda _: controle.parar())
    plan = por_api.registros.plan(por_api.convenio.id)
    with por_api.escritorio.services.database.read() as uow:
        de = titulos.cadastro(uow, por_api.conta, por_api.adaptador)
        atual = uow.boletos.get(boleto.id)
        pagador = uow.pessoas.get(boleto.pessoa_id)
    mudado = titulos.titulo(de, replace(atual, valor=150_00), pagador, "X", por_api.escritorio.hoje)
    retratos = {boleto.id: titulos.retrato(mudado, bank_numbers=False)}
    with pytest.raises(RefusedError, match=r"valor: era R\$ 100,00, agora R\$ 150,00"):
        por_api.registros._diario(de).begin(replace(plan, retratos=retratos))
    assert posts(banco) == 1


def test_looking_for_uncertain_titles_sends_nothing(por_api: PorApi, memoria: Memoria, banco: Bancozinho) -> None:
    memoria.faltas = [ERRO_ANTES]
    (boleto,) = por_api.escritorio.boletos(100_00)
    controle = Controle()
    por_api.comunicar(controle=controle, ouvir=lambda _: controle.parar())
    assert por_api.registros.incertos() == 1
    resultado = por_api.comunicar(boleto, so_consultar=True)
    assert (resultado.andamentos[0].resultado, posts(banco)) == (EstadoRegistro.PLANEJADO, 1)


# --- who sends


def test_a_second_window_is_told_that_somebody_is_sending(por_api: PorApi, banco: Bancozinho) -> None:
    por_api.escritorio.boletos(100_00)
    plan = por_api.registros.plan(por_api.convenio.id)
    with (
        por_api.escritorio.services.database.hold(TRAVA),
        pytest.raises(RefusedError, match="Outra janela está comunicando"),
    ):
        por_api.registros.run(plan)
    assert banco.chegaram == []


def test_a_run_that_is_ended_writes_down_what_was_sent_and_leaves_the_rest(por_api: PorApi, memoria: Memoria) -> None:
    boletos = por_api.escritorio.boletos(*range(100_00, 140_00, 1_00))
    controle = Controle()
    ouvidos: list[Andamento] = []

    def after_three(andamento: Andamento) -> None:
        ouvidos.append(andamento)
        if len(ouvidos) == 3:
            controle.parar()

    resultado = por_api.comunicar(controle=controle, ouvir=after_three)
    assert resultado.parou.startswith("Parado por você")
    assert 3 <= resultado.registrados < len(boletos)
    assert resultado.registrados == len(memoria.titulos)
    assert por_api.comunicar().registrados == len(boletos) - resultado.registrados
    assert (len(memoria.titulos), memoria.repetidos) == (len(boletos), [])


def test_a_paused_run_sends_nothing_until_it_goes_on(por_api: PorApi, banco: Bancozinho) -> None:
    por_api.escritorio.boletos(100_00)
    controle = Controle()
    controle.pausar()
    textos: list[str] = []

    class Looks:
        def report(self, done: int, total: int, text: str) -> None:
            del done, total
            textos.append(text)
            if text == "Pausado" and textos.count(text) == 2:
                assert posts(banco) == 0
                controle.retomar()

    assert por_api.comunicar(watcher=Looks(), controle=controle).registrados == 1
    assert "Pausado" in textos


def test_a_bank_that_wants_to_be_left_alone_ends_the_run_and_says_until_when(
    por_api: PorApi, memoria: Memoria, banco: Bancozinho
) -> None:
    memoria.faltas = [Responde(status=429, headers={"Retry-After": "3600"})] * 10
    por_api.escritorio.boletos(*range(100_00, 110_00, 1_00))
    resultado = por_api.comunicar()
    assert "O banco pediu espera até" in resultado.parou
    assert resultado.nao_antes is not None
    assert posts(banco) <= 2
    assert {um.tipo for um in resultado.andamentos} <= {TipoFalha.INSTABILIDADE, None}


# --- nothing is believed


def test_an_answer_of_another_amount_is_registered_and_not_printed_before_somebody_looked(
    por_api: PorApi, memoria: Memoria
) -> None:
    (boleto,) = por_api.escritorio.boletos(100_00)
    memoria.linhas = {"10000": other_amount(boleto, 1_00)}
    (um,) = por_api.comunicar().andamentos
    assert (um.resultado, um.tipo) == (EstadoRegistro.REGISTRADO, TipoFalha.DADOS)
    assert "o código de barras diz R$ 1,00, o boleto é de R$ 100,00" in um.mensagem
    assert por_api.escritorio.boleto(boleto.id).linha_digitavel == boleto.linha_digitavel
    saida = por_api.escritorio.folder / "b.pdf"
    with pytest.raises(RefusedError, match="com diferença"):
        por_api.escritorio.services.impressao.render([boleto.id], saida)
    por_api.registros.liberar(boleto.id)
    por_api.escritorio.services.impressao.render([boleto.id], saida)
    assert por_api.escritorio.boleto(boleto.id).linha_digitavel == memoria.linhas["10000"]
    with pytest.raises(RefusedError, match="não tem diferença"):
        por_api.registros.liberar(boleto.id)


def test_what_a_test_environment_answers_is_a_warning_and_the_paper_says_that_it_cannot_be_paid(
    escritorio: Escritorio, banco: Bancozinho, memoria: Memoria
) -> None:
    por_api = PorApi(escritorio, banco, ambiente=Ambiente.HOMOLOGACAO)
    (boleto,) = escritorio.boletos(100_00)
    memoria.linhas = {"10000": other_amount(boleto, 1_00)}
    (um,) = por_api.comunicar().andamentos
    assert (um.resultado, um.tipo) == (EstadoRegistro.REGISTRADO, None)
    pdf = escritorio.services.impressao.render([boleto.id], escritorio.folder / "b.pdf")
    assert "só no ambiente de testes do banco" in pdf.avisos[0].message


def test_what_was_registered_for_trial_is_registered_again_in_production(
    escritorio: Escritorio, banco: Bancozinho, memoria: Memoria
) -> None:
    por_api = PorApi(escritorio, banco, ambiente=Ambiente.HOMOLOGACAO)
    (boleto,) = escritorio.boletos(100_00)
    por_api.comunicar()
    memoria.titulos.clear()
    por_api.switch(ambiente=Ambiente.PRODUCAO)
    assert por_api.registros.list(ListQuery(filtros={"comunicado": False})).total == 1
    assert por_api.comunicar(boleto).registrados == 1
    depois = escritorio.boleto(boleto.id)
    assert (depois.no_banco, depois.no_banco_detalhe) == (NoBanco.REGISTRADO_POR_API, "")
    por_api.switch(ambiente=Ambiente.HOMOLOGACAO)
    assert por_api.registros.plan(por_api.convenio.id, [boleto.id]).going == ()


# --- one way at a time


def test_a_convenio_that_goes_by_api_makes_no_remessa_and_the_other_way_round(
    por_api: PorApi, banco: Bancozinho
) -> None:
    escritorio = por_api.escritorio
    (um,) = escritorio.boletos(100_00)
    plan = escritorio.services.remessas.plan(por_api.convenio.id)
    assert "comunicados por API" in plan.problems[0].message
    with pytest.raises(RefusedError, match="comunicados por API"):
        escritorio.services.remessas.apply(plan, escritorio.folder)
    por_api.switch(ativa=False)
    assert por_api.registros.plan(por_api.convenio.id).problems[0].field == "ativa"
    escritorio.remessa()
    por_api.switch(ativa=True)
    (row,) = por_api.registros.plan(por_api.convenio.id, [um.id]).rows
    assert row.efeito == "Fica de fora: O boleto já está: Na remessa."
    assert banco.chegaram == []


# --- the list


def test_s4_3_the_list_tells_communicated_and_printed_apart(por_api: PorApi, memoria: Memoria) -> None:
    memoria.faltas = [Responde(status=422, corpo=b'{"erro": "CEP"}')]
    por_api.adaptador.capacidades = replace(por_api.adaptador.capacidades, simultaneas=1)
    recusado, registrado = por_api.escritorio.boletos(100_00, 200_00)
    por_api.comunicar()
    por_api.escritorio.services.impressao.render([registrado.id], por_api.escritorio.folder / "b.pdf")

    def ids(**filtros: object) -> list[int]:
        return list(por_api.registros.ids(ListQuery(filtros=filtros)))

    assert ids(comunicado=False) == [recusado.id]
    assert ids(comunicado=True) == [registrado.id]
    assert ids(impresso=True) == [registrado.id]
    assert ids(impresso=False) == [recusado.id]
    assert ids(estado="Recusado", tipo="Dados", por_api=True) == [recusado.id]
    (linha,) = por_api.registros.list(ListQuery(filtros={"comunicado": False})).linhas
    assert (linha["codigo"], linha["resultado"], linha["mensagem"]) == (
        f"{recusado.id:06d}",
        EstadoRegistro.REJEITADO,
        "CEP",
    )
    assert (linha["tipo"], linha["cliente"]) == (TipoFalha.DADOS, "Cliente Exemplo Ltda")


def test_s4_10_boletos_due_soon_that_no_bank_has_are_counted(por_api: PorApi) -> None:
    por_api.escritorio.boletos(100_00, 200_00, dias=3)
    por_api.escritorio.boletos(300_00, dias=30)
    assert por_api.registros.sem_registro(5) == 2
    por_api.comunicar()
    assert por_api.registros.sem_registro(5) == 0


def test_a_settled_boleto_is_not_sent(por_api: PorApi) -> None:
    (boleto,) = por_api.escritorio.boletos(100_00)
    with por_api.escritorio.services.database.write() as uow:
        uow.boletos.update(replace(boleto, situacao=Situacao.CANCELADO))
    assert por_api.registros.plan(por_api.convenio.id).rows == ()
    (row,) = por_api.registros.plan(por_api.convenio.id, [boleto.id]).rows
    assert not row.goes


def test_a_boleto_that_somebody_changes_or_cancels_during_the_run_is_not_sent(
    por_api: PorApi, memoria: Memoria
) -> None:
    um, mudado, cancelado = por_api.escritorio.boletos(100_00, 200_00, 300_00)
    por_api.adaptador.capacidades = replace(por_api.adaptador.capacidades, simultaneas=1)
    database = por_api.escritorio.services.database

    def meddle(andamento: Andamento) -> None:
        if andamento.boleto_id == um.id:
            with database.write() as uow:
                uow.boletos.update(replace(uow.boletos.get(mudado.id), valor=250_00))
                uow.boletos.update(replace(uow.boletos.get(cancelado.id), situacao=Situacao.CANCELADO))

    resultado = por_api.comunicar(ouvir=meddle)
    assert [titulo["valor"] for titulo in memoria.titulos.values()] == [100_00]
    assert ["mudou durante a comunicação" in um.mensagem for um in resultado.andamentos] == [False, True, True]
    assert por_api.escritorio.boleto(mudado.id).no_banco is NoBanco.NAO_ENVIADO
    assert por_api.comunicar(mudado).registrados == 1
    assert sorted(titulo["valor"] for titulo in memoria.titulos.values()) == [100_00, 250_00]
