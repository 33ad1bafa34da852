"""`finbank arquivos conferir FILE…`: what is wrong with a bank file, line by line; no database."""

import argparse
from pathlib import Path

from finbank_desktop.cli import files
from finbank_desktop.cli.output import Exit, Saida, problem_object
from finbank_desktop.services import arquivos


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("arquivos", nargs="+", type=Path, metavar="ARQUIVO", help="arquivo de banco")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Check the files in their order; 1 when one of them has an error."""
    return files.each(args.arquivos, lambda path: _check(path, saida), saida)


def _check(path: Path, saida: Saida) -> Exit:
    problems = arquivos.ArquivosService().check(path)
    ok = not any(problem.is_error for problem in problems)
    if saida.json:
        saida.object({"ok": ok, "problems": [problem_object(problem) for problem in problems]})
    else:
        saida.line(f"{path.name}: " + ("sem erros" if ok else "com erros"))
        saida.problems(problems)
    return Exit.DONE if ok else Exit.FINDINGS
