"""What happened, newest first, as a line with points."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.clearing import clear
from finbank_desktop.gui.widgets.labels import IconLabel, label

_LOOKS = {
    "emi": ("boletos", Tone.NEUTRAL),
    "rem": ("remessas", Tone.INFO),
    "conf": ("banco-ok", Tone.SUCCESS),
    "reg": ("banco-ok", Tone.SUCCESS),
    "rej": ("erro", Tone.DANGER),
    "rec": ("erro", Tone.DANGER),
    "liq": ("ok", Tone.SUCCESS),
    "baix": ("ok", Tone.SUCCESS),
    "tar": ("contas-receber", Tone.NEUTRAL),
    "prot": ("martelo", Tone.DANGER),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened.

    Attributes:
        kind: Machine name; its beginning chooses the icon.
    """

    when: datetime
    who: str
    kind: str
    text: str


class Timeline(QWidget):
    """Shows moments one below the other."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(12))

    def show_moments(self, moments: Sequence[Moment]) -> None:
        """Show *moments*, the newest first."""
        clear(self._column)
        for moment in sorted(moments, key=lambda each: each.when, reverse=True):
            self._column.addWidget(_entry(moment))
        if not moments:
            self._column.addWidget(label("Nada aconteceu ainda.", "muted"))


def _entry(moment: Moment) -> QWidget:
    name, tone = next((look for start, look in _LOOKS.items() if moment.kind.startswith(start)), ("info", Tone.NEUTRAL))
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(10))
    picture = QVBoxLayout()
    picture.addWidget(IconLabel(name, size=18, tone=tone))
    picture.addStretch()
    words = QVBoxLayout()
    words.setSpacing(theme.px(2))
    words.addWidget(label(moment.text, wrap=True))
    words.addWidget(label(f"{moment.when:%d/%m/%Y %H:%M} · {moment.who}", "small"))
    row.addLayout(picture)
    row.addLayout(words, 1)
    return holder
