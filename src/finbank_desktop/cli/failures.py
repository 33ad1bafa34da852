"""What went wrong, as one sentence and an exit code; what nobody foresaw goes to a log without personal data."""

import errno
import traceback
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from finbank_desktop import __version__
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.bancos.registry import UnknownBancoError
from finbank_desktop.cli.output import Exit
from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.persistence.folders import data_folder

_LOG = "falhas.log"
_RAZOES = {
    errno.ENOENT: "o arquivo ou a pasta não existe",
    errno.ENOTDIR: "o arquivo ou a pasta não existe",
    errno.EISDIR: "é uma pasta, e era esperado um arquivo",
    errno.EACCES: "não há permissão",
    errno.EPERM: "não há permissão",
    errno.ENOSPC: "o disco está cheio",
    errno.EDQUOT: "o espaço reservado a este usuário acabou",
    errno.EROFS: "o disco só permite leitura",
    errno.ENAMETOOLONG: "o nome é longo demais",
    errno.EIO: "o disco falhou",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An error as the user hears of it."""

    code: str
    message: str
    where: str = ""
    exit: Exit


def explain(error: Exception) -> Failure:
    """Return *error* in words; one that nobody foresaw is also written to the log."""
    match error:
        case RefusedError():
            return Failure(code=error.code, message=error.message, where=error.where, exit=Exit.REFUSED)
        case OutsideError():
            return Failure(code=error.code, message=error.message, where=error.where, exit=Exit.OUTSIDE)
        case BancoError():
            return Failure(code="dado_recusado", message=error.message, where=error.field, exit=Exit.REFUSED)
        case UnknownBancoError():
            return Failure(code="banco_desconhecido", message=str(error), where="banco", exit=Exit.REFUSED)
        case OSError():
            where = str(error.filename or "")
            message = f"não foi possível ler ou gravar: {_RAZOES.get(error.errno or 0, 'o sistema recusou')}"
            return Failure(code="disco", message=message, where=where, exit=Exit.OUTSIDE)
    log = _write_log(error)
    message = "o programa falhou por um defeito dele, e esta operação não foi concluída"
    if log:
        message += f"; envie o arquivo {log} a quem cuida do programa"
    return Failure(code="defeito", message=message, exit=Exit.OUTSIDE)


def _write_log(error: Exception) -> Path | None:
    """Append where *error* came up, never what it says: messages and values may hold names and documents."""
    path = data_folder() / _LOG
    head = f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S %z} finbank {__version__} {type(error).__name__}"
    frames = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as log:
            log.write("\n".join([head, *frames, ""]))
    except OSError:
        return None
    return path
