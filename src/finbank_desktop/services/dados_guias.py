"""A guia without barcode in a data file: its keys are the attributes of `Tributo`, amounts and days as elsewhere."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from finbank_desktop.domain.documentos import compact
from finbank_desktop.domain.tributos import TipoTributo, Tributo, Veiculo
from finbank_desktop.domain.valores import format_decimal
from finbank_desktop.services.dados_campos import (
    Campo,
    parse_data,
    parse_inteiro,
    parse_texto,
    parse_valor,
)

_VALORES = frozenset(
    ("valor_principal", "outras_entidades", "atualizacao", "multa", "juros", "desconto", "receita_bruta", "percentual")
)
_DATAS = frozenset(("periodo_apuracao", "vencimento"))
_OBRIGATORIOS = ("tipo", "contribuinte_nome", "contribuinte_documento", "valor_principal")


def campo_tributo() -> Campo:
    """Return the key ``tributo``."""
    return Campo(chave="tributo", atributo="tributo", parse=parse_tributo, show=show_tributo)


def parse_tributo(bruto: Any) -> Tributo:
    """Return a guia.

    Raises:
        ValueError: A key is not known, is missing, or cannot be read.
    """
    if not isinstance(bruto, dict):
        raise ValueError("tem de ser um objeto entre chaves")  # noqa: TRY004 - bad data, told as such
    conhecidas = {campo.name for campo in fields(Tributo)}
    for chave in bruto:
        if chave not in conhecidas:
            raise ValueError(f"a chave “{chave}” não existe; as conhecidas são {', '.join(sorted(conhecidas))}")
    for chave in _OBRIGATORIOS:
        if chave not in bruto:
            raise ValueError(f"falta “{chave}”")
    lidos = {chave: _parse(chave, valor) for chave, valor in bruto.items() if valor is not None}
    return Tributo(**lidos)


def show_tributo(tributo: Tributo) -> dict[str, Any]:
    """Return a guia as JSON."""
    return {campo.name: _show(campo.name, getattr(tributo, campo.name)) for campo in fields(tributo)}


def _parse(chave: str, bruto: Any) -> Any:
    try:
        return _parser(chave)(bruto)
    except ValueError as error:
        raise ValueError(f"“{chave}” {error}") from None


def _parser(chave: str) -> Callable[[Any], Any]:
    if chave in _VALORES:
        return parse_valor
    if chave in _DATAS:
        return parse_data
    return {
        "tipo": _tipo,
        "veiculo": _veiculo,
        "contribuinte_documento": lambda bruto: compact(parse_texto(bruto)),
    }.get(chave, parse_texto)


def _tipo(bruto: Any) -> TipoTributo:
    quer = parse_texto(bruto).casefold()
    achado = next((each for each in TipoTributo if quer in (each.value.casefold(), each.name.casefold())), None)
    if achado is None:
        raise ValueError(f"não existe; use um destes: {', '.join(each.value for each in TipoTributo)}")
    return achado


def _veiculo(bruto: Any) -> Veiculo:
    if not isinstance(bruto, Mapping):
        raise ValueError("tem de ser um objeto entre chaves")  # noqa: TRY004 - bad data, told as such
    nomes = {campo.name for campo in fields(Veiculo)}
    if set(bruto) - nomes or nomes - set(bruto) - {"opcao_pagamento"}:
        raise ValueError(f"tem as chaves {', '.join(sorted(nomes))}")
    lidos: dict[str, Any] = {
        chave: parse_inteiro(v) if chave == "ano_base" else parse_texto(v) for chave, v in bruto.items()
    }
    return Veiculo(**lidos)


def _show(chave: str, valor: Any) -> Any:
    if chave in _VALORES:
        return format_decimal(valor)
    if isinstance(valor, date):
        return valor.isoformat()
    if isinstance(valor, Veiculo):
        return {campo.name: getattr(valor, campo.name) for campo in fields(valor)}
    return str(valor) if isinstance(valor, TipoTributo) else valor
