"""A box to tick whose words take as many lines as large text needs; Qt's own is as wide as its sentence."""

import textwrap

from PySide6.QtWidgets import QCheckBox

from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.page_head import LARGE

_LETTERS = 44
"""To a line, when the text is large."""


class Check(QCheckBox):
    """A box with a sentence beside it."""

    def __init__(self, text: str) -> None:
        """Break *text* where it is large."""
        super().__init__("\n".join(textwrap.wrap(text, _LETTERS)) if theme.escala >= LARGE else text)
        self.setAccessibleName(text.replace("&", ""))
