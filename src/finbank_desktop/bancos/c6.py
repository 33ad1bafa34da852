"""C6 (336) and Pefisa (174): one form.

Sources: tests of BoletoNet/boletonet, Maxwbh/brcobranca and Maxwbh/pyCobranca for 336; ACBr for both. Código do
beneficiário (12), nosso número (10), carteira (2) and who prints: ``3`` the bank, ``4`` the beneficiary. The number's
digit (Bradesco's over carteira and number) is printed, by boletonet not at all, and stands in no barcode.

Who prints: laravel-boleto and Maxwbh tell it from the carteira (10, 30 and 60 the bank), ACBr and boletonet from the
contract. A modalidade 3 or 4 decides; without one the carteira does.
"""

from finbank_desktop.bancos.bradesco import dv_base_7
from finbank_desktop.bancos.chave import DVS, keyed
from finbank_desktop.bancos.digitos import fit, require
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.bancos.remessas import c6 as remessas
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

TAMANHO_NUMERO = 10
_COM_ZERO = 12
"""A zero, number and digit: how files carry the number of both banks."""
BANCO_EMITE, CLIENTE_EMITE = "3", "4"


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what C6's rules make of *dados*."""
    numero, carteira = require(dados, "nosso_numero", TAMANHO_NUMERO), require(dados, "carteira", 2)
    codigo = fit("codigo_beneficiario", dados.codigo_beneficiario or dados.convenio, 12)
    emissao = dados.modalidade or (BANCO_EMITE if carteira in remessas.PELO_BANCO else CLIENTE_EMITE)
    dv = dv_base_7(carteira + numero)
    return Calculo(
        campo_livre=codigo + numero + carteira + _emissao(emissao),
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"{numero}-{dv}",
        agencia_codigo_beneficiario=f"{fit('agencia', dados.agencia or '1', 4)} / {codigo}",
        carteira_impressa=carteira,
    )


def calculate_pefisa(dados: DadosCalculo) -> Calculo:
    """Return what Pefisa's rules make of *dados*: the beneficiary prints unless the modalidade says otherwise."""
    numero, carteira = require(dados, "nosso_numero", TAMANHO_NUMERO), require(dados, "carteira", 2)
    codigo, agencia = require(dados, "codigo_beneficiario", 12), require(dados, "agencia", 4)
    dv = dv_base_7(carteira + numero)
    return Calculo(
        campo_livre=codigo + numero + carteira + _emissao(dados.modalidade or CLIENTE_EMITE),
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"0{carteira}{numero} {dv}",
        agencia_codigo_beneficiario=f"{agencia}/{codigo}",
        carteira_impressa=carteira,
    )


def nosso_numero_chave(raw: str, formato: str) -> str:  # noqa: ARG001 - only CNAB 400 exists
    """Return the ten digits that a retorno puts a zero before and perhaps the check digit after."""
    campo = raw.strip()
    numero, resto = campo[1 : TAMANHO_NUMERO + 1], campo[TAMANHO_NUMERO + 1 :]
    conhecido = campo.startswith("0") and len(numero) == TAMANHO_NUMERO and numero.isascii() and numero.isdigit()
    return numero if conhecido and len(resto) <= 1 and resto in DVS else ""


def _emissao(valor: str) -> str:
    if valor not in (BANCO_EMITE, CLIENTE_EMITE):
        raise BancoError("modalidade", f"a modalidade diz quem emite o boleto, 3 o banco ou 4 o cliente: {valor}")
    return valor


BANCOS = (
    build_banco(
        "174",
        "Pefisa",
        dv="0",
        calculate=calculate_pefisa,
        nosso_numero_chave=keyed(TAMANHO_NUMERO, campo=_COM_ZERO),
        remessa=remessas.PEFISA,
    ),
    build_banco(
        "336",
        "C6 Bank",
        dv="0",
        calculate=calculate,
        nosso_numero_chave=nosso_numero_chave,
        remessa=remessas.C6,
    ),
)
