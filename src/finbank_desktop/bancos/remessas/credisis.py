"""CrediSIS's own fields.

Sources: CrediSIS, "Layout CNAB 240", abr/2017, and "Layout CNAB 400" v1.1, jun/2017, with the bank's own sample files.
Interest, fine and discount have four decimals in both (masks V(15) and VD(13), examples of RM.DO.13 to RM.DO.22).
"""

from datetime import date, timedelta

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import encargos_240, especies, limites
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.encargos import TipoDesconto, TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_NOME = "CrediSIS"
_REGISTRAR = "01"
_QUATRO_CASAS = 100
"""From hundredths to ten-thousandths."""
_PROTESTAVEIS = ("DMI", "DSI")
_CLIENTE = "2"
_CORRIDOS = "2"
_CARTORIO, _NENHUM = "01", "03"
_FIXO, _PERCENTUAL, _ISENTO = "F", "P", "I"
_MULTA = {TipoMulta.VALOR: _FIXO, TipoMulta.PERCENTUAL: _PERCENTUAL, TipoMulta.ISENTA: _ISENTO}
_DESCONTO = {TipoDesconto.VALOR: _FIXO, TipoDesconto.PERCENTUAL: _PERCENTUAL, TipoDesconto.SEM: _ISENTO}


def header(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - nothing is particular
    """Return the bank's own fields of the opening records: none."""
    return {}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:
    """Return the bank's own fields of a title's records."""
    boleto, encargos = titulo.boleto, titulo.boleto.encargos
    limites.client_prints(dados.convenio, _NOME)
    if boleto.abatimento and titulo.comando == _REGISTRAR:
        raise BancoError("abatimento", "a remessa do CrediSIS não leva abatimento; combine-o com a cooperativa")
    dias = limites.protest_days(encargos, _NOME)
    if dias and boleto.especie.upper() not in _PROTESTAVEIS:
        raise BancoError("protesto_dias", f"o CrediSIS só protesta {' e '.join(_PROTESTAVEIS)}, não {boleto.especie}")
    if encargos.desconto_tipo is not TipoDesconto.SEM and encargos.desconto_dias < 1:
        # C022 and RM.DO.21: the date comes before the due date
        raise BancoError("desconto_dias", "no CrediSIS o desconto acaba ao menos um dia antes do vencimento")
    return _titulo_400(dados, titulo, dias) if formato == "400" else _titulo_240(boleto, dados.conta.agencia)


def _titulo_240(boleto: Boleto, agencia: str) -> Campos:
    limites.without_baixa(boleto.encargos, _NOME)
    encargos = encargos_240.fields(boleto, especies.CREDISIS)
    return {
        **encargos,
        "juros_valor_taxa": boleto.encargos.juros * _QUATRO_CASAS if encargos["juros_data"] else 0,
        "desconto1_valor_percentual": boleto.encargos.desconto * _QUATRO_CASAS if encargos["desconto1_data"] else 0,
        "multa_valor_percentual": boleto.encargos.multa * _QUATRO_CASAS if encargos["multa_data"] else 0,
        "carteira": "1",
        "forma_cadastramento": "1",
        "emissao_boleto": _CLIENTE,
        "agencia_cobradora": agencia,
        "nosso_numero_correspondente": boleto.nosso_numero,
    }


def _titulo_400(dados: DadosRemessa, titulo: TituloRemessa, dias: int) -> Campos:
    boleto, pagador = titulo.boleto, titulo.pagador
    limites.without_aceite(boleto, _NOME)
    numero = pagador.endereco.numero
    return {
        "data_operacao": dados.geracao.date(),
        "parcela": "01",
        "especie": especies.find(especies.CREDISIS, boleto.especie),
        "protesto_carencia_tipo": _CORRIDOS if dias else "",
        "protesto_carencia_dias": f"{dias:02d}" if dias else "",
        "protesto_tipo_envio": _CARTORIO if dias else _NENHUM,
        "data_limite_pagamento": _limite(boleto),
        "pagador_numero": numero if numero.isdigit() else None,
        **_encargos_400(boleto),
    }


def _limite(boleto: Boleto) -> date:
    """Return the last day the title can be paid on, which the bank demands (RM.D.19): that of its baixa."""
    dias = boleto.encargos.baixa_dias
    if not dias:
        motivo = "o CNAB 400 do CrediSIS pede a data limite de pagamento, posterior ao vencimento"
        raise BancoError("baixa_dias", f"{motivo}: informe o prazo de baixa em dias")
    return boleto.vencimento + timedelta(days=dias)


def _encargos_400(boleto: Boleto) -> Campos:
    """Return what the second record says; the percentage of RM.DO.13 is one of a day, so interest goes as amount."""
    encargos = boleto.encargos
    juros = encargos.juros_por_dia(boleto.valor)
    com_desconto = encargos.desconto_tipo is not TipoDesconto.SEM
    return {
        "juros_valor": juros * _QUATRO_CASAS,
        "juros_tipo": _FIXO if juros else _ISENTO,
        "juros_carencia_tipo": _CORRIDOS,
        "juros_carencia_dias": "01",
        "multa_valor": encargos.multa * _QUATRO_CASAS if encargos.multa_tipo is not TipoMulta.ISENTA else 0,
        "multa_tipo": _MULTA[encargos.multa_tipo],
        "multa_carencia_tipo": _CORRIDOS,
        "multa_carencia_dias": "01",
        "desconto1_data": boleto.vencimento - timedelta(days=encargos.desconto_dias) if com_desconto else None,
        "desconto1_valor": encargos.desconto * _QUATRO_CASAS if com_desconto else 0,
        "desconto1_tipo": _DESCONTO[encargos.desconto_tipo],
        "desconto2_tipo": _ISENTO,
        "desconto3_tipo": _ISENTO,
    }


REMESSA = Remessa(header=header, titulo=titulo, formatos=("400", "240"))
