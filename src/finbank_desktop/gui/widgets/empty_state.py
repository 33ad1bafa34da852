"""What a list shows instead of nothing: one sentence, one action, one link to help."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.labels import IconLabel, label

_CENTRE = Qt.AlignmentFlag.AlignHCenter


def centred(words: QLabel, width: int) -> QHBoxLayout:
    """Return a line with *words*, *width* wide and as high as they need, in its middle."""
    words.setFixedWidth(width)
    line = QHBoxLayout()
    line.addStretch()
    line.addWidget(words)
    line.addStretch()
    return line


class EmptyState(QWidget):
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
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(8))
        column.setContentsMargins(theme.px(32), theme.px(32), theme.px(32), theme.px(32))
        column.addStretch(2)
        column.addWidget(IconLabel(icon, size=48, role="edge"), 0, _CENTRE)
        self.title = label(title, "h2")
        self.sentence = label(sentence, "muted", wrap=True)
        self.sentence.setAlignment(_CENTRE)
        column.addSpacing(theme.px(8))
        column.addWidget(self.title, 0, _CENTRE)
        column.addLayout(centred(self.sentence, theme.px(440)))
        column.addSpacing(theme.px(8))
        if action and run is not None:
            column.addWidget(Button(action, "primary", clicked=run), 0, _CENTRE)
        if link and follow is not None:
            column.addWidget(Button(link, "link", clicked=follow), 0, _CENTRE)
        column.addStretch(3)
