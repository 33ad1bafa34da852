import errno
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from finbank_desktop.domain.cadastros import Endereco
from finbank_desktop.domain.impressao import BoletoImpresso, Parte
from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.pdf import fichas

Make = Callable[..., BoletoImpresso]
LONG_NAME = "Associação Beneficente de Assistência à Educação e à Saúde Dr. José da Conceição e Irmãos S/A"
LONG_ADDRESS = Endereco(
    logradouro="Rodovia Governador Exemplo de Figueiredo Magalhães Neto",
    numero="KM 1234,5",
    complemento="Galpão 12, Bloco B",
    bairro="Distrito Industrial Prefeito Exemplo",
    cidade="São Sebastião da Vargem Alegre do Norte",
    uf="MG",
    cep="36793000",
)
LABELS = (
    "Local de pagamento", "Vencimento", "Beneficiário", "Agência/Código do beneficiário", "Data do documento",
    "Nº do documento", "Espécie doc.", "Aceite", "Data processamento", "Nosso número", "Uso do banco", "Carteira",
    "Espécie", "Quantidade", "(x) Valor", "(=) Valor do documento", "(-) Desconto/Abatimento", "(-) Outras deduções",
    "(+) Mora/Multa", "(+) Outros acréscimos", "(=) Valor cobrado", "Pagador", "Beneficiário final",
    "Autenticação mecânica \N{EN DASH} Ficha de compensação", "Autenticação mecânica \N{EN DASH} Recibo do pagador",
)  # fmt: skip

TEXT_FIELDS = (
    "banco_codigo", "banco_nome", "local_pagamento", "agencia_codigo_beneficiario", "nosso_numero",
    "numero_documento", "especie", "aceite", "carteira", "aviso",
)  # fmt: skip


def pdf_of(*boletos: BoletoImpresso) -> bytes:
    file = io.BytesIO()
    assert fichas.render_boletos(boletos, file) == len(boletos)
    return file.getvalue()


def text_of(data: bytes, page: int = 0) -> str:
    return str(pypdfium2.PdfDocument(data)[page].get_textpage().get_text_range())


def test_every_field_of_the_ficha_is_named(boleto: Make) -> None:
    text = text_of(pdf_of(boleto()))
    assert [label for label in LABELS if label not in text] == []


def test_every_value_is_printed(boleto: Make) -> None:
    text = text_of(pdf_of(boleto(7, beneficiario_final=Parte(
        nome="Antigo Credor Exemplo", documento="52998224725", endereco=Endereco(cidade="Niterói", uf="RJ")
    ))))  # fmt: skip
    for value in (
        "341-7", "Itaú Unibanco", "Pagável em qualquer banco até o vencimento", "15/12/2026", "20/11/2026",
        "21/11/2026", "R$ 1.234,56", "109/00000007-4", "NF 7", "0057/12345-7", "CNPJ 11.222.333/0001-81",
        "CNPJ 11.444.777/0001-61", "Rua das Acácias, 1200", "CEP 01402-000", "São Paulo / SP", "multa de 2,00 %",
        "Nota fiscal 4512", "Antigo Credor Exemplo", "CPF 529.982.247-25",
    ):  # fmt: skip
        assert value in text, value


def test_the_aviso_stands_on_both_parts(boleto: Make) -> None:
    assert text_of(pdf_of(boleto(aviso="Ainda não registrado no banco."))).count("Ainda não registrado no banco.") == 2


@pytest.mark.parametrize("valor", [1, 9_999_999_999])
def test_nothing_leaves_its_cell_or_the_page(boleto: Make, valor: int) -> None:
    parte = Parte(nome=LONG_NAME, documento="12ABC34501DE35", endereco=LONG_ADDRESS)
    data = pdf_of(
        boleto(
            valor=valor,
            beneficiario=parte,
            pagador=parte,
            beneficiario_final=parte,
            local_pagamento="PREFERENCIALMENTE NAS LOTÉRICAS " * 6,
            agencia_codigo_beneficiario="1234.870.00001234567-8",
            numero_documento="DUPLICATA 123456789/2026-001",
            instrucoes=("Instrução muito comprida que fala de multa, juros e protesto " * 3,) * 8,
            demonstrativo=("Mensalidade do curso técnico " * 5,) * 30,
        )
    )
    page = pypdfium2.PdfDocument(data)[0]
    boxes = [text.get_bounds() for text in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])]
    width, height = page.get_size()
    for left, bottom, right, top in boxes:
        assert 20 < left < right < width - 20
        assert 0 < bottom < top < height
    assert overlaps(boxes) == []


def overlaps(boxes: list[tuple[float, float, float, float]]) -> list[tuple[object, object]]:
    """Return pairs of texts whose boxes share more than a hair."""
    hair = 0.3
    return [
        (a, b)
        for number, a in enumerate(boxes)
        for b in boxes[number + 1 :]
        if min(a[2], b[2]) - max(a[0], b[0]) > hair and min(a[3], b[3]) - max(a[1], b[1]) > hair
    ]


def test_letters_of_other_tongues_do_not_stop_the_press(boleto: Make) -> None:
    parte = Parte(nome="Łukasz Şahin 山田 Ltda", documento="11222333000181", endereco=Endereco())
    assert "Lukasz Sahin ?? Ltda" in text_of(pdf_of(boleto(pagador=parte)))


ANY_TEXT = st.text(max_size=150)


@settings(max_examples=60, deadline=None)
@given(texts=st.fixed_dictionaries(dict.fromkeys(TEXT_FIELDS, ANY_TEXT)), lines=st.lists(ANY_TEXT, max_size=12))
def test_any_text_in_any_field_is_printed_within_the_page(
    boleto: Make, texts: dict[str, str], lines: list[str]
) -> None:
    parte = Parte(nome=lines[0] if lines else "", documento="", endereco=Endereco(logradouro=" ".join(lines)))
    made = boleto(instrucoes=tuple(lines), demonstrativo=tuple(lines), pagador=parte, beneficiario=parte, **texts)
    page = pypdfium2.PdfDocument(pdf_of(made))[0]
    width, height = page.get_size()
    for text in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
        left, bottom, right, top = text.get_bounds()
        assert 0 <= left <= right <= width
        assert 0 <= bottom <= top <= height


def test_pix_is_drawn_as_a_readable_qr_code(boleto: Make) -> None:
    pix = "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Exemplo"
    picture = pypdfium2.PdfDocument(pdf_of(boleto(pix=pix)))[0].render(scale=150 / 72, grayscale=True).to_numpy()
    codes = zxingcpp.read_barcodes(picture)
    assert [code.text for code in codes if code.format == zxingcpp.BarcodeFormat.QRCode] == [pix]


def test_the_same_boletos_give_the_same_bytes(boleto: Make) -> None:
    first, second = io.BytesIO(), io.BytesIO()
    for file in (first, second):
        fichas.render_boletos([boleto(1), boleto(2)], file, invariant=True)
    assert first.getvalue() == second.getvalue()


def test_frame_is_in_the_file_once(boleto: Make) -> None:
    one, many = len(pdf_of(boleto())), len(pdf_of(*(boleto(number) for number in range(50))))
    assert (many - one) / 49 < 2600


class StoppedError(Exception):
    pass


class Listener:
    """Hears of the progress and stops the work at a page, when one is named."""

    def __init__(self, stop_at: int = 0) -> None:
        self.stop_at = stop_at
        self.heard: list[tuple[int, int]] = []

    def report(self, done: int, total: int, text: str) -> None:
        assert text
        self.heard.append((done, total))
        if self.stop_at and done >= self.stop_at:
            raise StoppedError


def test_progress_is_told_up_to_the_last_page(boleto: Make, tmp_path: Path) -> None:
    listener = Listener()
    fichas.render_boletos([boleto(n) for n in range(45)], tmp_path / "b.pdf", watcher=listener)
    assert listener.heard == [(20, 45), (40, 45), (45, 45)]


def test_a_stopped_work_leaves_the_old_file_and_no_trace(boleto: Make, tmp_path: Path) -> None:
    saida = tmp_path / "b.pdf"
    saida.write_bytes(b"antigo")
    with pytest.raises(StoppedError):
        fichas.render_boletos([boleto(n) for n in range(45)], saida, watcher=Listener(stop_at=20))
    assert saida.read_bytes() == b"antigo"
    assert [path.name for path in tmp_path.iterdir()] == ["b.pdf"]


def test_a_missing_folder_is_said_in_a_sentence(boleto: Make, tmp_path: Path) -> None:
    with pytest.raises(OutsideError, match=r"gravar b\.pdf: a pasta não existe"):
        fichas.render_boletos([boleto()], tmp_path / "nenhuma" / "b.pdf")


def test_a_full_disk_is_said_in_a_sentence(boleto: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutsideError, match="disco está cheio"):
        fichas.render_boletos([boleto()], tmp_path / "b.pdf")
    assert list(tmp_path.iterdir()) == []


def test_no_boleto_at_all_is_refused() -> None:
    with pytest.raises(RefusedError, match="escolha ao menos um"):
        fichas.render_boletos([], io.BytesIO())


def test_a_wrong_barcode_is_never_printed(boleto: Make, tmp_path: Path) -> None:
    good = boleto(1)
    saida = tmp_path / "b.pdf"
    bad = (
        replace(good, codigo_barras=good.codigo_barras[:43]),
        replace(good, codigo_barras="2" + good.codigo_barras[1:]),
        replace(good, linha_digitavel=boleto(2).linha_digitavel),
    )
    for wrong in bad:
        with pytest.raises(RefusedError, match="nosso número 109/00000001-4"):
            fichas.render_boletos([good, wrong], saida)
        assert [problem.is_error for problem in fichas.problems([good, wrong])] == [True]
    assert not saida.exists()


def test_texts_that_do_not_fit_are_told_before_printing(boleto: Make) -> None:
    crowded = boleto(1, instrucoes=("Instrução muito comprida " * 20,) * 8, demonstrativo=("Item",) * 60)
    found = fichas.problems([boleto(2), crowded])
    assert [(problem.field, problem.is_error) for problem in found] == [("instrucoes", False), ("demonstrativo", False)]


def test_a_line_that_does_not_fit_is_told_before_printing(boleto: Make) -> None:
    fits = boleto(1, local_pagamento="PAGÁVEL EM QUALQUER BANCO, CASA LOTÉRICA OU PELO APLICATIVO ATÉ O VENCIMENTO")
    long = boleto(2, local_pagamento="PAGÁVEL EM QUALQUER BANCO, CASA LOTÉRICA OU PELO APLICATIVO " * 3)
    (told,) = fichas.problems([fits, long])
    assert (told.field, told.is_error, "Local de pagamento" in told.message) == ("local_pagamento", False, True)
    assert "…" in text_of(pdf_of(long))
    assert "…" not in text_of(pdf_of(fits))


def test_due_dates_beyond_the_first_cycle_are_printed(boleto: Make) -> None:
    assert "22/02/2025" in text_of(pdf_of(boleto(vencimento=date(2025, 2, 22))))
