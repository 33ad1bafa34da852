"""The banks this program knows. A new one is a module with a `BANCO` and a line below."""

from finbank_desktop.bancos import (
    ailos,
    alfa,
    amazonia,
    asaas,
    banco_do_brasil,
    banese,
    banestes,
    banrisul,
    bradesco,
    brb,
    bs2,
    c6,
    caixa,
    citibank,
    cora,
    credisan,
    credisis,
    delbank,
    familia_autbank,
    familia_bradesco,
    familia_real,
    hsbc,
    inter,
    itau,
    mercantil,
    nordeste,
    safra,
    santander,
    semear,
    ser_finance,
    sicoob,
    sicredi,
    sulcredi,
    unibanco,
    unicred,
    vortx,
    votorantim,
)
from finbank_desktop.bancos.protocol import Banco


class UnknownBancoError(LookupError):
    """No rules are known for a bank; the text is for the user."""

    def __init__(self, codigo: str) -> None:
        """Name the bank that was asked for."""
        conhecidos = ", ".join(banco.codigo for banco in todos())
        super().__init__(f"o banco {codigo or '(não informado)'} não é conhecido; os conhecidos são {conhecidos}")
        self.codigo = codigo


_TODOS = (
    sicoob.BANCO,
    itau.BANCO,
    bradesco.BANCO,
    caixa.BANCO,
    banco_do_brasil.BANCO,
    ailos.BANCO,
    alfa.BANCO,
    amazonia.BANCO,
    asaas.BANCO,
    banese.BANCO,
    banestes.BANCO,
    banrisul.BANCO,
    brb.BANCO,
    bs2.BANCO,
    citibank.BANCO,
    cora.BANCO,
    credisan.BANCO,
    credisis.BANCO,
    delbank.BANCO,
    hsbc.BANCO,
    inter.BANCO,
    mercantil.BANCO,
    nordeste.BANCO,
    safra.BANCO,
    santander.BANCO,
    semear.BANCO,
    ser_finance.BANCO,
    sicredi.BANCO,
    sulcredi.BANCO,
    unibanco.BANCO,
    vortx.BANCO,
    votorantim.BANCO,
    *c6.BANCOS,
    *familia_autbank.BANCOS,
    *familia_bradesco.BANCOS,
    *familia_real.BANCOS,
    *unicred.BANCOS,
)
_POR_CODIGO = {banco.codigo: banco for banco in sorted(_TODOS, key=lambda banco: banco.codigo)}


def find(codigo: str) -> Banco:
    """Return the bank with that code.

    Raises:
        UnknownBancoError: Nobody here knows it.
    """
    banco = _POR_CODIGO.get(codigo)
    if banco is None:
        raise UnknownBancoError(codigo)
    return banco


def name_of(codigo: str) -> str:
    """Return the name of the bank with that code; empty when nobody here knows it.

    >>> name_of("341"), name_of("999")
    ('Itaú Unibanco', '')
    """
    banco = _POR_CODIGO.get(codigo)
    return banco.nome if banco else ""


def todos() -> tuple[Banco, ...]:
    """Return all banks, by code."""
    return tuple(_POR_CODIGO.values())


def atendidos(codigo: str) -> tuple[str, ...]:
    """Return the banks whose convênios' files come under the code *codigo*: itself, and those it is correspondent of.

    >>> atendidos("237"), atendidos("107")
    (('237', '107'), ('107',))
    """
    return (codigo, *(banco.codigo for banco in todos() if banco.emissor == codigo))
