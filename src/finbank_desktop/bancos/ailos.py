"""Ailos, formerly Cecred (085).

Sources: Ailos, "Manual técnico de cobrança bancária, CNAB 240" (nosso número: conta with its digit and nine digits);
tests of kivanio/brcobranca, BoletoNet/BoletoNetCore and Brunomm/br_boleto. Campo livre: convênio (6), nosso número
(17), carteira (2). The agência's digit is Banco do Brasil's, the conta's módulo 11 with 0 for 10 and 11.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import dv_letra, dv_zero, fit, limited, require, strip_prefix
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.remessas import ailos as remessa
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

TAMANHO_NUMERO = 17
_SEQUENCIAL = 9


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*."""
    conta = require(dados, "conta", 7)
    convenio, carteira = limited(dados, "convenio", 6), require(dados, "carteira", 2, padrao="01")
    conta_dv = fit("conta_dv", dados.conta_dv or dv_zero(conta), 1)
    prefixo = conta + conta_dv
    numero = prefixo + fit("nosso_numero", strip_prefix(dados.nosso_numero, prefixo, _SEQUENCIAL), _SEQUENCIAL)
    return Calculo(
        campo_livre=convenio + numero + carteira,
        nosso_numero=numero,
        nosso_numero_impresso=numero,
        agencia_codigo_beneficiario=f"{_agencia(dados)}{conta}-{conta_dv}",
        carteira_impressa=carteira,
    )


def _agencia(dados: DadosCalculo) -> str:
    """Return how the agência is printed; it stands in no barcode and may be missing."""
    if not dados.agencia:
        return ""
    agencia = limited(dados, "agencia", 4)
    return f"{agencia}-{dados.agencia_dv or dv_letra(agencia, 'X')} / "


BANCO = build_banco(
    "085",
    "Ailos",
    dv="1",
    calculate=calculate,
    nosso_numero_chave=keyed(TAMANHO_NUMERO, dvs=0),
    remessa=remessa.REMESSA,
)
