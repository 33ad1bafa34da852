"""Banco Semear (743).

Source: BoletoNet/boletonet only. Agência (4), carteira (2), nosso número (11), conta (7), and a last digit of which
the source says two things: ``0`` in its barcode, the account's digit in its linha digitável (and 8 in its one sample
of a campo livre). A boleto is made where both are the same, an account whose digit is 0; any other is refused until
the bank says which it is. The number's digit is módulo 11, printed and in no barcode. Only carteira 02 is made there.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import dv_letra, hyphenated, limited, require
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

TAMANHO_NUMERO = 11
_CARTEIRA = "02"
_SEM_DUVIDA = "0"


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*."""
    agencia, conta = limited(dados, "agencia", 4), require(dados, "conta", 7)
    carteira, numero = require(dados, "carteira", 2), require(dados, "nosso_numero", TAMANHO_NUMERO)
    if carteira != _CARTEIRA:
        raise BancoError("carteira", f"a carteira do Semear que se conhece é a {_CARTEIRA}, não a {carteira}")
    if require(dados, "conta_dv", 1) != _SEM_DUVIDA:
        motivo = "a fonte não é clara sobre o fim do código de barras do Semear quando o dígito da conta não é 0"
        raise BancoError("conta_dv", f"{motivo}; peça ao banco um boleto pronto e avise-nos")
    dv = dv_letra(numero, "P")
    return Calculo(
        campo_livre=agencia + carteira + numero + conta + _SEM_DUVIDA,
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"{numero}-{dv}",
        agencia_codigo_beneficiario=f"{hyphenated(agencia, dados.agencia_dv)} / {hyphenated(conta, dados.conta_dv)}",
        carteira_impressa=carteira,
    )


BANCO = build_banco("743", "Banco Semear", dv="9", calculate=calculate, nosso_numero_chave=keyed(TAMANHO_NUMERO))
