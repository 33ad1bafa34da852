"""Putting a remessa's file into a folder: whole or not at all, and never over another file."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from finbank_desktop.domain.problems import OutsideError


def place(pasta: Path, nome: str, conteudo: bytes) -> Path:
    """Write *conteudo* into *pasta* and return where it lies.

    It is written under another name, forced to the disk and renamed. When *nome* is taken, ``_2``, ``_3``… are put
    behind it.

    Raises:
        OutsideError: The folder cannot be written to, or the disk is full.
    """
    try:
        pasta.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=pasta, prefix=".remessa-", suffix=".tmp", delete=False) as file:
            provisorio = Path(file.name)
            try:
                file.write(conteudo)
                file.flush()
                os.fsync(file.fileno())
            except BaseException:
                file.close()
                provisorio.unlink(missing_ok=True)
                raise
        return _rename(provisorio, pasta, nome)
    except OSError as error:
        raise OutsideError(
            "pasta_inacessivel",
            f"Não foi possível gravar {nome} na pasta {pasta.name or pasta}; confira se há espaço e permissão.",
            str(pasta),
        ) from error


def free_name(pasta: Path, nome: str) -> str:
    """Return *nome*, or the first name made of it that no file in *pasta* has."""
    return next(candidato for candidato in _names(nome) if not (pasta / candidato).exists())


def _rename(provisorio: Path, pasta: Path, nome: str) -> Path:
    """Give the file its name; the name is taken first, by an empty file, so that no other file is ever replaced."""
    for candidato in _names(nome):
        destino = pasta / candidato
        try:
            destino.touch(exist_ok=False)
        except FileExistsError:
            continue
        provisorio.replace(destino)
        _sync_folder(pasta)
        return destino
    raise FileExistsError(nome)


def _names(nome: str) -> "list[str]":
    caminho = Path(nome)
    return [nome, *(f"{caminho.stem}_{n}{caminho.suffix}" for n in range(2, 1000))]


def _sync_folder(pasta: Path) -> None:
    """Force the new name to the disk; Windows has no such thing for folders and does it itself."""
    if os.name == "nt":
        return
    folder = os.open(pasta, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
