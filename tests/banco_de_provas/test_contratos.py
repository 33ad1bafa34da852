"""Each dialect takes what was recorded and refuses what the contract does not allow."""

import copy
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.banco_de_provas import codigos
from tests.banco_de_provas.dialetos.base import Dialeto
from tests.banco_de_provas.dialetos.chamadas import Recebido
from tests.banco_de_provas.dialetos.registro import DIALETOS, open_dialeto
from tests.banco_de_provas.dialetos.santander import WORKSPACE
from tests.banco_de_provas.exemplos import CPF, EXEMPLOS, caller

HOJE = date(2026, 11, 23)
NOMES = sorted(DIALETOS)
RECORDED = {
    # the day on which each was recorded, or before its due date; the others' requests are told in part only
    "inter/register_ok": date(2026, 10, 1),
    "sicoob/register_ok": date(2025, 9, 1),
    "bb/register_ok_pix": date(2024, 12, 27),
    "sicredi/register_ok_hibrido": date(2024, 12, 1),
    "santander/register_ok": date(2026, 8, 25),
    "itau/register_bolecode_ok": date(2021, 12, 27),
    "asaas/register_ok": date(2017, 3, 10),
    "kobana/register_ok": date(2026, 8, 1),
}


def put(corpo: Mapping[str, Any], caminho: str, valor: Any) -> dict[str, Any]:
    """Return *corpo* with *valor* at *caminho*; ``...`` takes it away."""
    feito: Any = copy.deepcopy(corpo)
    dentro = feito
    *acima, nome = caminho.split(".")
    for parte in acima:
        dentro = dentro[int(parte) if parte.isdigit() else parte]
    if valor is ...:
        del dentro[nome]
    else:
        dentro[nome] = valor
    return dict(feito)


def statuses(dialeto: Dialeto, corpo: Mapping[str, Any]) -> int:
    return caller(dialeto)("POST", EXEMPLOS[dialeto.nome].registrar, corpo).status


@pytest.mark.parametrize("nome", NOMES)
def test_a_good_payload_is_taken_and_its_codes_hold_together(nome: str) -> None:
    dialeto = open_dialeto(nome, hoje=HOJE)
    assert statuses(dialeto, EXEMPLOS[nome].corpo) in (200, 201)
    (titulo,) = dialeto.nucleo.titulos
    assert (titulo.valor, titulo.vencimento, titulo.pagador) == (15025, date(2026, 12, 21), CPF)
    assert codigos.linha(titulo.barras) == titulo.linha
    assert titulo.barras[5:19] == codigos.fator(titulo.vencimento) + "0000015025"
    assert titulo.nosso_numero.lstrip("0")[-7:] in titulo.barras[19:]


@pytest.mark.parametrize(("nome", "campo"), [(n, campo) for n in NOMES for campo in EXEMPLOS[n].obrigatorios])
def test_a_payload_without_a_field_it_must_have_is_refused(nome: str, campo: str) -> None:
    dialeto = open_dialeto(nome, hoje=HOJE)
    assert statuses(dialeto, put(EXEMPLOS[nome].corpo, campo, ...)) in (400, 406, 422)
    assert dialeto.nucleo.titulos == []


@pytest.mark.parametrize("nome", NOMES)
@pytest.mark.parametrize("mal", ["longo", "desconhecido", "nulo", "texto_por_numero", "casas", "vencido"])
def test_a_malformed_payload_is_refused(nome: str, mal: str) -> None:
    exemplo, dialeto = EXEMPLOS[nome], open_dialeto(nome, hoje=HOJE)
    campo, letras = exemplo.longo
    valor, dia = AMOUNT[nome]
    corpos: dict[str, Any] = {
        "longo": put(exemplo.corpo, campo, "x" * letras),
        "desconhecido": put(exemplo.corpo, f"{valor.rpartition('.')[0]}.jurosPorDia".lstrip("."), 1),
        "nulo": put(exemplo.corpo, dia, None),
        "texto_por_numero": put(exemplo.corpo, valor, "cento e cinquenta"),
        "casas": put(exemplo.corpo, valor, "150.255" if nome in ("itau", "santander") else 150.255),
        "vencido": put(exemplo.corpo, dia, "31/02/2026"),
    }
    assert statuses(dialeto, corpos[mal]) in (400, 406, 422)
    assert dialeto.nucleo.titulos == []


AMOUNT = {
    "inter": ("valorNominal", "dataVencimento"),
    "sicoob": ("valor", "dataVencimento"),
    "asaas": ("value", "dueDate"),
    "bb": ("valorOriginal", "dataVencimento"),
    "sicredi": ("valor", "dataVencimento"),
    "santander": ("nominalValue", "dueDate"),
    "itau": (
        "data.dado_boleto.dados_individuais_boleto.0.valor_titulo",
        "data.dado_boleto.dados_individuais_boleto.0.data_vencimento",
    ),
    "kobana": ("amount", "expire_at"),
}


def test_a_field_said_twice_is_no_json() -> None:
    with pytest.raises(ValueError, match="repetido"):
        Recebido(metodo="POST", caminho="/", corpo=b'{"valor": 1, "valor": 2}').json()


@pytest.mark.parametrize("nome", NOMES)
def test_without_credentials_nothing_is_done(nome: str) -> None:
    dialeto = open_dialeto(nome, hoje=HOJE)
    corpo = json.dumps(EXEMPLOS[nome].corpo).encode()
    devolvido, _ = dialeto.answer(Recebido(metodo="POST", caminho=EXEMPLOS[nome].registrar, corpo=corpo))
    assert devolvido.status in (400, 401)
    assert dialeto.nucleo.titulos == []


@pytest.mark.parametrize("nome", [nome for nome in NOMES if EXEMPLOS[nome].token])
def test_an_expired_token_is_refused(nome: str) -> None:
    dialeto = open_dialeto(nome, hoje=HOJE)
    call = caller(dialeto)
    dialeto.nucleo.advance(dialeto.vida_token + 1)
    assert call("POST", EXEMPLOS[nome].registrar, EXEMPLOS[nome].corpo).status == 401


@pytest.mark.parametrize("nome", [n for n in NOMES if DIALETOS[n].unico and n != "kobana"])
def test_a_second_title_under_the_same_key_is_refused(nome: str) -> None:
    dialeto = open_dialeto(nome, hoje=HOJE)
    call, exemplo = caller(dialeto), EXEMPLOS[nome]
    assert call("POST", exemplo.registrar, exemplo.corpo).status in (200, 201)
    assert call("POST", exemplo.registrar, exemplo.corpo).status in (400, 409, 422)
    assert dialeto.nucleo.summary()["repetidas"] == {}


def test_inter_takes_it_again_after_half_an_hour_and_asaas_at_once() -> None:
    inter, asaas = open_dialeto("inter", hoje=HOJE), open_dialeto("asaas", hoje=HOJE)
    exemplo = EXEMPLOS["inter"]
    chamar = caller(inter)
    assert chamar("POST", exemplo.registrar, exemplo.corpo).status == 200
    inter.nucleo.advance(31 * 60)
    assert chamar("POST", exemplo.registrar, exemplo.corpo).status == 200
    chamar, exemplo = caller(asaas), EXEMPLOS["asaas"]
    assert {chamar("POST", exemplo.registrar, exemplo.corpo).status for _ in range(2)} == {200}
    assert inter.nucleo.summary()["repetidas"] == asaas.nucleo.summary()["repetidas"] == {"F1": 2}


def test_kobana_answers_the_same_idempotency_key_once_more_with_the_same_title() -> None:
    dialeto = open_dialeto("kobana", hoje=HOJE)
    call, exemplo = caller(dialeto), EXEMPLOS["kobana"]
    primeiro = call("POST", exemplo.registrar, exemplo.corpo)
    assert call("POST", exemplo.registrar, exemplo.corpo).corpo == primeiro.corpo
    assert len(dialeto.nucleo.titulos) == 1


@pytest.mark.parametrize("caso", sorted(RECORDED))
def test_what_was_recorded_is_taken(golden: Path, caso: str) -> None:
    nome = caso.split("/", maxsplit=1)[0]
    gravado = json.loads((golden.parent / "gateway" / f"{caso}.json").read_text("utf-8"))["request"]
    dialeto = open_dialeto(nome, hoje=RECORDED[caso])
    call = caller(dialeto)
    corpo = gravado["body"]
    if nome == "asaas":
        corpo = corpo | {"customer": "cus_000000000001"}  # the customer is made first, and gets an id of this bank
    resposta = call("POST", gravado["path"].replace("<workspace>", WORKSPACE), corpo)
    assert resposta.status in (200, 201), resposta.corpo
