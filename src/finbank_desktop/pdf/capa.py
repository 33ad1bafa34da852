"""The slips of a booklet that are no boletos: its cover, and the page on which the payer notes what was paid."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.domain.impressao import BoletoImpresso
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.pdf import cores, logo, parties, pix, style
from finbank_desktop.pdf.prensa import Prensa
from finbank_desktop.pdf.talao import ALTURA, DIREITA, ESQUERDA
from finbank_desktop.pdf.text_fit import fit_block, shrink

_TOPO: Final = ALTURA - 8 * mm
_TABELA: Final = ESQUERDA + 96 * mm
_TEXTO: Final = _TABELA - ESQUERDA - 8 * mm
_LINHA: Final = 5 * mm
_POR_COLUNA: Final = 15
_NA_CAPA: Final = 2 * _POR_COLUNA
NO_CONTROLE: Final = 24
"""Parcelas that one page of notes holds."""


def draw(prensa: Prensa, boletos: Sequence[BoletoImpresso]) -> None:
    """Draw the cover of the booklet of *boletos*, with its lower left corner at the origin."""
    first = boletos[0]
    canvas, y = prensa.canvas, _TOPO
    if prensa.logo(first.logo, ESQUERDA, y - logo.ALTURA * 0.8, 0.8):
        y -= logo.ALTURA * 0.8 + 3 * mm
    y = _title(canvas, y, first)
    y = _paragraph(canvas, y - 3 * mm, "Beneficiário", _party(first, pagador=False))
    _paragraph(canvas, y - 2 * mm, "Pagador", _party(first, pagador=True))
    _total(canvas, boletos)
    _table(canvas, boletos[:_NA_CAPA])
    if len(boletos) > _NA_CAPA:
        canvas.setFillColor(style.CINZA)
        canvas.setFont(style.NORMAL, 7.5)
        canvas.drawRightString(DIREITA, 5 * mm, f"e mais {len(boletos) - _NA_CAPA} parcelas")


def draw_control(prensa: Prensa, boletos: Sequence[BoletoImpresso], first: int, total: int) -> None:
    """Draw the page of notes for *boletos*, whose first one is parcela *first* of *total*."""
    canvas = prensa.canvas
    canvas.setFillColor(cores.accent(boletos[0].cor))
    canvas.setFont(style.NEGRITO, 11)
    canvas.drawString(ESQUERDA, _TOPO - 3 * mm, "Controle de pagamentos")
    half = (DIREITA - ESQUERDA - 6 * mm) / 2
    rows = (len(boletos) + 1) // 2 if len(boletos) > NO_CONTROLE // 2 else len(boletos)
    for column in range(2):
        part = boletos[column * rows : (column + 1) * rows]
        if part:
            _control_column(canvas, ESQUERDA + column * (half + 6 * mm), half, part, (first + column * rows, total))


def _control_column(
    canvas: Canvas, x: float, width: float, boletos: Sequence[BoletoImpresso], numbers: tuple[int, int]
) -> None:
    first, total = numbers
    stops = (0, 14 * mm, 33 * mm, 57 * mm, width)
    y, step = _TOPO - 8 * mm, 6 * mm
    canvas.setFillColor(style.CINZA)
    canvas.setFont(style.NORMAL, 6.6)
    for stop, words in zip(stops, ("Parcela", "Vencimento", "Valor", "Pago em / assinatura"), strict=False):
        canvas.drawString(x + stop + 1 * mm, y - 3 * mm, words)
    y -= 4.4 * mm
    canvas.setStrokeColor(style.FIO)
    canvas.setLineWidth(style.TRACO_FINO)
    for number, boleto in enumerate(boletos):
        y -= step
        for left, right in pairwise(stops):
            canvas.rect(x + left, y, right - left, step, stroke=1, fill=0)
        canvas.setFillColor(style.PRETO)
        canvas.setFont(style.NORMAL, 8)
        canvas.drawString(x + 1.2 * mm, y + 1.9 * mm, f"{first + number}/{total}")
        canvas.drawString(x + stops[1] + 1.2 * mm, y + 1.9 * mm, style.day(boleto.vencimento))
        text, size = shrink(format_brl(boleto.valor), style.NEGRITO, 8, stops[3] - stops[2] - 2.4 * mm)
        canvas.setFont(style.NEGRITO, size)
        canvas.drawRightString(x + stops[3] - 1.2 * mm, y + 1.9 * mm, text)


def _title(canvas: Canvas, y: float, boleto: BoletoImpresso) -> float:
    canvas.setFillColor(cores.accent(boleto.cor))
    canvas.setFont(style.NEGRITO, 19)
    canvas.drawString(ESQUERDA, y - 6 * mm, "Carnê de pagamentos")
    canvas.setStrokeColor(cores.accent(boleto.cor))
    canvas.setLineWidth(style.TRACO_FORTE)
    canvas.line(ESQUERDA, y - 8.6 * mm, ESQUERDA + _TEXTO, y - 8.6 * mm)
    return y - 8.6 * mm


def _party(boleto: BoletoImpresso, *, pagador: bool) -> tuple[str, ...]:
    parte = boleto.pagador if pagador else boleto.beneficiario
    address = (parties.street(parte.endereco), parties.town(parte.endereco)) if pagador else ()
    return tuple(line for line in (parte.nome, parties.documento(parte), *address) if line)


def _paragraph(canvas: Canvas, y: float, label: str, lines: Sequence[str]) -> float:
    canvas.setFillColor(style.CINZA)
    canvas.setFont(style.NORMAL, 7)
    canvas.drawString(ESQUERDA, y - 2.6 * mm, label)
    name = fit_block(lines[:1], style.NEGRITO, 11, (_TEXTO, 10 * mm), minimum=8)
    pix.write(canvas, ESQUERDA, y - 3.8 * mm, name, style.NEGRITO)
    y -= 4.4 * mm + len(name.lines) * name.leading
    block = fit_block(lines[1:], style.NORMAL, 8, (_TEXTO, 11 * mm))
    pix.write(canvas, ESQUERDA, y, block)
    return y - len(block.lines) * block.leading


def _total(canvas: Canvas, boletos: Sequence[BoletoImpresso]) -> None:
    total = format_brl(sum(boleto.valor for boleto in boletos))
    spoken = "1 parcela" if len(boletos) == 1 else f"{len(boletos)} parcelas"
    dates = f"de {style.day(boletos[0].vencimento)} a {style.day(boletos[-1].vencimento)}"
    canvas.setFillColor(style.PRETO)
    text, size = shrink(f"{spoken}, {dates}, no total de {total}", style.NEGRITO, 9, _TEXTO)
    canvas.setFont(style.NEGRITO, size)
    canvas.drawString(ESQUERDA, 7 * mm, text)


def _table(canvas: Canvas, boletos: Sequence[BoletoImpresso]) -> None:
    width = (DIREITA - _TABELA - 4 * mm) / 2
    columns = 2 if len(boletos) > _POR_COLUNA else 1
    for column in range(columns):
        x, right = _TABELA + column * (width + 4 * mm), _TABELA + column * (width + 4 * mm) + width
        if columns == 1:
            right = DIREITA
        canvas.setFillColor(style.CINZA)
        canvas.setFont(style.NORMAL, 7)
        canvas.drawString(x, _TOPO - 3 * mm, "Parcela")
        canvas.drawString(x + 11 * mm, _TOPO - 3 * mm, "Vencimento")
        canvas.drawRightString(right, _TOPO - 3 * mm, "Valor")
        part = boletos[column * _POR_COLUNA : (column + 1) * _POR_COLUNA]
        for number, boleto in enumerate(part, column * _POR_COLUNA + 1):
            _row(canvas, (x, right), _TOPO - 3 * mm - (number - column * _POR_COLUNA) * _LINHA, number, boleto)


def _row(canvas: Canvas, borders: tuple[float, float], y: float, number: int, boleto: BoletoImpresso) -> None:
    left, right = borders
    canvas.setFillColor(style.PRETO)
    canvas.setFont(style.NORMAL, 8)
    canvas.drawString(left, y, str(number))
    canvas.drawString(left + 11 * mm, y, style.day(boleto.vencimento))
    text, size = shrink(format_brl(boleto.valor), style.NEGRITO, 8, right - left - 29 * mm)
    canvas.setFont(style.NEGRITO, size)
    canvas.drawRightString(right, y, text)
    canvas.setStrokeColor(style.FUNDO)
    canvas.setLineWidth(style.TRACO_FINO)
    canvas.line(left, y - 1.4 * mm, right, y - 1.4 * mm)
