"""What stands in a bank file: read and no more, so that a command which only reads loads no more."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from finbank_desktop.cnab import records
from finbank_desktop.domain.arquivos import Arquivo
from finbank_desktop.domain.extratos import Extrato
from finbank_desktop.domain.problems import OutsideError
from finbank_desktop.extrato import leitura as extratos


def read(path: Path, *, titles: bool = True) -> Arquivo:
    """Return what stands in the cobrança file at *path*, with everything that is wrong with it.

    Without *titles* its ``records`` are left out, and the same is said of it many times faster.

    Raises:
        RefusedError: It is no bank file; a huge one is refused after its first megabyte.
        OutsideError: It cannot be read.
    """
    with readable(path):
        return records.read_file(path, titles=titles)


def is_extrato(path: Path) -> bool:
    """Whether the file at *path* is a statement, told from its first megabyte.

    Raises:
        OutsideError: It cannot be read.
    """
    with readable(path), path.open("rb") as file:
        return extratos.detect(file.read(extratos.COMECO)) is not None


def read_extrato(path: Path, *, hoje: date | None = None) -> Extrato:
    """Return the statement at *path*; lines after *hoje* (today where none is given) are *previstos*.

    Raises:
        RefusedError: It is no statement, or none that this program reads; a huge one is refused unread.
        OutsideError: It cannot be read.
    """
    with readable(path), path.open("rb") as file:
        data = file.read(extratos.MAIOR + 1)
    return extratos.read(data, hoje=hoje or date.today())  # noqa: DTZ011 - the day on the user's own calendar


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of the bytes at *path*.

    Raises:
        OutsideError: It cannot be read.
    """
    with readable(path), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turn what the system says of a file into a sentence."""
    try:
        yield
    except OSError as error:
        message = f"Não foi possível ler o arquivo {path.name}; confira se ele existe e se você pode lê-lo."
        raise OutsideError("arquivo_ilegivel", message, str(path)) from error
