"""One table as CSV or XLSX, row after row: as long as a file is, it does not stand in memory."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from io import TextIOWrapper
from itertools import chain, islice
from typing import BinaryIO

FORMATS = (".csv", ".xlsx")
ROWS_PER_SHEET = 1_048_575
"""What an XLSX sheet holds below its head."""

_WIDEST, _NARROWEST = 60, 8
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
Celula = str | int | Decimal | None


def write(file: BinaryIO, suffix: str, head: Sequence[str], rows: Iterable[Sequence[Celula]]) -> int:
    """Write a table and return the number of rows below its head.

    Args:
        file: Where to; it stays open.
        suffix: One of `FORMATS`.
        head: Titles of the columns.
        rows: The rows, each as long as *head*. Text stays text: ``00123`` keeps its zeros.
    """
    return _csv(file, head, rows) if suffix == ".csv" else _xlsx(file, head, rows)


def _csv(file: BinaryIO, head: Sequence[str], rows: Iterable[Sequence[Celula]]) -> int:
    """Write semicolons and UTF-8 with its mark, which is what Excel in Portuguese opens with a double click."""
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(head)
    count = 0
    for row in rows:
        writer.writerow([_harmless(cell) for cell in row])
        count += 1
    text.flush()
    text.detach()
    return count


def _harmless(cell: Celula) -> Celula:
    """Return a cell that a spreadsheet does not take for a formula: bank files hold whatever somebody typed."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _xlsx(file: BinaryIO, head: Sequence[str], rows: Iterable[Sequence[Celula]]) -> int:
    import xlsxwriter  # noqa: PLC0415 - it would cost every start of the window 40 ms

    book = xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    bold = book.add_format({"bold": True})
    count = 0
    for part in _sheets(rows):
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        for column, title in enumerate(head):
            sheet.set_column(column, column, min(max(len(title) + 2, _NARROWEST), _WIDEST))
        sheet.write_row(0, 0, head, bold)
        for number, row in enumerate(part, 1):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(number, column, cell)
                elif cell is not None:
                    sheet.write_number(number, column, cell)
            count += 1
    book.close()
    return count


def _sheets(rows: Iterable[Sequence[Celula]]) -> Iterator[Iterable[Sequence[Celula]]]:
    """Yield as many rows at a time as a sheet holds, at least one sheet; each must be used up before the next."""
    source = iter(rows)
    yield islice(source, ROWS_PER_SHEET)
    for first in source:
        yield chain([first], islice(source, ROWS_PER_SHEET - 1))
