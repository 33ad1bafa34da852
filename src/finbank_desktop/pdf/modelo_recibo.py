"""The classic page: letterhead and recibo do pagador above, ficha de compensação below."""

from collections.abc import Iterator, Sequence

from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.domain.impressao import BoletoImpresso
from finbank_desktop.pdf import corte, ficha, letter, recibo
from finbank_desktop.pdf.modelo import Corte
from finbank_desktop.pdf.prensa import Prensa


def draw(prensa: Prensa, boletos: Sequence[BoletoImpresso]) -> Iterator[int]:
    """Draw a page for each of *boletos*; yield how many are drawn, after every page."""
    for number, boleto in enumerate(boletos, 1):
        draw_page(prensa, boleto)
        prensa.canvas.showPage()
        yield number


def draw_page(prensa: Prensa, boleto: BoletoImpresso) -> None:
    """Draw one page without ending it."""
    prensa.once("recibo", _draw_frame)
    prensa.of_emissor("recibo", boleto, lambda _canvas: _draw_emissor(prensa, boleto))
    letter.draw(prensa, boleto)
    recibo.draw(prensa.canvas, boleto)
    ficha.draw(prensa.canvas, boleto)


def cuts(boleto: BoletoImpresso) -> Iterator[Corte]:
    """Yield what does not fit the paper even in the smallest letters."""
    yield from ficha.cuts(boleto)
    if not letter.demonstrativo_block(boleto).complete:
        yield Corte("demonstrativo", "As linhas do demonstrativo", plural=True)


def _draw_frame(canvas: Canvas) -> None:
    letter.draw_frame(canvas)
    recibo.draw_frame(canvas)
    ficha.draw_frame(canvas)
    corte.draw_across(canvas, ficha.CORTE)


def _draw_emissor(prensa: Prensa, boleto: BoletoImpresso) -> None:
    letter.draw_letterhead(prensa, boleto)
    recibo.draw_emissor(prensa.canvas, boleto)
    ficha.draw_emissor(prensa.canvas, boleto)
