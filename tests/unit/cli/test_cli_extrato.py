"""`finbank extrato importar`, in the contract's shape."""

import json
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.cli import main
from tests.unit.services.extratos import conta, linha, ofx

DADOS = {
    "empresas": [{"codigo": "001", "razao_social": "Empresa Exemplo Ltda", "documento": "11.222.333/0001-81"}],
    "contas": [{"codigo": "C1", "descricao": "Itaú", "banco": "341", "agencia": "0810", "conta": "12345"}],
}


@pytest.fixture
def base(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    dados = tmp_path / "dados.json"
    dados.write_text(json.dumps(DADOS), encoding="utf-8")
    path = str(tmp_path / "livros.db")
    assert main(["--base", path, "dados", "importar", str(dados)]) == 0
    capsys.readouterr()
    return path


def call(capsys: pytest.CaptureFixture[str], base: str, *words: str) -> tuple[int, Any]:
    code = main(["--base", base, "--json", *words])
    printed = capsys.readouterr()
    return code, json.loads(printed.out or printed.err)


def test_a_statement_is_shown_saved_found_again_and_taken_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], base: str
) -> None:
    path = str(ofx(tmp_path / "a.ofx", conta([linha("20261101", "10.00", "PIX A")])))
    importar = ("extrato", "importar", path, "--conta", "1")
    code, shown = call(capsys, base, *importar, "--simular")
    assert (shown["applied"], shown["import_id"]) == (False, None)
    assert shown["plan"]["tabs"]["novos"] >= 1
    code, saved = call(capsys, base, *importar)
    assert (saved["applied"], saved["import_id"], saved["plan"]) == (True, "E1", shown["plan"])
    assert saved["plan"]["rows"][0]["amount"] == "10.00"
    code, again = call(capsys, base, *importar)
    assert (code, again["applied"]) == (0, False)
    assert {row["tab"] for row in again["plan"]["rows"]} == {"ja_importados"}
    code, listed = call(capsys, base, "extrato", "listar")
    assert [row["novos"] for row in listed] == [saved["plan"]["tabs"]["novos"]]
    code, undone = call(capsys, base, "importacoes", "desfazer", "E1")
    assert (code, undone["undone"], undone["refused"]) == (0, True, [])


def test_a_line_that_cannot_be_read_is_put_off_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], base: str
) -> None:
    path = str(ofx(tmp_path / "a.ofx", conta([linha("20261101", "10.00", "A"), linha("20261301", "5.00", "B")])))
    code, saved = call(capsys, base, "extrato", "importar", path, "--conta", "C1")
    assert (code, saved["applied"]) == (1, True)
    assert (saved["plan"]["tabs"]["novos"], saved["plan"]["tabs"]["quarentena"]) == (1, 1)


def test_what_is_no_statement_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], base: str) -> None:
    path = tmp_path / "a.ofx"
    path.write_text("olá", encoding="utf-8")
    code, answer = call(capsys, base, "extrato", "importar", str(path), "--conta", "1")
    assert code == 3
    assert answer["error"]["message"]


def test_an_account_nobody_knows_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], base: str) -> None:
    path = str(ofx(tmp_path / "a.ofx", conta([linha("20261101", "10.00", "A")])))
    code, answer = call(capsys, base, "extrato", "importar", path, "--conta", "99")
    assert (code, answer["error"]["code"]) == (3, "conta_desconhecida")


def test_the_account_itself_can_be_matched(tmp_path: Path, capsys: pytest.CaptureFixture[str], base: str) -> None:
    path = str(ofx(tmp_path / "a.ofx", conta([linha("20261101", "10.00", "PIX A")])))
    call(capsys, base, "extrato", "importar", path, "--conta", "1")
    code, found = call(capsys, base, "conciliacao", "sugerir", "--conta", "1")
    assert (code, found) == (1, {"pairs": [], "unmatched": ["1"]})


def test_a_table_needs_no_window_while_its_columns_are_plain(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], base: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Data;Histórico;Valor\n05/10/2026;PIX;1.010,00\n06/10/2026;TARIFA;-5,00\n", encoding="cp1252")
    importar = ("extrato", "importar", str(path), "--conta", "C1")
    code, saved = call(capsys, base, *importar)
    assert (code, saved["applied"]) == (0, True)
    assert [row["amount"] for row in saved["plan"]["rows"]] == ["1010.00", "-5.00"]
    code, again = call(capsys, base, *importar)
    assert (code, again["applied"], again["plan"]["tabs"]["ja_importados"]) == (0, False, 2)


def test_a_table_with_a_column_in_doubt_is_refused_and_the_column_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], base: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Data;Histórico;Quantia\n05/10/2026;PIX;10,00\n06/10/2026;TARIFA;5,00\n", encoding="cp1252")
    code, answer = call(capsys, base, "extrato", "importar", str(path), "--conta", "C1")
    assert (code, answer["error"]["code"]) == (3, "coluna_em_duvida")
    assert "“Quantia”" in answer["error"]["message"]
