"""Boletos that other projects' tests assert, and inputs they refuse, under our banks' rules."""

import json
import re
from collections.abc import Iterator
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
CAMPOS = frozenset(campo.name for campo in fields(DadosCalculo))
NOSSO_NUMERO_STUBBED = "brboleto-756-sicoob-L109"
"""Its campo livre holds a nosso número (2345678) that the peer's test stubs; the inputs say 1101."""
PRINTED_OTHERWISE = {
    "openboleto-237-Bradesco": "the peer prints neither carteira nor check digit",
    "openboleto-341-Itau.2": "the peer does not recompute the digit for carteira 107",
}


def cases(golden: Path, kind: str = "boleto") -> Iterator[dict[str, Any]]:
    for case in json.loads((golden / "boletos.json").read_text("utf-8")):
        if case["bank"] in BANCOS and case["kind"] == kind:
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
    """Drop what peers separate printed forms with, and leading zeros of the carteira."""
    return re.sub(r"[^0-9A-Z]", "", printed.upper()).lstrip("0")


def asserted(case: dict[str, Any]) -> dict[str, str]:
    expected = case["expected"]
    return {nome: expected[nome] for nome in ("campo_livre", "codigo_barras", "linha_digitavel") if nome in expected}


def calculated(case: dict[str, Any]) -> dict[str, str | None]:
    resultado = calculo.calculate(case["bank"], dados(case))
    return {
        "campo_livre": resultado.calculo.campo_livre,
        "codigo_barras": resultado.codigo_barras,
        "linha_digitavel": resultado.linha_digitavel,
    }


def test_every_firm_case_is_matched_digit_by_digit(golden: Path) -> None:
    firm = [case for case in cases(golden) if is_firm(case)]
    differing = {}
    for case in firm:
        got = calculated(case)
        differences = {nome: (valor, got[nome]) for nome, valor in asserted(case).items() if got[nome] != valor}
        if differences:
            differing[case["id"]] = differences
    assert len(firm) >= 104
    assert set(differing) <= {NOSSO_NUMERO_STUBBED}, differing


def test_printed_forms_match_but_for_separators(golden: Path) -> None:
    differing, compared = {}, 0
    for case in cases(golden):
        if not is_firm(case) or case.get("stubbed") or case["id"] in PRINTED_OTHERWISE:
            continue
        resultado = calculo.calculate(case["bank"], dados(case)).calculo
        printed = {
            "nosso_numero": resultado.nosso_numero_impresso,
            "agencia_codigo_beneficiario": resultado.agencia_codigo_beneficiario,
        }
        for nome, valor in printed.items():
            if nome in case["expected"]:
                compared += 1
                if plain(case["expected"][nome]) != plain(valor):
                    differing[case["id"], nome] = (case["expected"][nome], valor)
    assert compared > 80
    assert not differing


def test_check_digits_of_nosso_numero_match(golden: Path) -> None:
    differing, compared = {}, 0
    for case in cases(golden):
        dv = case["expected"].get("nosso_numero_dv")
        if dv is not None and not case.get("suspect"):
            compared += 1
            got = registry.find(case["bank"]).calculate(dados(case)).nosso_numero_dv
            if got != dv:
                differing[case["id"]] = (dv, got)
    assert compared > 20
    assert not differing


def test_boletos_without_due_date_still_give_what_does_not_need_it(golden: Path) -> None:
    without = [case for case in cases(golden) if "vencimento" not in case["inputs"] and is_firm(case)]
    assert without
    for case in without:
        if "fator_vencimento" not in case["inputs"]:
            assert calculated(case)["codigo_barras"] is None
            assert len(str(calculated(case)["campo_livre"])) == 25


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
    invalid = [
        case for case in json.loads((golden / "invalid_inputs.json").read_text("utf-8")) if case["bank"] in BANCOS
    ]
    assert len(invalid) >= 12
    for case in invalid:
        with pytest.raises(BancoError) as refused:
            calculo.calculate(case["bank"], dados(case))
        assert case["field"] in (None, refused.value.field), case["id"]
        assert refused.value.message
