"""The head that recibo and ficha share: the bank's name, its code between bars, the linha digitável.

Sizes as FEBRABAN prescribes: the code 5 mm high between bars 1,2 mm thick, the linha digitável 3,5 to 4 mm high.
"""

from typing import Final

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.domain.codigo_barras import format_linha_digitavel
from finbank_desktop.domain.impressao import BoletoImpresso
from finbank_desktop.pdf import style
from finbank_desktop.pdf.text_fit import fit_block, printable, shrink

ALTURA: Final = 9 * mm
_LARGURA_NOME = 27 * mm
_LARGURA_CODIGO = 21.5 * mm
_INICIO_LINHA = style.ESQUERDA + _LARGURA_NOME + _LARGURA_CODIGO
_BARRA = 1.2 * mm
_CODIGO = 20
_LINHA = 14
"""Helvetica's digits are 0.71 of the size: 14 points are 3.5 mm."""


def draw_frame(canvas: Canvas, y: float) -> None:
    """Draw the bars and the strong line on which the head stands; *y* is that line."""
    canvas.setFillColor(style.PRETO)
    for x in (style.ESQUERDA + _LARGURA_NOME, _INICIO_LINHA):
        canvas.rect(x - _BARRA / 2, y, _BARRA, ALTURA - 1.6 * mm, stroke=0, fill=1)
    canvas.setStrokeColor(style.PRETO)
    canvas.setLineWidth(style.TRACO_FORTE)
    canvas.line(style.ESQUERDA, y, style.DIREITA, y)


def draw(canvas: Canvas, y: float, boleto: BoletoImpresso) -> None:
    """Write bank, code and linha digitável above the line *y*."""
    canvas.setFillColor(style.PRETO)
    _draw_name(canvas, y, boleto.banco_nome)
    codigo, tamanho = shrink(printable(boleto.banco_codigo), style.NEGRITO, _CODIGO, _LARGURA_CODIGO - 2.4 * mm)
    canvas.setFont(style.NEGRITO, tamanho)
    canvas.drawCentredString(style.ESQUERDA + _LARGURA_NOME + _LARGURA_CODIGO / 2, y + 1.7 * mm, codigo)
    _draw_linha(canvas, y + 2.1 * mm, format_linha_digitavel(boleto.linha_digitavel))


def _draw_linha(canvas: Canvas, y: float, linha: str) -> None:
    """Write the linha digitável up to the right border, narrowed to its room but never lower."""
    room = style.DIREITA - _INICIO_LINHA - 2.2 * mm
    scale = min(1, room / stringWidth(linha, style.NEGRITO, _LINHA))
    width = scale * stringWidth(linha, style.NEGRITO, _LINHA)
    text = canvas.beginText(style.DIREITA - width, y)
    text.setFont(style.NEGRITO, _LINHA)
    text.setHorizScale(100 * scale)
    text.textOut(linha)
    text.setHorizScale(100)
    canvas.drawText(text)


def _draw_name(canvas: Canvas, y: float, nome: str) -> None:
    block = fit_block((nome,), style.NEGRITO, 11, (_LARGURA_NOME - 2 * mm, 7.4 * mm))
    canvas.setFont(style.NEGRITO, block.size)
    altura = block.size * 0.72 + (len(block.lines) - 1) * block.leading
    base = y + (ALTURA - 1.6 * mm - altura) / 2
    for number, line in enumerate(reversed(block.lines)):
        canvas.drawString(style.ESQUERDA, base + number * block.leading, line)
