"""Sicredi's own fields.

Sources: Sicredi, "Manual do beneficiário, CNAB 240" and "CNAB 400", both version 1.4, ago/2019 (fields of segments P
and R; positions of the detail). The percentage of interest of CNAB 400 is one of a day: interest goes as an amount.
"""

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import encargos_240, especies, limites
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.encargos import TipoDesconto
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_NOME = "Sicredi"
_PROTESTO_MINIMO = 3
"""Up to 4 the days are business days (field 37.3P; positions 159-160)."""
_CLIENTE = "2"
_BAIXA_CODIGO, _BAIXA_DIAS = "1", "060"
"""Fields 38.3P and 39.3P: always these."""
_PROTESTAR_400 = "06"
_CNPJ = 14
_MULTA_MAXIMA = 9999


def header(dados: DadosRemessa, formato: str) -> Campos:
    """Return the bank's own fields of the opening records and of the last one."""
    if formato == "400":
        return {"codigo_beneficiario": _codigo(dados), "beneficiario_inscricao": dados.empresa.documento}
    # the bank uses neither convênio nor the agência's digit (fields 07.0 and 09.0)
    return {"convenio": "", "agencia_dv": "", "densidade": "01600"}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:
    """Return the bank's own fields of a title's records."""
    boleto = titulo.boleto
    limites.without_baixa(boleto.encargos, _NOME)
    limites.client_prints(dados.convenio, _NOME)
    limites.protest_days(boleto.encargos, _NOME, _PROTESTO_MINIMO)
    numero = boleto.nosso_numero + boleto.nosso_numero_dv
    own = _titulo_400(dados, titulo) if formato == "400" else _titulo_240(boleto)
    return {**own, "nosso_numero": numero}


def _codigo(dados: DadosRemessa) -> str:
    codigo = dados.convenio.codigo_beneficiario or dados.conta.conta
    if not codigo.isdigit():
        raise BancoError("codigo_beneficiario", "falta o código do beneficiário, que a cooperativa dá no cadastramento")
    return codigo


def _titulo_240(boleto: Boleto) -> Campos:
    encargos = encargos_240.fields(boleto, especies.SICREDI_240)
    com_desconto = boleto.encargos.desconto_tipo is not TipoDesconto.SEM
    return {
        **encargos,
        # there is no code for none: it is one of the others and no amount (08.3R, 30.3P)
        "desconto1_codigo": encargos["desconto1_codigo"] if com_desconto else "1",
        "agencia_dv": "",
        "carteira": "1",
        "forma_cadastramento": "1",
        "tipo_documento": "1",
        "emissao_boleto": _CLIENTE,
        "distribuicao_boleto": _CLIENTE,
        "baixa_codigo": _BAIXA_CODIGO,
        "baixa_dias": _BAIXA_DIAS,
    }


def _titulo_400(dados: DadosRemessa, titulo: TituloRemessa) -> Campos:
    boleto, encargos = titulo.boleto, titulo.boleto.encargos
    multa = limites.fine_in_percent(encargos, _NOME)
    if multa > _MULTA_MAXIMA:
        raise BancoError("multa", "o CNAB 400 do Sicredi leva multa de até 99,99 %")
    com_desconto = encargos.desconto_tipo is not TipoDesconto.SEM
    return {
        "data_instrucao": dados.geracao.date(),
        "postagem": "N",
        "emissao_boleto": "B",
        "multa_percentual": multa,
        "especie": especies.find(especies.SICREDI_400, boleto.especie),
        "aceite": "S" if boleto.aceite else "N",
        "instrucao_protesto": "00" if encargos.protesto_dias is None else _PROTESTAR_400,
        "protesto_dias": encargos.protesto_dias or 0,
        "juros_valor_percentual": encargos.juros_por_dia(boleto.valor),
        "desconto_valor_percentual": encargos.desconto_sobre(boleto.valor) if com_desconto else 0,
        "pagador_tipo_pessoa": "2" if len(titulo.pagador.documento) == _CNPJ else "1",
    }


REMESSA = Remessa(header=header, titulo=titulo, formatos=("400", "240"))
