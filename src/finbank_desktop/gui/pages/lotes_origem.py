"""Where what made a lot is shown."""

from typing import Any

from finbank_desktop.domain.contabil import Processo
from finbank_desktop.gui.widgets.filter_bar import Opcao

_SECTIONS = {
    ("importacoes", Processo.RETORNO_COBRANCA): "retornos",
    ("importacoes", Processo.RETORNO_DEBITO): "debito-retornos",
    ("importacoes_pagamento", Processo.RETORNO_PAGAMENTO): "retornos-pagamento",
}
NOWHERE = "Só um retorno tem mais a mostrar."
"""Why there is nothing to lead to."""


def place_of(tabela: str, row: int, processo: Processo, words: str) -> tuple[str, dict[str, Any]] | None:
    """Return the section and the filter that show the row *row* of *tabela*; ``None`` where none does."""
    section = _SECTIONS.get((tabela, processo))
    return (section, {"id": Opcao(words, row)}) if section else None
