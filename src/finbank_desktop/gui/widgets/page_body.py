"""How a page stands in the window: its margins, that it scrolls when there is no room, and what stands side by side."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.page_head import LARGE
from finbank_desktop.gui.widgets.scroller import Scroller


def page_column(page: QWidget) -> QVBoxLayout:
    """Give *page* a column that scrolls as a whole when the window is low, and return it."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
    column.setSpacing(theme.px(12))
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(Scroller(inside))
    return column


def side_by_side(main: QWidget, side: QWidget, shares: tuple[int, int], height: int) -> QSplitter:
    """Return *main* and *side* beside each other, or below each other when the text is large.

    They share the room as *shares* say; each is at least *height* logical pixels high and cannot be pushed away.
    """
    below = theme.escala >= LARGE
    splitter = QSplitter(Qt.Orientation.Vertical if below else Qt.Orientation.Horizontal)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(theme.px(12))
    for at, (widget, share) in enumerate(zip((main, side), shares, strict=True)):
        splitter.addWidget(widget)
        splitter.setStretchFactor(at, share)
        widget.setMinimumHeight(max(theme.px(height), widget.minimumHeight()))
    return splitter
