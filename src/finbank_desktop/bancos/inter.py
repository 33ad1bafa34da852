"""Inter (077): Autbank's form, and carteira 112, whose number only the bank gives.

Sources: Inter, "Manual remessa CNAB 400"; tests of BoletoNet/BoletoNetCore for carteira 110 (its operação stands in
the código de transmissão); eduardokum/laravel-boleto and ACBr for 112: eleven digits as the bank returned them, the
last one the check digit. One peer passes an operação of 8 digits and uses the first 7; here 7 are asked for.
"""

from dataclasses import replace

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import fit, limited, require
from finbank_desktop.bancos.familia_autbank import TAMANHO_NUMERO, montar
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.bancos.remessas.inter import REMESSA
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

NUMERADA_PELO_BANCO = "112"
_AGENCIA, _AGENCIA_DV = "0001", "9"


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*; agência 0001-9 unless another is given."""
    if not dados.agencia or (dados.agencia == _AGENCIA and not dados.agencia_dv):
        dados = replace(dados, agencia=_AGENCIA, agencia_dv=_AGENCIA_DV)
    agencia, carteira = limited(dados, "agencia", 4), require(dados, "carteira", 3)
    operacao = fit("operacao", dados.operacao or dados.codigo_transmissao, 7)
    numero, dv = _numero(dados.nosso_numero, carteira)
    calculo = montar(dados, agencia=agencia, carteira=carteira, operacao=operacao, numero=numero, dv=dv)
    conta = f"{dados.conta}{dados.conta_dv}"
    return replace(calculo, agencia_codigo_beneficiario=f"{agencia}{dados.agencia_dv}/{conta}")


def _numero(nosso_numero: str, carteira: str) -> tuple[str, str]:
    if carteira != NUMERADA_PELO_BANCO:
        return fit("nosso_numero", nosso_numero, TAMANHO_NUMERO), ""
    completo = fit("nosso_numero", nosso_numero, TAMANHO_NUMERO + 1)
    if len(nosso_numero) <= TAMANHO_NUMERO:
        mensagem = f"na carteira 112 é o Inter que numera: informe os 11 algarismos dele, não {nosso_numero}"
        raise BancoError("nosso_numero", mensagem)
    return completo[:-1], completo[-1]


BANCO = build_banco(
    "077", "Inter", dv="9", calculate=calculate, nosso_numero_chave=keyed(TAMANHO_NUMERO), remessa=REMESSA
)
