"""How long work says how far it is, and how it learns that nobody wants it any more."""

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
