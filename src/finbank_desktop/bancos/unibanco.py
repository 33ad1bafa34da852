"""Unibanco (409), closed: its boletos are still reckoned.

Source: BoletoNet/boletonet only (carteira 20). ``5``, código do cliente with its digit (7), ``00``, nosso número (14)
and its módulo 11, 0 for 10 and 11. The código's digit must be given: where módulo 11 gives 10 or 11 the source makes
it 1, which nobody confirms.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import dv_zero, fit, limited, require
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

TAMANHO_NUMERO = 14
_CODIGO = 7


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*."""
    agencia, numero = limited(dados, "agencia", 4), require(dados, "nosso_numero", TAMANHO_NUMERO)
    codigo = fit("codigo_beneficiario", dados.codigo_beneficiario + dados.codigo_beneficiario_dv, _CODIGO)
    if len(dados.codigo_beneficiario + dados.codigo_beneficiario_dv) != _CODIGO:
        raise BancoError("codigo_beneficiario", f"informe os sete algarismos do código, com o dígito: {codigo}")
    dv = dv_zero(numero)
    return Calculo(
        campo_livre="5" + codigo + "00" + numero + dv,
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"{numero}-{dv}",
        agencia_codigo_beneficiario=f"{agencia}/{codigo[:-1]}-{codigo[-1]}",
        carteira_impressa=dados.carteira,
    )


BANCO = build_banco(
    "409", "Unibanco", dv="2", calculate=calculate, nosso_numero_chave=keyed(TAMANHO_NUMERO), encerrado=True
)
