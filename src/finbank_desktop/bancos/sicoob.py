"""Sicoob (756).

Sources: Sicoob, "Layout CNAB 240 e boleto", fev/2017 (campo livre, código do cliente with its check digit), and its
sheet of the nosso número's digit: agência (4), código (10) and number (7) times 3, 1, 9, 7 in turn.
"""

from itertools import cycle

from finbank_desktop.bancos.digitos import fit, require
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.remessas import sicoob as remessa
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

CODIGO = "756"
TAMANHO_NUMERO = 7
_TAMANHO_CODIGO = 7
_MODULO = 11


def dv_3197(digitos: str) -> str:
    """Return Sicoob's check digit: weights 3, 1, 9, 7 from the left, módulo 11, 0 where the rest is 0 or 1."""
    resto = sum(int(digito) * peso for digito, peso in zip(digitos, cycle((3, 1, 9, 7)), strict=False)) % _MODULO
    return "0" if resto in (0, 1) else str(_MODULO - resto)


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*; modalidade 01, carteira 1 and parcela 001 unless given."""
    agencia, codigo = require(dados, "agencia", 4), _codigo(dados)
    carteira, modalidade = require(dados, "carteira", 1, padrao="1"), require(dados, "modalidade", 2, padrao="01")
    numero, parcela = require(dados, "nosso_numero", TAMANHO_NUMERO), require(dados, "parcela", 3, padrao="001")
    dv = dv_3197(agencia + codigo.zfill(10) + numero)
    return Calculo(
        campo_livre=carteira + agencia + modalidade + codigo + numero + dv + parcela,
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"{numero}-{dv}",
        agencia_codigo_beneficiario=f"{agencia} / {codigo}",
        carteira_impressa=carteira,
    )


def nosso_numero_chave(raw: str, formato: str) -> str:
    """Return seven digits: CNAB 240 starts with ten (nine and the check digit), CNAB 400 is eleven and the digit."""
    numero = raw.strip()
    numero = numero[:10] if formato == "240" else numero
    return numero[-TAMANHO_NUMERO - 1 : -1] if len(numero) > TAMANHO_NUMERO and numero.isdigit() else ""


def _codigo(dados: DadosCalculo) -> str:
    """Return seven digits, the check digit last, whether it came with the código or apart."""
    codigo = dados.codigo_beneficiario
    junto = len(codigo) == _TAMANHO_CODIGO and codigo.endswith(dados.codigo_beneficiario_dv)
    return fit("codigo_beneficiario", codigo if junto or not codigo else codigo + dados.codigo_beneficiario_dv, 7)


BANCO = build_banco(
    CODIGO,
    "Sicoob",
    dv="0",
    calculate=calculate,
    nosso_numero_chave=nosso_numero_chave,
    remessa=remessa.REMESSA,
)
