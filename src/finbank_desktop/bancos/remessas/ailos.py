"""Ailos's own fields, formerly Cecred's.

Sources: Ailos, "Manual técnico de cobrança bancária, padrão FEBRABAN 240 posições", version 11 of 2023 (fields of
segments P and R, domains C004 to C029) and its leaf on homologação; for CNAB 400 the writers of ACBr and
BoletoNetCore, which agree but for the fine's record, which only ACBr has.
"""

from datetime import timedelta

from finbank_desktop.bancos.digitos import dv_letra, dv_zero
from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import encargos_240, especies, limites
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Conta
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_NOME = "Ailos"
_PROTESTAVEIS = ("DM", "DS")
"""C015; the same two in CNAB 400, where no source says otherwise."""
_PROTESTO = (5, 15)
"""Field 37.3P: days of the calendar."""
_CLIENTE, _COOPERATIVA = "2", "1"
_PROTESTAR_400 = "06"
_MULTA_PERCENTUAL = "2"


def header(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - the same in both sizes
    """Return the bank's own fields of the opening records: the check digits of agência and conta."""
    return _conta(dados.conta)


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:
    """Return the bank's own fields of a title's records."""
    boleto = titulo.boleto
    limites.without_baixa(boleto.encargos, _NOME)
    limites.discount_until_due(boleto.encargos, _NOME)
    _check_protesto(boleto)
    own = _titulo_400(boleto) if formato == "400" else _titulo_240(boleto, dados.convenio)
    return {**_conta(dados.conta), **own}


def _conta(conta: Conta) -> Campos:
    return {
        "agencia_dv": conta.agencia_dv or dv_letra(conta.agencia, "X"),
        "conta_dv": conta.conta_dv or dv_zero(conta.conta),
    }


def _check_protesto(boleto: Boleto) -> None:
    limites.protest_days(boleto.encargos, _NOME, *_PROTESTO)
    if boleto.encargos.protesto_dias is not None and boleto.especie.upper() not in _PROTESTAVEIS:
        raise BancoError("protesto_dias", f"o Ailos não protesta títulos da espécie {boleto.especie}")


def _titulo_240(boleto: Boleto, convenio: Convenio) -> Campos:
    emissao = _COOPERATIVA if convenio.emissao == "banco" else _CLIENTE
    encargos = encargos_240.fields(boleto, especies.AILOS_240)
    return {
        **encargos,
        **limites.discount_in_amount(boleto),
        "carteira": "1",
        "forma_cadastramento": "1",
        "tipo_documento": "1",
        "emissao_boleto": emissao,
        "distribuicao_boleto": emissao,
        # C028: always 2, the term is that of the convênio
        "baixa_codigo": "2",
        "baixa_dias": "",
    }


def _titulo_400(boleto: Boleto) -> Campos:
    multa = limites.fine_in_percent(boleto.encargos, _NOME)
    dias = boleto.encargos.protesto_dias
    return {
        "especie": especies.find(especies.AILOS_400, boleto.especie),
        "instrucao_1": "00" if dias is None else _PROTESTAR_400,
        "instrucao_2": "00",
        "protesto_dias": "" if dias is None else f"{dias:02d}",
        "multa_codigo": _MULTA_PERCENTUAL if multa else "0",
        "multa_data": boleto.vencimento + timedelta(days=1) if multa else None,
        "multa_percentual": multa,
    }


REMESSA = Remessa(header=header, titulo=titulo, formatos=("240", "400"))
