"""BV, formerly Votorantim (655).

Sources: BV, "Layout de boletos", version 1.8; laravel-boleto, ACBr's unit, tests of BoletoNet/boletonet. Convênio (10),
``500``, nosso número (10), ``00``. The number is nine digits and a módulo 11 digit: 1 for a rest of 10, 0 for 0 and 1
(manual, item 14). Ten digits are a number that has its digit and stay as given: the digit in one of boletonet's two
numbers and in the retorno that laravel-boleto holds (0000378784) is not the manual's.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import hyphenated, require
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.bancos.remessas import votorantim
from finbank_desktop.domain.boletos import Calculo, DadosCalculo
from finbank_desktop.domain.modulos import modulo_11

TAMANHO_NUMERO = 10
_SEM_DIGITO = 9
_RESTO_DEZ = "1"
_CAMPO_240 = 11
"""The retorno of CNAB 240 has a zero before the number."""
CARTEIRA = "500"


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*; there is no carteira but 500."""
    convenio, numero = require(dados, "convenio", 10), _numero(dados)
    if dados.carteira not in ("", CARTEIRA):
        raise BancoError("carteira", f"a carteira do BV é 500, não {dados.carteira}")
    conta = hyphenated(dados.conta, dados.conta_dv)
    return Calculo(
        campo_livre=convenio + CARTEIRA + numero + "00",
        nosso_numero=numero,
        nosso_numero_impresso=hyphenated(numero[:_SEM_DIGITO], numero[_SEM_DIGITO:]),
        agencia_codigo_beneficiario=f"{require(dados, 'agencia', 4)} / {conta or convenio}",
        carteira_impressa=CARTEIRA,
    )


def _numero(dados: DadosCalculo) -> str:
    """Return the number with its digit."""
    if len(dados.nosso_numero) >= TAMANHO_NUMERO:
        return require(dados, "nosso_numero", TAMANHO_NUMERO)
    numero = require(dados, "nosso_numero", _SEM_DIGITO)
    dv = modulo_11(numero)
    return numero + (_RESTO_DEZ if dv == 1 else "0" if dv >= TAMANHO_NUMERO else str(dv))


BANCO = build_banco(
    "655",
    "BV",
    dv="6",
    calculate=calculate,
    nosso_numero_chave=keyed(TAMANHO_NUMERO, dvs=0, campo=_CAMPO_240),
    remessa=votorantim.REMESSA,
)
