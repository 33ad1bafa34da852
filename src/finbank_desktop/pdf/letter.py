"""The free upper part of the page: letterhead, the three things the payer looks for, and what is being charged."""

from typing import Final

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.domain.impressao import BoletoImpresso
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.pdf import cores, faixa, logo, parties, pix, recibo, style
from finbank_desktop.pdf.prensa import Prensa
from finbank_desktop.pdf.text_fit import Block, fit_block, printable, shrink

TOPO: Final = style.ALTURA_PAGINA - 12 * mm
_LARGURA_TITULO = 38 * mm
REGUA: Final = TOPO - logo.ALTURA - 4 * mm
"""The line below the letterhead."""
_ALTURA_QUADRO = 19 * mm
_ALTURA_NOME = 7.4 * mm
"""Of the payer's name in its box: two lines of it end clear of the document below them."""
_FOLGA = 4 * mm
_TITULO_DEMONSTRATIVO = 6.6 * mm
_QUADROS: Final = (("Pagador", 92 * mm), ("Vencimento", 38 * mm), ("Valor", 48 * mm))
_ENTRE_QUADROS = 4 * mm


def draw_frame(canvas: Canvas, title: str = "Recibo do pagador") -> None:
    """Draw what is the same on every page of every emissor."""
    canvas.setFillColor(style.CINZA)
    canvas.setFont(style.NORMAL, 9)
    canvas.drawRightString(style.DIREITA, TOPO - 3.2 * mm, title)


def draw_letterhead(prensa: Prensa, boleto: BoletoImpresso) -> None:
    """Draw logo, name and address of the beneficiary, and the rule below them."""
    canvas, x = prensa.canvas, style.ESQUERDA
    if prensa.logo(boleto.logo, x, TOPO - logo.ALTURA):
        x += logo.LARGURA + 5 * mm
    largura = style.DIREITA - _LARGURA_TITULO - x
    beneficiario = boleto.beneficiario
    nome = fit_block((beneficiario.nome,), style.NEGRITO, 13, (largura, 10.5 * mm))
    canvas.setFillColor(cores.accent(boleto.cor))
    y = TOPO - 4 * mm
    canvas.setFont(style.NEGRITO, nome.size)
    for linha in nome.lines:
        canvas.drawString(x, y, linha)
        y -= nome.leading
    endereco = beneficiario.endereco
    canvas.setFillColor(style.CINZA)
    for linha in (parties.documento(beneficiario), parties.street(endereco), parties.town(endereco)):
        texto, tamanho = shrink(printable(linha), style.NORMAL, 8.5, largura)
        canvas.setFont(style.NORMAL, tamanho)
        canvas.drawString(x, y, texto)
        y -= 3.7 * mm if linha else 0
    canvas.setStrokeColor(cores.accent(boleto.cor))
    canvas.setLineWidth(style.TRACO_FORTE)
    canvas.line(style.ESQUERDA, REGUA, style.DIREITA, REGUA)


def draw(prensa: Prensa, boleto: BoletoImpresso) -> None:
    """Write bands, summary and demonstrativo of one boleto."""
    y = REGUA
    for texto, letters, ground in faixa.sentences(boleto):
        y -= _FOLGA + faixa.ALTURA
        faixa.draw(prensa.canvas, y, texto, letters, ground)
    below = _below_summary(boleto)
    base = below + _FOLGA + 2 * mm
    prensa.once(("quadros", base), lambda canvas: _draw_boxes(canvas, base))
    _draw_summary(prensa.canvas, base, boleto)
    _draw_demonstrativo(prensa.canvas, below, boleto)


def _draw_boxes(canvas: Canvas, y: float) -> None:
    x = style.ESQUERDA
    for rotulo, largura in _QUADROS:
        canvas.setFillColor(style.FUNDO)
        canvas.roundRect(x, y, largura, _ALTURA_QUADRO, 1.6 * mm, stroke=0, fill=1)
        canvas.setFillColor(style.CINZA)
        canvas.setFont(style.NORMAL, 7.5)
        canvas.drawString(x + 3 * mm, y + _ALTURA_QUADRO - 4.8 * mm, rotulo)
        x += largura + _ENTRE_QUADROS


def _draw_summary(canvas: Canvas, y: float, boleto: BoletoImpresso) -> None:
    x = style.ESQUERDA + 3 * mm
    _draw_pagador(canvas, x, y, _QUADROS[0][1] - 6 * mm, boleto)
    x += _QUADROS[0][1] + _ENTRE_QUADROS
    canvas.setFillColor(style.PRETO)
    for (_rotulo, largura), valor in zip(
        _QUADROS[1:], (style.day(boleto.vencimento), format_brl(boleto.valor)), strict=True
    ):
        texto, tamanho = shrink(valor, style.NEGRITO, 15, largura - 6 * mm)
        canvas.setFont(style.NEGRITO, tamanho)
        canvas.drawString(x, y + 4.6 * mm, texto)
        x += largura + _ENTRE_QUADROS


def _draw_pagador(canvas: Canvas, x: float, y: float, largura: float, boleto: BoletoImpresso) -> None:
    canvas.setFillColor(style.PRETO)
    nome = fit_block((boleto.pagador.nome,), style.NEGRITO, 10.5, (largura, _ALTURA_NOME), minimum=7)
    canvas.setFont(style.NEGRITO, nome.size)
    base = y + _ALTURA_QUADRO - 6.4 * mm - nome.size * 0.72
    for number, line in enumerate(nome.lines):
        canvas.drawString(x, base - number * nome.leading, line)
    canvas.setFillColor(style.CINZA)
    canvas.setFont(style.NORMAL, 8)
    canvas.drawString(x, y + 2.4 * mm, printable(parties.documento(boleto.pagador)))


def _draw_demonstrativo(canvas: Canvas, y: float, boleto: BoletoImpresso) -> None:
    if boleto.pix:
        side = pix.side_within(boleto, y - recibo.TOPO - 4 * mm)
        pix.draw(canvas, style.DIREITA - side, y, boleto, side)
    if boleto.demonstrativo or boleto.mensagens:
        draw_demonstrativo(canvas, y, demonstrativo_block(boleto), _text_width(boleto))


def draw_demonstrativo(canvas: Canvas, y: float, block: Block, width: float) -> None:
    """Draw title, line and *block*, all below *y*."""
    canvas.setFillColor(style.CINZA)
    canvas.setFont(style.NEGRITO, 8)
    canvas.drawString(style.ESQUERDA, y - 2.6 * mm, "Demonstrativo")
    canvas.setStrokeColor(style.FIO)
    canvas.setLineWidth(style.TRACO_FINO)
    canvas.line(style.ESQUERDA, y - 4.4 * mm, style.ESQUERDA + width, y - 4.4 * mm)
    pix.write(canvas, style.ESQUERDA, y - _TITULO_DEMONSTRATIVO, block)


def demonstrativo_block(boleto: BoletoImpresso) -> Block:
    """Return demonstrativo and messages as they fit between summary and recibo."""
    room = _below_summary(boleto) - _TITULO_DEMONSTRATIVO - recibo.TOPO - 4 * mm
    return text_block(boleto, (_text_width(boleto), room))


def text_block(boleto: BoletoImpresso, box: tuple[float, float]) -> Block:
    """Return demonstrativo and messages as they fit *box*, an empty line between them."""
    between = ("",) if boleto.demonstrativo and boleto.mensagens else ()
    return fit_block((*boleto.demonstrativo, *between, *boleto.mensagens), style.NORMAL, 9.2, box)


def _below_summary(boleto: BoletoImpresso) -> float:
    bands = len(faixa.sentences(boleto)) * (faixa.ALTURA + _FOLGA)
    return REGUA - _FOLGA - bands - _ALTURA_QUADRO - _FOLGA - 2 * mm


def _text_width(boleto: BoletoImpresso) -> float:
    return style.LARGURA - (pix.LADO + 8 * mm if boleto.pix else 0)
