"""The banks this program knows: five with remessas, the others as their modules give them."""

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
    conferencia,
    cora,
    credisan,
    credisis,
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
from finbank_desktop.bancos.remessas import banco_do_brasil as remessa_bb
from finbank_desktop.bancos.remessas import bradesco as remessa_bradesco
from finbank_desktop.bancos.remessas import caixa as remessa_caixa
from finbank_desktop.bancos.remessas import itau as remessa_itau
from finbank_desktop.bancos.remessas import sicoob as remessa_sicoob


class UnknownBancoError(LookupError):
    """No rules are known for a bank; the text is for the user."""

    def __init__(self, codigo: str) -> None:
        """Name the bank that was asked for."""
        conhecidos = ", ".join(banco.codigo for banco in todos())
        super().__init__(f"o banco {codigo or '(não informado)'} não é conhecido; os conhecidos são {conhecidos}")
        self.codigo = codigo


_COM_REMESSA = (
    Banco(
        codigo=banco_do_brasil.CODIGO,
        nome="Banco do Brasil",
        dv="9",
        calculate=banco_do_brasil.calculate,
        nosso_numero_chave=banco_do_brasil.nosso_numero_chave,
        remessa_header=remessa_bb.header,
        remessa_titulo=remessa_bb.titulo,
        check_convenio=conferencia.checker(banco_do_brasil.calculate, remessa_bb.titulo, formatos=("240", "400")),
    ),
    Banco(
        codigo=caixa.CODIGO,
        nome="Caixa Econômica Federal",
        dv="0",
        calculate=caixa.calculate,
        nosso_numero_chave=caixa.nosso_numero_chave,
        remessa_header=remessa_caixa.header,
        remessa_titulo=remessa_caixa.titulo,
        check_convenio=conferencia.checker(caixa.calculate, remessa_caixa.titulo, formatos=("240",)),
    ),
    Banco(
        codigo=bradesco.CODIGO,
        nome="Bradesco",
        dv="2",
        calculate=bradesco.calculate,
        nosso_numero_chave=bradesco.nosso_numero_chave,
        remessa_header=remessa_bradesco.header,
        remessa_titulo=remessa_bradesco.titulo,
        check_convenio=conferencia.checker(bradesco.calculate, remessa_bradesco.titulo, formatos=("400",)),
    ),
    Banco(
        codigo=itau.CODIGO,
        nome="Itaú Unibanco",
        dv="7",
        calculate=itau.calculate,
        nosso_numero_chave=itau.nosso_numero_chave,
        remessa_header=remessa_itau.header,
        remessa_titulo=remessa_itau.titulo,
        check_convenio=conferencia.checker(itau.calculate, remessa_itau.titulo, formatos=("400",)),
    ),
    Banco(
        codigo=sicoob.CODIGO,
        nome="Sicoob",
        dv="0",
        calculate=sicoob.calculate,
        nosso_numero_chave=sicoob.nosso_numero_chave,
        remessa_header=remessa_sicoob.header,
        remessa_titulo=remessa_sicoob.titulo,
        check_convenio=conferencia.checker(sicoob.calculate, remessa_sicoob.titulo, formatos=("240",)),
    ),
)
_SO_BOLETOS = (
    *(modulo.BANCO for modulo in (ailos, alfa, amazonia, asaas, banese, banestes, banrisul, brb, bs2, citibank, cora)),
    *(modulo.BANCO for modulo in (credisan, credisis, hsbc, inter, mercantil, nordeste, safra, santander, ser_finance)),
    *(modulo.BANCO for modulo in (sicredi, sulcredi, unibanco, vortx, votorantim)),
    *(banco for familia in (c6, familia_autbank, familia_bradesco, familia_real, unicred) for banco in familia.BANCOS),
)
_POR_CODIGO = {banco.codigo: banco for banco in sorted(_COM_REMESSA + _SO_BOLETOS, key=lambda banco: banco.codigo)}


def find(codigo: str) -> Banco:
    """Return the bank with that code.

    Raises:
        UnknownBancoError: Nobody here knows it.
    """
    banco = _POR_CODIGO.get(codigo)
    if banco is None:
        raise UnknownBancoError(codigo)
    return banco


def todos() -> tuple[Banco, ...]:
    """Return all banks, by code."""
    return tuple(_POR_CODIGO.values())
