"""Itaú Unibanco (341).

Sources: Itaú, "Cobrança CNAB 400", jul/2021, annexes on the barcode and on the nosso número's DAC; the escriturais
beside the manual's five are those that ACBr's Itaú unit lists (the manual names them as a group only).
"""

from finbank_desktop.bancos.digitos import require
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.remessas import itau as remessa
from finbank_desktop.domain.boletos import Calculo, DadosCalculo
from finbank_desktop.domain.modulos import modulo_10

CODIGO = "341"
TAMANHO_NUMERO = 8
_EXCECOES = ("126", "131", "146", "150", "168")
_ESCRITURAIS = ("104", "105", "112", "113", "116", "117", "119", "134", "135", "136", "145", "147", "166", "212")
DAC_CURTO = frozenset((*_EXCECOES, *_ESCRITURAIS))
"""Carteiras whose DAC covers carteira and nosso número only; all others add agência and conta."""
SEU_NUMERO_NA_BARRA = frozenset(("107", "122", "142", "143", "196", "198"))
"""Carteiras that identify a title by 15 digits: nosso número and seu número, both in the barcode."""


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*."""
    agencia, conta = require(dados, "agencia", 4), require(dados, "conta", 5)
    carteira, numero = require(dados, "carteira", 3), require(dados, "nosso_numero", TAMANHO_NUMERO)
    base = "" if carteira in DAC_CURTO else agencia + conta
    dac = str(modulo_10(base + carteira + numero))
    conta_dac = require(dados, "conta_dv", 1, padrao=str(modulo_10(agencia + conta)))
    if carteira in SEU_NUMERO_NA_BARRA:
        livre = _livre_seu_numero(dados, carteira + numero)
    else:
        livre = carteira + numero + dac + agencia + conta + conta_dac + "000"
    return Calculo(
        campo_livre=livre,
        nosso_numero=numero,
        nosso_numero_dv=dac,
        nosso_numero_impresso=f"{carteira}/{numero}-{dac}",
        agencia_codigo_beneficiario=f"{agencia} / {conta}-{conta_dac}",
        carteira_impressa=carteira,
    )


def nosso_numero_chave(raw: str, formato: str) -> str:
    """Return the eight digits; CNAB 240 puts the carteira before and the DAC after them."""
    numero = raw.strip()
    if formato == "240":
        numero = numero[3:11]
    return numero[:TAMANHO_NUMERO] if len(numero) in (TAMANHO_NUMERO, TAMANHO_NUMERO + 1) and numero.isdigit() else ""


def _livre_seu_numero(dados: DadosCalculo, identificacao: str) -> str:
    """Return the campo livre with seu número; without one its seven digits are the first of the nosso número's."""
    seu_numero = require(dados, "seu_numero", 7, padrao=identificacao[3:10])
    livre = identificacao + seu_numero + require(dados, "codigo_beneficiario", 5)
    return livre + str(modulo_10(livre)) + "0"


BANCO = build_banco(
    CODIGO,
    "Itaú Unibanco",
    dv="7",
    calculate=calculate,
    nosso_numero_chave=nosso_numero_chave,
    remessa=remessa.REMESSA,
)
