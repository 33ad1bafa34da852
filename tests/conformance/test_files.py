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
# The header lost letters before position 143, so date and number stand elsewhere: that is told, not guessed.
DIFFERENT_HEADER = {
    "CNAB240SICOOB.RET": {"generation_date", "file_sequence"},
    "CNAB240AILOS.RET": {"generation_date", "file_sequence"},
    "sicredi.ret": {"company"},  # Sicredi's header has no name where the others have theirs
}
# Files whose nosso número or day of credit the independent reading took from another place than the bank's manual.
OTHER_PLACE = {
    "remessa-unicred-cnab400.rem": {"nosso_numero"},  # 193-203; 63-72 is the bank's code and zeros
    # 0000000000000 and two blanks: a number that lost two digits is none
    "btg.ret": {"tarifa"},
}
# Errors that a file has although its makers call it sound.
ERRORS = {
    "remessa.txt": "1234567",  # its company's code is 1,2345678901235E+19, as a spreadsheet left it
    "sicoob.ret": "qtd_detalhes",  # four of its nine titles were taken out
}
# BRB's own remessa: types are two positions, the first line begins with DCB.
BRB_REMESSA = "remessa-banco-brasilia-cnab400.rem"


def wants(entry: dict[str, Any]) -> bool:
    return entry["kind"] in ("remessa", "retorno") and not entry["copy"].endswith(PAGAMENTOS)


@pytest.fixture
def arquivo(golden: Path, golden_file: dict[str, Any]) -> Arquivo:
    return read_file(golden / str(golden_file["copy"]))


def name_of(entry: dict[str, Any]) -> str:
    return Path(entry["copy"]).name


def row_of(entry: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    """Return the part of a row of files.json that it read itself: ``None`` is what it did not look for in CNAB 400."""
    known = {field: value for field, value in row.items() if value is not None or entry["layout"] == 240}
    other = OTHER_PLACE.get(name_of(entry), set())
    trimmed = {field: value.strip() if isinstance(value, str) else value for field, value in known.items()}
    return {field: value for field, value in trimmed.items() if field in FIELDS and field not in other}


def said(record: Ocorrencia, field: str) -> object:
    """Return a field of ours as files.json writes it."""
    value = getattr(record, FIELDS[field])
    if isinstance(value, date):
        return value.isoformat()
    return format_decimal(value) if field in AMOUNTS and value is not None else value


def test_titles_and_totals_agree(arquivo: Arquivo, golden_file: dict[str, Any]) -> None:
    parsed = golden_file["parsed"]
    assert arquivo.totais.titles == parsed["titles"]
    if name_of(golden_file) != BRB_REMESSA:  # nobody read its amounts
        assert format_decimal(arquivo.totais.valor_titulo) == parsed["sum_title_value"]
    assert format_decimal(arquivo.totais.valor_pago) == parsed.get("sum_paid_value", "0.00")


def test_every_record_agrees(arquivo: Arquivo, golden_file: dict[str, Any]) -> None:
    parsed = golden_file["parsed"]
    rows = parsed.get("records") or [row for row in (parsed["first_record"],) if row]
    rows = [row_of(golden_file, row) for row in rows]
    ours = [{field: said(record, field) for field in row} for record, row in zip(arquivo.records, rows, strict=False)]
    assert ours == rows
    for name, index in (("first_record", 0), ("last_record", -1)):
        row = row_of(golden_file, parsed[name]) if parsed.get(name) else {}
        assert {field: said(arquivo.records[index], field) for field in row} == row


def test_lines_are_counted_alike(arquivo: Arquivo, golden_file: dict[str, Any]) -> None:
    parsed = golden_file["parsed"]
    if name_of(golden_file) == BRB_REMESSA:
        assert arquivo.record_types == {"0": 1, "9": 1, "D": 1}
        return
    assert arquivo.record_types == parsed["record_types"]
    assert arquivo.segments == parsed.get("segments", {})
    occurrences = {code.strip(): count for code, count in parsed["occurrences"].items()}
    assert dict(Counter(record.codigo for record in arquivo.records)) == occurrences


def test_the_header_agrees(arquivo: Arquivo, golden_file: dict[str, Any]) -> None:
    parsed, cabecalho = golden_file["parsed"], arquivo.cabecalho
    name = name_of(golden_file)
    sequence = parsed.get("file_sequence")
    found = {
        "company": cabecalho.empresa,
        "bank": cabecalho.banco,
        "generation_date": cabecalho.data_geracao and cabecalho.data_geracao.isoformat(),
        "file_sequence": cabecalho.sequencia,
    }
    expected = {
        "company": parsed.get("company", ""),
        "bank": parsed["bank"],
        "generation_date": parsed["generation_date"],
        "file_sequence": int(sequence) if sequence and sequence.isdigit() else None,
    }
    if sequence is None and golden_file["layout"] != 240:
        found["file_sequence"] = None  # not looked for
    different = {field for field in found if found[field] != expected[field]}
    assert different == DIFFERENT_HEADER.get(name, set())
    assert cabecalho.kind == golden_file["kind"]


def test_faults_are_told_and_sound_files_have_none(arquivo: Arquivo, golden_file: dict[str, Any]) -> None:
    errors = [problem.message for problem in arquivo.problems if problem.is_error]
    name = name_of(golden_file)
    if golden_file["condition"] == "broken":
        # A file with trailing blanks, one whose only count of 14 lines leaves out header and trailer, one with a blank
        # in position 241, and one of a bank that does not exist, which is said; they lose nothing.
        harmless = {"caixa.ret", "padrao240.ret", "remessa_santander_cnab240.rem", "retorno_banco_fake_2.ret"}
        assert arquivo.problems
        assert name in harmless or errors
    elif name in ERRORS and golden_file["layout"] == 400:
        assert len(errors) == 1
        assert ERRORS[name] in errors[0]
    else:
        assert errors == []
    assert arquivo.has_end == ("9" in golden_file["parsed"]["record_types"])
