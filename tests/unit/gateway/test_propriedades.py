"""What holds at every adapter, whatever the bank answers and whatever the boleto says."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.gateway import adaptadores
from finbank_desktop.gateway.port import (
    Adaptador,
    Classe,
    Encontrado,
    Filtro,
    Pedido,
    Registrado,
    Resposta,
)
from tests.unit.gateway.provas import FACTS
from tests.unit.gateway.todas import VALORES, conta_de, titulo_de

TODOS = adaptadores.todos()
NOMES = [adaptador.nome for adaptador in TODOS]
STATUS = st.sampled_from([200, 201, 202, 204, 302, 400, 401, 403, 404, 406, 409, 422, 429, 500, 503])
WORDS = sorted({word for path in FACTS.glob("*.json") for word in path.read_text(encoding="utf-8").split('"')[1::2]})
NAMES = [
    *("codigoSolicitacao", "numero", "nossoNumero", "bankNumber", "id", "id_boleto_individual", "data", "resultado"),
    *("cobranca", "cobrancas", "dado_boleto", "dados_individuais_boleto", "items", "_content", "errors", "erros"),
    *("mensagens", "violacoes", "campos", "_errors", "status", "situacao", "externalReference", "seuNumero"),
    *("valorNominal", "nominalValue", "value", "valor", "amount", "vencimento", "dataVencimento", "dueDate"),
    *("codigo", "mensagem", "message", "description", "OUR_NUMBER", "CODIGO_BARRAS", "qrCode", "emv"),
]
JSON = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(max_size=8),
        st.sampled_from(WORDS),
        st.sampled_from(["ABC123", "2026-09-25", "100.00", "1e999999999", "2026-09-25T23:59:59.999999+99:99"]),
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=6),
    max_leaves=12,
)
TAGS = ["COD_RETORNO", "RETORNO", "NOSSO_NUMERO", "LINHA_DIGITAVEL", "SITUACAO", "VALOR", "DATA_VENCIMENTO", "CPF"]
XML = st.lists(st.tuples(st.sampled_from(TAGS), st.sampled_from(["0", "1", "10.00", "2026-09-25", "&#0;", ""]))).map(
    lambda parts: "".join(f"<x:{tag}>{text}</x:{tag}>" for tag, text in parts).encode()
)
BODIES = st.one_of(XML, st.binary(max_size=60), JSON.map(lambda each: json.dumps(each).encode()), st.just(b"9" * 5000))
ANSWERS = st.lists(st.builds(Resposta, status=STATUS, corpo=BODIES), min_size=1, max_size=6)
MORE = Resposta(status=500)


def run(passos: Any, answers: list[Resposta]) -> Any:
    """Answer as given, then with errors; the calls must come to an end."""
    try:
        next(passos)
        for answer in [*answers, *[MORE] * 200]:
            passos.send(answer)
    except StopIteration as fim:
        return fim.value
    raise AssertionError("it never ends")


@pytest.mark.parametrize("nome", NOMES)
@given(answers=ANSWERS)
def test_whatever_comes_back_is_an_outcome(nome: str, answers: list[Resposta]) -> None:
    adaptador, conta, own = adaptadores.adaptador(nome), conta_de(nome), titulo_de(nome)
    outcome = run(adaptador.registrar(own, conta), answers)
    if isinstance(outcome, Registrado):
        assert outcome.titulo.referencia
    for referencia in ("", "1"):
        found = run(adaptador.consultar(own, conta, referencia), answers)
        if isinstance(found, Encontrado):
            assert (found.titulo.valor, found.titulo.vencimento) == (own.boleto.valor, own.boleto.vencimento)
    run(adaptador.listar(conta, Filtro(de=date(2026, 9, 1), ate=date(2026, 9, 2))), answers)
    run(adaptador.listar(conta, Filtro(de=date(2026, 9, 1), ate=date(2026, 9, 2), pagos=False)), answers)
    run(adaptador.baixar(own, conta, "1"), answers)
    run(adaptador.alterar(own, conta, "1", "vencimento", date(2026, 10, 1)), answers)
    run(adaptador.pdf(own, conta, "1"), answers)


@pytest.mark.parametrize("nome", NOMES)
def test_a_plain_title_is_taken(nome: str) -> None:
    adaptador = adaptadores.adaptador(nome)
    assert [problem for problem in adaptador.problems(titulo_de(nome), conta_de(nome)) if problem.is_error] == []


def body_of(adaptador: Adaptador, own: Any, conta: Any) -> dict[str, Any]:
    """Return the body of the one call that changes something."""
    passos = adaptador.registrar(own, conta)
    pedido = next(passos)
    while not pedido.muda:
        pedido = passos.send(Resposta(status=200, corpo=b'{"data":[],"id":"cus_1"}'))
    lido: Any = json.loads(pedido.corpo or b"", parse_float=Decimal)
    dados: dict[str, Any] = lido[0] if isinstance(lido, list) else lido
    return dados


def amounts(dados: Any, path: str) -> list[Decimal]:
    """Return every number under *path*; a path that ends in _ names the beginning of a name."""
    head, _, tail = path.partition(".")
    parts = [value for name, value in dados.items() if name == head or (head.endswith("_") and name.startswith(head))]
    if tail:
        return [number for part in parts for number in amounts(part, tail)]
    return [number for part in parts for number in _numbers(part)]


def text_at(dados: Any, path: str) -> Any:
    """Return what lies at *path*."""
    for name in path.split("."):
        dados = dados[name]
    return dados


def _numbers(part: Any) -> list[Decimal]:
    if isinstance(part, dict):
        return [number for value in part.values() for number in _numbers(value)]
    if isinstance(part, str):
        return [Decimal(part)] if part.replace(".", "", 1).isdigit() else []
    return [Decimal(part)]


ENCARGOS = st.builds(
    Encargos,
    juros_tipo=st.sampled_from(TipoJuros),
    juros=st.integers(1, 99_999),
    multa_tipo=st.sampled_from(TipoMulta),
    multa=st.integers(1, 99_999),
    desconto_tipo=st.sampled_from(TipoDesconto),
    desconto=st.integers(1, 99_999),
    desconto_dias=st.integers(0, 20),
    protesto_dias=st.none() | st.integers(1, 30),
    baixa_dias=st.none() | st.integers(0, 90),
)


@pytest.mark.parametrize("nome", sorted(VALORES))
@given(
    valor=st.integers(1, 10**11),
    vencimento=st.dates(date(2022, 6, 1), date(2049, 1, 1)),
    encargos=ENCARGOS,
    abatimento=st.sampled_from([0, 0, 1, 12345]),
)
def test_money_and_days_go_as_they_are_or_not_at_all(
    nome: str, valor: int, vencimento: date, encargos: Encargos, abatimento: int
) -> None:
    adaptador, conta = adaptadores.adaptador(nome), conta_de(nome)
    own = titulo_de(nome, valor=valor, vencimento=vencimento, encargos=encargos, abatimento=abatimento)
    if any(problem.is_error for problem in adaptador.problems(own, conta)):
        return
    dados, names = body_of(adaptador, own, conta), VALORES[nome]
    assert amounts(dados, names["valor"]) == [Decimal(valor) / 100]
    assert text_at(dados, names["vencimento"]) in (vencimento.isoformat(), f"{vencimento:%d.%m.%Y}")
    for kind, amount, name in (
        (encargos.multa_tipo, encargos.multa, "multa"),
        (encargos.juros_tipo, encargos.juros, "juros"),
        (encargos.desconto_tipo, encargos.desconto, "desconto"),
    ):
        if str(kind) in ("isento", "isenta", "sem"):
            assert Decimal(amount) / 100 not in [n for n in amounts(dados, names[name]) if n != int(n)]
        else:
            assert Decimal(amount) / 100 in amounts(dados, names[name]), name
    text = json.dumps(dados, default=str)
    assert not abatimento or f"{Decimal(abatimento) / 100:.2f}" in text


@pytest.mark.parametrize("nome", NOMES)
def test_at_most_one_call_changes_something_and_it_is_named(nome: str) -> None:
    adaptador, conta, own = adaptadores.adaptador(nome), conta_de(nome), titulo_de(nome)
    calls: list[Pedido] = []
    passos = adaptador.registrar(own, conta)
    try:
        calls.append(next(passos))
        while True:
            calls.append(passos.send(Resposta(status=200, corpo=b'{"data":[],"id":"x1"}')))
    except StopIteration:
        pass
    changing = [call for call in calls if call.muda]
    assert len(changing) == 1
    assert changing[0].classe is Classe.REGISTRAR
    assert all(call.rota for call in calls)


@pytest.mark.parametrize("nome", NOMES)
def test_the_harmless_call_changes_nothing(nome: str) -> None:
    pedido = adaptadores.adaptador(nome).conferir(conta_de(nome))
    asks = ("GET", None) if nome not in ("caixa", "bradesco") else ("POST", pedido.corpo)  # they ask by POST
    assert (pedido.metodo, pedido.corpo, pedido.muda) == (*asks, False)


@pytest.mark.parametrize("nome", NOMES)
def test_no_secret_stands_in_an_account_or_a_call(nome: str) -> None:
    adaptador, conta = adaptadores.adaptador(nome), conta_de(nome)
    secrets = {campo.nome: f"SEGREDO-{campo.nome}" for campo in adaptador.campos if campo.segredo}
    headers = adaptador.headers(conta, secrets, "TOKEN")
    query = adaptador.query(conta, secrets)
    token = adaptador.token(conta, secrets)
    carried = f"{headers} {query} {'' if token is None else token.corpo!r} {'' if token is None else token.headers}"
    if token is None or token.corpo is None or b"Basic" not in carried.encode():
        assert all(secret in carried for secret in secrets.values())
    assert "SEGREDO" not in repr(next(adaptador.registrar(titulo_de(nome), conta)))
