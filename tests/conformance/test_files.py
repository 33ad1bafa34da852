"""Real cobrança files, read and compared with what others read in them."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.cnab.records import read_file
from finbank_desktop.domain.arquivos import Arquivo
from finbank_desktop.domain.ocorrencias import Ocorrencia
from finbank_desktop.domain.valores import format_decimal

LAYOUTS = {("001", 240), ("001", 400), ("104", 240), ("237", 400), ("341", 400), ("756", 240), ("341", 240)}
PAGAMENTOS = (  # SISPAG, not cobrança
    "SB23112AIT.RET",
    "transfer/parserTest.py__returnFile.txt",
    "transfer/parserTest.py__shippingFile.txt",
)
FIELDS = {
    "line": "line",
    "nosso_numero": "nosso_numero",
    "ocorrencia": "codigo",
    "numero_documento": "seu_numero",
    "vencimento": "vencimento",
    "data_ocorrencia": "data_ocorrencia",
    "data_credito": "data_credito",
    "valor_titulo": "valor_titulo",
    "valor_pago": "valor_pago",
    "valor_liquido": "valor_creditado",
    "tarifa": "valor_tarifa",
}
AMOUNTS = {"valor_titulo", "valor_pago", "valor_liquido", "tarifa"}
DIFFERENT_HEADER = {
    # The header lost 17 letters before position 143, so date and number stand elsewhere: that is told, not guessed.
    "CNAB240SICOOB.RET": {"generation_date", "file_sequence"},
}


def wants(entry: dict[str, Any]) -> bool:
    cobranca = entry["kind"] in ("remessa", "retorno") and not entry["copy"].endswith(PAGAMENTOS)
    return cobranca and (entry["bank"], entry["layout"]) in LAYOUTS


@pytest.fixture
def arquivo(golden: Path, golden_file: dict[str, Any]) -> Arquivo:
    return read_file(golden / str(golden_file["copy"]))


def said(record: Ocorrencia, field: str) -> object:
    """Return a field of ours as files.json writes it."""
    value = getattr(record, FIELDS[field])
    if isinstance(value, date):
        return value.isoformat()
    return format_decimal(value) if field in AMOUNTS and value is not None else value


def test_titles_and_totals_agree(arquivo: Arquivo, golden_file: dict[str, Any]) -> None:
    parsed = golden_file["parsed"]
    assert arquivo.totais.titles == parsed["titles"]
    assert format_decimal(arquivo.totais.valor_titulo) == parsed["sum_title_value"]
    assert format_decimal(arquivo.totais.valor_pago) == parsed.get("sum_paid_value", "0.00")


def test_every_record_agrees(arquivo: Arquivo, golden_file: dict[str, Any]) -> None:
    parsed = golden_file["parsed"]
    rows = parsed.get("records") or [row for row in (parsed["first_record"],) if row]
    ours = [{field: said(record, field) for field in row} for record, row in zip(arquivo.records, rows, strict=False)]
    assert ours == rows
    for name, index in (("first_record", 0), ("last_record", -1)):
        row = parsed[name]
        assert row is None or {field: said(arquivo.records[index], field) for field in row} == row


def test_lines_are_counted_alike(arquivo: Arquivo, golden_file: dict[str, Any]) -> None:
    parsed = golden_file["parsed"]
    assert arquivo.record_types == parsed["record_types"]
    assert arquivo.segments == parsed.get("segments", {})
    assert dict(Counter(record.codigo for record in arquivo.records)) == parsed["occurrences"]


def test_the_header_agrees(arquivo: Arquivo, golden_file: dict[str, Any]) -> None:
    parsed, cabecalho = golden_file["parsed"], arquivo.cabecalho
    name = Path(golden_file["copy"]).name
    sequence = parsed.get("file_sequence")
    found = {
        "company": cabecalho.empresa,
        "bank": cabecalho.banco,
        "generation_date": cabecalho.data_geracao and cabecalho.data_geracao.isoformat(),
        "file_sequence": cabecalho.sequencia,
    }
    expected = {
        "company": parsed["company"],
        "bank": parsed["bank"],
        "generation_date": parsed["generation_date"],
        "file_sequence": int(sequence) if sequence and sequence.isdigit() else None,
    }
    different = {field for field in found if found[field] != expected[field]}
    assert different == DIFFERENT_HEADER.get(name, set())
    assert cabecalho.kind == golden_file["kind"]


def test_faults_are_told_and_sound_files_have_none(arquivo: Arquivo, golden_file: dict[str, Any]) -> None:
    errors = [problem.message for problem in arquivo.problems if problem.is_error]
    name = Path(golden_file["copy"]).name
    if golden_file["condition"] == "broken":
        # A file with trailing blanks, and one whose only count of 14 lines leaves out header and trailer, lose nothing.
        harmless = {"caixa.ret", "padrao240.ret"}
        assert arquivo.problems
        assert name in harmless or errors
    elif name != "remessa.txt":  # its company's code is 1,2345678901235E+19, as a spreadsheet left it
        assert errors == []
    assert arquivo.has_end == ("9" in golden_file["parsed"]["record_types"])
