"""A QR code as vectors."""

import numpy as np
import zxingcpp
from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.pdf.style import PRETO


def draw(canvas: Canvas, x: float, y: float, side: float, text: str) -> None:
    """Draw *text* as a QR code of *side* points, lower left corner at (*x*, *y*).

    Level M, as the Banco Central's Manual de Padrões para Iniciação do Pix asks; the paper around it is its quiet zone.
    """
    symbol = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image = np.asarray(symbol.to_image(scale=1, add_quiet_zones=False))
    rows: list[list[int]] = image.tolist()
    path = canvas.beginPath()
    size = len(rows)
    for number, modules in enumerate(rows):
        for start, length in _dark_runs(modules):
            path.rect(start, size - 1 - number, length, 1)
    canvas.saveState()
    canvas.setFillColor(PRETO)
    canvas.translate(x, y)
    canvas.scale(side / size, side / size)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()


def _dark_runs(modules: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for position, module in enumerate(modules):
        if module:
            continue
        if runs and sum(runs[-1]) == position:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((position, 1))
    return runs
