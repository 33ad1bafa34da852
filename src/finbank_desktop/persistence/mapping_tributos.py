"""A guia without barcode as JSON and back; see `mapping` for the rest."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from finbank_desktop.domain.tributos import TipoTributo, Tributo, Veiculo

_DATAS = ("periodo_apuracao", "vencimento")


def to_json(tributo: Tributo | None) -> dict[str, Any] | None:
    """Return *tributo* as its column holds it: dates as ISO text, its kind by name."""
    if tributo is None:
        return None
    valores: dict[str, Any] = {campo.name: getattr(tributo, campo.name) for campo in fields(tributo)}
    valores |= {nome: valores[nome].isoformat() if valores[nome] else None for nome in _DATAS}
    veiculo = tributo.veiculo
    valores["tipo"] = tributo.tipo.name
    valores["veiculo"] = veiculo and {campo.name: getattr(veiculo, campo.name) for campo in fields(veiculo)}
    return valores


def from_json(guardado: Mapping[str, Any] | None) -> Tributo | None:
    """Return the guia that `to_json` made *guardado* of."""
    if guardado is None:
        return None
    valores = dict(guardado)
    valores |= {nome: date.fromisoformat(valores[nome]) if valores.get(nome) else None for nome in _DATAS}
    veiculo = valores.get("veiculo")
    valores |= {"tipo": TipoTributo[valores["tipo"]], "veiculo": Veiculo(**veiculo) if veiculo else None}
    return Tributo(**valores)
