"""What holds for every barcode and linha digitável."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from finbank_desktop.domain.calendario import fator_vencimento, parse_fator
from finbank_desktop.domain.codigo_barras import (
    CodigoBarras,
    CodigoBarrasError,
    build,
    format_linha_digitavel,
    parse_codigo_barras,
    to_codigo_barras,
)
from finbank_desktop.domain.valores import VALOR_MAXIMO_BOLETO, format_brl, format_decimal, parse_brl, parse_decimal

AMBIGUOUS_DV = "1"
"""Stands for 0, 1, 10 and 11 alike, so that FEBRABAN's rule itself misses a few changes between those."""

codigos = st.builds(
    build,
    banco=st.from_regex(r"[0-9]{3}", fullmatch=True),
    vencimento=st.none() | st.dates(date(1997, 10, 8), date(2060, 1, 1)),
    valor=st.integers(0, VALOR_MAXIMO_BOLETO),
    campo_livre=st.from_regex(r"[0-9]{25}", fullmatch=True),
)


@given(codigos)
def test_linha_and_barcode_carry_the_same(codigo: CodigoBarras) -> None:
    assert parse_codigo_barras(codigo.digitos) == codigo
    assert to_codigo_barras(codigo.linha_digitavel) == codigo.digitos
    assert to_codigo_barras(format_linha_digitavel(codigo.linha_digitavel)) == codigo.digitos


@given(codigos, st.integers(0, 46), st.integers(1, 9))
def test_one_wrong_digit_in_the_linha_is_noticed(codigo: CodigoBarras, position: int, step: int) -> None:
    linha = codigo.linha_digitavel
    assume(position < 33 or codigo.dv != AMBIGUOUS_DV)
    wrong = str((int(linha[position]) + step) % 10)
    with pytest.raises(CodigoBarrasError):
        to_codigo_barras(linha[:position] + wrong + linha[position + 1 :])


@given(codigos, st.integers(0, 43), st.integers(1, 9))
def test_one_wrong_digit_in_the_barcode_is_noticed(codigo: CodigoBarras, position: int, step: int) -> None:
    digitos = codigo.digitos
    wrong = digitos[:position] + str((int(digitos[position]) + step) % 10) + digitos[position + 1 :]
    assume(position == 4 or codigo.dv != AMBIGUOUS_DV)
    with pytest.raises(CodigoBarrasError):
        parse_codigo_barras(wrong)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_in_words(texto: str) -> None:
    for read in (to_codigo_barras, parse_codigo_barras):
        try:
            read(texto)
        except CodigoBarrasError as refused:
            assert str(refused)  # noqa: PT017 - either outcome is right


@given(st.dates(date(2000, 7, 3), date(2070, 1, 1)), st.integers(-5500, 3000))
def test_factor_is_read_back_within_its_window(vencimento: date, age: int) -> None:
    referencia = date.fromordinal(vencimento.toordinal() + age)
    assert parse_fator(fator_vencimento(vencimento), referencia) == vencimento


@given(st.integers(-(10**13), 10**13))
def test_amounts_are_read_back_as_written(valor: int) -> None:
    assert parse_decimal(format_decimal(valor)) == valor
    assert parse_brl(format_brl(valor)) == valor
