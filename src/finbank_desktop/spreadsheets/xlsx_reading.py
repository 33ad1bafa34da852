"""XLSX, row after row, by openpyxl's read-only mode."""

import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

from finbank_desktop.domain.planilhas import Celula, Linha
from finbank_desktop.domain.problems import RefusedError

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

MAIS_LINHAS = 1_048_576
"""What a sheet holds (ECMA-376 and Excel's own limit)."""
MAIS_COLUNAS = 256
_DESCOMPACTADO = 2_000_000_000
"""Bytes; a file that swells beyond was made to harm."""


_EXATO = 10**15
"""Below it a binary number holds every digit a sheet shows."""


@contextmanager
def _opened(path: Path) -> Iterator["Workbook"]:
    """Open a workbook; whatever openpyxl stumbles over in a damaged one becomes one sentence."""
    import openpyxl  # noqa: PLC0415 - it would cost every start of the window 100 ms

    # of styles and extensions that nobody looks at here
    warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
    book = None
    try:
        _refuse_swollen(path)
        # our own file: of a damaged workbook openpyxl leaves its own open
        with path.open("rb") as file:
            book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
            yield book
    except (RefusedError, GeneratorExit):
        raise
    except OSError as error:
        if error.errno is not None:
            raise  # the disk's, not the file's
        raise _damaged(path) from error
    except Exception as error:  # openpyxl raises whatever a damaged part leads it to
        raise _damaged(path) from error
    finally:
        if book is not None:
            book.close()


def _refuse_swollen(path: Path) -> None:
    with zipfile.ZipFile(path) as parts:
        if sum(part.file_size for part in parts.infolist()) > _DESCOMPACTADO:
            raise RefusedError("planilha_grande", "A planilha é grande demais; divida-a em partes.", path.name)


def _damaged(path: Path) -> RefusedError:
    message = (
        "A planilha está danificada ou não é .xlsx; abra-a no Excel ou no LibreOffice, salve outra vez como .xlsx e "
        "tente de novo."
    )
    return RefusedError("planilha_danificada", message, path.name)


def sheets(path: Path) -> tuple[str, ...]:
    """Return the names of the sheets in which something stands, the visible ones first.

    Raises:
        RefusedError: It cannot be read, or nothing stands in it.
    """
    with _opened(path) as book:
        abas = sorted(book.worksheets, key=lambda sheet: sheet.sheet_state != "visible")
        cheias = tuple(str(sheet.title) for sheet in abas if any(True for _ in _rows(sheet)))
    if not cheias:
        raise RefusedError("planilha_vazia", "A planilha está vazia; confira a exportação.", path.name)
    return cheias


def rows(path: Path, aba: str) -> Iterator[Linha]:
    """Yield the rows of sheet *aba* in which something stands.

    Raises:
        RefusedError: It cannot be read.
    """
    with _opened(path) as book:
        yield from _rows(book[aba])


def _rows(sheet: Any) -> Iterator[Linha]:
    if not hasattr(sheet, "reset_dimensions"):  # a chart sheet
        return
    sheet.reset_dimensions()  # other programs write wrong ones
    for numero, valores in enumerate(sheet.iter_rows(values_only=True), 1):
        if numero > MAIS_LINHAS:
            return
        celulas = tuple(_cell(valor) for valor in valores[:MAIS_COLUNAS])
        if any(celula is not None for celula in celulas):
            yield Linha(numero=numero, celulas=celulas)


def _cell(valor: Any) -> Celula:
    """Return what stands in a cell; a sheet's number becomes the decimal a person sees, never a float."""
    if isinstance(valor, bool):
        return "Sim" if valor else "Não"
    if isinstance(valor, int | float):
        return _number(valor)
    if isinstance(valor, datetime):
        return valor.date()
    if valor is None or isinstance(valor, date):
        return valor
    return str(valor).strip().strip("\N{NO-BREAK SPACE}").strip() or None


def _number(valor: float) -> Celula:
    return Decimal(repr(valor)) if isfinite(valor) and abs(valor) < _EXATO else str(valor)
