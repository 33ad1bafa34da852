"""Banco do Brasil's own fields (BB, CNAB 240 and CNAB 400, ago/2017)."""

from datetime import timedelta

from finbank_desktop.bancos.digitos import dv_letra
from finbank_desktop.bancos.protocol import BancoError, Campos
from finbank_desktop.bancos.remessas import encargos_240, especies
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Conta
from finbank_desktop.domain.encargos import TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_CARTEIRA_240 = {"17": "7", "31": "3", "51": "4"}
"""C006: 7 is carteira 17 simples, 3 caucionada, 4 descontada; all others are 1, simples."""
_CONVENIO_400 = 7
_PROTESTAR_APOS = "06"


def header(dados: DadosRemessa, formato: str) -> Campos:
    """Return the bank's own fields of the opening records."""
    comuns = _conta(dados.conta)
    if formato == "400":
        return {**comuns, "convenio_lider": dados.convenio.extras.get("convenio_lider") or dados.convenio.convenio}
    return {
        **comuns,
        "convenio": dados.convenio.convenio,
        "carteira": dados.convenio.carteira,
        "variacao": dados.convenio.variacao,
    }


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:
    """Return the bank's own fields of a title's records."""
    comuns = _conta(dados.conta)
    return {**comuns, **(_titulo_400(dados, titulo.boleto) if formato == "400" else _titulo_240(dados, titulo.boleto))}


def _conta(conta: Conta) -> Campos:
    return {
        "agencia_dv": conta.agencia_dv or dv_letra(conta.agencia, "X"),
        "conta_dv": conta.conta_dv or dv_letra(conta.conta, "X"),
    }


def _titulo_240(dados: DadosRemessa, boleto: Boleto) -> Campos:
    com_dv = len(boleto.nosso_numero) == 11  # noqa: PLR2004 - convênios of 4 and 6 digits
    return {
        **encargos_240.fields(boleto),
        "nosso_numero": boleto.nosso_numero + (boleto.nosso_numero_dv if com_dv else ""),
        "carteira": _CARTEIRA_240.get(dados.convenio.carteira, "1"),
        "forma_cadastramento": "1",
        "emissao_boleto": "0",
        "distribuicao_boleto": "0",
    }


def _titulo_400(dados: DadosRemessa, boleto: Boleto) -> Campos:
    convenio, encargos = dados.convenio, boleto.encargos
    if len(convenio.convenio) != _CONVENIO_400:
        raise BancoError("convenio", "o CNAB 400 do Banco do Brasil é escrito para convênios de 7 algarismos")
    if encargos.baixa_dias is not None:
        raise BancoError("baixa_dias", "o CNAB 400 do Banco do Brasil não leva prazo de baixa; combine-o com a agência")
    com_multa = encargos.multa_tipo is not TipoMulta.ISENTA
    return {
        "especie": especies.find(especies.BANCO_DO_BRASIL_400, boleto.especie),
        "variacao_carteira": convenio.variacao,
        "tipo_cobranca": convenio.extras.get("tipo_cobranca", ""),
        "instrucao_1": "00" if encargos.protesto_dias is None else _PROTESTAR_APOS,
        "instrucao_2": "00",
        "protesto_dias": f"{encargos.protesto_dias or 0:02d}",
        "multa_codigo": encargos_240.MULTA[encargos.multa_tipo],
        "multa_data": boleto.vencimento + timedelta(days=1) if com_multa else None,
        "multa_valor_percentual": encargos.multa if com_multa else 0,
    }
