"""Opens a table somebody else made: CSV or XLSX, told apart by what stands in it, not by its name."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from finbank_desktop.domain.planilhas import Linha
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.spreadsheets import csv_reading, xlsx_reading

MAIOR = 300 * 1024 * 1024
"""Bytes; a table of a hundred thousand customers has a tenth of it."""

_ZIP = b"PK\x03\x04"
_OUTROS = {
    b"\xd0\xcf\x11\xe0": "é uma planilha antiga (.xls), ou protegida por senha; abra-a no Excel ou no LibreOffice e "
    "salve como .xlsx, sem senha",
    b"%PDF": "é um PDF; exporte os dados do outro sistema como .xlsx ou .csv",
    b"{\\rtf": "é um texto formatado; salve-o como .csv",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabela:
    """An open table; its rows are read anew each time they are asked for, and never all kept.

    Attributes:
        abas: Names of its sheets; empty for a CSV.
        aba: The sheet that is read.
    """

    path: Path
    abas: tuple[str, ...] = ()
    aba: str = ""
    forma: csv_reading.Forma | None = None

    def rows(self) -> Iterator[Linha]:
        """Yield the rows in which something stands.

        Raises:
            RefusedError: What follows cannot be read.
        """
        if self.forma is not None:
            return csv_reading.rows(self.path, self.forma)
        return xlsx_reading.rows(self.path, self.aba)


def open_table(path: Path, aba: str = "") -> Tabela:
    """Return the table at *path*; of a workbook the sheet *aba*, or the first in which something stands.

    Raises:
        RefusedError: It is no table, or there is no such sheet.
        OSError: It cannot be read.
    """
    with path.open("rb") as file:
        inicio = file.read(4096)
    _refuse_others(path, inicio)
    if not inicio.startswith(_ZIP):
        return Tabela(path=path, forma=csv_reading.look(path))
    abas = xlsx_reading.sheets(path)
    if aba and aba not in abas:
        raise RefusedError("aba_desconhecida", f"A planilha não tem a aba “{aba}”; tem: {', '.join(abas)}.", path.name)
    return Tabela(path=path, abas=abas, aba=aba or abas[0])


def _refuse_others(path: Path, inicio: bytes) -> None:
    if path.stat().st_size > MAIOR:
        raise RefusedError("planilha_grande", "O arquivo passa de 300 MB; divida-o em partes menores.", path.name)
    if not inicio.strip():
        raise RefusedError("planilha_vazia", "O arquivo está vazio; confira a exportação do outro sistema.", path.name)
    for marca, o_que in _OUTROS.items():
        if inicio.startswith(marca):
            raise RefusedError("nao_e_planilha", f"O arquivo {o_que}.", path.name)
    comeco = inicio.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if comeco.startswith((b"<!doctype html", b"<html", b"<table", b"<?xml", b"<meta")):
        message = (
            "O arquivo é uma página da internet com nome de planilha, como alguns sistemas exportam; abra-o no Excel "
            "ou no LibreOffice e salve como .xlsx."
        )
        raise RefusedError("nao_e_planilha", message, path.name)
