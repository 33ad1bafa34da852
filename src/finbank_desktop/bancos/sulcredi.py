"""Sulcredi (322).

Source: ACBr's unit only. ``01000`` and the nosso número: convênio (7), ``9`` for a boleto that comes by file, sequence
(11) and the módulo 10 of all three.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import fit, limited, require, strip_prefix
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.remessas import sulcredi as remessa
from finbank_desktop.domain.boletos import Calculo, DadosCalculo
from finbank_desktop.domain.modulos import modulo_10

TAMANHO_NUMERO = 19
_POR_ARQUIVO = "9"
_SEQUENCIAL = 11


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*."""
    agencia, prefixo = limited(dados, "agencia", 4), require(dados, "convenio", 7) + _POR_ARQUIVO
    numero = prefixo + fit("nosso_numero", strip_prefix(dados.nosso_numero, prefixo, _SEQUENCIAL), _SEQUENCIAL)
    dv = str(modulo_10(numero))
    return Calculo(
        campo_livre="01000" + numero + dv,
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"{numero}-{dv}",
        agencia_codigo_beneficiario=f"{agencia}/{dados.conta}",
        carteira_impressa=dados.carteira,
    )


BANCO = build_banco(
    "322", "Sulcredi", dv="0", calculate=calculate, nosso_numero_chave=keyed(TAMANHO_NUMERO), remessa=remessa.REMESSA
)
