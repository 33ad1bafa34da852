"""`finbank lotes exportar --formato csv|xlsx|dominio --saida ARQUIVO`."""

import argparse
from pathlib import Path

from finbank_desktop.cli import base
from finbank_desktop.cli.output import Exit, Saida, quantos
from finbank_desktop.services.catalog import Services


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    base.add_filters(parser)
    parser.add_argument("--ids", default="", metavar="1,2,…", help="estes lotes; sem eles, os que os filtros deixam")
    parser.add_argument("--formato", choices=("csv", "xlsx", "dominio"), required=True, help="para quem é o arquivo")
    parser.add_argument("--saida", type=Path, required=True, metavar="ARQUIVO", help=".csv, .xlsx ou .txt (Domínio)")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Write the file."""
    services = base.services(args)
    wanted = chosen(services, args)
    lines = services.lotes.exportar(wanted, args.formato, args.saida)
    if saida.json:
        saida.object({"file": str(args.saida), "format": args.formato, "lots": len(wanted), "lines": lines})
    else:
        saida.line(f"{quantos(lines, 'linha')} de {quantos(len(wanted), 'lote')} em {args.saida}")
    return Exit.DONE


def chosen(services: Services, args: argparse.Namespace) -> list[int]:
    """Return the ids that the call means."""
    return base.ids(args.ids) if args.ids else list(services.lotes.ids(base.query(args)))
