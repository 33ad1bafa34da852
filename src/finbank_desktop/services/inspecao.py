"""The inspector: a bank file opened, explained byte by byte, searched, compared; it is never written to."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from finbank_desktop.cnab.inspecao import Inspecao
from finbank_desktop.layouts.explain import Explicacao
from finbank_desktop.services.arquivos import ArquivosService, Diferenca
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.services.leitura import readable

__all__ = ["Comparacao", "Explicacao", "Inspecao", "InspecaoService"]

MAXIMO = 20_000
"""So many differences are shown; the exported table has all of them."""
_REPORT_EVERY = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparacao:
    """Two files side by side.

    Attributes:
        diferencas: The first of them, at most `MAXIMO`.
        inteira: Whether that is all of them.
    """

    a: Path
    b: Path
    diferencas: Sequence[Diferenca]
    inteira: bool


class InspecaoService:
    """What a person can ask of the inspector."""

    def __init__(self, arquivos: ArquivosService) -> None:
        """Export by *arquivos*."""
        self.arquivos = arquivos

    def open(self, path: Path, watcher: Watcher = SILENT) -> Inspecao:
        """Return the file at *path*, opened to be looked at.

        Raises:
            RefusedError: It is no bank file.
            OutsideError: It cannot be read.
        """
        watcher.report(0, 0, f"Abrindo {path.name}")
        with readable(path):
            return Inspecao(path)

    def find(
        self, inspecao: Inspecao, words: str, place: tuple[int, int], watcher: Watcher = SILENT
    ) -> tuple[int, int] | None:
        """Return row and position of the next *words* after *place*, a row and a position; ``None`` without any.

        Raises:
            CancelledError: The watcher wants no more.
        """
        row, position = place
        return inspecao.find(
            words, row, position + 1, lambda at: watcher.report(at, len(inspecao), f"Procurando “{words}”")
        )

    def compare(self, a: Path, b: Path, watcher: Watcher = SILENT) -> Comparacao:
        """Return the fields in which two files of one layout differ.

        Raises:
            RefusedError: One is no bank file, or they are of different layouts.
            OutsideError: One cannot be read.
            CancelledError: The watcher wants no more.
        """
        found: list[Diferenca] = []
        for each in islice(self.arquivos.compare(a, b), MAXIMO + 1):
            if len(found) % _REPORT_EVERY == 0:
                watcher.report(len(found), 0, f"Comparando {a.name} e {b.name}")
            found.append(each)
        return Comparacao(a=a, b=b, diferencas=found[:MAXIMO], inteira=len(found) <= MAXIMO)
