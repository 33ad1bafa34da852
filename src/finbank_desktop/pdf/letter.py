"""The free upper part of the page: letterhead, the three things the payer looks for, and what is being charged."""

from typing import Final

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.domain.impressao import BoletoImpresso
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.pdf import logo, parties, qr_code, recibo, style
from finbank_desktop.pdf.text_fit import Block, fit_block, printable, shrink

_TOPO: Final = style.ALTURA_PAGINA - 12 * mm
_LARGURA_TITULO = 38 * mm
_REGUA: Final = _TOPO - logo.ALTURA - 4 * mm
_ALTURA_QUADRO = 19 * mm
_ALTURA_AVISO = 9 * mm
_FOLGA = 4 * mm
_LADO_QR = 36 * mm
_TITULO_DEMONSTRATIVO = 6.6 * mm
_QUADROS: Final = (("Pagador", 92 * mm), ("Vencimento", 38 * mm), ("Valor", 48 * mm))
_ENTRE_QUADROS = 4 * mm


def draw_frame(canvas: Canvas) -> None:
    """Draw title and rule, the same on every page."""
    canvas.setFillColor(style.CINZA)
    canvas.setFont(style.NORMAL, 9)
    canvas.drawRightString(style.DIREITA, _TOPO - 3.2 * mm, "Recibo do pagador")
    canvas.setStrokeColor(style.PRETO)
    canvas.setLineWidth(style.TRACO_FORTE)
    canvas.line(style.ESQUERDA, _REGUA, style.DIREITA, _REGUA)


def draw(canvas: Canvas, boleto: BoletoImpresso, logo_form: str) -> None:
    """Write letterhead, summary and demonstrativo of one boleto.

    Args:
        canvas: The page.
        boleto: What is printed.
        logo_form: Name of the form that holds the logo; empty without one.
    """
    _draw_letterhead(canvas, boleto, logo_form)
    if boleto.aviso:
        _draw_aviso(canvas, _REGUA - _FOLGA - _ALTURA_AVISO, boleto.aviso)
    below = _below_summary(boleto)
    _draw_summary(canvas, below + _FOLGA + 2 * mm, boleto)
    _draw_demonstrativo(canvas, below, boleto)


def _draw_letterhead(canvas: Canvas, boleto: BoletoImpresso, logo_form: str) -> None:
    x = style.ESQUERDA
    if logo_form:
        canvas.saveState()
        canvas.translate(x, _TOPO - logo.ALTURA)
        canvas.doForm(logo_form)
        canvas.restoreState()
        x += logo.LARGURA + 5 * mm
    largura = style.DIREITA - _LARGURA_TITULO - x
    beneficiario = boleto.beneficiario
    nome = fit_block((beneficiario.nome,), style.NEGRITO, 13, (largura, 10.5 * mm))
    canvas.setFillColor(style.PRETO)
    y = _TOPO - 4 * mm
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


def _draw_aviso(canvas: Canvas, y: float, aviso: str) -> None:
    canvas.setFillColor(style.FUNDO_VERMELHO)
    canvas.setStrokeColor(style.VERMELHO)
    canvas.setLineWidth(style.TRACO_FINO)
    canvas.roundRect(style.ESQUERDA, y, style.LARGURA, _ALTURA_AVISO, 1.2 * mm, stroke=1, fill=1)
    block = fit_block((aviso,), style.NEGRITO, 9.5, (style.LARGURA - 8 * mm, _ALTURA_AVISO - 1.4 * mm))
    canvas.setFillColor(style.VERMELHO)
    canvas.setFont(style.NEGRITO, block.size)
    altura = block.size * 0.72 + (len(block.lines) - 1) * block.leading
    base = y + (_ALTURA_AVISO + altura) / 2 - block.size * 0.72
    for number, line in enumerate(block.lines):
        canvas.drawString(style.ESQUERDA + 4 * mm, base - number * block.leading, line)


def _draw_summary(canvas: Canvas, y: float, boleto: BoletoImpresso) -> None:
    valores = ("", f"{boleto.vencimento:%d/%m/%Y}", format_brl(boleto.valor))
    x = style.ESQUERDA
    for (rotulo, largura), valor in zip(_QUADROS, valores, strict=True):
        canvas.setFillColor(style.FUNDO)
        canvas.roundRect(x, y, largura, _ALTURA_QUADRO, 1.6 * mm, stroke=0, fill=1)
        canvas.setFillColor(style.CINZA)
        canvas.setFont(style.NORMAL, 7.5)
        canvas.drawString(x + 3 * mm, y + _ALTURA_QUADRO - 4.8 * mm, rotulo)
        canvas.setFillColor(style.PRETO)
        if valor:
            texto, tamanho = shrink(valor, style.NEGRITO, 15, largura - 6 * mm)
            canvas.setFont(style.NEGRITO, tamanho)
            canvas.drawString(x + 3 * mm, y + 4.6 * mm, texto)
        else:
            _draw_pagador(canvas, x + 3 * mm, y, largura - 6 * mm, boleto)
        x += largura + _ENTRE_QUADROS


def _draw_pagador(canvas: Canvas, x: float, y: float, largura: float, boleto: BoletoImpresso) -> None:
    nome = fit_block((boleto.pagador.nome,), style.NEGRITO, 10.5, (largura, 8.4 * mm), minimum=7)
    canvas.setFont(style.NEGRITO, nome.size)
    base = y + _ALTURA_QUADRO - 7 * mm - nome.size * 0.72
    for number, line in enumerate(nome.lines):
        canvas.drawString(x, base - number * nome.leading, line)
    canvas.setFillColor(style.CINZA)
    canvas.setFont(style.NORMAL, 8)
    canvas.drawString(x, y + 2.6 * mm, printable(parties.documento(boleto.pagador)))


def _draw_demonstrativo(canvas: Canvas, y: float, boleto: BoletoImpresso) -> None:
    if boleto.pix:
        _draw_pix(canvas, style.DIREITA - _LADO_QR, y - _LADO_QR - 4 * mm, boleto.pix)
    if not boleto.demonstrativo:
        return
    canvas.setFillColor(style.CINZA)
    canvas.setFont(style.NEGRITO, 8)
    canvas.drawString(style.ESQUERDA, y - 2.6 * mm, "Demonstrativo")
    canvas.setStrokeColor(style.FIO)
    canvas.setLineWidth(style.TRACO_FINO)
    canvas.line(style.ESQUERDA, y - 4.4 * mm, style.ESQUERDA + _text_width(boleto), y - 4.4 * mm)
    block = demonstrativo_block(boleto)
    top = y - _TITULO_DEMONSTRATIVO - block.size * 0.8
    canvas.setFillColor(style.PRETO)
    canvas.setFont(style.NORMAL, block.size)
    for number, line in enumerate(block.lines):
        canvas.drawString(style.ESQUERDA, top - number * block.leading, line)


def demonstrativo_block(boleto: BoletoImpresso) -> Block:
    """Return the demonstrativo as it fits between summary and recibo."""
    room = _below_summary(boleto) - _TITULO_DEMONSTRATIVO - recibo.TOPO - 4 * mm
    return fit_block(boleto.demonstrativo, style.NORMAL, 9.2, (_text_width(boleto), room))


def _below_summary(boleto: BoletoImpresso) -> float:
    aviso = _ALTURA_AVISO + _FOLGA if boleto.aviso else 0
    return _REGUA - _FOLGA - aviso - _ALTURA_QUADRO - _FOLGA - 2 * mm


def _text_width(boleto: BoletoImpresso) -> float:
    return style.LARGURA - (_LADO_QR + 8 * mm if boleto.pix else 0)


def _draw_pix(canvas: Canvas, x: float, y: float, pix: str) -> None:
    canvas.setFillColor(style.CINZA)
    canvas.setFont(style.NEGRITO, 8)
    canvas.drawString(x, y + _LADO_QR + 1.4 * mm, "Pague com Pix")
    qr_code.draw(canvas, x, y, _LADO_QR, pix)
