"""Reading what a slip of others says for machines: its linha digitável in the text, else its barcodes and QR Codes.

Only what passes its own check digits is given back. The text comes first: it is exact, a picture may be blurred. The
ITF of a boleto is looked for at two resolutions, because thin bars of a small print are lost in the first.
"""

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
import zxingcpp

from finbank_desktop.domain import pagamentos, pix
from finbank_desktop.domain.codigo_barras import CodigoBarrasError
from finbank_desktop.domain.pix import BrCodeError
from finbank_desktop.domain.problems import OutsideError, RefusedError

PAGINAS = 20
"""Pages that are looked at: a slip stands on one of the first."""
_ESCALAS = (2.0, 4.0)
"""Of 72 dots per inch."""
_ALGARISMOS = re.compile(r"\d(?:[ .\-]{0,3}\d){43,}")
_BARRAS, _LINHAS = 44, (47, 48)
_PIX = re.compile(r"000201[\w\s.@:/+*\-]*?6304[0-9A-Fa-f]{4}")
_DOCUMENTO = re.compile(r"\d{2}\.\d{3}\.\d{3}/\d{4}-\d{2}|\d{3}\.\d{3}\.\d{3}-\d{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CodigoLido:
    """A code that a page holds.

    Attributes:
        texto: Digits of a barcode or linha digitável, or the text of a Pix QR Code.
        pagina: From 1.
        de: Where it stood: ``texto`` or ``imagem``.
        documentos: CPFs and CNPJs printed on the page, as they stand there.
    """

    texto: str
    pagina: int
    de: str
    documentos: tuple[str, ...] = ()


def read_codes(path: Path) -> list[CodigoLido]:
    """Return the payable codes in the PDF at *path*, each once, in the order of its pages.

    Raises:
        RefusedError: It is no PDF, or is locked by a password.
        OutsideError: It cannot be opened.
    """
    try:
        conteudo = path.read_bytes()
    except OSError as error:
        message = f"Não foi possível abrir {path.name}; confira se ele existe e se você pode lê-lo."
        raise OutsideError("arquivo_ilegivel", message, str(path)) from error
    try:
        documento = pdfium.PdfDocument(conteudo)
    except pdfium.PdfiumError as error:
        message = f"{path.name} não é um PDF que se possa abrir; se ele tem senha, salve uma cópia sem ela."
        raise RefusedError("pdf_ilegivel", message, path.name) from error
    with closing(documento):
        achados: dict[str, CodigoLido] = {}
        for numero in range(min(len(documento), PAGINAS)):
            for lido in _of_page(documento[numero], numero + 1):
                achados.setdefault(_key(lido.texto), lido)
        return list(achados.values())


def _of_page(pagina: "pdfium.PdfPage", numero: int) -> Iterator[CodigoLido]:
    texto = _text(pagina)
    documentos = tuple(dict.fromkeys(_DOCUMENTO.findall(texto)))
    do_texto = list(dict.fromkeys([*_lines(texto), *_brcodes(texto)]))
    for codigo in do_texto:
        yield CodigoLido(texto=codigo, pagina=numero, de="texto", documentos=documentos)
    if not do_texto:
        for codigo in _pictured(pagina):
            yield CodigoLido(texto=codigo, pagina=numero, de="imagem", documentos=documentos)


def _text(pagina: "pdfium.PdfPage") -> str:
    with closing(pagina.get_textpage()) as textos:
        return str(textos.get_text_bounded())


def _lines(texto: str) -> Iterator[str]:
    """Yield the linhas digitáveis in *texto*: beside one may stand other figures, such as the bank's number.

    Four check digits or more tell where it begins. A bare barcode has but one, so it counts only by itself.
    """
    for achado in _ALGARISMOS.finditer(texto):
        digitos = "".join(letra for letra in achado.group() if letra.isdigit())
        if len(digitos) == _BARRAS and is_payable(digitos):
            yield digitos
        for tamanho in _LINHAS:
            janelas = (digitos[at : at + tamanho] for at in range(len(digitos) - tamanho + 1))
            yield from filter(is_payable, janelas)


def _brcodes(texto: str) -> Iterator[str]:
    junto = re.sub(r"[\r\n]+", "", texto)  # a long code is broken over lines
    for achado in _PIX.finditer(junto):
        if is_brcode(achado.group()):
            yield achado.group()


def _pictured(pagina: "pdfium.PdfPage") -> Iterator[str]:
    for escala in _ESCALAS:
        imagem = pagina.render(scale=escala, grayscale=True).to_pil()
        lidos = [codigo.text for codigo in zxingcpp.read_barcodes(imagem)]
        bons = [texto for texto in lidos if is_payable(texto) or is_brcode(texto)]
        if bons:
            yield from bons
            return


def is_payable(digitos: str) -> bool:
    """Whether *digitos* are those of a boleto or bill, check digits and all."""
    try:
        pagamentos.read_linha(digitos)
    except CodigoBarrasError:
        return False
    return True


def is_brcode(texto: str) -> bool:
    """Whether *texto* is the one behind a Pix QR Code, checksum and all."""
    try:
        pix.parse(texto)
    except BrCodeError:
        return False
    return True


def _key(texto: str) -> str:
    """Return what is the same for a barcode and its linha digitável."""
    return pagamentos.read_linha(texto)[1] if is_payable(texto) else texto
