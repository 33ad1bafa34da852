"""Ser Finance's own fields in CNAB 240 (BoletoNet/boletonet only; FEBRABAN's codes of charges).

The source writes the carteira 110 whatever the title's; the bank's retorno in its tests has 121 there, so the title's
own is written. The number goes with its digit, as in that retorno. It never asks for baixa.
"""

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import encargos_240, especies
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_SIMPLES, _REGISTRADA, _ESCRITURAL = "1", "1", "2"
_BANCO, _CLIENTE = "1", "2"
_NAO_BAIXAR = "2"
_DV_AGENCIA_CONTA = "0"


def header(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 240 only
    """Return the bank's own fields of the opening records: the company's code."""
    codigo = dados.convenio.codigo_beneficiario
    if not codigo:
        raise BancoError("codigo_beneficiario", "falta o código do beneficiário, que a Ser Finance dá com o convênio")
    return {"convenio": codigo, "agencia_conta_dv": _DV_AGENCIA_CONTA}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:
    """Return the bank's own fields of a title's records."""
    header(dados, formato)
    boleto, conta = titulo.boleto, dados.conta
    if boleto.encargos.baixa_dias is not None:
        raise BancoError("baixa_dias", "a remessa da Ser Finance não leva prazo de baixa; combine-o com o banco")
    quem = _BANCO if dados.convenio.emissao == "banco" else _CLIENTE
    return {
        **encargos_240.fields(boleto, especies.FEBRABAN_240),
        "agencia_conta_dv": _DV_AGENCIA_CONTA,
        "modalidade": dados.convenio.carteira,
        "nosso_numero": boleto.nosso_numero + boleto.nosso_numero_dv,
        "carteira": _SIMPLES,
        "forma_cadastramento": _REGISTRADA,
        "tipo_documento": _ESCRITURAL,
        "emissao_boleto": quem,
        "distribuicao_boleto": quem,
        "agencia_cobradora": conta.agencia,
        "agencia_cobradora_dv": conta.agencia_dv,
        "baixa_codigo": _NAO_BAIXAR,
        "baixa_dias": "000",
    }


REMESSA = Remessa(header=header, titulo=titulo, formatos=("240",))
