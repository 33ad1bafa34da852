"""By columns the same bytes as title by title, and the same refusals."""

import datetime as dt
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finbank_desktop.layouts import column_writer, loader, writer
from finbank_desktop.layouts.model import Campo, Tipo

LAYOUT = loader.load("341-itau/cobranca_400_remessa")
DETALHE = LAYOUT.registro("detalhe")


def rendered(**columns: Any) -> list[str]:
    count = len(next(iter(columns.values())))
    sheet, problems = column_writer.render(DETALHE, columns, count)
    assert problems == []
    return [row.tobytes().decode("ascii") for row in sheet]


def field(line: str, nome: str) -> str:
    return line[DETALHE.campo(nome).posicoes]


def test_text_goes_out_in_capitals_without_accents() -> None:
    lines = rendered(pagador_nome=["João & Conceição", "Straße 3º", "N\u0303ao", "curto"])
    assert [field(line, "pagador_nome").rstrip() for line in lines] == [
        "JOAO & CONCEICAO",
        "STRASSE 3O",
        "NAO",
        "CURTO",
    ]


def test_numbers_are_filled_with_zeros_and_dates_with_their_order() -> None:
    days = np.array(["2026-12-31", "NaT"], "datetime64[D]")
    first, second = rendered(valor_titulo=np.array([123456, 0]), vencimento=days)
    assert (field(first, "valor_titulo"), field(first, "vencimento")) == ("0000000123456", "311226")
    assert (field(second, "valor_titulo"), field(second, "vencimento")) == ("0" * 13, "000000")


@pytest.mark.parametrize("value", [10**8, -1])
def test_a_number_without_a_place_is_an_error(value: int) -> None:
    _, (problem,) = column_writer.render(DETALHE, {"nosso_numero": np.array([1, value])}, 2)
    assert problem.is_error
    assert (problem.line, problem.field) == (2, "nosso_numero")


def test_a_text_too_long_is_cut_and_told() -> None:
    sheet, (problem,) = column_writer.render(DETALHE, {"pagador_uf": ["SP", "São Paulo"]}, 2)
    assert not problem.is_error
    assert (problem.line, problem.field) == (2, "pagador_uf")
    assert sheet[1, DETALHE.campo("pagador_uf").posicoes].tobytes() == b"SA"


def test_a_field_the_record_has_not_is_told() -> None:
    _, (problem,) = column_writer.render(DETALHE, {"valor": np.array([1])}, 1)
    assert problem.field == "valor"


def values_of(campo: Campo) -> st.SearchStrategy[Any]:
    if campo.tipo.is_date:
        return st.none() | st.dates(dt.date(1970, 1, 1), dt.date(2069, 12, 31))
    if campo.tipo is Tipo.NUMERO:
        return st.integers(0, 10**campo.tamanho - 1)
    return st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=campo.tamanho)


FIELDS = [campo for campo in DETALHE.campos if campo.nome not in DETALHE.chave and campo.tamanho <= 18]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.fixed_dictionaries({campo.nome: values_of(campo) for campo in FIELDS}), min_size=1, max_size=4))
def test_columns_give_the_bytes_that_titles_give(titles: list[dict[str, Any]]) -> None:
    columns = {nome: [title[nome] for title in titles] for nome in titles[0]}
    sheet, problems = column_writer.render(DETALHE, columns, len(titles))
    one_by_one = writer.write(LAYOUT, [("detalhe", title) for title in titles], newline=b"")
    assert [problem.is_error for problem in problems] == [problem.is_error for problem in one_by_one.problems]
    assert sheet.tobytes() == one_by_one.data
