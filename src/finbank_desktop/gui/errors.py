"""What the user is told when something goes wrong, and what is written down for whoever mends it."""

import logging
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

from finbank_desktop.domain.problems import OutsideError, RefusedError

_LOG = logging.getLogger("finbank_desktop")
_MOST_BYTES = 1_000_000


def sentence(error: Exception) -> str:
    """Return what to say about *error*: its own words when they are for the user, otherwise one plain sentence."""
    if isinstance(error, (RefusedError, OutsideError)):
        return f"{error.message} ({error.where})" if error.where else error.message
    return "Algo inesperado aconteceu e nada foi alterado. Tente de novo; se repetir, envie o registro de erros."


def is_expected(error: Exception) -> bool:
    """Whether *error* carries a sentence for the user."""
    return isinstance(error, (RefusedError, OutsideError))


def write_down(error: BaseException) -> None:
    """Log where *error* happened, without its message, which may name people or accounts."""
    frames = traceback.extract_tb(error.__traceback__)
    places = "\n".join(f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames)
    _LOG.error("%s\n%s", type(error).__name__, places)


def log_path() -> Path:
    """Return where the log is kept."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(place, "finbank", "finbank.log")


def start_log(path: Path) -> None:
    """Write the log to *path*, beginning anew when it has grown beyond a megabyte."""
    path.parent.mkdir(parents=True, exist_ok=True)
    size = path.stat().st_size if path.is_file() else 0
    mode = "w" if size > _MOST_BYTES else "a"
    handler = logging.FileHandler(path, mode=mode, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _LOG.addHandler(handler)


class Reporter(QObject):
    """Shows unexpected exceptions as a sentence, one dialog at a time; the details go to the log.

    Attributes:
        happened: Carries the exception into the window's thread.
    """

    happened = Signal(object)

    def __init__(self, log: Path) -> None:
        """Prepare; `install` makes it hear of everything nobody caught."""
        super().__init__()
        self._log = log
        self._open = False
        self.happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over `sys.excepthook`."""
        sys.excepthook = self._hook

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        write_down(error)
        self.happened.emit(error)

    def _show(self, error: Exception) -> None:
        if self._open:
            return
        self._open = True
        box = QMessageBox(QApplication.activeWindow())
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("FinBank Desktop")
        box.setText(sentence(error))
        if not is_expected(error):
            box.setInformativeText(f"O que aconteceu ficou anotado em {self._log}, sem dados de clientes.")
        box.finished.connect(self._closed)
        box.open()

    def _closed(self) -> None:
        self._open = False
