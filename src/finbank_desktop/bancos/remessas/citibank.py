"""Citibank's own fields.

Sources: Citibank, "Manual CNAB 400" v1.16 and "Manual FEBRABAN 240", V1.8, for CitiDirect (descriptions by code), with
which ACBr's writer of CNAB 240 agrees. Both name the portfólio by a text of up to twenty positions that the bank gives,
here the código de transmissão; the conta Cosmos is the código do beneficiário. Neither carries a fine. Interest of zero
leaves it to the client's register at the bank.
"""

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import especies, limites, prazos
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.encargos import Encargos, TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_NOME = "Citibank"
_PORTFOLIO = 20
_SIMPLES = "1"
_CLIENTE_240, _BANCO_NAO_IMPRIME_400 = "2", "07"
_PROTESTAR, _DEVOLVER = "06", "09"
_PRAZO_MAXIMO = 99
_REAL = "09"


def header(dados: DadosRemessa, formato: str) -> Campos:
    """Return the bank's own fields of the opening records."""
    if formato == "400":
        return {"codigo_beneficiario": _portfolio(dados)}
    return {**_conta_240(dados), "convenio": _portfolio(dados), "densidade": "01600", "numero_remessa_retorno": 0}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:
    """Return the bank's own fields of a title's records."""
    boleto = titulo.boleto
    portfolio = _portfolio(dados)
    limites.client_prints(dados.convenio, _NOME)
    limites.without_aceite(boleto, _NOME)
    if boleto.encargos.multa_tipo is not TipoMulta.ISENTA:
        raise BancoError("multa", "a remessa do Citibank não leva multa; combine-a com o banco")
    comuns: Campos = {"nosso_numero": boleto.nosso_numero + boleto.nosso_numero_dv, "carteira": _SIMPLES}
    if formato == "240":
        return {**comuns, **_titulo_240(boleto), **_conta_240(dados)}
    return {**comuns, **_titulo_400(boleto), "codigo_beneficiario": portfolio}


def _portfolio(dados: DadosRemessa) -> str:
    portfolio = dados.convenio.extras.get("codigo_transmissao", "").strip()
    if not portfolio or len(portfolio) > _PORTFOLIO:
        motivo = f"falta a identificação do portfólio, até {_PORTFOLIO} posições, que o Citibank dá para a remessa"
        raise BancoError("codigo_transmissao", motivo)
    return portfolio


def _conta_240(dados: DadosRemessa) -> Campos:
    """Return the conta Cosmos; nothing else of the account is told (G008 to G012)."""
    return {"agencia": 0, "agencia_dv": "", "conta": dados.convenio.codigo_beneficiario, "conta_dv": ""}


def _titulo_240(boleto: Boleto) -> Campos:
    desconto = limites.discount_in_amount(boleto)
    codigo, dias = _prazo_240(boleto.encargos)
    juros = boleto.encargos.juros_por_dia(boleto.valor)
    return {
        "emissao_boleto": _CLIENTE_240,
        "especie": especies.find(especies.CITIBANK_240, boleto.especie),
        # the domains have the 1 alone: a field without a value is zeros
        "juros_codigo": "1" if juros else "0",
        "juros_valor_taxa": juros,
        "desconto1_codigo": desconto["desconto1_codigo"],
        "desconto1_data": desconto["desconto1_data"],
        "desconto1_valor_percentual": desconto["desconto1_valor_percentual"],
        "protesto_codigo": codigo,
        "prazo_dias": dias,
        "baixa_codigo": "1" if boleto.encargos.baixa_dias is not None else "2",
        "moeda": _REAL,
    }


def _prazo_240(encargos: Encargos) -> tuple[str, int]:
    """Return the code of protest and the one term, of protest or of baixa (C026 to C028)."""
    protesto, baixa = limites.protest_days(encargos, _NOME), encargos.baixa_dias
    if protesto and baixa is not None:
        raise BancoError("baixa_dias", "o CNAB 240 do Citibank leva um prazo só: escolha protesto ou baixa")
    if baixa is not None and not 0 < baixa <= _PRAZO_MAXIMO:
        raise BancoError("baixa_dias", f"o CNAB 240 do Citibank leva de 1 a {_PRAZO_MAXIMO} dias até a baixa")
    return ("1", protesto) if protesto else ("3", baixa or 0)


def _titulo_400(boleto: Boleto) -> Campos:
    instrucao, dias = prazos.instruction(boleto.encargos, protestar=_PROTESTAR, baixar=_DEVOLVER)
    return {
        "especie_titulo": especies.find(especies.CITIBANK_400, boleto.especie),
        "especie": _BANCO_NAO_IMPRIME_400,
        "instrucao_1": instrucao,
        "instrucao_2": dias,
    }


REMESSA = Remessa(header=header, titulo=titulo, formatos=("400", "240"))
