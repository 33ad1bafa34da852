"""CSV as other systems write it: whatever separator, whatever encoding, found out by looking."""

import codecs
import csv
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from pathlib import Path

from finbank_desktop.domain.planilhas import Linha
from finbank_desktop.domain.problems import RefusedError

SEPARADORES = (";", ",", "\t", "|")
_AMOSTRA = 128 * 1024
_LINHAS = 100
_PEDACO = 1024 * 1024
_QUEBRAS = 50
"""Line breaks in one cell; more come of a quotation mark that nobody closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forma:
    """How a CSV is written.

    Attributes:
        codificacao: Name of its encoding, as Python has it.
        pular: Lines before the table that are no rows, such as ``sep=;``.
    """

    codificacao: str
    separador: str
    pular: int = 0


def look(path: Path) -> Forma:
    """Return how the CSV at *path* is written.

    Raises:
        RefusedError: It is no text.
    """
    codificacao = _encoding(path)
    with path.open(encoding=codificacao, errors="replace", newline="") as file:
        amostra = file.read(_AMOSTRA)
    if "\0" in amostra:
        message = "O arquivo não é uma planilha nem um texto; exporte os dados como .xlsx ou .csv."
        raise RefusedError("nao_e_planilha", message, path.name)
    primeira = amostra.partition("\n")[0].strip().lower()
    if primeira.startswith("sep=") and len(primeira) == len("sep=") + 1:
        return Forma(codificacao=codificacao, separador=primeira[-1], pular=1)
    return Forma(codificacao=codificacao, separador=separator(amostra, whole=len(amostra) < _AMOSTRA))


def _encoding(path: Path) -> str:
    """Return UTF-8 when all of the file is UTF-8, otherwise what Windows writes in Brazil."""
    with path.open("rb") as file:
        inicio = file.read(4)
        if inicio.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        file.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while pedaco := file.read(_PEDACO):
                decoder.decode(pedaco)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def separator(amostra: str, *, whole: bool) -> str:
    r"""Return what parts the cells of *amostra*: what gives the most columns in the most rows.

    Args:
        amostra: The text's beginning.
        whole: It is all there is; otherwise its last line may be cut and is not judged.

    >>> separator("nome;valor\nAna;1,50\nEva;2,50\n", whole=True)
    ';'
    """
    melhor, pontos = ";", 0.0
    for separador in SEPARADORES:
        larguras = _widths(amostra, separador, whole=whole)
        if not larguras:
            continue
        largura, vezes = Counter(larguras).most_common(1)[0]
        nota = largura * vezes / len(larguras) if largura > 1 else 0.0
        if nota > pontos:
            melhor, pontos = separador, nota
    return melhor


def _widths(amostra: str, separador: str, *, whole: bool) -> list[int]:
    larguras: list[int] = []
    with suppress(csv.Error):
        reader = csv.reader(StringIO(amostra, newline=""), delimiter=separador)
        larguras.extend(len(linha) for linha in islice(reader, _LINHAS) if any(map(str.strip, linha)))
    return larguras if whole or len(larguras) == _LINHAS or len(larguras) < 2 else larguras[:-1]  # noqa: PLR2004 - a cut one and another


def rows(path: Path, forma: Forma) -> Iterator[Linha]:
    """Yield the rows of the CSV at *path* in which something stands.

    Raises:
        RefusedError: A quotation mark is never closed.
    """
    with path.open(encoding=forma.codificacao, errors="replace", newline="") as file:
        for _ in range(forma.pular):
            file.readline()
        reader = csv.reader(file, delimiter=forma.separador)
        numero = forma.pular
        while True:
            comeco = numero + 1
            try:
                celulas = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise _unclosed(path, comeco) from error
            numero = forma.pular + reader.line_num
            if numero - comeco > _QUEBRAS:
                raise _unclosed(path, comeco)
            limpas = tuple(_clean(celula) for celula in celulas)
            if any(limpas):
                yield Linha(numero=comeco, celulas=limpas)


def _unclosed(path: Path, linha: int) -> RefusedError:
    message = f"Na linha {linha} há aspas que abrem e nunca fecham; corrija essa linha e exporte de novo."
    return RefusedError("aspas_abertas", message, path.name)


def _clean(celula: str) -> str | None:
    """Return what a person sees in a cell: without the tricks that keep Excel from changing numbers.

    >>> _clean(' ="00123" '), _clean("'=1+1"), _clean("  ")
    ('00123', '=1+1', None)
    """
    limpa = celula.strip().strip("\N{ZERO WIDTH NO-BREAK SPACE}\N{NO-BREAK SPACE}").strip()
    if limpa.startswith('="') and limpa.endswith('"'):
        limpa = limpa[2:-1]
    elif limpa.startswith("'"):
        limpa = limpa[1:]
    return limpa or None
