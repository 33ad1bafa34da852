"""Safra (422).

Sources: Safra, "Cobrança, layout CNAB 400", 2016 (campo livre, nosso número); tests of kivanio/brcobranca and
BoletoNet/BoletoNetCore. ``7``, agência with its digit (5), conta with its digit (9), nosso número with its digit (9),
``2`` for registered. The number's digit is módulo 11 where a remainder of 0 gives 1 and a remainder of 1 gives 0.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import fit, require, with_dv
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.bancos.remessas.safra import REMESSA
from finbank_desktop.domain.boletos import Calculo, DadosCalculo
from finbank_desktop.domain.modulos import modulo_11

TAMANHO_NUMERO = 8
_AGENCIA = 5
_REGISTRADA = "2"


def dv_safra(numero: str) -> str:
    """Return the number's check digit.

    >>> dv_safra("26173001"), dv_safra("93199999")
    ('1', '5')
    """
    return {10: "0", 11: "1"}.get(dv := modulo_11(numero), str(dv))


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*; agência and number may come with their digits."""
    junta = len(dados.agencia) == _AGENCIA and not dados.agencia_dv
    agencia = fit("agencia", dados.agencia, _AGENCIA) if junta else with_dv(dados, "agencia", _AGENCIA)
    conta, numero = with_dv(dados, "conta", 9), _numero(dados)
    dv = dv_safra(numero)
    return Calculo(
        campo_livre="7" + agencia + conta + numero + dv + _REGISTRADA,
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"{numero}-{dv}",
        agencia_codigo_beneficiario=f"{agencia} / {conta}",
        carteira_impressa=dados.carteira,
    )


def _numero(dados: DadosCalculo) -> str:
    completo = dados.nosso_numero
    if len(completo) != TAMANHO_NUMERO + 1:
        return require(dados, "nosso_numero", TAMANHO_NUMERO)
    numero = fit("nosso_numero", completo[:-1], TAMANHO_NUMERO)
    if completo[-1] != dv_safra(numero):
        raise BancoError("nosso_numero", f"o último algarismo não é o dígito de {numero}: {completo}")
    return numero


BANCO = build_banco(
    "422", "Safra", dv="7", calculate=calculate, nosso_numero_chave=keyed(TAMANHO_NUMERO), remessa=REMESSA
)
