"""Asaas: examples of its documentation and what clients recorded, and what is taken and refused."""

from datetime import date
from pathlib import Path

from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.registro import TituloRegistro
from finbank_desktop.gateway.asaas import Asaas
from finbank_desktop.gateway.port import (
    Aceito,
    Ausente,
    Encontrado,
    Feito,
    Filtro,
    Indeterminado,
    NaoEnviado,
    Parar,
    Registrado,
    Rejeitado,
    Varios,
)
from tests.unit.gateway.provas import conta_api, differences, fact, play, recorded, resposta, titulo

ADAPTADOR = Asaas()
CONTA = conta_api("asaas")
CLIENTE = resposta(200, {"data": [{"id": "cus_G7Dvo4iphUNk", "cpfCnpj": "52998224725"}]})
QUEM = resposta(200, {"id": "cus_G7Dvo4iphUNk", "cpfCnpj": "52998224725"})
NADA = resposta(200, {"data": []})


def asked(**boleto: object) -> TituloRegistro:
    encargos = Encargos(
        juros_tipo=TipoJuros.TAXA_MENSAL,
        juros=200,
        multa_tipo=TipoMulta.PERCENTUAL,
        multa=100,
        desconto_tipo=TipoDesconto.VALOR,
        desconto=1000,
    )
    own = {
        "valor": 2000,
        "vencimento": date(2017, 6, 10),
        "encargos": encargos,
        "instrucoes": ("Pedido 056984",),
        **boleto,
    }
    return titulo(chave="056984", boleto=own)


def test_the_recorded_request_is_written_and_waits_for_its_linha(golden: Path) -> None:
    example = recorded(golden, "asaas/register_ok")
    pedidos, outcome = play(
        ADAPTADOR.registrar(asked(), CONTA), CLIENTE, resposta(200, example["response"]["body"]), resposta(503)
    )
    assert [pedido.muda for pedido in pedidos] == [False, True, False]
    assert (pedidos[1].metodo, pedidos[1].caminho) == ("POST", example["request"]["path"])
    # the kinds, which the example leaves to the bank, are said
    assert differences(pedidos[1], example["request"]["body"]) == {"+discount.type", "+fine.type"}
    assert outcome == Aceito(referencia=example["expected"]["bank_id"])


def test_the_recorded_linha_makes_it_registered(golden: Path) -> None:
    example = recorded(golden, "asaas/register_ok")
    line = recorded(golden, "asaas/identification_field")
    pedidos, outcome = play(
        ADAPTADOR.registrar(asked(), CONTA),
        CLIENTE,
        resposta(200, example["response"]["body"]),
        resposta(200, line["response"]["body"]),
    )
    assert pedidos[2].caminho == line["request"]["path"]
    assert isinstance(outcome, Registrado)
    assert (outcome.titulo.linha_digitavel, outcome.titulo.codigo_barras) == (
        line["expected"]["linha_digitavel"],
        line["expected"]["codigo_barras"],
    )


def test_the_recorded_pix_is_read(golden: Path) -> None:
    line = recorded(golden, "asaas/identification_field_recorded")["response"]["body"]
    pix = recorded(golden, "asaas/pix_qr_recorded")
    own = titulo(chave="056984", com_pix=True)
    _, outcome = play(
        ADAPTADOR.registrar(own, CONTA),
        CLIENTE,
        resposta(200, {"id": "pay_1"}),
        resposta(200, line),
        resposta(200, pix["response"]["body"]),
    )
    assert isinstance(outcome, Registrado)
    assert (outcome.titulo.pix, outcome.sem_pix) == (pix["expected"]["emv"], "")


def test_a_new_pagador_is_made_without_notices() -> None:
    _, outcome = play(
        ADAPTADOR.registrar(asked(), CONTA),
        NADA,
        resposta(200, {"id": "cus_1"}),
        resposta(200, {"id": "pay_1"}),
        resposta(200, fact("asaas")["linha"]),
    )
    assert isinstance(outcome, Registrado)


def test_trouble_with_the_pagador_sends_no_title() -> None:
    assert isinstance(play(ADAPTADOR.registrar(asked(), CONTA), resposta(500))[1], NaoEnviado)
    refusal = {"errors": [{"code": "invalid_cpfCnpj", "description": "CPF inválido"}]}
    assert isinstance(play(ADAPTADOR.registrar(asked(), CONTA), NADA, resposta(400, refusal))[1], Rejeitado)


def test_the_recorded_faults_are_told_apart(golden: Path) -> None:
    example = recorded(golden, "asaas/error_400_and_429")
    _, outcome = play(ADAPTADOR.registrar(asked(), CONTA), CLIENTE, resposta(400, example["response"]["body"]))
    assert isinstance(outcome, Rejeitado)
    assert [erro.codigo for erro in outcome.erros] == ["invalid_customer"]
    slow, wrong_key = example["then"]
    headers = {nome.lower().replace("-", "_"): valor for nome, valor in slow["headers"].items()}
    _, outcome = play(ADAPTADOR.registrar(asked(), CONTA), CLIENTE, resposta(429, slow["body"], **headers))
    assert isinstance(outcome, NaoEnviado)
    assert outcome.espera is not None
    assert outcome.espera.total_seconds() == 30
    assert isinstance(play(ADAPTADOR.registrar(asked(), CONTA), CLIENTE, resposta(401, wrong_key["body"]))[1], Parar)


def test_it_is_looked_for_by_our_reference(golden: Path) -> None:
    example = recorded(golden, "asaas/lookup_by_external_reference")
    own = titulo(chave="056984", boleto={"valor": 20000, "vencimento": date(2017, 3, 16)})
    pedidos, outcome = play(
        ADAPTADOR.consultar(own, CONTA), resposta(200, example["response"]["body"]), QUEM, resposta(404)
    )
    assert (pedidos[0].caminho, dict(pedidos[0].query)) == (example["request"]["path"], example["request"]["query"])
    assert isinstance(outcome, Encontrado)
    assert outcome.titulo.referencia == "pay_080225913252"


def test_two_that_live_are_told_and_a_deleted_one_does_not_count() -> None:
    row = fact("asaas")["cobranca"]
    own = titulo(chave="056984", boleto={"valor": 20000, "vencimento": date(2017, 3, 16)})
    twice = resposta(200, {"data": [row, {**row, "id": "pay_2"}]})
    assert isinstance(play(ADAPTADOR.consultar(own, CONTA), twice)[1], Varios)
    deleted = resposta(200, {"data": [{**row, "deleted": True}]})
    assert play(ADAPTADOR.consultar(own, CONTA), deleted)[1] == Ausente()
    assert isinstance(play(ADAPTADOR.consultar(own, CONTA), resposta(200, {}))[1], Indeterminado)


def test_what_has_another_reference_is_not_ours() -> None:
    own = titulo(chave="056984", boleto={"valor": 20000, "vencimento": date(2017, 3, 16)})
    other = resposta(200, {"data": [{**fact("asaas")["cobranca"], "externalReference": "0569840"}]})
    assert play(ADAPTADOR.consultar(own, CONTA), other)[1] == Ausente()


def test_without_the_pagador_nothing_is_certain() -> None:
    own = titulo(chave="056984", boleto={"valor": 20000, "vencimento": date(2017, 3, 16)})
    found = resposta(200, {"data": [fact("asaas")["cobranca"]]})
    assert isinstance(play(ADAPTADOR.consultar(own, CONTA), found, resposta(500))[1], Indeterminado)


def test_confirmed_is_not_money_yet() -> None:
    rows = [{**fact("asaas")["cobranca"], "status": status} for status in ("CONFIRMED", "RECEIVED", "NEW_WORD")]
    filtro = Filtro(de=date(2017, 3, 1), ate=date(2017, 3, 31))
    pedidos, outcome = play(ADAPTADOR.listar(CONTA, filtro), resposta(200, {"data": rows, "hasMore": False}))
    assert pedidos[0].query["paymentDate[ge]"] == "2017-03-01"
    assert isinstance(outcome, list)
    assert [(each.estado, each.valor_pago) for each in outcome] == [("aberto", None), ("pago", 20000), ("outro", None)]


def test_a_change_says_the_rest_as_it_was() -> None:
    pedidos, outcome = play(ADAPTADOR.alterar(asked(), CONTA, "pay_1", "valor", 2500), resposta(200, {}))
    assert pedidos[0].corpo == b'{"billingType":"BOLETO","dueDate":"2017-06-10","value":25.00}'
    assert outcome == Feito()
    pedidos, _ = play(ADAPTADOR.baixar(asked(), CONTA, "pay_1"), resposta(200, {"deleted": True}))
    assert (pedidos[0].metodo, pedidos[0].caminho, pedidos[0].muda) == ("DELETE", "/v3/payments/pay_1", True)


def test_what_asaas_cannot_take_is_refused() -> None:
    encargos = Encargos(juros_tipo=TipoJuros.VALOR_DIA, juros=10, protesto_dias=3)
    own = titulo(boleto={"encargos": encargos, "instrucoes": ("x" * 300, "y" * 300)})
    fields = {problem.field for problem in ADAPTADOR.problems(own, CONTA) if problem.is_error}
    assert fields == {"encargos.juros", "encargos.protesto_dias", "instrucoes"}
