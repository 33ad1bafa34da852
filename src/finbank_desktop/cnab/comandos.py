"""Which movements of a remessa a bank carries, and by which code, from ``resources/comandos.toml``.

A bank that is not there is asked by the words of its own table of movements: its number may mean anything, but
*Alteração de vencimento* means the same everywhere.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from finbank_desktop import resources
from finbank_desktop.cnab import ocorrencias
from finbank_desktop.domain.comandos import Comando

_FILE = "comandos.toml"
_PALAVRAS = {
    Comando.REGISTRAR: r"entrada de título$|remessa$|registro de título",
    Comando.BAIXAR: r"(pedido|solicitação) de baixa$|baixa$",
    Comando.CONCEDER_ABATIMENTO: r"conce(der|ssão)( de)? abatimento",
    Comando.CANCELAR_ABATIMENTO: r"cancela(r|mento)( de| do)? abatimento",
    Comando.ALTERAR_VENCIMENTO: r"altera(r|ção)( de| da| do)?( data de)? vencimento$",
    Comando.CONCEDER_DESCONTO: r"conce(der|ssão)( de)? desconto",
    Comando.CANCELAR_DESCONTO: r"(cancela(r|mento)( de| do)?|não conceder) desconto",
    Comando.PROTESTAR: r"(pedido de )?protest(ar|o)( título)?$",
    Comando.SUSTAR_E_BAIXAR: r"(sustar|sustação|cancela(r|mento))( de| do)? protesto e baixa",
    Comando.SUSTAR_E_MANTER: r"(sustar|sustação|cancela(r|mento))( de| do)? protesto( e manter.*)?$",
    Comando.ALTERAR_JUROS: r"altera(r|ção)( de| dos)? juros",
    Comando.DISPENSAR_JUROS: r"dispensa(r)?( de| cobrança de)? juros",
    Comando.ALTERAR_MULTA: r"(altera(r|ção)( de| da)?( valor/percentual de)?|cobrar) multa",
    Comando.DISPENSAR_MULTA: r"dispensa(r)?( de| cobrança de)? multa",
    Comando.ALTERAR_PAGADOR: r"altera(r|ção) (de |do )?(dados do pagador|nome e endereço do pagador|outros dados$)",
}


def code(banco: str, formato: str, comando: str) -> str | None:
    """Return the bank's code of a movement; ``None`` when its remessa does not carry it.

    Args:
        banco: Three digits.
        formato: ``"240"`` or ``"400"``.
        comando: FEBRABAN's code.
    """
    return _codes(banco, formato).get(comando)


def available(banco: str, formato: str) -> tuple[Comando, ...]:
    """Return what the bank can be asked about a title it knows, in FEBRABAN's order."""
    codigos = _codes(banco, formato)
    return tuple(comando for comando in Comando if comando in codigos and comando is not Comando.REGISTRAR)


@cache
def _codes(banco: str, formato: str) -> Mapping[str, str]:
    data: dict[str, Any] = tomllib.loads(resources.read_text(_FILE))
    proprios = data.get(f"{banco}-{formato}")
    if proprios is not None:
        codigos: dict[str, str] = proprios["codigos"]
        return codigos
    tabela = ocorrencias.tabela(banco, formato)
    if tabela is None:
        return {}
    if tabela == ocorrencias.tabela("000", formato) and f"febraban-{formato}" in data:
        febraban: dict[str, str] = data[f"febraban-{formato}"]["codigos"]
        return febraban
    if not tabela.remessa and f"febraban-{formato}-comuns" in data:
        comuns: dict[str, str] = data[f"febraban-{formato}-comuns"]["codigos"]
        return comuns
    return {comando: found for comando, palavras in _PALAVRAS.items() if (found := _named(tabela.remessa, palavras))}


def _named(tabela: Mapping[str, str], palavras: str) -> str:
    """Return the lowest code whose words match; empty when none do."""
    return min((codigo for codigo, texto in tabela.items() if re.match(palavras, texto, re.IGNORECASE)), default="")
