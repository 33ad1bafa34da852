"""How long work says how far it is, and how it learns that nobody wants it any more."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class CancelledError(Exception):
    """The user cancelled; nothing was kept."""


class Watcher(Protocol):
    """Whoever looks on while a job runs."""

    def report(self, done: int, total: int, text: str) -> None:
        """Hear that *done* of *total* steps are done; *text* says in Portuguese what is going on.

        It is not called once the commit begins: from there on a job can no longer be cancelled.

        Raises:
            CancelledError: The user cancelled.
        """


class _Silent:
    def report(self, done: int, total: int, text: str) -> None:
        """Hear nothing, cancel never."""


SILENT: Watcher = _Silent()
"""For callers who do not look on."""


@contextmanager
def collector_eased() -> Iterator[None]:
    """Spare Python's search for cycles what is there already, within the block; nothing where it rests anyway.

    Rows by the thousand pass through a plan, and each time the search goes over the whole program: a fifth of the time
    that 20,000 titles take (measured). Without any search the statements of a large file would pile up.
    """
    if not gc.isenabled():
        yield
        return
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
