"""Boletos on paper: one A4 page each, recibo do pagador above, ficha de compensação below."""

from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import BinaryIO, Protocol

from reportlab import rl_config
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.domain.codigo_barras import CodigoBarrasError, parse_codigo_barras, to_codigo_barras
from finbank_desktop.domain.impressao import BoletoImpresso
from finbank_desktop.domain.problems import Problem, RefusedError, Severity
from finbank_desktop.pdf import ficha, letter, logo, recibo, style
from finbank_desktop.pdf.compact_canvas import CompactCanvas
from finbank_desktop.pdf.output import replacing

_MOLDURA = "moldura"
_PASSO_AVISO = 20


class Watcher(Protocol):
    """Who hears how far the work is; it may raise to stop it."""

    def report(self, done: int, total: int, text: str) -> None:
        """Take *done* of *total*, and a sentence for the user."""


def problems(boletos: Sequence[BoletoImpresso]) -> list[Problem]:
    """Return what would keep *boletos* from being printed, or from being printed as wished.

    A wrong barcode is an error. Texts that do not fit their field even in the smallest letters, and a logo that cannot
    be used, are warnings: the boleto is printed with the text cut, or without the logo.
    """
    found: list[Problem] = []
    for boleto in boletos:
        fault = _fault(boleto)
        found += [*([fault] if fault else ()), *_cut_texts(boleto)]
    logos = dict.fromkeys(boleto.logo for boleto in boletos if boleto.logo)
    return found + [warning for path in logos if (warning := logo.problem(path))]


def render_boletos(
    boletos: Sequence[BoletoImpresso],
    saida: BinaryIO | Path,
    *,
    watcher: Watcher | None = None,
    invariant: bool = False,
) -> int:
    """Write *boletos* as one PDF, a page each, and return the number of pages.

    Args:
        boletos: In the order of the pages.
        saida: An open binary file, or a path that is replaced only once the document is whole.
        watcher: Hears of the progress; what it raises stops the work and leaves *saida* as it was.
        invariant: Leave date and identity out, so that the same boletos give the same bytes.

    Raises:
        RefusedError: There are none, or one has a barcode or linha digitável that cannot be right.
        OutsideError: The file cannot be written.
    """
    if not boletos:
        raise RefusedError("sem_boletos", "Nenhum boleto foi escolhido para imprimir; escolha ao menos um.")
    for boleto in boletos:
        if fault := _fault(boleto):
            raise RefusedError("boleto_invalido", fault.message, "codigo_barras")
    rl_config.useA85 = 0  # plain binary streams: a quarter faster, a sixth smaller
    with replacing(saida) if isinstance(saida, Path) else nullcontext(saida) as file:
        canvas = CompactCanvas(
            file,
            pagesize=(style.LARGURA_PAGINA, style.ALTURA_PAGINA),
            pageCompression=1,
            invariant=invariant,
            lang="pt-BR",
        )
        _describe(canvas, boletos)
        _define_frame(canvas)
        _draw_pages(canvas, boletos, watcher)
        canvas.save()
    return len(boletos)


def _fault(boleto: BoletoImpresso) -> Problem | None:
    """Return the error of a boleto whose barcode and linha digitável are wrong or not of one boleto."""
    try:
        parse_codigo_barras(boleto.codigo_barras)
        if to_codigo_barras(boleto.linha_digitavel) == boleto.codigo_barras:
            return None
        razao = "a linha digitável e o código de barras não são do mesmo boleto"
    except CodigoBarrasError as error:
        razao = str(error)
    return Problem(
        message=f"O boleto de nosso número {boleto.nosso_numero} não pode ser impresso: {razao}.",
        fix="Confira o cadastro do convênio e emita o boleto de novo.",
        field="codigo_barras",
    )


def _cut_texts(boleto: BoletoImpresso) -> list[Problem]:
    blocks = {
        "instrucoes": ("As instruções", ficha.instrucoes_block(boleto)),
        "demonstrativo": ("As linhas do demonstrativo", letter.demonstrativo_block(boleto)),
    }
    lines = [
        Problem(
            message=f"“{spec.label}” do boleto de nosso número {boleto.nosso_numero} não cabe no papel e sai cortado.",
            fix="Use um texto mais curto.",
            field=spec.key,
            severity=Severity.WARNING,
        )
        for spec in ficha.cut_fields(boleto)
    ]
    return lines + [
        Problem(
            message=f"{texto} do boleto de nosso número {boleto.nosso_numero} não cabem no papel e saem cortadas.",
            fix="Use menos linhas ou linhas mais curtas.",
            field=field,
            severity=Severity.WARNING,
        )
        for field, (texto, block) in blocks.items()
        if not block.complete
    ]


def _describe(canvas: Canvas, boletos: Sequence[BoletoImpresso]) -> None:
    first = boletos[0]
    title = f"Boleto {first.numero_documento}" if len(boletos) == 1 else f"{len(boletos)} boletos"
    canvas.setTitle(title)
    canvas.setAuthor(first.beneficiario.nome)
    canvas.setSubject("Boleto de pagamento")
    canvas.setCreator("FinBank Desktop")


def _define_frame(canvas: Canvas) -> None:
    canvas.beginForm(_MOLDURA)
    letter.draw_frame(canvas)
    recibo.draw_frame(canvas)
    ficha.draw_frame(canvas)
    _draw_cut_line(canvas, ficha.CORTE)
    canvas.endForm()


def _draw_cut_line(canvas: Canvas, y: float) -> None:
    canvas.setStrokeColor(style.CINZA)
    canvas.setLineWidth(style.TRACO_FINO)
    canvas.setDash(3, 2)
    canvas.line(8 * mm, y, style.LARGURA_PAGINA - 8 * mm, y)
    canvas.setDash()
    canvas.setFillColor(style.CINZA)
    canvas.setFont("ZapfDingbats", 11)
    canvas.drawString(style.ESQUERDA, y - 3.6, "\N{BLACK SCISSORS}")


def _draw_pages(canvas: Canvas, boletos: Sequence[BoletoImpresso], watcher: Watcher | None) -> None:
    logos: dict[str, str] = {}
    for number, boleto in enumerate(boletos, 1):
        form = _logo_form(canvas, logos, boleto.logo)
        canvas.doForm(_MOLDURA)
        letter.draw(canvas, boleto, form)
        recibo.draw(canvas, boleto)
        ficha.draw(canvas, boleto)
        canvas.showPage()
        if watcher is not None and (number % _PASSO_AVISO == 0 or number == len(boletos)):
            watcher.report(number, len(boletos), f"Boleto {number} de {len(boletos)}")


def _logo_form(canvas: Canvas, logos: dict[str, str], path: str) -> str:
    """Return the form that holds the logo at *path*, defining it when it is the first time; empty without one."""
    if path not in logos:
        name = f"logo{len(logos)}"
        logos[path] = name if path and logo.define(canvas, name, path) else ""
    return logos[path]
