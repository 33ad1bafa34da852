"""Looking at a bank file without touching the books."""

import hashlib
from pathlib import Path

from finbank_desktop.cnab import records
from finbank_desktop.domain.arquivos import Arquivo
from finbank_desktop.domain.problems import OutsideError, Problem


def read(path: Path) -> Arquivo:
    """Return what stands in the cobrança file at *path*, with everything that is wrong with it.

    Raises:
        RefusedError: It is no bank file; a huge one is refused after its first megabyte.
        OutsideError: It cannot be read.
    """
    try:
        return records.read_file(path)
    except OSError as error:
        raise _unreadable(path) from error


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of the bytes at *path*.

    Raises:
        OutsideError: It cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise _unreadable(path) from error


class ArquivosService:
    """What a person can ask about a bank file."""

    def read(self, path: Path) -> Arquivo:
        """See `read`."""
        return read(path)

    def check(self, path: Path) -> list[Problem]:
        """Return what is wrong with the file at *path*: fields, order, end, counts and sums.

        Raises:
            RefusedError: It is no bank file.
            OutsideError: It cannot be read.
        """
        return list(read(path).problems)


def _unreadable(path: Path) -> OutsideError:
    return OutsideError(
        "arquivo_ilegivel",
        f"Não foi possível ler o arquivo {path.name}; confira se ele existe e se você pode lê-lo.",
        str(path),
    )
