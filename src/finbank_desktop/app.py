"""The program with a window: starts Qt, shows the window, then opens the database beside it."""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QMessageLogContext,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from finbank_desktop import __version__
from finbank_desktop.gui import errors, icons
from finbank_desktop.gui.jobs import Job, JobRunner
from finbank_desktop.gui.main_window import MainWindow
from finbank_desktop.gui.settings import Settings
from finbank_desktop.gui.theme import theme

if TYPE_CHECKING:
    from finbank_desktop.services.catalog import Services


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code.

    Args:
        arguments: Without the program's name; ``None`` takes the command line's.
    """
    options = parse(sys.argv[1:] if arguments is None else arguments)
    if options.selftest or options.screenshots:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        qInstallMessageHandler(_say)
    app = start_qt()
    if options.selftest or options.screenshots:
        return _check(options)
    return _run(app, options.base)


def _check(options: argparse.Namespace) -> int:
    """Walk through the whole program by itself; a fault is one line."""
    from finbank_desktop.gui import tour  # noqa: PLC0415 - only for checking the program itself

    with tempfile.TemporaryDirectory(prefix="finbank-") as folder:
        settings = Settings(Path(folder) / "janela.ini")
        theme.apply(settings)
        window = MainWindow(JobRunner(), settings)
        try:
            window.attach(build(options.base or str(Path(folder) / "finbank.db")))
            if options.selftest:
                tour.selftest(window, Path(folder))
            else:
                tour.screenshots(window, options.screenshots)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a fault of the program
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
            return 1
        finally:
            window.close()
            if window.desk is not None:
                window.desk.services.database.close()
    return 0


def _say(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Pass on what Qt says, but not what its offscreen plugin cannot do."""
    if kind is not QtMsgType.QtDebugMsg and not text.startswith("This plugin does not support"):
        sys.stderr.write(text + "\n")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(prog="finbank-desktop", description="Boletos, remessas e retornos.")
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("--base", metavar="URL", help="banco de dados: arquivo SQLite ou URL")
    parser.add_argument("--selftest", action="store_true", help="abre tudo uma vez num banco temporário e termina")
    parser.add_argument("--screenshots", metavar="PASTA", type=Path, help="salva uma imagem de cada tela e termina")
    return parser.parse_args(arguments)


def start_qt() -> QApplication:
    """Return the application, in Portuguese."""
    there = QApplication.instance()
    app = there if isinstance(there, QApplication) else QApplication([sys.argv[0]])
    app.setApplicationName("FinBank Desktop")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("finbank-desktop")
    QLocale.setDefault(QLocale(QLocale.Language.Portuguese, QLocale.Country.Brazil))
    translator = QTranslator(app)
    if translator.load("qtbase_pt_BR", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    app.setWindowIcon(QIcon(icons.pixmap("finbank", "", 64)))
    return app


def build(base: str | None) -> "Services":
    """Return the services on *base*; loads the database's libraries, which takes a moment."""
    from finbank_desktop import wiring  # noqa: PLC0415 - the window is shown before these libraries are loaded

    return wiring.build(base)


def _run(app: QApplication, base: str | None) -> int:
    settings = Settings()
    theme.apply(settings)
    log = errors.log_path()
    errors.start_log(log)
    reporter = errors.Reporter(log)
    reporter.install()
    window = MainWindow(JobRunner(), settings)
    window.show()
    open_base(window, base)
    code = app.exec()
    if window.desk is not None:
        window.desk.services.database.close()
    return code


def open_base(window: MainWindow, base: str | None) -> None:
    """Open *base* beside the window and hand it the services; say in the window when that fails."""
    again: Callable[[], None] = lambda: open_base(window, base)  # noqa: E731 - a name for one use
    job = Job("Abrindo o banco de dados", lambda _watcher: build(base))
    job.succeeded.connect(window.attach)
    job.failed.connect(lambda error: window.opening.complain(error, again))
    window.runner.read(job)
