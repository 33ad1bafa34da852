"""Where what made a lot is shown."""

from typing import Any

from finbank_desktop.domain.contabil import Processo
from finbank_desktop.gui.widgets.filter_bar import Opcao

_SECTIONS = {Processo.RETORNO_COBRANCA: "retornos", Processo.RETORNO_DEBITO: "debito-retornos"}
NOWHERE = "Só um retorno de cobrança ou de débito tem mais a mostrar."
"""Why there is nothing to lead to."""


def place_of(tabela: str, row: int, processo: Processo, words: str) -> tuple[str, dict[str, Any]] | None:
    """Return the section and the filter that show the row *row* of *tabela*; ``None`` where none does."""
    if tabela != "importacoes" or processo not in _SECTIONS:
        return None
    return _SECTIONS[processo], {"id": Opcao(words, row)}
