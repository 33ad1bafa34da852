"""Which of some files are of débito automático, so that whoever drops them need not say."""

from collections.abc import Iterable
from pathlib import Path

from finbank_desktop.cnab.detect import DEBITO, detect
from finbank_desktop.domain.problems import OutsideError, RefusedError


def debits_among(paths: Iterable[Path]) -> list[Path]:
    """Return those of *paths* that are of débito automático; of each only the beginning is looked at."""
    return [path for path in paths if _is_debit(path)]


def _is_debit(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        return detect(path).product == DEBITO
    except (RefusedError, OutsideError):
        return False  # whoever imports it says what is wrong
