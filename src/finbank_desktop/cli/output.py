"""What the program says: results to one stream, errors to the other, for people or as JSON."""

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import IntEnum
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TextIO

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.valores import format_brl, format_decimal


class Exit(IntEnum):
    """The exit codes."""

    DONE = 0
    FINDINGS = 1
    WRONG_CALL = 2
    REFUSED = 3
    OUTSIDE = 4


def open_streams() -> None:
    """Make both streams UTF-8, whatever the platform, and let one that the caller closed lead nowhere.

    Half a surrogate pair, which UTF-8 cannot hold, is written as the escape that JSON has for it.
    """
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


class Saida:
    """Where a command writes.

    Attributes:
        json: Whether results are wanted as JSON.
    """

    def __init__(self, *, json: bool) -> None:
        """Write to the program's own streams."""
        self.json = json

    def line(self, texto: str = "") -> None:
        """Write one line of text."""
        sys.stdout.write(texto + "\n")

    def object(self, valor: object) -> None:
        """Write *valor* as one line of JSON."""
        self.line(json.dumps(plain(valor), ensure_ascii=False))

    def table(self, colunas: Sequence[Coluna], linhas: Iterable[Mapping[str, Any]]) -> None:
        """Write *linhas* for a person, as wide as their widest text."""
        textos = [[_shown(coluna, linha.get(coluna.chave)) for coluna in colunas] for linha in linhas]
        titulos = [coluna.titulo for coluna in colunas]
        larguras = [max(map(len, coluna)) for coluna in zip(titulos, *textos, strict=True)]
        for celulas in (titulos, ["-" * largura for largura in larguras], *textos):
            partes = [
                texto.rjust(largura) if _is_right(coluna) else texto.ljust(largura)
                for coluna, texto, largura in zip(colunas, celulas, larguras, strict=True)
            ]
            self.line("  ".join(partes).rstrip())

    def problems(self, problems: Iterable[Problem]) -> None:
        """Write each problem as a line for a person."""
        for problem in problems:
            onde = "" if problem.line is None else f"linha {problem.line}"
            if problem.start is not None:
                onde += f", posições {problem.start}-{problem.end}"
            if problem.message.startswith(f"Linha {problem.line},"):
                onde = ""  # it says so itself
            sentence = " ".join(parte for parte in (problem.message, problem.fix) if parte)
            self.line(f"{_SEVERITIES[problem.severity]}{': ' + onde if onde else ''}: {sentence}")

    def notice(self, texto: str) -> None:
        """Say something to mind that is no fault, beside what is asked for."""
        if not self.json:
            sys.stderr.write(f"aviso: {texto}\n")

    def error(self, code: str, message: str, where: str = "") -> None:
        """Say what went wrong, in one sentence."""
        if self.json:
            texto = json.dumps(error_object(code, message, where), ensure_ascii=False)
        else:
            texto = f"finbank: {message}" + (f" ({where})" if where else "")
        sys.stderr.write(texto + "\n")


_SEVERITIES = {"error": "erro", "warning": "aviso", "info": "nota"}


def error_object(code: str, message: str, where: str = "") -> dict[str, Any]:
    """Return an error as JSON has it."""
    return {"error": {"code": code, "message": message, "where": where or None}}


def problem_object(problem: Problem) -> dict[str, Any]:
    """Return a problem as JSON has it."""
    return {
        "line": problem.line,
        "start": problem.start,
        "end": problem.end,
        "field": problem.field,
        "severity": problem.severity.value,
        "message": problem.message,
        "fix": problem.fix or None,
    }


def quantos(numero: int, nome: str) -> str:
    """Return so many of what has a plain plural in Portuguese.

    >>> quantos(1, "título"), quantos(2, "página")
    ('1 título', '2 páginas')
    """
    return f"{numero} {nome}" if numero == 1 else f"{numero} {nome}s"


def money(valor: int | None) -> str | None:
    """Return an amount as JSON has it."""
    return None if valor is None else format_decimal(valor)


def row_object(colunas: Sequence[Coluna], linha: Mapping[str, Any]) -> dict[str, Any]:
    """Return a list's row as JSON has it: id, codigo and the columns, then what else it holds."""
    valores = {coluna.chave for coluna in colunas if coluna.tipo is TipoColuna.VALOR}
    ordem = ("id", "codigo", *(coluna.chave for coluna in colunas), *linha)
    return {chave: money(linha.get(chave)) if chave in valores else linha.get(chave) for chave in dict.fromkeys(ordem)}


def plain(valor: object) -> object:
    """Return *valor* as what JSON knows: dates in ISO, enumerations by value."""
    match valor:
        case Mapping():
            return {str(chave): plain(item) for chave, item in valor.items()}
        case datetime():
            return valor.isoformat(timespec="seconds")
        case date():
            return valor.isoformat()
        case str() | int() | float() | None:
            return valor
        case Iterable():
            return [plain(item) for item in valor]
    return str(valor)


def _is_right(coluna: Coluna) -> bool:
    return coluna.tipo in (TipoColuna.VALOR, TipoColuna.NUMERO)


def _shown(coluna: Coluna, valor: object) -> str:
    match valor:
        case None:
            return ""
        case int() if coluna.tipo is TipoColuna.VALOR:
            return format_brl(valor, simbolo=False)
        case datetime():
            return f"{valor:%d/%m/%Y %H:%M}"
        case date():
            return f"{valor:%d/%m/%Y}"
    return str(valor)
