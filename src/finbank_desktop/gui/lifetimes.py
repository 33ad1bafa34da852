"""Whether a widget is still there: answers from workers may come after the page that asked was closed."""

from PySide6.QtCore import QObject


def is_alive(owner: QObject) -> bool:
    """Whether Qt still has the object behind *owner*; PySide raises `RuntimeError` when it has not."""
    try:
        owner.objectName()
    except RuntimeError:
        return False
    return True
