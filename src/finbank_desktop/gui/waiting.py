"""Waiting for a window that works beside itself, without blocking it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from finbank_desktop.gui.main_window import MainWindow

_PATIENCE = 20_000
"""Milliseconds after which something that does not come is a fault."""


class TourError(RuntimeError):
    """Something did not open."""


@contextmanager
def opened(window: MainWindow, opens: Callable[[], object], name: str) -> Iterator[QDialog]:
    """Give the dialog that *opens* brings, called *name*, and close it afterwards.

    Raises:
        TourError: None came.
    """
    before = set(window.findChildren(QDialog))
    opens()
    found: list[QDialog] = []

    def came() -> bool:
        found[:] = [each for each in window.findChildren(QDialog) if each not in before and each.isVisible()]
        return bool(found)

    until(window, came, name)
    settle(window)
    try:
        yield found[0]
    finally:
        found[0].blockSignals(False)  # noqa: FBT003 - Qt's own signature
        setattr(found[0], "_sure", True)  # noqa: B010 - every dialog of ours closes without asking then
        found[0].close()
        settle(window)


def settle(window: MainWindow) -> None:
    """Let what is under way arrive."""
    for _round in range(3):
        until(window, lambda: window.runner.wait(0), "the workers")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    loop = QEventLoop()
    QTimer.singleShot(60, loop.quit)
    loop.exec()


def until(window: MainWindow, reached: Callable[[], bool], name: str) -> None:
    """Let the window live until *reached* says yes.

    Raises:
        TourError: It never does; *name* says what was waited for.
    """
    deadline = QDeadlineTimer(_PATIENCE)
    while not reached():
        if deadline.hasExpired():
            raise TourError(f"did not open: {name}")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    del window
