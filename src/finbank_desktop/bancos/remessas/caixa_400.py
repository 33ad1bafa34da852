"""Caixa's own fields of CNAB 400, and which size has which.

Source: Caixa, "Leiaute de arquivo eletrônico padrão CNAB 400, SIGCB", MO 67126 v015 (notes NE004 to NE065). Both codes
of the beneficiário go with version 007: the one of six digits behind a blank (NE004, items A2 and B).
"""

from datetime import timedelta

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import caixa, especies
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.encargos import TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_VERSAO = "007"
_PROTESTAR, _DEVOLVER = "01", "02"
_PRAZO_DEVOLUCAO = 99
"""Days until the bank gives an unpaid title back when the convênio says nothing: the most that the field holds; zeros
drop it on the first day after the due date and blanks on the fifth (NE025)."""
_DESCONTO = {TipoDesconto.SEM: "0", TipoDesconto.VALOR: "1", TipoDesconto.PERCENTUAL: "2"}
_UM_DIA = timedelta(days=1)


def header(dados: DadosRemessa, formato: str) -> Campos:
    """Return the bank's own fields of the opening records."""
    if formato == "240":
        return caixa.header(dados, formato)
    return {"codigo_beneficiario": _codigo(dados), "banco_nome": "CAIXA", "versao_layout": _VERSAO}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:
    """Return the bank's own fields of a title's records."""
    if formato == "240":
        return caixa.titulo(dados, titulo, formato)
    boleto = titulo.boleto
    banco = caixa.banco_emite(dados.convenio, boleto)
    caixa.check_prazos(boleto.encargos)
    protesto = boleto.encargos.protesto_dias
    return {
        **_encargos(boleto),
        "codigo_beneficiario": _codigo(dados),
        "id_emissao": "1" if banco else "2",
        "id_postagem": "1" if banco else "0",
        "modalidade": boleto.nosso_numero[:2],
        "nosso_numero": boleto.nosso_numero[2:],
        "carteira": "01",
        "especie": especies.find(especies.CAIXA_400, boleto.especie),
        "instrucao_1": _DEVOLVER if protesto is None else _PROTESTAR,
        "instrucao_2": "00",
        "protesto_baixa_dias": _devolucao(boleto) if protesto is None else protesto,
        "moeda": "1",
    }


def _codigo(dados: DadosRemessa) -> str:
    """Return seven positions, also for a code of six."""
    codigo = dados.convenio.codigo_beneficiario
    return codigo if caixa.is_longo(dados.convenio) else f" {int(codigo):06d}"


def _devolucao(boleto: Boleto) -> int:
    dias = boleto.encargos.baixa_dias
    if dias is None:
        return _PRAZO_DEVOLUCAO
    if not 0 < dias <= _PRAZO_DEVOLUCAO:
        raise BancoError("baixa_dias", f"no CNAB 400 a Caixa baixa após 1 a {_PRAZO_DEVOLUCAO} dias, não {dias}")
    return dias


def _encargos(boleto: Boleto) -> Campos:
    """Return interest and fine as amounts, the only way they have here, and discount as it was agreed."""
    encargos = boleto.encargos
    com_desconto = encargos.desconto_tipo is not TipoDesconto.SEM
    com_multa = encargos.multa_tipo is not TipoMulta.ISENTA
    return {
        "juros_data": None if encargos.juros_tipo is TipoJuros.ISENTO else boleto.vencimento + _UM_DIA,
        "desconto_codigo": _DESCONTO[encargos.desconto_tipo],
        "desconto_valor": encargos.desconto if com_desconto else 0,
        "multa_data": boleto.vencimento + _UM_DIA if com_multa else None,
        "multa_valor": encargos.multa_sobre(boleto.valor) if com_multa else 0,
    }


REMESSA = Remessa(header=header, titulo=titulo, formatos=("240", "400"))
