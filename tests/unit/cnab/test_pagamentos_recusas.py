"""What keeps a payment out of a remessa, each told by its seu número and field."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from finbank_desktop.cnab import pagamento
from finbank_desktop.domain.chaves_pix import ChavePix, TipoChave
from finbank_desktop.domain.pagamentos import DadosPagamento, FormaPagamento, Pagamento
from finbank_desktop.domain.problems import RefusedError
from tests.unit.cnab.movimentos_exemplos import dados, favorecido
from tests.unit.cnab.movimentos_exemplos import pagamento as exemplo

TED = FormaPagamento.TED


def faults(de: DadosPagamento) -> list[str | None]:
    escrita = pagamento.render(de)
    assert escrita.data == b""
    assert all(problem.message.endswith(".") for problem in escrita.problems)
    return [problem.field for problem in escrita.problems if problem.is_error]


def one(forma: FormaPagamento, banco: str = "136", **changes: Any) -> Pagamento:
    return replace(exemplo(forma, banco), **changes)


@pytest.mark.parametrize(
    ("each", "field"),
    [
        (one(TED, valor=0), "valor"),
        (one(TED, data_pagamento=date(2026, 11, 19)), "data_pagamento"),
        (one(TED, favorecido=replace(favorecido("237"), conta=None)), "conta"),
        (one(TED, favorecido=favorecido("136")), "forma"),
        (one(FormaPagamento.CREDITO_EM_CONTA, favorecido=favorecido("237")), "forma"),
        (one(TED, favorecido=replace(favorecido("237"), documento="")), "documento"),
        (one(FormaPagamento.PIX_CHAVE, favorecido=replace(favorecido("237"), chave_pix=None)), "chave_pix"),
        (one(FormaPagamento.PIX_QR, pix_qr=" "), "pix_qr"),
        (one(FormaPagamento.BOLETO, codigo_barras="0" * 44), "codigo_barras"),
        (one(FormaPagamento.BOLETO, valor=101), "valor"),
        (one(FormaPagamento.BOLETO, favorecido=replace(favorecido("237"), documento="")), "documento"),
        (one(FormaPagamento.CONCESSIONARIA, valor=1), "valor"),
        (one(FormaPagamento.CONCESSIONARIA, codigo_barras="8" * 44), "codigo_barras"),
        (one(FormaPagamento.TRIBUTO, valor=1), "valor"),
        (one(FormaPagamento.TRIBUTO, tributo=None), "forma"),
        (one(TED, favorecido=replace(favorecido("237"), documento="12ABC34501DE35")), "documento"),
        (one(TED, seu_numero="NUMERO-COMPRIDO-DEMAIS"), "seu_numero"),
        (one(TED, seu_numero=" "), "seu_numero"),
    ],
)
def test_a_fault_is_told_before_anything_is_written(each: Pagamento, field: str) -> None:
    assert field in faults(dados("136", each))


def test_a_key_too_long_for_the_layout_is_never_cut() -> None:
    key = ChavePix(tipo=TipoChave.EMAIL, chave="a" * 100 + "@exemplo.com.br")
    quem = replace(favorecido("237"), chave_pix=key)
    assert faults(dados("136", one(FormaPagamento.PIX_CHAVE, favorecido=quem))) == ["pix_chave"]


def test_two_payments_of_one_number_are_told() -> None:
    assert faults(dados("136", exemplo(TED, "136", "1"), exemplo(TED, "136", "1"))) == ["seu_numero"]


def test_caixa_takes_a_number_of_six_digits_only() -> None:
    assert "seu_numero" in faults(dados("104", exemplo(TED, "104", "NF-100")))


@pytest.mark.parametrize("banco", ["077", "085", "104", "133", "422", "745", "756"])
def test_a_pix_key_no_source_shows_a_place_for_is_not_guessed(banco: str) -> None:
    assert faults(dados(banco, exemplo(FormaPagamento.PIX_CHAVE, banco))) == ["forma"]


def test_a_company_with_letters_in_its_cnpj_is_refused() -> None:
    de = dados("136", exemplo(TED, "136"))
    assert faults(replace(de, empresa=replace(de.empresa, documento="12ABC34501DE35"))) == ["empresa"]


def test_a_remessa_without_payments_or_layout_is_refused() -> None:
    with pytest.raises(RefusedError, match="não tem pagamentos"):
        pagamento.render(dados("136"))
    with pytest.raises(RefusedError, match="banco 655"):
        pagamento.render(dados("655", exemplo(TED, "655")))


def test_no_form_of_payment_is_a_doc() -> None:
    data = pagamento.render(dados("136", exemplo(TED, "136"))).data.decode()
    assert "700" not in [line[17:20] for line in data.split("\r\n") if line[13:14] == "A"]
    assert not [forma for forma in FormaPagamento if "DOC" in forma.value]
