"""`finbank banco-simulado processar`: a bank's answer to remessas, for rehearsing."""

import argparse
from pathlib import Path

from finbank_desktop.cli.output import Exit, Saida, quantos
from finbank_desktop.services.simulador import SimuladorService


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("remessas", nargs="+", type=Path, metavar="REMESSA", help="arquivo de remessa")
    parser.add_argument("--cenario", type=Path, metavar="ARQUIVO", help="o que o banco responde, em TOML")
    parser.add_argument(
        "--saida", type=Path, default=Path(), metavar="PASTA", help="pasta dos retornos; esta quando falta"
    )


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Write a retorno for each remessa and say how many titles it has."""
    for answer in SimuladorService().process(args.remessas, args.cenario, args.saida):
        if saida.json:
            saida.object({"file": str(answer.file), "titles": answer.titles})
        else:
            saida.line(f"{answer.file}: {quantos(answer.titles, 'título')}")
    return Exit.DONE
