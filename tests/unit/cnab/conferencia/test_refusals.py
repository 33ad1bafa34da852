"""Refusals that users of other programs told in public, each with its thread: the checker says what the bank said."""

from collections.abc import Callable
from typing import Any

import pytest

from finbank_desktop.cnab.conferencia import check
from finbank_desktop.domain.problems import Problem

CAIXA_240, SICOOB_240, BB_240 = (
    "104-caixa/cobranca_240_remessa",
    "756-sicoob/cobranca_240_remessa",
    "001-banco-do-brasil/cobranca_240_remessa",
)
BRADESCO_400 = "237-bradesco/cobranca_400_remessa"
Make = Callable[..., Any]


def errors(data: bytes, line: int, field: str | None = None) -> list[Problem]:
    """Return the errors told of a line, or of one of its fields."""
    return [p for p in check(data) if p.is_error and p.line == line and (field is None or p.field == field)]


def changed(boa: Any, registro: str, fields: dict[str, str]) -> tuple[bytes, int]:
    """Return the file with other bytes in the first record *registro*, and that record's line."""
    lines = boa.data().split(b"\r\n")
    index = next(i for i, (nome, _) in enumerate(boa.linhas) if nome == registro)
    for nome, text in fields.items():
        campo = boa.layout.registro(registro).campo(nome)
        assert len(text) == campo.tamanho
        lines[index] = lines[index][: campo.inicio - 1] + text.encode() + lines[index][campo.fim :]
    return b"\r\n".join(lines), index + 1


# github.com/eduardokum/laravel-boleto/issues/402: "a posição 221 tem que tá marcado com 1 ou 3", "a 224 com 1 ou 2".
@pytest.mark.parametrize(("field", "start", "code"), [("protesto_codigo", 221, "0"), ("baixa_codigo", 224, "0")])
def test_caixa_wants_a_code_for_protest_and_for_return(boa: Make, field: str, start: int, code: str) -> None:
    data, line = changed(boa(CAIXA_240), "P", {field: code})
    found = errors(data, line, field)
    assert [problem.start for problem in found] == [start]


# github.com/andersondanilo/CnabPHP/issues/137, 139, 150: "42 - Código para Baixa/Devolução Inválido".
def test_caixa_refuses_another_return_code_with_reason_42(boa: Make) -> None:
    data, line = changed(boa(CAIXA_240), "P", {"baixa_codigo": "3"})
    assert "motivo 42" in errors(data, line, "baixa_codigo")[0].message


# github.com/andersondanilo/CnabPHP/issues/139: "VO - Forma Entrega Bloqueto Inválida p/ Emissão via Banco".
def test_a_boleto_the_bank_prints_must_be_given_to_somebody(boa: Make) -> None:
    data, line = changed(boa(CAIXA_240), "P", {"emissao_boleto": "1", "distribuicao_boleto": "0"})
    assert errors(data, line, "distribuicao_boleto")


# github.com/eduardokum/laravel-boleto/issues/516, 532, 533, 657: interest and fine from one day after the due date.
@pytest.mark.parametrize(("record", "field"), [("P", "juros_data"), ("R", "multa_data")])
def test_sicoob_wants_interest_and_fine_from_the_day_after_the_due_date(boa: Make, record: str, field: str) -> None:
    data, line = changed(boa(SICOOB_240), record, {field: "15122026"})
    assert errors(data, line, field)


# github.com/eduardokum/laravel-boleto/issues/442, pull/397: a date of interest with a code that says there is none.
def test_a_date_of_interest_without_interest_is_told(boa: Make) -> None:
    fields = {"juros_codigo": "0", "juros_valor_taxa": "0" * 15}
    data, line = changed(boa(SICOOB_240), "P", fields)
    assert [p.field for p in check(data) if p.line == line] == ["juros_data"]


# github.com/openboleto/OpenCnabPHP/issues/84: code "2 - protestar dias úteis" without the number of days.
def test_protest_without_days_is_refused(boa: Make) -> None:
    data, line = changed(boa(BB_240), "P", {"protesto_codigo": "2", "protesto_dias": "00"})
    assert errors(data, line, "protesto_dias")


# github.com/eduardokum/laravel-boleto/pull/454: segments P and Q must ask for the same movement.
def test_segments_of_one_title_must_ask_for_the_same_movement(boa: Make) -> None:
    data, line = changed(boa(BB_240), "Q", {"codigo_movimento": "06"})
    assert "01" in errors(data, line, "codigo_movimento")[0].message


# github.com/BoletoNet/boleto2net/issues/91: "número sequencial de arquivo está zerado", "sequencial de remessa zerado".
@pytest.mark.parametrize(("record", "field"), [("header", "nsa"), ("header_lote", "numero_remessa_retorno")])
def test_a_remessa_needs_its_number(boa: Make, record: str, field: str) -> None:
    boa_240 = boa(BB_240)
    width = boa_240.layout.registro(record).campo(field).tamanho
    data, line = changed(boa_240, record, {field: "0" * width})
    told = [p for p in check(data) if p.line == line and p.field == field]
    assert told


# github.com/openboleto/OpenCnabPHP/issues/81: letters in UTF-8; the bank complained of the sequence number at 395-400.
def test_letters_of_two_bytes_are_told_as_what_they_are(boa: Make) -> None:
    lines = boa(BRADESCO_400).data().split(b"\r\n")
    lines[1] = lines[1].replace(b"RUA DAS FLORES 10", "RUA DAS FLORES Nº".encode())
    told = errors(b"\r\n".join(lines), 2)
    assert any("401 bytes" in problem.message for problem in told)
    assert "pagador_endereco" in {problem.field for problem in told}


# github.com/openboleto/OpenCnabPHP/issues/82, eduardokum/laravel-boleto/issues/245: 243 and 241 positions.
@pytest.mark.parametrize("more", [1, 3])
def test_a_line_of_another_length_is_refused(boa: Make, more: int) -> None:
    lines = boa(SICOOB_240).data().split(b"\r\n")
    lines[0] += b" " * more
    assert any(f"{240 + more} bytes" in problem.message for problem in errors(b"\r\n".join(lines), 1))


# github.com/eduardokum/laravel-boleto/issues/301: "15 - Nosso número em duplicidade no mesmo movimento".
def test_a_nosso_numero_twice_in_one_file_is_refused(boa: Make) -> None:
    remessa = boa(BRADESCO_400)
    remessa.linhas[2][1]["nosso_numero"] = remessa.linhas[1][1]["nosso_numero"]
    assert "linha 2" in errors(remessa.data(), 3, "nosso_numero")[0].message


# github.com/eduardokum/laravel-boleto/issues/301: "08 - Nome do pagador", "10 - Logradouro não informado".
@pytest.mark.parametrize("field", ["pagador_nome", "pagador_endereco"])
def test_what_is_left_out_of_the_pagador_is_refused(boa: Make, field: str) -> None:
    remessa = boa(BRADESCO_400)
    width = remessa.layout.registro("detalhe").campo(field).tamanho
    data, line = changed(remessa, "detalhe", {field: " " * width})
    assert errors(data, line, field)
