"""C6's and Pefisa's own fields, CNAB 400.

Sources: for C6 (336) eduardokum/laravel-boleto, Maxwbh/brcobranca and ACBr, which agree on the positions; for Pefisa
(174) ACBr. They differ on C6's 18-29 and 109-120: the beneficiary's code, or the account with its digit. Here it is the
code, as the first two have it in 18-29, and in 109-120 whatever the convênio says. The days of protest stand in 392-393
without an instruction (laravel-boleto, ACBr).
"""

from collections.abc import Mapping
from datetime import timedelta

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import especies
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.encargos import Encargos, TipoJuros, TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

PELO_BANCO = frozenset(("10", "30", "60"))
"""Carteiras whose boletos the bank prints."""
_MULTA_PERCENTUAL = "2"
_CENTESIMOS = 100
_MULTA_MAXIMA = 99
_PROTESTO_MAXIMO = 99
_COM_BANCO = "20"
"""The only carteira whose titles name the bank in 83-85 (Maxwbh/brcobranca, ACBr); laravel-boleto always names it."""


def _codigo(dados: DadosRemessa) -> str:
    codigo = dados.convenio.codigo_beneficiario or dados.convenio.convenio
    if not codigo:
        raise BancoError("codigo_beneficiario", "falta o código do beneficiário, que o banco dá com o convênio")
    return codigo


def _header_c6(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 400 only
    codigo = _codigo(dados)
    conta = dados.convenio.extras.get("conta_cobranca_direta") or codigo
    return {"codigo_beneficiario": codigo, "conta_cobranca_direta": conta}


def _titulo_c6(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:  # noqa: ARG001 - as above
    carteira = dados.convenio.carteira
    if carteira in PELO_BANCO:
        raise BancoError("carteira", f"na carteira {carteira} é o C6 que emite e numera o boleto; use a 20")
    comuns = _titulo(titulo.boleto, especies.C6_400)
    return {**comuns, "codigo_beneficiario": _codigo(dados), "banco": "336" if carteira == _COM_BANCO else "000"}


def _header_pefisa(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - as above
    return {"codigo_beneficiario": _codigo(dados)}


def _titulo_pefisa(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:  # noqa: ARG001 - as above
    codigo = dados.convenio.extras.get("codigo_transmissao") or _codigo(dados)
    return {**_titulo(titulo.boleto, especies.PEFISA_400), "codigo_beneficiario": codigo}


def _titulo(boleto: Boleto, tabela: Mapping[str, str]) -> Campos:
    encargos, amanha = boleto.encargos, boleto.vencimento + timedelta(days=1)
    multa = _multa(encargos)
    return {
        "nosso_numero_dv": boleto.nosso_numero_dv,
        "especie": especies.find(tabela, boleto.especie),
        "instrucao_1": "00",
        "instrucao_2": "00",
        "multa_codigo": _MULTA_PERCENTUAL if multa else "0",
        "multa_percentual": multa,
        "multa_data": amanha if multa else None,
        "juros_data": amanha if encargos.juros_tipo is not TipoJuros.ISENTO else None,
        "protesto_dias": _protesto(encargos),
    }


def _multa(encargos: Encargos) -> int:
    """Return the whole percentage that two positions hold; 0 without a fine."""
    if encargos.multa_tipo is TipoMulta.ISENTA:
        return 0
    inteiro, resto = divmod(encargos.multa, _CENTESIMOS)
    if encargos.multa_tipo is TipoMulta.VALOR or resto or not 0 < inteiro <= _MULTA_MAXIMA:
        raise BancoError("multa", "o CNAB 400 deste banco só leva multa em percentual inteiro, de 1 a 99 %")
    return inteiro


def _protesto(encargos: Encargos) -> int:
    if encargos.baixa_dias is not None:
        raise BancoError("baixa_dias", "a remessa deste banco não leva prazo de baixa; combine-o com o banco")
    dias = encargos.protesto_dias
    if dias is not None and not 0 < dias <= _PROTESTO_MAXIMO:
        raise BancoError("protesto_dias", f"o CNAB 400 deste banco leva de 1 a {_PROTESTO_MAXIMO} dias, não {dias}")
    return dias or 0


C6 = Remessa(header=_header_c6, titulo=_titulo_c6, formatos=("400",))
PEFISA = Remessa(header=_header_pefisa, titulo=_titulo_pefisa, formatos=("400",))
