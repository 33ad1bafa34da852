"""BRB, Banco de Brasília (070).

Sources: tests of kivanio/brcobranca with the bank's table of the barcode in its notes, ACBr's unit. Incremento (3),
agência (3), conta (7), modalidade (1: 1 and 2 the beneficiary prints, 3 the bank), sequence (6), ``070`` and the two
ASBACE digits. The last twelve are the nosso número; its digits depend on the whole campo livre.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import limited, require
from finbank_desktop.bancos.duplo_digito import duplo_digito
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.remessas.brb import REMESSA
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

CODIGO = "070"
TAMANHO_NUMERO = 10
_REGISTRADA = "2"


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*; incremento 000 and modalidade 2 unless given."""
    incremento = require(dados, "incremento", 3, padrao="000")
    agencia, conta = limited(dados, "agencia", 3), require(dados, "conta", 7)
    modalidade = require(dados, "carteira", 1, padrao=_REGISTRADA)
    numero = modalidade + require(dados, "nosso_numero", 6) + CODIGO
    livre = incremento + agencia + conta + numero
    dv = duplo_digito(livre)
    return Calculo(
        campo_livre=livre + dv,
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=numero + dv,
        agencia_codigo_beneficiario=f"000 - {agencia} - {conta}",
        carteira_impressa=modalidade,
    )


BANCO = build_banco(
    CODIGO,
    "BRB",
    dv="1",
    calculate=calculate,
    nosso_numero_chave=keyed(TAMANHO_NUMERO, dvs=2),
    remessa=REMESSA,
)
