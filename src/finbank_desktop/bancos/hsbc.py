"""HSBC (399), closed in 2016: its boletos are still reckoned.

Sources: HSBC, "Cobrança não registrada CNR" (the two digits around the 4 that says the boleto has a due date); tests
of kivanio/brcobranca and eduardocereto/pyboleto; ACBr.

=========  ========================================================================================================
carteira   campo livre
=========  ========================================================================================================
CNR, 2     conta (7), nosso número (13), day of the year and last digit of the year of the due date, ``2``
CSB, 1     nosso número (10) and its digit (weights 2 to 7), agência (4), conta with its digits (7), ``001``
=========  ========================================================================================================
"""

from datetime import date

from finbank_desktop.bancos.digitos import dv_zero, fit, hyphenated, limited, require
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

CNR, CSB = "CNR", "CSB"
_CARTEIRAS = {"CNR": CNR, "2": CNR, "CSB": CSB, "1": CSB}
_CNR_NUMERO, _CSB_NUMERO = 13, 10
_COM_VENCIMENTO = "4"


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*."""
    carteira = _CARTEIRAS.get(dados.carteira.upper())
    if carteira is None:
        raise BancoError("carteira", f"a carteira do HSBC é CNR ou CSB: {dados.carteira or 'não informada'}")
    return _cnr(dados) if carteira == CNR else _csb(dados)


def nosso_numero_chave(raw: str, formato: str) -> str:  # noqa: ARG001 - the widths tell the carteiras apart
    """Return CNR's thirteen digits before their three, or CSB's ten before their one."""
    numero = raw.strip()
    largura = {_CNR_NUMERO + 3: _CNR_NUMERO, _CSB_NUMERO + 1: _CSB_NUMERO}.get(len(numero), 0)
    return numero[:largura] if numero.isascii() and numero.isdigit() else ""


def _cnr(dados: DadosCalculo) -> Calculo:
    conta = fit("conta", dados.conta or dados.codigo_beneficiario, 7)
    numero, vencimento = require(dados, "nosso_numero", _CNR_NUMERO), dados.vencimento
    if vencimento is None:
        raise BancoError("vencimento", "o vencimento faz parte do código de barras da carteira CNR do HSBC")
    meio = dv_zero(numero) + _COM_VENCIMENTO
    dv = meio + dv_zero(str(int(numero + meio) + int(conta) + int(f"{vencimento:%d%m%y}")))
    return Calculo(
        campo_livre=conta + numero + _juliana(vencimento) + "2",
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=numero + dv,
        agencia_codigo_beneficiario=_beneficiario(dados, conta),
        carteira_impressa=CNR,
    )


def _csb(dados: DadosCalculo) -> Calculo:
    agencia, conta = limited(dados, "agencia", 4), fit("conta", dados.conta + dados.conta_dv, 7)
    numero = require(dados, "nosso_numero", _CSB_NUMERO)
    dv = dv_zero(numero, peso_maximo=7)
    return Calculo(
        campo_livre=numero + dv + agencia + conta + "001",
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"{numero}-{dv}",
        agencia_codigo_beneficiario=_beneficiario(dados, conta),
        carteira_impressa=CSB,
    )


def _juliana(dia: date) -> str:
    """Return the day of the year and the last digit of the year.

    >>> _juliana(date(2009, 5, 25))
    '1459'
    """
    return f"{dia.timetuple().tm_yday:03}{dia.year % 10}"


def _beneficiario(dados: DadosCalculo, conta: str) -> str:
    return f"{hyphenated(dados.agencia, dados.agencia_dv)}/{conta}" if dados.agencia else conta


BANCO = build_banco("399", "HSBC", dv="9", calculate=calculate, nosso_numero_chave=nosso_numero_chave, encerrado=True)
