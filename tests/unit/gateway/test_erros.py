"""The shapes in which banks say what is wrong: one of each, as documented or seen (gateway.md, 1.5)."""

import pytest

from finbank_desktop.gateway import fichas
from finbank_desktop.gateway.erros import diz, ler
from finbank_desktop.gateway.respostas import Json

FICHA = fichas.load("inter")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"violacoes": [{"razao": "ruim", "propriedade": "x"}]}, [("", "ruim", "x")]),
        ({"mensagens": [{"codigo": "12", "mensagem": "ruim"}]}, [("12", "ruim", "")]),
        ({"erros": [{"codigo": 4, "mensagem": "ruim", "ocorrencia": "z"}]}, [("4", "ruim", "")]),
        ({"errors": [{"code": "c", "message": "ruim"}]}, [("c", "ruim", "")]),
        ({"errors": [{"code": "c", "description": "ruim"}]}, [("c", "ruim", "")]),
        ({"errors": {"amount": ["ruim", "pior"]}}, [("", "ruim", "amount"), ("", "pior", "amount")]),
        ({"errors": [{"title": "ruim", "code": "c"}]}, [("c", "ruim", "")]),
        ({"codigoMensagem": "1", "textoMensagem": "ruim"}, [("1", "ruim", "")]),
        ({"statusCode": 401, "error": "Unauthorized", "message": "ruim"}, [("", "ruim", "")]),
        ({"codigo": "422", "campos": [{"campo": "y", "mensagem": "ruim", "valor": "1"}]}, [("", "ruim", "y")]),
        ({"_errors": [{"_code": 1, "_field": "z", "_message": "ruim"}]}, [("1", "ruim", "z")]),
        ({"code": "0405", "error": "x", "message": "ruim"}, [("0405", "ruim", "")]),
        ({"type": "t", "title": "Bad", "detail": "ruim"}, [("", "ruim", "")]),
        ({"erros": ["ruim"]}, [("", "ruim", "")]),
        ([{"codigo": "1", "mensagem": "ruim"}], [("1", "ruim", "")]),
        ({"title": "Dados inválidos."}, [("", "Dados inválidos.", "")]),
        ({}, []),
        (None, []),
        ("ruim", []),
    ],
)
def test_every_shape_is_read(body: Json, expected: list[tuple[str, str, str]]) -> None:
    assert [(erro.codigo, erro.mensagem, erro.campo) for erro in ler(body, FICHA)] == expected


def test_our_field_and_our_advice_stand_beside_the_banks_words() -> None:
    (erro,) = ler({"violacoes": [{"razao": "CEP inexistente", "propriedade": "pagador.cep"}]}, FICHA)
    assert (erro.mensagem, erro.campo) == ("CEP inexistente", "pagador.endereco.cep")
    assert erro.sugestao == "Confira o CEP no cadastro da pessoa."


def test_words_are_found_without_accents_and_case() -> None:
    erros = ler({"mensagens": [{"mensagem": "TITULO JA CADASTRADO (69)"}]}, FICHA)
    assert diz(erros, ["título já cadastrado"]) is not None
    assert diz(erros, ["outro"]) is None
