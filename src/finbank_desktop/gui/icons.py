"""The program's own icons: one stroke on a 24 px grid, coloured when they are drawn."""

import tempfile
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from finbank_desktop import resources

_RATIO = 2
"""Pixels per logical pixel that icons are drawn with, sharp on dense screens and cheap on others."""


@cache
def source(name: str) -> str:
    """Return the SVG text of *name*."""
    return resources.read_text(f"icons/{name}.svg")


@cache
def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """Return *name* drawn in *colour* on a square of *size* logical pixels."""
    renderer = QSvgRenderer(QByteArray(source(name).replace("currentColor", colour).encode()))
    drawn = QPixmap(QSize(size, size) * _RATIO)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, size * _RATIO, size * _RATIO))
    painter.end()
    drawn.setDevicePixelRatio(_RATIO)
    return drawn


def icon(name: str, colour: str, *, disabled: str = "", size: int = 24) -> QIcon:
    """Return *name* as an icon in *colour*, and in *disabled* where it cannot be clicked."""
    made = QIcon(pixmap(name, colour, size))
    if disabled:
        made.addPixmap(pixmap(name, disabled, size), QIcon.Mode.Disabled)
    return made


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="finbank-icones-")


@cache
def file(name: str, colour: str) -> str:
    """Return the path of a copy of *name* in *colour*, for style sheets, which take colours from files only."""
    path = Path(_folder().name) / f"{name}-{colour.lstrip('#')}.svg"
    path.write_text(source(name).replace("currentColor", colour), encoding="utf-8")
    return path.as_posix()
