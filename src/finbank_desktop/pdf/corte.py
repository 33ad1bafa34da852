"""Cut lines: where the paper is meant to be cut, with scissors on them."""

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.pdf import style

_BORDA = 8 * mm


def draw_across(canvas: Canvas, y: float) -> None:
    """Draw a cut line from one side of the paper to the other."""
    _dashed(canvas, (_BORDA, y, style.LARGURA_PAGINA - _BORDA, y))
    canvas.setFillColor(style.CINZA)
    canvas.setFont("ZapfDingbats", 11)
    canvas.drawString(style.ESQUERDA, y - 3.6, "\N{BLACK SCISSORS}")


def draw_down(canvas: Canvas, x: float, bottom: float, top: float) -> None:
    """Draw a cut line from *top* down to *bottom*."""
    _dashed(canvas, (x, bottom, x, top))


def _dashed(canvas: Canvas, line: tuple[float, float, float, float]) -> None:
    canvas.setStrokeColor(style.CINZA)
    canvas.setLineWidth(style.TRACO_FINO)
    canvas.setDash(3, 2)
    canvas.line(*line)
    canvas.setDash()
