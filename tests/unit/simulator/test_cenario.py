import re
from datetime import date
from pathlib import Path

import pytest

from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.simulator import cenario
from finbank_desktop.simulator.cenario import Cenario, Regra
from finbank_desktop.simulator.cenario_valores import Fracao, Quando

MANUAL = Path(__file__).parents[3] / "docs" / "manual" / "cenarios.md"


def parse(texto: str) -> Cenario:
    return cenario.parse(texto, "ensaio.toml")


def only(texto: str) -> Regra:
    return parse(f"[[titulo]]\n{texto}").regras[0]


def test_the_manuals_example_is_read_as_the_manual_says() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", MANUAL.read_text(encoding="utf-8"), re.DOTALL)
    read = parse(example)
    assert read.hoje == date(2026, 11, 23)
    recusado, duas_vezes, metade, demais = read.regras
    assert (recusado.seu_numero, recusado.motivos) == ("NF 4512/01", ("QUALQUER",))
    assert (duas_vezes.nosso_numero, duas_vezes.quando, duas_vezes.vezes) == ("00000123", Quando(dias=5), 2)
    assert (metade.cada, metade.valor_pago) == (5, Fracao(5000))
    assert (demais.cada, demais.quando, demais.tarifa) == (1, Quando(dias=0), 199)


def test_the_manual_names_every_key() -> None:
    text = MANUAL.read_text(encoding="utf-8")
    for key in ("nosso_numero", "seu_numero", "regra", "quando", "valor_pago", "juros", "multa", "desconto", "vezes"):
        assert f"`{key}`" in text
    for key in ("tarifa", "motivo", "hoje", "arquivos", "sequencia"):
        assert f"`{key}`" in text


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('"150.00"', 15000),
        ('"150,00"', 15000),
        ('"1.234,50"', 123450),
        ('"R$ 10"', 1000),
        ("150", 15000),
        ("150.05", 15005),
        ('"total"', None),
        ('"parcial 12,5%"', Fracao(1250)),
        ('"parcial 50 %"', Fracao(5000)),
    ],
)
def test_amounts_are_read_with_point_or_comma(written: str, expected: object) -> None:
    assert only(f'regra = "todos"\nvalor_pago = {written}').valor_pago == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('"registro"', None),
        ('"vencimento"', Quando(dias=0)),
        ('"+5"', Quando(dias=5)),
        ('"-2"', Quando(dias=-2)),
        ('"2026-12-31"', Quando(data=date(2026, 12, 31))),
        ("2026-12-31", Quando(data=date(2026, 12, 31))),
    ],
)
def test_days_are_read_in_every_form(written: str, expected: Quando | None) -> None:
    assert only(f'regra = "todos"\nquando = {written}').quando == expected


def test_a_payment_without_a_day_is_on_the_due_date() -> None:
    assert only('regra = "todos"\nvezes = 2').quando == Quando(dias=0)
    assert only('regra = "todos"\ntarifa = "1.00"').quando is None


def test_the_first_rule_that_matches_decides() -> None:
    read = parse('[[titulo]]\nnosso_numero = "0012"\nvezes = 2\n[[titulo]]\nregra = "cada 2"\nvezes = 3')
    assert read.regra_for(2, frozenset({"12"}), "").vezes == 2
    assert read.regra_for(4, frozenset({"13"}), "").vezes == 3
    assert read.regra_for(3, frozenset({"13"}), "") == Regra()


def test_first_ones_and_documents_are_matched() -> None:
    assert [p for p in range(1, 6) if only('regra = "primeiros 3"').matches(p, frozenset(), "")] == [1, 2, 3]
    assert only('seu_numero = "nf 1"').matches(1, frozenset(), "NF 1")


def test_without_a_scenario_three_of_four_are_paid() -> None:
    paid = [cenario.PADRAO.regra_for(p, frozenset(), "").quando is not None for p in range(1, 9)]
    assert paid == [True, True, True, False] * 2


@pytest.mark.parametrize(
    ("texto", "line", "says"),
    [
        ("[[titulo]\nregra = 1", 1, "não é TOML válido"),
        ('[[titulo]]\nregra = "todos"\nquano = "+5"', 3, "“quano”, não há esta chave"),
        ('\nmoeda = "R$"', 2, "“moeda”, não há esta chave"),
        ('[[titulo]]\nregra = "todos"\n\n[[titulo]]\nregra = "cada 0"', 5, "“regra”"),
        ('[[titulo]]\nregra = "todos"\nquando = "ontem"', 3, "“quando”"),
        ('[[titulo]]\nregra = "todos"\nquando = 5', 3, "“quando”"),
        ('[[titulo]]\nregra = "todos"\nquando = "9999-12-31"', 3, "“quando”"),
        ('[[titulo]]\nregra = "todos"\nquando = 9999-12-31', 3, "“quando”"),
        ('[[titulo]]\nregra = "todos"\nvalor_pago = "1e999999"', 3, "“valor_pago”"),
        ('[[titulo]]\nregra = "todos"\nvalor_pago = "parcial 0%"', 3, "“valor_pago”"),
        ('[[titulo]]\nregra = "todos"\nvalor_pago = "1.000"', 3, "“valor_pago”"),
        ('[[titulo]]\nregra = "todos"\nvalor_pago = 0', 3, "“valor_pago”"),
        ('[[titulo]]\nregra = "todos"\nvalor_pago = true', 3, "“valor_pago”"),
        ('[[titulo]]\nregra = "todos"\ntarifa = -1', 3, "“tarifa”"),
        ('[[titulo]]\nregra = "todos"\ntarifa = "1.999"', 3, "“tarifa”"),
        ('[[titulo]]\nregra = "todos"\nmotivo = 8', 3, "“motivo”"),
        ('[[titulo]]\nregra = "todos"\nmotivo = []', 3, "“motivo”"),
        ('[[titulo]]\nregra = "todos"\nvezes = 0', 3, "“vezes”"),
        ('[[titulo]]\nregra = "todos"\nvezes = 10', 3, "“vezes”"),
        ("[[titulo]]\nnosso_numero = 123", 2, "“nosso_numero”"),
        ('[[titulo]]\nquando = "+5"', 1, "um só de nosso_numero, seu_numero ou regra"),
        ('[[titulo]]\nregra = "todos"\nnosso_numero = "1"', 3, "um só de nosso_numero, seu_numero ou regra"),
        ('[[titulo]]\nregra = "todos"\nmotivo = "08"\nvezes = 2', 4, "não pode ser pago"),
        ('[[titulo]]\nregra = "todos"\nmotivo = "08"\nquando = "+1"', 4, "não pode ser pago"),
        ('[[titulo]]\nregra = "todos"\nquando = "registro"\nvezes = 2', 4, "só é registrado"),
        ('[titulo]\nregra = "todos"', 1, "dois colchetes"),
        ('titulo = "todos"', 1, "dois colchetes"),
        ('hoje = "2026-11-20"', 1, "“hoje”"),
        ("hoje = 2026-11-20T10:00:00", 1, "“hoje”"),
        ("hoje = 9999-12-31", 1, "“hoje”"),
        ('arquivos = "varios"', 1, "“arquivos”"),
        ("sequencia = 0", 1, "“sequencia”"),
    ],
)
def test_a_bad_scenario_is_refused_by_line_and_key(texto: str, line: int, says: str) -> None:
    with pytest.raises(RefusedError) as refused:
        parse(texto)
    assert refused.value.code == "cenario_invalido"
    assert f"ensaio.toml não pode ser usado: linha {line}, " in refused.value.message
    assert says in refused.value.message
