"""Files dropped anywhere on a window: the window says so and takes them."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from finbank_desktop.gui import icons
from finbank_desktop.gui.theme import theme


def dropped_files(mime: QMimeData) -> list[Path]:
    """Return the files in *mime*; folders and addresses elsewhere are not taken."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]


class DropOverlay(QWidget):
    """Covers *window* while files hang over it.

    Attributes:
        dropped: The files let go, as a list of paths.
    """

    dropped = Signal(list)

    def __init__(self, window: QWidget, sentence: str) -> None:
        """Watch *window* and show *sentence* while files hang over it."""
        super().__init__(window)
        self._window = window
        self._sentence = sentence
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what happens over the window."""
        if isinstance(event, QDragEnterEvent) and dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self.resize(self._window.size())
            self.raise_()
            self.show()
            return True
        if event.type() is QEvent.Type.DragLeave:
            self.hide()
        elif event.type() is QEvent.Type.Drop and isinstance(event, QDropEvent):
            self.hide()
            files = dropped_files(event.mimeData())
            if files:
                event.acceptProposedAction()
                self.dropped.emit(files)
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a veil, a dashed frame and the sentence."""
        del event
        tokens = theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(tokens.window)
        veil.setAlphaF(0.92)
        painter.fillRect(self.rect(), veil)
        edge = theme.px(24)
        frame = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.setPen(QPen(QColor(tokens.accent), 2, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(tokens.accent_soft))
        painter.drawRoundedRect(frame, theme.px(16), theme.px(16))
        side = theme.px(56)
        middle = self.rect().center()
        painter.drawPixmap(middle.x() - side // 2, middle.y() - side, icons.pixmap("soltar", tokens.accent, side))
        painter.setPen(QColor(tokens.text))
        painter.setFont(theme.font(1.5, bold=True))
        below = self.rect().adjusted(edge, middle.y() + theme.px(16), -edge, 0)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self._sentence)
