"""One document under way: its canvas, what it has drawn once already, and what many of its pages share."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable

from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.domain.impressao import BoletoImpresso
from finbank_desktop.pdf import logo

Draw = Callable[[Canvas], object]


class Prensa:
    """Draws what repeats once, as a form of the document, and shows it again wherever it is asked for.

    Attributes:
        canvas: The page under way.
    """

    def __init__(self, canvas: Canvas, boletos: Iterable[BoletoImpresso]) -> None:
        """Print *boletos* on *canvas*."""
        self.canvas = canvas
        self._forms: dict[Hashable, str] = {}
        self._emissores = Counter(boleto.emissor for boleto in boletos)

    def once(self, key: Hashable, draw: Draw) -> None:
        """Show what *draw* draws; it is called only when *key* was never asked for."""
        name = self._forms.get(key)
        if name is None:
            name = self._forms[key] = f"forma{len(self._forms)}"
            self.canvas.beginForm(name)
            draw(self.canvas)
            self.canvas.endForm()
        self.canvas.doForm(name)

    def of_emissor(self, part: str, boleto: BoletoImpresso, draw: Draw) -> None:
        """Show what all boletos of one emissor print alike in *part*, drawn once where there are several of them."""
        emissor = boleto.emissor
        if self._emissores[emissor] > 1:
            self.once((part, emissor), draw)
        else:
            draw(self.canvas)

    def logo(self, path: str, x: float, y: float, scale: float = 1) -> bool:
        """Show the logo at *path* in a box whose lower left corner is (*x*, *y*); return whether there is one."""
        image = logo.usable(path) if path else None
        if image is None:
            return False
        self.canvas.saveState()
        self.canvas.translate(x, y)
        self.canvas.scale(scale, scale)
        self.once(("logo", path), lambda canvas: logo.draw(canvas, image))
        self.canvas.restoreState()
        return True
