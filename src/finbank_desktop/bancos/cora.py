"""Cora (403).

Source: ACBr's unit only. ``00000``, the first eight digits of the beneficiary's CNPJ, nosso número (10), carteira
(2). A CNPJ with letters has no place in a barcode and is refused.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import fit, require, strip_prefix
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

TAMANHO_NUMERO = 18
_RAIZ, _CNPJ = 8, 14
_SEQUENCIAL = 10


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*; carteira 01 unless given."""
    cnpj = fit("beneficiario_documento", dados.beneficiario_documento, _CNPJ)
    if len(dados.beneficiario_documento) != _CNPJ:
        raise BancoError("beneficiario_documento", "os boletos da Cora levam o CNPJ do beneficiário, de 14 algarismos")
    raiz, carteira = cnpj[:_RAIZ], require(dados, "carteira", 2, padrao="01")
    numero = raiz + fit("nosso_numero", strip_prefix(dados.nosso_numero, raiz, _SEQUENCIAL), _SEQUENCIAL)
    return Calculo(
        campo_livre="00000" + numero + carteira,
        nosso_numero=numero,
        nosso_numero_impresso=numero,
        agencia_codigo_beneficiario=require(dados, "agencia", 4),
        carteira_impressa=carteira,
    )


BANCO = build_banco("403", "Cora", dv="9", calculate=calculate, nosso_numero_chave=keyed(TAMANHO_NUMERO, dvs=0))
