"""Sicredi (748).

Sources: Sicredi, "Manual CNAB 240" and "Manual CNAB 400", ago/2019 (nosso número, campo livre); tests of
kivanio/brcobranca, BoletoNet/BoletoNetCore and Brunomm/br_boleto. Cobrança (1 with, 3 without registration), ``1``
for the carteira, nosso número (8) and its digit, agência (4), posto (2), código do beneficiário (5), ``1`` where
there is an amount, ``0`` and a digit over all of it.

Nosso número: year of issue (2), byte (1: 1 the cooperativa numbers, 2 to 9 the beneficiary), sequence (5). It may be
given as the sequence, with the byte, or whole.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import dv_zero, fit, limited, require
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.bancos.remessas import sicredi as remessa
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

TAMANHO_NUMERO = 8
_SEQUENCIAL = 5
_DO_BENEFICIARIO = "2"
_COM_REGISTRO, _SEM_REGISTRO = "1", "3"
_COBRANCAS = {"": _COM_REGISTRO, "A": _COM_REGISTRO, "1": _COM_REGISTRO, "01": _COM_REGISTRO, "3": _SEM_REGISTRO}


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*; byte 2 unless given, the conta for a missing código."""
    cobranca = _COBRANCAS.get(dados.carteira.upper())
    if cobranca is None:
        raise BancoError("carteira", f"a carteira do Sicredi é 1 (com registro) ou 3 (sem): {dados.carteira}")
    agencia, posto = limited(dados, "agencia", 4), limited(dados, "posto", 2)
    codigo = fit("codigo_beneficiario", dados.codigo_beneficiario or dados.conta, 5)
    numero = _numero(dados)
    dv = dv_zero(agencia + posto + codigo + numero)
    com_valor = "0" if dados.valor == 0 else "1"
    livre = cobranca + "1" + numero + dv + agencia + posto + codigo + com_valor + "0"
    return Calculo(
        campo_livre=livre + dv_zero(livre),
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"{numero[:2]}/{numero[2:]}-{dv}",
        agencia_codigo_beneficiario=f"{agencia}.{posto}.{codigo}",
        carteira_impressa=dados.carteira or cobranca,
    )


def nosso_numero_chave(raw: str, formato: str) -> str:
    """Return the eight digits before the check digit, also where zeros fill the field before them."""
    numero = raw.strip()
    return _CHAVE(numero.lstrip("0") if len(numero) > TAMANHO_NUMERO + 1 else numero, formato)


def _numero(dados: DadosCalculo) -> str:
    """Return the eight digits: a whole number as it is, a shorter one behind its year and byte."""
    numero = fit("nosso_numero", dados.nosso_numero, TAMANHO_NUMERO)
    largura = len(numero.lstrip("0"))
    if len(dados.nosso_numero) == TAMANHO_NUMERO and largura > _SEQUENCIAL:
        return numero
    if largura == _SEQUENCIAL + 2:
        mensagem = f"o nosso número do Sicredi tem 5 algarismos, 6 com o byte ou 8 com o ano: {dados.nosso_numero}"
        raise BancoError("nosso_numero", mensagem)
    byte = numero[2] if largura == _SEQUENCIAL + 1 else require(dados, "byte", 1, padrao=_DO_BENEFICIARIO)
    return _ano(dados) + byte + numero[-_SEQUENCIAL:]


def _ano(dados: DadosCalculo) -> str:
    if dados.ano_nosso_numero:
        return limited(dados, "ano_nosso_numero", 2)
    emissao = dados.data_documento or dados.data_processamento
    if emissao is None:
        raise BancoError("data_documento", "o nosso número do Sicredi começa pelo ano da emissão: falta a data")
    return f"{emissao:%y}"


_CHAVE = keyed(TAMANHO_NUMERO)
BANCO = build_banco(
    "748", "Sicredi", dv="X", calculate=calculate, nosso_numero_chave=nosso_numero_chave, remessa=remessa.REMESSA
)
