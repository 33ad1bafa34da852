"""Looking at a bank file without touching the books, nor the file."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from finbank_desktop.cnab import comparacao, conferencia, explicacao
from finbank_desktop.cnab.comparacao import Diferenca
from finbank_desktop.domain.arquivos import Arquivo
from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.layouts.explain import Explicacao
from finbank_desktop.pdf.output import replacing
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.services.leitura import fingerprint, read, readable
from finbank_desktop.spreadsheets import tables
from finbank_desktop.spreadsheets.tables import Celula

__all__ = ["ArquivosService", "Diferenca", "Explicacao", "fingerprint", "read"]

_EXPLICACAO = ("Linha", "Campo", "Início", "Fim", "Conteúdo", "Valor", "Significado", "Fonte")
_COMPARACAO = ("Linha", "Campo", "Primeiro arquivo", "Segundo arquivo")
_REPORT_EVERY = 20_000


class ArquivosService:
    """What a person can ask about a bank file."""

    def read(self, path: Path) -> Arquivo:
        """See `read`."""
        return read(path)

    def check(self, path: Path) -> list[Problem]:
        """Return what is wrong with the file at *path*, and in a remessa whatever the bank would refuse.

        Raises:
            RefusedError: It is no bank file.
            OutsideError: It cannot be read.
        """
        with readable(path):
            return conferencia.check(path)

    def explain(self, path: Path, line: int | None = None, position: int | None = None) -> Iterator[Explicacao]:
        """Yield the fields of the file at *path*, of one line, or the one at a position of a line.

        Raises:
            RefusedError: It is no bank file.
            OutsideError: It cannot be read.
        """
        with readable(path):
            yield from explicacao.explicar(path, line, position)

    def compare(self, a: Path, b: Path) -> Iterator[Diferenca]:
        """Yield the fields in which two files of one layout differ.

        Raises:
            RefusedError: One is no bank file, or they are of different layouts.
            OutsideError: One cannot be read.
        """
        with readable(a):
            yield from comparacao.comparar(a, b)

    def export_explanation(
        self,
        path: Path,
        saida: Path,
        line: int | None = None,
        position: int | None = None,
        watcher: Watcher = SILENT,
    ) -> int:
        """Write what `explain` yields as a table and return the number of its rows.

        Args:
            path: The bank file.
            saida: A CSV or XLSX file; one that is there is replaced, never the bank file itself.
            line: As in `explain`.
            position: As in `explain`.
            watcher: Hears of the progress.

        Raises:
            RefusedError: It is no bank file, or *saida* is no place for a table.
            OutsideError: A file cannot be read or written.
        """
        rows = (
            (each.line, each.name, each.start, each.end, each.raw, each.value, each.meaning, each.source)
            for each in self.explain(path, line, position)
        )
        return _export(saida, (path,), _EXPLICACAO, rows, watcher)

    def export_comparison(self, a: Path, b: Path, saida: Path, watcher: Watcher = SILENT) -> int:
        """Write what `compare` yields as a table and return the number of its rows; see `export_explanation`."""
        rows = ((each.line, each.name, each.a, each.b) for each in self.compare(a, b))
        return _export(saida, (a, b), _COMPARACAO, rows, watcher)


def _export(
    saida: Path, sources: Sequence[Path], head: Sequence[str], rows: Iterable[Sequence[Celula]], watcher: Watcher
) -> int:
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
