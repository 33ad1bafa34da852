"""Tables as other systems write them; every expected row was written by hand beside its file."""

import tracemalloc
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.spreadsheets.reading import open_table


def rows(path: Path, data: bytes) -> list[tuple[int, tuple[object, ...]]]:
    path.write_bytes(data)
    return [(linha.numero, linha.celulas) for linha in open_table(path).rows()]


SIMPLES = [(1, ("nome", "valor")), (2, ("João", "1.234,56")), (3, ("Zoë", "10,00"))]


@pytest.mark.parametrize(
    "data",
    [
        "nome;valor\nJoão;1.234,56\nZoë;10,00\n".encode(),
        "nome;valor\r\nJoão;1.234,56\r\nZoë;10,00".encode("cp1252"),
        "\ufeffnome;valor\nJoão;1.234,56\nZoë;10,00\n".encode(),
        'nome,valor\nJoão,"1.234,56"\nZoë,"10,00"\n'.encode(),
        "nome\tvalor\nJoão\t1.234,56\nZoë\t10,00\n".encode(),
        "nome|valor\nJoão|1.234,56\nZoë|10,00\n".encode(),
        "\ufeffnome\tvalor\nJoão\t1.234,56\nZoë\t10,00\n".encode("utf-16-le"),
        'nome;valor\n" João ";"1.234,56"\n="Zoë";\'10,00\n'.encode(),
    ],
    ids=["utf8", "windows1252", "bom", "comma", "tab", "pipe", "utf16", "tricks"],
)
def test_every_separator_and_encoding_gives_the_same_rows(tmp_path: Path, data: bytes) -> None:
    assert rows(tmp_path / "a.csv", data) == SIMPLES


def test_the_line_that_tells_excel_the_separator_is_no_row(tmp_path: Path) -> None:
    assert rows(tmp_path / "a.csv", b"sep=,\na,b\n1,2\n") == [(2, ("a", "b")), (3, ("1", "2"))]


def test_titles_and_empty_rows_keep_the_numbers_of_the_lines(tmp_path: Path) -> None:
    data = b"Relatorio;;\n;;\n\nnome;cidade;uf\n;;\nAna;Rio;RJ\n"
    assert rows(tmp_path / "a.csv", data) == [
        (1, ("Relatorio", None, None)),
        (4, ("nome", "cidade", "uf")),
        (6, ("Ana", "Rio", "RJ")),
    ]


def test_a_quoted_cell_may_hold_separators_quotes_and_line_breaks(tmp_path: Path) -> None:
    data = b'nome;obs\nAna;"a; ""b""\nc"\nEva;d\n'
    assert rows(tmp_path / "a.csv", data) == [(1, ("nome", "obs")), (2, ("Ana", 'a; "b"\nc')), (4, ("Eva", "d"))]


def test_a_single_late_letter_outside_utf8_makes_all_of_it_windows_1252(tmp_path: Path) -> None:
    data = b"nome;uf\n" + b"Ana;SP\n" * 200_000 + "João;RJ\n".encode("cp1252")
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    *_, ultima = open_table(path).rows()
    assert ultima.celulas == ("João", "RJ")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "planilha_vazia"),
        (b"  \r\n ", "planilha_vazia"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "nao_e_planilha"),
        (b"%PDF-1.7\n", "nao_e_planilha"),
        (b"<html><table><tr><td>1</td></tr></table>", "nao_e_planilha"),
        (b"\x00\x01\x02\x03" * 100, "nao_e_planilha"),
        (b"PK\x03\x04 not a workbook at all", "planilha_danificada"),
        (b'nome;obs\nAna;"abre\n' + b"Eva;fora\n" * 5000, "aspas_abertas"),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(tmp_path: Path, data: bytes, code: str) -> None:
    with pytest.raises(RefusedError) as caught:
        rows(tmp_path / "a.xlsx", data)
    assert caught.value.code == code
    assert caught.value.message.endswith(".")


def test_a_workbook_gives_numbers_dates_and_texts_and_skips_what_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.merge_cells("A1:D1")
    sheet["A1"] = "Clientes em aberto"
    sheet.append([])
    sheet.append(["Nome", "CNPJ", "Vencimento", "Valor"])
    sheet.append(["Padaria", 11222333000181, datetime(2026, 12, 15), 1234.56])  # noqa: DTZ001 - a sheet's
    sheet.append([None, None, None, None])
    sheet.append(["Mercado", "45997418000153", date(2026, 1, 5), 10])
    book.create_sheet("Vazia")
    book.save(path)
    tabela = open_table(path)
    assert tabela.abas == ("Sheet",)
    assert [(linha.numero, linha.celulas) for linha in tabela.rows()] == [
        (1, ("Clientes em aberto",)),
        (3, ("Nome", "CNPJ", "Vencimento", "Valor")),
        (4, ("Padaria", Decimal(11222333000181), date(2026, 12, 15), Decimal("1234.56"))),
        (6, ("Mercado", "45997418000153", date(2026, 1, 5), Decimal(10))),
    ]


def test_a_hidden_sheet_comes_after_the_visible_ones_and_an_unknown_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title, first.sheet_state = "Listas", "hidden"
    first.append(["SP"])
    book.create_sheet("Dados").append(["Ana"])
    book.save(path)
    assert open_table(path).abas == ("Dados", "Listas")
    assert [linha.celulas for linha in open_table(path, "Listas").rows()] == [("SP",)]
    with pytest.raises(RefusedError, match="Dados, Listas"):
        open_table(path, "Outra")


@pytest.mark.parametrize(("suffix", "linhas"), [(".csv", 100_000), (".xlsx", 20_000)])
def test_many_rows_are_read_without_being_kept(tmp_path: Path, suffix: str, linhas: int) -> None:
    path = tmp_path / f"a{suffix}"
    if suffix == ".csv":
        path.write_text("nome;valor\n" + "".join(f"Cliente {n};{n},00\n" for n in range(linhas)), encoding="utf-8")
    else:
        book = xlsxwriter.Workbook(path, {"constant_memory": True})
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["nome", "valor"])
        for n in range(linhas):
            sheet.write_row(n + 1, 0, [f"Cliente {n}", n])
        book.close()
    tabela = open_table(path)
    tracemalloc.start()
    try:
        assert sum(1 for _ in tabela.rows()) == linhas + 1
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 3_000_000
