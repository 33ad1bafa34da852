"""What a list shows and how it is asked for; the same for the window and the command line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from finbank_desktop.domain.valores import Centavos


class TipoColuna(StrEnum):
    """How a column's values are shown and aligned."""

    TEXTO = "texto"
    NUMERO = "numero"
    DATA = "data"
    DATA_HORA = "datahora"
    VALOR = "valor"
    SELO = "selo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coluna:
    """A column of a list.

    Attributes:
        chave: Key in each row of `Pagina.linhas` and in `ListQuery.ordem`.
        titulo: What the user reads above it.
        largura: Comfortable width in characters.
    """

    chave: str
    titulo: str
    tipo: TipoColuna = TipoColuna.TEXTO
    largura: int = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class ListQuery:
    """Which rows of a list are wanted.

    Attributes:
        filtros: Key of a filter to what it must equal; a tuple of two is a range, either end may be ``None``.
        busca: Words looked for in the row's texts.
        ordem: Key of the column to sort by; empty for the list's own order.
        inicio: Rows to skip.
        quantidade: Rows at most.
    """

    filtros: Mapping[str, Any] = field(default_factory=dict)
    busca: str = ""
    ordem: str = ""
    decrescente: bool = False
    inicio: int = 0
    quantidade: int = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagina:
    """A stretch of a list.

    Attributes:
        linhas: One mapping per row: each column's key, and ``id``.
        total: Rows that match, on all pages.
        somas: Sum in centavos over all matching rows, by column key.
    """

    linhas: tuple[Mapping[str, Any], ...]
    total: int
    somas: Mapping[str, Centavos] = field(default_factory=dict)
