"""What a remessa asks the bank to add or to let off, told by the names of its fields.

Layouts keep the manuals' names, and these agree: interest per day or by code and rate (FEBRABAN C018), fine by code and
value (G073), discount by value and date, or by code and value (C021).
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.registros import Valor

_JUROS = {1: TipoJuros.VALOR_DIA, 2: TipoJuros.TAXA_MENSAL}
_MULTA = {1: TipoMulta.VALOR, 2: TipoMulta.PERCENTUAL}
_DESCONTO = {1: TipoDesconto.VALOR, 2: TipoDesconto.PERCENTUAL}


def encargos_of(valores: Mapping[str, Valor]) -> Encargos:
    """Return interest, fine and discount of the title whose fields are *valores*."""
    por_dia = _number(valores, "juros_dia")
    juros = {"juros_tipo": TipoJuros.VALOR_DIA, "juros": por_dia} if por_dia else _by_code(valores, "juros", _JUROS)
    desconto = _number(valores, "desconto_valor")
    descontos = (
        {"desconto_tipo": TipoDesconto.VALOR, "desconto": desconto}
        if desconto
        else _by_code(valores, "desconto", _DESCONTO, "desconto1")
    )
    fields: dict[str, Any] = {**juros, **_by_code(valores, "multa", _MULTA), **descontos}
    return Encargos(**fields)


def validade_desconto(valores: Mapping[str, Valor]) -> date | None:
    """Return the last day of the discount."""
    found = (valores.get(nome) for nome in ("desconto_data", "desconto1_data"))
    return next((dia for dia in found if isinstance(dia, date)), None)


def _by_code(
    valores: Mapping[str, Valor], nome: str, tipos: Mapping[int, object], prefixo: str = ""
) -> dict[str, object]:
    prefixo = prefixo or nome
    tipo = tipos.get(_number(valores, f"{prefixo}_codigo"))
    sufixos = ("valor_percentual", "valor_taxa", "percentual")
    valor = next((found for sufixo in sufixos if (found := _number(valores, f"{prefixo}_{sufixo}"))), 0)
    return {f"{nome}_tipo": tipo, nome: valor} if tipo and valor else {}


def _number(valores: Mapping[str, Valor], nome: str) -> int:
    """Return a number or a code of digits; 0 for anything else."""
    valor = valores.get(nome)
    if isinstance(valor, str):
        return int(valor) if valor.isascii() and valor.isdigit() else 0
    return valor if isinstance(valor, int) else 0
