"""Mercantil do Brasil (389).

Source: ACBr's unit, and BoletoNet/boletonet for the order of the parts. Agência (4), modalidade (2), carteira (2),
number (6) and the módulo 11 of these; contrato (9); ``2``. The peers differ in the modalidade they assume (22, 05)
and in how they fill a short contrato, so both must be given in full. The last digit is 0 for a boleto with a discount
in ACBr, which doubts it itself, and always 2 in boletonet: titles with a discount are refused by the remessa.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import dv_zero, fit, limited, require, strip_prefix
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.bancos.remessas import mercantil
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

TAMANHO_NUMERO = 10
_SEQUENCIAL = 6
_CONTRATO = 9
_SEM_DESCONTO = "2"


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*."""
    agencia, contrato = limited(dados, "agencia", 4), require(dados, "codigo_beneficiario", _CONTRATO)
    if len(dados.codigo_beneficiario) != _CONTRATO:
        raise BancoError("codigo_beneficiario", f"informe os nove algarismos do contrato: {dados.codigo_beneficiario}")
    prefixo = require(dados, "modalidade", 2) + require(dados, "carteira", 2)
    numero = prefixo + fit("nosso_numero", strip_prefix(dados.nosso_numero, prefixo, _SEQUENCIAL), _SEQUENCIAL)
    dv = dv_zero(agencia + numero)
    return Calculo(
        campo_livre=agencia + numero + dv + contrato + _SEM_DESCONTO,
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"{numero}-{dv}",
        agencia_codigo_beneficiario=f"{agencia}/{contrato}",
        carteira_impressa=prefixo[2:],
    )


BANCO = build_banco(
    "389",
    "Mercantil do Brasil",
    dv="1",
    calculate=calculate,
    nosso_numero_chave=keyed(TAMANHO_NUMERO),
    remessa=mercantil.REMESSA,
)
