import datetime as dt

import pytest

from finbank_desktop.domain.problems import Severity
from finbank_desktop.layouts import loader, reader, writer
from finbank_desktop.layouts.model import Layout, Valor


def detalhe(**values: Valor) -> list[tuple[str, dict[str, Valor]]]:
    return [("detalhe", values)]


def test_a_file_is_written_by_its_layout(simples: Layout, arquivo: bytes) -> None:
    escrita = writer.write(
        simples,
        [
            ("header", {"data_geracao": dt.date(2026, 12, 15), "empresa_nome": "Empresa Exemplo", "sequencial": 1}),
            (
                "detalhe",
                {
                    "nosso_numero": 1234,
                    "vencimento": dt.date(2027, 1, 15),
                    "valor_titulo": 12345,
                    "pagador_nome": "Fulano",
                    "sequencial": 2,
                },
            ),
            (
                "detalhe",
                {
                    "nosso_numero": "5678",
                    "vencimento": dt.date(2027, 2, 28),
                    "valor_titulo": 50,
                    "pagador_nome": "Beltrano",
                    "sequencial": 3,
                },
            ),
            ("trailer", {"qtd_registros": 4, "sequencial": 4}),
        ],
    )
    assert escrita.problems == []
    assert escrita.data == arquivo


def test_lines_end_as_asked(simples: Layout) -> None:
    assert writer.write(simples, detalhe(), newline=b"\n").data[40:] == b"\n"
    assert len(writer.write(simples, detalhe(), newline=b"").data) == 40


def test_no_value_gives_the_default(simples: Layout) -> None:
    line = writer.write(simples, detalhe(nosso_numero=None, pagador_nome=None)).data
    assert line == b"1" + b"0" * 25 + b" " * 8 + b"0" * 6 + b"\r\n"


def test_no_records_give_an_empty_file(simples: Layout) -> None:
    assert writer.write(simples, []) == writer.Escrita(data=b"")


@pytest.mark.parametrize(
    ("text", "ascii_text"),
    [
        ("São João", "SAO JOAO"),
        ("açaí 3º/2ª", "ACAI 3O/2A"),
        ("Nº 5 \u2013 “b”", 'NO 5 - "B"'),
        ("a\tb\nc", "A B C"),
        ("ﬁm", "FIM"),
        ("x☺y", "X Y"),
        ("N°1", "NO1"),
        ("Straße", "STRASSE"),
    ],
)
def test_text_goes_out_in_capitals_without_accents(text: str, ascii_text: str) -> None:
    assert writer.to_ascii(text) == ascii_text


def test_text_that_must_keep_its_case_keeps_it(simples_toml: str) -> None:
    text = simples_toml.replace('nome = "pagador_nome"', 'nome = "pagador_nome", maiusculas = false')
    layout = loader.parse(text, "ensaio/pix")
    assert b"aBc-1   " in writer.write(layout, detalhe(pagador_nome="aBc-1")).data


def test_cut_text_is_a_warning_and_the_file_is_written(simples: Layout) -> None:
    escrita = writer.write(simples, detalhe(pagador_nome="Maria Aparecida"))
    [problem] = escrita.problems
    assert (problem.severity, problem.line, problem.start, problem.end, problem.field) == (
        Severity.WARNING,
        1,
        27,
        34,
        "pagador_nome",
    )
    assert escrita.data[26:34] == b"MARIA AP"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"valor_titulo": 10**9}, "não cabe"),
        ({"nosso_numero": "12345678901"}, "não cabe"),
        ({"nosso_numero": -1}, "só aceita números"),
        ({"nosso_numero": "12ABC34501"}, "só aceita números"),
        ({"nosso_numero": True}, "pede um número"),
        ({"vencimento": "010127"}, "pede uma data"),
        ({"vencimento": dt.date(2070, 1, 1)}, "ano com dois algarismos"),
        ({"vencimento": dt.date(1969, 12, 31)}, "ano com dois algarismos"),
        ({"pagador_nome": dt.date(2026, 1, 1)}, "pede um texto"),
        ({"nome": "x"}, "não tem o campo nome"),
    ],
)
def test_what_cannot_be_written_truly_gives_an_error_and_no_file(
    simples: Layout, values: dict[str, Valor], words: str
) -> None:
    escrita = writer.write(simples, [("detalhe", {}), ("detalhe", values)])
    assert escrita.data == b""
    [problem] = escrita.problems
    assert (problem.severity, problem.line) == (Severity.ERROR, 2)
    assert words in problem.message


def test_an_unknown_record_is_an_error(simples: Layout) -> None:
    escrita = writer.write(simples, [("capa", {})])
    assert escrita.data == b""
    assert "não tem o registro capa" in escrita.problems[0].message


def test_leading_zeros_that_do_not_fit_are_no_loss(simples: Layout) -> None:
    assert writer.write(simples, detalhe(nosso_numero="000001234567890")).data[1:11] == b"1234567890"


def test_an_identifier_is_right_aligned_and_keeps_its_letters(simples_toml: str) -> None:
    text = simples_toml.replace(
        'tipo = "N",  nome = "nosso_numero", codigo = "G069", nota = "com o DV"', 'tipo = "X", nome = "inscricao"'
    )
    layout = loader.parse(text, "ensaio/cnpj")
    data = writer.write(layout, detalhe(inscricao="12abc3450")).data
    assert data[1:11] == b"012ABC3450"
    assert reader.read(data, layout).values(0)["inscricao"] == "012ABC3450"
    assert "só aceita letras e números" in writer.write(layout, detalhe(inscricao="12.34")).problems[0].message


def test_an_empty_text_is_blank_even_where_there_is_a_default(simples: Layout) -> None:
    assert writer.write(simples, [("header", {"literal": ""})]).data[1:8] == b"       "
    assert writer.write(simples, [("header", {"literal": None})]).data[1:8] == b"RETORNO"
