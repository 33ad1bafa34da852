"""Reading of answers: the traps found in real samples (gateway.md, 1.7)."""

from datetime import date

import pytest

from finbank_desktop.gateway import respostas
from tests.unit.gateway.provas import resposta


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (b"0.07", 7),
        (b'"123.45"', 12345),
        (b"1200", 120000),
        (b'"1.234,56"', 123456),
        (b"0", 0),
        (b"0.001", None),
        (b"1e400", None),
        (b"NaN", None),
        (b"true", None),
        (b'""', None),
        (b"null", None),
        (b"9" * 5000, None),
    ],
)
def test_money_comes_as_number_or_text_and_is_never_rounded(value: bytes, expected: int | None) -> None:
    assert respostas.centavos(respostas.parse(resposta(200, b'{"v":' + value + b"}")), "v") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-10-24", date(2026, 10, 24)),
        ("27.12.2024", date(2024, 12, 27)),
        ("27/12/2024", date(2024, 12, 27)),
        ("2024-10-20 23:59:59", date(2024, 10, 20)),
        ("2021-09-27T03:00:00.000+0000", date(2021, 9, 27)),
        ("2021-09-28T02:59:59Z", date(2021, 9, 27)),
        ("2023-09-26T18:06:11.692931-03:00", date(2023, 9, 26)),
        ("01.01.0001", None),
        ("", None),
        ("0001-01-01T00:00:00Z", None),
        ("amanhã", None),
    ],
)
def test_a_day_is_the_banks_day(text: str, expected: date | None) -> None:
    assert respostas.dia({"d": text}, "d") == expected


def test_documents_as_numbers_get_their_zeros_back() -> None:
    assert respostas.documento({"d": 1234567890}, "d") == "01234567890"
    assert respostas.documento({"d": "337.539.339-37"}, "d") == "33753933937"
    assert respostas.documento({"d": 123456000190}, "d") == "00123456000190"
    assert respostas.documento({"d": 0}, "d") == ""
    assert respostas.documento({"d": "12abc34501de35"}, "d") == "12ABC34501DE35"


@pytest.mark.parametrize("body", [b"", b"<html>", b"\xff\xfe", b"[" * 100_000, b"NaN", b'{"a":'])
def test_what_is_no_json_is_nothing(body: bytes) -> None:
    assert respostas.parse(resposta(200, body)) is None


def test_a_way_that_ends_is_nothing() -> None:
    dados = respostas.parse(resposta(200, {"a": [{"b": 1}]}))
    assert respostas.texto(dados, "a", 0, "b") == "1"
    assert respostas.achar(dados, "a", 1, "b") is None
    assert respostas.achar(dados, "x", "y") is None
    assert respostas.objetos(dados, "a", 0) == [{"b": 1}]


def test_codes_with_wrong_digits_are_nothing() -> None:
    # FEBRABAN's check digits; the pair is bb-wrapper's recorded answer
    linha, barras = "00190000090312855799299999999172185150000000310", "00191851500000003100000003128557999999999917"
    assert respostas.linha_digitavel({"v": linha}, "v") == linha
    assert respostas.linha_digitavel({"v": linha[:-1] + "1"}, "v") == ""
    assert respostas.codigo_barras({"v": barras}, "v") == barras
    assert respostas.codigo_barras({"v": linha}, "v") == ""


def test_a_pdf_must_begin_as_one() -> None:
    assert respostas.pdf_base64(resposta(200, {"pdf": "JVBERi0xLjQ="}), "pdf") == b"%PDF-1.4"
    assert respostas.pdf_base64(resposta(200, {"pdf": "aGVsbG8="}), "pdf") == b""
    assert respostas.pdf_base64(resposta(200, {"pdf": "é"}), "pdf") == b""
