"""A canvas that keeps finished pages compressed, so that a document of many thousand pages stays small in memory."""

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFZCompress
from reportlab.pdfgen.canvas import Canvas


class CompactCanvas(Canvas):
    """ReportLab's canvas keeps each page as plain text until the end, about 9 kB; this one compresses it at once."""

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """End the page and compress what was drawn on it."""
        super().showPage()
        page = self._doc.Pages.pages[-1]  # type: ignore[attr-defined] # no public way to a finished page
        page.Contents = PDFStream(
            dictionary=PDFDictionary({"Filter": PDFArray([PDFName(PDFZCompress.pdfname)])}),
            content=PDFZCompress.encode(page.stream),
        )
        page.stream = None
