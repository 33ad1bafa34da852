"""Agência and conta: whether their check digits are the bank's."""

from collections.abc import Iterator

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
    known: dict[tuple[str, ...], str] = {}

    def right(row: int) -> str:
        given = tuple(leitura.raw(row, nome).strip()[-largura:].zfill(largura) for nome, largura in digito.de)
        if given not in known:
            known[given] = reckon("".join(given), digito)
        return known[given]

    wrong = [
        number
        for number, row in enumerate(rows.tolist())
        if (stands := leitura.raw(row, campo.nome).strip()).strip("0") and (should := right(row)) and stands != should
    ]
    yield from of_rows(
        leitura,
        campo,
        rows[wrong],
        lambda row: f"não é o dígito que o banco calcula; o certo é {right(row)} ({digito.fonte})",
        _FIX,
        motivo=digito.motivo,
        severity=Severity.WARNING,
    )


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
