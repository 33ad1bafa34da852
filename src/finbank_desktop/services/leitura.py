"""What stands in a bank file: read and no more, so that a command which only reads loads no more."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from finbank_desktop.cnab import records
from finbank_desktop.domain.arquivos import Arquivo
from finbank_desktop.domain.problems import OutsideError


def read(path: Path, *, titles: bool = True) -> Arquivo:
    """Return what stands in the cobrança file at *path*, with everything that is wrong with it.

    Without *titles* its ``records`` are left out, and the same is said of it many times faster.

    Raises:
        RefusedError: It is no bank file; a huge one is refused after its first megabyte.
        OutsideError: It cannot be read.
    """
    with readable(path):
        return records.read_file(path, titles=titles)


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
