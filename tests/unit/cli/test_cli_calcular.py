"""`finbank boletos calcular`, called as a script would."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.cli import main

# kivanio/brcobranca itau_spec.rb:74
ITAU = {
    "id": "a",
    "bank": "341",
    "inputs": {
        "agencia": "0810",
        "conta": "53678",
        "nosso_numero": "12345678",
        "valor": "0.00",
        "vencimento": "2009-08-14",
    },
    "inputs_implied": {"carteira": "175"},
}
ITAU_BARRAS = "34191432900000000001751234567840810536789000"


class Stdin:
    def __init__(self, texto: str) -> None:
        self.buffer = io.BytesIO(texto.encode())


def calcular(
    linhas: list[Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[int, list[dict[str, Any]]]:
    texto = "\n".join(linha if isinstance(linha, str) else json.dumps(linha) for linha in linhas)
    monkeypatch.setattr("sys.stdin", Stdin(texto))
    code = main(["boletos", "calcular"])
    return code, [json.loads(linha) for linha in capsys.readouterr().out.splitlines()]


def with_inputs(**inputs: Any) -> dict[str, Any]:
    return {**ITAU, "inputs": {**ITAU["inputs"], **inputs}}  # type: ignore[dict-item]  # always a mapping


def test_a_line_is_answered_in_the_shape_of_the_contract(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, answers = calcular([ITAU], monkeypatch, capsys)
    assert code == 0
    assert answers == [
        {
            "id": "a",
            "campo_livre": "1751234567840810536789000",
            "codigo_barras": ITAU_BARRAS,
            "linha_digitavel": "34191751243456784081305367890000143290000000000",
            "nosso_numero": "175/12345678-4",
            "nosso_numero_dv": "4",
            "agencia_codigo_beneficiario": "0810 / 53678-9",
        }
    ]


def test_answers_keep_their_order_and_errors_their_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, answers = calcular([ITAU, "{não", "", "[1]", {**ITAU, "id": 7, "bank": "999"}, ITAU], monkeypatch, capsys)
    assert code == 1
    assert [answer["id"] for answer in answers] == ["a", None, None, 7, "a"]
    assert answers[1]["error"] == {"field": None, "message": "a linha 2 não é JSON"}
    assert answers[3]["error"]["field"] == "bank"


@pytest.mark.parametrize(
    ("inputs", "field"),
    [
        ({"agencia": None}, "agencia"),
        ({"vencimento": "14/08/2009"}, "vencimento"),
        ({"vencimento": "1990-01-01"}, "vencimento"),
        ({"valor": "dez"}, "valor"),
        ({"valor": "100000000.00"}, "valor"),
        ({"nosso_numero": "123456789"}, "nosso_numero"),
        ({"vencimento": None, "fator_vencimento": "12"}, "fator_vencimento"),
    ],
)
def test_the_field_at_fault_is_named(
    inputs: dict[str, Any], field: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, answers = calcular([with_inputs(**inputs)], monkeypatch, capsys)
    assert code == 1
    assert answers[0]["error"]["field"] == field
    assert answers[0]["error"]["message"]


def test_inputs_win_over_what_is_implied_and_null_is_not_given(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, answers = calcular([with_inputs(carteira="109"), with_inputs(carteira=None)], monkeypatch, capsys)
    assert answers[0]["nosso_numero"].startswith("109/")
    assert answers[1]["codigo_barras"] == ITAU_BARRAS


def test_without_due_date_the_rest_is_still_given(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, answers = calcular([with_inputs(vencimento=None)], monkeypatch, capsys)
    assert code == 0
    assert answers[0]["campo_livre"] == "1751234567840810536789000"
    assert answers[0]["codigo_barras"] is None
    assert answers[0]["linha_digitavel"] is None


def test_factor_stands_in_for_the_due_date_and_numbers_for_texts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    inputs = with_inputs(
        vencimento=None, fator_vencimento="4329", agencia=810, conta=53678, valor=0.0, desconhecido=[1]
    )
    _, answers = calcular([inputs], monkeypatch, capsys)
    assert answers[0]["codigo_barras"] == ITAU_BARRAS


def test_what_is_charged_wins_over_the_face_value(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, answers = calcular([with_inputs(valor="5000.00", valor_cobrado="5100.00")], monkeypatch, capsys)
    assert answers[0]["codigo_barras"][9:19] == "0000510000"


@pytest.mark.usefixtures("capsys")
def test_no_line_is_no_error(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert calcular([], monkeypatch, capsys) == (0, [])


@pytest.mark.parametrize("linha", ['{"inputs": 5, "bank": "341"}', '{"bank": {}}', "null", '"x"', "[" * 100_000])
def test_strange_json_is_answered_too(
    linha: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, answers = calcular([linha], monkeypatch, capsys)
    assert code == 1
    assert answers[0]["error"]["message"]


def test_golden_cases_come_out_of_the_command_too(
    golden: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = [
        case
        for case in json.loads((golden / "boletos.json").read_text("utf-8"))
        if case["bank"] in ("001", "104", "237", "341", "756")
        and case["kind"] == "boleto"
        and case["consistent"]
        and not case.get("suspect")
        and case["id"] != "brboleto-756-sicoob-L109"  # see conformance/test_boletos.py
    ]
    lines = [{key: case[key] for key in ("id", "bank", "inputs", "inputs_implied") if key in case} for case in cases]
    code, answers = calcular(lines, monkeypatch, capsys)
    assert code == 0
    assert len(cases) >= 103
    for case, answer in zip(cases, answers, strict=True):
        for name in ("campo_livre", "codigo_barras", "linha_digitavel"):
            assert case["expected"].get(name, answer[name]) == answer[name], case["id"]
