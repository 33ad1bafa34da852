"""Taking out what a layout holds, before other things are put into it."""

from PySide6.QtWidgets import QLayout


def clear(layout: QLayout) -> None:
    """Remove all widgets of *layout*; at once out of sight, and gone when Qt has time for it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
