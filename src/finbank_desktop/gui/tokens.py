"""The colours of the program, by what they are for.

Every text colour keeps a contrast of at least 4.5:1 with each ground it stands on, and every border that marks a
control at least 3:1 (WCAG 2.2, 1.4.3 and 1.4.11); a test reckons it.
"""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a badge or a message wants to say; its icon and text say it too."""

    NEUTRAL = "neutral"
    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A text colour and the ground it stands on."""

    text: str
    ground: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One colour scheme.

    Attributes:
        window: Behind everything.
        panel: The navigation and the footer.
        surface: Cards, tables, fields.
        raised: Hovered rows, chips, table headers.
        line: Thin separations; decoration only.
        edge: Borders that mark a control.
        text: What is read.
        muted: What explains what is read.
        accent: The one colour that asks for a click; also links and marked text.
        on_accent: Text on *accent*.
        accent_hover: *accent* under the pointer.
        accent_soft: Ground of what is chosen.
    """

    dark: bool
    window: str
    panel: str
    surface: str
    raised: str
    line: str
    edge: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_hover: str
    accent_soft: str
    neutral: Pair
    info: Pair
    success: Pair
    warning: Pair
    danger: Pair
    danger_fill: Pair

    def tone(self, tone: Tone) -> Pair:
        """Return the colours of *tone*."""
        pairs = {
            Tone.NEUTRAL: self.neutral,
            Tone.INFO: self.info,
            Tone.SUCCESS: self.success,
            Tone.WARNING: self.warning,
            Tone.DANGER: self.danger,
        }
        return pairs[tone]


LIGHT = Tokens(
    dark=False,
    window="#F5F6F9",
    panel="#EDEFF4",
    surface="#FFFFFF",
    raised="#F1F3F7",
    line="#DEE2EA",
    edge="#868FA0",
    text="#1A2233",
    muted="#545E70",
    accent="#3550C4",
    on_accent="#FFFFFF",
    accent_hover="#2A41A6",
    accent_soft="#E6EAFB",
    neutral=Pair(text="#475063", ground="#E9ECF2"),
    info=Pair(text="#1C4F91", ground="#E2EDFB"),
    success=Pair(text="#14603A", ground="#DDF3E6"),
    warning=Pair(text="#7A4A00", ground="#FCEFD6"),
    danger=Pair(text="#A3201B", ground="#FCE6E4"),
    danger_fill=Pair(text="#FFFFFF", ground="#B3261E"),
)

DARK = Tokens(
    dark=True,
    window="#12151C",
    panel="#171B24",
    surface="#1C212C",
    raised="#252B38",
    line="#2E3544",
    edge="#6F7B92",
    text="#E8EBF2",
    muted="#A6B0C2",
    accent="#9DB0FF",
    on_accent="#10173A",
    accent_hover="#BAC7FF",
    accent_soft="#2B3561",
    neutral=Pair(text="#C6CDDA", ground="#2F3645"),
    info=Pair(text="#A8CDFF", ground="#1D3354"),
    success=Pair(text="#8FE0B2", ground="#173A29"),
    warning=Pair(text="#F5C97B", ground="#423012"),
    danger=Pair(text="#FFB3AC", ground="#4A1F1E"),
    danger_fill=Pair(text="#2B0604", ground="#FF9E95"),
)


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two ``#RRGGBB`` colours (WCAG 2.2, *contrast ratio*), from 1 to 21.

    >>> round(contrast("#000000", "#FFFFFF"))
    21
    """
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)  # noqa: PLR2004 - as sRGB defines it
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
