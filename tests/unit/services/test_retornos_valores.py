"""Every centavo of a payment is explained, or a person is asked."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.ocorrencias import Efeito, Ocorrencia
from finbank_desktop.services.retorno_rateio import Aberto, share, split
from finbank_desktop.services.retorno_valores import Quitacao, settle

VENCIMENTO = date(2026, 12, 10)  # a Thursday


def paid(valor: int | None, em: date = VENCIMENTO, efeito: Efeito = Efeito.LIQUIDA, **campos: Any) -> Ocorrencia:
    return Ocorrencia(
        line=2,
        nosso_numero="1",
        nosso_numero_chave="1",
        codigo="06",
        texto="Liquidação",
        efeito=efeito,
        valor_pago=valor,
        data_ocorrencia=em,
        **campos,
    )


def taken(
    o: Ocorrencia, devido: int = 1000_00, encargos: Encargos | None = None, vencimento: date = VENCIMENTO
) -> Quitacao:
    return settle(o, devido=devido, vencimento=vencimento, encargos=encargos or Encargos())


# 2 % fine and 1 % a month: R$ 20,00 at once and R$ 0,33 a day on R$ 1.000,00
MORA = Encargos(juros_tipo=TipoJuros.TAXA_MENSAL, juros=100, multa_tipo=TipoMulta.PERCENTUAL, multa=200)
ANTECIPADO = Encargos(desconto_tipo=TipoDesconto.PERCENTUAL, desconto=500)


def test_what_was_owed_is_principal_only() -> None:
    assert taken(paid(1000_00)) == Quitacao(principal=1000_00)


def test_the_lines_own_fields_explain_the_amount() -> None:
    quitacao = taken(paid(1018_00, juros=3_00, multa=20_00, abatimento=5_00))
    assert quitacao == Quitacao(principal=1000_00, juros=3_00, multa=20_00, abatimento=5_00)


def test_an_amount_without_its_interest_is_read_so_only_when_the_credit_says_it() -> None:
    quitacao = taken(paid(1000_00, juros=23_00, valor_creditado=1021_10, valor_tarifa=1_90))
    assert (quitacao.duvida, quitacao.juros, quitacao.valor_pago) == ("", 23_00, 1023_00)
    assert taken(paid(1000_00, juros=23_00)).duvida


def test_fields_that_do_not_add_up_are_a_persons() -> None:
    duvida = taken(paid(1018_00, juros=3_00)).duvida
    assert "R$ 1.018,00" in duvida
    assert "R$ 3,00" in duvida


def test_late_payment_is_explained_by_the_boletos_own_terms() -> None:
    quitacao = taken(paid(1023_30, em=date(2026, 12, 20)), encargos=MORA)
    assert quitacao == Quitacao(principal=1000_00, multa=20_00, juros=3_30)


def test_a_bank_that_rounds_interest_once_is_still_explained() -> None:
    # 1 % of R$ 1.000,00 over 20 of 30 days is R$ 6,67; R$ 0,33 a day makes R$ 6,60
    quitacao = taken(paid(1026_67, em=date(2026, 12, 30)), encargos=MORA)
    assert quitacao == Quitacao(principal=1000_00, multa=20_00, juros=6_67)


def test_more_than_the_terms_explain_is_a_persons() -> None:
    duvida = taken(paid(1050_00, em=date(2026, 12, 20)), encargos=MORA).duvida
    assert "R$ 50,00 acima" in duvida
    assert "R$ 23,30" in duvida


def test_paying_on_the_business_day_after_a_weekend_is_not_late() -> None:
    sabado, segunda = date(2026, 12, 12), date(2026, 12, 14)
    assert taken(paid(1020_66, em=segunda), encargos=MORA, vencimento=sabado).duvida
    assert not taken(paid(1000_00, em=segunda), encargos=MORA, vencimento=sabado).duvida


def test_a_late_payment_that_the_bank_took_without_interest_settles_the_principal() -> None:
    assert taken(paid(1000_00, em=date(2026, 12, 20)), encargos=MORA) == Quitacao(principal=1000_00)


def test_the_boletos_own_discount_explains_less() -> None:
    assert taken(paid(950_00), encargos=ANTECIPADO) == Quitacao(principal=1000_00, desconto=50_00)
    assert taken(paid(949_99), encargos=ANTECIPADO).duvida
    assert taken(paid(950_00, em=date(2026, 12, 11)), encargos=ANTECIPADO).duvida


def test_less_without_a_reason_is_a_persons() -> None:
    assert "R$ 100,00 a menos" in taken(paid(900_00)).duvida


def test_a_payment_in_part_settles_what_was_paid() -> None:
    assert taken(paid(400_00, efeito=Efeito.LIQUIDA_PARCIAL)) == Quitacao(principal=400_00)
    com_juros = taken(paid(403_00, efeito=Efeito.LIQUIDA_PARCIAL, juros=3_00))
    assert com_juros == Quitacao(principal=400_00, juros=3_00)


def test_a_part_greater_than_the_whole_is_a_persons() -> None:
    assert taken(paid(1000_01, efeito=Efeito.LIQUIDA_PARCIAL)).duvida


@pytest.mark.parametrize("valor", [0, None])
def test_a_payment_without_amount_is_a_persons(valor: int | None) -> None:
    assert taken(paid(valor)).duvida


@given(
    devido=st.integers(1, 10**8),
    pago=st.integers(1, 2 * 10**8),
    dias=st.integers(-40, 400),
    juros=st.integers(0, 10**5),
    desconto=st.integers(0, 10**5),
    tipo=st.sampled_from([Efeito.LIQUIDA, Efeito.LIQUIDA_PARCIAL]),
)
def test_what_is_taken_apart_adds_up(
    devido: int, pago: int, dias: int, juros: int, desconto: int, tipo: Efeito
) -> None:
    em = date.fromordinal(VENCIMENTO.toordinal() + dias)
    quitacao = taken(paid(pago, em=em, efeito=tipo, juros=juros, desconto=desconto), devido=devido, encargos=MORA)
    if not quitacao.duvida:
        assert quitacao.valor_pago == pago
        assert 0 < quitacao.principal <= devido
        assert min(quitacao.juros, quitacao.multa, quitacao.desconto, quitacao.abatimento) >= 0


@given(
    abertos=st.lists(st.integers(1, 10**7), min_size=1, max_size=9),
    data=st.data(),
)
def test_shares_add_up_and_fill_the_first_ones_first(abertos: list[int], data: st.DataObject) -> None:
    principal = data.draw(st.integers(1, sum(abertos)))
    desconto = data.draw(st.integers(0, principal))
    quitacao = Quitacao(principal=principal, juros=data.draw(st.integers(0, 10**6)), desconto=desconto)
    itens = share(quitacao, [Aberto(conta_receber_id=i, valor=valor) for i, valor in enumerate(abertos)])
    assert sum(item.valor for item in itens) == principal
    assert sum(item.valor_pago for item in itens) == quitacao.valor_pago
    assert all(item.valor == abertos[item.conta_receber_id] for item in itens[:-1])
    assert all(0 < item.valor <= abertos[item.conta_receber_id] for item in itens)
    assert all(item.desconto <= item.valor for item in itens)


def test_more_than_is_owed_cannot_be_shared() -> None:
    with pytest.raises(ValueError, match="sobram 1 centavos"):
        share(Quitacao(principal=101), [Aberto(conta_receber_id=1, valor=100)])


@given(total=st.integers(0, 10**9), pesos=st.lists(st.integers(0, 10**9), min_size=1, max_size=12))
def test_parts_add_up_and_differ_by_less_than_a_centavo_from_exact(total: int, pesos: list[int]) -> None:
    partes = split(total, pesos)
    soma = sum(pesos)
    assert sum(partes) == (total if soma else 0)
    assert all(abs(parte * soma - total * peso) < soma for parte, peso in zip(partes, pesos, strict=True) if soma)
