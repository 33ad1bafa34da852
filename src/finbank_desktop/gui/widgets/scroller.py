"""A scroll area that gives wrapped text the height it needs at the width there is."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Scroller(QScrollArea):
    """Scrolls *inside* up and down; sideways only when it cannot be narrower."""

    def __init__(self, inside: QWidget) -> None:
        """Show *inside*, which has a layout."""
        super().__init__()
        self._inside = inside
        inside.setProperty("kind", "clear")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure anew when what is inside changed."""
        if watched is self._inside and event.type() is QEvent.Type.LayoutRequest:
            self._measure()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew at the new width."""
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        layout = self._inside.layout()
        if layout is not None and layout.hasHeightForWidth():
            width = max(self.viewport().width(), layout.totalMinimumSize().width())
            needed = layout.totalMinimumHeightForWidth(width)
            if needed != self._inside.minimumHeight():
                self._inside.setMinimumHeight(needed)
