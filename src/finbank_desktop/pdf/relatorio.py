"""A plain report: a title, a few lines, one table that runs over as many pages as it needs, and a sum."""

from collections.abc import Callable, Sequence
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.pdf import style
from finbank_desktop.pdf.compact_canvas import CompactCanvas
from finbank_desktop.pdf.output import replacing
from finbank_desktop.pdf.relatorio_dados import ColunaRelatorio, Relatorio
from finbank_desktop.pdf.text_fit import printable, shrink

_TAMANHO = 8.0
_PASSO = 5 * mm
_TOPO = style.ALTURA_PAGINA - 16 * mm
_FUNDO = 18 * mm
_AVISO = 500
_RESPIRO = 1.5 * mm

Report = Callable[[int, int], object]


def render(relatorio: Relatorio, path: Path, report: Report | None = None) -> int:
    """Write *relatorio* to *path* and return the number of its pages.

    Args:
        relatorio: What is printed.
        path: A PDF file; one that is there is replaced, or stays as it is when something fails.
        report: Told rows done and rows in all, now and then.

    Raises:
        OutsideError: The disk refuses.
    """
    with replacing(path) as file:
        canvas = CompactCanvas(file, pagesize=(style.LARGURA_PAGINA, style.ALTURA_PAGINA))
        canvas.setTitle(printable(relatorio.titulo))
        pages = _draw(canvas, relatorio, report)
        canvas.save()
    return pages


def _draw(canvas: Canvas, relatorio: Relatorio, report: Report | None) -> int:
    page, y = 1, _head(canvas, relatorio, 1)
    for number, row in enumerate(relatorio.rows, 1):
        if y < _FUNDO:
            canvas.showPage()
            page += 1
            y = _head(canvas, relatorio, page)
        _row(canvas, relatorio.colunas, row, y, style.NORMAL)
        y -= _PASSO
        if report is not None and number % _AVISO == 0:
            report(number, len(relatorio.rows))
    if relatorio.rodape:
        if y < _FUNDO:
            canvas.showPage()
            page += 1
            y = _head(canvas, relatorio, page)
        canvas.setFont(style.NEGRITO, _TAMANHO + 1)
        canvas.drawRightString(style.DIREITA - _RESPIRO, y - 2 * mm, printable(relatorio.rodape))
    canvas.showPage()
    return page


def _head(canvas: Canvas, relatorio: Relatorio, page: int) -> float:
    """Draw what stands at the top of every page and return where the rows begin."""
    y = _TOPO
    canvas.setFillColor(style.PRETO)
    titulo, size = shrink(printable(relatorio.titulo), style.NEGRITO, 13, style.LARGURA - 22 * mm)
    canvas.setFont(style.NEGRITO, size)
    canvas.drawString(style.ESQUERDA, y, titulo)
    canvas.setFillColor(style.CINZA)
    canvas.setFont(style.NORMAL, _TAMANHO)
    canvas.drawRightString(style.DIREITA, y, f"página {page}")
    for linha in relatorio.linhas:
        y -= _PASSO
        texto, size = shrink(printable(linha), style.NORMAL, _TAMANHO + 1, style.LARGURA)
        canvas.setFont(style.NORMAL, size)
        canvas.drawString(style.ESQUERDA, y, texto)
    canvas.setFillColor(style.PRETO)
    y -= _PASSO + 3 * mm
    _row(canvas, relatorio.colunas, [coluna.titulo for coluna in relatorio.colunas], y, style.NEGRITO)
    canvas.setLineWidth(style.TRACO_FORTE)
    canvas.line(style.ESQUERDA, y - 1.6 * mm, style.DIREITA, y - 1.6 * mm)
    return y - _PASSO - 1 * mm


def _row(canvas: Canvas, colunas: Sequence[ColunaRelatorio], row: Sequence[str], y: float, font: str) -> None:
    x, inteiro = style.ESQUERDA, sum(coluna.parte for coluna in colunas)
    for coluna, cell in zip(colunas, row, strict=True):
        largura = style.LARGURA * coluna.parte / inteiro
        texto, size = shrink(printable(cell), font, _TAMANHO, largura - 2 * _RESPIRO)
        canvas.setFont(font, size)
        if coluna.direita:
            canvas.drawRightString(x + largura - _RESPIRO, y, texto)
        else:
            canvas.drawString(x + _RESPIRO, y, texto)
        x += largura
