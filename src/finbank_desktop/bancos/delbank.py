"""Delbank, formerly Delcred (435).

Source: eduardokum/laravel-boleto only. Agência (4), the first two digits of the carteira (112 or 121), nosso número
(11), conta (7), ``0``; the number's digit is módulo 10 over agência, carteira (3) and number (10), as in the Autbank
family: the retorno of the source's tests agrees with it. That family's campo livre would hold the carteira whole, the
operação and that digit: which of both Delbank means is not published, try a boleto with the bank first. The digit
after the bank's code is the source's módulo 11.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import hyphenated, limited, require
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.bancos.remessas import familia_autbank
from finbank_desktop.domain.boletos import Calculo, DadosCalculo
from finbank_desktop.domain.modulos import modulo_10

TAMANHO_NUMERO = 10
_CARTEIRAS = ("112", "121")
_AGENCIA = "0019"
"""The source reckons the digit with this one, whatever the agência; boletos of another are refused."""


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*."""
    agencia, conta = limited(dados, "agencia", 4), require(dados, "conta", 7)
    carteira, numero = require(dados, "carteira", 3), require(dados, "nosso_numero", TAMANHO_NUMERO)
    if carteira not in _CARTEIRAS:
        raise BancoError("carteira", f"a carteira do Delbank é {' ou '.join(_CARTEIRAS)}, não {carteira}")
    if agencia != _AGENCIA:
        raise BancoError("agencia", f"a agência do Delbank é a {_AGENCIA}, não a {agencia}")
    dv = str(modulo_10(agencia + carteira + numero))
    return Calculo(
        campo_livre=agencia + carteira[:2] + numero.zfill(11) + conta + "0",
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"{carteira[:2]} / {numero}-{dv}",
        agencia_codigo_beneficiario=f"{hyphenated(agencia, dados.agencia_dv)} / {hyphenated(conta, dados.conta_dv)}",
        carteira_impressa=carteira,
    )


BANCO = build_banco(
    "435",
    "Delbank",
    dv="9",
    calculate=calculate,
    nosso_numero_chave=keyed(TAMANHO_NUMERO),
    remessa=familia_autbank.DELBANK,
)
