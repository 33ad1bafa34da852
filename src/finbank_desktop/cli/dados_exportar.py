"""`finbank dados exportar`: all cadastros and contas, as ``importar`` takes them."""

import argparse

from finbank_desktop.cli import base
from finbank_desktop.cli.output import Exit, Saida


def configure(parser: argparse.ArgumentParser) -> None:
    """Take no arguments of its own; the answer is JSON with and without ``--json``."""
    parser.epilog = "guarde a saída em um arquivo: finbank dados exportar > dados.json"


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Write one JSON object."""
    saida.object(base.services(args).dados.export_json())
    return Exit.DONE
