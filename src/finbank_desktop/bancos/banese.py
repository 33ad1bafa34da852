"""Banese (047).

Source: ACBr's unit only. Agência (2), conta (8) and its digit, nosso número (8) and its digit, ``047`` and the two
ASBACE digits; the number's digit is módulo 11 over the agência in three digits and the number.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import dv_zero, limited, require, with_dv
from finbank_desktop.bancos.duplo_digito import duplo_digito
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.remessas import banese as remessa
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

CODIGO = "047"
TAMANHO_NUMERO = 8


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*."""
    agencia, conta = limited(dados, "agencia", 2), with_dv(dados, "conta", 9)
    numero = require(dados, "nosso_numero", TAMANHO_NUMERO)
    dv = dv_zero(agencia.zfill(3) + numero)
    livre = agencia + conta + numero + dv + CODIGO
    return Calculo(
        campo_livre=livre + duplo_digito(livre),
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"{numero}-{dv}",
        agencia_codigo_beneficiario=f"{agencia}/{conta}",
        carteira_impressa=dados.carteira,
    )


BANCO = build_banco(
    CODIGO, "Banese", dv="7", calculate=calculate, nosso_numero_chave=keyed(TAMANHO_NUMERO), remessa=remessa.REMESSA
)
