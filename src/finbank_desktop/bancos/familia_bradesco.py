"""Banks whose boletos are made as Bradesco makes its own, with their own code in front.

Campo livre: agência (4), carteira (2), nosso número (11), conta (7), ``0``; the number's digit is Bradesco's.
Agência and conta are printed with the digits that were given: how these banks reckon them is not published.

=====  ==========================================================================================================
bank   source, and what is in doubt
=====  ==========================================================================================================
084    Sisprime, before 2022 Uniprime Norte do Paraná: its manual of CNAB 400, version 2.0, jul/2019, tests of
       BoletoNet/BoletoNetCore, ACBr (boletonet prints P also for a remainder of 10: an error of its own, its campo
       livre does not hold the digit)
099    Uniprime Central: ACBr, which agrees with 084
107    Bocom BBM: ACBr; Bradesco issues these boletos (237) as its correspondent
133    Cresol: Cresol, "Cobrança integrada CNAB 400" (nosso número), eduardokum/laravel-boleto, ACBr
208    BTG Pactual: the bank's boleto mask of 2021 and Manual de Implantação, BoletoNetCore, ACBr
274    BMP Money Plus (Grafeno): Grafeno, "CNAB 400" of 2022, laravel-boleto, ACBr
329    QI SCD: ACBr and a proposal of 2021 to laravel-boleto (number 628), which agree
457    UY3: ACBr only; the digit after this code and 329's is laravel-boleto's módulo 11, ACBr keeps Bradesco's 2
712    Ourinvest: the bank's manual of CNAB 400, version 1.5, set/2023, and laravel-boleto
=====  ==========================================================================================================
"""

from dataclasses import replace

from finbank_desktop.bancos import bradesco
from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import hyphenated, require
from finbank_desktop.bancos.montagem import Regra, build_banco
from finbank_desktop.bancos.protocol import Banco
from finbank_desktop.bancos.remessas import bradesco as remessas
from finbank_desktop.bancos.remessas import btg
from finbank_desktop.domain.boletos import Calculo, DadosCalculo


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what Bradesco's rules make of *dados*, without guessing the digits of agência and conta."""
    agencia = hyphenated(require(dados, "agencia", 4), dados.agencia_dv)
    conta = hyphenated(require(dados, "conta", 7), dados.conta_dv)
    return replace(bradesco.calculate(dados), agencia_codigo_beneficiario=f"{agencia} / {conta}")


def calculate_btg(dados: DadosCalculo) -> Calculo:
    """Return BTG's: the carteira is printed with three digits, the código do beneficiário in place of the conta."""
    calculo = calculate(dados)
    codigo = dados.codigo_beneficiario or require(dados, "conta", 7)
    return replace(
        calculo,
        nosso_numero_impresso=f"0{calculo.nosso_numero_impresso}",
        agencia_codigo_beneficiario=f"{require(dados, 'agencia', 4)}/{codigo}",
    )


_REMESSAS = {**remessas.DA_FAMILIA, "208": btg.REMESSA}


def _banco(codigo: str, nome: str, dv: str, *, rule: Regra = calculate, emissor: str = "") -> Banco:
    chave = keyed(bradesco.TAMANHO_NUMERO, campo=bradesco.CAMPO_240)
    return build_banco(
        codigo,
        nome,
        dv=dv,
        calculate=rule,
        nosso_numero_chave=chave,
        remessa=_REMESSAS.get(codigo),
        emissor=emissor,
    )


BANCOS = (
    _banco("084", "Sisprime", "1"),
    _banco("099", "Uniprime", "X"),
    _banco("107", "Bocom BBM", "4", emissor=bradesco.CODIGO),
    _banco("133", "Cresol", "3"),
    _banco("208", "BTG Pactual", "1", rule=calculate_btg),
    _banco("274", "BMP Money Plus", "7"),
    _banco("329", "QI SCD", "8"),
    _banco("457", "UY3", "X"),
    _banco("712", "Ourinvest", "9"),
)
