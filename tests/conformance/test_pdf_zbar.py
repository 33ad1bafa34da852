"""Barcode and linha digitável read back from printed pages by a reader that had no part in drawing them."""

import io
import json
import random
import re
import shutil
import subprocess
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pytest
import zxingcpp
from numpy.typing import NDArray

from finbank_desktop.domain import codigo_barras
from finbank_desktop.domain.cadastros import Endereco
from finbank_desktop.domain.impressao import BoletoImpresso, Parte
from finbank_desktop.pdf import fichas

DPI = 300
MM = DPI / 25.4
BANKS = ("001-9", "104-0", "237-2", "341-7", "756-0")
NAMES = (
    "Ana Exemplo",
    "Comércio de Materiais Exemplo do Brasil Indústria e Importação Limitada - Filial 12",
    "João & Cia",
)


def boleto(number: int, barcode: str, linha: str, **changes: Any) -> BoletoImpresso:
    """Return a boleto with *barcode* whose other texts vary with *number*."""
    nome = NAMES[number % len(NAMES)]
    endereco = Endereco(logradouro=f"Rua {nome}", numero=str(number), cidade="São Luís", uf="MA", cep="65010000")
    parte = Parte(nome=nome, documento="11222333000181", endereco=endereco)
    fields: dict[str, Any] = {
        "banco_codigo": f"{barcode[:3]}-X",
        "banco_nome": f"Banco {barcode[:3]}",
        "linha_digitavel": linha,
        "codigo_barras": barcode,
        "local_pagamento": "Pagável em qualquer banco",
        "beneficiario": parte,
        "pagador": parte,
        "agencia_codigo_beneficiario": f"{number:04d}/12345-6",
        "nosso_numero": f"{number:011d}",
        "numero_documento": str(number),
        "especie": "DM",
        "aceite": "N",
        "carteira": "1",
        "data_documento": date(2026, 11, 20),
        "data_processamento": date(2026, 11, 20),
        "vencimento": date(2026, 12, 1),
        "valor": int(barcode[9:19]),
        "demonstrativo": ("Mensalidade",) * (number % 40),
        "instrucoes": ("Multa de 2,00 % após o vencimento.",) * (number % 9),
        "aviso": "Segunda via" if number % 3 else "",
    }
    return BoletoImpresso(**(fields | changes))


def made_boletos() -> list[BoletoImpresso]:
    """Return 200 boletos of five banks: any campo livre, due dates of both cycles, the smallest and largest amount."""
    rng = random.Random(2926)
    made = []
    for number in range(200):
        banco = BANKS[number % len(BANKS)]
        valor = (1, 9_999_999_999, 0, rng.randrange(1, 10**7))[number % 4]
        vencimento = date(2025, 2, 21) + timedelta(days=number * 7 - 300)
        livre = ("0" * 25, "9" * 25)[number] if number < 2 else f"{rng.randrange(10**25):025d}"
        codigo = codigo_barras.build(banco=banco[:3], vencimento=vencimento, valor=valor, campo_livre=livre)
        made.append(boleto(number, codigo.digitos, codigo.linha_digitavel, banco_codigo=banco, vencimento=vencimento))
    return made


def golden_boletos(golden: Path) -> list[BoletoImpresso]:
    """Return a boleto for every golden case whose barcode and linha digitável others assert."""
    cases = json.loads((golden / "boletos.json").read_text(encoding="utf-8"))
    pairs = {
        (expected["codigo_barras"], expected["linha_digitavel"])
        for case in (cases if isinstance(cases, list) else cases["cases"])
        if case.get("consistent") and {"codigo_barras", "linha_digitavel"} <= (expected := case["expected"]).keys()
    }
    return [boleto(number, *pair) for number, pair in enumerate(sorted(pairs))]


def pages_of(boletos: Sequence[BoletoImpresso]) -> tuple[list[NDArray[np.uint8]], list[str]]:
    """Return, page by page, the lower left of the paper as printed at 300 dpi, and the page's text."""
    file = io.BytesIO()
    assert fichas.render_boletos(boletos, file) == len(boletos)
    document = pypdfium2.PdfDocument(file.getvalue())
    pictures, texts = [], []
    for page in document:
        width, height = page.get_size()
        crop = (0, 0, width - 130 * 72 / 25.4, height - 20.5 * 72 / 25.4)  # left, bottom, right, top
        pictures.append(page.render(scale=DPI / 72, crop=crop, grayscale=True).to_numpy().squeeze())
        texts.append(page.get_textpage().get_text_range())
    return pictures, texts


def read_barcodes(pictures: Sequence[NDArray[np.uint8]], folder: Path) -> list[list[str]]:
    """Return what a reader finds on each picture: zbar where it is installed, zxing-cpp otherwise."""
    program = shutil.which("zbarimg")
    if program is None:
        return [[code.text for code in zxingcpp.read_barcodes(picture)] for picture in pictures]
    paths = [folder / f"{number:04d}.pgm" for number in range(len(pictures))]
    for path, picture in zip(paths, pictures, strict=True):
        path.write_bytes(b"P5 %d %d 255\n" % picture.shape[::-1] + picture.tobytes())
    options = ("-q", "--xml", "-S*.disable", "-Si25.enable")
    output = subprocess.run([program, *options, *map(str, paths)], capture_output=True, text=True, check=True).stdout
    found: dict[str, list[str]] = {path.name: [] for path in paths}
    for source, body in re.findall(r"<source href='([^']*)'>(.*?)</source>", output, re.DOTALL):
        found[Path(source).name] += re.findall(r"<!\[CDATA\[(\d+)\]\]>", body)
    return [found[path.name] for path in paths]


def check(boletos: Sequence[BoletoImpresso], folder: Path) -> None:
    pictures, texts = pages_of(boletos)
    for made, codes, text in zip(boletos, read_barcodes(pictures, folder), texts, strict=True):
        assert codes == [made.codigo_barras]
        linhas = re.findall(r"\d{5}\.\d{5} \d{5}\.\d{6} \d{5}\.\d{6} \d \d{14}", text)
        assert [re.sub(r"\D", "", linha) for linha in linhas] == [made.linha_digitavel] * 2
        assert codigo_barras.to_codigo_barras(linhas[0]) == codes[0]
    for picture in pictures:
        check_size(picture)


def check_size(picture: NDArray[np.uint8]) -> None:
    """Measure the bars on the printed picture: 103 x 13 mm, 12 mm from the edge to their middle, white around."""
    dark = picture < 128
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    assert (columns[-1] - columns[0] + 1) / MM == pytest.approx(103, abs=0.2)
    assert (rows[-1] - rows[0] + 1) / MM == pytest.approx(13, abs=0.2)
    assert (len(dark) - (rows[0] + rows[-1] + 1) / 2) / MM == pytest.approx(12, abs=0.2)
    assert columns[0] / MM >= 5
    assert (dark.shape[1] - columns[-1]) / MM >= 5


def test_200_boletos_are_read_back(tmp_path: Path) -> None:
    boletos = made_boletos()
    assert len({made.codigo_barras for made in boletos}) == 200
    check(boletos, tmp_path)


def test_the_boletos_others_assert_are_read_back(golden: Path, tmp_path: Path) -> None:
    boletos = golden_boletos(golden)
    assert len(boletos) > 100
    check(boletos, tmp_path)
