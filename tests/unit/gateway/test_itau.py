"""Itaú: examples of the bank's OpenAPI as clients carry them, and what is taken and refused."""

from datetime import date
from pathlib import Path

from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.registro import Ambiente, TituloRegistro
from finbank_desktop.gateway.itau import Itau, valor_itau
from finbank_desktop.gateway.port import (
    Ausente,
    Desconhecido,
    Encontrado,
    Feito,
    Filtro,
    Indeterminado,
    Registrado,
    Rejeitado,
)
from tests.unit.gateway.provas import conta_api, differences, fact, first, play, recorded, resposta, titulo

ADAPTADOR = Itau()
CONTA = conta_api("itau", client_id="id", id_beneficiario="150000052061")


def com_pix() -> TituloRegistro:
    """The title of the bolecode example, whose number of payment stays open ten years."""
    return titulo(
        boleto={
            "nosso_numero": "00127623",
            "numero_documento": "000001",
            "emissao": date(2021, 12, 27),
            "vencimento": date(2022, 7, 30),
            "valor": 30000,
            "encargos": Encargos(baixa_dias=(date(2032, 7, 30) - date(2022, 7, 30)).days),
        },
        convenio={"carteira": "109", "pix_chave": "<chave pix>"},
        pagador={"nome": "Joao Silva", "documento": "26556923222"},
        endereco={
            "logradouro": "Av do Estado, 5533",
            "numero": "",
            "bairro": "Mooca",
            "cidade": "Sao Paulo",
            "uf": "SP",
            "cep": "04135010",
        },
        com_pix=True,
    )


def sem_pix() -> TituloRegistro:
    return titulo(
        boleto={
            "nosso_numero": "00001056",
            "emissao": date(2021, 5, 25),
            "vencimento": date(2021, 6, 1),
            "valor": 10001,
        },
        convenio={"carteira": "157"},
    )


def test_the_recorded_bolecode_is_written(golden: Path) -> None:
    example = recorded(golden, "itau/register_bolecode_ok")
    pedido = first(ADAPTADOR.registrar(com_pix(), CONTA))
    assert (pedido.metodo, pedido.caminho, pedido.host) == ("POST", example["request"]["path"], "pix")
    assert "x-itau-correlationID" in pedido.headers
    # our own key goes along
    ours = {"+dado_boleto.dados_individuais_boleto.0.texto_uso_beneficiario"}
    assert differences(pedido, example["request"]["body"]) == ours


def test_the_recorded_plain_boleto_is_written(golden: Path) -> None:
    example = recorded(golden, "itau/register_plain_ok")
    pedido = first(ADAPTADOR.registrar(sem_pix(), CONTA))
    assert ADAPTADOR.hosts[Ambiente.PRODUCAO][pedido.host] + pedido.caminho == example["request"]["url"]
    different = differences(pedido, example["request"]["body"])
    # the example is cut: it has no pagador
    assert {path for path in different if not path.startswith("+data.dado_boleto.pagador")} == {
        "+data.dado_boleto.dados_individuais_boleto.0.texto_uso_beneficiario",
        "+data.dado_boleto.dados_individuais_boleto.0.texto_seu_numero",
    }


def test_the_recorded_registrations_are_read(golden: Path) -> None:
    for nome, asked in (("itau/register_bolecode_ok", com_pix()), ("itau/register_plain_ok", sem_pix())):
        example = recorded(golden, nome)
        _, outcome = play(ADAPTADOR.registrar(asked, CONTA), resposta(200, example["response"]["body"]))
        expected = example["expected"]
        assert isinstance(outcome, Registrado)
        lido = outcome.titulo
        assert (lido.linha_digitavel, lido.codigo_barras) == (expected["linha_digitavel"], expected["codigo_barras"])
        assert (lido.txid, lido.pix) == (expected.get("txid", ""), expected.get("emv", ""))
        assert (lido.nosso_numero, lido.valor) == (asked.boleto.nosso_numero, asked.boleto.valor)
        assert outcome.sem_pix == ""


def test_a_202_is_unknown(golden: Path) -> None:
    example = recorded(golden, "itau/register_202_in_progress")
    _, outcome = play(ADAPTADOR.registrar(com_pix(), CONTA), resposta(202, example["response"]["body"]))
    assert outcome == Desconhecido(motivo=example["response"]["body"]["mensagem"])


def test_the_recorded_refusal_names_our_field(golden: Path) -> None:
    example = recorded(golden, "itau/error_422")
    _, outcome = play(ADAPTADOR.registrar(com_pix(), CONTA), resposta(422, example["response"]["body"]))
    assert isinstance(outcome, Rejeitado)
    assert [erro.mensagem for erro in outcome.erros] == [each["message"] for each in example["expected"]["errors"]]
    assert outcome.erros[0].campo == "vencimento"
    assert outcome.erros[0].sugestao
    assert "2024-01-01" not in repr(outcome)  # what was sent is not repeated


def test_it_is_looked_for_by_carteira_and_number() -> None:
    row = fact("itau")["consulta"]
    pedidos, outcome = play(ADAPTADOR.consultar(sem_pix(), CONTA), resposta(200, {"data": [row]}))
    assert (pedidos[0].host, pedidos[0].caminho) == ("consulta", "/boletoscash/v2/boletos")
    assert dict(pedidos[0].query) == {
        "id_beneficiario": "150000052061",
        "codigo_carteira": "157",
        "nosso_numero": "00001056",
        "view": "specific",
    }
    assert isinstance(outcome, Encontrado)
    assert (outcome.titulo.estado, outcome.titulo.valor_pago) == ("pago", 10001)


def test_an_empty_list_is_absent_and_another_shape_is_not() -> None:
    assert play(ADAPTADOR.consultar(sem_pix(), CONTA), resposta(200, {"data": []}))[1] == Ausente()
    assert play(ADAPTADOR.consultar(sem_pix(), CONTA), resposta(404, {"codigo": "404"}))[1] == Ausente()
    assert isinstance(play(ADAPTADOR.consultar(sem_pix(), CONTA), resposta(200, {"x": 1}))[1], Indeterminado)


def test_instructions_name_beneficiary_carteira_and_number() -> None:
    pedidos, outcome = play(ADAPTADOR.alterar(sem_pix(), CONTA, "", "abatimento", 1050), resposta(204))
    assert pedidos[0].caminho == "/cash_management/v2/boletos/15000005206115700001056/abatimento"
    assert pedidos[0].corpo == b'{"valor_abatimento":"10.50"}'
    assert outcome == Feito()
    assert play(ADAPTADOR.baixar(sem_pix(), CONTA, ""), resposta(204))[0][0].caminho.endswith("/baixa")


def test_terms_are_written_in_digits() -> None:
    encargos = Encargos(
        juros_tipo=TipoJuros.TAXA_MENSAL,
        juros=100,
        multa_tipo=TipoMulta.VALOR,
        multa=550,
        desconto_tipo=TipoDesconto.PERCENTUAL,
        desconto=250,
        desconto_dias=5,
    )
    own = titulo(boleto={"nosso_numero": "00001056", "encargos": encargos}, convenio={"carteira": "109"})
    dados = ADAPTADOR.corpo(own, CONTA)["data"]["dado_boleto"]
    assert dados["juros"] == {"codigo_tipo_juros": "90", "percentual_juros": "000000100000", "quantidade_dias_juros": 1}
    assert dados["multa"] == {
        "codigo_tipo_multa": "01",
        "valor_multa": "00000000000000550",
        "quantidade_dias_multa": 1,
    }
    assert dados["desconto"]["descontos"] == [{"data_desconto": "2026-09-20", "percentual_desconto": "000000250000"}]


def test_amounts_are_read_in_both_spellings() -> None:
    assert valor_itau({"v": "00000000000030000"}, "v") == 30000
    assert valor_itau({"v": "300.00"}, "v") == valor_itau({"v": 300}, "v") == 30000


def test_the_paid_are_listed_by_barcode_and_by_pix() -> None:
    page = {"data": [fact("itau")["movimento"]], "pagination": {"page": 0, "total_pages": 1}}
    filtro = Filtro(de=date(2021, 6, 1), ate=date(2021, 6, 1))
    pedidos, outcome = play(ADAPTADOR.listar(CONTA, filtro), resposta(200, page), resposta(204))
    assert [pedido.query["tipo_movimentacao"] for pedido in pedidos] == ["liquidacoes", "baixas"]
    assert isinstance(outcome, list)
    assert [(each.nosso_numero, each.valor_pago) for each in outcome] == [("00001056", 10001)]


def test_what_itau_cannot_take_is_refused() -> None:
    own = titulo(
        boleto={"nosso_numero": "1", "encargos": Encargos(protesto_dias=5)},
        convenio={"carteira": "109"},
        pagador={"nome": "Casa & Cia (matriz)"},
        com_pix=True,
    )
    fields = {problem.field for problem in ADAPTADOR.problems(own, CONTA) if problem.is_error}
    assert fields == {"nosso_numero", "encargos.protesto_dias", "pagador.nome", "convenio.pix_chave"}
