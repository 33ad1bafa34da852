"""`finbank conciliacao sugerir --arquivo`."""

import json
from pathlib import Path

import pytest

from finbank_desktop.cli import main

CASO = {
    "lines": [
        {"id": "l1", "date": "2026-11-10", "amount": "123.45", "text": "PIX RECEBIDO PADARIA EXEMPLO NOVA"},
        {"id": "l2", "date": "2026-11-10", "amount": "500.00", "text": "LIQ.COBRANCA SIMPLES"},
        {"id": "l3", "date": "2026-11-10", "amount": "-9.90", "text": "TARIFA"},
    ],
    "titles": [
        {
            "id": 7,
            "due": "2026-11-05",
            "amount": "120.00",
            "name": "Padaria Exemplo Nova Ltda",
            "document": "1",
            "multa": "3.45",
        }
    ],
    "batches": [{"id": "b1", "credit_date": "2026-11-10", "gross": "510.00", "fees": "10.00", "titles": ["8"]}],
}


def sugerir(folder: Path, text: str) -> int:
    path = folder / "caso.json"
    path.write_text(text, "utf-8")
    return main(["conciliacao", "sugerir", "--arquivo", str(path), "--json"])


def test_pairs_come_in_the_contracts_shape(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sugerir(tmp_path, json.dumps(CASO)) == 1  # a line without a pair is something to look at
    found = json.loads(capsys.readouterr().out)
    assert found["unmatched"] == ["l3"]
    by_line = {pair["line"]: pair for pair in found["pairs"]}
    assert by_line["l1"]["titles"] == ["7"]
    assert by_line["l1"]["band"] == "certo"
    assert by_line["l1"]["difference"] == "3.45"
    assert by_line["l2"] | {"score": 0, "why": ""} == {
        "line": "l2", "titles": ["8"], "batch": "b1", "band": "certo", "score": 0, "why": "", "difference": "-10.00",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "palavra"),
    [
        ("[]", "lines"),
        ("{", "JSON"),
        ('{"lines": [{"id": "1", "date": "10/11/2026", "amount": "1.00", "text": ""}], "titles": []}', "date"),
        ('{"lines": [{"id": "1", "date": "2026-11-10", "amount": "1,00", "text": ""}], "titles": []}', "amount"),
        ('{"lines": [], "titles": [{"id": "1", "due": "2026-11-10", "amount": "1.00", "multa": "x"}]}', "multa"),
        ('{"lines": [], "titles": [7]}', "item 1"),
    ],
)
def test_what_is_no_case_is_refused_in_words(
    text: str, palavra: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sugerir(tmp_path, text) == 3
    error = json.loads(capsys.readouterr().err)["error"]
    assert error["code"] == "caso_invalido"
    assert palavra in error["message"]
