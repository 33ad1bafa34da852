"""Long work beside the window: one worker that writes, another that reads, and some that wait for others' servers.

Because everything that changes the database runs on the same single thread, nothing else in the program needs a lock.
"""

import gc
import sys
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from finbank_desktop.services.jobs import CancelledError, Watcher

_IDLE = 60_000
"""Milliseconds without a job after which Python may search everything for cycles again."""

_GIVE_WAY = 0.001
"""Seconds after which a job lets the window's thread go on when it asks."""

_CALLS = 3
"""Conversations with banks at the same time: a connection can be tried while titles are being registered."""

_PAUSE = 0.05
"""Seconds between two reports that reach the window; more often nobody sees."""


class Job(QObject):
    """One call that runs beside the window.

    Connect the signals first, then give it to `JobRunner.start`. All signals arrive in the window's thread.

    Attributes:
        progressed: Done, total and a sentence.
        succeeded: What the call returned.
        failed: The exception; not sent when the user cancelled.
        finished: Always the last one.
    """

    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(object)
    finished = Signal()

    def __init__(self, title: str, call: Callable[[Watcher], Any]) -> None:
        """Prepare *call*; it must not touch a widget."""
        super().__init__()
        self.title = title
        self._call = call
        self._cancelled = False
        self._reported = 0.0

    def cancel(self) -> None:
        """Ask it to stop at its next report; a call that already commits does not report any more."""
        self._cancelled = True

    @property
    def was_cancelled(self) -> bool:
        """Whether somebody asked it to stop."""
        return self._cancelled

    def report(self, done: int, total: int, text: str) -> None:
        """Tell how far it is; the `Watcher` that the call is given.

        Raises:
            CancelledError: The user asked to stop.
        """
        if self._cancelled:
            raise CancelledError
        now = time.monotonic()
        if now - self._reported >= _PAUSE or done >= total:
            self._reported = now
            self.progressed.emit(done, total, text)

    def run(self) -> None:
        """Run the call in this thread and send what came of it."""
        try:
            result = self._call(self)
        except CancelledError:
            self._cancelled = True
        except Exception as error:  # noqa: BLE001 - whatever it is, the window says it
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)
        self.finished.emit()


class _Runnable(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()


class JobRunner(QObject):
    """Runs jobs in the order they came: writing ones on one thread, reading ones on another, e-mail on a third.

    E-mail waits for servers, and so do the banks' interfaces, on threads of their own; each of their short transactions
    is as safe as those of another window.

    While a job runs (but one that waits for a bank), Python's search for cycles rests: over the plan of 20,000 titles
    one pass takes 0.3 s, and no window moves meanwhile (measured; without it the longest pause is 0.07 s). And the job
    gives way to the window five times as soon as Python's own 5 ms: the window asks several times in each turn of its
    loop.

    Attributes:
        changed: A writing job began or ended.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Make the workers."""
        super().__init__(parent)
        self._writer = _single_worker(self)
        self._reader = _single_worker(self)
        self._poster = _single_worker(self)
        self._caller = _single_worker(self)
        self._caller.setMaxThreadCount(_CALLS)
        self._usual = sys.getswitchinterval()
        self._jobs: list[Job] = []
        self._reads: list[Job] = []
        self._calls: list[Job] = []
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE)
        self._idle.timeout.connect(gc.unfreeze)

    @property
    def running(self) -> tuple[Job, ...]:
        """The jobs that wait or run, but for those that only read."""
        return (*self._jobs, *self._calls)

    def start(self, job: Job) -> None:
        """Queue *job* behind the other writing ones."""
        self._queue(job, self._jobs, self._writer)
        job.finished.connect(self.changed)
        self.changed.emit()

    def post(self, job: Job) -> None:
        """Queue *job*, which sends e-mail, behind the other such ones; writing goes on meanwhile."""
        self._queue(job, self._jobs, self._poster)
        job.finished.connect(self.changed)
        self.changed.emit()

    def call(self, job: Job) -> None:
        """Run *job*, which talks to a bank and may take an hour; everything else goes on meanwhile."""
        self._calls.append(job)
        job.finished.connect(lambda: self._calls.remove(job))
        job.finished.connect(self.changed)
        self._caller.start(_Runnable(job))
        self.changed.emit()

    def read(self, job: Job) -> None:
        """Queue *job*, which changes nothing, behind the other reading ones."""
        self._queue(job, self._reads, self._reader)

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Wait until all workers are idle; whether they are."""
        return all(pool.waitForDone(milliseconds) for pool in (self._writer, self._poster, self._caller, self._reader))

    def _queue(self, job: Job, jobs: list[Job], pool: QThreadPool) -> None:
        jobs.append(job)
        gc.disable()
        sys.setswitchinterval(_GIVE_WAY)
        job.finished.connect(lambda: self._ended(job, jobs))
        pool.start(_Runnable(job))

    def _ended(self, job: Job, jobs: list[Job]) -> None:
        jobs.remove(job)
        if not (self._jobs or self._reads):
            sys.setswitchinterval(self._usual)
            gc.freeze()  # what the job left, a plan of thousands of rows, is not searched while somebody works with it
            gc.enable()
            self._idle.start()


def _single_worker(parent: QObject) -> QThreadPool:
    pool = QThreadPool(parent)
    pool.setMaxThreadCount(1)
    pool.setExpiryTimeout(-1)
    return pool
