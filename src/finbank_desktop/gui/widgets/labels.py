"""Words and small pictures: headings, explanations, icons that follow the theme."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from finbank_desktop.gui import icons
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone


def label(text: str = "", kind: str = "", *, wrap: bool = False, selectable: bool = False) -> QLabel:
    """Return a label dressed as *kind* (see `style_sheet`)."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if kind:
        made.setProperty("kind", kind)
    if wrap:
        made.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    if selectable:
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return made


def rule() -> QFrame:
    """Return a thin line between two parts."""
    made = QFrame()
    made.setProperty("kind", "rule")
    return made


def redress(widget: QWidget) -> None:
    """Let the style sheet look at *widget* again after one of its properties changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class IconLabel(QLabel):
    """One of the program's icons; decoration, so it has no name for a screen reader."""

    def __init__(self, name: str, *, size: int = 20, tone: Tone | None = None, role: str = "muted") -> None:
        """Show *name* in the colour *role* of the tokens, or as text of *tone*."""
        super().__init__()
        self._name, self._size, self._tone, self._role = name, size, tone, role
        self._draw()
        theme.changed.connect(self._draw)

    def change(self, name: str, tone: Tone | None = None) -> None:
        """Show another icon."""
        self._name, self._tone = name, tone
        self._draw()

    def _draw(self) -> None:
        colour = theme.tokens.tone(self._tone).text if self._tone else str(getattr(theme.tokens, self._role))
        size = theme.px(self._size)
        self.setPixmap(icons.pixmap(self._name, colour, size))
        self.setFixedSize(size, size)


def breakable(text: str) -> str:
    """Return *text* with places at which a barcode or an address may go on in the next line.

    >>> breakable("a" * 22) == "a" * 11 + "\N{ZERO WIDTH SPACE}" + "a" * 11
    True
    """
    return _LONG.sub(lambda found: _PIECE.sub("\\g<0>\N{ZERO WIDTH SPACE}", found.group()), text)


_LONG = re.compile(r"\S{20,}")
_PIECE = re.compile(r"\S{11}(?=\S)")
