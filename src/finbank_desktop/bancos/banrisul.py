"""Banrisul (041).

Sources: Banrisul, "Cobrança, layout 400/240 posições" (campo livre, NC); tests of kivanio/brcobranca,
BoletoNet/BoletoNetCore and eduardocereto/pyboleto. Campo livre: ``2`` (the beneficiary prints), ``1``, agência (4),
código do beneficiário (7), nosso número (8), ``40`` and two digits.

The código has nine digits, the last two its own check digits; with the agência before it, thirteen. Where no código is
given the conta is taken for it.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import fit, limited, require
from finbank_desktop.bancos.duplo_digito import duplo_digito
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.bancos.remessas.banrisul import REMESSA
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

TAMANHO_NUMERO = 8
_COM_AGENCIA, _COM_DV = 13, 9
_TAMANHO_CODIGO = 7


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*."""
    agencia, numero = limited(dados, "agencia", 4), require(dados, "nosso_numero", TAMANHO_NUMERO)
    codigo, codigo_dv = _codigo(dados, agencia)
    livre = "21" + agencia + codigo + numero + "40"
    dv = duplo_digito(numero)
    digitos = f".{codigo_dv}" if codigo_dv else ""
    return Calculo(
        campo_livre=livre + duplo_digito(livre),
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"{numero}-{dv}",
        agencia_codigo_beneficiario=f"{agencia} / {codigo[:6]}.{codigo[6]}{digitos}",
        carteira_impressa=dados.carteira,
    )


def _codigo(dados: DadosCalculo, agencia: str) -> tuple[str, str]:
    """Return the seven digits and the check digits, where these were given."""
    codigo = dados.codigo_beneficiario
    if len(codigo) == _COM_AGENCIA:
        if not codigo.startswith(agencia):
            raise BancoError("codigo_beneficiario", f"o código do beneficiário é de outra agência: {codigo}")
        codigo = codigo[len(agencia) :]
    if len(codigo) == _COM_DV:
        return fit("codigo_beneficiario", codigo[:_TAMANHO_CODIGO], _TAMANHO_CODIGO), codigo[_TAMANHO_CODIGO:]
    return fit("codigo_beneficiario", codigo or dados.conta, _TAMANHO_CODIGO), dados.codigo_beneficiario_dv


BANCO = build_banco(
    "041",
    "Banrisul",
    dv="8",
    calculate=calculate,
    nosso_numero_chave=keyed(TAMANHO_NUMERO, dvs=2),
    remessa=REMESSA,
)
