"""What a cell shows of its row: text, alignment, and the whole text as a hint where the column is too narrow."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt

from finbank_desktop.domain.listas import Coluna
from finbank_desktop.gui import formats

MARK = "\N{HORIZONTAL ELLIPSIS}"
"""Stands in a cell whose row is not here yet."""

RowRole = Qt.ItemDataRole.UserRole + 1
"""The whole row as a mapping; ``None`` until it is here."""


def cell(row: Mapping[str, Any] | None, coluna: Coluna, role: int) -> Any:
    """Return what a view asks for under *role* of the cell of *coluna* in *row*."""
    if role == RowRole:
        return row
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return formats.alignment(coluna)
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return MARK if row is None else formats.show(row.get(coluna.chave), coluna.tipo)
    if role == Qt.ItemDataRole.ToolTipRole and row is not None:
        text = formats.show(row.get(coluna.chave), coluna.tipo)
        return text if len(text) > coluna.largura else None
    return None
