"""`finbank planilhas importar` and `desfazer`: the shapes and exit codes of the other imports."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from finbank_desktop.cli import main

CLIENTES = (
    "CPF/CNPJ;Razão Social;Obs\n"
    "11.222.333/0001-81;Padaria Amostra Ltda;x\n"
    "45.997.418/0001-53;Mercado Fictício;y\n"
    "11.111.111/1111-11;Sem dígito;z\n"
)


class Call:
    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys
        self.file = folder / "clientes.csv"
        self.file.write_text(CLIENTES, encoding="cp1252")

    def __call__(self, *words: str) -> tuple[int, Any, str]:
        code = main(["--base", str(self.folder / "a.db"), "--json", "planilhas", *words])
        out, err = self.capsys.readouterr()
        return code, json.loads(out) if out else None, err


@pytest.fixture
def call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    return Call(tmp_path, capsys)


def test_it_simulates_imports_and_takes_back(call: Call) -> None:
    code, answer, _ = call("importar", "pessoas", str(call.file), "--simular")
    assert (code, answer["applied"], answer["operation_id"]) == (1, False, None)
    assert answer["plan"]["tabs"] == {"novos": 2, "existentes": 0, "alterados": 0, "problemas": 1}
    assert answer["plan"]["columns"] == {"CPF/CNPJ": "documento", "Razão Social": "nome", "Obs": None}
    assert answer["plan"]["rows"][0]["values"] == {"documento": "11222333000181", "nome": "Padaria Amostra Ltda"}
    erros = call.folder / "erros.xlsx"
    code, answer, _ = call("importar", "pessoas", str(call.file), "--problemas", str(erros))
    assert (code, answer["applied"]) == (1, True)
    sheet = openpyxl.load_workbook(erros).active
    assert sheet is not None
    assert sheet.max_row == 2
    undo = str(answer["operation_id"])
    assert call("importar", "pessoas", str(call.file))[1]["plan"]["tabs"]["existentes"] == 2
    assert call("desfazer", undo)[1] == {"undone": True, "rows": 1, "refused": []}
    assert call("desfazer", undo)[0] == 3
    assert call("importar", "pessoas", str(call.file), "--simular")[1]["plan"]["tabs"]["novos"] == 2


def test_a_column_is_named_by_the_call_and_a_wrong_call_is_said(call: Call) -> None:
    code, answer, _ = call("importar", "pessoas", str(call.file), "--simular", "--coluna", "Obs=bairro")
    assert (code, answer["plan"]["columns"]["Obs"]) == (1, "bairro")
    code, _, err = call("importar", "pessoas", str(call.file), "--coluna", "Nada=bairro")
    assert code == 2
    assert "não há a coluna Nada" in err
    code, _, err = call("importar", "pessoas", str(call.file), "--coluna", "Razão Social=")
    assert code == 3
    assert json.loads(err)["error"]["code"] == "falta_coluna"


def test_what_is_no_table_is_refused_and_a_missing_file_is_trouble_outside(call: Call) -> None:
    call.file.write_bytes(b"%PDF-1.7")
    assert call("importar", "pessoas", str(call.file))[0] == 3
    call.file.unlink()
    assert call("importar", "contas-receber", str(call.file))[0] == 4
