"""Itaú's own fields (Itaú, CNAB 400, jul/2021, records 0, 1 and 2)."""

from datetime import timedelta

from finbank_desktop.bancos.protocol import Campos
from finbank_desktop.bancos.remessas import encargos_240, especies, prazos
from finbank_desktop.domain.encargos import TipoJuros, TipoMulta
from finbank_desktop.domain.modulos import modulo_10
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_LETRAS = {"147": "E", "150": "U", "191": "1"}
"""Note 5: the letter of a carteira; all that bill in reais have an I."""
_PROTESTAR, _BAIXAR = "34", "92"


def header(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 400 only
    """Return the bank's own fields of the opening record: the account's DAC."""
    return {"conta_dac": _dac(dados)}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 400 only
    """Return the bank's own fields of a title's records."""
    boleto, encargos = titulo.boleto, titulo.boleto.encargos
    com_multa = encargos.multa_tipo is not TipoMulta.ISENTA
    com_juros = encargos.juros_tipo is not TipoJuros.ISENTO
    instrucao, dias = prazos.instruction(encargos, protestar=_PROTESTAR, baixar=_BAIXAR)
    amanha = boleto.vencimento + timedelta(days=1)
    return {
        "conta_dac": _dac(dados),
        "carteira_numero": dados.convenio.carteira,
        "carteira": _LETRAS.get(dados.convenio.carteira, "I"),
        "especie": especies.find(especies.ITAU_400, boleto.especie),
        "instrucao_1": instrucao,
        "instrucao_2": "00",
        "prazo_dias": dias,
        "mora_data": amanha if com_juros else None,
        "multa_codigo": encargos_240.MULTA[encargos.multa_tipo],
        "multa_data": amanha if com_multa else None,
        "multa_valor_percentual": encargos.multa if com_multa else 0,
    }


def _dac(dados: DadosRemessa) -> str:
    conta = dados.conta
    return conta.conta_dv or str(modulo_10(conta.agencia.zfill(4) + conta.conta.zfill(5)))
