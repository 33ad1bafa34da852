"""Real files of payments (Itaú SISPAG), read and compared with what others read in them."""

import json
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.cnab.records import read_file
from finbank_desktop.domain.arquivos import Arquivo
from finbank_desktop.domain.valores import format_decimal

PAGAMENTOS = ("SB23112AIT.RET", "transfer/parserTest.py__returnFile.txt", "transfer/parserTest.py__shippingFile.txt")


@pytest.fixture(params=PAGAMENTOS)
def entry(request: pytest.FixtureRequest, golden: Path) -> dict[str, Any]:
    data = json.loads((golden / "files.json").read_text("utf-8"))
    found: list[dict[str, Any]] = data if isinstance(data, list) else data["files"]
    return next(each for each in found if each["copy"].endswith(request.param))


@pytest.fixture
def arquivo(golden: Path, entry: dict[str, Any]) -> Arquivo:
    return read_file(golden / entry["copy"])


def test_counts_and_sums_agree(arquivo: Arquivo, entry: dict[str, Any]) -> None:
    parsed, totais = entry["parsed"], arquivo.totais
    assert (arquivo.cabecalho.kind, arquivo.cabecalho.product) == (entry["kind"], "pagamento")
    assert totais.titles == parsed["titles"]
    assert format_decimal(totais.valor_titulo) == parsed["sum_title_value"]
    assert format_decimal(totais.valor_pago) == parsed["sum_paid_value"]


def test_lines_and_header_agree(arquivo: Arquivo, entry: dict[str, Any]) -> None:
    parsed, cabecalho = entry["parsed"], arquivo.cabecalho
    assert (arquivo.record_types, arquivo.segments) == (parsed["record_types"], parsed["segments"])
    assert (cabecalho.banco, cabecalho.empresa) == (parsed["bank"], parsed["company"])
    assert cabecalho.data_geracao is not None
    assert cabecalho.data_geracao.isoformat() == parsed["generation_date"]
    if cabecalho.kind == "retorno":
        assert cabecalho.sequencia == int(parsed["file_sequence"])


def test_every_payment_agrees(arquivo: Arquivo, entry: dict[str, Any]) -> None:
    rows = entry["parsed"].get("records") or [entry["parsed"]["first_record"]]
    for record, row in zip(arquivo.records, rows, strict=True):
        assert record.vencimento is not None
        assert (record.line, record.favorecido, record.seu_numero) == (
            row["line"],
            row["favorecido"],
            row["seu_numero"],
        )
        assert record.vencimento.isoformat() == row["data_pagamento"]
        assert format_decimal(record.valor_titulo or 0) == row["valor_pagamento"]
        assert format_decimal(record.valor_pago or 0) == row["valor_efetivado"]
        assert record.codigo == row["ocorrencias"]


def test_faults_are_told_and_a_sound_file_has_none(arquivo: Arquivo, entry: dict[str, Any]) -> None:
    errors = {problem.field for problem in arquivo.problems if problem.is_error}
    assert errors == ({"qtd_lotes", "qtd_registros"} if entry["condition"] == "broken" else set())
