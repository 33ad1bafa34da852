"""Banestes (021).

Sources: Banestes, "Layout cobrança CNAB 400" (number and its two digits); kivanio/brcobranca (campo livre) and ACBr.
The digits' weights run on from 2 without starting again (2 to 9, then 2 to 10), as the manual says; brcobranca starts
again after 9, which changes the second digit of some printed numbers and never the barcode.

Tipo de cobrança, here the variação: 2 sem registro, 3 caucionada, 4 to 7 com registro. A conta without a digit beside
it is taken to end with its own; an account of ours must say which it is.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import dv_zero, limited, require, with_dv
from finbank_desktop.bancos.duplo_digito import duplo_digito
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.remessas.banestes import REMESSA
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

CODIGO = "021"
TAMANHO_NUMERO = 8
_SEM_VOLTA = 10
"""Weight of the ninth digit from the right; there is no tenth."""


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*."""
    agencia = limited(dados, "agencia", 4)
    conta = with_dv(dados, "conta", 11) if dados.conta_dv else require(dados, "conta", 11)
    tipo, numero = require(dados, "variacao", 1), require(dados, "nosso_numero", TAMANHO_NUMERO)
    livre = numero + conta + tipo + CODIGO
    primeiro = dv_zero(numero, peso_maximo=_SEM_VOLTA)
    dv = primeiro + dv_zero(numero + primeiro, peso_maximo=_SEM_VOLTA)
    return Calculo(
        campo_livre=livre + duplo_digito(livre),
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"{numero}-{dv}",
        agencia_codigo_beneficiario=f"{int(agencia)} / {int(conta)}",
        carteira_impressa=dados.carteira,
    )


BANCO = build_banco(
    CODIGO,
    "Banestes",
    dv="3",
    calculate=calculate,
    nosso_numero_chave=keyed(TAMANHO_NUMERO, dvs=2),
    remessa=REMESSA,
)
