"""The table all lists use: quiet lines, selos, marks, everything by keyboard."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent, QShowEvent
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
_SHORT = 10
"""Letters of a name that are shown at least."""
_CODE = 18
"""Letters up to which a column holds a number that is of no use when it is cut."""
_SENTENCE = 50
"""Letters from which on a column holds sentences."""


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


def share(wanted: Mapping[int, int], least: Mapping[int, int], room: int) -> dict[int, int]:
    """Return a width for each column so that together they fill *room*; each gives what it can spare.

    Where even the least does not fit, the table scrolls anyway and every column gets what it would like.

    >>> share({0: 100, 1: 300}, {0: 80, 1: 60}, 250)
    {0: 88, 1: 161}
    >>> share({0: 100, 1: 300}, {0: 80, 1: 60}, 450)
    {0: 100, 1: 350}
    >>> share({0: 100, 1: 300}, {0: 80, 1: 60}, 100)
    {0: 100, 1: 300}
    """
    if sum(least.values()) > room:
        return dict(wanted)
    widths = dict(wanted)
    widest = max(widths, key=lambda at: widths[at])
    widths[widest] += max(room - sum(widths.values()), 0)
    excess, slack = sum(widths.values()) - room, sum(wanted[at] - least[at] for at in wanted)
    if excess > 0:
        return {at: wanted[at] - -(-(wanted[at] - least[at]) * excess // slack) for at in wanted}
    return widths


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
        self._chosen = False
        self._seen: dict[int, int] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._measure)
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
        for arrived in (model.dataChanged, model.modelReset):
            arrived.connect(self._pause.start)
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
        header.setStretchLastSection(False)
        header.sectionHandleDoubleClicked.connect(self.resizeColumnToContents)
        header.viewport().installEventFilter(self)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        if self._first:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the user drags a column's edge: from then on widths are the user's."""
        if event.type() is QEvent.Type.MouseButtonPress and watched is self.horizontalHeader().viewport():
            self._chosen = self._chosen or self.horizontalHeader().cursor().shape() is Qt.CursorShape.SplitHCursor
        return super().eventFilter(watched, event)

    def _size(self) -> None:
        self.setFont(theme.font())
        metrics = QFontMetrics(theme.font())
        self.verticalHeader().setDefaultSectionSize(metrics.height() + theme.px(20))
        self.verticalHeader().setMinimumSectionSize(theme.px(24))
        self.horizontalHeader().setMinimumSectionSize(theme.px(40))
        if self._first:
            self.setColumnWidth(0, theme.px(36))
        self._seen.clear()
        self._measure()

    # --- widths

    def _measure(self) -> None:
        """Learn how wide the texts in sight are; columns grow with what they have to show and never jump back."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        rows = (
            range(max(first, 0), (last if last >= 0 else self.model().rowCount() - 1) + 1) if first >= 0 else range(0)
        )
        plain, small = QFontMetrics(theme.font()), QFontMetrics(theme.font(0.9))
        for at, coluna in enumerate(self._colunas):
            if self.isColumnHidden(at + self._first):
                continue
            texts = {str(self.model().index(row, at + self._first).data() or "") for row in rows}
            is_selo = coluna.tipo is TipoColuna.SELO
            widths = (
                selos.size_of(text, small).width() if is_selo else plain.horizontalAdvance(text) for text in texts
            )
            self._seen[at] = max(max(widths, default=0), self._seen.get(at, 0))
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the columns their widths once the room is known."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew, unless the user has chosen widths."""
        super().resizeEvent(event)
        self._fit()

    def setColumnHidden(self, column: int, hide: bool) -> None:  # noqa: FBT001 - Qt's own signature
        """Hide or show a column and share the room anew."""
        super().setColumnHidden(column, hide)
        self._fit()

    def _fit(self) -> None:
        """Give every column what it would like; when that is too much, take it from the texts, the longest first."""
        if self._chosen:
            return
        shown = [at for at in range(len(self._colunas)) if not self.isColumnHidden(at + self._first)]
        if not shown:
            return
        wanted = {at: self._comfort(at) for at in shown}
        room = self.viewport().width() - (self.columnWidth(0) if self._first else 0)
        least = {at: min(wanted[at], self._least(at)) for at in shown}
        if sum(least.values()) > room:  # better a short number that is cut than a column out of sight
            least = {at: min(wanted[at], self._least(at, tight=True)) for at in shown}
        widths = share(wanted, least, room)
        for at, width in widths.items():
            self.setColumnWidth(at + self._first, width)

    def _comfort(self, at: int) -> int:
        coluna, seen = self._colunas[at], self._seen.get(at, 0)
        title = QFontMetrics(theme.font(0.9, bold=True)).horizontalAdvance(coluna.titulo) + theme.px(36)
        usual = QFontMetrics(theme.font()).averageCharWidth() * coluna.largura + theme.px(28)
        if not seen:
            return max(usual, title)
        return max(min(seen + theme.px(28), max(usual, self._least(at))), title)

    def _least(self, at: int, *, tight: bool = False) -> int:
        coluna, seen = self._colunas[at], 0 if tight else self._seen.get(at, 0)
        metrics = QFontMetrics(theme.font())
        if coluna.tipo is TipoColuna.SELO:
            shortest = selos.size_of("Registrado", QFontMetrics(theme.font(0.9))).width()
            return max(self._seen.get(at, 0), shortest) + theme.px(16)
        if coluna.tipo is TipoColuna.TEXTO:
            if seen and coluna.largura <= _CODE:
                title = QFontMetrics(theme.font(0.9, bold=True)).horizontalAdvance(coluna.titulo)
                return max(seen, title) + theme.px(24)
            letters = _SHORT if coluna.largura < _SENTENCE else _SENTENCE // 2
            return metrics.averageCharWidth() * min(coluna.largura, letters) + theme.px(24)
        widest = {
            TipoColuna.DATA: "00/00/0000",
            TipoColuna.DATA_HORA: "00/00/0000 00:00",
            TipoColuna.VALOR: "99.999.999,99",
        }
        shortest = metrics.horizontalAdvance(widest.get(coluna.tipo, "0000"))
        if coluna.tipo is TipoColuna.VALOR:  # half an amount is a wrong one
            shortest = max(shortest, self._seen.get(at, 0))
        return shortest + theme.px(24)

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
