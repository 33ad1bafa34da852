"""Bradesco (237).

Source: Bradesco, "Manual operacional, cobrança escritural, layout de arquivo CNAB 400" (campo livre; nosso número under
módulo 11, base 7, over carteira and number; branch and account digits alike).
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import dv_letra, require
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.remessas import bradesco as remessa
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

CODIGO = "237"
TAMANHO_NUMERO = 11
CAMPO_240 = 20
"""CNAB 240 puts carteira and zeros before number and digit, and BTG's retornos zeros alone."""


def dv_base_7(digitos: str) -> str:
    """Return Bradesco's check digit: módulo 11 with weights 2 to 7, ``P`` for 10 and 0 for 11."""
    return dv_letra(digitos, "P", peso_maximo=7)


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*."""
    agencia, conta = require(dados, "agencia", 4), require(dados, "conta", 7)
    carteira, numero = require(dados, "carteira", 2), require(dados, "nosso_numero", TAMANHO_NUMERO)
    dv = dv_base_7(carteira + numero)
    agencia_dv = dados.agencia_dv or dv_base_7(agencia)
    conta_dv = dados.conta_dv or dv_base_7(conta)
    return Calculo(
        campo_livre=agencia + carteira + numero + conta + "0",
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"{carteira}/{numero}-{dv}",
        agencia_codigo_beneficiario=f"{agencia}-{agencia_dv} / {conta}-{conta_dv}",
        carteira_impressa=carteira,
    )


BANCO = build_banco(
    CODIGO,
    "Bradesco",
    dv="2",
    calculate=calculate,
    nosso_numero_chave=keyed(TAMANHO_NUMERO, campo=CAMPO_240),
    remessa=remessa.REMESSA,
)
