"""The inspector: fields explained with their codes, two files compared, tables for a spreadsheet."""

import csv
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.layouts import loader, writer
from finbank_desktop.services.arquivos import ArquivosService
from finbank_desktop.spreadsheets import tables

SERVICE = ArquivosService()
LAYOUT = "756-sicoob/cobranca_240_retorno"
Make = Callable[..., Path]


@pytest.fixture
def retorno(tmp_path: Path) -> Make:
    """Return a maker of a small retorno of bank 756 with one rejected title."""

    def make(name: str = "um.ret", numero: str = "NF 1") -> Path:
        titulo: dict[str, Any] = {
            "banco": 756,
            "lote": 1,
            "sequencia_lote": 1,
            "codigo_movimento": 3,
            "motivos": "0916",
        }
        titulo |= {"numero_documento": numero, "valor_titulo": 123_456}
        layout = loader.load(LAYOUT)
        escrita = writer.write(
            layout,
            [
                ("header", {"banco": 756, "empresa_nome": "EMPRESA EXEMPLO LTDA", "codigo_remessa_retorno": 2}),
                ("header_lote", {"banco": 756, "lote": 1}),
                ("T", titulo),
                ("U", {"banco": 756, "lote": 1, "sequencia_lote": 2, "codigo_movimento": 3}),
                ("trailer_lote", {"banco": 756, "lote": 1, "qtd_registros_lote": 4}),
                ("trailer", {"banco": 756, "qtd_lotes": 1, "qtd_registros": 6}),
            ],
        )
        assert [problem for problem in escrita.problems if problem.is_error] == []
        path = tmp_path / name
        path.write_bytes(escrita.data)
        return path

    return make


# FEBRABAN, CNAB 240: segment T has the movement at 16-17 and up to five reasons at 214-223.
@pytest.mark.parametrize(
    ("position", "name", "words"),
    [(16, "codigo_movimento", "Entrada rejeitada"), (214, "motivos", "Nosso número duplicado")],
)
def test_a_code_is_explained_in_words(retorno: Make, position: int, name: str, words: str) -> None:
    (field,) = SERVICE.explain(retorno(), 3, position)
    assert field.name == name
    assert words in field.meaning


def test_every_byte_of_the_file_belongs_to_one_field(retorno: Make) -> None:
    path = retorno()
    lines = path.read_text("ascii").splitlines()
    fields = list(SERVICE.explain(path))
    for number, line in enumerate(lines, 1):
        assert "".join(field.raw for field in fields if field.line == number) == line


def test_a_line_that_is_not_there_has_no_fields(retorno: Make) -> None:
    assert list(SERVICE.explain(retorno(), 99)) == []
    assert list(SERVICE.explain(retorno(), 3, 241)) == []


def test_two_files_differ_where_they_differ(retorno: Make) -> None:
    first, second = retorno(), retorno("dois.ret", "NF 2")
    (found,) = SERVICE.compare(first, second)
    assert (found.line, found.name, str(found.a).strip(), str(found.b).strip()) == (
        3,
        "numero_documento",
        "NF 1",
        "NF 2",
    )
    assert list(SERVICE.compare(first, first)) == []


def test_a_line_too_many_is_told_whole(retorno: Make) -> None:
    first, second = retorno(), retorno("dois.ret")
    lines = second.read_bytes().splitlines(keepends=True)
    second.write_bytes(b"".join([*lines, lines[-1]]))
    (found,) = SERVICE.compare(first, second)
    assert (found.line, found.name, found.a) == (7, "", None)


def test_files_of_different_kinds_are_not_compared(retorno: Make, golden: Path) -> None:
    other = golden / "files/Maxwbh+pyCobranca/tests/fixtures/remessa_sicoob_cnab240.rem"
    with pytest.raises(RefusedError, match="mesmo tipo"):
        list(SERVICE.compare(retorno(), other))


def test_the_table_holds_the_fields_as_text(retorno: Make, tmp_path: Path) -> None:
    path = retorno()
    fields = list(SERVICE.explain(path))
    for suffix in tables.FORMATS:
        saida = tmp_path / f"tabela{suffix}"
        assert SERVICE.export_explanation(path, saida) == len(fields)
        assert column(saida, "Conteúdo") == [field.raw for field in fields]


def column(path: Path, title: str) -> list[str]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [row[title] for row in csv.DictReader(file, delimiter=";")]
    rows = list(openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True))
    return [str(row[rows[0].index(title)]) for row in rows[1:]]


def test_the_comparison_has_its_table(retorno: Make, tmp_path: Path) -> None:
    saida = tmp_path / "tabela.csv"
    assert SERVICE.export_comparison(retorno(), retorno("dois.ret", "NF 2"), saida) == 1
    assert column(saida, "Campo") == ["numero_documento"]


def test_the_bank_file_is_never_written_on(retorno: Make, tmp_path: Path) -> None:
    path = retorno("tabela.csv")
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    with pytest.raises(RefusedError):
        SERVICE.export_explanation(path, path)
    with pytest.raises(RefusedError):
        SERVICE.export_explanation(path, tmp_path / "tabela.txt")
    list(SERVICE.explain(path))
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def test_a_missing_file_is_trouble_outside(tmp_path: Path) -> None:
    with pytest.raises(OutsideError):
        list(SERVICE.explain(tmp_path / "sumiu.ret"))
    with pytest.raises(OutsideError):
        SERVICE.check(tmp_path / "sumiu.ret")


def test_more_rows_than_a_sheet_holds_go_to_the_next(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tables, "ROWS_PER_SHEET", 3)
    path = tmp_path / "tabela.xlsx"
    with path.open("wb") as file:
        assert tables.write(file, ".xlsx", ["n"], [[number] for number in range(7)]) == 7
    sheets = openpyxl.load_workbook(path).worksheets
    assert [[row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] for sheet in sheets] == [
        [0, 1, 2],
        [3, 4, 5],
        [6],
    ]


def test_a_cell_of_the_bank_file_is_no_formula(tmp_path: Path) -> None:
    for suffix in tables.FORMATS:
        path = tmp_path / f"tabela{suffix}"
        with path.open("wb") as file:
            tables.write(file, suffix, ["t"], [["=1+1"]])
        assert column(path, "t") == ["'=1+1" if suffix == ".csv" else "=1+1"]
