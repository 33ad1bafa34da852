"""Banco da Amazônia (003).

Source: ACBr's unit: agência (3) and its digit, convênio (4), nosso número (16), ``8``. BoletoNet/boletonet takes ten
digits and fills zeros on the right of the number, ACBr on its left: the same for the 16 digits the field has. ACBr
prints a check digit over the first eleven of the sixteen digits, boletonet none: it is not printed here. Carteira 001
(20 digits, due date in the barcode) stands in ACBr alone and is refused.

No remessa is written. ACBr's CNAB 240, the only source, cuts the zeros before a convênio's number and puts that digit
behind it, which checks the first eleven of the sixteen, all zeros for a number below 100.000: the bank would register
170 for a boleto whose barcode says 17, and ACBr's reader of retornos takes the same positions for the number alone.
With carteira 001 its number, barcode and file agree (seven digits, none added); that one waits for a second source too.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import hyphenated, limited, require
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

TAMANHO_NUMERO = 16
_SISTEMA = "8"
_NAO_CONHECIDA = "001"


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*."""
    if dados.carteira.zfill(3) == _NAO_CONHECIDA:
        raise BancoError("carteira", "a carteira 001 do Banco da Amazônia não é calculada aqui, só a de convênio")
    agencia, agencia_dv = limited(dados, "agencia", 3), require(dados, "agencia_dv", 1)
    convenio, numero = require(dados, "convenio", 4), require(dados, "nosso_numero", TAMANHO_NUMERO)
    conta = hyphenated(dados.conta, dados.conta_dv)
    return Calculo(
        campo_livre=agencia + agencia_dv + convenio + numero + _SISTEMA,
        nosso_numero=numero,
        nosso_numero_impresso=numero,
        agencia_codigo_beneficiario=f"{agencia}-{agencia_dv} / {conta or convenio}",
        carteira_impressa=dados.carteira,
    )


BANCO = build_banco(
    "003", "Banco da Amazônia", dv="5", calculate=calculate, nosso_numero_chave=keyed(TAMANHO_NUMERO, dvs=0)
)
