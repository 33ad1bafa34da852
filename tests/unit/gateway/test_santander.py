"""Santander: calls really made in its test environment, and what is taken and refused."""

from datetime import date
from pathlib import Path

from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.registro import Ambiente, TituloRegistro
from finbank_desktop.gateway.port import Ausente, Encontrado, Feito, Filtro, Indeterminado, Registrado, Rejeitado
from finbank_desktop.gateway.santander import Santander
from tests.unit.gateway.provas import conta_api, differences, fact, first, play, recorded, resposta, titulo

ADAPTADOR = Santander()
CONTA = conta_api("santander", Ambiente.HOMOLOGACAO, client_id="id", workspace="<workspace>", covenant_code="3567206")
PIX = "7d9f0335-8dcc-4054-9bf9-0dbd61d36906"


def asked(**boleto: object) -> TituloRegistro:
    own = {
        "numero_documento": "SOULTEST001",
        "nosso_numero": "000000000001",
        "emissao": date(2026, 8, 25),
        "vencimento": date(2026, 9, 25),
        "valor": 10000,
        "encargos": Encargos(baixa_dias=30),
        "instrucoes": ("Teste automacao Soul", "Emissao via API Santander"),
        **boleto,
    }
    return titulo(
        boleto=own,
        convenio={"pix_chave": PIX},
        pagador={"nome": "Cliente Teste Sandbox", "documento": "94620639079"},
        endereco={
            "logradouro": "Rua Teste",
            "numero": "100",
            "bairro": "Centro",
            "cidade": "Gaspar",
            "uf": "SC",
            "cep": "89111000",
        },
        com_pix=True,
    )


def test_the_recorded_request_is_written(golden: Path) -> None:
    example = recorded(golden, "santander/register_ok")
    pedido = first(ADAPTADOR.registrar(asked(), CONTA))
    assert (pedido.metodo, pedido.caminho) == ("POST", example["request"]["path"])
    # our own key and the key of the Pix go along
    added = {"+participantCode", "+key.type", "+key.dictKey"}
    assert differences(pedido, example["request"]["body"]) == added


def test_the_recorded_registration_is_read(golden: Path) -> None:
    example = recorded(golden, "santander/register_ok")
    _, outcome = play(ADAPTADOR.registrar(asked(), CONTA), resposta(201, example["response"]["body"]))
    assert isinstance(outcome, Registrado)
    expected = example["expected"]
    assert (outcome.titulo.codigo_barras, outcome.titulo.linha_digitavel, outcome.titulo.pix) == (
        expected["codigo_barras"],
        expected["linha_digitavel"],
        expected["emv"],
    )


def test_the_recorded_refusal_names_field_and_code(golden: Path) -> None:
    example = recorded(golden, "santander/error_422")
    _, outcome = play(ADAPTADOR.registrar(asked(), CONTA), resposta(422, example["response"]["body"]))
    assert isinstance(outcome, Rejeitado)
    assert [(erro.codigo, erro.mensagem) for erro in outcome.erros] == [
        (each["code"], each["message"]) for each in example["expected"]["errors"]
    ]
    assert [erro.campo for erro in outcome.erros] == ["nosso_numero"]


def test_the_key_of_five_parts_is_ours_and_absence_is_asked_twice(golden: Path) -> None:
    example = recorded(golden, "santander/lookup_sonda")
    nothing = resposta(404, example["response"]["body"])
    pedidos, outcome = play(ADAPTADOR.consultar(asked(), CONTA), nothing, nothing)
    assert pedidos[0].caminho == example["request"]["path"]
    assert dict(pedidos[1].query) == {"beneficiaryCode": "3567206", "bankNumber": "1"}
    assert outcome == Ausente()
    _, outcome = play(ADAPTADOR.consultar(asked(), CONTA), nothing, resposta(200, {"_content": []}))
    assert outcome == Ausente()
    _, outcome = play(ADAPTADOR.consultar(asked(), CONTA), nothing, resposta(200, {}))
    assert isinstance(outcome, Indeterminado)


def test_the_day_of_the_plan_stands_in_the_key() -> None:
    own = titulo(boleto={"nosso_numero": "7", "emissao": date(2026, 1, 2)}, dia=date(2026, 3, 4))
    pedido = first(ADAPTADOR.consultar(own, conta_api("santander", workspace="w", covenant_code="9")))
    assert pedido.caminho.endswith("/00000000000000000007.2026-03-04.P.9.7")


def test_a_bill_is_found_after_the_key_has_gone() -> None:
    bill = fact("santander")["bill"]
    gone = resposta(404, {"_message": "Not found"})
    _, outcome = play(ADAPTADOR.consultar(asked(), CONTA), gone, resposta(200, {"_content": [bill]}))
    assert isinstance(outcome, Encontrado)
    assert outcome.titulo.estado == "aberto"


def test_the_recorded_instructions_are_asked_for(golden: Path) -> None:
    example = recorded(golden, "santander/change_and_cancel")
    conta = conta_api("santander", workspace="<workspace>", covenant_code="0028697")
    pedidos, outcome = play(ADAPTADOR.baixar(asked(), conta, ""), resposta(200, {}))
    assert (pedidos[0].metodo, pedidos[0].caminho) == ("PATCH", example["request"]["path"])
    assert not differences(pedidos[0], example["request"]["body"])
    assert outcome == Feito()
    changed = example["then"][0]["request_body"]
    novo = date.fromisoformat(changed["dueDate"])
    pedidos, _ = play(ADAPTADOR.alterar(asked(), conta, "", "vencimento", novo), resposta(200, {}))
    assert not differences(pedidos[0], changed)


def test_pages_go_on_until_all_are_there() -> None:
    row = {**fact("santander")["bill"], "status": "LIQUIDADO", "payment": {"date": "2026-09-25", "paidValue": 100.5}}
    page = {"_content": [row], "_pageable": {"_totalElements": 2}}
    filtro = Filtro(de=date(2026, 9, 1), ate=date(2026, 9, 30))
    pedidos, outcome = play(ADAPTADOR.listar(CONTA, filtro), resposta(200, page), resposta(200, page))
    assert [pedido.query["_offset"] for pedido in pedidos] == ["0", "1"]
    assert isinstance(outcome, list)
    assert [(each.estado, each.valor_pago) for each in outcome] == [("pago", 10050)] * 2


def test_what_santander_cannot_take_is_refused() -> None:
    encargos = Encargos(
        multa_tipo=TipoMulta.VALOR,
        multa=100,
        juros_tipo=TipoJuros.VALOR_DIA,
        juros=10,
        desconto_tipo=TipoDesconto.PERCENTUAL,
        desconto=100,
    )
    own = titulo(boleto={"encargos": encargos}, com_pix=True)
    fields = {problem.field for problem in ADAPTADOR.problems(own, CONTA) if problem.is_error}
    assert fields == {"encargos.multa", "encargos.juros", "encargos.desconto", "convenio.pix_chave"}
