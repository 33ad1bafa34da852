"""CrediSIS (097).

Sources: CrediSIS, "Padronização do boleto" v1.0, mai/2017, annexes VIII and X, and "Layout CNAB 400" v1.1, jun/2017:
campo livre ``00000`` and the nosso número, which is ``097``, a digit of the beneficiary's CPF or CNPJ, agência (4),
convênio (6) and sequence (6). The digit is módulo 11 over the whole document; the multipliers end at 9 for a CPF and
at 8 for a CNPJ.

In doubt for a CNPJ: the manual has no example; kivanio/brcobranca quotes the 8 but reckons with 9, as BoletoNet/
BoletoNetCore does (which also leaves 0 as it is). The manual decides. The digit is the same in every boleto of a
beneficiary: one that the bank gave (`codigo_beneficiario_dv`) stands before any reckoning.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import dv_letra, fit, limited, require, strip_prefix
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.bancos.remessas import credisis as remessa
from finbank_desktop.domain.boletos import Calculo, DadosCalculo
from finbank_desktop.domain.modulos import modulo_11

CODIGO = "097"
TAMANHO_NUMERO = 20
_CPF, _CNPJ = 11, 14
_PESO_MAXIMO = {_CPF: 9, _CNPJ: 8}
_SEQUENCIAL = 6
_DEZ = 10


def dv_documento(documento: str) -> str:
    """Return the digit of a CPF or CNPJ given with its own check digits; 0, 10 and 11 become 1.

    >>> dv_documento("12345678912")
    '5'
    """
    digitos = fit("beneficiario_documento", documento, _CNPJ)
    if len(documento) not in _PESO_MAXIMO:
        raise BancoError("beneficiario_documento", f"o CPF tem 11 algarismos e o CNPJ 14: {documento}")
    dv = modulo_11(digitos[-len(documento) :], peso_maximo=_PESO_MAXIMO[len(documento)])
    return "1" if dv >= _DEZ else str(dv)


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*."""
    agencia, convenio = limited(dados, "agencia", 4), limited(dados, "convenio", 6)
    carteira, conta = require(dados, "carteira", 2, padrao="18"), require(dados, "conta", 7)
    dv = dados.codigo_beneficiario_dv or dv_documento(dados.beneficiario_documento)
    prefixo = CODIGO + fit("codigo_beneficiario_dv", dv, 1) + agencia + convenio
    numero = prefixo + fit("nosso_numero", strip_prefix(dados.nosso_numero, prefixo, _SEQUENCIAL), _SEQUENCIAL)
    agencia_dv, conta_dv = dados.agencia_dv or dv_letra(agencia, "X"), dados.conta_dv or dv_letra(conta, "X")
    return Calculo(
        campo_livre="00000" + numero,
        nosso_numero=numero,
        nosso_numero_impresso=numero,
        agencia_codigo_beneficiario=f"{agencia}-{agencia_dv} / {conta}-{conta_dv}",
        carteira_impressa=carteira,
    )


BANCO = build_banco(
    CODIGO,
    "CrediSIS",
    dv="3",
    calculate=calculate,
    nosso_numero_chave=keyed(TAMANHO_NUMERO, dvs=0),
    remessa=remessa.REMESSA,
)
