"""The head that recibo and ficha share: the bank's name, its code between bars, the linha digitável.

Sizes as FEBRABAN prescribes for A4: the code 5 mm high between bars 1,2 mm thick, the linha digitável 3,5 to 4 mm high.
A carnê has a third of the width and takes them smaller.
"""

from dataclasses import dataclass
from typing import Final

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.domain.codigo_barras import format_linha_digitavel
from finbank_desktop.domain.impressao import BoletoImpresso
from finbank_desktop.pdf import style
from finbank_desktop.pdf.text_fit import fit_block, printable, shrink, width_of

_BARRA = 1.2 * mm
_FOLGA = 2.4 * mm


@dataclass(frozen=True, slots=True, kw_only=True)
class Cabecalho:
    """Where a head stands and how large it is, in points.

    Attributes:
        y: The strong line on which it stands.
        nome: Width of the room for the bank's name; *codigo* the same for its code.
        tamanho_codigo: Font size; *tamanho_linha* the same. Helvetica's digits are 0.71 of the size.
    """

    x: float = style.ESQUERDA
    y: float
    largura: float = style.LARGURA
    altura: float
    nome: float = 27 * mm
    codigo: float = 21.5 * mm
    tamanho_nome: float = 11
    tamanho_codigo: float = 20
    tamanho_linha: float = 14

    @property
    def _alto(self) -> float:
        return self.altura - 1.6 * mm

    @property
    def direita(self) -> float:
        """The right border."""
        return self.x + self.largura

    def draw_frame(self, canvas: Canvas) -> None:
        """Draw the bars and the strong line."""
        canvas.setFillColor(style.PRETO)
        for x in (self.x + self.nome, self.x + self.nome + self.codigo):
            canvas.rect(x - _BARRA / 2, self.y, _BARRA, self._alto, stroke=0, fill=1)
        canvas.setStrokeColor(style.PRETO)
        canvas.setLineWidth(style.TRACO_FORTE)
        canvas.line(self.x, self.y, self.direita, self.y)

    def draw_bank(self, canvas: Canvas, boleto: BoletoImpresso) -> None:
        """Write the bank's name and code."""
        canvas.setFillColor(style.PRETO)
        self._draw_name(canvas, boleto.banco_nome)
        room = self.codigo - _FOLGA
        codigo, tamanho = shrink(printable(boleto.banco_codigo), style.NEGRITO, self.tamanho_codigo, room)
        canvas.setFont(style.NEGRITO, tamanho)
        base = self.y + (self._alto - 0.72 * tamanho) / 2
        canvas.drawCentredString(self.x + self.nome + self.codigo / 2, base, codigo)

    def draw_linha(self, canvas: Canvas, boleto: BoletoImpresso) -> None:
        """Write the linha digitável up to the right border, narrowed to its room but never lower."""
        linha = format_linha_digitavel(boleto.linha_digitavel)
        room = self.largura - self.nome - self.codigo - 2.2 * mm
        width = width_of(linha, style.NEGRITO, self.tamanho_linha)
        y = self.y + (self._alto - 0.72 * self.tamanho_linha) / 2
        canvas.setFillColor(style.PRETO)
        canvas.setFont(style.NEGRITO, self.tamanho_linha)
        scale = min(1, room / width)
        if scale == 1:
            canvas.drawRightString(self.direita, y, linha)
            return
        canvas.saveState()
        canvas.translate(self.direita - scale * width, y)
        canvas.scale(scale, 1)
        canvas.drawString(0, 0, linha)
        canvas.restoreState()

    def _draw_name(self, canvas: Canvas, nome: str) -> None:
        block = fit_block((nome,), style.NEGRITO, self.tamanho_nome, (self.nome - 2 * mm, self._alto))
        canvas.setFont(style.NEGRITO, block.size)
        altura = block.size * 0.72 + (len(block.lines) - 1) * block.leading
        base = self.y + (self._alto - altura) / 2
        for number, line in enumerate(reversed(block.lines)):
            canvas.drawString(self.x, base + number * block.leading, line)


ALTURA: Final = 9 * mm
"""Of the head on an A4 page."""
