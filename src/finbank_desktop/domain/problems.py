"""Bad data as a value: what is wrong, where, and what to do about it."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem weighs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One fault found in a file or in a record of ours.

    Attributes:
        message: What is wrong, one Portuguese sentence.
        fix: What to do about it, one Portuguese sentence; empty when nothing can be done.
        line: Line of the file, from 1; ``None`` when the fault is of the whole file or of no file.
        start: First position (column) in the line, from 1.
        end: Last position in the line.
        field: Name of the field at fault, as in the layout or in the form.
        severity: Error stops what was asked; warning is shown; info only explains.
    """

    message: str
    fix: str = ""
    line: int | None = None
    start: int | None = None
    end: int | None = None
    field: str | None = None
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        """Whether it stops what was asked."""
        return self.severity is Severity.ERROR


class RefusedError(Exception):
    """The file or the data was refused and nothing changed.

    Attributes:
        code: Short machine name of the reason, such as ``remessa_no_lugar_de_retorno``.
        message: One Portuguese sentence: what it is, what was expected, what to do.
        where: File, line or field; empty when it is plain from the sentence.
    """

    def __init__(self, code: str, message: str, where: str = "") -> None:
        """Keep the three parts."""
        super().__init__(message)
        self.code = code
        self.message = message
        self.where = where


class OutsideError(Exception):
    """Trouble outside the program: database, network, disk. The sentence is for the user."""

    def __init__(self, code: str, message: str, where: str = "") -> None:
        """Keep the three parts, as in `RefusedError`."""
        super().__init__(message)
        self.code = code
        self.message = message
        self.where = where
