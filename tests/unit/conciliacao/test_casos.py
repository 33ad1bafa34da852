"""What a matching decides, and what it leaves to the person, case by case."""

from datetime import date, timedelta

import pytest

from finbank_desktop.conciliacao.modelo import Caso, Faixa, Linha, Lote, Par, Titulo
from finbank_desktop.conciliacao.sugestao import suggest

DIA = date(2026, 11, 10)
CERTO, CONFERIR = Faixa.CERTO, Faixa.CONFERIR


def linha(texto: str, valor: int = 12_345, dia: date = DIA, nome: str = "l1") -> Linha:
    return Linha(id=nome, data=dia, valor=valor, texto=texto)


def titulo(ident: str = "t1", valor: int = 12_345, vence: date = DIA, **mais: object) -> Titulo:
    values: dict[str, object] = {"nome": "Padaria Exemplo Nova Ltda", **mais}
    return Titulo(id=ident, vencimento=vence, valor=valor, **values)  # type: ignore[arg-type] # - fields given by name


def pares(linhas: list[Linha], titulos: list[Titulo], *lotes: Lote) -> list[Par]:
    return list(suggest(Caso(linhas=linhas, titulos=titulos, lotes=lotes)).pares)


def decided(found: list[Par]) -> dict[str, tuple[str, ...]]:
    return {par.linha: par.titulos for par in found if par.faixa is CERTO}


def test_the_amount_and_the_payers_name_decide() -> None:
    found = pares([linha("PIX RECEBIDO PADARIA EXEMPLO NOVA")], [titulo(), titulo("t2", 99_999)])
    assert decided(found) == {"l1": ("t1",)}
    assert "mesmo valor" in found[0].porque


def test_the_same_amount_of_somebody_else_is_left_to_the_person() -> None:
    assert decided(pares([linha("PIX RECEBIDO FULANO OUTRO NOME")], [titulo()])) == {}


@pytest.mark.parametrize("vence", [DIA, DIA + timedelta(days=5), DIA - timedelta(days=30)])
def test_two_titles_nothing_tells_apart_are_never_decided(vence: date) -> None:
    found = pares([linha("PIX RECEBIDO PADARIA EXEMPLO NOVA")], [titulo(), titulo("t2", vence=vence)])
    assert decided(found) == {}
    assert {par.titulos for par in found} == {("t1",), ("t2",)}


def test_two_equal_lines_for_one_title_are_never_decided() -> None:
    lines = [linha("PIX RECEBIDO PADARIA EXEMPLO NOVA"), linha("PIX RECEBIDO PADARIA EXEMPLO NOVA", nome="l2")]
    assert decided(pares(lines, [titulo()])) == {}


def test_the_nosso_numero_tells_equal_titles_apart() -> None:
    titulos = [titulo(nosso_numero="12345678-9"), titulo("t2", nosso_numero="12345679-0")]
    found = pares([linha("LIQ BOLETO 00000012345679")], titulos)
    assert decided(found) == {"l1": ("t2",)}


def test_of_equal_instalments_the_one_that_falls_due_is_paid() -> None:
    titulos = [titulo(), titulo("t2", vence=DIA + timedelta(days=30)), titulo("t3", vence=DIA + timedelta(days=60))]
    assert decided(pares([linha("PIX RECEBIDO PADARIA EXEMPLO NOVA")], titulos)) == {"l1": ("t1",)}


def test_an_instalment_paid_late_is_left_to_the_person() -> None:
    titulos = [titulo(vence=DIA - timedelta(days=30)), titulo("t2")]
    assert decided(pares([linha("PIX RECEBIDO PADARIA EXEMPLO NOVA")], titulos)) == {}


def test_interest_and_fine_of_the_title_explain_the_difference() -> None:
    late = titulo(vence=DIA - timedelta(days=10), juros_dia=33, multa=247)
    found = pares([linha("PIX RECEBIDO PADARIA EXEMPLO NOVA", 12_345 + 247 + 330)], [late])
    assert decided(found) == {"l1": ("t1",)}
    assert found[0].diferenca == 577
    assert "multa e juros de 10 dias" in found[0].porque


def test_the_discount_counts_until_the_due_date_only() -> None:
    paid = linha("PIX RECEBIDO PADARIA EXEMPLO NOVA", 12_000)
    assert decided(pares([paid], [titulo(desconto=345)])) == {"l1": ("t1",)}
    assert decided(pares([paid], [titulo(desconto=345, vence=DIA - timedelta(days=9))])) == {}


def test_a_payment_of_several_titles_is_found_and_one_of_two_sums_is_not_chosen() -> None:
    paid = linha("PIX RECEBIDO PADARIA EXEMPLO NOVA", 61_417)
    titulos = [titulo("a", 20_311), titulo("b", 41_106), titulo("c", 99_999, vence=DIA + timedelta(days=40))]
    assert decided(pares([paid], titulos)) == {"l1": ("a", "b")}
    assert decided(pares([paid], [*titulos, titulo("d", 41_106)])) == {}


def test_parts_of_one_title_are_found_together() -> None:
    lines = [
        linha("PIX RECEBIDO PADARIA EXEMPLO NOVA", 5_001),
        linha("PIX RECEBIDO PADARIA EXEMPLO NOVA", 7_344, nome="l2"),
    ]
    assert decided(pares(lines, [titulo()])) == {"l1": ("t1",), "l2": ("t1",)}


def test_a_part_alone_is_left_to_the_person() -> None:
    found = pares([linha("PIX RECEBIDO PADARIA EXEMPLO NOVA", 5_001)], [titulo()])
    assert decided(found) == {}
    assert (found[0].titulos, found[0].diferenca) == (("t1",), 5_001 - 12_345)


@pytest.mark.parametrize("valor", [50_000, 49_250])
def test_the_days_credit_of_the_boletos_is_its_batch_gross_or_net(valor: int) -> None:
    lote = Lote(id="b1", data_credito=DIA, bruto=50_000, tarifas=750, titulos=("t1", "t2"))
    found = pares([linha("LIQ.COBRANCA SIMPLES", valor)], [titulo(), titulo("t2", 37_655)], lote)
    assert [(par.lote, par.faixa, par.diferenca) for par in found] == [("b1", CERTO, valor - 50_000)]


def test_two_batches_of_one_day_and_amount_are_never_decided() -> None:
    lotes = [Lote(id=name, data_credito=DIA, bruto=50_000) for name in ("b1", "b2")]
    found = pares([linha("LIQ.COBRANCA SIMPLES", 50_000)], [], *lotes)
    assert {par.lote for par in found} == {"b1", "b2"}
    assert {par.faixa for par in found} == {CONFERIR}


def test_a_title_in_a_batch_is_not_paid_again_without_a_person() -> None:
    lote = Lote(id="b1", data_credito=DIA, bruto=12_345, titulos=("t1",))
    lines = [linha("LIQ.COBRANCA SIMPLES"), linha("PIX RECEBIDO PADARIA EXEMPLO NOVA", nome="l2")]
    assert set(decided(pares(lines, [titulo()], lote))) == {"l1"}


@pytest.mark.parametrize("texto", ["ESTORNO PIX PADARIA EXEMPLO NOVA", "PIX DEVOLVIDO PADARIA EXEMPLO NOVA"])
def test_a_reversal_settles_nothing_by_itself(texto: str) -> None:
    assert decided(pares([linha(texto)], [titulo()])) == {}


def test_a_name_cut_by_the_bank_is_recognised_with_the_date_straight_after_it() -> None:
    assert decided(pares([linha("PIX TRANSF PADARIA EX10/11")], [titulo()])) == {"l1": ("t1",)}


def test_what_pix_leaves_of_a_cpf_is_recognised() -> None:
    payer = titulo(nome="", cpf_cnpj="529.982.247-25")
    assert decided(pares([linha("PIX RECEBIDO ***.982.247-**")], [payer])) == {"l1": ("t1",)}


def test_debits_meet_what_we_owe_and_credits_what_we_are_owed() -> None:
    owed, owing = titulo(), titulo("t2", -12_345)
    assert decided(pares([linha("PIX ENVIADO PADARIA EXEMPLO NOVA", -12_345)], [owed, owing])) == {"l1": ("t2",)}


def test_of_two_lines_that_want_one_title_each_gets_what_suits_all_best() -> None:
    lines = [linha("PIX RECEBIDO", 10_000), linha("PIX RECEBIDO", 10_000, DIA + timedelta(days=20), nome="l2")]
    titulos = [
        titulo("t1", 10_000, nome="Ana Exemplo"),
        titulo("t2", 10_000, DIA + timedelta(days=20), nome="Bia Teste"),
    ]
    first: dict[str, tuple[str, ...]] = {}
    for par in pares(lines, titulos):
        first.setdefault(par.linha, par.titulos)
    assert first == {"l1": ("t1",), "l2": ("t2",)}


def test_nothing_with_nothing_is_nothing() -> None:
    found = suggest(Caso(linhas=[linha("SALDO DO DIA", 1)], titulos=[]))
    assert (found.pares, found.sem_par) == ((), ("l1",))
