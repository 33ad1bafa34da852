"""Citibank (745).

Sources: Citibank, "Manual técnico operacional de cobrança" V.6 and "Manual CNAB 400" 1.16; tests of
kivanio/brcobranca. Product (1: 3 cobrança, 4 insurance), portfólio (3), conta Cosmos without its first digit (9),
nosso número (11) and its digit. The conta Cosmos is the código do beneficiário.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import dv_zero, require
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.remessas.citibank import REMESSA
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

TAMANHO_NUMERO = 11
_COBRANCA = "3"


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*; product 3 unless the carteira says 4."""
    produto, portfolio = require(dados, "carteira", 1, padrao=_COBRANCA), require(dados, "portfolio", 3)
    codigo, numero = require(dados, "codigo_beneficiario", 10), require(dados, "nosso_numero", TAMANHO_NUMERO)
    dv = dv_zero(numero)
    return Calculo(
        campo_livre=produto + portfolio + codigo[1:] + numero + dv,
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"{numero}.{dv}",
        agencia_codigo_beneficiario=f"{require(dados, 'agencia', 4)} / {codigo}",
        carteira_impressa=produto,
    )


BANCO = build_banco(
    "745", "Citibank", dv="5", calculate=calculate, nosso_numero_chave=keyed(TAMANHO_NUMERO), remessa=REMESSA
)
