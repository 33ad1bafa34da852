"""The proof of a payment: who paid whom, what, when, and the bank's authentication; two to a page, to be cut."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.pdf import cores, style
from finbank_desktop.pdf.compact_canvas import CompactCanvas
from finbank_desktop.pdf.comprovante_dados import Comprovante
from finbank_desktop.pdf.output import replacing
from finbank_desktop.pdf.text_fit import printable, shrink

_METADE: Final = style.ALTURA_PAGINA / 2
_MARGEM: Final = 11 * mm
_LINHA: Final = 5.1 * mm
_COLUNA: Final = 46 * mm
"""Width of what a value is called."""
_ROTULO, _VALOR, _TITULO, _GRANDE = 8.0, 9.5, 13.0, 17.0
_RODAPE: Final = 7.0
_ALTURA_AUTENTICACAO: Final = 12 * mm
_POR_PAGINA: Final = 2

Report = Callable[[int, int], object]


def render(comprovantes: Sequence[Comprovante], path: Path, report: Report | None = None) -> int:
    """Write *comprovantes* to *path* and return the number of its pages.

    Args:
        comprovantes: One or more.
        path: A PDF file; one that is there is replaced, or stays as it is when something fails.
        report: Told how many are done and how many there are.

    Raises:
        OutsideError: The disk refuses.
    """
    with replacing(path) as file:
        canvas = CompactCanvas(file, pagesize=(style.LARGURA_PAGINA, style.ALTURA_PAGINA))
        canvas.setTitle("Comprovante de pagamento")
        for number, each in enumerate(comprovantes):
            place = number % _POR_PAGINA
            if number and not place:
                canvas.showPage()
            _draw(canvas, each, style.ALTURA_PAGINA - place * _METADE)
            if not place:
                _cut(canvas)
            if report is not None:
                report(number + 1, len(comprovantes))
        canvas.save()
    return -(-len(comprovantes) // _POR_PAGINA)


def _draw(canvas: Canvas, each: Comprovante, topo: float) -> None:
    """Draw one below *topo*."""
    y = _head(canvas, each, topo - _MARGEM)
    for titulo, linhas in each.partes:
        y = _section(canvas, titulo, linhas, y)
    _authentication(canvas, each, topo - _METADE + _MARGEM)


def _head(canvas: Canvas, each: Comprovante, y: float) -> float:
    accent = cores.accent(each.cor)
    _text(canvas, "Comprovante de pagamento", style.ESQUERDA, y - 4 * mm, (style.NEGRITO, _TITULO), 110 * mm, accent)
    canvas.setFillColor(style.PRETO)
    canvas.setFont(style.NEGRITO, _GRANDE)
    canvas.drawRightString(style.DIREITA, y - 5 * mm, printable(each.valor))
    linha = f"{each.empresa} \N{EN DASH} {each.documento}" if each.documento else each.empresa
    _text(canvas, linha, style.ESQUERDA, y - 10 * mm, (style.NORMAL, _VALOR), 120 * mm, style.PRETO)
    canvas.setFillColor(style.CINZA)
    canvas.setFont(style.NORMAL, _VALOR)
    canvas.drawRightString(style.DIREITA, y - 10.5 * mm, printable(each.data))
    canvas.setStrokeColor(accent)
    canvas.setLineWidth(style.TRACO_FORTE)
    canvas.line(style.ESQUERDA, y - 13.5 * mm, style.DIREITA, y - 13.5 * mm)
    return y - 19 * mm


def _section(canvas: Canvas, titulo: str, linhas: Sequence[tuple[str, str]], y: float) -> float:
    ditas = [(nome, valor) for nome, valor in linhas if valor]
    if not ditas:
        return y
    _text(canvas, titulo, style.ESQUERDA, y, (style.NEGRITO, _VALOR), style.LARGURA, style.PRETO)
    for nome, valor in ditas:
        y -= _LINHA
        _text(canvas, nome, style.ESQUERDA, y, (style.NORMAL, _ROTULO), _COLUNA - 2 * mm, style.CINZA)
        x = style.ESQUERDA + _COLUNA
        _text(canvas, valor, x, y, (style.NORMAL, _VALOR), style.LARGURA - _COLUNA, style.PRETO)
    return y - 7.4 * mm


def _authentication(canvas: Canvas, each: Comprovante, y: float) -> None:
    """Draw the bank's authentication in a field of its own above *y*, and below it where all this comes from."""
    if each.autenticacao:
        canvas.setFillColor(style.FUNDO)
        canvas.rect(style.ESQUERDA, y + 3 * mm, style.LARGURA, _ALTURA_AUTENTICACAO, stroke=0, fill=1)
        x, base = style.ESQUERDA + 3 * mm, y + 3 * mm
        _text(canvas, "Autenticação do banco", x, base + 7.4 * mm, (style.NORMAL, _ROTULO), 90 * mm, style.CINZA)
        fonte = (style.NEGRITO, _VALOR + 1)
        _text(canvas, each.autenticacao, x, base + 2.6 * mm, fonte, style.LARGURA - 6 * mm, style.PRETO)
    _text(canvas, each.rodape, style.ESQUERDA, y - 1.6 * mm, (style.NORMAL, _RODAPE), style.LARGURA, style.CINZA)


def _cut(canvas: Canvas) -> None:
    canvas.setStrokeColor(style.FIO)
    canvas.setLineWidth(style.TRACO_FINO)
    canvas.setDash(2, 2)
    canvas.line(style.ESQUERDA, _METADE, style.DIREITA, _METADE)
    canvas.setDash()


def _text(canvas: Canvas, texto: str, x: float, y: float, fonte: tuple[str, float], largura: float, cor: Color) -> None:
    nome, tamanho = fonte
    curto, cabe = shrink(printable(texto), nome, tamanho, largura)
    canvas.setFillColor(cor)
    canvas.setFont(nome, cabe)
    canvas.drawString(x, y, curto)
