"""Agência and conta: whether their check digits are the bank's."""

from collections.abc import Iterator, Sequence

import numpy as np

from finbank_desktop.cnab import dominios
from finbank_desktop.cnab.conferencia.achados import of_rows
from finbank_desktop.cnab.dominios import Digito
from finbank_desktop.domain.modulos import modulo_10, modulo_11
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.layouts.model import Registro
from finbank_desktop.layouts.reader import Leitura

_FIX = "Corrija agência, conta e dígitos no cadastro da conta corrente, como estão no contrato."
_DEZ, _ONZE = 10, 11


def check(leitura: Leitura) -> Iterator[Problem]:
    """Yield the digits of agência and conta that the bank reckons otherwise."""
    for digito in dominios.digitos(leitura.layout.banco):
        for registro in leitura.layout.registros:
            if digito.campo in registro and all(nome in registro for nome, _ in digito.de):
                yield from _check(leitura, registro, digito)


def _check(leitura: Leitura, registro: Registro, digito: Digito) -> Iterator[Problem]:
    campo, rows = registro.campo(digito.campo), leitura.rows(registro.nome)
    if not len(rows):
        return
    parts = [(campo, campo.tamanho), *((registro.campo(nome), largura) for nome, largura in digito.de)]
    chars = np.concatenate([leitura.linhas.matriz[rows, each.posicoes] for each, _ in parts], axis=1)
    # a file has few accounts, however many lines
    texts, which = np.unique(np.ascontiguousarray(chars).view(f"S{chars.shape[1]}").reshape(-1), return_inverse=True)
    right = [_right(text.decode("latin-1"), [(each.tamanho, size) for each, size in parts], digito) for text in texts]
    wrong = np.array([bool(each) for each in right])[which.reshape(-1)]
    shown = dict(zip(rows.tolist(), which.reshape(-1).tolist(), strict=True)) if wrong.any() else {}
    yield from of_rows(
        leitura,
        campo,
        rows[wrong],
        lambda row: f"não é o dígito que o banco calcula; o certo é {right[shown[row]]} ({digito.fonte})",
        _FIX,
        motivo=digito.motivo,
        severity=Severity.WARNING,
    )


def _right(text: str, sizes: Sequence[tuple[int, int]], digito: Digito) -> str:
    """Return the digit that should stand first in *text*, before what it is reckoned from; empty when it does."""
    at, digits = sizes[0][0], ""
    stands = text[:at].strip()
    for size, count in sizes[1:]:
        digits += text[at : at + size].strip()[-count:].zfill(count)
        at += size
    should = reckon(digits, digito) if stands.strip("0") else ""
    return should if should and should != stands else ""


def reckon(digits: str, digito: Digito) -> str:
    """Return the check digit of *digits*; empty where there is nothing to reckon it from.

    >>> bb = Digito(campo="", de=(), modulo=11, dez="X", onze="0", motivo="", fonte="")
    >>> reckon("0001", bb), reckon("", bb)
    ('9', '')
    """
    if not (digits.isascii() and digits.isdigit()) or not digits.strip("0"):
        return ""
    if digito.modulo == _DEZ:
        return str(modulo_10(digits))
    found = modulo_11(digits)
    return {_DEZ: digito.dez, _ONZE: digito.onze}.get(found, str(found))
