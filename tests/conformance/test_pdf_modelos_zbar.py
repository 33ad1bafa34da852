"""Barcode and QR of every model read back from printed pages by a reader that had no part in drawing them.

``python tests/conformance/test_pdf_modelos_zbar.py 200`` reads 200 boletos of each model; the suite reads fewer.
"""

import io
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from finbank_desktop.domain import codigo_barras, pix
from finbank_desktop.domain.cadastros import Endereco
from finbank_desktop.domain.impressao import BoletoImpresso, Parte
from finbank_desktop.pdf import fichas

DPI = 300
IN_THE_SUITE = 24
BANKS = ("001-9", "104-0", "237-2", "341-7", "756-0")
NAMES = (
    "Ana Exemplo",
    "Associação Beneficente de Assistência à Educação e à Saúde Dr. José da Conceição e Irmãos S/A - Filial 12",
    "João & Cia",
)
VALORES = (1, 9_999_999_999, 12_345, 100_000)


def made_boletos(number: int) -> list[BoletoImpresso]:
    """Return *number* boletos of five banks, each with a Pix code of its own; half of the codes are dynamic."""
    rng = random.Random(443)
    return [_boleto(each, rng) for each in range(number)]


def _boleto(number: int, rng: random.Random) -> BoletoImpresso:
    banco, valor = BANKS[number % len(BANKS)], VALORES[number % len(VALORES)]
    vencimento = date(2026, 12, 1) + timedelta(days=number)
    codigo = codigo_barras.build(
        banco=banco[:3], vencimento=vencimento, valor=valor, campo_livre=f"{rng.randrange(10**25):025d}"
    )
    nome = NAMES[number % len(NAMES)]
    endereco = Endereco(logradouro=f"Rua {nome[:60]}", numero=str(number), cidade="São Luís", uf="MA", cep="65010000")
    parte = Parte(nome=nome, documento="11222333000181", endereco=endereco)
    return BoletoImpresso(
        banco_codigo=banco,
        banco_nome=f"Banco {banco[:3]}",
        linha_digitavel=codigo.linha_digitavel,
        codigo_barras=codigo.digitos,
        local_pagamento="Pagável em qualquer banco até o vencimento",
        beneficiario=parte,
        pagador=Parte(nome=f"{nome} {number // 7}", documento=f"{number // 7:011d}", endereco=endereco),
        agencia_codigo_beneficiario=f"{number:04d}/12345-6",
        nosso_numero=f"{number:011d}",
        numero_documento=str(number),
        especie="DM",
        aceite="N",
        carteira="1",
        data_documento=date(2026, 11, 20),
        data_processamento=date(2026, 11, 20),
        vencimento=vencimento,
        valor=valor,
        demonstrativo=("Mensalidade",) * (number % 12),
        instrucoes=("Multa de 2,00 % após o vencimento.",) * (number % 5),
        cor=("", "#1F4E79", "#F2A541")[number % 3],
        pix=_dynamic(rng) if number % 2 else _static(number, valor),
        pix_estatico=not number % 2,
    )


def _static(number: int, valor: int) -> str:
    chave = "123e4567-e12b-12d1-a456-426655440000"
    return pix.static(
        chave=chave, nome="Empresa Exemplo de Servicos", cidade="Curitiba", valor=valor, txid=f"{number:025d}"
    )


def _dynamic(rng: random.Random) -> str:
    """Return a code with the longest address there is: 77 letters."""
    url = f"pix.example.com/qr/v2/cobv/{rng.randrange(16**32):032x}".ljust(77, "a")
    conta = f"0014br.gov.bcb.pix25{len(url)}{url}"
    text = f"00020101021226{len(conta)}{conta}5204000053039865802BR5915EMPRESA EXEMPLO6008CURITIBA62070503***6304"
    return text + pix.crc16(text)


def read_pages(boletos: Sequence[BoletoImpresso], modelo: str, folder: Path) -> tuple[list[str], list[str]]:
    """Return the barcodes and the QR texts that a reader finds on all pages: zbar where it is installed."""
    file = io.BytesIO()
    fichas.render_boletos(boletos, file, modelo=modelo)
    bars, codes = [], []
    for number, page in enumerate(pypdfium2.PdfDocument(file.getvalue())):
        picture = page.render(scale=DPI / 72, grayscale=True).to_numpy().squeeze()
        program = shutil.which("zbarimg")
        if program is None:
            found = [(str(code.format).rpartition(".")[2], code.text) for code in zxingcpp.read_barcodes(picture)]
        else:
            path = folder / f"{number:04d}.pgm"
            path.write_bytes(b"P5 %d %d 255\n" % picture.shape[::-1] + picture.tobytes())
            options = ("-q", "--xml", "-S*.disable", "-Si25.enable", "-Sqrcode.enable")
            told = subprocess.run([program, *options, str(path)], capture_output=True, text=True, check=True).stdout
            path.unlink()
            found = re.findall(r"<symbol type='([^']*)'.*?<!\[CDATA\[(.*?)\]\]>", told, re.DOTALL)
        bars += [text for kind, text in found if kind in ("I2/5", "ITF")]
        codes += [text for kind, text in found if kind in ("QR-Code", "QRCode")]
    return bars, codes


def check(number: int, modelo: str, folder: Path) -> None:
    boletos = made_boletos(number)
    bars, codes = read_pages(boletos, modelo, folder)
    assert sorted(bars) == sorted(boleto.codigo_barras for boleto in boletos)
    assert sorted(codes) == sorted(boleto.pix for boleto in boletos)


@pytest.mark.parametrize("modelo", fichas.MODELOS)
def test_every_model_is_read_back(modelo: str, tmp_path: Path) -> None:
    check(IN_THE_SUITE, modelo, tmp_path)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for modelo in fichas.MODELOS:
            check(int(sys.argv[1]), modelo, Path(folder))
            sys.stdout.write(f"{modelo}: {sys.argv[1]} barcodes and QR codes read back\n")


if __name__ == "__main__":
    main()
