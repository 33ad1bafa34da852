"""Banco do Nordeste (004).

Sources: BNB, "Cobrança eletrônica, código de barras" and "Leiaute CNAB 400" v2.0 (tipos de operação in place of the
carteira); tests of kivanio/brcobranca. The number's digit is módulo 11 with weights 2 to 8.

Remessas are written in CNAB 400 only: BoletoNetCore's CNAB 240 of this bank writes segment A, a debit, not cobrança.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import dv_zero, fit, limited, require
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.remessas import nordeste as remessa
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

TAMANHO_NUMERO = 7
_TIPO_OPERACAO = {"01": "21", "02": "41", "04": "21", "05": "41", "06": "31", "I": "51"}
"""Tipo de operação of the barcode by the carteira of CNAB 400 (ACBr)."""


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*."""
    agencia, conta = limited(dados, "agencia", 4), require(dados, "conta", 7)
    conta_dv, numero = require(dados, "conta_dv", 1), require(dados, "nosso_numero", TAMANHO_NUMERO)
    carteira = fit("carteira", _TIPO_OPERACAO.get(dados.carteira.upper(), dados.carteira), 2)
    dv = dv_zero(numero, peso_maximo=8)
    return Calculo(
        campo_livre=agencia + conta + conta_dv + numero + dv + carteira + "000",
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"{numero}-{dv}",
        agencia_codigo_beneficiario=f"{agencia}/{conta}-{conta_dv}",
        carteira_impressa=carteira,
    )


BANCO = build_banco(
    "004",
    "Banco do Nordeste",
    dv="3",
    calculate=calculate,
    nosso_numero_chave=keyed(TAMANHO_NUMERO),
    remessa=remessa.REMESSA,
)
