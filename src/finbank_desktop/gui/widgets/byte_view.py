"""A file as its lines under a ruler, a cursor on one byte and its field marked; only what is in sight is read."""

from typing import Protocol

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from finbank_desktop.gui.theme import theme

_TENS, _FIVES = 10, 5
_BIGGER = 1.05


class Lines(Protocol):
    """What is shown: rows from 0, positions from 1."""

    @property
    def tamanho(self) -> int:
        """Return the positions of a line."""

    def __len__(self) -> int:
        """Return the number of rows."""

    def text(self, row: int) -> str:
        """Return one whole line."""

    def number(self, row: int) -> int:
        """Return the line of the file a row came from."""

    def bounds(self, row: int, position: int) -> tuple[int, int]:
        """Return first and last position of the field at a position."""


class ByteView(QAbstractScrollArea):
    """Shows *lines*; arrows move the cursor by a byte, with Ctrl by a field.

    Attributes:
        moved: The cursor stands elsewhere: row and position.
    """

    moved = Signal(int, int)

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.lines: Lines | None = None
        self.row, self.position = 0, 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Linhas do arquivo")
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._measure()
        theme.changed.connect(self._measure)

    def show_lines(self, lines: Lines | None) -> None:
        """Show another file, the cursor on its first byte."""
        self.lines = lines
        self.row, self.position = 0, 1
        self._arrange()
        self.go(0, 1)

    def go(self, row: int, position: int) -> None:
        """Put the cursor on a byte and bring it into sight."""
        if self.lines is None or not len(self.lines):
            return
        self.row = min(max(row, 0), len(self.lines) - 1)
        self.position = min(max(position, 1), self.lines.tamanho)
        self._reveal()
        self.viewport().update()
        self.moved.emit(self.row, self.position)

    # --- measures

    def _measure(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(theme.font(_BIGGER).pointSizeF())
        font.setStyleHint(QFont.StyleHint.Monospace)
        self._font, self._fixed = font, QFontInfo(font).fixedPitch()
        metrics = QFontMetrics(font)
        self._cell = max(metrics.horizontalAdvance(letter) for letter in "M0W")
        self._line = metrics.height() + theme.px(4)
        self._ruler = 2 * metrics.height() + theme.px(4)
        self._arrange()

    @property
    def _gutter(self) -> int:
        digits = len(str(self.lines.number(len(self.lines) - 1))) if self.lines is not None and len(self.lines) else 3
        return (digits + 2) * self._cell

    def _rows_in_sight(self) -> int:
        return max((self.viewport().height() - self._ruler) // self._line, 1)

    def _columns_in_sight(self) -> int:
        return max((self.viewport().width() - self._gutter) // self._cell, 1)

    def _arrange(self) -> None:
        rows = len(self.lines) if self.lines is not None else 0
        columns = self.lines.tamanho if self.lines is not None else 0
        down, right = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(rows - self._rows_in_sight(), 0))
        down.setPageStep(self._rows_in_sight())
        right.setRange(0, max(columns - self._columns_in_sight(), 0))
        right.setPageStep(self._columns_in_sight())
        right.setSingleStep(_FIVES)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Learn how much is in sight, and keep the cursor there."""
        super().resizeEvent(event)
        self._arrange()
        self._reveal()

    def _reveal(self) -> None:
        down, right = self.verticalScrollBar(), self.horizontalScrollBar()
        if not down.value() <= self.row < down.value() + self._rows_in_sight():
            down.setValue(self.row - self._rows_in_sight() // 2)
        at = self.position - 1
        if at < right.value():
            right.setValue(at)
        elif at >= right.value() + self._columns_in_sight():
            right.setValue(at - self._columns_in_sight() + 1)

    # --- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ruler, line numbers and the lines in sight."""
        del event
        tokens = theme.tokens
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(tokens.surface))
        painter.setFont(self._font)
        if self.lines is None:
            return
        first = self.verticalScrollBar().value()
        for at in range(min(self._rows_in_sight() + 1, len(self.lines) - first)):
            self._paint_row(painter, first + at, self._ruler + at * self._line)
        self._paint_gutter(painter, first)
        self._paint_ruler(painter)

    def _x(self, position: int) -> int:
        return self._gutter + (position - 1 - self.horizontalScrollBar().value()) * self._cell

    def _paint_row(self, painter: QPainter, row: int, top: int) -> None:
        lines, tokens = self.lines, theme.tokens
        if lines is None:
            return
        if row == self.row:
            painter.fillRect(QRect(0, top, self.viewport().width(), self._line), QColor(tokens.raised))
            start, end = lines.bounds(row, self.position)
            field = QRect(self._x(start), top, (end - start + 1) * self._cell, self._line)
            painter.fillRect(field, QColor(tokens.accent_soft))
            cursor = QRect(self._x(self.position), top, self._cell, self._line)
            painter.setPen(QPen(QColor(tokens.accent), theme.px(2) if self.hasFocus() else 1))
            painter.drawRect(cursor.adjusted(0, 1, -1, -1))
        painter.setPen(QColor(tokens.text))
        left = self.horizontalScrollBar().value()
        text = lines.text(row)[left : left + self._columns_in_sight() + 1]
        self._paint_text(painter, text, QPoint(self._gutter, top))

    def _paint_text(self, painter: QPainter, text: str, at: QPoint) -> None:
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if self._fixed:
            place = QRect(at.x(), at.y(), len(text) * self._cell + self._cell, self._line)
            painter.drawText(place, flags, text)
            return
        for number, letter in enumerate(text):
            if letter != " ":
                painter.drawText(
                    QRect(at.x() + number * self._cell, at.y(), self._cell, self._line),
                    Qt.AlignmentFlag.AlignCenter,
                    letter,
                )

    def _paint_gutter(self, painter: QPainter, first: int) -> None:
        lines, tokens = self.lines, theme.tokens
        if lines is None:
            return
        painter.fillRect(QRect(0, 0, self._gutter - self._cell // 2, self.viewport().height()), QColor(tokens.raised))
        for at in range(min(self._rows_in_sight() + 1, len(lines) - first)):
            place = QRect(0, self._ruler + at * self._line, self._gutter - self._cell, self._line)
            painter.setPen(QColor(tokens.text if first + at == self.row else tokens.muted))
            painter.drawText(
                place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(lines.number(first + at))
            )

    def _paint_ruler(self, painter: QPainter) -> None:
        lines, tokens = self.lines, theme.tokens
        if lines is None:
            return
        width = self.viewport().width()
        painter.fillRect(QRect(0, 0, width, self._ruler), QColor(tokens.raised))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(0, self._ruler - 1, width, self._ruler - 1)
        painter.setClipRect(QRect(self._gutter, 0, width, self._ruler))
        half = self._ruler // 2
        left = self.horizontalScrollBar().value()
        for position in range(left + 1, min(left + self._columns_in_sight() + _TENS, lines.tamanho) + 1):
            x, here = self._x(position), position == self.position
            if position % _TENS == 0:
                words = QRect(x - 2 * self._cell, 0, 3 * self._cell, half)
                painter.setPen(QColor(tokens.muted))
                painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(position))
            painter.setPen(QColor(tokens.accent if here else tokens.muted))
            painter.drawText(
                QRect(x, half, self._cell, half),
                Qt.AlignmentFlag.AlignCenter,
                "▼" if here else str(position % _TENS),
            )
        painter.setClipping(False)

    # --- moving

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor on the byte under the pointer."""
        at = event.position().toPoint()
        if self.lines is None or at.y() < self._ruler:
            return
        row = self.verticalScrollBar().value() + (at.y() - self._ruler) // self._line
        if row < len(self.lines):
            self.go(row, self.horizontalScrollBar().value() + max(at.x() - self._gutter, 0) // self._cell + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by bytes, fields, lines, pages, to either end."""
        lines = self.lines
        if lines is None or not len(lines):
            super().keyPressEvent(event)
            return
        whole = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        start, end = lines.bounds(self.row, self.position)
        places = {
            Qt.Key.Key_Right: (self.row, end + 1 if whole else self.position + 1),
            Qt.Key.Key_Left: (self.row, self._before(start) if whole else self.position - 1),
            Qt.Key.Key_Down: (self.row + 1, self.position),
            Qt.Key.Key_Up: (self.row - 1, self.position),
            Qt.Key.Key_PageDown: (self.row + self._rows_in_sight(), self.position),
            Qt.Key.Key_PageUp: (self.row - self._rows_in_sight(), self.position),
            Qt.Key.Key_Home: (0 if whole else self.row, 1),
            Qt.Key.Key_End: (len(lines) - 1 if whole else self.row, lines.tamanho),
        }
        place = places.get(Qt.Key(event.key()))
        if place is None:
            super().keyPressEvent(event)
        else:
            self.go(*place)

    def _before(self, start: int) -> int:
        """Return where the field before the one that begins at *start* begins."""
        lines = self.lines
        return lines.bounds(self.row, start - 1)[0] if lines is not None and start > 1 else 1
