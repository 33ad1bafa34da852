"""Real (356) and Sudameris (347), both closed: their boletos are still reckoned.

Sources: eduardocereto/pyboleto (356, with tests) and BoletoNet/boletonet (both banks). Agência (4), conta (7), the
"digitão" (módulo 10 over number, agência and conta) and the nosso número (13). Code 275, which boletonet also gives to
Real, is left out: its barcodes begin with 356 there too.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import limited, require
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.protocol import Banco
from finbank_desktop.domain.boletos import Calculo, DadosCalculo
from finbank_desktop.domain.modulos import modulo_10

TAMANHO_NUMERO = 13


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the rules of both banks make of *dados*."""
    agencia, conta = limited(dados, "agencia", 4), require(dados, "conta", 7)
    numero = require(dados, "nosso_numero", TAMANHO_NUMERO)
    digitao = str(modulo_10(numero + agencia + conta))
    return Calculo(
        campo_livre=agencia + conta + digitao + numero,
        nosso_numero=numero,
        nosso_numero_impresso=numero,
        agencia_codigo_beneficiario=f"{agencia}/{conta}/{digitao}",
        carteira_impressa=dados.carteira,
    )


def _banco(codigo: str, nome: str, dv: str) -> Banco:
    chave = keyed(TAMANHO_NUMERO, dvs=0)
    return build_banco(codigo, nome, dv=dv, calculate=calculate, nosso_numero_chave=chave, encerrado=True)


BANCOS = (_banco("347", "Sudameris", "6"), _banco("356", "Banco Real", "5"))
