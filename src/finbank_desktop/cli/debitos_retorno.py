"""`finbank debitos retorno importar FILE…`: the same as `debitos importar`."""

import argparse

from finbank_desktop.cli import debitos_importar
from finbank_desktop.cli.output import Saida


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("acao", choices=("importar",), help="o que fazer")
    debitos_importar.configure(parser)


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Import the files."""
    return debitos_importar.run(args, saida)
