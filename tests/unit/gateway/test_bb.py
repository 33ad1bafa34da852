"""Banco do Brasil: what bb-wrapper recorded in homologation, and what the API takes and refuses."""

from datetime import date
from pathlib import Path
from typing import Any

from finbank_desktop.domain.encargos import Encargos
from finbank_desktop.domain.registro import TituloRegistro
from finbank_desktop.gateway.bb import BancoDoBrasil
from finbank_desktop.gateway.port import (
    Alheio,
    Ausente,
    Desconhecido,
    Duplicado,
    Encontrado,
    Feito,
    Filtro,
    Indeterminado,
    Parar,
    Registrado,
)
from tests.unit.gateway.provas import conta_api, differences, fact, first, play, recorded, resposta, titulo

ADAPTADOR = BancoDoBrasil()
CONTA = conta_api("bb", client_id="id", agencia="452", conta="123873")


def asked(numero: str = "31285579999999984", **boleto: Any) -> TituloRegistro:
    own = {
        "nosso_numero": numero,
        "numero_documento": numero[-10:],
        "emissao": date(2024, 12, 27),
        "vencimento": date(2024, 12, 27),
        "valor": 310,
        "especie": "DS",
        "encargos": Encargos(baixa_dias=15),
        **boleto,
    }
    return titulo(
        boleto=own,
        convenio={"convenio": "3128557", "carteira": "17", "variacao": "35"},
        pagador={"nome": "Nome", "documento": "71128590182"},
        endereco={
            "logradouro": "Rua Prudente de morais",
            "numero": "",
            "bairro": "Tirol",
            "cidade": "Natal",
            "uf": "RN",
            "cep": "59150000",
        },
        com_pix=True,
    )


def test_the_recorded_request_is_written(golden: Path) -> None:
    example = recorded(golden, "bb/register_ok_pix")
    pedido = first(ADAPTADOR.registrar(asked(), CONTA))
    assert (pedido.metodo, pedido.caminho) == ("POST", example["request"]["path"])
    assert ADAPTADOR.query(CONTA, {"app_key": "x"}) == {"gw-dev-app-key": "x"}
    # our own key goes along; an empty telephone is left out
    assert differences(pedido, example["request"]["body"]) == {"+campoUtilizacaoBeneficiario", "-pagador.telefone"}


def test_the_recorded_registration_is_read(golden: Path) -> None:
    for nome in ("bb/register_ok_pix", "bb/register_ok_pix_failed"):
        example = recorded(golden, nome)
        expected = example["expected"]
        _, outcome = play(ADAPTADOR.registrar(asked(), CONTA), resposta(200, example["response"]["body"]))
        assert isinstance(outcome, Registrado)
        lido = outcome.titulo
        assert lido.nosso_numero == expected["nosso_numero"]
        assert (lido.linha_digitavel, lido.codigo_barras) == (expected["linha_digitavel"], expected["codigo_barras"])
        assert (lido.pix or None) == expected["emv"]
        assert lido.txid == expected.get("txid", "")
        assert outcome.sem_pix == expected.get("pix_error", "")


def test_a_repeated_number_is_a_duplicate_and_never_renumbered(golden: Path) -> None:
    example = recorded(golden, "bb/error_duplicate_nosso_numero")
    _, outcome = play(ADAPTADOR.registrar(asked(), CONTA), resposta(400, example["response"]["body"]))
    assert outcome == Duplicado(mensagem="Nosso Número já incluído anteriormente.")


def test_the_other_envelope_of_a_repeated_number_is_known() -> None:
    body = {"errors": [{"code": "4874915.1", "message": "Nosso Número já incluído anteriormente."}]}
    assert isinstance(play(ADAPTADOR.registrar(asked(), CONTA), resposta(400, body))[1], Duplicado)


def test_a_refused_token_stops_everything(golden: Path) -> None:
    example = recorded(golden, "bb/error_401")
    _, outcome = play(ADAPTADOR.registrar(asked(), CONTA), resposta(401, example["response"]["body"]))
    assert isinstance(outcome, Parar)


def test_the_recorded_title_is_found(golden: Path) -> None:
    example = recorded(golden, "bb/get_open")
    own = asked("31285579999999999", vencimento=date(2021, 1, 29))
    pedidos, outcome = play(ADAPTADOR.consultar(own, CONTA), resposta(200, example["response"]["body"]))
    assert pedidos[0].caminho == example["request"]["path"]
    assert pedidos[0].query == {"numeroConvenio": example["request"]["query"]["numeroConvenio"]}
    assert isinstance(outcome, Encontrado)
    expected = example["expected"]
    assert outcome.titulo.estado == "aberto"
    assert (outcome.titulo.linha_digitavel, outcome.titulo.codigo_barras, outcome.titulo.pagador_documento) == (
        expected["linha_digitavel"],
        expected["codigo_barras"],
        expected["pagador_doc"],
    )
    assert outcome.titulo.data_pagamento is None


def test_the_recorded_page_of_settled_titles_is_read(golden: Path) -> None:
    example = recorded(golden, "bb/list_settled_page")
    filtro = Filtro(de=date(2021, 6, 7), ate=date(2021, 6, 9))
    pedidos, outcome = play(ADAPTADOR.listar(CONTA, filtro), resposta(200, example["response"]["body"]))
    asked_for = {key: value for key, value in example["request"]["query"].items() if key != "gw-dev-app-key"}
    days = {"dataInicioMovimento": "07.06.2021", "dataFimMovimento": "09.06.2021"}
    assert pedidos[0].query == {**asked_for, **days}
    assert isinstance(outcome, list)
    assert len(outcome) == example["expected"]["rows"]
    first_row = outcome[0]
    assert first_row.nosso_numero == example["expected"]["first"]["nosso_numero"]
    assert (first_row.valor_pago, first_row.data_credito) == (234, date(2021, 6, 9))
    assert (first_row.valor, first_row.vencimento, first_row.estado) == (None, None, "pago")


def test_the_next_page_starts_where_the_bank_says() -> None:
    page = {"indicadorContinuidade": "S", "proximoIndice": 300, "boletos": [fact("bb")["linha"]]}
    last = {**page, "indicadorContinuidade": "N"}
    filtro = Filtro(de=date(2021, 6, 7), ate=date(2021, 6, 9))
    pedidos, outcome = play(ADAPTADOR.listar(CONTA, filtro), resposta(200, page), resposta(200, last))
    assert [pedido.query.get("indice") for pedido in pedidos] == [None, "300"]
    assert isinstance(outcome, list)
    assert len(outcome) == 2


def test_a_page_that_fails_makes_the_list_uncertain() -> None:
    page = {"indicadorContinuidade": "S", "proximoIndice": 300, "boletos": [fact("bb")["linha"]]}
    filtro = Filtro(de=date(2021, 6, 7), ate=date(2021, 6, 9))
    _, outcome = play(ADAPTADOR.listar(CONTA, filtro), resposta(200, page), resposta(503))
    assert isinstance(outcome, Indeterminado)


def test_the_recorded_baixa_is_asked_for(golden: Path) -> None:
    example = recorded(golden, "bb/cancel_ok")
    pedidos, outcome = play(
        ADAPTADOR.baixar(asked("31285579999999999"), CONTA, ""), resposta(200, example["response"]["body"])
    )
    assert pedidos[0].caminho == example["request"]["path"]
    assert not differences(pedidos[0], example["request"]["body"])
    assert outcome == Feito()


def test_a_document_as_a_number_agrees_with_its_zeros() -> None:
    row = {**fact("bb")["titulo"], "numeroInscricaoSacadoCobranca": 191, "codigoTipoInscricaoSacado": 2}
    own = asked(valor=310, vencimento=date(2021, 1, 29), numero_documento="9999999999")
    bank = titulo(
        boleto={"nosso_numero": own.boleto.nosso_numero, "valor": 310, "vencimento": date(2021, 1, 29)},
        convenio={"convenio": "3128557"},
        pagador={"documento": "00000000000191"},
    )
    assert isinstance(play(ADAPTADOR.consultar(bank, CONTA), resposta(200, row))[1], Alheio)  # another seu número
    same = {**row, "numeroTituloCedenteCobranca": "NF-100"}
    assert isinstance(play(ADAPTADOR.consultar(bank, CONTA), resposta(200, same))[1], Encontrado)


def test_an_unknown_number_is_absent() -> None:
    assert play(ADAPTADOR.consultar(asked(), CONTA), resposta(404, {"erros": []}))[1] == Ausente()
    assert isinstance(play(ADAPTADOR.consultar(asked(), CONTA), resposta(404, b"<html>no"))[1], Indeterminado)


def test_an_answer_without_number_is_no_registration() -> None:
    assert isinstance(
        play(ADAPTADOR.registrar(asked(), CONTA), resposta(201, {"linhaDigitavel": "1"}))[1], Desconhecido
    )


def test_what_bb_cannot_take_is_refused() -> None:
    own = titulo(
        boleto={"nosso_numero": "123", "encargos": Encargos(protesto_dias=1), "especie": "XX"},
        convenio={"convenio": "123456", "variacao": ""},
        pagador={"documento": "12ABC34501DE35"},
    )
    fields = {
        problem.field
        for problem in ADAPTADOR.problems(own, conta_api("bb", client_id="i", conta="1"))
        if problem.is_error
    }
    assert fields == {
        "pagador.documento",
        "encargos.protesto_dias",
        "especie",
        "convenio.convenio",
        "convenio.variacao",
        "conta.agencia",
    }
