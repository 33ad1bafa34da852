"""`finbank dados importar FILE.json`: cadastros and contas from another system."""

import argparse
from dataclasses import asdict
from pathlib import Path

from finbank_desktop.cli import base
from finbank_desktop.cli.output import Exit, Saida
from finbank_desktop.domain.problems import RefusedError


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("arquivo", type=Path, metavar="ARQUIVO.json", help="como “finbank dados exportar” o escreve")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Import the file; what is there already is changed by its codigo."""
    try:
        texto = args.arquivo.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        message = "o arquivo não é um texto em UTF-8; grave o JSON outra vez nessa codificação"
        raise RefusedError("nao_e_utf8", message, str(args.arquivo)) from None
    resumo = asdict(base.services(args).dados.import_json(texto))
    if saida.json:
        saida.object(resumo)
    else:
        for nome, valor in resumo.items():
            saida.line(f"{nome}: {valor}")
    return Exit.DONE
