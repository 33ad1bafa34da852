"""`finbank arquivos explicar FILE`: every field of a bank file, with what it means; no database."""

import argparse
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from finbank_desktop.cli.arguments import WrongCallError
from finbank_desktop.cli.arquivos_saida import array
from finbank_desktop.cli.output import Exit, Saida
from finbank_desktop.services.arquivos import ArquivosService


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("arquivo", type=Path, metavar="ARQUIVO", help="remessa ou retorno; só é lido")
    parser.add_argument("--linha", type=int, metavar="N", help="só esta linha, a partir de 1")
    parser.add_argument("--posicao", type=int, metavar="P", help="só o campo nesta posição da linha")
    parser.add_argument("--saida", type=Path, metavar="TABELA", help="grava uma tabela .csv ou .xlsx")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Print the fields, or write them to a table."""
    if args.posicao is not None and args.linha is None:
        raise WrongCallError("--posicao é de uma linha: diga qual com --linha")
    service = ArquivosService()
    if args.saida is not None:
        rows = service.export_explanation(args.arquivo, args.saida, args.linha, args.posicao)
        told = {"file": str(args.saida), "rows": rows}
        saida.object(told) if saida.json else saida.line(f"{args.saida.name}: {rows} campos")
        return Exit.DONE
    fields = service.explain(args.arquivo, args.linha, args.posicao)
    if saida.json:
        array(saida, (asdict(each) for each in fields))
        return Exit.DONE
    _tell(((f"{e.line}:{e.start}-{e.end}", e.name, e.raw, e.value or "", e.meaning) for e in fields), saida)
    return Exit.DONE


def _tell(rows: Iterable[tuple[str, ...]], saida: Saida) -> None:
    for place, name, raw, value, meaning in rows:
        shown = f" = {value}" if value and value != raw.strip() else ""
        saida.line(f"{place:<14} {name:<28} “{raw}”{shown}")
        saida.line(f"{'':<14} {meaning}")
