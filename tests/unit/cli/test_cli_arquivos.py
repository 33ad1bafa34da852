"""`finbank arquivos conferir|explicar|comparar` and `bancos listar` in the shapes of the contract."""

import json
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.cli import main
from finbank_desktop.cli.output import Saida
from finbank_desktop.cnab import pagamento
from finbank_desktop.domain.pagamentos import FormaPagamento
from finbank_desktop.domain.problems import Problem
from tests.unit.cnab.movimentos_exemplos import dados
from tests.unit.cnab.movimentos_exemplos import pagamento as um_pagamento

SISPAG = "files/eduardordm+cnab240/spec/fixtures/retorno/SB23112AIT.RET"
REMESSA = "files/Maxwbh+pyCobranca/tests/fixtures/remessa_bradesco_cnab400.rem"


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, Any]:
    code = main([*words, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_a_good_remessa_is_ok(golden: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = answer(capsys, "arquivos", "conferir", str(golden / REMESSA))
    assert (code, said["ok"]) == (0, True)


def test_a_fault_has_its_place_and_its_cure(golden: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = (golden / REMESSA).read_bytes().split(b"\r\n")
    # Bradesco, CNAB 400: the amount stands at 127-139
    lines[1] = lines[1][:126] + b"0" * 13 + lines[1][139:]
    path = tmp_path / "zero.rem"
    path.write_bytes(b"\r\n".join(lines))
    code, said = answer(capsys, "arquivos", "conferir", str(path))
    assert (code, said["ok"]) == (1, False)
    (problem,) = [each for each in said["problems"] if each["severity"] == "error"]
    assert (problem["line"], problem["start"], problem["end"], problem["field"]) == (2, 127, 139, "valor_titulo")
    assert problem["message"]
    assert problem["fix"]


def test_fields_are_explained(golden: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("arquivos", "explicar", str(golden / REMESSA), "--linha", "2")
    code, fields = answer(capsys, *words)
    assert code == 0
    assert list(fields[0]) == ["line", "name", "start", "end", "raw", "value", "meaning", "source"]
    assert [fields[0]["start"], fields[-1]["end"]] == [1, 400]
    _, one = answer(capsys, *words, "--posicao", "130")
    assert [field["name"] for field in one] == ["valor_titulo"]


def test_a_position_needs_its_line(golden: Path) -> None:
    assert main(["arquivos", "explicar", str(golden / REMESSA), "--posicao", "1"]) == 2


def test_files_are_compared(golden: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "outra.rem"
    path.write_bytes((golden / REMESSA).read_bytes().replace(b"BRADESCO", b"BANCO   ", 1))
    code, found = answer(capsys, "arquivos", "comparar", str(golden / REMESSA), str(path))
    assert code == 0
    assert [(each["line"], each["name"]) for each in found] == [(1, "banco_nome")]


def test_for_a_person_the_same_is_said_in_words(
    golden: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(golden / REMESSA)
    assert main(["arquivos", "comparar", file, file]) == 0
    assert "iguais" in capsys.readouterr().out
    assert main(["arquivos", "explicar", file, "--linha", "1"]) == 0
    assert "banco" in capsys.readouterr().out
    table = tmp_path / "campos.csv"
    assert main(["arquivos", "explicar", file, "--saida", str(table)]) == 0
    assert table.stat().st_size > 0
    assert main(["arquivos", "comparar", file, file, "--saida", str(table)]) == 0
    assert main(["arquivos", "explicar", file, "--saida", file]) == 3


def test_the_banks_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    code, rows = answer(capsys, "bancos", "listar")
    assert code == 0
    keys = ["code", "name", "closed", "boleto", "remessa_240", "remessa_400", "remessa_444", "retorno_240"]
    keys += ["retorno_400", "pagamento_240", "debito_150", "debito_240", "extrato_240", "api"]
    assert all(list(row) == keys for row in rows)
    itau = next(row for row in rows if row["code"] == "341")
    assert itau["boleto"]["trust"] == "manual"
    assert set(itau["boleto"]) == {"trust", "date", "source"}
    assert set(itau["api"]) == {"trust", "date", "source"}
    sem_api = next(row for row in rows if row["code"] == "070")
    assert sem_api["api"] is None
    assert main(["bancos", "listar"]) == 0
    assert "Itaú" in capsys.readouterr().out


def test_payments_are_told_with_whom_and_how(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "PG.REM"
    path.write_bytes(pagamento.render(dados("341", um_pagamento(FormaPagamento.TED, "341"))).data)
    code, shown = answer(capsys, "arquivos", "ler", str(path))
    assert code == 0
    assert (shown["kind"], shown["product"], shown["totals"]["titles"]) == ("remessa", "pagamento", 1)
    (record,) = shown["records"]
    assert (record["favorecido"], record["forma"], record["valor_titulo"]) == ("FORNECEDOR INVENTADO", "41", "123.45")
    assert main(["arquivos", "ler", str(path)]) == 0
    assert "1 pagamento" in capsys.readouterr().out


def test_where_a_problem_lies_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    for message in ("Linha 3, posições 1-3, banco: “999” não é o banco.", "“999” não é o banco."):
        Saida(json=False).problems([Problem(message=message, line=3, start=1, end=3)])
        assert capsys.readouterr().out.casefold().count("linha 3, posições 1-3") == 1


def test_a_motivo_that_is_the_ocorrencia_is_told_once(golden: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["arquivos", "ler", str(golden / SISPAG)]) == 0
    assert capsys.readouterr().out.count("falta de autorização") == 1
