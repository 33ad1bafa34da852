"""Amounts against each other: the title, its discounts, abatement, interest and fine."""

from collections.abc import Iterator
from functools import partial

import numpy as np
from numpy.typing import NDArray

from finbank_desktop.cnab.conferencia.achados import amount, of_titles
from finbank_desktop.cnab.conferencia.quadro import Lugar, Mascara, Quadro
from finbank_desktop.domain.problems import Problem, Severity

_CEM_POR_CENTO = 100
_SEM_VALOR = (b"32", b"33")
"""Boleto de proposta, and of depósito e aporte (FEBRABAN C015): who pays says how much."""
_DESCONTOS = (
    ("desconto1_codigo", ("desconto1_valor_percentual",), ("desconto1_data",)),
    ("desconto2_codigo", ("desconto2_valor_percentual",), ("desconto2_data",)),
    ("desconto3_codigo", ("desconto3_valor_percentual",), ("desconto3_data",)),
)
_FIXO, _PERCENTUAL = (b"1",), (b"2",)
_ATE_A_DATA = (b"1", b"2")
_ENCARGOS = (
    ("juros_codigo", ("juros_valor_taxa",), "27", "juros"),
    ("multa_codigo", ("multa_valor_percentual",), "59", "multa"),
)
_COBRADO = (b"1", b"2")
_CORRIJA = "Corrija os encargos do título e gere a remessa outra vez."


def check(quadro: Quadro) -> Iterator[Problem]:
    """Yield what is wrong with the amounts of titles that are to be registered."""
    valor = quadro.numbers(quadro.number_at("valor_titulo"))
    yield from _titulo(quadro, valor)
    yield from _below(quadro, quadro.number_at("valor_abatimento"), valor, "o abatimento", "34")
    yield from _below(quadro, quadro.number_at("valor_iof"), valor, "o IOF", "32")
    yield from _below(quadro, quadro.number_at("desconto_valor", "desconto1_valor"), valor, "o desconto", "29")
    yield from _below(quadro, quadro.number_at("juros_dia"), valor, "o juro de um dia", "27")
    yield from _desconto_400(quadro)
    for codigo, valores, datas in _DESCONTOS:
        yield from _desconto(quadro, codigo, quadro.number_at(*valores), quadro.date_at(*datas), valor)
    for codigo, valores, motivo, what in _ENCARGOS:
        yield from _encargo(quadro, codigo, quadro.number_at(*valores), motivo, what)
    yield from _percentual(quadro, quadro.number_at("multa_percentual"), quadro.entradas, "59")


def _titulo(quadro: Quadro, valor: NDArray[np.int64]) -> Iterator[Problem]:
    place = quadro.number_at("valor_titulo")
    if place is None:
        return
    open_amount = np.isin(quadro.texts(quadro.place("especie")), _SEM_VALOR)
    zero = quadro.entradas & (valor == 0) & ~open_amount & ~quadro.invalid(place)
    yield from of_titles(
        quadro,
        place,
        zero,
        "é zero: um título precisa de valor",
        "Informe o valor do título.",
        motivo="20",
    )


def _below(quadro: Quadro, place: Lugar | None, valor: NDArray[np.int64], what: str, motivo: str) -> Iterator[Problem]:
    part = quadro.numbers(place)
    yield from of_titles(
        quadro,
        place,
        quadro.entradas & (part > 0) & (part >= valor) & (valor > 0),
        partial(_not_below, what, valor),
        _CORRIJA,
        motivo=motivo,
    )


def _not_below(what: str, valor: NDArray[np.int64], index: int) -> str:
    return f"não é menor que o valor do título, {amount(valor[index])}: {what} deve ser menor"


def _desconto_400(quadro: Quadro) -> Iterator[Problem]:
    """Tell of a discount without its last day, where no code but the amount says that there is one."""
    value_at = quadro.number_at("desconto_valor", "desconto1_valor")
    date_at = quadro.date_at("desconto_data", "desconto1_data")
    if value_at is None or date_at is None or quadro.place("desconto_codigo", "desconto1_codigo") is not None:
        return
    missing = quadro.entradas & (quadro.numbers(value_at) > 0) & ~quadro.nonempty(date_at)
    yield from of_titles(
        quadro, date_at, missing, "não é uma data: há desconto, mas falta até quando", _CORRIJA, motivo="80"
    )
    useless = quadro.entradas & (quadro.numbers(value_at) == 0) & ~np.isnat(quadro.dates(date_at))
    yield from of_titles(quadro, value_at, useless, "é zero, mas há uma data limite de desconto", _CORRIJA, motivo="30")


def _desconto(
    quadro: Quadro, codigo: str, value_at: Lugar | None, date_at: Lugar | None, valor: NDArray[np.int64]
) -> Iterator[Problem]:
    code_at = quadro.place(codigo)
    if code_at is None or value_at is None:
        return
    codes, values = quadro.texts(code_at), quadro.numbers(value_at)
    given = quadro.entradas & quadro.nonempty(code_at) & (codes != b"7")  # 7 takes an earlier discount back
    dated = quadro.nonempty(date_at)
    zero = given & (values == 0)
    what = f"é zero, mas {codigo} diz que há desconto"
    yield from of_titles(quadro, value_at, zero & dated, what, _CORRIJA, motivo="30")
    # a code alone, as some programs always write it, gives no discount and does no harm at most banks
    yield from of_titles(quadro, value_at, zero & ~dated, what, _CORRIJA, motivo="30", severity=Severity.WARNING)
    silent = quadro.entradas & ~quadro.nonempty(code_at) & (values > 0)
    yield from of_titles(
        quadro, code_at, silent, "diz que não há desconto, mas há um valor de desconto", _CORRIJA, motivo="28"
    )
    fixed = given & np.isin(codes, _FIXO) & (values >= valor) & (valor > 0)
    not_below = partial(_not_below, "o desconto", valor)
    yield from of_titles(quadro, value_at, fixed, not_below, _CORRIJA, motivo="29")
    yield from _percentual(quadro, value_at, given & np.isin(codes, _PERCENTUAL), "29")
    undated = given & np.isin(codes, _ATE_A_DATA) & ~dated & (values > 0)
    what_date = "não é uma data: há desconto, mas falta até quando"
    yield from of_titles(quadro, date_at, undated, what_date, _CORRIJA, motivo="80")


def _encargo(quadro: Quadro, codigo: str, value_at: Lugar | None, motivo: str, what: str) -> Iterator[Problem]:
    code_at = quadro.place(codigo)
    if code_at is None or value_at is None:
        return
    codes, values = quadro.texts(code_at), quadro.numbers(value_at)
    charged = quadro.entradas & np.isin(codes, _COBRADO)
    missing = charged & (values == 0) & ~quadro.invalid(value_at)
    yield from of_titles(quadro, value_at, missing, f"é zero, mas {codigo} diz que há {what}", _CORRIJA, motivo=motivo)
    silent = quadro.entradas & (values > 0) & (codes == b"0")
    said = f"diz que não há {what}, mas {value_at.campo.nome} traz um valor"
    yield from of_titles(quadro, code_at, silent, said, _CORRIJA, motivo=motivo, severity=Severity.WARNING)
    yield from _percentual(quadro, value_at, charged & np.isin(codes, _PERCENTUAL), motivo)


def _percentual(quadro: Quadro, place: Lugar | None, where: Mascara, motivo: str) -> Iterator[Problem]:
    if place is None:
        return
    whole = _CEM_POR_CENTO * 10**place.campo.decimais
    too_much = where & (quadro.numbers(place) > whole)
    yield from of_titles(quadro, place, too_much, "é um percentual acima de 100", _CORRIJA, motivo=motivo)
