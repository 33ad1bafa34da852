"""Safety copies of an SQLite database: taken while it is in use, verified, the last ten kept."""

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from glob import escape
from pathlib import Path

from finbank_desktop.domain.problems import OutsideError
from finbank_desktop.persistence.engine import BUSY_TIMEOUT_MS

QUANTAS = 10
_FORMATO = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copia:
    """A safety copy.

    Attributes:
        quando: When it was taken, in the computer's own time.
        motivo: ``dia`` or ``migracao``.
    """

    caminho: Path
    quando: datetime
    motivo: str


def folder(banco: Path) -> Path:
    """Return where the copies of *banco* lie."""
    return banco.parent / "copias"


def copies(banco: Path) -> list[Copia]:
    """Return the copies of *banco*, oldest first; other files in the folder are left alone."""
    achadas = []
    for caminho in folder(banco).glob(f"{escape(banco.stem)}-*-*-*.db"):
        dia, hora, motivo = caminho.stem.removeprefix(f"{banco.stem}-").split("-", maxsplit=2)
        try:
            quando = datetime.strptime(f"{dia}-{hora}", _FORMATO).astimezone()
        except ValueError:
            continue
        achadas.append(Copia(caminho=caminho, quando=quando, motivo=motivo))
    return sorted(achadas, key=lambda copia: (copia.quando, copia.caminho.name))


def make(banco: Path, agora: datetime, motivo: str) -> Copia:
    """Copy *banco*, verify the copy, and drop the oldest copies beyond `QUANTAS`.

    The copy gets its name only once it is whole and verified: whatever bears the name can be trusted.

    Raises:
        OutsideError: The copy, and so the database, is damaged.
        sqlite3.Error: It could not be copied.
        OSError: The folder could not be made or written.
    """
    pasta = folder(banco)
    pasta.mkdir(exist_ok=True)
    parcial = pasta / f"{banco.stem}-{os.getpid()}.parcial"
    final = pasta / f"{banco.stem}-{agora:{_FORMATO}}-{motivo}.db"
    try:
        _copy(banco, parcial)
        _sync(parcial)
        parcial.replace(final)
    finally:
        parcial.unlink(missing_ok=True)
    for velha in copies(banco)[:-QUANTAS]:
        velha.caminho.unlink(missing_ok=True)
    return Copia(caminho=final, quando=agora, motivo=motivo)


def _copy(banco: Path, destino: Path) -> None:
    with (
        closing(sqlite3.connect(banco, timeout=BUSY_TIMEOUT_MS / 1000)) as origem,
        closing(sqlite3.connect(destino)) as copia,
    ):
        origem.backup(copia)
        copia.execute("PRAGMA journal_mode=DELETE").close()  # one file, without a log beside it
        achado = copia.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if achado != "ok":
        mensagem = (
            "O banco de dados está danificado e a cópia de segurança não pôde ser feita; "
            "guarde este arquivo e volte à última cópia da pasta “copias”, ao lado dele."
        )
        raise OutsideError("banco_danificado", mensagem, str(banco))


def _sync(caminho: Path) -> None:
    with caminho.open("rb+") as arquivo:
        os.fsync(arquivo.fileno())
