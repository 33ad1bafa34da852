"""Caixa Econômica Federal (104): SIGCB, and the SICOB it replaced.

Sources: Caixa, "Cobrança Bancária, Código de Barras SIGCB" (campo livre, módulo 11) and "Leiaute CNAB 240 SIGCB"
2016-2018 (six-digit codes); eduardokum/laravel-boleto Caixa.php for the seven-digit codes above 1100000 of 2019.
The SICOB form (no código do beneficiário, account of 11 digits) is that of eduardocereto/pyboleto's caixa.py.

Nosso número: modalidade (1 registered or 2 not, then 4 beneficiary prints or 1 bank prints) and 15 digits.
"""

from finbank_desktop.bancos.digitos import dv_zero, fit, require, strip_prefix
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.bancos.remessas import caixa_400
from finbank_desktop.bancos.remessas.caixa import CODIGO_LONGO
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

CODIGO = "104"
TAMANHO_NUMERO = 17
_MODALIDADES = {"RG": "14", "SR": "24", "SIG14": "14", "SIG24": "24", "14": "14", "24": "24", "11": "11", "21": "21"}
_IMPRESSA = {"1": "RG", "2": "SR"}


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*: SICOB when there is no código do beneficiário but an account."""
    if not dados.codigo_beneficiario and dados.conta:
        return _sicob(dados)
    modalidade = _modalidade(dados)
    agencia, codigo = require(dados, "agencia", 4), _codigo(dados)
    dv_codigo = require(dados, "codigo_beneficiario_dv", 1, padrao=dv_zero(codigo))
    numero = modalidade + fit("nosso_numero", strip_prefix(dados.nosso_numero, modalidade, 15), 15)
    frente = codigo + dv_codigo if len(codigo) == 6 else codigo  # noqa: PLR2004 - the old width
    livre = frente + numero[2:5] + numero[0] + numero[5:8] + numero[1] + numero[8:]
    dv = dv_zero(numero)
    return Calculo(
        campo_livre=livre + dv_zero(livre),
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"{numero}-{dv}",
        agencia_codigo_beneficiario=f"{agencia}/{codigo}-{dv_codigo}",
        carteira_impressa=_IMPRESSA[modalidade[0]],
    )


def nosso_numero_chave(raw: str, formato: str) -> str:  # noqa: ARG001 - both formats carry the same number
    """Return the 17 digits that start with the modalidade; retornos put the check digit after them, remessas do not."""
    numero = raw.strip().lstrip("0")
    inteiro = numero.isdigit() and len(numero) in (TAMANHO_NUMERO, TAMANHO_NUMERO + 1)
    return numero[:TAMANHO_NUMERO] if inteiro else ""


def _modalidade(dados: DadosCalculo) -> str:
    carteira, emissao = dados.carteira.upper(), dados.emissao
    if emissao.isdigit() and len(emissao) != 1:
        raise BancoError("emissao", f"a emissão tem um algarismo (1 banco, 4 beneficiário): {emissao}")
    if carteira in _IMPRESSA:
        return carteira + (emissao if emissao in ("1", "4") else "4")
    if emissao.isdigit() and carteira:
        raise BancoError("carteira", f"com a emissão à parte, a carteira tem um algarismo (1 ou 2): {carteira}")
    escrita = carteira or dados.modalidade
    if escrita not in _MODALIDADES:
        raise BancoError("carteira", f"a carteira da Caixa é RG (14) ou SR (24): {escrita or 'não informada'}")
    return _MODALIDADES[escrita]


def _codigo(dados: DadosCalculo) -> str:
    codigo = fit("codigo_beneficiario", dados.codigo_beneficiario, 7)
    if int(codigo) <= CODIGO_LONGO:
        return fit("codigo_beneficiario", codigo, 6)
    if dados.carteira in _IMPRESSA:
        # one-digit carteiras are of the manuals up to 2018, when every código had six digits
        raise BancoError("codigo_beneficiario", f"o código de 7 algarismos pede a carteira 14 ou 24: {codigo}")
    return codigo


def _sicob(dados: DadosCalculo) -> Calculo:
    agencia, numero = require(dados, "agencia", 4), require(dados, "nosso_numero", 10)
    conta = fit("conta", dados.operacao + dados.conta.zfill(8) if dados.operacao else dados.conta, 11)
    dv = dv_zero(numero)
    return Calculo(
        campo_livre=numero + agencia + conta,
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"{numero}-{dv}",
        agencia_codigo_beneficiario=f"{agencia}/{conta}" + (f"-{dados.conta_dv}" if dados.conta_dv else ""),
        carteira_impressa=dados.carteira,
    )


BANCO = build_banco(
    CODIGO,
    "Caixa Econômica Federal",
    dv="0",
    calculate=calculate,
    nosso_numero_chave=nosso_numero_chave,
    remessa=caixa_400.REMESSA,
)
