"""Santander (033).

Sources: Santander, "Layout de código de barras, cobrança" v34, set/2021 (campo livre, IOF, modalidades 101, 102,
201); "CNAB 400" H7800 v2.33 and "CNAB 240" H7815 (nosso número: 7 digits and its own in 400, 12 and its own in 240).
The short carteiras are ACBr's. A form of BoletoNet/BoletoNetCore with 13 digits and no check digit (variação 2)
contradicts the manual and is not made.
"""

from finbank_desktop.bancos.digitos import dv_zero, fit, hyphenated, require
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.remessas.santander import REMESSA
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

TAMANHO_NUMERO = 12
_TAMANHOS_RETORNO = frozenset((8, TAMANHO_NUMERO + 1))
_CURTAS = {"5": "101", "4": "102", "6": "201"}


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*; without a código do beneficiário the conta is taken for it."""
    codigo = fit("codigo_beneficiario", dados.codigo_beneficiario or dados.conta, 7)
    numero, iof = require(dados, "nosso_numero", TAMANHO_NUMERO), require(dados, "iof", 1, padrao="0")
    carteira = fit("carteira", _CURTAS.get(dados.carteira, dados.carteira), 3)
    dv = dv_zero(numero)
    return Calculo(
        campo_livre="9" + codigo + numero + dv + iof + carteira,
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"{numero}-{dv}",
        agencia_codigo_beneficiario=f"{hyphenated(dados.agencia, dados.agencia_dv)}/{codigo}",
        carteira_impressa=carteira,
    )


def nosso_numero_chave(raw: str, formato: str) -> str:  # noqa: ARG001 - the widths tell the formats apart
    """Return 12 digits: of CNAB 240's twelve and of CNAB 400's seven, each with its check digit."""
    numero = raw.strip()
    conhecido = len(numero) in _TAMANHOS_RETORNO and numero.isascii() and numero.isdigit()
    return numero[:-1].zfill(TAMANHO_NUMERO) if conhecido else ""


BANCO = build_banco(
    "033", "Santander", dv="7", calculate=calculate, nosso_numero_chave=nosso_numero_chave, remessa=REMESSA
)
