"""The inspector: any field of any file, with what its code says in the bank's words."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import numpy as np

from finbank_desktop.cnab import dominios, ocorrencias, ocorrencias_movimentos, papeis
from finbank_desktop.cnab.detect import COBRANCA, DEBITO, detect
from finbank_desktop.cnab.orientacoes import o_que_fazer
from finbank_desktop.layouts import explain, loader
from finbank_desktop.layouts.explain import Explicacao
from finbank_desktop.layouts.model import Campo, Layout, Registro
from finbank_desktop.layouts.reader import Leitura, read

_RETORNO = "retorno"
_CNAB_400 = 400
_OCORRENCIAS = ("ocorrencias", "codigo_retorno")


def explicar(source: bytes | Path, line: int | None = None, position: int | None = None) -> Iterator[Explicacao]:
    """Yield the fields of a file, of one line, or the one at a position of a line; nothing where there is none.

    Args:
        source: The whole file, or where it lies; it is only read.
        line: Line of the file, from 1; ``None`` for all.
        position: Position in the line, from 1; ``None`` for all.

    Raises:
        RefusedError: It is no bank file that this program reads.
        OutsideError: The file at a path cannot be opened.
    """
    yield from of_leitura(read(source, loader.load(detect(source).layout)), line, position)


def of_leitura(leitura: Leitura, line: int | None = None, position: int | None = None) -> Iterator[Explicacao]:
    """Yield what `explicar` yields, of a file that was read already."""
    words = _Words(leitura)
    for explained in explain.each(leitura, line, position):
        yield words.add(explained)


class _Words:
    """Adds to each field what its code says."""

    def __init__(self, leitura: Leitura) -> None:
        self.leitura = leitura
        self.layout = leitura.layout
        # payments and debits have their codes where the layout names them, not in parts of their own
        self.roles = papeis.load(leitura.layout) if leitura.layout.produto == COBRANCA else None
        self.formato = str(min(leitura.layout.tamanho, _CNAB_400))
        self.line = 0
        self.registro: Registro | None = None
        self.occurrence = ""

    def add(self, explained: Explicacao) -> Explicacao:
        """Return the field with the text of its code; fields must come in the order of their lines."""
        if explained.line != self.line:
            self._turn_to(explained.line)
        if self.registro is None:
            return explained
        campo = self.registro.campo(explained.name)
        text = self._motivos(self.registro, campo, explained.raw)
        text = text or _code(self.layout.caminho, self.registro.nome, campo.nome, explained.raw)
        return replace(explained, meaning=f"{explained.meaning}; {text}") if text else explained

    def _turn_to(self, line: int) -> None:
        """Keep the record of a line, and its occurrence: that says by which table its reasons are read."""
        row = int(np.searchsorted(self.leitura.linhas.numeros, line))
        self.line, self.registro = line, self.leitura.registro_at(row)
        where = self.roles.campos.get("codigo") if self.roles else None
        if where is not None and self.registro is not None and where.registro == self.registro.nome:
            self.occurrence = self.leitura.text(row)[where.inicio - 1 : where.fim].strip()

    def _motivos(self, registro: Registro, campo: Campo, raw: str) -> str:
        if self.roles is None:
            return _movimento(self.layout, campo, raw) if self.layout.direcao == _RETORNO else ""
        where = self.roles.motivos_of(self.occurrence)
        if self.layout.direcao != _RETORNO or where is None or not raw.strip(" 0"):
            return ""
        if (where.registro, where.inicio) != (registro.nome, campo.inicio):
            return ""
        _, efeito, reasons = ocorrencias.explain(self.layout.banco, self.formato, self.occurrence, raw)
        said = ", ".join(f"{reason.codigo}: {reason.texto}" for reason in reasons)
        todo = o_que_fazer(self.layout.banco, self.formato, efeito, reasons)
        return f"{said}; o que fazer: {todo}" if said and todo else said


def _movimento(layout: Layout, campo: Campo, raw: str) -> str:
    """Return what the codes of a payment or debit say."""
    if campo.nome not in _OCORRENCIAS or not raw.strip():
        return ""
    processo = layout.produto if layout.produto != DEBITO else f"{DEBITO}_{layout.tamanho}"
    said = ocorrencias_movimentos.explain(layout.banco, processo, raw)
    return ", ".join(f"{motivo.codigo}: {motivo.texto}" for motivo in said.motivos)


@lru_cache(maxsize=8192)
def _code(caminho: str, registro: str, nome: str, raw: str) -> str:
    layout = loader.load(caminho)
    dominio = dominios.known(layout, layout.registro(registro), layout.registro(registro).campo(nome))
    if dominio is None or not raw.strip():
        return ""
    text = dominio.text(raw)
    return f"{raw.strip()}: {text}" if text else ""
