"""`finbank arquivos comparar A B`: in which fields two bank files differ; no database."""

import argparse
from dataclasses import asdict
from pathlib import Path

from finbank_desktop.cli.arquivos_saida import array
from finbank_desktop.cli.output import Exit, Saida
from finbank_desktop.services.arquivos import ArquivosService


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("a", type=Path, metavar="A", help="um arquivo de banco; só é lido")
    parser.add_argument("b", type=Path, metavar="B", help="outro do mesmo banco, formato e sentido")
    parser.add_argument("--saida", type=Path, metavar="TABELA", help="grava uma tabela .csv ou .xlsx")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Print the differences, or write them to a table."""
    service = ArquivosService()
    if args.saida is not None:
        rows = service.export_comparison(args.a, args.b, args.saida)
        told = {"file": str(args.saida), "rows": rows}
        saida.object(told) if saida.json else saida.line(f"{args.saida.name}: {rows} diferenças")
        return Exit.DONE
    differences = service.compare(args.a, args.b)
    if saida.json:
        array(saida, (asdict(each) for each in differences))
        return Exit.DONE
    count = 0
    for each in differences:
        count += 1
        saida.line(f"linha {each.line}, {each.name or 'linha inteira'}: “{_shown(each.a)}” → “{_shown(each.b)}”")
    saida.line("os arquivos são iguais campo a campo" if not count else f"{count} diferenças")
    return Exit.DONE


def _shown(raw: str | None) -> str:
    return "(não há)" if raw is None else raw.rstrip()
