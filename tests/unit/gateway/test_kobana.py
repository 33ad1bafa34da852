"""Kobana: the examples of its OpenAPI file, and what is taken and refused."""

from datetime import date
from pathlib import Path

from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoMulta
from finbank_desktop.domain.registro import TituloRegistro
from finbank_desktop.gateway.kobana import Kobana
from finbank_desktop.gateway.port import Aceito, Ausente, Encontrado, Feito, NaoEnviado, Registrado, Rejeitado
from tests.unit.gateway.provas import conta_api, differences, fact, first, play, recorded, resposta, titulo

ADAPTADOR = Kobana()
CONTA = conta_api("kobana")


def asked() -> TituloRegistro:
    encargos = Encargos(
        multa_tipo=TipoMulta.VALOR,
        multa=491,
        desconto_tipo=TipoDesconto.PERCENTUAL,
        desconto=1000,
        desconto_dias=3,
    )
    return titulo(
        chave="01234ABC",
        boleto={"valor": 3456, "vencimento": date(2026, 9, 1), "encargos": encargos},
        convenio={"mensagens": ("Serviços prestados",)},
        pagador={"nome": "Leofutol Bezerra", "documento": "33753933937"},
        endereco={
            "logradouro": "Av. Presidente Vargas",
            "numero": "633",
            "cidade": "Macapá",
            "uf": "AP",
            "cep": "20071004",
        },
        com_pix=True,
    )


def test_the_recorded_request_is_written(golden: Path) -> None:
    example = recorded(golden, "kobana/register_ok")
    pedido = first(ADAPTADOR.registrar(asked(), CONTA))
    assert (pedido.metodo, pedido.caminho) == ("POST", example["request"]["path"])
    assert pedido.headers == {"X-Idempotency-Key": "01234ABC"}
    assert differences(pedido, example["request"]["body"]) == {
        "~external_id",  # the example has a placeholder
        "~days_for_fine",  # the fine is due from the day after
        "+document_number",
        "+document_date",
        "+acceptance",
    }


def test_the_recorded_answer_is_accepted_and_followed(golden: Path) -> None:
    example = recorded(golden, "kobana/register_ok")
    body = example["response"]["body"]
    _, outcome = play(ADAPTADOR.registrar(asked(), CONTA), resposta(201, body))
    assert outcome == Aceito(referencia="2")
    _, outcome = play(ADAPTADOR.consultar(asked(), CONTA, "2"), resposta(200, body))
    assert isinstance(outcome, Encontrado)
    assert outcome.titulo.estado == "processando"
    assert (outcome.titulo.linha_digitavel, outcome.titulo.codigo_barras) == (
        example["expected"]["linha_digitavel"],
        example["expected"]["codigo_barras"],
    )


def test_only_a_confirmed_registration_counts() -> None:
    row = fact("kobana")["boleto"]
    for status, registro, estado in (
        ("opened", "confirmed", "aberto"),
        ("opened", "requested", "processando"),
        ("opened", "rejected", "rejeitado"),
        ("generation_failed", "pending", "rejeitado"),
        ("paid", "confirmed", "pago"),
        ("canceled", "confirmed", "baixado"),
        ("chargeback", "confirmed", "outro"),
    ):
        body = {**row, "status": status, "registration_status": registro}
        _, outcome = play(ADAPTADOR.consultar(asked(), CONTA, "2"), resposta(200, body))
        assert isinstance(outcome, Encontrado)
        assert outcome.titulo.estado == estado, (status, registro)
    confirmed = {**row, "status": "opened", "registration_status": "confirmed"}
    assert isinstance(play(ADAPTADOR.registrar(asked(), CONTA), resposta(201, confirmed))[1], Registrado)


def test_the_recorded_refusals_are_read_as_map_and_as_list(golden: Path) -> None:
    example = recorded(golden, "kobana/error_422_fields")
    _, outcome = play(ADAPTADOR.registrar(asked(), CONTA), resposta(422, example["response"]["body"]))
    assert isinstance(outcome, Rejeitado)
    assert {erro.campo for erro in outcome.erros} == {"divergent_payment_type"}
    assert outcome.erros[0].mensagem == "não é válido"
    _, outcome = play(ADAPTADOR.baixar(asked(), CONTA, "2"), resposta(422, example["then"][0]["body"]))
    assert isinstance(outcome, Rejeitado)
    assert [erro.mensagem for erro in outcome.erros] == ["Boleto não pode ser cancelado para o status paid"]


def test_an_hour_is_waited_when_the_bank_says_so(golden: Path) -> None:
    example = recorded(golden, "kobana/error_429")["response"]
    headers = {nome.replace("-", "_"): valor for nome, valor in example["headers"].items()}
    _, outcome = play(ADAPTADOR.registrar(asked(), CONTA), resposta(429, example["body"].encode(), **headers))
    assert isinstance(outcome, NaoEnviado)
    assert outcome.espera is not None
    assert outcome.espera.total_seconds() == 3600


def test_it_is_looked_for_by_day_and_pagador_and_read_for_our_key() -> None:
    row = fact("kobana")["boleto"]
    other = {**row, "id": 3, "control_number": "OUTRA"}
    pedidos, outcome = play(ADAPTADOR.consultar(asked(), CONTA), resposta(200, [other, row]))
    assert pedidos[0].query["cnpj_cpf"] == "337.539.339-37"
    assert isinstance(outcome, Encontrado)
    assert outcome.titulo.referencia == "2"
    assert play(ADAPTADOR.consultar(asked(), CONTA), resposta(200, [other]))[1] == Ausente()


def test_changes_and_the_baixa_need_the_banks_name() -> None:
    pedidos, outcome = play(ADAPTADOR.alterar(asked(), CONTA, "2", "abatimento", 100), resposta(204))
    assert pedidos[0].corpo == b'{"reduction_type":1,"reduction_amount":1.00}'
    assert outcome == Feito()
    assert play(ADAPTADOR.baixar(asked(), CONTA, "2"), resposta(204))[0][0].caminho == "/v1/bank_billets/2/cancel"
