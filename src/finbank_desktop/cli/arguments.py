"""The words of a call: argparse, in Portuguese, with the global options before and after the command."""

import argparse
from collections.abc import Sequence
from typing import NoReturn

OPTIONS_WITH_VALUE = ("--base",)
"""Global options that take the next word."""

_PORTUGUESE = {
    "usage: ": "uso: ",
    "options": "opções",
    "positional arguments": "argumentos",
    "show this help message and exit": "mostra esta ajuda e sai",
    "the following arguments are required: %s": "falta informar: %s",
    "unrecognized arguments: %s": "argumento desconhecido: %s",
    "expected one argument": "espera um valor",
    "expected at least one argument": "espera ao menos um valor",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "não existe %(value)r; use um destes: %(choices)s",
    "invalid %(type)s value: %(value)r": "valor inválido: %(value)r",
    "not allowed with argument %s": "não pode vir junto com %s",
    "one of the arguments %s is required": "falta informar um destes: %s",
    "ambiguous option: %(option)s could match %(matches)s": "opção ambígua: %(option)s pode ser %(matches)s",
    "ignored explicit argument %r": "não leva valor: %r",
    "%(prog)s: error: %(message)s\n": "%(message)s",
}


class WrongCallError(Exception):
    """The words of the call make no sense; the text is for the user."""


class Parser(argparse.ArgumentParser):
    """A parser that raises instead of ending the program."""

    def error(self, message: str) -> NoReturn:
        """Refuse the call."""
        raise WrongCallError(f"{message} (veja {self.prog} --help)")


def _translate(texto: str) -> str:
    return _PORTUGUESE.get(texto, texto)


def _translate_plural(singular: str, plural: str, quantos: int) -> str:
    return _translate(singular if quantos == 1 else plural)


def parser(prog: str, ajuda: str) -> Parser:
    """Return the parser of one command, global options included."""
    # argparse looks its own sentences up in its module, by the names gettext uses
    vars(argparse).update(_=_translate, ngettext=_translate_plural)
    made = Parser(prog=prog, description=ajuda, allow_abbrev=False)
    made.add_argument("--base", metavar="URL", help="banco de dados: um arquivo ou um endereço; sem ele, o do usuário")
    made.add_argument("--json", action="store_true", help="responde em JSON")
    return made


def words(argv: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the first two words of *argv* that name a command, and all the rest in order.

    >>> words(["--base", "a.db", "boletos", "--json", "listar", "--busca", "x"])
    (['boletos', 'listar'], ['--base', 'a.db', '--json', '--busca', 'x'])
    """
    names: list[str] = []
    rest: list[str] = []
    value_next = False
    for word in argv:
        if len(names) < 2 and not value_next and not word.startswith("-"):  # noqa: PLR2004 - noun and verb
            names.append(word)
        else:
            rest.append(word)
        value_next = word in OPTIONS_WITH_VALUE
    return names, rest
