"""The grid of a ficha as data: cells with their label, drawn once as frame and then filled for every boleto."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.domain.impressao import Parte
from finbank_desktop.pdf import parties, style
from finbank_desktop.pdf.text_fit import Block, fit_block, printable, shrink, width_of

_BASE_ROTULO = 2.05 * mm
_BASE_VALOR = 1.25 * mm


@dataclass(frozen=True, slots=True)
class Spec:
    """A cell before it has a place.

    Attributes:
        key: What the value is found by; empty for a cell that the bank or the teller fills.
        label: The small grey text, as FEBRABAN names the field.
        width: Points.
        right: Whether the value is set against the right border.
        strong: Whether it stands out: shaded, in bold.
        size: Of the value, before it is shrunk to its room.
    """

    key: str
    label: str
    width: float
    right: bool = False
    strong: bool = False
    size: float = style.VALOR


@dataclass(frozen=True, slots=True)
class Cell:
    """A `Spec` with its place: *x*, *y* is the lower left corner, in points."""

    spec: Spec
    x: float
    y: float
    height: float


def row(top: float, height: float, *specs: Spec, x: float = style.ESQUERDA) -> tuple[Cell, ...]:
    """Return *specs* side by side, from *x* on, hanging from *top*."""
    cells = []
    for spec in specs:
        cells.append(Cell(spec, x, top - height, height))
        x += spec.width
    return tuple(cells)


def draw_frame(canvas: Canvas, cells: Iterable[Cell]) -> None:
    """Draw borders, shades and labels, all that is the same on every page."""
    placed = tuple(cells)
    canvas.setFillColor(style.FUNDO)
    for cell in placed:
        if cell.spec.strong:
            canvas.rect(cell.x, cell.y, cell.spec.width, cell.height, stroke=0, fill=1)
    canvas.setStrokeColor(style.FIO)
    canvas.setLineWidth(style.TRACO_FINO)
    for cell in placed:
        canvas.rect(cell.x, cell.y, cell.spec.width, cell.height, stroke=1, fill=0)
    canvas.setFillColor(style.CINZA)
    for cell in placed:
        canvas.setFont(style.NORMAL, style.ROTULO)
        canvas.drawString(cell.x + style.RESPIRO, cell.y + cell.height - _BASE_ROTULO, cell.spec.label)


def fill(canvas: Canvas, cells: Iterable[Cell], values: Mapping[str, str]) -> None:
    """Write the one-line *values* into their cells; a value that is too long is shrunk."""
    canvas.setFillColor(style.PRETO)
    for cell in cells:
        value = values.get(cell.spec.key)
        if value and (text := printable(value)):
            _write(canvas, cell, text)


def cut(cells: Iterable[Cell], values: Mapping[str, str]) -> tuple[Spec, ...]:
    """Return the cells whose one-line value is cut, because it does not fit even in the smallest letters."""
    given = ((cell, printable(values.get(cell.spec.key, ""))) for cell in cells)
    return tuple(cell.spec for cell, value in given if value and _fit(cell, value)[1] != value)


def _fit(cell: Cell, value: str) -> tuple[str, str, float]:
    """Return font, text and size of *value* in its cell."""
    font = style.NEGRITO if cell.spec.strong else style.NORMAL
    size = cell.spec.size + (1 if cell.spec.strong else 0)
    return (font, *shrink(value, font, size, cell.spec.width - 2 * style.RESPIRO))


def _write(canvas: Canvas, cell: Cell, value: str) -> None:
    font, text, size = _fit(cell, value)
    canvas.setFont(font, size)
    if cell.spec.right:
        canvas.drawRightString(cell.x + cell.spec.width - style.RESPIRO, cell.y + _BASE_VALOR, text)
    else:
        canvas.drawString(cell.x + style.RESPIRO, cell.y + _BASE_VALOR, text)


def fill_party(canvas: Canvas, cell: Cell, parte: Parte, address: Iterable[str]) -> None:
    """Write name and document in bold below the label of *cell*, and the lines of *address* in the room that is left.

    A name too long to share its line with the document sends it down to the address: the document is never cut.
    """
    size = cell.spec.size - 0.7
    x, width = cell.x + style.RESPIRO, cell.spec.width - 2 * style.RESPIRO
    y = cell.y + cell.height - _BASE_ROTULO - 0.75 * mm - size * 0.85
    name, lines = printable(parties.name_and_documento(parte)), tuple(address)
    if width_of(name, style.NEGRITO, style.MINIMO) > width:
        name, lines = printable(parte.nome), (" - ".join((parties.documento(parte), *lines[:1])), *lines[1:])
    text, fitted = shrink(name, style.NEGRITO, size, width)
    canvas.setFont(style.NEGRITO, fitted)
    canvas.drawString(x, y, text)
    block = fit_block(lines, style.NORMAL, size, (width, y - 0.6 * mm - cell.y))
    canvas.setFont(style.NORMAL, block.size)
    for line in block.lines:
        y -= block.leading
        canvas.drawString(x, y, line)


def fill_name(canvas: Canvas, cell: Cell, parte: Parte) -> None:
    """Write the name in as many lines as there is room for below the label of *cell*, and the document under it."""
    size = cell.spec.size - 0.7
    width = cell.spec.width - 2 * style.RESPIRO
    last = cell.y + 1.1 * mm
    room = _below_label(cell) - last - size
    block = fit_block((parte.nome,), style.NEGRITO, size, (width, room))
    canvas.setFont(style.NEGRITO, block.size)
    for number, line in enumerate(block.lines):
        y = _below_label(cell) - block.size * 0.8 - number * block.leading
        canvas.drawString(cell.x + style.RESPIRO, y, line)
    canvas.setFont(style.NORMAL, size)
    canvas.drawString(cell.x + style.RESPIRO, last, parties.documento(parte))


def block_of(cell: Cell, paragraphs: Iterable[str], *, below: float = 0) -> Block:
    """Return *paragraphs* as they fit below the label of *cell*, *below* points left free at the top."""
    room = _below_label(cell) - below - cell.y - style.RESPIRO / 2
    return fit_block(paragraphs, style.NORMAL, cell.spec.size - 0.2, (cell.spec.width - 2 * style.RESPIRO, room))


def fill_block(canvas: Canvas, cell: Cell, block: Block, *, below: float = 0) -> None:
    """Write *block* below the label of *cell*, leaving *below* points free at the top."""
    top = _below_label(cell) - below - block.size * 0.8
    canvas.setFont(style.NORMAL, block.size)
    for number, line in enumerate(block.lines):
        canvas.drawString(cell.x + style.RESPIRO, top - number * block.leading, line)


def label_right(canvas: Canvas, right: float, y: float, text: str) -> None:
    """Write the small grey *text* that ends at *right*, such as *Autenticação mecânica*."""
    canvas.setFillColor(style.CINZA)
    canvas.setFont(style.NORMAL, style.ROTULO + 0.4)
    canvas.drawRightString(right, y, text)


def _below_label(cell: Cell) -> float:
    return cell.y + cell.height - _BASE_ROTULO - 1.1 * mm
