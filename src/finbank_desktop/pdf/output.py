"""A file that is either written whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from finbank_desktop.domain.problems import OutsideError

_RAZOES = {
    errno.ENOSPC: "o disco está cheio; libere espaço e tente de novo",
    errno.EDQUOT: "o espaço reservado a este usuário acabou; libere espaço e tente de novo",
    errno.EACCES: "não há permissão para gravar ali; escolha outra pasta ou feche o arquivo se ele estiver aberto",
    errno.EPERM: "não há permissão para gravar ali; escolha outra pasta ou feche o arquivo se ele estiver aberto",
    errno.EROFS: "o disco só permite leitura; escolha outra pasta",
    errno.ENOENT: "a pasta não existe; escolha outra ou crie-a antes",
    errno.ENOTDIR: "a pasta não existe; escolha outra ou crie-a antes",
    errno.EISDIR: "já existe uma pasta com esse nome; escolha outro nome",
    errno.ENAMETOOLONG: "o nome é longo demais; escolha um mais curto",
}


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a temporary file beside *path* that takes its place when the block ends well.

    After any exception *path* is as it was and nothing stays behind.

    Raises:
        OutsideError: The disk refuses; the sentence says why.
    """
    temporary: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.stem[:40]}-", delete=False) as file:
            temporary = Path(file.name)
            yield cast("BinaryIO", file)
            file.flush()
            os.fsync(file.fileno())
        _publish(temporary, path)
    except OSError as error:
        raise _outside(error, path) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _publish(temporary: Path, path: Path) -> None:
    """Give the file the rights any new file gets (a temporary one is private) and its name."""
    mask = os.umask(0)
    os.umask(mask)
    temporary.chmod(0o666 & ~mask)
    temporary.replace(path)


def _outside(error: OSError, path: Path) -> OutsideError:
    razao = _RAZOES.get(error.errno or 0, error.strerror or "o sistema recusou a gravação")
    return OutsideError("disco", f"Não foi possível gravar {path.name}: {razao}.", str(path))
