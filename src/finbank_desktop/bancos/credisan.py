"""Credisan (089).

Source: ACBr's unit only. Carteira (1), agência (4), modalidade (2), conta (7), nosso número (8), parcela (3). The
number has seven digits; its own digit (módulo 11 with weights 9 to 2, 10 is X) is printed and stands in no barcode.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import dv_letra, hyphenated, limited, require
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.remessas import credisan as remessa
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

TAMANHO_NUMERO = 7
_CAMPO_400 = 12
"""CNAB 400 right-aligns number and digit in this many positions."""


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*; parcela 001 unless given."""
    carteira, agencia = require(dados, "carteira", 1), limited(dados, "agencia", 4)
    modalidade, conta = require(dados, "modalidade", 2), require(dados, "conta", 7)
    numero, parcela = require(dados, "nosso_numero", TAMANHO_NUMERO), require(dados, "parcela", 3, padrao="001")
    dv = dv_letra(numero, "X")
    beneficiario = f"{hyphenated(agencia, dados.agencia_dv)}/{hyphenated(str(int(conta)), dados.conta_dv)}"
    return Calculo(
        campo_livre=carteira + agencia + modalidade + conta + numero.zfill(8) + parcela,
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"{carteira.zfill(2)} / {numero}-{dv}",
        agencia_codigo_beneficiario=beneficiario,
        carteira_impressa=carteira.zfill(2),
    )


BANCO = build_banco(
    "089",
    "Credisan",
    dv="2",
    calculate=calculate,
    nosso_numero_chave=keyed(TAMANHO_NUMERO, campo=_CAMPO_400),
    remessa=remessa.REMESSA,
)
