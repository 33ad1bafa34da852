"""`finbank debitos cancelar ID…`: cancel debits; one that the bank has is asked back by the next remessa."""

import argparse

from finbank_desktop.cli import base
from finbank_desktop.cli.output import Exit, Saida


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("ids", metavar="IDS", help="os débitos, como 1,2,3")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Cancel them in their order."""
    services = base.services(args)
    feitos = [services.debitos.debitos.cancel(row) for row in base.ids(args.ids)]
    if saida.json:
        saida.object([{"id": each.id, "codigo": each.codigo, "situacao": str(each.situacao)} for each in feitos])
    else:
        for each in feitos:
            saida.line(f"Débito {each.codigo}: {each.situacao.lower()}.")
    return Exit.DONE
