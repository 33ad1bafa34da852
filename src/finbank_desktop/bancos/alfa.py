"""Banco Alfa (025).

Source: ACBr's unit only. Agência (4), carteira (2), nosso número (10) and its digit, conta with its digit (7), ``0``.
The digit is módulo 11 with weights 2 to 7 over the carteira and eleven digits of the number; carteiras 11, 21, 31 and
41 count as ``00``. ACBr drops what a conta has beyond seven digits; here it is refused.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import dv_zero, limited, require, with_dv
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.remessas import alfa
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

TAMANHO_NUMERO = 10
_CAMPO_400 = 12
"""CNAB 400 has eleven digits for the number, and the check digit."""
_CONTA_COMO_ZERO = frozenset(("11", "21", "31", "41"))


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*."""
    agencia, conta = limited(dados, "agencia", 4), with_dv(dados, "conta", 7)
    carteira, numero = require(dados, "carteira", 2), require(dados, "nosso_numero", TAMANHO_NUMERO)
    base = "00" if carteira in _CONTA_COMO_ZERO else carteira
    dv = dv_zero(base + numero.zfill(11), peso_maximo=7)
    return Calculo(
        campo_livre=agencia + carteira + numero + dv + conta + "0",
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"{numero}-{dv}",
        agencia_codigo_beneficiario=f"{agencia}/{conta}",
        carteira_impressa=carteira,
    )


BANCO = build_banco(
    "025",
    "Banco Alfa",
    dv="2",
    calculate=calculate,
    nosso_numero_chave=keyed(TAMANHO_NUMERO, campo=_CAMPO_400),
    remessa=alfa.REMESSA,
)
