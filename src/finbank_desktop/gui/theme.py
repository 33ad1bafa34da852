"""How the program looks: the active colours, the size of the text, and Qt told of both.

All distances are multiples of 8 logical pixels at 100 % and grow with the text, so that nothing is cut at 200 %.
"""

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle, QStyleOption, QToolTip, QWidget

from finbank_desktop import resources
from finbank_desktop.gui import icons
from finbank_desktop.gui.settings import Scheme, Settings
from finbank_desktop.gui.style_sheet import style_sheet
from finbank_desktop.gui.tokens import DARK, LIGHT, Tokens

_FAMILY = "Inter"
_POINTS = 10.0
_OF_SCREEN = 0.94
_WANTED = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """The one place that knows which colours and sizes hold now.

    Attributes:
        changed: Sent after colours or sizes changed; whoever paints by hand listens.
    """

    changed = Signal()

    def __init__(self) -> None:
        """Begin light and at 100 %, before there is an application."""
        super().__init__()
        self.tokens: Tokens = LIGHT
        self.escala = 100
        self._scheme = Scheme.SYSTEM
        self._watching = False

    def px(self, pixels: int) -> int:
        """Return *pixels* of the 100 % drawing at today's size."""
        return round(pixels * self.escala / 100)

    def size(self, width: int, height: int) -> QSize:
        """Return the size of a window drawn *width* by *height*, as far as the screen has room for it."""
        wanted = QSize(self.px(width), self.px(height))
        screen = QGuiApplication.primaryScreen()
        if screen is None or QGuiApplication.platformName() == "offscreen":
            return wanted
        return wanted.boundedTo(screen.availableSize() * _OF_SCREEN)

    def font(self, factor: float = 1.0, *, bold: bool = False) -> QFont:
        """Return the program's font, *factor* times as large, with figures of equal width."""
        font = QFont(_FAMILY)
        font.setPointSizeF(_POINTS * factor * self.escala / 100)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def apply(self, settings: Settings) -> None:
        """Take scheme and size from *settings* and dress the whole application."""
        app = _application()
        if not self._watching:
            self._watching = True
            for name in ("Regular", "Medium", "SemiBold", "Bold"):
                QFontDatabase.addApplicationFontFromData(resources.read_bytes(f"fonts/inter/Inter-{name}.otf"))
            app.setStyle(_ScaledStyle("Fusion"))
            app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._scheme = settings.scheme
        self.escala = settings.escala
        app.styleHints().setColorScheme(_WANTED[self._scheme])  # the system's own frames and dialogs follow
        self._dress()

    def _system_changed(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._dress()

    def _dress(self) -> None:
        app = _application()
        self.tokens = DARK if is_dark(self._scheme, app.styleHints().colorScheme()) else LIGHT
        app.setFont(self.font())
        QToolTip.setFont(self.font(0.95))
        app.setPalette(_palette(self.tokens))
        app.setStyleSheet(style_sheet(self.tokens, self.px, _POINTS * self.escala / 100, icons.file))
        self.changed.emit()


def is_dark(wanted: Scheme, system: Qt.ColorScheme) -> bool:
    """Whether dark colours are to be shown: what the user wants, otherwise what the system has."""
    return system is Qt.ColorScheme.Dark if wanted is Scheme.SYSTEM else wanted is Scheme.DARK


class _ScaledStyle(QProxyStyle):
    """Fusion whose small icons grow with the text."""

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """Return the measure called *metric*."""
        small = (QStyle.PixelMetric.PM_LineEditIconSize, QStyle.PixelMetric.PM_SmallIconSize)
        if metric in small:
            return theme.px(16)
        return super().pixelMetric(metric, option, widget)


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a QApplication must exist before it can be dressed")
    return app


def _palette(tokens: Tokens) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: tokens.window,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.raised,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.BrightText: tokens.danger.text,
        QPalette.ColorRole.ToolTipBase: tokens.text,
        QPalette.ColorRole.ToolTipText: tokens.surface,
        QPalette.ColorRole.PlaceholderText: tokens.muted,
        QPalette.ColorRole.Highlight: tokens.accent_soft,
        QPalette.ColorRole.HighlightedText: tokens.text,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.Accent: tokens.accent,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return palette


theme = Theme()
"""The theme of this process."""
