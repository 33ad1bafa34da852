"""A file that is either written whole or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

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
    temporary = path.with_name(f".{path.name[:40]}-{token_hex(4)}.tmp")
    try:
        with temporary.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise _outside(error, path) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _outside(error: OSError, path: Path) -> OutsideError:
    razao = _RAZOES.get(error.errno or 0, error.strerror or "o sistema recusou a gravação")
    return OutsideError("disco", f"Não foi possível gravar {path.name}: {razao}.", str(path))
