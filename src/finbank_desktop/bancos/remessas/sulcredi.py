"""Sulcredi's own fields.

Source: ACBr's writer only: FEBRABAN's CNAB 240 with the convênio on the right of its field, blank digits of the
agência, the whole nosso número of 20 digits and no payment in part.
"""

from finbank_desktop.bancos.protocol import Campos, Remessa
from finbank_desktop.bancos.remessas import encargos_240, especies, limites
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_NOME = "Sulcredi"
_CLIENTE = "2"
_BAIXAR = "1"
_SEM_PAGAMENTO_PARCIAL = "1"
_CONVENIO = 20


def header(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 240 only
    """Return the bank's own fields of the opening records."""
    return {"convenio": dados.convenio.convenio.rjust(_CONVENIO), "agencia_dv": ""}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 240 only
    """Return the bank's own fields of a title's records."""
    boleto = titulo.boleto
    limites.client_prints(dados.convenio, _NOME)
    limites.protest_days(boleto.encargos, _NOME)
    baixa = boleto.encargos.baixa_dias
    return {
        **encargos_240.fields(boleto, especies.FEBRABAN_240),
        "agencia_dv": "",
        "nosso_numero": boleto.nosso_numero + boleto.nosso_numero_dv,
        "carteira": "1",
        "forma_cadastramento": "1",
        "tipo_documento": "1",
        "emissao_boleto": _CLIENTE,
        "distribuicao_boleto": _CLIENTE,
        "agencia_cobradora_dv": "0",
        "baixa_codigo": _BAIXAR if baixa is not None else "",
        "baixa_dias": f"{baixa:03d}" if baixa is not None else "",
        "uso_livre_pagamento_parcial": _SEM_PAGAMENTO_PARCIAL,
    }


REMESSA = Remessa(header=header, titulo=titulo, formatos=("240",))
