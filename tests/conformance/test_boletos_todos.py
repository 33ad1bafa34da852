"""Boletos that other projects' tests assert, and inputs they refuse, under the rules of all banks."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.bancos import calculo, registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo
from finbank_desktop.domain.codigo_barras import format_linha_digitavel, to_codigo_barras, to_linha_digitavel
from finbank_desktop.domain.valores import parse_decimal

BANCOS = frozenset(banco.codigo for banco in registry.todos())
WITHOUT_RULE = frozenset(("743",))
"""Semear: the one case has a nosso número and nothing that a boleto could be made of."""
CAMPOS = frozenset(campo.name for campo in fields(DadosCalculo))
STUBBED = {
    "brboleto-756-sicoob-L109": "the peer's test puts the number 2345678 in place of the 1101 of its inputs",
    "brboleto-136-unicred-L91": "the peer's test puts the number 3646-9 in place of the 395 of its inputs",
    "brboleto-748-sicredi-L99": "the peer's test puts the year 15 in place of today's; no date is given",
}
PRINTED_OTHERWISE = {
    "openboleto-237-Bradesco": "the peer prints neither carteira nor check digit",
    "openboleto-341-Itau.2": "the peer does not recompute the digit for carteira 107",
    "boletonet-001-BancoBrasil": "the peer prints the carteira in front (not in L37) and no check digit",
    "openboleto-084-Uniprime": "the peer prints neither carteira nor check digit",
    "boletonet-336-BancoC6-L17": "the peer prints no check digit",
    "pyboleto-041": "the peer prints no check digits",
    "pyboletotc-041": "the peer prints no check digits",
    "pyboleto-399-test_banco_hsbc_com_registro": "the peer prints no check digit",
    "pyboletotc-399-test_banco_hsbc_com_registro": "the peer prints no check digit",
    "pyboletotc-748": "the peer leaves out the posto, which is part of the code",
    "brcobranca-399-hsbc-L122": "the peer leaves out the agência",
    "brcobranca-399-hsbc-L124": "the peer leaves out the agência",
}
"""By the beginning of the case's name: what is printed there differs from ours, and why."""
NOT_REFUSED = {
    "invalid-399-L116": "the peer's test takes away the due date, which the collected inputs still hold",
}


def every(golden: Path, kind: str = "boleto") -> Iterator[dict[str, Any]]:
    for case in json.loads((golden / "boletos.json").read_text("utf-8")):
        if case["kind"] == kind and case["bank"] not in WITHOUT_RULE:
            yield case


def is_firm(case: dict[str, Any]) -> bool:
    return case["consistent"] is True and not case.get("suspect")


def dados(case: dict[str, Any]) -> DadosCalculo:
    entradas = {**case.get("inputs_implied", {}), **case["inputs"]}
    valores: dict[str, Any] = {campo: str(valor) for campo, valor in entradas.items() if campo in CAMPOS}
    valores["codigo_servico"] = bool(entradas.get("codigo_servico"))
    for data in ("vencimento", "data_documento", "data_processamento"):
        valores[data] = date.fromisoformat(entradas[data]) if entradas.get(data) else None
    valor = entradas.get("valor_cobrado") or entradas.get("valor")
    valores["valor"] = parse_decimal(str(valor)) if valor is not None else None
    return DadosCalculo(**valores)


def plain(printed: str) -> str:
    """Drop what peers separate printed forms with, and leading zeros."""
    return re.sub(r"[^0-9A-Z]", "", printed.upper()).lstrip("0")


def digits(case: dict[str, Any]) -> dict[str, str | None]:
    resultado = calculo.calculate(case["bank"], dados(case))
    return {
        "campo_livre": resultado.calculo.campo_livre,
        "codigo_barras": resultado.codigo_barras,
        "linha_digitavel": resultado.linha_digitavel,
    }


def printed(case: dict[str, Any]) -> dict[str, str | None]:
    feito = registry.find(case["bank"]).calculate(dados(case))
    return {
        "nosso_numero": plain(feito.nosso_numero_impresso),
        "nosso_numero_dv": feito.nosso_numero_dv,
        "agencia_codigo_beneficiario": plain(feito.agencia_codigo_beneficiario),
    }


def differences(case: dict[str, Any], calculate: Callable[[dict[str, Any]], dict[str, str | None]]) -> dict[str, Any]:
    """Return what the case expects and got, where these differ."""
    try:
        got = calculate(case)
    except BancoError as refused:
        return {refused.field: refused.message}
    expected = {nome: case["expected"][nome] for nome in got if nome in case["expected"]}
    if calculate is printed:
        expected = {nome: valor if nome.endswith("_dv") else plain(valor) for nome, valor in expected.items()}
    return {nome: (valor, got[nome]) for nome, valor in expected.items() if valor != got[nome]}


def test_every_firm_case_is_matched_digit_by_digit(golden: Path) -> None:
    firm = [case for case in every(golden) if is_firm(case)]
    differing = {case["id"]: found for case in firm if (found := differences(case, digits))}
    assert len(firm) >= 216
    assert {case["bank"] for case in firm} <= BANCOS
    assert set(differing) <= set(STUBBED), {name: found for name, found in differing.items() if name not in STUBBED}


def test_printed_forms_match_but_for_separators(golden: Path) -> None:
    cases = [c for c in every(golden) if c["consistent"] is not False and not (c.get("suspect") or c.get("stubbed"))]
    differing = {case["id"]: found for case in cases if (found := differences(case, printed))}
    unexplained = {name: found for name, found in differing.items() if not name.startswith(tuple(PRINTED_OTHERWISE))}
    assert len(cases) > 250
    assert not unexplained


def test_boletos_without_due_date_still_give_what_does_not_need_it(golden: Path) -> None:
    without = [case for case in every(golden) if "vencimento" not in case["inputs"] and is_firm(case)]
    without = [case for case in without if case["id"] not in STUBBED and "fator_vencimento" not in case["inputs"]]
    assert without
    for case in without:
        assert digits(case)["codigo_barras"] is None
        assert len(str(digits(case)["campo_livre"])) == 25


def test_linha_and_barcode_convert_into_each_other(golden: Path) -> None:
    pairs = [
        (case["expected"]["codigo_barras"], case["expected"]["linha_digitavel"])
        for case in json.loads((golden / "boletos.json").read_text("utf-8"))
        if {"codigo_barras", "linha_digitavel"} <= set(case["expected"]) and case["consistent"]
    ]
    assert len(pairs) > 100
    for barras, linha in pairs:
        assert to_linha_digitavel(barras) == linha
        assert to_codigo_barras(linha) == barras
        assert to_codigo_barras(format_linha_digitavel(linha)) == barras


def test_invalid_inputs_are_refused_naming_the_field(golden: Path) -> None:
    invalid = json.loads((golden / "invalid_inputs.json").read_text("utf-8"))
    assert len(invalid) >= 43
    for case in invalid:
        if case["id"] in NOT_REFUSED:
            continue
        with pytest.raises(BancoError) as refused:
            calculo.calculate(case["bank"], dados(case))
        assert case["field"] in (None, refused.value.field), case["id"]
        assert refused.value.message
