"""A canvas for many thousand pages: short text operators, and finished pages kept compressed.

ReportLab opens a text object for every string and tells font and colour anew each time; `CompactCanvas` writes the same
operators itself, through the canvas's own `addLiteral`, and leaves out what has not changed. Whatever it does not know,
such as other fonts and other kinds of colour, goes ReportLab's way.
"""

import zlib
from functools import lru_cache
from typing import Any

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFResourceDictionary, PDFStream
from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.pdf import style
from finbank_desktop.pdf.text_fit import width_of

_COMPRESSAO = 2
"""zlib's level: the next ones take twice the time for a twentieth less."""
_ESCAPES = {ord(letter): f"\\{letter}" for letter in "\\()"} | {code: f"\\{code:03o}" for code in range(127, 256)}


@lru_cache(maxsize=4096)  # most pages of one document say the same
def literal(text: str) -> str:
    r"""Return *text*, already brought into the font's letters, as a PDF string.

    >>> literal("São (1)")
    '(S\\343o \\(1\\))'
    """
    return f"({text.encode('cp1252', 'replace').decode('latin-1').translate(_ESCAPES)})"


class CompactCanvas(Canvas):
    """ReportLab's canvas keeps each page as plain text until the end, about 9 kB; this one compresses it at once."""

    _font: tuple[str, float] = (style.NORMAL, 12)
    _told: tuple[str, float] | None = None
    _colour: Color | None = None
    _colour_told: Color | None = None

    def setFont(self, psfontname: str, size: float, leading: float | None = None) -> None:  # noqa: N802 - ReportLab's name
        """Choose the font of the strings that follow."""
        self._font = (psfontname, size)
        if psfontname not in style.FONTES:
            self._forget()
            super().setFont(psfontname, size, leading)

    def setFillColor(self, aColor: Any, alpha: float | None = None) -> None:  # noqa: N802, N803 - ReportLab's names
        """Choose the colour of the strings and shapes that follow."""
        if type(aColor) is not Color or aColor.alpha != 1 or alpha is not None:
            self._colour_told = None
            super().setFillColor(aColor, alpha)
        elif aColor is not self._colour_told:
            self._colour_told = aColor
            self.addLiteral(_operator(aColor))

    def drawString(self, x: float, y: float, text: str, *args: Any, **kwargs: Any) -> None:  # noqa: N802 - ReportLab's name
        """Write *text*, in letters that the font has, from (*x*, *y*) on."""
        name, size = font = self._font
        if name not in style.FONTES:
            super().drawString(x, y, text, *args, **kwargs)
            return
        if font == self._told:
            self.addLiteral(f"BT {x:.2f} {y:.2f} Td {literal(text)} Tj ET")
        else:
            self._told = font
            self.addLiteral(f"BT {self._name_of(name)} {size:.2f} Tf {x:.2f} {y:.2f} Td {literal(text)} Tj ET")

    def drawRightString(self, x: float, y: float, text: str, *_args: Any, **_kwargs: Any) -> None:  # noqa: N802 - ReportLab's name
        """Write *text* so that it ends at *x*."""
        self.drawString(x - width_of(text, *self._font), y, text)

    def drawCentredString(self, x: float, y: float, text: str, *_args: Any, **_kwargs: Any) -> None:  # noqa: N802 - ReportLab's name
        """Write *text* with its middle at *x*."""
        self.drawString(x - width_of(text, *self._font) / 2, y, text)

    def saveState(self) -> None:  # noqa: N802 - ReportLab's name
        """Keep the graphics state until `restoreState`."""
        super().saveState()
        self._forget()

    def restoreState(self) -> None:  # noqa: N802 - ReportLab's name
        """Go back to the state that was saved."""
        super().restoreState()
        self._forget()

    def beginForm(self, *args: Any, **kwargs: Any) -> None:  # noqa: N802 - ReportLab's name
        """Begin what is drawn once and used on many pages."""
        super().beginForm(*args, **kwargs)
        self._forget()

    def endForm(self, **kwargs: Any) -> None:  # noqa: N802 - ReportLab's name
        """End it and go on with the page."""
        super().endForm(**kwargs)
        self._forget()

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """End the page, compress what was drawn on it, and name its resources once for all pages that use the same."""
        super().showPage()
        self._forget()
        page = self._doc.Pages.pages[-1]  # type: ignore[attr-defined] # no public way to a finished page
        self._share_resources(page)
        page.Contents = PDFStream(
            dictionary=PDFDictionary({"Filter": PDFArray([PDFName("FlateDecode")])}),
            content=zlib.compress(page.stream.encode("latin-1"), _COMPRESSAO),
        )
        page.stream = None

    def _share_resources(self, page: Any) -> None:
        """Let *page* refer to resources that an earlier page of the same forms has written down.

        See ``docs/decisoes/0010-paginas-da-prensa.md`` for what this buys.
        """
        if page.ExtGState or not page.XObjects:
            return
        shared: dict[tuple[str, ...], Any] = self.__dict__.setdefault("_shared", {})
        key = tuple(page.XObjects.dict)
        if key not in shared:
            resources = PDFResourceDictionary()
            resources.basicFonts()
            resources.allProcs()
            resources.XObject = page.XObjects  # type: ignore[attr-defined] # set by name in ReportLab
            shared[key] = self._doc.Reference(resources)  # type: ignore[attr-defined] # as above
        page.Resources = shared[key]

    def _forget(self) -> None:
        """Tell font and colour again before the next string."""
        self._told = None
        self._colour_told = None

    def _name_of(self, font: str) -> str:
        """Return what *font* is called in this document; asking a text object makes it known there."""
        names: dict[str, str] = self.__dict__.setdefault("_font_names", {})
        if font not in names:
            text = self.beginText()
            text.setFont(font, 1)
            names[font] = next(word for word in text.getCode().split()[::-1] if word.startswith("/F"))
        return names[font]


@lru_cache(maxsize=64)
def _operator(colour: Color) -> str:
    return f"{colour.red:.3f} {colour.green:.3f} {colour.blue:.3f} rg"
