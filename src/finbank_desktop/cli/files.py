"""Commands on several files: one after another, one answer each in their order, and one that fails stops no other."""

from collections.abc import Callable, Sequence
from pathlib import Path

from finbank_desktop.cli import failures
from finbank_desktop.cli.output import Exit, Saida, error_object
from finbank_desktop.domain.problems import OutsideError, RefusedError


def each(paths: Sequence[Path], act: Callable[[Path], Exit], saida: Saida) -> Exit:
    """Do *act* with every file and return the worst exit code.

    What refuses a file goes to the errors. Under ``--json`` and with several files it also takes that file's place
    among the answers, which are then as many as the files.
    """
    worst = Exit.DONE
    for path in paths:
        try:
            code = act(path)
        except (RefusedError, OutsideError, OSError) as error:
            code = _tell(error, path, saida, several=len(paths) > 1)
        worst = max(worst, code)
    return worst


def _tell(error: Exception, path: Path, saida: Saida, *, several: bool) -> Exit:
    failure = failures.explain(error)
    where = failure.where or str(path)
    saida.error(failure.code, failure.message, where)
    if saida.json and several:
        saida.object(error_object(failure.code, failure.message, where))
    return failure.exit
