"""Caixa: a hash and an answer that mundipagg/boleto-api asserts, and what is taken and refused."""

from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.domain.encargos import Encargos, TipoMulta
from finbank_desktop.gateway.caixa import Caixa, _hash
from finbank_desktop.gateway.port import (
    Ausente,
    Desconhecido,
    Duplicado,
    Encontrado,
    Feito,
    Indeterminado,
    Registrado,
    Rejeitado,
)
from tests.unit.gateway.provas import conta_api, fact, first, play, recorded, resposta, titulo

ADAPTADOR = Caixa()
CONTA = conta_api("caixa", codigo_beneficiario="200656", agencia="1679", cnpj="00732159000109")
OWN = titulo(
    boleto={"nosso_numero": "14000000099222698", "valor": 1000, "encargos": Encargos(baixa_dias=30)},
    pagador={"nome": "Casa & Cia"},
)


def soap(**campos: str) -> bytes:
    """Return an answer as the service sends it: its own code, words, and what it tells of a title."""
    codigo, dito = campos.pop("COD_RETORNO"), campos.pop("RETORNO", "")
    dados = "".join(f"<{nome}>{valor}</{nome}>" for nome, valor in campos.items())
    return (
        '<?xml version="1.0"?><soapenv:Envelope xmlns:soapenv="s"><soapenv:Body><m:SERVICO_SAIDA xmlns:m="x">'
        "<COD_RETORNO>00</COD_RETORNO><DADOS><CONTROLE_NEGOCIAL>"
        f"<COD_RETORNO>{codigo}</COD_RETORNO><MENSAGENS><RETORNO>{dito}</RETORNO></MENSAGENS></CONTROLE_NEGOCIAL>"
        f"<INCLUI_BOLETO>{dados}</INCLUI_BOLETO></DADOS></m:SERVICO_SAIDA></soapenv:Body></soapenv:Envelope>"
    ).encode()


def test_the_hash_is_the_one_a_peer_asserts() -> None:
    known = fact("caixa")["hash"]
    conta = conta_api("caixa", codigo_beneficiario=known["codigo"], cnpj=known["cnpj"])
    vencimento = titulo().boleto.vencimento.replace(year=2017, month=8, day=30)
    assert _hash(conta, "0" * 17, vencimento, 1000) == known["autenticacao"]


def test_a_request_says_it_all_and_escapes_what_xml_keeps() -> None:
    pedido = first(ADAPTADOR.registrar(OWN, CONTA))
    assert (pedido.caminho, pedido.headers) == (
        "/sibar/ManutencaoCobrancaBancaria/Boleto/Externo",
        {"SOAPAction": "INCLUI_BOLETO"},
    )
    assert pedido.corpo is not None
    xml = pedido.corpo.decode()
    for part in (
        "<CODIGO_BENEFICIARIO>0200656</CODIGO_BENEFICIARIO>",
        "<NOSSO_NUMERO>14000000099222698</NOSSO_NUMERO>",
        "<DATA_VENCIMENTO>2026-09-25</DATA_VENCIMENTO><VALOR>10.00</VALOR>",
        "<JUROS_MORA><TIPO>ISENTO</TIPO><VALOR>0</VALOR></JUROS_MORA>",
        "<POS_VENCIMENTO><ACAO>DEVOLVER</ACAO><NUMERO_DIAS>30</NUMERO_DIAS></POS_VENCIMENTO>",
        "<CPF>52998224725</CPF><NOME>Casa &amp; Cia</NOME>",
        "<LOGRADOURO>Rua das Acácias, 100</LOGRADOURO>",
    ):
        assert part in xml, part


def test_the_recorded_registration_is_read(golden: Path) -> None:
    body = recorded(golden, "_extras/caixa_register_ok")["response"]["body"]
    _, outcome = play(ADAPTADOR.registrar(OWN, CONTA), resposta(200, soap(**body)))
    assert isinstance(outcome, Registrado)
    assert (outcome.titulo.nosso_numero, outcome.titulo.linha_digitavel, outcome.titulo.codigo_barras) == (
        body["NOSSO_NUMERO"],
        body["LINHA_DIGITAVEL"],
        body["CODIGO_BARRAS"],
    )


def test_a_200_with_a_code_is_a_refusal(golden: Path) -> None:
    body = recorded(golden, "_extras/caixa_register_ok")["then"][0]["body"]
    _, outcome = play(ADAPTADOR.registrar(OWN, CONTA), resposta(200, soap(**body)))
    assert isinstance(outcome, Rejeitado)
    assert outcome.erros[0].mensagem == body["RETORNO"]
    assert outcome.erros[0].sugestao


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (soap(COD_RETORNO="1", RETORNO="(10) NOSSO NUMERO JA CADASTRADO"), Duplicado),
        (soap(COD_RETORNO="1", RETORNO="SISTEMA INDISPONIVEL"), Desconhecido),
        (soap(COD_RETORNO="0"), Desconhecido),
        (b"<html>", Desconhecido),
        (b"", Desconhecido),
    ],
)
def test_what_is_not_sure_is_not_registered(body: bytes, expected: type) -> None:
    assert isinstance(play(ADAPTADOR.registrar(OWN, CONTA), resposta(200, body))[1], expected)


def test_a_look_up_hashes_zeros_and_changes_nothing() -> None:
    found = soap(
        COD_RETORNO="0",
        NUMERO_DOCUMENTO="NF-100",
        DATA_VENCIMENTO="2026-09-25",
        VALOR="10.00",
        CPF="52998224725",
        SITUACAO="EM ABERTO",
    )
    pedidos, outcome = play(ADAPTADOR.consultar(OWN, CONTA), resposta(200, found))
    assert (pedidos[0].caminho, pedidos[0].muda) == ("/sibar/ConsultaCobrancaBancaria/Boleto", False)
    assert isinstance(outcome, Encontrado)
    assert outcome.titulo.estado == "aberto"
    absent = soap(COD_RETORNO="1", RETORNO="(47) NOSSO NUMERO NAO CADASTRADO PARA O BENEFICIARIO")
    assert play(ADAPTADOR.consultar(OWN, CONTA), resposta(200, absent))[1] == Ausente()
    other = soap(COD_RETORNO="1", RETORNO="(54) OPERACAO NAO PERMITIDA - HASH DIVERGENTE")
    assert isinstance(play(ADAPTADOR.consultar(OWN, CONTA), resposta(200, other))[1], Indeterminado)


def test_the_baixa_is_judged_by_its_own_code() -> None:
    assert play(ADAPTADOR.baixar(OWN, CONTA, ""), resposta(200, soap(COD_RETORNO="0")))[1] == Feito()
    refused = soap(COD_RETORNO="1", RETORNO="TITULO JA BAIXADO")
    assert isinstance(play(ADAPTADOR.baixar(OWN, CONTA, ""), resposta(200, refused))[1], Rejeitado)


def test_what_caixa_cannot_take_is_refused() -> None:
    def fields(own: Any) -> set[str | None]:
        return {problem.field for problem in ADAPTADOR.problems(own, CONTA) if problem.is_error}

    assert fields(OWN) == set()
    assert fields(titulo(boleto={"nosso_numero": "14000000099222698"})) == {"encargos.baixa_dias"}
    both = Encargos(baixa_dias=5, protesto_dias=5, multa_tipo=TipoMulta.VALOR, multa=5)
    assert fields(titulo(boleto={"nosso_numero": "14000000099222698", "encargos": both})) == {"encargos.baixa_dias"}
