"""Inter: the recorded requests and answers of its OpenAPI file, and what it takes and refuses."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.domain.cadastros import Endereco, Pessoa
from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.registro import TituloRegistro
from finbank_desktop.gateway.inter import Inter
from finbank_desktop.gateway.port import (
    Aceito,
    Alheio,
    Ausente,
    Desconhecido,
    Encontrado,
    Feito,
    Filtro,
    Indeterminado,
    Rejeitado,
    Varios,
)
from tests.unit.gateway.provas import conta_api, differences, fact, first, play, recorded, resposta, titulo

ADAPTADOR = Inter()
CONTA = conta_api("inter", client_id="id")


def asked(**mais: Any) -> TituloRegistro:
    """The title of the bank's own example."""
    encargos = Encargos(
        juros_tipo=TipoJuros.TAXA_MENSAL,
        juros=500,
        multa_tipo=TipoMulta.PERCENTUAL,
        multa=200,
        desconto_tipo=TipoDesconto.PERCENTUAL,
        desconto=300,
        desconto_dias=7,
        baixa_dias=60,
    )
    final = Pessoa(
        empresa_id=1,
        codigo="2",
        nome="Nome do beneficiário",
        documento="12345678901",
        endereco=Endereco(
            logradouro="Avenida Brasil, 1200", bairro="Centro", cidade="Belo Horizonte", uf="MG", cep="30110000"
        ),
    )
    return titulo(
        chave="123456",
        boleto={
            "valor": 250,
            "vencimento": date(2026, 10, 20),
            "encargos": encargos,
            "instrucoes": tuple(f"mensagem {n}" for n in range(1, 6)),
        },
        pagador={
            "nome": "Nome do pagador",
            "documento": "01123456789",
            "email": "nome.sobrenome@example.com",
            "telefone": "(31) 99999-9999",
        },
        endereco={
            "logradouro": "Avenida Brasil, 1200",
            "numero": "3456",
            "complemento": "apartamento 3 bloco 4",
            "cidade": "Belo Horizonte",
            "uf": "MG",
            "cep": "30110000",
        },
        beneficiario_final=final,
        com_pix=True,
        **mais,
    )


def found(**mais: Any) -> TituloRegistro:
    """The title of the peer's worked case."""
    boleto = {"valor": 120000, "vencimento": date(2026, 10, 24)}
    return titulo(chave="NF-0924", boleto=boleto, com_pix=True, **mais)


def test_the_recorded_request_is_written(golden: Path) -> None:
    example = recorded(golden, "inter/register_ok")
    pedido = first(ADAPTADOR.registrar(asked(), CONTA))
    assert (pedido.metodo, pedido.caminho) == ("POST", example["request"]["path"])
    assert pedido.muda
    # the program keeps no notas fiscais with a boleto
    nota = {f"-notaFiscal.{nome}" for nome in example["request"]["body"]["notaFiscal"]}
    assert differences(pedido, example["request"]["body"]) == nota


def test_the_recorded_answer_is_taken_as_accepted_only(golden: Path) -> None:
    example = recorded(golden, "inter/register_ok")
    _, outcome = play(ADAPTADOR.registrar(asked(), CONTA), resposta(200, example["response"]["body"]))
    assert outcome == Aceito(referencia=example["expected"]["bank_id"])


def test_the_worked_case_is_found_processing_and_then_issued(golden: Path) -> None:
    example = recorded(golden, "inter/get_processing_then_issued")
    codigo = example["response"]["body"]["cobranca"]["codigoSolicitacao"]
    pedidos, outcome = play(ADAPTADOR.consultar(found(), CONTA, codigo), resposta(200, example["response"]["body"]))
    assert pedidos[0].caminho == example["request"]["path"]
    assert isinstance(outcome, Encontrado)
    assert outcome.titulo.estado == "processando"
    _, outcome = play(ADAPTADOR.consultar(found(), CONTA, codigo), resposta(200, example["then"][0]["body"]))
    assert isinstance(outcome, Encontrado)
    expected = example["expected"]
    assert (outcome.titulo.nosso_numero, outcome.titulo.linha_digitavel, outcome.titulo.codigo_barras) == (
        expected["nosso_numero"],
        expected["linha_digitavel"],
        expected["codigo_barras"],
    )
    assert (outcome.titulo.txid, outcome.titulo.pix) == (expected["txid"], expected["emv"])
    assert outcome.titulo.estado == "aberto"


def test_it_is_looked_for_by_seu_numero_and_day_of_issue(golden: Path) -> None:
    example = recorded(golden, "inter/list_by_seu_numero")
    asking = titulo(
        chave="123456",
        boleto={"valor": 12345, "vencimento": date(2023, 10, 1)},
        pagador={"documento": "01234567890"},
        dia=date(2023, 9, 26),
    )
    body = resposta(200, example["response"]["body"])
    pedidos, outcome = play(ADAPTADOR.consultar(asking, CONTA), body, body)
    query = dict(example["request"]["query"])
    assert pedidos[0].caminho == example["request"]["path"]
    # a day before as well, for the bank's clock
    assert pedidos[0].query == {**query, "dataInicial": "2023-09-25"}
    assert isinstance(outcome, Encontrado)
    assert outcome.titulo.valor == 12345
    assert outcome.titulo.linha_digitavel == ""  # the example's is a placeholder


def test_the_recorded_refusal_names_the_field(golden: Path) -> None:
    example = recorded(golden, "inter/error_400_validation")
    _, outcome = play(ADAPTADOR.registrar(asked(), CONTA), resposta(400, example["response"]["body"]))
    assert isinstance(outcome, Rejeitado)
    assert [(erro.campo, erro.mensagem) for erro in outcome.erros] == [
        (each["field"], each["message"]) for each in example["expected"]["errors"]
    ]


def test_a_503_leaves_it_unknown(golden: Path) -> None:
    example = recorded(golden, "inter/error_503")
    _, outcome = play(ADAPTADOR.registrar(asked(), CONTA), resposta(503, example["response"]["body"]))
    assert isinstance(outcome, Desconhecido)


def test_the_baixa_is_asked_for_and_confirmed_later(golden: Path) -> None:
    example = recorded(golden, "inter/cancel_ok")
    codigo = example["request"]["path"].split("/")[4]
    pedidos, outcome = play(ADAPTADOR.baixar(asked(), CONTA, codigo), resposta(202))
    assert (pedidos[0].metodo, pedidos[0].caminho) == ("POST", example["request"]["path"])
    assert differences(pedidos[0], example["request"]["body"]) == {"~motivoCancelamento"}
    assert outcome == Feito(confirmar=True)
    assert play(ADAPTADOR.baixar(asked(), CONTA, codigo), resposta(204))[1] == Feito(confirmar=True)


def test_the_recorded_token_is_asked_for(golden: Path) -> None:
    example = recorded(golden, "inter/token_ok")
    pedido = ADAPTADOR.token(CONTA, {"client_secret": "segredo"})
    assert pedido is not None
    assert (pedido.caminho, pedido.tipo) == (
        example["request"]["path"],
        example["request"]["headers"]["Content-Type"],
    )
    assert pedido.corpo is not None
    assert {part.split("=")[0] for part in pedido.corpo.decode().split("&")} == set(example["request"]["form"])


def test_a_400_without_a_word_is_looked_up() -> None:
    _, outcome = play(ADAPTADOR.registrar(asked(), CONTA), resposta(400))
    assert outcome == Desconhecido(motivo="o banco respondeu HTTP 400 sem detalhe")


def test_pages_are_walked_whatever_the_totals_say() -> None:
    page = {"totalPaginas": 1, "totalElementos": 0, "ultimaPagina": False, "cobrancas": [fact("inter")["cobranca"]]}
    last = {**page, "ultimaPagina": True}
    filtro = Filtro(de=date(2026, 10, 1), ate=date(2026, 10, 31))
    pedidos, outcome = play(ADAPTADOR.listar(CONTA, filtro), resposta(200, page), resposta(200, last))
    assert [pedido.query["paginacao.paginaAtual"] for pedido in pedidos] == ["0", "1"]
    assert isinstance(outcome, list)
    assert [each.nosso_numero for each in outcome] == [fact("inter")["nosso_numero"]] * 2


@pytest.mark.parametrize(
    ("mudanca", "expected"),
    [
        ({"boleto": {"valor": 120001, "vencimento": date(2026, 10, 24)}}, Alheio),
        ({"boleto": {"valor": 120000, "vencimento": date(2026, 10, 25)}}, Alheio),
        ({"pagador": {"documento": "11144477735"}}, Alheio),
        ({}, Encontrado),
    ],
)
def test_another_value_due_date_or_pagador_is_another_title(mudanca: dict[str, Any], expected: type) -> None:
    own = {"boleto": {"valor": 120000, "vencimento": date(2026, 10, 24)}, **mudanca}
    page = {"ultimaPagina": True, "cobrancas": [fact("inter")["cobranca"]]}
    body = resposta(200, page)
    _, outcome = play(ADAPTADOR.consultar(titulo(chave="NF-0924", **own), CONTA), body, body)
    assert isinstance(outcome, expected)


def test_two_under_one_key_are_told() -> None:
    row = fact("inter")["cobranca"]
    other = {**row, "cobranca": {**row["cobranca"], "codigoSolicitacao": "outro"}}
    first_day, due_day = ({"ultimaPagina": True, "cobrancas": [each]} for each in (row, other))
    asked_for = ADAPTADOR.consultar(found(), CONTA)
    assert isinstance(play(asked_for, resposta(200, first_day), resposta(200, due_day))[1], Varios)


def test_nothing_under_the_key_is_absent_and_a_broken_page_is_not() -> None:
    empty = resposta(200, {"ultimaPagina": True, "cobrancas": []})
    pedidos, outcome = play(ADAPTADOR.consultar(found(), CONTA), empty, empty)
    assert outcome == Ausente()
    days = [(pedido.query["filtrarDataPor"], pedido.query["dataInicial"]) for pedido in pedidos]
    assert days == [("EMISSAO", "2026-08-24"), ("VENCIMENTO", "2026-10-24")]
    late = resposta(200, {"ultimaPagina": True, "cobrancas": [fact("inter")["cobranca"]]})
    assert isinstance(play(ADAPTADOR.consultar(found(), CONTA), empty, late)[1], Encontrado)
    for broken in (resposta(200, {}), resposta(200, b"<html>"), resposta(500), resposta(404), resposta(200)):
        assert isinstance(play(ADAPTADOR.consultar(found(), CONTA), broken)[1], Indeterminado)


def test_what_inter_cannot_take_is_refused() -> None:
    encargos = Encargos(protesto_dias=5, baixa_dias=61)
    own = titulo(
        boleto={"valor": 249, "encargos": encargos, "instrucoes": ("x" * 79,), "abatimento": 1, "aceite": True}
    )
    fields = {problem.field for problem in ADAPTADOR.problems(own, CONTA) if problem.is_error}
    assert fields == {"valor", "encargos.protesto_dias", "encargos.baixa_dias", "instrucoes", "abatimento", "aceite"}
