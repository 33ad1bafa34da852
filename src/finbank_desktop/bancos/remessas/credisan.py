"""Credisan's own fields.

Source: ACBr's writer only, which has Sicoob's CNAB 400 with its own constants: prefix 109 for boletos that the client
prints, blanks where Sicoob has who prints and who posts, A and N for the aceite.
"""

from finbank_desktop.bancos.protocol import Campos, Remessa
from finbank_desktop.bancos.remessas import especies, limites
from finbank_desktop.bancos.remessas.sicoob import parcela, taxas
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_NOME = "Credisan"


def header(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 400 only
    """Return the bank's own fields of the opening record: the account stands where Sicoob has a code."""
    conta = dados.conta
    return {
        "cooperativa": conta.agencia,
        "cooperativa_dv": conta.agencia_dv or "0",
        "codigo_beneficiario": conta.conta,
        "codigo_beneficiario_dv": conta.conta_dv or "0",
        "convenio_lider": dados.convenio.convenio,
    }


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 400 only
    """Return the bank's own fields of a title's record."""
    boleto, conta = titulo.boleto, dados.conta
    limites.without_baixa(boleto.encargos, _NOME)
    limites.client_prints(dados.convenio, _NOME)
    return {
        **taxas(boleto, _NOME),
        "cooperativa": conta.agencia,
        "cooperativa_dv": conta.agencia_dv,
        "cooperativa_2": conta.agencia,
        "nosso_numero": boleto.nosso_numero.zfill(11) + boleto.nosso_numero_dv,
        "parcela": parcela(dados.convenio),
        "contrato_garantia_dv": "0",
        "carteira": dados.convenio.carteira.zfill(2),
        "especie": especies.find(especies.SICOOB_400, boleto.especie),
        "instrucao_1": "00",
        "instrucao_2": "00",
        "protesto_dias": f"{limites.protest_days(boleto.encargos, _NOME):02d}",
    }


REMESSA = Remessa(header=header, titulo=titulo, formatos=("400",))
