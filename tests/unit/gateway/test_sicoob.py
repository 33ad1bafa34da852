"""Sicoob: the requests and answers of its OpenAPI file, and what is taken and refused."""

from datetime import date
from pathlib import Path
from typing import Any

from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.registro import TituloRegistro
from finbank_desktop.gateway.port import Ausente, Duplicado, Encontrado, Feito, Indeterminado, Registrado, Rejeitado
from finbank_desktop.gateway.sicoob import Sicoob
from tests.unit.gateway.provas import conta_api, differences, fact, first, play, recorded, resposta, titulo

ADAPTADOR = Sicoob()
CONTA = conta_api("sicoob", client_id="id", numero_cliente="25546454", contrato="1")


def asked(**boleto: Any) -> TituloRegistro:
    """The title of the bank's example, as far as a boleto can say it."""
    encargos = Encargos(
        juros_tipo=TipoJuros.VALOR_DIA,
        juros=450,
        multa_tipo=TipoMulta.VALOR,
        multa=550,
        desconto_tipo=TipoDesconto.VALOR,
        desconto=2250,
        desconto_dias=10,
        protesto_dias=30,
        baixa_dias=41,
    )
    own = {
        "numero_documento": "012345678901234567",
        "nosso_numero": "12345678901234567",
        "nosso_numero_dv": "8",
        "emissao": date(2025, 9, 1),
        "vencimento": date(2025, 9, 25),
        "valor": 15623,
        "abatimento": 557,
        "aceite": True,
        "encargos": encargos,
        "instrucoes": tuple(f"Descrição da Instrução {n}" for n in range(1, 6)),
        **boleto,
    }
    return titulo(
        chave="01234567890123456789",
        boleto=own,
        convenio={"modalidade": "01"},
        conta={"conta": "12345", "conta_dv": "6"},
        pagador={
            "nome": "Nome completo do pagador X",
            "documento": "11122233300",
            "email": "pagador@dominio.com br",
        },
        endereco={
            "logradouro": "Endereço do pagador X",
            "numero": "",
            "bairro": "Bairro do pagador X",
            "cidade": "Cidade do pagador X",
            "uf": "OU",
            "cep": "00000000",
        },
        beneficiario_final=Pessoa(empresa_id=1, codigo="2", nome="Beneficiário Y", documento="11122233300"),
        com_pix=True,
    )


def test_the_recorded_request_is_written(golden: Path) -> None:
    example = recorded(golden, "sicoob/register_ok")
    pedido = first(ADAPTADOR.registrar(asked(), CONTA))
    assert (pedido.metodo, pedido.caminho) == ("POST", example["request"]["path"])
    more_discounts = {f"-{parte}{ordem}Desconto" for parte in ("data", "valor") for ordem in ("Segundo", "Terceiro")}
    assert differences(pedido, example["request"]["body"]) == {
        *more_discounts,  # a boleto here has one discount
        "-codigoNegativacao",  # and no negativação
        "-numeroDiasNegativacao",
        "~identificacaoEmissaoBoleto",  # this program prints and posts
        "~identificacaoDistribuicaoBoleto",
        "~dataJurosMora",  # from the day after the due date
        "~dataMulta",
    }


def test_the_recorded_registration_keeps_only_what_holds_together(golden: Path) -> None:
    example = recorded(golden, "sicoob/register_ok")
    _, outcome = play(ADAPTADOR.registrar(asked(), CONTA), resposta(200, example["response"]["body"]))
    expected = example["expected"]
    assert isinstance(outcome, Registrado)
    assert outcome.titulo.nosso_numero == expected["nosso_numero"]
    assert outcome.titulo.linha_digitavel == expected["linha_digitavel"]
    assert (outcome.titulo.codigo_barras or None) == expected["codigo_barras"]
    assert outcome.sem_pix == expected["pix_error"]
    assert outcome.avisos


def test_the_recorded_title_is_read(golden: Path) -> None:
    example = recorded(golden, "sicoob/get_ok")
    own = titulo(
        chave="4562",
        boleto={
            "numero_documento": "1235512",
            "nosso_numero": "6",
            "valor": 15623,
            "vencimento": date(2018, 9, 20),
        },
        pagador={"documento": "98765432185"},
    )
    pedidos, outcome = play(ADAPTADOR.consultar(own, CONTA), resposta(200, example["response"]["body"]))
    assert (pedidos[0].caminho, dict(pedidos[0].query)) == (example["request"]["path"], example["request"]["query"])
    assert isinstance(outcome, Encontrado)
    assert (outcome.titulo.estado, outcome.titulo.situacao) == ("aberto", example["expected"]["raw"])


def test_a_204_is_absent(golden: Path) -> None:
    example = recorded(golden, "sicoob/get_absent_204")
    pedidos, outcome = play(ADAPTADOR.consultar(titulo(boleto={"nosso_numero": "999"}), CONTA), resposta(204))
    assert dict(pedidos[0].query) == example["request"]["query"]
    assert outcome == Ausente()


def test_the_sandbox_refuses_everything_in_its_own_words(golden: Path) -> None:
    example = recorded(golden, "sicoob/error_sandbox_canned")
    _, outcome = play(ADAPTADOR.registrar(asked(), CONTA), resposta(400, example["response"]["body"]))
    assert isinstance(outcome, Rejeitado)
    assert [(erro.codigo, erro.mensagem) for erro in outcome.erros] == [
        (each["code"], each["message"]) for each in example["expected"]["errors"]
    ]


def test_the_recorded_baixa_is_asked_for(golden: Path) -> None:
    example = recorded(golden, "sicoob/cancel_ok")
    own = titulo(boleto={"nosso_numero": "0258865", "nosso_numero_dv": "8"})
    pedidos, outcome = play(ADAPTADOR.baixar(own, CONTA, ""), resposta(204))
    assert pedidos[0].caminho == example["request"]["path"]
    assert not differences(pedidos[0], example["request"]["body"])
    assert outcome == Feito()


def test_the_recorded_token_is_asked_for(golden: Path) -> None:
    form = recorded(golden, "sicoob/token_ok")["request"]["form"]
    pedido = ADAPTADOR.token(CONTA, {})
    assert pedido is not None
    assert pedido.corpo is not None
    sent = dict(part.split("=") for part in pedido.corpo.decode().split("&"))
    assert set(sent) == set(form)
    assert sent["scope"].replace("+", " ") == form["scope"]
    assert ADAPTADOR.headers(CONTA, {}, "t")["client_id"] == "id"


def test_one_thing_is_changed_a_call() -> None:
    pedidos, outcome = play(ADAPTADOR.alterar(asked(), CONTA, "6", "vencimento", date(2026, 1, 5)), resposta(204))
    assert pedidos[0].metodo == "PATCH"
    assert pedidos[0].corpo == (
        b'{"numeroCliente":25546454,"codigoModalidade":1,"prorrogacaoVencimento":{"dataVencimento":"2026-01-05"}}'
    )
    assert outcome == Feito()


def test_a_number_the_bank_has_is_a_duplicate() -> None:
    body = {"mensagens": [{"codigo": "1", "mensagem": "Boleto já cadastrado."}]}
    assert isinstance(play(ADAPTADOR.registrar(asked(), CONTA), resposta(400, body))[1], Duplicado)


def test_the_state_follows_the_banks_words() -> None:
    for word, state in (("Em Aberto", "aberto"), ("Liquidado", "pago"), ("Baixado", "baixado"), ("Novidade", "outro")):
        body = {"resultado": {**fact("sicoob")["titulo"], "situacaoBoleto": word}}
        own = titulo(boleto={"numero_documento": "1235512", "valor": 15623, "vencimento": date(2018, 9, 20)})
        _, outcome = play(ADAPTADOR.consultar(own, CONTA), resposta(200, body))
        assert isinstance(outcome, Encontrado)
        assert outcome.titulo.estado == state


def test_a_gateways_plain_text_is_no_answer() -> None:
    _, outcome = play(ADAPTADOR.consultar(asked(), CONTA), resposta(401, b"Invalid client id or secret"))
    assert isinstance(outcome, Indeterminado)
