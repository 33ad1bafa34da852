"""From the words of a call to an exit code; whatever goes wrong becomes one sentence."""

import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from importlib import import_module

from finbank_desktop import __version__
from finbank_desktop.cli import commands
from finbank_desktop.cli.arguments import WrongCallError, parser, words
from finbank_desktop.cli.commands import Command
from finbank_desktop.cli.output import Exit, Saida, open_streams

_HELP = ("-h", "--help")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    0 done, 1 done with findings, 2 wrong call, 3 refused and nothing changed, 4 trouble outside.
    """
    open_streams()
    words_given = list(sys.argv[1:] if argv is None else argv)
    json = "--json" in words_given
    try:
        code = _dispatch(words_given, json=json)
        sys.stdout.flush()
    except BrokenPipeError:
        _discard_output()
        return Exit.DONE
    except WrongCallError as error:
        return _report("chamada_errada", str(error), json=json, code_exit=Exit.WRONG_CALL)
    except KeyboardInterrupt:
        return _report("interrompido", "interrompido; nada foi gravado", json=json, code_exit=Exit.OUTSIDE)
    except SystemExit as end:  # argparse's own --help
        return Exit.DONE if end.code in (None, Exit.DONE) else Exit.WRONG_CALL
    except Exception as error:  # noqa: BLE001 - no traceback ever reaches the user
        failures = import_module("finbank_desktop.cli.failures")
        said = failures.explain(error)
        return _report(said.code, said.message, said.where, json=json, code_exit=said.exit)
    return code


def _dispatch(words_given: Sequence[str], *, json: bool) -> int:
    if "--version" in words_given:
        sys.stdout.write(f"finbank {__version__}\n")
        return Exit.DONE
    names, rest = words(words_given)
    command = commands.find(*names) if len(names) == 2 else None  # noqa: PLR2004 - noun and verb
    return _guide(names, rest, json=json) if command is None else _run(command, rest)


def _discard_output() -> None:
    """Let what is still to be written go nowhere: Python would complain once more while closing the stream."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _guide(names: Sequence[str], rest: Sequence[str], *, json: bool) -> int:
    """Say which commands there are; nothing asked for at all is a wrong call too."""
    known = commands.of_noun(names[0]) if names else commands.COMMANDS
    text = "\n".join(f"  finbank {c.noun} {c.verb:<10} {c.ajuda}" for c in known or commands.COMMANDS)
    if any(word in _HELP for word in rest):
        sys.stdout.write(f"uso: finbank COMANDO [opções]\n\n{text}\n\nfinbank COMANDO --help explica cada um.\n")
        return Exit.DONE
    said = " ".join(names)
    message = f"não há o comando “{said}”" if names else "falta dizer o comando"
    if json:
        return _report("chamada_errada", f"{message}; veja finbank --help", json=True, code_exit=Exit.WRONG_CALL)
    sys.stderr.write(f"finbank: {message}; estes existem:\n{text}\n")
    return Exit.WRONG_CALL


def _run(command: Command, rest: Sequence[str]) -> int:
    module = import_module(f"finbank_desktop.cli.{command.module}")
    made = parser(f"finbank {command.noun} {command.verb}", command.ajuda)
    module.configure(made)
    args = made.parse_args(rest)
    args.noun, args.verb = command.noun, command.verb
    with ExitStack() as args.closing:  # a command leaves here what it opened
        return int(module.run(args, Saida(json=args.json)))


def _report(code: str, message: str, where: str = "", *, json: bool, code_exit: int) -> int:
    Saida(json=json).error(code, message, where)
    return code_exit
