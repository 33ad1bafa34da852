"""`finbank conciliacao sugerir`: what of a statement and the books may belong together; changes nothing."""

import argparse
from pathlib import Path

from finbank_desktop.cli import base
from finbank_desktop.cli.arguments import WrongCallError
from finbank_desktop.cli.output import Exit, Saida, quantos
from finbank_desktop.services import conciliacao_caso


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("--arquivo", type=Path, metavar="CASO.json", help="linhas e títulos de um caso")
    parser.add_argument("--conta", metavar="ID", help="conta cujos lançamentos importados esperam a conciliação")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Print the pairs; those to look at make the exit code 1."""
    if (args.arquivo is None) == (args.conta is None):
        raise WrongCallError("diga a conta com --conta ID, ou um caso com --arquivo CASO.json")
    if args.conta is not None:
        services = base.services(args)
        found = services.conciliacao.sugerir(base.find_conta(services, args.conta))
    else:
        found = conciliacao_caso.suggest(conciliacao_caso.open_case(args.arquivo))
    certos = sum(par.faixa.value == "certo" for par in found.pares)
    if saida.json:
        saida.object(conciliacao_caso.as_object(found))
    else:
        for par in found.pares:
            saida.line(f"{par.linha}: {par.faixa.value}, {', '.join(par.titulos) or par.lote} · {par.porque}")
        saida.line(f"{quantos(certos, 'par')} certo(s), {len(found.sem_par)} linhas sem par")
    return Exit.DONE if certos == len(found.pares) and not found.sem_par else Exit.FINDINGS
