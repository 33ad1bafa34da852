"""Ser Finance (530).

Source: BoletoNet/boletonet with tests and a real retorno, only. Agência (4), carteira (3: 110, 121 or 180), nosso
número (10), conta (7), ``0``; the number's digit is módulo 10 over agência, carteira and number, printed and in no
barcode. The source gives no digit after the bank's code: it is laravel-boleto's módulo 11.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import hyphenated, limited, require
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.bancos.remessas import ser_finance
from finbank_desktop.domain.boletos import Calculo, DadosCalculo
from finbank_desktop.domain.modulos import modulo_10

TAMANHO_NUMERO = 10
_CAMPO_240 = 20
"""CNAB 240 puts the carteira before the number."""
_CARTEIRAS = ("110", "121", "180")


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*."""
    agencia, conta = limited(dados, "agencia", 4), require(dados, "conta", 7)
    carteira, numero = require(dados, "carteira", 3), require(dados, "nosso_numero", TAMANHO_NUMERO)
    if carteira not in _CARTEIRAS:
        raise BancoError("carteira", f"a carteira da Ser Finance é {', '.join(_CARTEIRAS)}, não {carteira}")
    dv = str(modulo_10(agencia + carteira + numero))
    beneficiario = f"{hyphenated(agencia, dados.agencia_dv)} / {hyphenated(conta, dados.conta_dv)}"
    return Calculo(
        campo_livre=agencia + carteira + numero + conta + "0",
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"{carteira}/{numero}-{dv}",
        agencia_codigo_beneficiario=beneficiario,
        carteira_impressa=carteira,
    )


BANCO = build_banco(
    "530",
    "Ser Finance",
    dv="4",
    calculate=calculate,
    nosso_numero_chave=keyed(TAMANHO_NUMERO, campo=_CAMPO_240),
    remessa=ser_finance.REMESSA,
)
