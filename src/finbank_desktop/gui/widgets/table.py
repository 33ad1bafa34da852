"""The table all lists use: quiet lines, selos, marks, everything by keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.gui import icons
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets import selos

_Index = QModelIndex | QPersistentModelIndex
_CHECK = 18


class CellDelegate(QStyledItemDelegate):
    """Draws selos and check boxes; leaves the rest to Qt."""

    def __init__(self, column_at: Callable[[int], Coluna | None], parent: QWidget) -> None:
        """*column_at* tells which column of the list stands at a place; ``None`` for the marks."""
        super().__init__(parent)
        self._column_at = column_at

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one cell."""
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        coluna = self._column_at(index.column())
        is_selo = coluna is not None and coluna.tipo is TipoColuna.SELO
        if state is None and not is_selo:
            super().paint(painter, option, index)
            return
        self._paint_ground(painter, option, index)
        place = option.rect.adjusted(theme.px(8), 0, -theme.px(4), 0)
        if state is not None:
            can_change = bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)
            _paint_check(painter, place, checked=Qt.CheckState(state) is Qt.CheckState.Checked, can_change=can_change)
            place.setLeft(place.left() + theme.px(_CHECK + 8))
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        if is_selo and text:
            painter.setFont(theme.font(0.9))
            selos.paint(painter, place, text, selos.look_of(text), QFontMetrics(theme.font(0.9)))
        elif text:
            painter.setPen(QColor(theme.tokens.text))
            shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        bare.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, option.widget)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Let a click anywhere in the cell of a mark change it."""
        if event.type() is QEvent.Type.MouseButtonRelease and index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            toggle(model, index)
            return True
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            return False
        return super().editorEvent(event, model, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return room enough for the text and a line's air."""
        hint = super().sizeHint(option, index)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        coluna = self._column_at(index.column())
        if coluna is not None and coluna.tipo is TipoColuna.SELO:
            hint = selos.size_of(text, QFontMetrics(theme.font(0.9))) + QSize(theme.px(16), 0)
        return hint


def _paint_check(painter: QPainter, place: QRect, *, checked: bool, can_change: bool) -> None:
    side = theme.px(_CHECK)
    box = QRect(place.left(), place.center().y() - side // 2, side, side)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tokens = theme.tokens
    if checked:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
    else:
        painter.setPen(QPen(QColor(tokens.edge if can_change else tokens.line), 1.4))
        painter.setBrush(QColor(tokens.surface if can_change else tokens.raised))
    painter.drawRoundedRect(box, theme.px(4), theme.px(4))
    if checked:
        inner = theme.px(14)
        at = (side - inner) // 2
        painter.drawPixmap(box.left() + at, box.top() + at, icons.pixmap("check", tokens.on_accent, inner))
    painter.restore()


def toggle(model: QAbstractItemModel, index: _Index) -> None:
    """Mark what is unmarked and the other way round."""
    was = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
    now = Qt.CheckState.Unchecked if was is Qt.CheckState.Checked else Qt.CheckState.Checked
    model.setData(index, now, Qt.ItemDataRole.CheckStateRole)


class Table(QTableView):
    """A table of whole rows.

    Attributes:
        opened: Enter or a double click on the row with this number.
    """

    opened = Signal(int)

    def __init__(self, colunas: tuple[Coluna, ...], model: QAbstractItemModel, *, marks: bool, name: str) -> None:
        """Show *model*; *marks* when its first column is one of marks before *colunas*."""
        super().__init__()
        self._colunas = colunas
        self._first = 1 if marks else 0
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self.column_at, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self._prepare_header()
        self.setSortingEnabled(True)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self._size()
        theme.changed.connect(self._size)

    def column_at(self, section: int) -> Coluna | None:
        """Return the list's column at *section*."""
        at = section - self._first
        return self._colunas[at] if 0 <= at < len(self._colunas) else None

    def section_of(self, chave: str) -> int:
        """Return where the column *chave* stands in the model."""
        return self._first + [coluna.chave for coluna in self._colunas].index(chave)

    def _prepare_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        if self._first:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)

    def _size(self) -> None:
        self.setFont(theme.font())
        metrics = QFontMetrics(theme.font())
        self.verticalHeader().setDefaultSectionSize(metrics.height() + theme.px(20))
        self.verticalHeader().setMinimumSectionSize(theme.px(24))
        self.horizontalHeader().setMinimumSectionSize(theme.px(40))
        if self._first:
            self.setColumnWidth(0, theme.px(36))
        letter = metrics.horizontalAdvance("0")
        titles = QFontMetrics(theme.font(0.9, bold=True))
        for at, coluna in enumerate(self._colunas):
            title = titles.horizontalAdvance(coluna.titulo) + theme.px(40)
            self.setColumnWidth(at + self._first, max(letter * coluna.largura + theme.px(24), title))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space marks, Enter opens, the rest moves."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            self._toggle_selected()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and index.isValid():
            self.opened.emit(index.row())
        else:
            super().keyPressEvent(event)

    def _toggle_selected(self) -> None:
        model = self.model()
        rows = [index.row() for index in self.selectionModel().selectedRows()] or [self.currentIndex().row()]
        for row in rows:
            index = model.index(row, 0)
            if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                toggle(model, index)

    def selected_rows(self) -> list[int]:
        """Return the numbers of the chosen rows, top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())
