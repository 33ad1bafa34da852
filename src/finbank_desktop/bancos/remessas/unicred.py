"""Unicred's own fields, of Unicred do Brasil (136).

Sources: Unicred, "Layout de remessa de boletos, CNAB 240" and "CNAB 400", in circulation in 2024 (domains C004 to
C077; positions 22 to 394 of the detail). Both begin interest and fine one day after the due date and take no date.
"""

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import limites
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_NOME = "Unicred"
_REGISTRAR = "01"
_JUROS = {TipoJuros.VALOR_DIA: "1", TipoJuros.TAXA_MENSAL: "2", TipoJuros.ISENTO: "5"}
_MULTA = {TipoMulta.VALOR: "1", TipoMulta.PERCENTUAL: "2", TipoMulta.ISENTA: "3"}
_CORRIDOS, _NAO_PROTESTAR = "1", "3"
_NAO_DESCONTAVEL = "N"
_CARTEIRA = "21"


def header(dados: DadosRemessa, formato: str) -> Campos:
    """Return the bank's own fields of the opening records."""
    if not dados.convenio.codigo_beneficiario.isdigit():
        raise BancoError("codigo_beneficiario", "falta o código do beneficiário, que a Unicred dá no cadastramento")
    # CNAB 240 prints a filler where FEBRABAN has the convênio; its note G014 spells the name out
    return {"banco_nome": "UNICRED"} if formato == "400" else {"convenio": "", "banco_nome": "UNICRED DO BRASIL"}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:
    """Return the bank's own fields of a title's records; neither size has one for the kind of title."""
    if titulo.boleto.abatimento and titulo.comando == _REGISTRAR:
        # remark under segment P, positions 206-218: only with the movement 04
        raise BancoError("abatimento", "a Unicred só lê abatimento num pedido de concessão, depois do registro")
    carteira = dados.convenio.carteira.lstrip("0") or _CARTEIRA
    if carteira != _CARTEIRA:
        raise BancoError("carteira", f"a remessa da Unicred só leva a carteira {_CARTEIRA}, não {carteira}")
    return campos(dados, titulo.boleto, formato, carteira=carteira)


def campos(dados: DadosRemessa, boleto: Boleto, formato: str, *, carteira: str) -> Campos:
    """Return the fields that both Unicreds (136 and, in CNAB 240, 091) have alike."""
    header(dados, formato)
    encargos = boleto.encargos
    limites.without_baixa(encargos, _NOME)
    limites.without_aceite(boleto, _NOME)
    limites.client_prints(dados.convenio, _NOME)
    return {
        **_encargos(boleto, formato),
        "nosso_numero": boleto.nosso_numero + boleto.nosso_numero_dv,
        "titulo_descontavel": _NAO_DESCONTAVEL,
        "protesto_codigo": _NAO_PROTESTAR if encargos.protesto_dias is None else _CORRIDOS,
        "protesto_dias": limites.protest_days(encargos, _NOME),
        **({} if formato == "400" else {"carteira": carteira, "moeda": "09"}),
    }


def _encargos(boleto: Boleto, formato: str) -> Campos:
    encargos = boleto.encargos
    juros = encargos.juros if encargos.juros_tipo is not TipoJuros.ISENTO else 0
    comuns: Campos = {
        "multa_codigo": _multa(encargos, formato),
        "multa_valor_percentual": encargos.multa if encargos.multa_tipo is not TipoMulta.ISENTA else 0,
    }
    if formato == "240":
        desconto = limites.discount_in_amount(boleto)
        return {**comuns, **desconto, "juros_codigo": _JUROS[encargos.juros_tipo], "juros_valor_taxa": juros}
    com_desconto = encargos.desconto_tipo is not TipoDesconto.SEM
    tipo = _JUROS[encargos.juros_tipo]
    return {**comuns, "mora_tipo": tipo, "juros_valor": juros, "desconto_codigo": "1" if com_desconto else "0"}


def _multa(encargos: Encargos, formato: str) -> str:
    """Return the code of the fine; 0 without one in CNAB 240, whose segment R is then not written."""
    isenta = formato == "240" and encargos.multa_tipo is TipoMulta.ISENTA
    return "0" if isenta else _MULTA[encargos.multa_tipo]


REMESSA = Remessa(header=header, titulo=titulo, formatos=("400", "240"))
