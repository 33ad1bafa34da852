"""Where the program's data files lie.

The only module that knows: beside the package in a checkout (``resources/``), inside it (``_resources``) once it is
packaged. Everybody else asks for a path below the root, such as ``layouts/febraban/cobranca_240.toml``.
"""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


@cache
def root() -> Traversable:
    """Return the folder that holds all resources.

    Raises:
        FileNotFoundError: The program was installed without its resources.
    """
    packaged = files("finbank_desktop").joinpath("_resources")
    if packaged.is_dir():
        return packaged
    checkout = Path(__file__).resolve().parents[2] / "resources"
    if checkout.is_dir():
        return checkout
    message = f"faltam os arquivos de dados do programa: nem {packaged} nem {checkout} existem"
    raise FileNotFoundError(message)


def read_text(path: str) -> str:
    """Return the text of the UTF-8 file at *path*, which is relative to the root and uses ``/``."""
    return root().joinpath(path).read_text(encoding="utf-8")


def read_bytes(path: str) -> bytes:
    """Return the bytes of the file at *path*, which is relative to the root and uses ``/``."""
    return root().joinpath(path).read_bytes()


def children(path: str) -> list[str]:
    """Return the names in the folder *path*, sorted; empty when there is no such folder."""
    folder = root().joinpath(path)
    return sorted(entry.name for entry in folder.iterdir()) if folder.is_dir() else []
