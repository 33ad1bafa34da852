"""Sending boletos by a real SMTP server that accepts, refuses, puts off and breaks: each customer gets each once."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from finbank_desktop.domain import modelos_email
from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.correio import EstadoEnvio, PedidoEnvio
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.services import envio_rodada
from finbank_desktop.services.envio_fila import TRAVA
from finbank_desktop.services.envio_plan import EnvioPlan, Impede
from finbank_desktop.services.jobs import CancelledError
from finbank_desktop.services.plans import StalePlanError
from tests.correio import Ato, Escritorio, Servidor


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(envio_rodada, "PAUSAS", (0.0, 0.0))


@pytest.fixture
def escritorio(tmp_path: Path) -> Iterator[Escritorio]:
    feito = Escritorio(tmp_path)
    yield feito
    feito.services.database.close()


def pedido(**mudado: object) -> PedidoEnvio:
    assunto, texto = modelos_email.PADROES[modelos_email.ENVIO]
    return replace(PedidoEnvio(modelo=modelos_email.ENVIO, assunto=assunto, texto=texto), **mudado)  # type: ignore[arg-type] # fields by name


def plan(escritorio: Escritorio, boletos: list[Boleto], **mudado: object) -> EnvioPlan:
    return escritorio.services.envios.plan([b.id for b in boletos], pedido(**mudado))


def queue(escritorio: Escritorio, boletos: list[Boleto], **mudado: object) -> None:
    escritorio.services.envios.apply(plan(escritorio, boletos, **mudado))


def estados(escritorio: Escritorio) -> list[EstadoEnvio]:
    linhas = escritorio.services.envios.list(ListQuery(ordem="destinatario")).linhas
    return [linha["estado"] for linha in linhas]


def ids_in(escritorio: Escritorio, estado: EstadoEnvio) -> list[int]:
    pagina = escritorio.services.envios.list(ListQuery(filtros={"estado": estado.name}))
    return [int(linha["id"]) for linha in pagina.linhas]


def each_once(servidor: Servidor, escritorio: Escritorio) -> None:
    assert Counter(servidor.para()) == Counter(pessoa.email for pessoa in escritorio.pessoas)


# --- what arrives


def test_each_customer_gets_the_boleto_as_pdf_with_accents_in_subject_and_file_name(escritorio: Escritorio) -> None:
    boletos = escritorio.boletos()
    with Servidor() as servidor:
        escritorio.conta_email(servidor.porta)
        queue(escritorio, boletos)
        resultado = escritorio.services.envios.run(1)
    assert (resultado.enviados, resultado.restam, resultado.parou) == (3, 0, "")
    each_once(servidor, escritorio)
    mensagem = servidor.caixa[0].mensagem
    assert servidor.caixa[0].crua.isascii()
    assert mensagem["Subject"] == "Boleto NF 001/10 de Empresa Exemplo de Serviços Ltda, vencimento 03/12/2026"
    assert mensagem["From"].addresses[0].display_name == "Cobrança da Empresa Exemplo"
    (anexo,) = mensagem.iter_attachments()
    assert anexo.get_filename() == "Boleto NF 001 10 2026-12-03 Associação Fictícia nº 1.pdf"
    assert anexo.get_content().startswith(b"%PDF-")
    corpo = mensagem.get_body()
    assert corpo is not None
    texto = corpo.get_content()
    assert "Olá, Associação Fictícia nº 1." in texto
    assert "R$\u00a0100,01" in texto or "R$ 100,01" in texto
    assert boletos[0].linha_digitavel in "".join(letra for letra in texto if letra.isdigit())
    assert estados(escritorio) == [EstadoEnvio.ENVIADO] * 3
    historia = [evento.texto for evento in escritorio.services.boletos.get(boletos[0].id).eventos]
    assert historia[-1] == "Boleto enviado por e-mail a cliente1@exemplo.com.br."


def test_several_boletos_of_a_customer_go_in_one_message_unless_parted(escritorio: Escritorio) -> None:
    boletos = escritorio.boletos(dias=10) + escritorio.boletos(dias=40)
    juntos, separados = plan(escritorio, boletos), plan(escritorio, boletos, agrupar=False)
    assert [len(row.anexos) for row in juntos.rows] == [2, 2, 2]
    assert [len(row.anexos) for row in separados.rows] == [1] * 6
    assert "NF 001/10 e NF 001/40" in juntos.rows[0].assunto


# --- what does not go


def test_only_registered_boletos_go_and_the_others_are_said(escritorio: Escritorio) -> None:
    boletos = escritorio.boletos(no_banco=NoBanco.NAO_ENVIADO)
    assert [fora.impede for fora in plan(escritorio, boletos).fora] == [Impede.NAO_REGISTRADO] * 3
    perguntado = plan(escritorio, boletos, nao_registrados=True)
    assert (len(perguntado.rows), perguntado.fora) == (3, ())
    assert "só poderá ser pago depois do registro" in perguntado.rows[0].texto


@pytest.mark.parametrize(
    ("endereco", "impede"),
    [("", Impede.SEM_EMAIL), ("ana@exemplo", Impede.EMAIL_INVALIDO), ("joão@exemplo.com.br", Impede.EMAIL_INVALIDO)],
)
def test_a_customer_without_a_good_address_is_listed(escritorio: Escritorio, endereco: str, impede: Impede) -> None:
    boletos = escritorio.boletos()
    with escritorio.services.database.write() as uow:
        uow.pessoas.update(replace(uow.pessoas.get(escritorio.pessoas[0].id), email=endereco))
    feito = plan(escritorio, boletos)
    assert [(fora.pessoa_id, fora.impede) for fora in feito.fora] == [(escritorio.pessoas[0].id, impede)]
    assert len(feito.rows) == 2


def test_a_customer_with_two_addresses_gets_it_at_both(escritorio: Escritorio) -> None:
    boletos = escritorio.boletos()
    with escritorio.services.database.write() as uow:
        pessoa = uow.pessoas.get(escritorio.pessoas[0].id)
        uow.pessoas.update(replace(pessoa, email="a@exemplo.com.br; b@exemplo.com.br"))
    assert [row.destinatario for row in plan(escritorio, boletos).rows][:2] == ["a@exemplo.com.br", "b@exemplo.com.br"]


def test_what_went_does_not_go_again_unless_asked_for(escritorio: Escritorio) -> None:
    boletos = escritorio.boletos()
    with Servidor() as servidor:
        escritorio.conta_email(servidor.porta)
        queue(escritorio, boletos)
        na_fila = plan(escritorio, boletos, de_novo=True)
        escritorio.services.envios.run(1)
        enviado = plan(escritorio, boletos)
        de_novo = plan(escritorio, boletos, de_novo=True)
        escritorio.services.envios.apply(de_novo)
        escritorio.services.envios.run(1)
    assert {fora.impede for fora in na_fila.fora} == {Impede.NA_FILA}
    assert {fora.impede for fora in enviado.fora} == {Impede.JA_ENVIADO}
    assert len(servidor.caixa) == 6


def test_two_windows_that_queue_the_same_plan_queue_it_once(escritorio: Escritorio) -> None:
    escritorio.conta_email(25)
    boletos = escritorio.boletos()
    primeira, segunda = plan(escritorio, boletos), plan(escritorio, boletos)
    escritorio.services.envios.apply(primeira)
    with pytest.raises(RefusedError, match="outra janela"):
        escritorio.services.envios.apply(segunda)
    assert len(estados(escritorio)) == 3


def test_a_plan_of_an_address_that_changed_meanwhile_is_refused(escritorio: Escritorio) -> None:
    escritorio.conta_email(25)
    feito = plan(escritorio, escritorio.boletos())
    with escritorio.services.database.write() as uow:
        uow.pessoas.update(replace(uow.pessoas.get(escritorio.pessoas[0].id), email="outro@exemplo.com.br"))
    with pytest.raises(StalePlanError):
        escritorio.services.envios.apply(feito)
    assert estados(escritorio) == []


def test_a_boleto_paid_while_it_waits_is_not_sent(escritorio: Escritorio) -> None:
    boletos = escritorio.boletos()
    with Servidor() as servidor:
        escritorio.conta_email(servidor.porta)
        queue(escritorio, boletos)
        with escritorio.services.database.write() as uow:
            uow.boletos.update(replace(uow.boletos.get(boletos[0].id), situacao=Situacao.BAIXADO))
        resultado = escritorio.services.envios.run(1)
    assert (resultado.enviados, resultado.cancelados) == (2, 1)
    assert "cliente1@exemplo.com.br" not in servidor.para()


# --- what a server answers


def test_a_refused_recipient_fails_and_the_others_get_theirs(escritorio: Escritorio) -> None:
    boletos = escritorio.boletos()
    with Servidor([Ato.ACEITA, Ato.RECUSA_DESTINATARIO]) as servidor:
        escritorio.conta_email(servidor.porta)
        queue(escritorio, boletos)
        resultado = escritorio.services.envios.run(1)
    assert (resultado.enviados, resultado.falharam) == (2, 1)
    assert estados(escritorio) == [EstadoEnvio.ENVIADO, EstadoEnvio.FALHOU, EstadoEnvio.ENVIADO]
    linhas = escritorio.services.envios.list(ListQuery(filtros={"estado": "FALHOU"})).linhas
    assert "550 5.1.1 no such user" in linhas[0]["detalhe"]


def test_a_message_put_off_waits_and_goes_later(escritorio: Escritorio) -> None:
    boletos = escritorio.boletos()
    with Servidor([Ato.ADIA]) as servidor:
        escritorio.conta_email(servidor.porta)
        queue(escritorio, boletos)
        assert escritorio.services.envios.run(1).adiados == 1
        assert escritorio.services.envios.run(1).adiados == 0  # not yet
        assert len(servidor.caixa) == 2
        escritorio.dia += timedelta(days=1)
        assert escritorio.services.envios.run(1).enviados == 1
    each_once(servidor, escritorio)


def test_a_message_put_off_too_often_fails(escritorio: Escritorio) -> None:
    boletos = escritorio.boletos()[:1]
    with Servidor([Ato.ADIA] * 9) as servidor:
        escritorio.conta_email(servidor.porta)
        queue(escritorio, boletos)
        for _dia in range(4):
            assert escritorio.services.envios.run(1).adiados == 1
            escritorio.dia += timedelta(days=1)
        assert escritorio.services.envios.run(1).falharam == 1
        (falhou,) = ids_in(escritorio, EstadoEnvio.FALHOU)
        servidor.atos.clear()
        escritorio.services.envios.retry([falhou])
        assert escritorio.services.envios.run(1).enviados == 1
    assert servidor.para() == ["cliente1@exemplo.com.br"]


def test_a_full_account_stops_the_run_and_fails_nobody(escritorio: Escritorio) -> None:
    boletos = escritorio.boletos()
    with Servidor([Ato.ACEITA, Ato.ADIA_CONTA]) as servidor:
        escritorio.conta_email(servidor.porta)
        queue(escritorio, boletos)
        resultado = escritorio.services.envios.run(1)
        assert (resultado.enviados, resultado.falharam, resultado.restam) == (1, 0, 1)
        assert "daily limit reached" in resultado.parou
        escritorio.services.envios.run(1)
    each_once(servidor, escritorio)


@pytest.mark.parametrize("quedas", [1, 2])
def test_a_connection_that_breaks_before_the_message_is_opened_again(escritorio: Escritorio, quedas: int) -> None:
    boletos = escritorio.boletos()
    with Servidor([Ato.ACEITA] + [Ato.CAI_ANTES] * quedas) as servidor:
        escritorio.conta_email(servidor.porta)
        queue(escritorio, boletos)
        assert escritorio.services.envios.run(1).enviados == 3
    each_once(servidor, escritorio)


@pytest.mark.parametrize(("ato", "chegou"), [(Ato.CAI_DEPOIS_DE_ACEITAR, True), (Ato.CAI_DEPOIS_DE_PERDER, False)])
def test_a_break_after_the_message_asks_the_person(escritorio: Escritorio, ato: Ato, *, chegou: bool) -> None:
    boletos = escritorio.boletos()
    with Servidor([Ato.ACEITA, ato]) as servidor:
        escritorio.conta_email(servidor.porta)
        queue(escritorio, boletos)
        resultado = escritorio.services.envios.run(1)
        assert (resultado.enviados, resultado.incertos) == (2, 1)
        escritorio.services.envios.run(1)
        (incerto,) = ids_in(escritorio, EstadoEnvio.INCERTO)  # nobody but the person decides
        with pytest.raises(RefusedError):
            escritorio.services.envios.retry([incerto])
        antes = escritorio.services.envios.get(incerto).message_id
        escritorio.services.envios.resolve([incerto], chegou=chegou)
        escritorio.services.envios.run(1)
    each_once(servidor, escritorio)
    assert estados(escritorio) == [EstadoEnvio.ENVIADO] * 3
    assert antes in {recebida.mensagem["Message-ID"] for recebida in servidor.caixa}


def test_a_server_that_always_breaks_is_left_alone(escritorio: Escritorio) -> None:
    boletos = escritorio.boletos()
    with Servidor([Ato.CAI_ANTES] * 99) as servidor:
        escritorio.conta_email(servidor.porta)
        queue(escritorio, boletos)
        resultado = escritorio.services.envios.run(1)
    assert resultado.enviados == 0
    assert "caiu várias vezes" in resultado.parou
    assert estados(escritorio) == [EstadoEnvio.NA_FILA] * 3


def test_no_server_at_all_leaves_the_queue_as_it_is(escritorio: Escritorio) -> None:
    with Servidor() as servidor:
        porta = servidor.porta
    escritorio.conta_email(porta)
    queue(escritorio, escritorio.boletos())
    with pytest.raises(OutsideError, match="Não foi possível falar com"):
        escritorio.services.envios.run(1)
    assert estados(escritorio) == [EstadoEnvio.NA_FILA] * 3


# --- who sends


def test_cancelling_leaves_the_rest_in_the_queue(escritorio: Escritorio) -> None:
    class Desiste:
        def report(self, done: int, total: int, text: str) -> None:
            del total, text
            if done == 1:
                raise CancelledError

    with Servidor() as servidor:
        escritorio.conta_email(servidor.porta)
        queue(escritorio, escritorio.boletos())
        resultado = escritorio.services.envios.run(1, Desiste())
        assert (resultado.enviados, resultado.restam) == (1, 2)
        escritorio.services.envios.run(1)
    each_once(servidor, escritorio)


def test_only_one_window_sends_at_a_time(escritorio: Escritorio) -> None:
    escritorio.conta_email(25)
    queue(escritorio, escritorio.boletos())
    with escritorio.services.database.hold(TRAVA) as had:
        assert had
        with pytest.raises(RefusedError, match="já está enviando"):
            escritorio.services.envios.run(1)


def mark_enviando(escritorio: Escritorio, resposta: str) -> int:
    (row,) = ids_in(escritorio, EstadoEnvio.NA_FILA)
    with escritorio.services.database.write() as uow:
        uow.envios.update(replace(uow.envios.get(row), estado=EstadoEnvio.ENVIANDO, tentativas=1, resposta=resposta))
    return row


@pytest.mark.parametrize(
    ("resposta", "estado"),
    [
        ("", EstadoEnvio.INCERTO),
        ("250 2.0.0 queued", EstadoEnvio.ENVIADO),
        ("550 5.1.1 no such user", EstadoEnvio.FALHOU),
        ("451 4.7.1 greylisted", EstadoEnvio.NA_FILA),
    ],
)
def test_what_a_crash_left_is_settled_by_the_answer_or_asked(
    escritorio: Escritorio, resposta: str, estado: EstadoEnvio
) -> None:
    escritorio.conta_email(25)
    queue(escritorio, escritorio.boletos()[:1])
    row = mark_enviando(escritorio, resposta)
    escritorio.services.envios.recover()
    assert escritorio.services.envios.get(row).estado is estado


def test_nothing_is_recovered_while_somebody_sends(escritorio: Escritorio) -> None:
    escritorio.conta_email(25)
    queue(escritorio, escritorio.boletos()[:1])
    row = mark_enviando(escritorio, "")
    with escritorio.services.database.hold(TRAVA):
        assert escritorio.services.envios.recover() == 0
    assert escritorio.services.envios.get(row).estado is EstadoEnvio.ENVIANDO


def test_what_was_cancelled_may_be_queued_again(escritorio: Escritorio) -> None:
    escritorio.conta_email(25)
    boletos = escritorio.boletos()
    queue(escritorio, boletos)
    escritorio.services.envios.cancel(ids_in(escritorio, EstadoEnvio.NA_FILA))
    assert len(plan(escritorio, boletos).rows) == 3


# --- words to be pasted


def test_the_text_for_whatsapp_holds_what_is_needed_to_pay(escritorio: Escritorio) -> None:
    boletos = escritorio.boletos(dias=2)
    texto = escritorio.services.envios.whatsapp([boletos[0].id])
    assert "vence em 2 dias, em 25/11/2026" in texto
    assert boletos[0].linha_digitavel in "".join(letra for letra in texto if letra.isdigit())
    assert date(2026, 11, 25) == boletos[0].vencimento
