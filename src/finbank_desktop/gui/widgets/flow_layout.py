"""A layout that goes on in the next line when a line is full, so that large text is never cut."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from finbank_desktop.gui.widgets.clearing import clear


class FlowLayout(QLayout):
    """Places widgets like words."""

    def __init__(self, parent: QWidget | None, gap: int, *, grow_first: bool = False) -> None:
        """Leave *gap* pixels between widgets and lines; the first widget may take what its line leaves over."""
        super().__init__()
        self._grow_first = grow_first
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)
        if parent is not None:
            parent.setLayout(self)

    def empty(self) -> None:
        """Remove all widgets."""
        clear(self)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove one and return it."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return that it wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return that a narrower place needs more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines in *width*."""
        return self._place(QRect(0, 0, width, 0), only_measure=True)

    def setGeometry(self, rect: QRect) -> None:
        """Place the widgets in *rect*."""
        super().setGeometry(rect)
        self._place(rect, only_measure=False)

    def sizeHint(self) -> QSize:
        """Return the least it needs."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest widget."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, only_measure: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            x, high = rect.x(), max(hint.height() for _item, hint in line)
            for item, hint in line:
                if not only_measure:
                    item.setGeometry(QRect(QPoint(x, y + (high - hint.height()) // 2), hint))
                x += hint.width() + self._gap
            y += high + self._gap
        return max(y - self._gap - rect.y(), 0)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Return the items with their sizes, line by line."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for at, item in enumerate(self._items):
            hint = item.sizeHint().expandedTo(item.minimumSize())
            if at == 0 and self._grow_first:
                hint.setWidth(hint.width() + self._spare(width))
            if not lines or hint.width() > left:
                lines.append([])
                left = width
            lines[-1].append((item, hint))
            left -= hint.width() + self._gap
        return lines

    def _spare(self, width: int) -> int:
        """Return what is left of the first line when all that fits stands on it."""
        used = 0
        for item in self._items:
            wanted = item.sizeHint().expandedTo(item.minimumSize()).width()
            if used and used + self._gap + wanted > width:
                break
            used += wanted + (self._gap if used else 0)
        return max(width - used, 0)
