"""What each bank wants in its débito automático beside the positions: ``resources/debitos.toml``."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from finbank_desktop import resources
from finbank_desktop.domain.debitos import Consentimento

_PATH = "debitos.toml"
_PADRAO = "padrao"
_CAIXA = "caixa"
_NSGD = "1288"


@dataclass(frozen=True, slots=True, kw_only=True)
class Regras:
    """One bank's rules.

    Attributes:
        versao: The version of the 150 positions that its files usually have.
        conta: How the account is written there: ``corrida`` or ``caixa``.
        formatos: What is written for it, ``"150"`` or ``"240"``.
        moeda_tipo: G040 in the 240 positions, the currency in letters.
        sem_fundos: The answer that there was not money enough.
    """

    versao: str
    conta: str
    formatos: tuple[str, ...]
    moeda_tipo: str
    sem_fundos: str

    def cliente_banco(self, consentimento: Consentimento) -> str:
        """Return the account as the 150 positions have it (*identificação do cliente no banco*).

        Caixa, SIACC: operação (3), account (8) and digit; of operação 1288 (NSGD) account and digit in twelve.
        """
        conta, dv = consentimento.conta, consentimento.conta_dv
        if self.conta != _CAIXA:
            return conta + dv
        if consentimento.operacao in ("", _NSGD):
            return f"{conta + dv:0>12}"
        return f"{consentimento.operacao:0>3}{conta:0>8}{dv}"


@cache
def load(banco: str) -> Regras:
    """Return the rules of *banco*, three digits."""
    data = tomllib.loads(resources.read_text(_PATH))
    merged: dict[str, Any] = {**data[_PADRAO], **data.get(banco, {})}
    merged["formatos"] = tuple(merged["formatos"])
    return Regras(**merged)


@cache
def bancos() -> tuple[str, ...]:
    """Return the banks, by code, whose remessa of débito automático this program has a layout of."""
    data = tomllib.loads(resources.read_text(_PATH))
    return tuple(sorted(banco for banco in data if banco != _PADRAO and load(banco).formatos))


def split_cliente_banco(regras: Regras, texto: str) -> tuple[str, str, str]:
    """Return operação, account and check digit of an account as the bank writes it: `Regras.cliente_banco` undone.

    >>> split_cliente_banco(load("748"), "45678")
    ('', '4567', '8')
    >>> split_cliente_banco(load("104"), "013000045678")
    ('013', '4567', '8')
    """
    limpo = texto.strip()
    if regras.conta == _CAIXA:
        # operação 1288 (NSGD) has no room for itself: account and digit fill the twelve
        return limpo[:3], limpo[3:-1].lstrip("0"), limpo[-1:]
    return "", limpo[:-1], limpo[-1:]
