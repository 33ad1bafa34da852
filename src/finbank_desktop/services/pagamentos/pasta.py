"""Putting a remessa of payments into a folder in two steps, so that no file lies there which the books do not know.

Before the books are committed the file's name is taken by an empty file and its bytes lie beside it under another
name, forced to the disk; only after the commit they get the name. Killed before, an empty file is left, which a bank
refuses; killed after, the books have the file and give it again.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from finbank_desktop.domain.problems import OutsideError
from finbank_desktop.services.remessa_pasta import free_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Reserva:
    """A file on its way: its name taken, its bytes beside it.

    Attributes:
        destino: Where it will lie.
        provisorio: Where its bytes lie meanwhile.
    """

    destino: Path
    provisorio: Path

    def deliver(self) -> None:
        """Give the bytes their name.

        Raises:
            OutsideError: The folder is gone or protected meanwhile.
        """
        try:
            self.provisorio.replace(self.destino)
        except OSError as error:
            raise OutsideError(
                "pasta_inacessivel",
                f"A remessa foi gravada, mas {self.destino.name} não pôde ser posto na pasta; salve o arquivo outra "
                "vez pela lista de remessas de pagamento.",
                str(self.destino.parent),
            ) from error

    def discard(self) -> None:
        """Leave nothing behind."""
        for path in (self.provisorio, self.destino):
            with suppress(OSError):
                path.unlink(missing_ok=True)


def reserve(pasta: Path, nome: str, conteudo: bytes) -> Reserva:
    """Take *nome* in *pasta*, or *nome* with ``_2``, ``_3``… where it is taken, and write *conteudo* beside it.

    Raises:
        OutsideError: The folder cannot be written to, or the disk is full.
    """
    try:
        pasta.mkdir(parents=True, exist_ok=True)
        destino = _take(pasta, nome)
        with NamedTemporaryFile(dir=pasta, prefix=".remessa-", suffix=".tmp", delete=False) as file:
            reserva = Reserva(destino=destino, provisorio=Path(file.name))
            try:
                file.write(conteudo)
                file.flush()
                os.fsync(file.fileno())
            except BaseException:
                file.close()
                reserva.discard()
                raise
    except OSError as error:
        raise OutsideError(
            "pasta_inacessivel",
            f"Não foi possível gravar {nome} na pasta {pasta.name or pasta}; confira se há espaço e permissão.",
            str(pasta),
        ) from error
    return reserva


def _take(pasta: Path, nome: str) -> Path:
    while True:
        destino = pasta / free_name(pasta, nome)
        with suppress(FileExistsError):  # somebody was faster: the next name
            destino.touch(exist_ok=False)
            return destino
