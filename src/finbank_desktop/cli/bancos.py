"""`finbank bancos listar`: which banks, what for each, and how far to trust it; no database."""

import argparse
from dataclasses import asdict
from typing import Any

from finbank_desktop.bancos.fichas import Ficha
from finbank_desktop.cli.output import Exit, Saida
from finbank_desktop.services.bancos import BancosService, LinhaBanco

_SHORT = {"manual": "M", "duas_fontes": "2", "uma_fonte": "1", "generico_febraban": "G"}
_SHOWN = {
    "boleto": "boleto",
    "remessa_240": "rem 240",
    "remessa_400": "rem 400",
    "remessa_444": "rem 444",
    "retorno_240": "ret 240",
    "retorno_400": "ret 400",
    "api": "api",
}
_LEGEND = "M manual e código, 2 duas fontes, 1 uma fonte, G padrão FEBRABAN; 1 e G só depois de testar com o banco"


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments: none of its own."""
    parser.epilog = _LEGEND


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Print all banks."""
    del args
    rows = BancosService().listar()
    if saida.json:
        saida.object([_object(row) for row in rows])
        return Exit.DONE
    name = max(len(row.name) for row in rows)
    saida.line("     " + "banco".ljust(name) + "  " + "  ".join(_SHOWN.values()))
    for row in rows:
        cells = "  ".join(_mark(getattr(row, key)).center(len(title)) for key, title in _SHOWN.items())
        saida.line(f"{row.code}  {row.name.ljust(name)}  {cells}{'  encerrado' if row.closed else ''}".rstrip())
    saida.line(_LEGEND)
    return Exit.DONE


def _object(row: LinhaBanco) -> dict[str, Any]:
    return {key: _cell(value) if isinstance(value, dict) else value for key, value in asdict(row).items()}


def _cell(ficha: dict[str, Any]) -> dict[str, Any]:
    return {"trust": str(ficha["confianca"]), "date": ficha["data"], "source": ficha["fonte"]}


def _mark(ficha: Ficha | None) -> str:
    return "-" if ficha is None else _SHORT[ficha.confianca]
