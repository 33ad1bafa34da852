"""How values are shown: Brazilian dates and amounts, by the kind of column."""

from datetime import date, datetime
from typing import Any

from PySide6.QtCore import Qt

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.domain.valores import format_brl

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def show(value: Any, tipo: TipoColuna = TipoColuna.TEXTO) -> str:
    """Return *value* as the user reads it.

    >>> show(9999999999, TipoColuna.VALOR), show(date(2026, 2, 1)), show(None), show(True)
    ('99.999.999,99', '01/02/2026', '', 'Sim')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Sim" if value else "Não"
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if tipo is TipoColuna.VALOR and isinstance(value, int):
        return format_brl(value, simbolo=False)
    return str(value)


def alignment(coluna: Coluna) -> Qt.AlignmentFlag:
    """Return where the column's values stand: figures that are compared to the right."""
    return RIGHT if coluna.tipo in (TipoColuna.VALOR, TipoColuna.NUMERO) else LEFT


def count(number: int, one: str, many: str) -> str:
    """Return *number* with the word that fits it, thousands parted by points.

    >>> count(1, "título", "títulos"), count(1500, "título", "títulos")
    ('1 título', '1.500 títulos')
    """
    return f"{number:,}".replace(",", ".") + " " + (one if number == 1 else many)
