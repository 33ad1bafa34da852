"""Slips read from a line, a scanner, a Pix text and a PDF, its text or only its picture.

The boleto is drawn by this program's own printer and its barcode found by zxing in the picture of the page; the digits
come from FEBRABAN's printed examples, the Pix text from the Manual de Padrões para Iniciação do Pix.
"""

from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from finbank_desktop.domain import codigo_barras, pix
from finbank_desktop.domain.pagamentos import FormaPagamento
from finbank_desktop.domain.problems import RefusedError
from tests.unit.cnab.movimentos_exemplos import CONTA_DE_LUZ
from tests.unit.services.pagamentos.conftest import Pagadoria

LINHA_DE_LUZ = "846700000017 435900240209 024050002435 842210108119"
VENCE = date(2026, 12, 1)
BARRAS = codigo_barras.build(
    banco="237", vencimento=VENCE, valor=135_00, campo_livre="1234567890" * 2 + "12345"
).digitos
LINHA = codigo_barras.format_linha_digitavel(codigo_barras.to_linha_digitavel(BARRAS))
BRCODE = (
    "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal"
    "6008BRASILIA62070503***63041D3D"
)


def page(folder: Path, *texts: str, picture: str = "") -> Path:
    """Return a PDF with lines of text and, at will, a barcode as a picture only."""
    path = folder / "boleto.pdf"
    canvas = Canvas(str(path))
    for number, text in enumerate(texts):
        canvas.drawString(40, 780 - 20 * number, text)
    if picture:
        image = zxingcpp.create_barcode(picture, zxingcpp.BarcodeFormat.ITF).to_image(scale=3)
        png = BytesIO()

        Image.fromarray(image).save(png, "PNG")
        canvas.drawImage(ImageReader(png), 40, 500, width=400, height=50)
    canvas.save()
    return path


@pytest.mark.parametrize("texto", [LINHA, BARRAS, LINHA.replace(" ", "").replace(".", "")])
def test_a_boleto_typed_or_scanned(pagadoria: Pagadoria, texto: str) -> None:
    lido = pagadoria.services.leitura_pagamentos.read(texto, 1)
    conta = lido.conta
    assert (conta.forma, conta.codigo_barras) == (FormaPagamento.BOLETO, BARRAS)
    assert (conta.valor, conta.vencimento) == (135_00, VENCE)
    assert lido.descricao == "Boleto do banco 237"


def test_a_bill_of_48_digits(pagadoria: Pagadoria) -> None:
    lido = pagadoria.services.leitura_pagamentos.read(LINHA_DE_LUZ, 1)
    assert (lido.conta.forma, lido.conta.codigo_barras) == (FormaPagamento.CONCESSIONARIA, CONTA_DE_LUZ)
    assert (lido.conta.valor, lido.conta.nome) == (143_59, "Telecomunicações")


def test_a_pix_text_is_taken_apart(pagadoria: Pagadoria) -> None:
    assert pix.parse(BRCODE).chave
    lido = pagadoria.services.leitura_pagamentos.read(BRCODE, 1)
    assert lido.conta.forma is FormaPagamento.PIX_QR
    assert lido.conta.pix_qr == "123e4567-e12b-12d1-a456-426655440000"
    assert (lido.conta.nome, lido.conta.valor) == ("Fulano de Tal", 0)


@pytest.mark.parametrize("texto", ["", "123", LINHA[:-1] + "9", BRCODE[:-1] + "0", "boleto"])
def test_what_is_wrong_is_refused_in_words(pagadoria: Pagadoria, texto: str) -> None:
    with pytest.raises(RefusedError) as caught:
        pagadoria.services.leitura_pagamentos.read(texto, 1)
    assert caught.value.message.endswith(".")


def test_a_pdf_is_read_by_its_text_and_knows_whose_it_is(pagadoria: Pagadoria) -> None:
    path = page(
        pagadoria.folder, "Beneficiário Fornecedor Inventado CPF 529.982.247-25", f"237-2  {LINHA}", "R$ 135,00"
    )
    (lido,) = pagadoria.services.leitura_pagamentos.read_pdf(path, 1)
    assert lido.conta.codigo_barras == BARRAS
    assert lido.conta.pessoa_id == pagadoria.pessoa.id
    assert (lido.pagina, lido.ja_existe) == (1, [])
    feita = pagadoria.services.contas_pagar.save(lido.conta)
    (outra,) = pagadoria.services.leitura_pagamentos.read_pdf(path, 1)
    assert outra.ja_existe == [feita.codigo]


def test_a_scanned_pdf_is_read_by_its_barcode(pagadoria: Pagadoria) -> None:
    path = page(pagadoria.folder, picture=BARRAS)
    assert not pypdfium2.PdfDocument(path)[0].get_textpage().get_text_bounded().strip()
    (lido,) = pagadoria.services.leitura_pagamentos.read_pdf(path, 1)
    assert lido.conta.codigo_barras == BARRAS


def test_a_pdf_without_a_slip_says_what_to_do(pagadoria: Pagadoria) -> None:
    with pytest.raises(RefusedError, match="Digite a linha digitável"):
        pagadoria.services.leitura_pagamentos.read_pdf(page(pagadoria.folder, "Contrato de aluguel"), 1)
    other = pagadoria.folder / "foto.pdf"
    other.write_bytes(b"isto nao e um pdf")
    with pytest.raises(RefusedError, match="não é um PDF"):
        pagadoria.services.leitura_pagamentos.read_pdf(other, 1)
