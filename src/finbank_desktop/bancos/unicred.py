"""Unicred: do Brasil (136) and Central RS (091).

Sources: Unicred, "Composição da ficha de compensação", dez/2019, items 3.10 and 3.11, and tests of kivanio/brcobranca
for 136; ACBr's unit only for 091. Both: agência (4), conta with its digit (10), nosso número (10) and its digit. In
136 the digit covers the number with weights 2 to 9; in 091 carteira and number with weights 2 to 7.

The digit of a conta given without one is the módulo 11 of tests of Brunomm/br_boleto and eduardokum/laravel-boleto,
for 136; 091 needs it given.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import dv_zero, fit, limited, require
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.remessas import unicred, unicred_rs
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

TAMANHO_NUMERO = 10
_CAMPO_400 = 17
"""CNAB 400 right-aligns number and digit in this many digits."""


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the rules of Unicred do Brasil make of *dados*; carteira 21, the only one, unless given."""
    numero, conta = require(dados, "nosso_numero", TAMANHO_NUMERO), require(dados, "conta", 9)
    conta_dv = fit("conta_dv", dados.conta_dv or dv_zero(conta), 1)
    carteira = require(dados, "carteira", 2, padrao="21")
    return _montar(dados, conta + conta_dv, numero, dv_zero(numero), carteira=carteira, prefixo="")


def calculate_rs(dados: DadosCalculo) -> Calculo:
    """Return what the rules of Unicred Central RS make of *dados*."""
    numero, carteira = require(dados, "nosso_numero", TAMANHO_NUMERO), require(dados, "carteira", 2)
    conta = require(dados, "conta", 9) + require(dados, "conta_dv", 1)
    dv = dv_zero(carteira + numero, peso_maximo=7)
    return _montar(dados, conta, numero, dv, carteira=carteira, prefixo=f"{carteira}/")


def _montar(dados: DadosCalculo, conta: str, numero: str, dv: str, *, carteira: str, prefixo: str) -> Calculo:
    agencia = limited(dados, "agencia", 4)
    return Calculo(
        campo_livre=agencia + conta + numero + dv,
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"{prefixo}{numero}-{dv}",
        agencia_codigo_beneficiario=f"{agencia} / {conta[:-1]}-{conta[-1]}",
        carteira_impressa=carteira,
    )


_CHAVE = keyed(TAMANHO_NUMERO, campo=_CAMPO_400)
BANCOS = (
    build_banco(
        "091",
        "Unicred Central RS",
        dv="4",
        calculate=calculate_rs,
        nosso_numero_chave=_CHAVE,
        remessa=unicred_rs.REMESSA,
    ),
    build_banco("136", "Unicred", dv="8", calculate=calculate, nosso_numero_chave=_CHAVE, remessa=unicred.REMESSA),
)
