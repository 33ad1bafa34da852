"""Sicredi: the manual's examples as clients carry them, and what is taken and refused."""

from datetime import date
from pathlib import Path

from finbank_desktop.domain.encargos import Encargos, TipoMulta
from finbank_desktop.domain.registro import TituloRegistro
from finbank_desktop.gateway.port import (
    Alheio,
    Ausente,
    Encontrado,
    Feito,
    Filtro,
    Indeterminado,
    Registrado,
    SemSuporte,
    Varios,
)
from finbank_desktop.gateway.sicredi import Sicredi
from tests.unit.gateway.provas import conta_api, differences, fact, first, play, recorded, resposta, titulo

ADAPTADOR = Sicredi()
CONTA = conta_api("sicredi", cooperativa="6789", posto="03", codigo_beneficiario="12345")


def asked() -> TituloRegistro:
    encargos = Encargos(multa_tipo=TipoMulta.PERCENTUAL, multa=300)
    return titulo(
        chave="CHAVE1",
        boleto={
            "numero_documento": "TESTE",
            "nosso_numero": "25100614",
            "nosso_numero_dv": "2",
            "vencimento": date(2024, 12, 15),
            "valor": 5500,
            "encargos": encargos,
            "instrucoes": tuple(f"mens {n}" for n in range(1, 5)),
        },
        convenio={"mensagens": tuple(f"info {n}" for n in range(1, 6))},
        pagador={"nome": "TESTE FAKE", "documento": "35169335695"},
        endereco={
            "logradouro": "RUA DOUTOR VARGAS NETO 180",
            "numero": "",
            "cidade": "PORTO ALEGRE",
            "uf": "RS",
            "cep": "91250000",
        },
        com_pix=True,
    )


def settled(**boleto: object) -> TituloRegistro:
    own = {"numero_documento": "MOCKDDA", "nosso_numero": "21100129", "nosso_numero_dv": "0", "valor": 9000}
    return titulo(boleto={**own, "vencimento": date(2021, 9, 27), **boleto}, pagador={"documento": "01234567890"})


def test_the_recorded_request_is_written(golden: Path) -> None:
    example = recorded(golden, "sicredi/register_ok_hibrido")
    pedido = first(ADAPTADOR.registrar(asked(), CONTA))
    assert (pedido.metodo, pedido.caminho) == ("POST", example["request"]["path"])
    assert differences(pedido, example["request"]["body"]) == {
        "+nossoNumero",  # we number, so that a second title is refused
        "+idTituloEmpresa",  # and our key goes along
        "~multa",  # a number, as other clients send it, not a text
        "-tipoDesconto",  # the example has a kind of discount and no discount
    }


def test_the_recorded_registration_is_read(golden: Path) -> None:
    example = recorded(golden, "sicredi/register_ok_hibrido")
    _, outcome = play(ADAPTADOR.registrar(asked(), CONTA), resposta(201, example["response"]["body"]))
    expected = example["expected"]
    assert isinstance(outcome, Registrado)
    lido = outcome.titulo
    assert (lido.nosso_numero, lido.linha_digitavel, lido.codigo_barras, lido.txid, lido.pix) == (
        expected["nosso_numero"],
        expected["linha_digitavel"],
        expected["codigo_barras"],
        expected["txid"],
        expected["emv"],
    )
    assert (outcome.sem_pix, outcome.avisos) == ("", ())


def test_the_recorded_settled_title_is_found_by_its_number(golden: Path) -> None:
    example = recorded(golden, "sicredi/get_settled")
    numero = example["request"]["query"]["nossoNumero"]
    pedidos, outcome = play(ADAPTADOR.consultar(settled(), CONTA, numero), resposta(200, example["response"]["body"]))
    assert (pedidos[0].caminho, dict(pedidos[0].query)) == (example["request"]["path"], example["request"]["query"])
    assert isinstance(outcome, Encontrado)
    assert (outcome.titulo.estado, outcome.titulo.valor_pago) == ("pago", 8000)
    assert str(outcome.titulo.data_pagamento) == example["expected"]["data_pagamento"]
    assert (outcome.titulo.pix or None) == example["expected"]["emv"]


def test_our_key_is_asked_for_first(golden: Path) -> None:
    example = recorded(golden, "sicredi/lookup_cadastrados")
    pedidos, outcome = play(ADAPTADOR.consultar(settled(), CONTA), resposta(200, []), resposta(404))
    assert pedidos[0].caminho == example["request"]["path"]
    assert set(pedidos[0].query) == set(example["request"]["query"])
    assert pedidos[1].query["nossoNumero"] == "211001290"
    assert outcome == Ausente()


def test_any_shape_of_that_answer_leads_to_the_title() -> None:
    row = fact("sicredi")["titulo"]
    for shape in (row, [row], {"items": [row]}, {"boletos": [row]}):
        pedidos, outcome = play(ADAPTADOR.consultar(settled(), CONTA), resposta(200, shape), resposta(200, row))
        assert isinstance(outcome, Encontrado), shape
        assert len(pedidos) == 2
    two = [row, {**row, "nossoNumero": "211001291"}]
    assert isinstance(play(ADAPTADOR.consultar(settled(), CONTA), resposta(200, two))[1], Varios)


def test_another_title_under_our_number_is_told() -> None:
    row = {**fact("sicredi")["titulo"], "valorNominal": 91}
    _, outcome = play(ADAPTADOR.consultar(settled(), CONTA), resposta(503), resposta(200, row))
    assert isinstance(outcome, Alheio)


def test_an_html_page_is_not_absence() -> None:
    _, outcome = play(ADAPTADOR.consultar(settled(), CONTA), resposta(404), resposta(404, b"<html>"))
    assert isinstance(outcome, Indeterminado)


def test_the_recorded_change_is_asked_for_and_confirmed_later(golden: Path) -> None:
    example = recorded(golden, "sicredi/change_due_and_cancel")
    numero = example["response"]["body"]["nossoNumero"]
    novo = date.fromisoformat(example["request"]["body"]["dataVencimento"])
    pedidos, outcome = play(
        ADAPTADOR.alterar(settled(), CONTA, numero, "vencimento", novo), resposta(202, example["response"]["body"])
    )
    assert (pedidos[0].metodo, pedidos[0].caminho) == ("PATCH", example["request"]["path"])
    assert not differences(pedidos[0], example["request"]["body"])
    assert outcome == Feito(confirmar=True)
    pedidos, _ = play(ADAPTADOR.baixar(settled(), CONTA, numero), resposta(202))
    assert (pedidos[0].caminho, pedidos[0].corpo) == ("/cobranca/boleto/v1/boletos/211001292/baixa", b"{}")


def test_the_recorded_token_is_asked_for(golden: Path) -> None:
    example = recorded(golden, "sicredi/token_ok")["request"]
    pedido = ADAPTADOR.token(CONTA, {"api_key": "k", "codigo_acesso": "c"})
    assert pedido is not None
    assert pedido.caminho == example["path"]
    assert set(pedido.headers) == {nome for nome in example["headers"] if nome != "Content-Type"}
    assert pedido.corpo is not None
    sent = dict(part.split("=") for part in pedido.corpo.decode().split("&"))
    assert set(sent) == set(example["form"])
    assert sent["username"] == "123456789"


def test_the_paid_are_listed_day_by_day() -> None:
    page = {"hasNext": False, "items": [fact("sicredi")["pago"]]}
    more = {**page, "hasNext": True}
    filtro = Filtro(de=date(2026, 8, 1), ate=date(2026, 8, 2))
    pedidos, outcome = play(
        ADAPTADOR.listar(CONTA, filtro), resposta(200, more), resposta(200, page), resposta(200, page)
    )
    assert [(p.query["dia"], p.query.get("pagina")) for p in pedidos] == [
        ("01/08/2026", None),
        ("01/08/2026", "1"),
        ("02/08/2026", None),
    ]
    assert isinstance(outcome, list)
    assert {each.valor_pago for each in outcome} == {8000}
    open_ones = Filtro(de=filtro.de, ate=filtro.ate, pagos=False)
    assert isinstance(play(ADAPTADOR.listar(CONTA, open_ones))[1], SemSuporte)


def test_what_sicredi_cannot_take_is_refused() -> None:
    encargos = Encargos(multa_tipo=TipoMulta.VALOR, multa=100, baixa_dias=30)
    own = titulo(boleto={"nosso_numero": "1", "encargos": encargos, "numero_documento": "12345678901"})
    fields = {problem.field for problem in ADAPTADOR.problems(own, CONTA) if problem.is_error}
    assert fields == {"encargos.multa", "encargos.baixa_dias", "nosso_numero", "numero_documento"}
