"""Small framed parts: a figure with its words, a place to drop files, a file and what it is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button, IconButton
from finbank_desktop.gui.widgets.labels import IconLabel, label

_LARGE = 150
"""Percent from which on text counts as large."""


def card(kind: str = "card") -> tuple[QFrame, QVBoxLayout]:
    """Return a frame and the layout inside it."""
    frame = QFrame()
    frame.setProperty("kind", kind)
    column = QVBoxLayout(frame)
    column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
    column.setSpacing(theme.px(4))
    return frame, column


def framed(widget: QWidget) -> QFrame:
    """Return *widget*, a list or a view, in a card."""
    frame = QFrame()
    frame.setProperty("kind", "card")
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(theme.px(4), theme.px(4), theme.px(4), theme.px(4))
    inside.addWidget(widget)
    return frame


class FigureCard(QFrame):
    """One figure, its words above it and, when needed, a remark below."""

    def __init__(self, words: str) -> None:
        """Name the figure."""
        super().__init__()
        self.setProperty("kind", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        column.setSpacing(theme.px(2))
        self.words = label(words, "field", wrap=True)
        self.figure = label("", "h2")
        self.remark = label("", "small", wrap=True)
        column.addWidget(self.words)
        column.addWidget(self.figure)
        column.addWidget(self.remark)
        column.addStretch()

    def show_figure(self, figure: str, remark: str = "", tone: Tone | None = None) -> None:
        """Show *figure*; *tone* colours it, and *remark* says why."""
        self.figure.setText(figure)
        self.figure.setProperty("tone", str(tone) if tone else "")
        self.figure.style().polish(self.figure)
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        self.setAccessibleName(f"{self.words.text()}: {figure}. {remark}")


def figures(cards: Sequence[FigureCard]) -> QGridLayout:
    """Return *cards* in one line, or in two columns when the text is large."""
    columns = len(cards) if theme.escala < _LARGE else 2
    grid = QGridLayout()
    grid.setSpacing(theme.px(12))
    for at, each in enumerate(cards):
        grid.addWidget(each, at // columns, at % columns)
        grid.setColumnStretch(at % columns, 1)
    return grid


class DropZone(QFrame):
    """Says that files may be dropped and offers the other way."""

    def __init__(self, sentence: str, action: str, run: Callable[[], object]) -> None:
        """Show *sentence* and a button for *action*."""
        super().__init__()
        self.setProperty("kind", "drop")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24))
        column.setSpacing(theme.px(8))
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconLabel("soltar", size=40, role="accent"), 0, centre)
        column.addWidget(label(sentence, "muted", wrap=False), 0, centre)
        self.button = Button(action, "primary", icon="novo", clicked=run)
        column.addWidget(self.button, 0, centre)


class FileCard(QFrame):
    """A file, what it was recognised as, and the way to drop it again."""

    def __init__(self, name: str, remove: Callable[[], object]) -> None:
        """Begin while it is still being read."""
        super().__init__()
        self.setProperty("kind", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(12), theme.px(12), theme.px(12))
        row.setSpacing(theme.px(12))
        self.icon = IconLabel("arquivo", size=24)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        self.name = label(name, "h3", wrap=True)
        self.sentence = label("Lendo…", "muted", wrap=True)
        words.addWidget(self.name)
        words.addWidget(self.sentence)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.remove_button = IconButton("fechar", f"Tirar {name} da lista", clicked=remove)
        row.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)

    def say(self, sentence: str, icon: str, tone: Tone) -> None:
        """Tell what the file is."""
        self.sentence.setText(sentence)
        self.sentence.setProperty("kind", "" if tone is Tone.DANGER else "muted")
        self.sentence.setProperty("tone", str(tone) if tone in (Tone.DANGER, Tone.WARNING) else "")
        self.sentence.style().unpolish(self.sentence)
        self.sentence.style().polish(self.sentence)
        self.icon.change(icon, tone)
