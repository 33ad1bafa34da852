"""A table model over rows that are all here: a plan's rows, a boleto's items."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from finbank_desktop.domain.listas import Coluna
from finbank_desktop.gui import formats
from finbank_desktop.gui.models.cells import cell

_Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractTableModel):
    """Shows *rows* in *colunas*; rows may be ticked when *tickable*.

    Attributes:
        ticked_changed: Other rows are ticked now.
    """

    ticked_changed = Signal()

    def __init__(self, colunas: Sequence[Coluna], *, tickable: bool = False, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.colunas = tuple(colunas)
        self._tickable = tickable
        self._rows: tuple[Mapping[str, Any], ...] = ()
        self._unticked: set[Any] = set()
        self._stuck: dict[Any, str] = {}

    def show_rows(self, rows: Sequence[Mapping[str, Any]], *, stuck: Mapping[Any, str] | None = None) -> None:
        """Take other rows; all are ticked but those in *stuck*, a row's id to why it cannot be."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._stuck = dict(stuck or {})
        self._unticked &= {row["id"] for row in rows} if self._tickable else set()
        self.endResetModel()
        self.ticked_changed.emit()

    def row(self, number: int) -> Mapping[str, Any]:
        """Return row *number* as it is shown now."""
        return self._rows[number]

    def ticked(self) -> list[Any]:
        """Return the ids of the ticked rows, in their order."""
        return [row["id"] for row in self._rows if self._is_ticked(row)]

    def tick_all(self, *, on: bool) -> None:
        """Tick or untick all rows that can be."""
        self._unticked = set() if on else {row["id"] for row in self._rows}
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))
        self.ticked_changed.emit()

    def tick(self, keys: Collection[Any], *, on: bool) -> None:
        """Tick or untick the rows with these ids; the others stay as they are."""
        self._unticked = self._unticked.difference(keys) if on else self._unticked.union(keys)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))
        self.ticked_changed.emit()

    def _is_ticked(self, row: Mapping[str, Any]) -> bool:
        return row["id"] not in self._unticked and row["id"] not in self._stuck

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.colunas)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what the views ask for."""
        if not index.isValid():
            return None
        row, coluna = self._rows[index.row()], self.colunas[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole and self._tickable and index.column() == 0:
            return Qt.CheckState.Checked if self._is_ticked(row) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole and row["id"] in self._stuck:
            return self._stuck[row["id"]]
        return cell(row, coluna, role)

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick a row."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        key = self._rows[index.row()]["id"]
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._unticked.discard(key)
        else:
            self._unticked.add(key)
        self.dataChanged.emit(index, index, [role])
        self.ticked_changed.emit()
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that rows can be chosen and, when nothing speaks against it, ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        free = self._tickable and index.column() == 0 and self._rows[index.row()]["id"] not in self._stuck
        return flags | Qt.ItemFlag.ItemIsUserCheckable if free else flags

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows by the column at *column*, empty values last."""
        if not 0 <= column < len(self.colunas):
            return
        chave = self.colunas[column].chave
        filled = [row for row in self._rows if row.get(chave) is not None]
        empty = [row for row in self._rows if row.get(chave) is None]
        filled.sort(key=lambda row: row[chave], reverse=order is Qt.SortOrder.DescendingOrder)
        self.layoutAboutToBeChanged.emit()
        self._rows = (*filled, *empty)
        self.layoutChanged.emit()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the columns' titles."""
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.colunas):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.colunas[section].titulo
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return formats.alignment(self.colunas[section])
        return None
