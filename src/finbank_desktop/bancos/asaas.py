"""Asaas (461).

Source: ACBr's unit only, which says itself that nobody explained the first fourteen digits: ``111`` and eleven zeros,
nosso número (9), carteira (2), usually 01.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import hyphenated, limited, require
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

TAMANHO_NUMERO = 9


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*; carteira 01 unless given."""
    numero, carteira = require(dados, "nosso_numero", TAMANHO_NUMERO), require(dados, "carteira", 2, padrao="01")
    agencia, conta = limited(dados, "agencia", 4), require(dados, "conta", 7)
    return Calculo(
        campo_livre="111" + "0" * 11 + numero + carteira,
        nosso_numero=numero,
        nosso_numero_impresso=numero,
        agencia_codigo_beneficiario=f"{agencia} / {hyphenated(str(int(conta)), dados.conta_dv)}",
        carteira_impressa=carteira,
    )


BANCO = build_banco("461", "Asaas", dv="8", calculate=calculate, nosso_numero_chave=keyed(TAMANHO_NUMERO, dvs=0))
