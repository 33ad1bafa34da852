"""BV, formerly Votorantim (655).

Sources: tests of BoletoNet/boletonet, ACBr's unit. Convênio (10), ``500``, nosso número (10), ``00``. ACBr cuts the
number at nine digits and the check digit into it; boletonet's tests hold ten digits and print no check digit.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import hyphenated, require
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.bancos.remessas import votorantim
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

TAMANHO_NUMERO = 10
_CAMPO_240 = 11
"""The retorno of CNAB 240 has a zero before the number."""
CARTEIRA = "500"


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*; there is no carteira but 500."""
    convenio, numero = require(dados, "convenio", 10), require(dados, "nosso_numero", TAMANHO_NUMERO)
    if dados.carteira not in ("", CARTEIRA):
        raise BancoError("carteira", f"a carteira do BV é 500, não {dados.carteira}")
    conta = hyphenated(dados.conta, dados.conta_dv)
    return Calculo(
        campo_livre=convenio + CARTEIRA + numero + "00",
        nosso_numero=numero,
        nosso_numero_impresso=numero,
        agencia_codigo_beneficiario=f"{require(dados, 'agencia', 4)} / {conta or convenio}",
        carteira_impressa=CARTEIRA,
    )


BANCO = build_banco(
    "655",
    "BV",
    dv="6",
    calculate=calculate,
    nosso_numero_chave=keyed(TAMANHO_NUMERO, dvs=0, campo=_CAMPO_240),
    remessa=votorantim.REMESSA,
)
