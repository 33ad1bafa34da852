"""The four models of paper: what stands on them, how booklets are ordered, passwords, and nothing out of its place."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from finbank_desktop.domain.cadastros import Endereco
from finbank_desktop.domain.impressao import BoletoImpresso, Parte
from finbank_desktop.pdf import fichas, livro, teste
from finbank_desktop.pdf.cores import accent, tint

Make = Callable[..., BoletoImpresso]
MODELOS = tuple(fichas.MODELOS)
LONG = Parte(
    nome="Associação Beneficente de Assistência à Educação e à Saúde Dr. José da Conceição e Irmãos S/A",
    documento="12ABC34501DE35",
    endereco=Endereco(
        logradouro="Rodovia Governador Exemplo de Figueiredo Magalhães Neto", numero="KM 1234,5",
        complemento="Galpão 12, Bloco B", bairro="Distrito Industrial Prefeito Exemplo",
        cidade="São Sebastião da Vargem Alegre do Norte", uf="MG", cep="36793000",
    ),
)  # fmt: skip
OTHER = Parte(nome="Outro Cliente Exemplo", documento="52998224725", endereco=Endereco(cidade="Niterói", uf="RJ"))


def pdf_of(modelo: str, *boletos: BoletoImpresso, senha: str = "") -> tuple[bytes, int]:
    file = io.BytesIO()
    pages = fichas.render_boletos(boletos, file, modelo=modelo, senha=senha)
    return file.getvalue(), pages


def texts(data: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]


def year(make: Make, **changes: object) -> list[BoletoImpresso]:
    return [make(month, vencimento=date(2027, month, 10), **changes) for month in range(1, 13)]


def overlaps(boxes: list[tuple[float, float, float, float]]) -> list[tuple[object, object]]:
    """Return pairs of texts whose boxes share more than a hair."""
    hair = 0.3
    return [
        (a, b)
        for number, a in enumerate(boxes)
        for b in boxes[number + 1 :]
        if min(a[2], b[2]) - max(a[0], b[0]) > hair and min(a[3], b[3]) - max(a[1], b[1]) > hair
    ]


@pytest.mark.parametrize("modelo", MODELOS)
def test_every_value_is_printed(boleto: Make, modelo: str) -> None:
    data, _ = pdf_of(modelo, boleto(7, mensagens=("Obrigado pela preferência",)))
    text = "\n".join(texts(data))
    for value in (
        "341-7", "Itaú Unibanco", "Pagável em qualquer banco até o vencimento", "15/12/2026", "20/11/2026",
        "R$ 1.234,56", "109/00000007-4", "NF 7", "0057/12345-7", "CNPJ 11.222.333/0001-81", "Cliente Exemplo Ltda",
        "multa de 2,00 %", "Nota fiscal 4512", "Obrigado pela preferência", "Autenticação mecânica",
    ):  # fmt: skip
        assert value in text, value


@pytest.mark.parametrize("valor", [1, 9_999_999_999])
@pytest.mark.parametrize("modelo", MODELOS)
def test_nothing_leaves_the_page_or_covers_other_text(boleto: Make, modelo: str, valor: int) -> None:
    crowded = {
        "valor": valor, "beneficiario": LONG, "pagador": LONG, "beneficiario_final": LONG,
        "local_pagamento": "PREFERENCIALMENTE NAS LOTÉRICAS " * 6,
        "numero_documento": "DUPLICATA 123456789/2026-001",
        "instrucoes": ("Instrução muito comprida que fala de multa, juros e protesto " * 3,) * 8,
        "demonstrativo": ("Mensalidade do curso técnico " * 5,) * 30,
        "mensagens": ("Obrigado " * 40,) * 6,
        "valor_hoje": valor, "hoje": date(2027, 2, 1), "pix": "PIX" * 60, "pix_estatico": True,
        "aviso": "Boleto ainda não registrado no banco: só poderá ser pago depois do registro.",
    }  # fmt: skip
    data, _ = pdf_of(modelo, boleto(1, **crowded), boleto(2, **crowded))
    for page in pypdfium2.PdfDocument(data):
        width, height = page.get_size()
        words = page.get_textpage()
        boxes = [words.get_rect(number) for number in range(words.count_rects())]
        assert len(boxes) > 40
        for left, bottom, right, top in boxes:
            assert 20 < left <= right <= width - 20
            assert 8 < bottom <= top <= height - 8
        assert overlaps(boxes) == []
    assert {problem.field for problem in fichas.problems([boleto(1, **crowded)], modelo)} >= {
        "instrucoes",
        "demonstrativo",
    }


@pytest.mark.parametrize("modelo", ["carne", "livro"])
def test_a_document_is_never_cut_even_beside_the_longest_name(boleto: Make, modelo: str) -> None:
    data, _ = pdf_of(modelo, boleto(1, beneficiario=LONG, pagador=LONG))
    assert "\n".join(texts(data)).count("12.ABC.345/01DE-35") >= 4


@pytest.mark.parametrize("words", range(1, 16))
def test_the_document_stands_clear_below_a_name_of_any_length(boleto: Make, words: int) -> None:
    named = Parte(nome=" ".join(["Jardim"] * words), documento="11444777000161", endereco=Endereco())
    data, _ = pdf_of("recibo", boleto(1, pagador=named))
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    boxes = [page.get_rect(number) for number in range(page.count_rects())]
    said = [(box, page.get_text_bounded(*box)) for box in boxes]
    (_, _, _, top), _ = next(each for each in said if "CNPJ 11.444.777" in each[1])  # from the top of the page down
    lowest = min(box[1] for box, text in said if "Jardim" in text and box[1] > top)
    assert lowest - top > 1.5


def test_a_carne_has_a_cover_and_three_slips_to_a_page(boleto: Make) -> None:
    data, pages = pdf_of("carne", *year(boleto))
    said = texts(data)
    assert pages == len(said) == 5  # a cover and twelve slips
    assert "Carnê de pagamentos" in said[0]
    assert "12 parcelas, de 10/01/2027 a 10/12/2027, no total de R$ 14.814,72" in said[0]
    for number in range(1, 13):
        assert f"{number}/12" in said[number // 3]


def test_each_customer_has_a_booklet_and_single_boletos_share_pages(boleto: Make) -> None:
    mixed = [boleto(1), boleto(2, pagador=OTHER), boleto(3, vencimento=date(2026, 12, 1))]
    data, pages = pdf_of("carne", *mixed)
    said = texts(data)
    assert pages == 2
    assert said[0].index("01/12/2026") < said[0].index("15/12/2026")  # by due date
    assert "Outro Cliente Exemplo" in said[1]
    assert "Carnê de pagamentos" not in said[1]
    three = [
        boleto(number, pagador=Parte(nome=f"Cliente {number}", documento="", endereco=Endereco()))
        for number in (1, 2, 3)
    ]
    assert pdf_of("carne", *three)[1] == 1


def test_a_cut_pile_of_the_livro_is_in_order(boleto: Make) -> None:
    data, pages = pdf_of("livro", *year(boleto))
    said = texts(data)
    assert pages == 5
    # upper thirds of all pages first, then the middle ones, then the lower ones
    assert [("1/12" in said[1], "5/12" in said[0], "10/12" in said[0], "9/12" in said[4])] == [(True,) * 4]
    assert "Controle de pagamentos" in said[3]
    assert sorted(index for sheet in livro.imposed(15) for index in sheet) == list(range(15))


@pytest.mark.parametrize("modelo", MODELOS)
def test_a_password_opens_the_document_and_nothing_else_does(boleto: Make, modelo: str) -> None:
    data, _ = pdf_of(modelo, boleto(1), boleto(2), senha="11444")
    for wrong in (None, "11445"):
        with pytest.raises(pypdfium2.PdfiumError):
            pypdfium2.PdfDocument(data, password=wrong)
    page = pypdfium2.PdfDocument(data, password="11444")[0]  # noqa: S106 - an example
    assert "R$ 1.234,56" in page.get_textpage().get_text_range()


def test_a_static_qr_says_what_it_is(boleto: Make) -> None:
    for modelo in MODELOS:
        said = " ".join("\n".join(texts(pdf_of(modelo, boleto(1, pix="PIX" * 40, pix_estatico=True))[0])).split())
        assert "não dá baixa automática" in said, modelo
        bank = " ".join("\n".join(texts(pdf_of(modelo, boleto(1, pix="PIX" * 40))[0])).split())
        assert "não dá baixa automática" not in bank


def test_what_it_costs_today_stands_beside_the_registered_amount(boleto: Make) -> None:
    for modelo in MODELOS:
        made = boleto(1, valor_hoje=130_000, hoje=date(2027, 1, 5))
        said = " ".join("\n".join(texts(pdf_of(modelo, made)[0])).split())
        assert "Valor hoje (05/01/2027): R$ 1.300,00, calculado pelo banco que recebe." in said
        assert said.count("15/12/2026") >= 2
        assert "R$ 1.234,56" in said


def test_the_document_says_the_same_with_forms_and_without(boleto: Make) -> None:
    alone = texts(pdf_of("recibo", boleto(1))[0])[0]
    among = texts(pdf_of("recibo", *(boleto(number) for number in range(1, 4)))[0])[0]
    assert sorted(alone.split()) == sorted(among.split())


@pytest.mark.parametrize("cor", ["#FFFF00", "#1F4E79", "#F2A541", "#FFFFFF"])
def test_any_colour_can_be_read_on_white(cor: str) -> None:
    dark = accent(cor)
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in (dark.red, dark.green, dark.blue)]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    assert 1.05 / (luminance + 0.05) >= 4.5
    assert tint(cor).red > 0.85


def test_the_test_page_is_one_a4_page(tmp_path: Path) -> None:
    target = tmp_path / "teste.pdf"
    assert teste.render(target) == 1
    assert "Página de teste da impressora" in texts(target.read_bytes())[0]
