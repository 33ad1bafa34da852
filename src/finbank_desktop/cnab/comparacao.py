"""Two files of one layout, field by field."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from finbank_desktop.cnab.detect import Deteccao, detect
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.layouts import loader
from finbank_desktop.layouts.matrix import BLOCK
from finbank_desktop.layouts.reader import Leitura, read


@dataclass(frozen=True, slots=True, kw_only=True)
class Diferenca:
    """One field that differs.

    Attributes:
        line: Line of the first file, from 1; of the second where the first has no such line.
        name: The field; empty when the whole line differs: another record, or none.
        a: What stands in the first file; ``None`` when it has no such line.
        b: What stands in the second.
    """

    line: int
    name: str
    a: str | None
    b: str | None


def comparar(a: bytes | Path, b: bytes | Path) -> Iterator[Diferenca]:
    """Yield the fields in which two files differ, line by line; both are only read.

    Raises:
        RefusedError: One is no cobrança file, or they are of different layouts.
        OutsideError: A file at a path cannot be opened.
    """
    first, second = detect(a), detect(b)
    if (first.kind, first.tamanho, first.banco) != (second.kind, second.tamanho, second.banco):
        message = (
            f"Os arquivos não são do mesmo tipo: o primeiro é {_what(first)} e o segundo é {_what(second)}. "
            "Compare dois arquivos do mesmo banco, formato e sentido."
        )
        raise RefusedError("arquivos_diferentes", message)
    layout = loader.load(first.layout)
    return _differences(read(a, layout), read(b, layout))


def _what(deteccao: Deteccao) -> str:
    kind = "um retorno" if deteccao.kind == "retorno" else "uma remessa"
    return f"{kind} CNAB {deteccao.tamanho} do banco {deteccao.banco}"


def _differences(a: Leitura, b: Leitura) -> Iterator[Diferenca]:
    both = min(len(a), len(b))
    for start in range(0, both, BLOCK):
        rows = slice(start, min(start + BLOCK, both))
        differ = (a.linhas.matriz[rows] != b.linhas.matriz[rows]).any(axis=1)
        for row in (np.flatnonzero(differ) + start).tolist():
            yield from _fields(a, b, row)
    for row in range(both, len(a)):
        yield Diferenca(line=a.number(row), name="", a=a.text(row), b=None)
    for row in range(both, len(b)):
        yield Diferenca(line=b.number(row), name="", a=None, b=b.text(row))


def _fields(a: Leitura, b: Leitura, row: int) -> Iterator[Diferenca]:
    registro, line = a.registro_at(row), a.number(row)
    ours, theirs = a.text(row), b.text(row)
    if registro is None or b.registro_at(row) is not registro:
        yield Diferenca(line=line, name="", a=ours, b=theirs)
        return
    for nome, posicoes, _ in registro.fatias:
        if ours[posicoes] != theirs[posicoes]:
            yield Diferenca(line=line, name=nome, a=ours[posicoes], b=theirs[posicoes])
