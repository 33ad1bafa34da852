"""Check digits of agência and conta, instructions and kinds of title by bank, and notes that speak of many lines."""

from collections.abc import Callable
from typing import Any

import pytest

from finbank_desktop.cnab import dominios
from finbank_desktop.cnab.conferencia import check
from finbank_desktop.cnab.conferencia.contas import reckon
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.layouts import loader

Make = Callable[..., Any]
ITAU, BB, SANTANDER = (
    "341-itau/cobranca_400_remessa",
    "001-banco-do-brasil/cobranca_400_remessa",
    "033-santander/cobranca_400_remessa",
)


def found(boa: Any, field: str, text: str, record: str = "detalhe") -> list[Problem]:
    """Return what is told of *field* when *text* stands in the first title."""
    lines = boa.lines()
    index = next(i for i, (nome, _) in enumerate(boa.linhas) if nome == record)
    campo = boa.layout.registro(record).campo(field)
    filled = text.zfill(campo.tamanho).encode()
    lines[index] = lines[index][: campo.inicio - 1] + filled + lines[index][campo.fim :]
    data = b"\r\n".join([*lines, b""])
    return [problem for problem in check(data) if problem.field == field and problem.line == index + 1]


@pytest.mark.parametrize(
    ("banco", "campo", "digits", "dv"),
    [
        # kivanio/brcobranca, banco_brasil_spec.rb:287: 4042-8 / 00061900-0
        ("001", "agencia_dv", "4042", "8"),
        ("001", "conta_dv", "00061900", "0"),
        # BoletoNet/boletonet, BancoBrasilCarteira18019: agência 0131-7, conta 45110-X
        ("001", "agencia_dv", "0131", "7"),
        ("001", "conta_dv", "00045110", "X"),
        # Itaú's manual prints 0057 / 12345-7; eduardocereto/pyboleto, test_banco_itau.py: 0293/01328-0
        ("341", "conta_dac", "005712345", "7"),
        ("341", "conta_dac", "029301328", "0"),
    ],
)
def test_digits_are_the_bank_s(banco: str, campo: str, digits: str, dv: str) -> None:
    rule = next(digito for digito in dominios.digitos(banco) if digito.campo == campo)
    assert reckon(digits, rule) == dv


def test_a_wrong_digit_of_the_account_is_told_with_the_right_one(boa: Make) -> None:
    remessa = boa(ITAU)
    for values in (values for nome, values in remessa.linhas if nome == "detalhe"):
        values.update({"agencia": 57, "conta": 12345, "conta_dac": 7})
    assert found(remessa, "conta_dac", "7") == []
    (problem,) = found(remessa, "conta_dac", "6")
    assert "o certo é 7" in problem.message
    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize("place", [ITAU, BB, SANTANDER])
def test_an_instruction_the_bank_does_not_list_is_told(place: str, boa: Make) -> None:
    (problem,) = found(boa(place), "instrucao_1", "98")
    assert problem.severity is Severity.WARNING
    assert found(boa(place), "instrucao_1", "00") == []


@pytest.mark.parametrize(
    "place", [SANTANDER, "104-caixa/cobranca_400_remessa", "004-banco-do-nordeste/cobranca_400_remessa"]
)
def test_a_kind_of_title_the_bank_does_not_list_is_told(place: str, boa: Make) -> None:
    assert found(boa(place), "especie", "77")
    assert found(boa(place), "especie", "01") == []


def test_every_list_by_bank_is_of_a_bank_with_the_field() -> None:
    names = [loader.load(caminho) for caminho in loader.available()]
    fields = {
        (layout.banco, campo.nome)
        for layout in names
        if layout.direcao == "remessa" and layout.tamanho == 400
        for registro in layout.registros
        for campo in registro.campos
    }
    for field, (path, _motivo) in dominios._BY_BANK.items():
        for banco in dominios._load(path):
            if banco != "fonte" and field != "instrucao_2":
                assert (banco, field) in fields or (banco, "instrucao_2") in fields, (path, banco)


def test_what_is_told_once_for_many_lines_names_the_positions(boa: Make) -> None:
    remessa = boa("001-banco-do-brasil/cobranca_240_remessa")
    lines = remessa.lines()
    campo = next(c for c in remessa.layout.registro("header").campos if c.literal and c.inicio > 140)
    lines[0] = lines[0][: campo.inicio - 1] + b"9" * campo.tamanho + lines[0][campo.fim :]
    told = [problem for problem in check(b"\r\n".join([*lines, b""])) if problem.field == campo.nome]
    assert [(problem.line, problem.start, problem.end) for problem in told] == [(1, campo.inicio, campo.fim)]
