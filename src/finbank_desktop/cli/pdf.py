"""`finbank boletos pdf`: boletos on paper."""

import argparse
from pathlib import Path

from finbank_desktop.cli import base
from finbank_desktop.cli.arguments import WrongCallError
from finbank_desktop.cli.output import Exit, Saida, quantos


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("--ids", default="", help="ids dos boletos, como 1,2,3")
    base.add_filters(parser)
    parser.add_argument("--modelo", default="recibo", help="modelo do papel; recibo quando não se diz")
    parser.add_argument("--saida", required=True, type=Path, metavar="ARQUIVO", help="o PDF a gravar")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Write the document and say how many boletos and pages it has; 1 when something is not printed as wished."""
    if bool(args.ids) == bool(args.filtro or args.busca):
        raise WrongCallError("diga quais boletos: --ids 1,2,3, ou --filtro e --busca")
    services = base.services(args)
    chosen = base.ids(args.ids) if args.ids else services.boletos.ids(base.query(args))
    done = services.boletos.render_pdf(chosen, args.saida, args.modelo)
    if saida.json:
        saida.object({"file": str(done.file), "boletos": done.boletos, "pages": done.pages})
    else:
        saida.line(f"{done.file}: {quantos(done.boletos, 'boleto')} em {quantos(done.pages, 'página')}")
    for problem in done.problems:
        saida.error("impresso_com_aviso", f"{problem.message} {problem.fix}", problem.field or "")
    return Exit.FINDINGS if done.problems else Exit.DONE
