"""The identity of a statement's lines."""

from datetime import date

from finbank_desktop.domain.extratos import Identidade, LinhaExtrato, identidades, normalize

DIA = date(2016, 6, 1)


def linha(texto: str, valor: int = -20_000, documento: str = "", fitid: str = "") -> LinhaExtrato:
    return LinhaExtrato(linha=1, data=DIA, valor=valor, texto=texto, documento=documento, fitid=fitid)


def test_two_equal_lines_of_a_day_are_two_payments() -> None:
    pair = [linha("Pagto cartão crédito", fitid="7"), linha("Pagto cartão crédito", fitid="7")]
    assert [each.ordinal for each in identidades(pair)] == [1, 2]


def test_the_banks_identifier_is_no_part_of_the_identity() -> None:
    assert list(identidades([linha("TARIFA", fitid="COB000001-1")])) == list(
        identidades([linha("tarifa", fitid="COB000001-52")])
    )


def test_amount_words_and_document_tell_lines_apart() -> None:
    lines = [linha("PIX"), linha("PIX", valor=-20_001), linha("PIX", documento="2"), linha("PIXX")]
    assert len(set(identidades(lines))) == len(lines)
    assert next(identidades(lines)) == Identidade(DIA, -20_000, "PIX", 1)


def test_what_the_bank_spoilt_is_left_out() -> None:
    assert normalize("ANTECIPA??O") == "ANTECIPA O"
    assert normalize("LIQ.COBRANÇA\ufffd SIMPLES") == "LIQ COBRANCA SIMPLES"
