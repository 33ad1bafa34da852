"""Any byte of a file, explained: the field it belongs to, what stands there, what it means, and who says so."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from finbank_desktop.layouts.model import Campo, Registro, Tipo, Valor
from finbank_desktop.layouts.reader import Leitura, value_of

_KINDS = {
    Tipo.NUMERO: "número",
    Tipo.TEXTO: "texto",
    Tipo.DATA_DDMMAAAA: "data ddmmaaaa",
    Tipo.DATA_DDMMAA: "data ddmmaa",
    Tipo.DATA_AAAAMMDD: "data aaaammdd",
    Tipo.HORA: "hora hhmmss",
    Tipo.IDENTIFICADOR: "identificador (algarismos ou letras)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Explicacao:
    """One field of one line.

    Attributes:
        line: Line of the file, from 1.
        name: Name of the field; empty for a line that is no record of the layout.
        start: First position, from 1.
        end: Last position.
        raw: What stands there, blanks included.
        value: The value as a person writes it (``1.234,56``, ``31/12/2026``); ``None`` when there is none.
        meaning: Record, kind of field, default and the manual's remark.
        source: Where the positions stand.
    """

    line: int
    name: str
    start: int
    end: int
    raw: str
    value: str | None
    meaning: str
    source: str


def explain(leitura: Leitura, line: int | None = None, position: int | None = None) -> list[Explicacao]:
    """Return the fields of a file, of one line, or the one at a position of a line.

    Args:
        leitura: The file.
        line: Line of the file, from 1; ``None`` for all.
        position: Position in the line, from 1; ``None`` for all.

    Returns:
        Nothing when the file has no such line or the line no such position.
    """
    return list(each(leitura, line, position))


def each(leitura: Leitura, line: int | None = None, position: int | None = None) -> Iterator[Explicacao]:
    """Yield what `explain` returns, one field after another: a large file has millions."""
    rows = range(len(leitura)) if line is None else np.flatnonzero(leitura.linhas.numeros == line).tolist()
    for row in rows:
        registro = leitura.registro_at(row)
        if registro is None:
            yield _unknown(leitura, row)
            continue
        text = leitura.text(row)
        for campo in registro.campos:
            if position is None or campo.inicio <= position <= campo.fim:
                yield _field(leitura, row, registro, campo, text[campo.posicoes])


def _field(leitura: Leitura, row: int, registro: Registro, campo: Campo, raw: str) -> Explicacao:
    return Explicacao(
        line=leitura.number(row),
        name=campo.nome,
        start=campo.inicio,
        end=campo.fim,
        raw=raw,
        value=readable(value_of(raw, campo), campo),
        meaning="; ".join(_meaning(registro, campo)),
        source=registro.fonte or leitura.layout.fonte,
    )


def _unknown(leitura: Leitura, row: int) -> Explicacao:
    return Explicacao(
        line=leitura.number(row),
        name="",
        start=1,
        end=leitura.layout.tamanho,
        raw=leitura.text(row),
        value=None,
        meaning="esta linha não é nenhum registro deste layout",
        source=leitura.layout.fonte,
    )


def _meaning(registro: Registro, campo: Campo) -> Iterator[str]:
    yield registro.titulo
    yield _KINDS[campo.tipo] + (f" com {campo.decimais} casas decimais" if campo.decimais else "")
    if campo.padrao is not None:
        yield f"padrão: {campo.padrao}"
    if campo.codigo:
        yield f"código FEBRABAN {campo.codigo}"
    if campo.nota:
        yield campo.nota


def readable(value: Valor, campo: Campo) -> str | None:
    """Return *value* as a person writes it.

    >>> readable(123456, Campo(nome="valor", inicio=1, fim=15, tipo=Tipo.NUMERO, decimais=2))
    '1.234,56'
    """
    match value:
        case None | "":
            return None
        case int() if campo.decimais:
            whole, part = divmod(value, 10**campo.decimais)
            return f"{whole:,}".replace(",", ".") + f",{part:0{campo.decimais}d}"
        case dt.date():
            return f"{value:%d/%m/}{value.year:04d}"
    return str(value)
