"""What can be done with the marked rows of a list: buttons, a menu and keys from one description."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from finbank_desktop.gui import icons
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.buttons import Button

Reason = Callable[[Sequence[int]], str]


def always(_ids: Sequence[int]) -> str:
    """Nothing speaks against it."""
    return ""


def needs_rows(ids: Sequence[int]) -> str:
    """It works on rows."""
    return "" if ids else "Marque ou escolha ao menos uma linha da lista."


def needs_one(ids: Sequence[int]) -> str:
    """It works on one row."""
    return "" if len(ids) == 1 else "Escolha uma única linha da lista."


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """One thing that can be done.

    Attributes:
        text: Verb first, as on the button.
        run: Does it to the rows with these ids.
        reason: Why it cannot be done to them; empty when it can.
        shortcut: Key, as `QKeySequence` reads it.
        kind: Look of its button; see `Button`.
        in_bar: Whether it has a button; otherwise only the menus have it.
        group: Verbs of one group stand together in the menus, a line between one group and the next.
    """

    text: str
    icon: str
    run: Callable[[Sequence[int]], object]
    reason: Reason = always
    shortcut: str = ""
    kind: str = ""
    in_bar: bool = True
    group: str = ""


class VerbSet(QObject):
    """The verbs of one page, kept in step with what is chosen.

    Attributes:
        refused: A key asked for what cannot be done now; carries the reason.
    """

    refused = Signal(str)

    def __init__(self, page: QWidget, verbs: Sequence[Verb], chosen: Callable[[], Sequence[int]]) -> None:
        """Give *page* the keys of *verbs*; *chosen* tells the ids they work on."""
        super().__init__(page)
        self._verbs, self._chosen = tuple(verbs), chosen
        self.buttons = {verb.text: self._button(verb) for verb in self._verbs if verb.in_bar}
        for verb in self._verbs:
            if verb.shortcut:
                shortcut = QShortcut(QKeySequence(verb.shortcut), page)
                shortcut.activated.connect(lambda chosen_verb=verb: self.run(chosen_verb))

    def _button(self, verb: Verb) -> Button:
        button = Button(verb.text, verb.kind, icon=verb.icon)
        button.clicked.connect(lambda: self.run(verb))
        return button

    def run(self, verb: Verb, ids: Sequence[int] | None = None) -> None:
        """Do it to *ids*, or to what is chosen, or say why not."""
        ids = list(self._chosen() if ids is None else ids)
        reason = verb.reason(ids)
        if reason:
            self.refused.emit(reason)
        else:
            verb.run(ids)

    def refresh(self) -> None:
        """Enable what can be done with what is chosen now."""
        ids = list(self._chosen())
        for verb in self._verbs:
            button = self.buttons.get(verb.text)
            if button is not None:
                reason = verb.reason(ids)
                button.allow(reason)
                if not reason:
                    button.explain(f"{verb.text} ({_spoken(verb.shortcut)})" if verb.shortcut else "")

    def menu(self, parent: QWidget, ids: Sequence[int] | None = None) -> QMenu:
        """Return all verbs as a menu, for *ids* or for what is chosen."""
        menu = QMenu(parent)
        menu.setToolTipsVisible(True)
        chosen = list(self._chosen() if ids is None else ids)
        group = self._verbs[0].group if self._verbs else ""
        for verb in self._verbs:
            if verb.group != group:
                menu.addSeparator()
                group = verb.group
            reason = verb.reason(chosen)
            words = f"{verb.text}\t{_spoken(verb.shortcut)}" if verb.shortcut else verb.text
            action = menu.addAction(icons.icon(verb.icon, theme.tokens.text, disabled=theme.tokens.muted), words)
            action.setEnabled(not reason)
            action.setToolTip(reason or verb.text)
            action.triggered.connect(lambda _on=False, chosen_verb=verb: self.run(chosen_verb, ids))
        return menu


def _spoken(shortcut: str) -> str:
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
