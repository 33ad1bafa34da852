"""Rows as a table in a file of its own, never over the file they came from."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.pdf.output import replacing
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.spreadsheets import tables
from finbank_desktop.spreadsheets.tables import Celula

_REPORT_EVERY = 20_000


def export(
    saida: Path,
    sources: Sequence[Path],
    head: Sequence[str],
    rows: Iterable[Sequence[Celula]],
    watcher: Watcher = SILENT,
) -> int:
    """Write *rows* below *head* to *saida*, a CSV or XLSX file, and return how many there are.

    Args:
        saida: One that is there is replaced.
        sources: The bank files the rows tell of.
        head: Titles of the columns.
        rows: One after the other; a large file has millions.
        watcher: Hears of the progress.

    Raises:
        RefusedError: *saida* is no place for a table, or one of *sources*.
        OutsideError: It cannot be written.
    """
    suffix = saida.suffix.lower()
    if suffix not in tables.FORMATS:
        message = f"O arquivo {saida.name} deve terminar em .csv ou .xlsx, que dizem o formato da tabela."
        raise RefusedError("formato_desconhecido", message, saida.name)
    if any(saida.resolve() == source.resolve() for source in sources):
        message = f"A tabela não pode ser gravada sobre {saida.name}, que é o arquivo do banco; escolha outro nome."
        raise RefusedError("arquivo_original", message, saida.name)
    with replacing(saida) as file:
        return tables.write(file, suffix, head, _watched(rows, saida.name, watcher))


def _watched(rows: Iterable[Sequence[Celula]], name: str, watcher: Watcher) -> Iterator[Sequence[Celula]]:
    for number, row in enumerate(rows):
        if number % _REPORT_EVERY == 0:
            watcher.report(number, 0, f"Gravando {name}")
        yield row
