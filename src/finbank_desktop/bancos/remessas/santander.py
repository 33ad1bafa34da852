"""Santander's own fields.

Sources: Santander, H7815, "Layout Cobrança CNAB 240", version 2.9, abr/2018 (notes by number), and H7800, "CNAB 400",
version 2.17, abr/2018, with the Pix record of version 2.33, 2024. The account goes into the fields of the cobrança
account as well, as ACBr, laravel-boleto and BoletoNetCore write it. Where the convênio has a Pix key, CNAB 240 carries
it in FEBRABAN's Y-03 (ACBr) and CNAB 400 in the record of type 8.
"""

from collections.abc import Mapping

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import encargos_240, especies, limites, pix
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_NOME = "Santander"
_MODALIDADES = {"101": "5", "5": "5", "201": "1", "6": "1"}
"""101, rápida com registro, and 201, eletrônica com registro (nota 5; 400, position 108), and ACBr's short names."""
_RAPIDA = "5"
_TRANSMISSAO = {"240": 15, "400": 20}
_NUMERO_400 = 7
_POR_DIA, _ISENTO = "1", "3"
_PERFIL, _BAIXAR = "3", "1"
_BAIXAR_400 = {15: "02", 30: "03"}
_PROTESTAR_400 = "06"
_COM_MULTA = "4"
_SEM_ENCARGOS = ("CC", "BDP")
_CONTA_LONGA = "I"
_CONFORME_PERFIL, _UM_PAGAMENTO, _EM_VALOR = "00", "01", "2"


def header(dados: DadosRemessa, formato: str) -> Campos:
    """Return the bank's own fields of the opening records."""
    codigo = _transmissao(dados.convenio, formato)
    return {"codigo_transmissao": codigo, "banco_nome": "BANCO SANTANDER" if formato == "240" else "SANTANDER"}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:
    """Return the bank's own fields of a title's records."""
    boleto = titulo.boleto
    _transmissao(dados.convenio, formato)
    limites.without_aceite(boleto, _NOME)
    _check_encargos(boleto)
    return _titulo_240(dados, boleto) if formato == "240" else _titulo_400(dados, titulo)


def _transmissao(convenio: Convenio, formato: str) -> str:
    codigo = convenio.extras.get("codigo_transmissao", "").strip()
    if not codigo.isdigit() or len(codigo) > _TRANSMISSAO[formato]:
        tamanho = f"{_TRANSMISSAO[formato]} algarismos no CNAB {formato}"
        raise BancoError("codigo_transmissao", f"falta o código de transmissão que o Santander dá: {tamanho}")
    return codigo.zfill(_TRANSMISSAO[formato])


def _modalidade(convenio: Convenio) -> str:
    carteira = convenio.carteira.lstrip("0")
    if carteira not in _MODALIDADES:
        raise BancoError("carteira", f"a remessa do Santander leva as carteiras 101 e 201, não {convenio.carteira}")
    return _MODALIDADES[carteira]


def _check_encargos(boleto: Boleto) -> None:
    encargos, isento = boleto.encargos, (TipoJuros.ISENTO, TipoMulta.ISENTA, TipoDesconto.SEM)
    pedidos = (encargos.juros_tipo, encargos.multa_tipo, encargos.desconto_tipo)
    if boleto.especie.upper() in _SEM_ENCARGOS and (pedidos != isento or encargos.protesto_dias is not None):
        raise BancoError("especie", "boleto de cartão ou de proposta não leva juros, multa, desconto nem protesto")


def _titulo_240(dados: DadosRemessa, boleto: Boleto) -> Campos:
    encargos = boleto.encargos
    protesto = limites.protest_days(encargos, _NOME)
    juros = encargos.juros_por_dia(boleto.valor)
    return {
        **encargos_240.fields(boleto, especies.SANTANDER_240),
        **_baixa_240(encargos),
        **pix.fields(dados.convenio, "pix_chave_ou_url"),
        "conta_cobranca": dados.conta.conta,
        "conta_cobranca_dv": dados.conta.conta_dv,
        "nosso_numero": boleto.nosso_numero + boleto.nosso_numero_dv,
        "carteira": _modalidade(dados.convenio),
        "forma_cadastramento": "1",
        "tipo_documento": "2",
        # both run after the day that is given (notes 22 and 33)
        "juros_data": boleto.vencimento if juros else None,
        "multa_data": boleto.vencimento if encargos.multa_tipo is not TipoMulta.ISENTA else None,
        # in amounts only: a rate has five decimals in nota 18 and in laravel-boleto, two in ACBr
        "juros_codigo": _POR_DIA if juros else _ISENTO,
        "juros_valor_taxa": juros,
        "protesto_codigo": "1" if protesto else "0",
        "protesto_dias": protesto,
        "moeda": "00",
    }


def _baixa_240(encargos: Encargos) -> Mapping[str, str]:
    dias = encargos.baixa_dias
    if dias is None:
        return {"baixa_codigo": _PERFIL, "baixa_dias": "00"}
    if not 0 < dias <= 99:  # noqa: PLR2004 - two positions
        raise BancoError("baixa_dias", f"o CNAB 240 do Santander leva de 1 a 99 dias até a baixa, não {dias}")
    return {"baixa_codigo": _BAIXAR, "baixa_dias": f"{dias:02d}"}


def _titulo_400(dados: DadosRemessa, titulo: TituloRemessa) -> Campos:
    boleto, conta = titulo.boleto, dados.conta
    numero, zeros = boleto.nosso_numero[-_NUMERO_400:], boleto.nosso_numero[:-_NUMERO_400]
    if zeros.strip("0"):
        raise BancoError("nosso_numero", f"no CNAB 400 do Santander o nosso número vai até {'9' * _NUMERO_400}")
    if titulo.beneficiario_final:
        raise BancoError("beneficiario_final", "o CNAB 400 do Santander não leva o beneficiário final; use o 240")
    if not conta.conta_dv:
        raise BancoError("conta_dv", "falta o dígito da conta, que vai em cada título")
    codigo, modalidade = _transmissao(dados.convenio, "400"), _modalidade(dados.convenio)
    multa = limites.fine_in_percent(boleto.encargos, _NOME)
    instrucao, protesto = _instrucao_400(boleto.encargos)
    return {
        **_pix_400(dados.convenio, boleto),
        "agencia": codigo[:4],
        "conta_movimento": codigo[4:12],
        "conta_cobranca": codigo[12:],
        "nosso_numero": numero + boleto.nosso_numero_dv,
        "multa_codigo": _COM_MULTA if multa else "0",
        "multa_percentual": multa,
        "carteira": modalidade,
        "agencia_cobradora": conta.agencia + (conta.agencia_dv or "0") if modalidade == _RAPIDA else "0",
        "especie": especies.find(especies.SANTANDER_400, boleto.especie),
        "instrucao_1": instrucao,
        "instrucao_2": "00",
        "complemento_id": _CONTA_LONGA,
        "complemento": conta.conta[-1:] + conta.conta_dv,
        "protesto_dias": protesto,
    }


def _instrucao_400(encargos: Encargos) -> tuple[str, int]:
    protesto, baixa = limites.protest_days(encargos, _NOME), encargos.baixa_dias
    if baixa is None:
        return (_PROTESTAR_400 if protesto else "00"), protesto
    if protesto:
        raise BancoError("baixa_dias", "escolha protesto ou baixa: o manual não diz o que o Santander faz com os dois")
    if baixa not in _BAIXAR_400:
        raise BancoError("baixa_dias", f"no CNAB 400 o Santander baixa após 15 ou 30 dias, não {baixa}")
    return _BAIXAR_400[baixa], 0


def _pix_400(convenio: Convenio, boleto: Boleto) -> Campos:
    """Return the record of type 8, which leaves the amount to the convênio's profile unless its extras say more."""
    chave = pix.fields(convenio)
    padrao: Campos = {
        "tipo_pagamento": _CONFORME_PERFIL,
        "qtd_pagamentos": _UM_PAGAMENTO,
        "tipo_valor": _EM_VALOR,
        "valor_maximo": boleto.valor,
        "valor_minimo": boleto.valor,
    }
    return {**chave, **{nome: convenio.extras.get(nome, valor) for nome, valor in padrao.items()}} if chave else {}


REMESSA = Remessa(header=header, titulo=titulo, formatos=("240", "400"))
