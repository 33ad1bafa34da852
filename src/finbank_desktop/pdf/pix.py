"""The Pix corner of a boleto: a QR code drawn as vectors, and what it is."""

from typing import Final

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.domain.impressao import PIX_DO_BANCO, PIX_ESTATICO, BoletoImpresso
from finbank_desktop.pdf import qr_code, style
from finbank_desktop.pdf.text_fit import Block, fit_block

LADO: Final = 36 * mm
_ABAIXO = 7.5 * mm


def words(boleto: BoletoImpresso) -> str:
    """Return what stands beside the QR."""
    return PIX_ESTATICO if boleto.pix_estatico else PIX_DO_BANCO


def draw(canvas: Canvas, x: float, top: float, boleto: BoletoImpresso, side: float = LADO) -> None:
    """Draw title, QR and, for one the bank does not know, what that means; *top* is the upper edge of the title."""
    canvas.setFillColor(style.CINZA)
    canvas.setFont(style.NEGRITO, 8)
    canvas.drawString(x, top - 2.6 * mm, PIX_DO_BANCO)
    qr_code.draw(canvas, x, top - 4 * mm - side, side, boleto.pix)
    if boleto.pix_estatico:
        block = fit_block((PIX_ESTATICO,), style.NEGRITO, 7, (side, _ABAIXO))
        write(canvas, x, top - 5.4 * mm - side, block, style.NEGRITO, style.VERMELHO)


def side_within(boleto: BoletoImpresso, height: float) -> float:
    """Return the side of a QR that leaves room for its words in *height* points."""
    below = _ABAIXO + 1.4 * mm if boleto.pix_estatico else 0
    return min(LADO, height - 4 * mm - below)


def write(
    canvas: Canvas, x: float, top: float, block: Block, font: str = style.NORMAL, colour: Color = style.PRETO
) -> None:
    """Write *block* with its upper edge at *top*."""
    canvas.setFillColor(colour)
    canvas.setFont(font, block.size)
    for number, line in enumerate(block.lines):
        canvas.drawString(x, top - block.size * 0.8 - number * block.leading, line)
