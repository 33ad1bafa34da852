"""A band across the page with one sentence that must not be missed: a warning, or what the boleto costs today."""

from typing import Final

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.domain.impressao import BoletoImpresso
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.pdf import style
from finbank_desktop.pdf.text_fit import fit_block

ALTURA: Final = 9 * mm


def hoje(boleto: BoletoImpresso) -> str:
    """Return what paying *boleto* costs today; empty when that is what stands on it."""
    if boleto.valor_hoje is None or boleto.hoje is None:
        return ""
    valor = format_brl(boleto.valor_hoje)
    return f"Valor hoje ({style.day(boleto.hoje)}): {valor}, calculado pelo banco que recebe."


def sentences(boleto: BoletoImpresso) -> tuple[tuple[str, Color, Color], ...]:
    """Return the sentences of *boleto* with the colours of letters and ground, the weightiest first."""
    both = (
        (boleto.aviso, style.VERMELHO, style.FUNDO_VERMELHO),
        (hoje(boleto), style.PRETO, style.FUNDO),
    )
    return tuple(each for each in both if each[0])


def draw(canvas: Canvas, y: float, texto: str, letters: Color, ground: Color) -> None:
    """Draw the band with its lower edge at *y*."""
    canvas.setFillColor(ground)
    canvas.setStrokeColor(letters)
    canvas.setLineWidth(style.TRACO_FINO)
    canvas.roundRect(style.ESQUERDA, y, style.LARGURA, ALTURA, 1.2 * mm, stroke=1, fill=1)
    block = fit_block((texto,), style.NEGRITO, 9.5, (style.LARGURA - 8 * mm, ALTURA - 1.4 * mm))
    canvas.setFillColor(letters)
    canvas.setFont(style.NEGRITO, block.size)
    altura = block.size * 0.72 + (len(block.lines) - 1) * block.leading
    base = y + (ALTURA + altura) / 2 - block.size * 0.72
    for number, line in enumerate(block.lines):
        canvas.drawString(style.ESQUERDA + 4 * mm, base - number * block.leading, line)
