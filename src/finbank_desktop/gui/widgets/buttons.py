"""Buttons whose icon follows the theme."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QToolButton

from finbank_desktop.gui import icons
from finbank_desktop.gui.theme import theme

_ROLES = {"primary": "on_accent", "link": "accent", "chip": "accent", "danger": "on_accent"}


class Button(QPushButton):
    """A push button: ``primary`` is the one next step, ``""`` another, ``quiet`` and ``link`` step back."""

    def __init__(
        self, text: str, kind: str = "", *, icon: str = "", tip: str = "", clicked: Callable[[], object] | None = None
    ) -> None:
        """Show *text*; *tip* also explains it to a screen reader."""
        super().__init__(text)
        self.setAutoDefault(False)
        self._icon = icon
        self.dress(kind)
        self.explain(tip)
        if clicked is not None:
            self.clicked.connect(lambda _checked=False: clicked())
        theme.changed.connect(self._draw)

    def dress(self, kind: str) -> None:
        """Become another kind of button."""
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._draw()

    def explain(self, tip: str) -> None:
        """Set the tooltip, also for a screen reader."""
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)

    def allow(self, reason: str) -> None:
        """Enable it when *reason* is empty, otherwise disable it and say why."""
        self.setEnabled(not reason)
        self.explain(reason)

    def change_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self._draw()

    def _draw(self) -> None:
        if not self._icon:
            return
        role = _ROLES.get(str(self.property("kind")), "text")
        size = theme.px(18)
        made = icons.icon(self._icon, str(getattr(theme.tokens, role)), disabled=theme.tokens.muted, size=size)
        self.setIcon(made)
        self.setIconSize(QSize(size, size))


class IconButton(QToolButton):
    """A button of one icon; its name is its tooltip and what a screen reader says."""

    def __init__(self, icon: str, name: str, *, clicked: Callable[[], object] | None = None) -> None:
        """Show *icon*, called *name*."""
        super().__init__()
        self._icon = icon
        self.setToolTip(name)
        self.setAccessibleName(name)
        if clicked is not None:
            self.clicked.connect(lambda _checked=False: clicked())
        self._draw()
        theme.changed.connect(self._draw)

    def _draw(self) -> None:
        size = theme.px(18)
        self.setIcon(icons.icon(self._icon, theme.tokens.text, disabled=theme.tokens.muted, size=size))
        self.setIconSize(QSize(size, size))
