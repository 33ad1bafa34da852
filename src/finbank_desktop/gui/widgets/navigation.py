"""The panel at the left: all sections in their groups."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from finbank_desktop.gui import icons
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.labels import label

_WIDE = 280
"""Logical pixels that are enough unless a title needs more."""


@dataclass(frozen=True, slots=True)
class Place:
    """A section as the panel shows it.

    Attributes:
        group: Heading it stands under; empty for none.
    """

    key: str
    title: str
    icon: str
    group: str = ""
    shortcut: str = ""


class _Entry(QToolButton):
    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self.setText(place.title)
        self.setProperty("kind", "nav")
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(f"{place.title} ({place.shortcut})" if place.shortcut else place.title)
        self._draw()
        theme.changed.connect(self._draw)

    def _draw(self) -> None:
        side = theme.px(20)
        made = QIcon(icons.pixmap(self._place.icon, theme.tokens.muted, side))
        made.addPixmap(icons.pixmap(self._place.icon, theme.tokens.accent, side), QIcon.Mode.Normal, QIcon.State.On)
        self.setIcon(made)
        self.setIconSize(QSize(side, side))


class NavigationPanel(QFrame):
    """Chooses a section by click or by arrow keys.

    Attributes:
        chosen: The key of the section.
    """

    chosen = Signal(str)

    def __init__(self, places: Iterable[Place]) -> None:
        """Show *places* in their order, each group under its heading."""
        super().__init__()
        self.setProperty("kind", "nav")
        self.setAccessibleName("Seções")
        self._entries: dict[str, _Entry] = {}
        self._buttons = QButtonGroup(self)
        inner = QWidget()
        inner.setProperty("kind", "clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12))
        column.setSpacing(theme.px(2))
        group = ""
        for place in places:
            if place.group != group:
                group = place.group
                column.addWidget(label(group.upper(), "group"))
            entry = _Entry(place)
            self._entries[place.key] = entry
            self._buttons.addButton(entry)
            entry.clicked.connect(lambda _on=False, key=place.key: self.chosen.emit(key))
            column.addWidget(entry)
        column.addStretch()
        self._area = QScrollArea()
        self._area.setWidget(inner)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        self._inner = inner
        self._size()
        theme.changed.connect(self._size)

    def _size(self) -> None:
        self.ensurePolished()
        wanted = max(entry.sizeHint().width() for entry in self._entries.values())
        self.setFixedWidth(max(min(theme.px(224), _WIDE), wanted + theme.px(24) + 14))

    def show_chosen(self, key: str) -> None:
        """Mark the section *key* as the one in view."""
        self._entries[key].setChecked(True)
        self._area.ensureWidgetVisible(self._entries[key])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from section to section."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        entries = list(self._entries.values())
        focused = next((at for at, entry in enumerate(entries) if entry.hasFocus()), None)
        if event.key() not in steps or focused is None:
            super().keyPressEvent(event)
            return
        entries[(focused + steps[Qt.Key(event.key())]) % len(entries)].setFocus(Qt.FocusReason.TabFocusReason)
