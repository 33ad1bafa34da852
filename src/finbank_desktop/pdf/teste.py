"""A page by which a printer is judged: it shows margins, true size and a barcode that must be readable."""

from pathlib import Path
from typing import Final

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.pdf import codigo_barras, corte, ficha, qr_code, style
from finbank_desktop.pdf.compact_canvas import CompactCanvas
from finbank_desktop.pdf.output import replacing

_CODIGO: Final = "0" * 44
"""Of no bank and no amount: it cannot be paid."""
_TEXTO: Final = (
    "1. Meça a régua com uma régua de verdade: de 0 a 150 tem de haver 15,0 cm. Se não houver, desligue",
    "    “ajustar à página” na impressora e imprima em tamanho real (100 %).",
    "2. As quatro molduras mostram margens de 5, 8, 10 e 12 mm. Um boleto precisa da de 8 mm inteira.",
    "3. O código de barras tem de medir 103 mm por 13 mm e ser lido por um leitor ou pelo celular.",
    "    Este não é de nenhum banco e não pode ser pago.",
    "4. Se tudo sair deslocado, corrija os milímetros na janela de impressão e imprima esta página outra vez.",
)


def render(path: Path) -> int:
    """Write the page to *path* and return the number of pages.

    Raises:
        OutsideError: The disk refuses.
    """
    with replacing(path) as file:
        canvas = CompactCanvas(file, pagesize=(style.LARGURA_PAGINA, style.ALTURA_PAGINA), lang="pt-BR")
        canvas.setTitle("Página de teste")
        _draw(canvas)
        canvas.showPage()
        canvas.save()
    return 1


def _draw(canvas: Canvas) -> None:
    canvas.setStrokeColor(style.CINZA)
    canvas.setLineWidth(style.TRACO_FINO)
    for margin in (5, 8, 10, 12):
        inset = margin * mm
        canvas.rect(inset, inset, style.LARGURA_PAGINA - 2 * inset, style.ALTURA_PAGINA - 2 * inset)
        canvas.setFillColor(style.CINZA)
        canvas.setFont(style.NORMAL, 5.5)
        canvas.drawString(inset + 40 * mm + margin * 3 * mm, style.ALTURA_PAGINA - inset - 2.1 * mm, f"{margin} mm")
    canvas.setFillColor(style.PRETO)
    canvas.setFont(style.NEGRITO, 20)
    canvas.drawString(20 * mm, 262 * mm, "Página de teste da impressora")
    canvas.setFont(style.NORMAL, 9.5)
    for number, line in enumerate(_TEXTO):
        canvas.drawString(20 * mm, 250 * mm - number * 6 * mm, line)
    _draw_ruler(canvas, 30 * mm, 195 * mm)
    _draw_greys(canvas, 30 * mm, 165 * mm)
    qr_code.draw(canvas, 140 * mm, 140 * mm, 36 * mm, "Página de teste: este QR code não paga nada.")
    corte.draw_across(canvas, ficha.CORTE)
    codigo_barras.draw(canvas, style.ESQUERDA + 4 * mm, 30 * mm, _CODIGO)


def _draw_ruler(canvas: Canvas, x: float, y: float) -> None:
    canvas.setStrokeColor(style.PRETO)
    canvas.setLineWidth(0.5)
    canvas.line(x, y, x + 150 * mm, y)
    canvas.setFont(style.NORMAL, 7)
    for number in range(151):
        length = 5 if number % 10 == 0 else 3.5 if number % 5 == 0 else 2
        canvas.line(x + number * mm, y, x + number * mm, y + length * mm)
        if number % 10 == 0:
            canvas.drawCentredString(x + number * mm, y + 6 * mm, str(number))


def _draw_greys(canvas: Canvas, x: float, y: float) -> None:
    canvas.setFont(style.NORMAL, 7)
    for number, (colour, words) in enumerate(
        ((style.PRETO, "texto"), (style.CINZA, "rótulos"), (style.FIO, "linhas"), (style.FUNDO, "fundo"))
    ):
        canvas.setFillColor(colour)
        canvas.rect(x + number * 22 * mm, y, 18 * mm, 9 * mm, stroke=0, fill=1)
        canvas.setFillColor(style.PRETO)
        canvas.drawString(x + number * 22 * mm, y - 3.2 * mm, words)
