"""Vórtx's own fields, CNAB 400 (ACBr, which knows no code of protest or baixa).

laravel-boleto writes lines of 444 positions for this bank, the account in 21-37 and the e-mail in a record of its own,
after a manual it calls Grafeno's; which of both the bank takes is not published.
"""

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import especies
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.encargos import TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_MULTA_PERCENTUAL = "2"
_EMISSAO = {"banco": "1"}
_CLIENTE_EMITE = "2"
_DOCUMENTO = 10


def header(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 400 only
    """Return the bank's own fields of the opening record."""
    convenio = dados.convenio
    codigo = convenio.extras.get("codigo_transmissao") or convenio.codigo_beneficiario or convenio.convenio
    if not codigo:
        raise BancoError("codigo_transmissao", "falta o código de transmissão, que a Vórtx dá com o convênio")
    return {"codigo_empresa": codigo}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:
    """Return the bank's own fields of a title's record."""
    header(dados, formato)
    boleto, encargos = titulo.boleto, titulo.boleto.encargos
    _check(boleto)
    com_multa = encargos.multa_tipo is TipoMulta.PERCENTUAL
    return {
        "multa_codigo": _MULTA_PERCENTUAL if com_multa else "0",
        "multa_percentual": encargos.multa if com_multa else 0,
        "nosso_numero_dv": boleto.nosso_numero_dv,
        "condicao_emissao": _EMISSAO.get(dados.convenio.emissao, _CLIENTE_EMITE),
        "numero_documento": boleto.numero_documento.zfill(_DOCUMENTO),
        "especie": especies.find(especies.VORTX_400, boleto.especie),
        "instrucao_1": "00",
        "instrucao_2": "00",
    }


def _check(boleto: Boleto) -> None:
    encargos = boleto.encargos
    if not (boleto.numero_documento.isascii() and boleto.numero_documento.isdigit()):
        raise BancoError("numero_documento", "na Vórtx o número do documento só leva algarismos")
    if encargos.multa_tipo is TipoMulta.VALOR:
        raise BancoError("multa", "o CNAB 400 da Vórtx só leva multa em percentual")
    if boleto.aceite:
        raise BancoError("aceite", "no CNAB 400 da Vórtx o aceite é sempre a mesma letra; deixe o título sem aceite")
    if encargos.protesto_dias is not None:
        raise BancoError("protesto_dias", "o código de protesto da Vórtx não é público; combine-o com o banco")
    if encargos.baixa_dias is not None:
        raise BancoError("baixa_dias", "o código de baixa da Vórtx não é público; combine-a com o banco")


REMESSA = Remessa(header=header, titulo=titulo, formatos=("400",))
