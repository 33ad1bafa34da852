"""Boletos on paper, in any of the models, as one document."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from reportlab import rl_config
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.domain.codigo_barras import CodigoBarrasError, parse_codigo_barras, to_codigo_barras
from finbank_desktop.domain.impressao import BoletoImpresso
from finbank_desktop.domain.problems import Problem, RefusedError, Severity
from finbank_desktop.pdf import carne, livro, logo, modelo_moderno, modelo_recibo, style
from finbank_desktop.pdf.compact_canvas import CompactCanvas
from finbank_desktop.pdf.modelo import Corte
from finbank_desktop.pdf.output import replacing
from finbank_desktop.pdf.prensa import Prensa

_PASSO_AVISO = 20
_CIFRA = 128
"""Bits of the key: what ReportLab can do without a further library, and every reader opens."""


class Watcher(Protocol):
    """Who hears how far the work is; it may raise to stop it."""

    def report(self, done: int, total: int, text: str) -> None:
        """Take *done* of *total*, and a sentence for the user."""


@dataclass(frozen=True, slots=True)
class _Modelo:
    draw: Callable[[Prensa, Sequence[BoletoImpresso]], Iterator[int]]
    cuts: Callable[[BoletoImpresso], Iterator[Corte]]


MODELOS: Final = {
    "recibo": _Modelo(modelo_recibo.draw, modelo_recibo.cuts),
    "moderno": _Modelo(modelo_moderno.draw, modelo_moderno.cuts),
    "carne": _Modelo(carne.draw, carne.cuts),
    "livro": _Modelo(livro.draw, carne.cuts),
}


def problems(boletos: Sequence[BoletoImpresso], modelo: str = "recibo") -> list[Problem]:
    """Return what would keep *boletos* from being printed, or from being printed as wished.

    A wrong barcode is an error. Texts that do not fit their field even in the smallest letters, and a logo that cannot
    be used, are warnings: the boleto is printed with the text cut, or without the logo.
    """
    found: list[Problem] = []
    for boleto in boletos:
        fault = _fault(boleto)
        found += [*([fault] if fault else ()), *(_cut(boleto, cut) for cut in MODELOS[modelo].cuts(boleto))]
    logos = dict.fromkeys(boleto.logo for boleto in boletos if boleto.logo)
    return found + [warning for path in logos if (warning := logo.problem(path))]


def render_boletos(
    boletos: Sequence[BoletoImpresso],
    saida: BinaryIO | Path,
    *,
    modelo: str = "recibo",
    senha: str = "",
    watcher: Watcher | None = None,
    invariant: bool = False,
) -> int:
    """Write *boletos* as one PDF and return the number of its pages.

    Args:
        boletos: In the order of the pages; booklets put those of one pagador together.
        saida: An open binary file, or a path that is replaced only once the document is whole.
        modelo: One of `MODELOS`.
        senha: What opens the document; empty for one that anybody can open.
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
            encrypt=StandardEncryption(senha, strength=_CIFRA) if senha else None,
        )
        _describe(canvas, boletos)
        for done in MODELOS[modelo].draw(Prensa(canvas, boletos), boletos):
            if watcher is not None and (done % _PASSO_AVISO == 0 or done == len(boletos)):
                watcher.report(done, len(boletos), f"Boleto {done} de {len(boletos)}")
        pages = canvas.getPageNumber() - 1
        canvas.save()
    return pages


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


def _cut(boleto: BoletoImpresso, cut: Corte) -> Problem:
    happens = "não cabem no papel e saem cortadas" if cut.plural else "não cabe no papel e sai cortado"
    return Problem(
        message=f"{cut.what} do boleto de nosso número {boleto.nosso_numero} {happens}.",
        fix="Use menos linhas ou linhas mais curtas." if cut.plural else "Use um texto mais curto.",
        field=cut.field,
        severity=Severity.WARNING,
    )


def _describe(canvas: Canvas, boletos: Sequence[BoletoImpresso]) -> None:
    first = boletos[0]
    title = f"Boleto {first.numero_documento}" if len(boletos) == 1 else f"{len(boletos)} boletos"
    canvas.setTitle(title)
    canvas.setAuthor(first.beneficiario.nome)
    canvas.setSubject("Boleto de pagamento")
    canvas.setCreator("FinBank Desktop")
