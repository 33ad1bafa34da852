"""Looking at a bank file without touching the books, nor the file."""

from collections.abc import Iterator
from pathlib import Path

from finbank_desktop.cnab import comparacao, conferencia, detect, explicacao
from finbank_desktop.cnab.comparacao import Diferenca
from finbank_desktop.domain.arquivos import Arquivo
from finbank_desktop.domain.problems import Problem
from finbank_desktop.layouts.explain import Explicacao
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.services.leitura import fingerprint, read, readable
from finbank_desktop.services.tabelas import export

__all__ = ["ArquivosService", "Diferenca", "Explicacao", "fingerprint", "read"]

_EXPLICACAO = ("Linha", "Campo", "Início", "Fim", "Conteúdo", "Valor", "Significado", "Fonte")
_COMPARACAO = ("Linha", "Campo", "Primeiro arquivo", "Segundo arquivo")


class ArquivosService:
    """What a person can ask about a bank file."""

    def product(self, path: Path) -> str:
        """Return what the file at *path* is of: ``cobranca``, ``pagamento``, ``debito``, ``extrato`` or ``dda``.

        Raises:
            RefusedError: It is no bank file.
            OutsideError: It cannot be read.
        """
        with readable(path):
            return detect.detect(path).product

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
        return export(saida, (path,), _EXPLICACAO, rows, watcher)

    def export_comparison(self, a: Path, b: Path, saida: Path, watcher: Watcher = SILENT) -> int:
        """Write what `compare` yields as a table and return the number of its rows; see `export_explanation`."""
        rows = ((each.line, each.name, each.a, each.b) for each in self.compare(a, b))
        return export(saida, (a, b), _COMPARACAO, rows, watcher)
