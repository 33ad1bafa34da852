"""What an answer that is no success means: one row of the rule a line."""

from datetime import timedelta

import pytest

from finbank_desktop.gateway import desfechos, fichas
from finbank_desktop.gateway.port import (
    Ausente,
    Desconhecido,
    Duplicado,
    Feito,
    Indeterminado,
    NaoEnviado,
    Parar,
    Rejeitado,
)
from tests.unit.gateway.provas import resposta

FICHA = fichas.load("bb")
REFUSAL = {"erros": [{"codigo": "1", "mensagem": "CEP inválido"}]}
REPEATED = {"erros": [{"codigo": "4874915", "mensagem": "Nosso Número já incluído anteriormente."}]}


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (400, REFUSAL, Rejeitado),
        (406, REFUSAL, Rejeitado),
        (422, REFUSAL, Rejeitado),
        (400, None, Desconhecido),
        (422, b"<html>", Desconhecido),
        (400, REPEATED, Duplicado),
        (500, REPEATED, Desconhecido),  # a fault is no certainty, whatever it says
        (409, None, Duplicado),
        (401, REFUSAL, Parar),
        (403, None, Parar),
        (404, None, Parar),
        (405, None, Parar),
        (415, None, Parar),
        (301, None, Parar),
        (307, None, Parar),
        (429, REFUSAL, NaoEnviado),
        (408, None, Desconhecido),
        (500, REFUSAL, Desconhecido),
        (502, b"<html>", Desconhecido),
        (503, None, Desconhecido),
        (504, None, Desconhecido),
        (418, None, Desconhecido),
        (200, b"{", Desconhecido),
    ],
)
def test_only_what_surely_was_refused_may_go_again(status: int, body: object, expected: type) -> None:
    assert isinstance(desfechos.recusa(resposta(status, body), FICHA), expected)


@pytest.mark.parametrize(
    ("header", "value", "seconds"),
    [
        ("retry_after", "30", 30),
        ("ratelimit_reset", "3600", 3600),
        ("retry_after", "Fri, 20 Nov 2026 12:00:00 GMT", None),
        ("retry_after", "-1", None),
        ("retry_after", "99999999999999", None),
    ],
)
def test_the_wait_is_what_the_bank_says(header: str, value: str, seconds: int | None) -> None:
    wait = desfechos.espera(resposta(429, None, **{header: value}))
    assert wait == (None if seconds is None else timedelta(seconds=seconds))


def test_absence_is_only_what_the_bank_says_is_absent() -> None:
    inter = fichas.load("inter")
    assert desfechos.consulta(resposta(204), inter) == Ausente()
    assert isinstance(desfechos.consulta(resposta(404), inter), Indeterminado)
    assert desfechos.consulta(resposta(404), FICHA) == Ausente()
    words = {"erros": [{"codigo": "9", "mensagem": "TITULO NAO ENCONTRADO"}]}
    assert desfechos.consulta(resposta(400, words), FICHA) == Ausente()
    assert isinstance(desfechos.consulta(resposta(400, REFUSAL), FICHA), Indeterminado)
    assert isinstance(desfechos.consulta(resposta(500, words), FICHA), Indeterminado)


def test_a_command_is_done_now_or_later_or_refused() -> None:
    assert desfechos.comando(resposta(204), FICHA) == Feito()
    assert desfechos.comando(resposta(202), FICHA) == Feito(confirmar=True)
    refused = desfechos.comando(resposta(404, REFUSAL), FICHA)
    assert isinstance(refused, Rejeitado)
    assert [erro.mensagem for erro in refused.erros] == ["CEP inválido"]
    assert isinstance(desfechos.comando(resposta(404), FICHA), Parar)
    assert isinstance(desfechos.comando(resposta(503), FICHA), Desconhecido)
