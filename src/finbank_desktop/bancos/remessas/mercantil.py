"""Mercantil do Brasil's own fields in CNAB 400 (ACBr only, which names some of them in doubt).

Only duplicatas are known. The codes of instructions are left to ACBr's caller: no protest and no baixa from here.
"""

from datetime import timedelta

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import especies
from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_COM_MULTA, _SEM_MULTA = "092", "000"


def header(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 400 only
    """Return the bank's own fields of the opening record: none."""
    return {}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 400 only
    """Return the bank's own fields of a title's record."""
    boleto = titulo.boleto
    _check(boleto.encargos)
    com_multa = boleto.encargos.multa_tipo is TipoMulta.PERCENTUAL
    return {
        "multa_codigo": _COM_MULTA if com_multa else _SEM_MULTA,
        "multa_percentual": boleto.encargos.multa if com_multa else 0,
        "multa_data": boleto.vencimento + timedelta(days=1) if com_multa else None,
        "contrato": dados.convenio.codigo_beneficiario,
        "nosso_numero_dv": boleto.nosso_numero_dv,
        "qtd_moeda": boleto.valor,
        "especie": especies.find(especies.MERCANTIL_400, boleto.especie),
        "aceite": "S" if boleto.aceite else "N",
        "instrucao_1": "00",
        "instrucao_2": "00",
    }


def _check(encargos: Encargos) -> None:
    if encargos.multa_tipo is TipoMulta.VALOR:
        raise BancoError("multa", "a remessa do Mercantil só leva multa em percentual")
    if encargos.desconto_tipo is not TipoDesconto.SEM:
        raise BancoError("desconto", "o código de barras de um boleto do Mercantil com desconto não é conhecido")
    for campo in ("protesto_dias", "baixa_dias"):
        if getattr(encargos, campo) is not None:
            motivo = "não se sabe como o Mercantil lê prazos de protesto e baixa na remessa; combine-os com o banco"
            raise BancoError(campo, motivo)


REMESSA = Remessa(header=header, titulo=titulo, formatos=("400",))
