"""`finbank lotes fechar --ids 1,2,…|--filtro …`: closed lots change no more."""

import argparse

from finbank_desktop.cli import base, lotes
from finbank_desktop.cli.arguments import WrongCallError
from finbank_desktop.cli.output import Exit, Saida, quantos


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    base.add_filters(parser)
    parser.add_argument("--ids", default="", metavar="1,2,…", help="estes lotes; sem eles, os que os filtros deixam")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Close the lots; all of them or none.

    Raises:
        WrongCallError: Nobody said which.
    """
    if not (args.ids or args.filtro or args.busca):
        raise WrongCallError("diga quais lotes fechar: --ids, --filtro ou --busca")
    services = base.services(args)
    feitos = services.lotes.fechar(lotes.chosen(services, args))
    if saida.json:
        saida.object({"closed": [lote.codigo for lote in feitos]})
    else:
        saida.line(f"{quantos(len(feitos), 'lote')} {'fechado' if len(feitos) == 1 else 'fechados'}.")
    return Exit.DONE
