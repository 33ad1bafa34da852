"""A table model over a list of any length: the database is asked for a window of rows when they come into sight."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from finbank_desktop.domain.listas import Coluna, ListQuery, Pagina
from finbank_desktop.gui import formats
from finbank_desktop.gui.jobs import Job, JobRunner
from finbank_desktop.gui.lifetimes import is_alive
from finbank_desktop.gui.models.cells import RowRole, cell

CHUNK = 200
_KEPT = 40

Fetch = Callable[[ListQuery], Pagina]
_Index = QModelIndex | QPersistentModelIndex


class PagedModel(QAbstractTableModel):
    """Rows of a list service, fetched by the reading worker, with a first column to mark rows.

    Attributes:
        loaded: A new answer stands: total and sums hold.
        failed: The list could not be read; carries the exception.
        marked_changed: Other rows are marked now.
    """

    loaded = Signal()
    failed = Signal(object)
    marked_changed = Signal()

    def __init__(
        self,
        colunas: Sequence[Coluna],
        fetch: Fetch,
        runner: JobRunner,
        *,
        markable: bool = True,
        parent: QObject | None = None,
    ) -> None:
        """Prepare an empty model; `reload` fills it."""
        super().__init__(parent)
        self.colunas = tuple(colunas)
        self.markable = markable
        self.somas: Mapping[str, int] = {}
        self.query = ListQuery(quantidade=CHUNK)
        self.marked: set[int] = set()
        self.is_loaded = False
        self._fetch = fetch
        self._runner = runner
        self._total = 0
        self._chunks: OrderedDict[int, tuple[Mapping[str, Any], ...]] = OrderedDict()
        self._generation = 0
        self._wanted: list[int] = []
        self._busy = False
        self._flying = -1
        self._keeping = False
        self._answered = False

    # --- asking

    def ask(self, filtros: Mapping[str, Any], busca: str) -> None:
        """Show what matches; marks on rows out of sight are dropped."""
        self.query = replace(self.query, filtros=dict(filtros), busca=busca)
        self.unmark_all()
        self.reload()

    def reload(self, *, keep: bool = False) -> None:
        """Read anew; the old rows stay until the new ones are here.

        Args:
            keep: The same question as before, so that what is chosen and in sight may stay.
        """
        self._keeping = keep
        self._answered = False
        self._generation += 1
        self._wanted = [0]
        self._busy = False
        self._next()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort in the database by the column at *column*; -1 is the list's own order."""
        at = column - self.first_column
        chave = self.colunas[at].chave if 0 <= at < len(self.colunas) else ""
        self.query = replace(self.query, ordem=chave, decrescente=order is Qt.SortOrder.DescendingOrder)
        if self.is_loaded:
            self.reload()

    def _next(self) -> None:
        if self._busy or not self._wanted:
            return
        self._busy = True
        chunk, generation = self._wanted.pop(), self._generation
        self._flying = chunk
        query = replace(self.query, inicio=chunk * CHUNK)
        job = Job("Lendo a lista", lambda _watcher: self._fetch(query))
        job.succeeded.connect(lambda pagina: self._arrived(generation, chunk, pagina))
        job.failed.connect(lambda error: self._broke(generation, error))
        self._runner.read(job)

    def _arrived(self, generation: int, chunk: int, pagina: Pagina) -> None:
        if generation != self._generation or not is_alive(self):
            return
        self._busy = False
        if not self._answered or pagina.total != self._total:
            self._answered = True
            self._begin_anew(chunk, pagina)
        else:
            self._keep(chunk, pagina.linhas)
        self._next()

    def _begin_anew(self, chunk: int, pagina: Pagina) -> None:
        same_size = self._keeping and self.is_loaded and pagina.total == self._total
        if not same_size:
            self.beginResetModel()
        self._chunks = OrderedDict({chunk: pagina.linhas})
        self._total = pagina.total
        self.somas = pagina.somas
        self.is_loaded = True
        if not same_size:
            self.endResetModel()
        elif self._total:
            self.dataChanged.emit(self.index(0, 0), self.index(self._total - 1, self.columnCount() - 1))
        self.loaded.emit()

    def _keep(self, chunk: int, linhas: tuple[Mapping[str, Any], ...]) -> None:
        self._chunks[chunk] = linhas
        if len(self._chunks) > _KEPT:
            self._chunks.popitem(last=False)
        first, last = chunk * CHUNK, min(chunk * CHUNK + len(linhas), self._total) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    def _broke(self, generation: int, error: Exception) -> None:
        if generation == self._generation and is_alive(self):
            self._busy = False
            self._wanted = []
            self.failed.emit(error)

    # --- rows

    @property
    def first_column(self) -> int:
        """Where the list's own columns begin: after the column of marks."""
        return 1 if self.markable else 0

    def row(self, number: int) -> Mapping[str, Any] | None:
        """Return row *number*, or ask for it and return ``None``."""
        chunk, offset = divmod(number, CHUNK)
        linhas = self._chunks.get(chunk)
        if linhas is not None:
            return linhas[offset] if offset < len(linhas) else None
        if self._busy and chunk == self._flying:
            return None
        if chunk in self._wanted:
            self._wanted.remove(chunk)
        self._wanted.append(chunk)
        del self._wanted[:-4]
        self._next()
        return None

    def known(self, ids: Iterable[int]) -> list[Mapping[str, Any]]:
        """Return those of the rows *ids* that are here; asks for nothing."""
        wanted = set(ids)
        return [row for linhas in self._chunks.values() for row in linhas if row["id"] in wanted]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many rows match, whether they are here or not."""
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the list's columns and the one of marks."""
        return 0 if parent.isValid() else len(self.colunas) + self.first_column

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what the views ask for."""
        if not index.isValid():
            return None
        row = self.row(index.row())
        if index.column() < self.first_column:
            return self._mark(row, role)
        return cell(row, self.colunas[index.column() - self.first_column], role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the columns' titles."""
        at = section - self.first_column
        if orientation is Qt.Orientation.Vertical or not 0 <= at < len(self.colunas):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.colunas[at].titulo
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return formats.alignment(self.colunas[at])
        return None

    # --- marks

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that rows can be chosen and, in the first column, marked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() < self.first_column else flags

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Mark or unmark a row."""
        row = self.row(index.row()) if index.isValid() else None
        if role != Qt.ItemDataRole.CheckStateRole or row is None or index.column() >= self.first_column:
            return False
        self.mark([row["id"]], on=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def mark(self, ids: Sequence[int], *, on: bool) -> None:
        """Mark or unmark the rows with *ids*, in sight or not."""
        self.marked = self.marked | set(ids) if on else self.marked - set(ids)
        if self.rowCount() and self.markable:
            self.dataChanged.emit(
                self.index(0, 0), self.index(self.rowCount() - 1, 0), [Qt.ItemDataRole.CheckStateRole]
            )
        self.marked_changed.emit()

    def unmark_all(self) -> None:
        """Unmark every row."""
        if self.marked:
            self.mark(list(self.marked), on=False)

    def mark_all(self) -> None:
        """Mark every row that matches, also those that were never in sight; they are read beside the window."""
        query = replace(self.query, inicio=0, quantidade=max(self._total, 1))
        job = Job("Marcando", lambda _watcher: [row["id"] for row in self._fetch(query).linhas])
        job.succeeded.connect(lambda ids: self.mark(ids, on=True) if is_alive(self) else None)
        job.failed.connect(self.failed)
        self._runner.read(job)

    def _mark(self, row: Mapping[str, Any] | None, role: int) -> Any:
        marked = row is not None and row["id"] in self.marked
        if role == RowRole:
            return row
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if marked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "marcada" if marked else "não marcada"
        return None
