"""Lines that are balances and no movements: *Saldo Anterior*, *SALDO DIA*, *S A L D O* and so on.

Sources: Banco do Brasil, Caixa, Itaú and Bradesco write them among the transactions, some with an empty FITID.
"""

import re

from finbank_desktop.domain.extratos import normalize

_BEGINS = re.compile(r"\W*(?:s ?a ?l ?d ?o|sdo)(?![a-z])", re.IGNORECASE)
# A line is a balance when nothing but these words stands in it: "SALDO DE SALÁRIO" is a payment.
_WORDS = frozenset(
    "SALDO SDO ANTERIOR ANT DO DA DE NO NA EM E DIA DIARIO FINAL INICIAL ATUAL TOTAL PARCIAL DISPONIVEL DISP BLOQUEADO "  # noqa: SIM905 - words, read at one glance
    "BLOQ CONTA CTA CORRENTE C CC POUPANCA INVEST INVESTIMENTO INVESTIMENTOS APLIC APLICACAO APLICACOES APL AUT "
    "AUTOMATICA AUTOMATICAS MAIS LIMITE CREDOR DEVEDOR CONTABIL LIQUIDO LIVRE MES PERIODO PARA SAQUE R RS D".split()
)
_BEFORE = frozenset({"ANTERIOR", "ANT", "INICIAL"})


def is_saldo(texto: str) -> bool:
    """Whether *texto* names a balance.

    >>> is_saldo("S A L D O"), is_saldo("Saldo do dia 05/06"), is_saldo("SALDO DE SALARIO"), is_saldo("TED SALDO")
    (True, True, False, False)
    """
    return _BEGINS.match(texto) is not None and all(word in _WORDS or word.isdecimal() for word in _words(texto))


def is_anterior(texto: str) -> bool:
    """Whether *texto*, which names a balance, names the one before the first line."""
    return not _BEFORE.isdisjoint(_words(texto))


def _words(texto: str) -> list[str]:
    return normalize(texto).replace("S A L D O", "SALDO").split()
