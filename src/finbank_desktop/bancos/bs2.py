"""BS2 (218).

Source: ACBr's unit only. ``001``, código do beneficiário (10), nosso número (10) and its digit, ``8``. Where módulo 11
gives 10 or 11 the digit is 0 under the bank's layout 6 and later, as here, and was 1 under the layouts before it.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import dv_zero, limited, require
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.remessas import bs2 as remessa
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

TAMANHO_NUMERO = 10


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*."""
    agencia, codigo = limited(dados, "agencia", 4), require(dados, "codigo_beneficiario", 10)
    numero = require(dados, "nosso_numero", TAMANHO_NUMERO)
    dv = dv_zero(numero)
    return Calculo(
        campo_livre="001" + codigo + numero + dv + "8",
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"{numero}-{dv}",
        agencia_codigo_beneficiario=f"{agencia}/{dados.codigo_beneficiario}",
        carteira_impressa=dados.carteira,
    )


BANCO = build_banco(
    "218",
    "BS2",
    dv="6",
    calculate=calculate,
    nosso_numero_chave=keyed(TAMANHO_NUMERO),
    remessa=remessa.REMESSA,
)
