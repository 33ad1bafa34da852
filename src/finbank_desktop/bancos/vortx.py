"""Vórtx (310).

Source: ACBr's unit only. Agência (4), conta with its digit (10), nosso número (11); the number's digit, módulo 11 with
weights 9 to 2 and 0 for 10, is printed and stands in no barcode. laravel-boleto makes Bradesco's campo livre of these
values (agência, carteira, number, conta of seven digits, 0): try a boleto with the bank first.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import dv_zero, hyphenated, limited, require, with_dv
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.remessas import vortx as remessa
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

TAMANHO_NUMERO = 11


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*."""
    agencia, conta = limited(dados, "agencia", 4), with_dv(dados, "conta", 10)
    numero = require(dados, "nosso_numero", TAMANHO_NUMERO)
    dv = dv_zero(numero)
    return Calculo(
        campo_livre=agencia + conta + numero,
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"{numero}-{dv}",
        agencia_codigo_beneficiario=f"{agencia}/{hyphenated(conta[:-1], conta[-1])}",
        carteira_impressa=dados.carteira,
    )


BANCO = build_banco(
    "310",
    "Vórtx",
    dv="7",
    calculate=calculate,
    nosso_numero_chave=keyed(TAMANHO_NUMERO),
    remessa=remessa.REMESSA,
)
