"""Tabs that hold one table each and say how many rows it has: what a plan does, kind by kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from finbank_desktop.domain.listas import Coluna
from finbank_desktop.gui.models.rows import RowsModel
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.sheet_dialog import table_of
from finbank_desktop.gui.widgets.table import Table

_HEIGHT = 220
"""Least height of tabs and table, in logical pixels; below that the page scrolls."""


@dataclass(frozen=True, slots=True)
class CountedTab:
    """One kind of rows.

    Attributes:
        rows: Each with an ``id``; none greys the tab out.
    """

    titulo: str
    colunas: Sequence[Coluna]
    rows: Sequence[Mapping[str, Any]]


class CountedTabs(QTabWidget):
    """Shows the rows of each kind; a kind without rows stays in sight, but cannot be opened.

    Attributes:
        row_changed: The row that stands chosen now, or ``None``.
        opened: Enter or a double click on the chosen row.
    """

    row_changed = Signal(object)
    opened = Signal()

    def __init__(self, name: str, none: str) -> None:
        """Begin empty; *name* is what a screen reader says, *none* why a tab cannot be opened."""
        super().__init__()
        self._none = none
        self.setDocumentMode(True)
        self.setMinimumHeight(theme.px(_HEIGHT))
        self.tabBar().setAccessibleName(name)
        self.currentChanged.connect(lambda _at: self._tell())

    def show_tabs(self, abas: Sequence[CountedTab]) -> None:
        """Show *abas* and stay at the one that was in sight, where it still has rows."""
        before = self._titulo(self.currentIndex())
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        while self.count():
            old = self.widget(0)
            self.removeTab(0)
            if old is not None:
                old.deleteLater()
        for aba in abas:
            self._add(aba)
        enabled = [at for at in range(self.count()) if self.isTabEnabled(at)]
        again = [at for at in enabled if self._titulo(at) == before]
        self.setCurrentIndex(next(iter([*again, *enabled]), 0))
        self.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._tell()

    def _add(self, aba: CountedTab) -> None:
        if not aba.rows:
            at = self.addTab(QWidget(), f"{aba.titulo} (0)")
            self.setTabEnabled(at, False)  # noqa: FBT003 - Qt's own signature
            self.setTabToolTip(at, self._none)
            return
        table = table_of(aba.colunas, aba.rows, aba.titulo)
        table.selectionModel().currentRowChanged.connect(lambda _new, _old: self._tell())
        table.opened.connect(lambda _row: self.opened.emit())
        self.addTab(table, f"{aba.titulo} ({len(aba.rows):,})".replace(",", "."))

    def show_tab(self, titulo: str) -> None:
        """Bring the tab called *titulo* into sight."""
        self.setCurrentIndex([self._titulo(at) for at in range(self.count())].index(titulo))

    def current_row(self) -> Mapping[str, Any] | None:
        """Return the row that stands chosen."""
        table = self.currentWidget()
        model = table.model() if isinstance(table, Table) else None
        if not isinstance(table, Table) or not isinstance(model, RowsModel) or not model.rowCount():
            return None
        return model.row(max(table.currentIndex().row(), 0))

    def _titulo(self, at: int) -> str:
        return self.tabText(at).rpartition(" ")[0]

    def _tell(self) -> None:
        self.row_changed.emit(self.current_row())
