"""C6, Cora, Banrisul and Bradesco: what public facts there are, and what is taken and refused."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.registro import TituloRegistro
from finbank_desktop.gateway.banrisul import Banrisul
from finbank_desktop.gateway.bradesco import Bradesco
from finbank_desktop.gateway.c6 import C6
from finbank_desktop.gateway.cora import Cora
from finbank_desktop.gateway.cresol import Cresol
from finbank_desktop.gateway.port import (
    Aceito,
    Ausente,
    Desconhecido,
    Duplicado,
    Encontrado,
    Feito,
    Filtro,
    Indeterminado,
    Registrado,
    Rejeitado,
)
from tests.unit.gateway.provas import first, play, recorded, resposta, titulo
from tests.unit.gateway.todas import conta_de, titulo_de

DIAS = Filtro(de=date(2026, 9, 1), ate=date(2026, 9, 30))


def fields(adaptador: Any, own: TituloRegistro, conta: Any) -> set[str | None]:
    return {problem.field for problem in adaptador.problems(own, conta) if problem.is_error}


def test_c6_reads_its_recorded_registration_and_refusal(golden: Path) -> None:
    example = recorded(golden, "_extras/c6_register_sandbox")
    body, conta = example["response"]["body"], conta_de("c6")
    _, outcome = play(C6().registrar(titulo(), conta), resposta(200, body))
    assert isinstance(outcome, Registrado)
    assert outcome.titulo.referencia == body["id"]
    assert outcome.titulo.linha_digitavel == "".join(d for d in body["digitable_line"] if d.isdigit())
    assert outcome.titulo.codigo_barras == body["bar_code"]
    _, outcome = play(C6().registrar(titulo(), conta), resposta(400, example["then"][0]["body"]))
    assert isinstance(outcome, Rejeitado)
    assert outcome.erros[0].sugestao == "O C6 quer o número do endereço só em algarismos."


def test_c6_cannot_be_asked_by_our_key_and_says_so() -> None:
    pedidos, outcome = play(C6().consultar(titulo(), conta_de("c6")))
    assert pedidos == []
    assert isinstance(outcome, Indeterminado)
    assert not C6().capacidades.consulta_por_chave
    body = {"id": "X", "amount": 100, "due_date": "2026-09-25", "payments": [{"amount": 101.5, "date": "2026-09-26"}]}
    _, outcome = play(C6().consultar(titulo(), conta_de("c6"), "X"), resposta(200, body))
    assert isinstance(outcome, Encontrado)
    assert (outcome.titulo.estado, outcome.titulo.valor_pago) == ("pago", 10150)


def test_c6_wants_house_numbers_in_digits() -> None:
    assert fields(C6(), titulo(endereco={"numero": "S/N"}), conta_de("c6")) == {"pagador.endereco.numero"}
    body = json.loads(first(C6().registrar(titulo(), conta_de("c6"))).corpo or b"")
    assert body["payer"]["address"]["number"] == 100


def play_empty(passos: Any) -> Any:
    return play(passos)[1]


def test_cora_speaks_centavos_and_keeps_its_key() -> None:
    encargos = Encargos(
        multa_tipo=TipoMulta.VALOR,
        multa=250,
        juros_tipo=TipoJuros.TAXA_MENSAL,
        juros=100,
        desconto_tipo=TipoDesconto.VALOR,
        desconto=500,
        desconto_dias=2,
    )
    own, conta = titulo(boleto={"encargos": encargos}), conta_de("cora")
    pedido = first(Cora().registrar(own, conta))
    again = first(Cora().registrar(own, conta))
    assert pedido.headers == again.headers
    assert set(pedido.headers) == {"Idempotency-Key"}
    body = json.loads(pedido.corpo or b"")
    assert body["services"][0]["amount"] == 10000
    terms = body["payment_terms"]
    assert (terms["fine"]["amount"], terms["interest"]["rate"], terms["discount"]["value"]) == (250, 1.0, 500)
    answer = {
        "id": "inv_1",
        "code": "ABC123",
        "status": "PAID",
        "total_amount": 10000,
        "total_paid": 10250,
        "occurrence_date": "2026-09-26",
        "payment_terms": {"due_date": "2026-09-25"},
        "customer": {"document": {"identity": "52998224725"}},
    }
    _, outcome = play(Cora().consultar(own, conta, "inv_1"), resposta(200, answer))
    assert isinstance(outcome, Encontrado)
    assert (outcome.titulo.valor, outcome.titulo.valor_pago, outcome.titulo.estado) == (10000, 10250, "pago")
    assert isinstance(play_empty(Cora().consultar(own, conta)), Indeterminado)


def test_cora_lists_until_a_page_is_not_full() -> None:
    row = {"id": "a", "status": "PAID", "total_amount": 100, "total_paid": 100, "due_date": "2026-09-02"}
    full = {"items": [row] * 100}
    pedidos, outcome = play(Cora().listar(conta_de("cora"), DIAS), resposta(200, full), resposta(200, {"items": [row]}))
    assert [pedido.query["page"] for pedido in pedidos] == ["1", "2"]
    assert isinstance(outcome, list)
    assert len(outcome) == 101


def test_banrisul_is_asked_by_the_number_with_its_digits() -> None:
    own, conta = titulo_de("banrisul"), conta_de("banrisul")
    body = {
        "titulo": {
            "nosso_numero": "0000000138",
            "valor_nominal": "100.00",
            "data_vencimento": "2026-09-25",
            "situacao_banrisul": "L",
            "pagador": {"cpf_cnpj": "52998224725"},
            "operacoes": {"valor_cobrado": 101.0, "data_pagamento": "2026-09-26"},
        }
    }
    pedidos, outcome = play(Banrisul().consultar(own, conta), resposta(200, body))
    assert pedidos[0].caminho == "/cobranca/v1/boletos/0000000138"
    assert isinstance(outcome, Encontrado)
    assert (outcome.titulo.estado, outcome.titulo.valor_pago) == ("pago", 10100)
    assert play(Banrisul().consultar(own, conta), resposta(404, {"erros": []}))[1] == Ausente()
    refused = {"ocorrencias": [{"codigo": "7", "mensagem": "CEP INVALIDO"}]}
    assert isinstance(play(Banrisul().registrar(own, conta), resposta(400, refused))[1], Rejeitado)


def test_banrisul_changes_by_febrabans_codes() -> None:
    own, conta = titulo_de("banrisul"), conta_de("banrisul")
    pedidos, outcome = play(Banrisul().alterar(own, conta, "", "vencimento", date(2026, 10, 1)), resposta(200, {}))
    assert dict(pedidos[0].query) == {"tipo_id": "NOSSO_NUMERO", "tipo_alteracao": "06"}
    assert outcome == Feito()


def test_banrisul_takes_a_fine_of_one_decimal_only() -> None:
    encargos = Encargos(multa_tipo=TipoMulta.PERCENTUAL, multa=205)
    assert fields(Banrisul(), titulo_de("banrisul", encargos=encargos), conta_de("banrisul")) == {"encargos.multa"}


def test_bradescos_lost_answer_is_unknown_and_its_repeat_a_duplicate(golden: Path) -> None:
    example = recorded(golden, "_extras/bradesco_timeout_then_duplicate")
    own, conta = titulo_de("bradesco"), conta_de("bradesco")
    lost, repeated = example["response"]["body"], example["then"][0]["body"]
    for words, expected in ((lost, Desconhecido), (repeated, Duplicado)):
        for body in (words, {"mensagem": words}, {"message": words}):
            assert isinstance(play(Bradesco().registrar(own, conta), resposta(200, body))[1], expected), body


def test_bradesco_makes_the_barcode_of_the_line() -> None:
    # a recorded pair of another bank: only the digits are judged
    line, code = "00190000090312855799299999999172185150000000310", "00191851500000003100000003128557999999999917"
    body = {"linhaDig10": line, "ctitloCobrCdent": "1", "codBarras10": "<NnWw>"}
    _, outcome = play(Bradesco().registrar(titulo_de("bradesco"), conta_de("bradesco")), resposta(200, body))
    assert isinstance(outcome, Registrado)
    assert outcome.titulo.codigo_barras == code


def test_bradesco_is_asked_without_changing_anything() -> None:
    own, conta = titulo_de("bradesco"), conta_de("bradesco")
    row = {"codStatus": 1, "dataVencto": 25092026, "valMoeda": 10000, "sacado": {"cnpj": 52998224725}}
    pedidos, outcome = play(Bradesco().consultar(own, conta), resposta(200, {"titulo": row}))
    body = json.loads(pedidos[0].corpo or b"")
    assert not pedidos[0].muda
    assert body["cpfCnpj"] == {"cpfCnpj": "11222333", "filial": "0001", "controle": "81"}
    assert (body["produto"], body["negociacao"]) == ("9", "12340012345")
    assert isinstance(outcome, Encontrado)
    gone = {"mensagem": "TITULO NAO CADASTRADO"}
    assert play(Bradesco().consultar(own, conta), resposta(200, gone))[1] == Ausente()
    assert isinstance(play(Bradesco().consultar(own, conta), resposta(200, {}))[1], Indeterminado)


def test_bradesco_refuses_what_no_source_settles() -> None:
    encargos = Encargos(
        multa_tipo=TipoMulta.PERCENTUAL,
        multa=200,
        juros_tipo=TipoJuros.TAXA_MENSAL,
        juros=100,
        desconto_tipo=TipoDesconto.VALOR,
        desconto=100,
    )
    own = titulo_de("bradesco", encargos=encargos)
    assert fields(Bradesco(), own, conta_de("bradesco")) == {"encargos.multa", "encargos.juros", "encargos.desconto"}


def test_cresol_is_asked_by_due_date_and_read_for_our_number() -> None:
    own, conta = titulo_de("cresol"), conta_de("cresol")
    row = {
        "id": 5,
        "nossoNumero": "1",
        "numeroDocumento": "NF-100",
        "valorNominal": 100.0,
        "dtVencimento": "2026-09-25",
        "docPagador": "52998224725",
        "status": "0-EM_ABERTO",
    }
    other = {**row, "id": 6, "nossoNumero": "2"}
    first_page = resposta(200, {"content": [other], "last": False})
    last_page = resposta(200, {"content": [row], "last": True})
    pedidos, outcome = play(Cresol().consultar(own, conta), first_page, last_page)
    assert [pedido.query["page"] for pedido in pedidos] == ["0", "1"]
    assert pedidos[0].query["dt_vencimento_ini"] == "2026-09-25"
    assert isinstance(outcome, Encontrado)
    assert (outcome.titulo.referencia, outcome.titulo.estado) == ("5", "aberto")
    assert play(Cresol().consultar(own, conta), resposta(200, {"content": [other], "last": True}))[1] == Ausente()


def test_cresol_takes_a_list_of_one_and_says_when_it_is_still_at_it() -> None:
    own, conta = titulo_de("cresol"), conta_de("cresol")
    pedido = first(Cresol().registrar(own, conta))
    assert [each["nossoNumero"] for each in json.loads(pedido.corpo or b"")] == ["00000000001"]
    for body in ({"id": 5, "status": "EM_PROCESSAMENTO"}, [{"id": 5, "status": "1-EM_PROCESSAMENTO"}]):
        assert play(Cresol().registrar(own, conta), resposta(200, body))[1] == Aceito(referencia="5")
    desconto = Encargos(desconto_tipo=TipoDesconto.VALOR, desconto=100)
    assert fields(Cresol(), titulo_de("cresol", encargos=desconto), conta) == {"encargos.desconto"}
