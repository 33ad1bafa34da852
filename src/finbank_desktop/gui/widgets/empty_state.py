"""What a list shows instead of nothing: one sentence, one action, one link to help."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.labels import IconLabel, label
from finbank_desktop.gui.widgets.scroller import Scroller

_LARGE = 150
_WIDEST = 560
"""Logical pixels; with large text a sentence takes more lines instead."""

_CENTRE = Qt.AlignmentFlag.AlignHCenter


def centred(words: QLabel, width: int) -> QHBoxLayout:
    """Return a line with *words*, *width* wide and as high as they need, in its middle."""
    words.setFixedWidth(min(width, _WIDEST))
    line = QHBoxLayout()
    line.addStretch()
    line.addWidget(words)
    line.addStretch()
    return line


class EmptyState(Scroller):
    """Says why nothing is here and what to do next."""

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str,
        *,
        action: str = "",
        run: Callable[[], object] | None = None,
        link: str = "",
        follow: Callable[[], object] | None = None,
    ) -> None:
        """Offer *action* as the one button and *link* as the way to help."""
        inside = QWidget()
        super().__init__(inside)
        column = QVBoxLayout(inside)
        column.setSpacing(theme.px(8))
        column.setContentsMargins(16, 8, 16, 8)
        column.addStretch(2)
        if theme.escala < _LARGE:
            column.addWidget(IconLabel(icon, size=48, role="edge"), 0, _CENTRE)
            column.addSpacing(theme.px(8))
        self.title = label(title, "h2", wrap=True)
        self.title.setAlignment(_CENTRE)
        self.sentence = label(sentence, "muted", wrap=True)
        self.sentence.setAlignment(_CENTRE)
        for words in (self.title, self.sentence):
            column.addLayout(centred(words, theme.px(440)))
        column.addSpacing(theme.px(8))
        self.action = Button(action, "primary", clicked=run) if action and run is not None else None
        if self.action is not None:
            column.addWidget(self.action, 0, _CENTRE)
        if link and follow is not None:
            column.addWidget(Button(link, "link", clicked=follow), 0, _CENTRE)
        column.addStretch(3)

    def say(self, title: str, sentence: str, action: str = "") -> None:
        """Give another reason why nothing is here; *action* is the button's new text, without one it is hidden."""
        self.title.setText(title)
        self.sentence.setText(sentence)
        if self.action is not None:
            self.action.setText(action)
            self.action.setVisible(bool(action))
