"""*Fazer acordo* without a window: parcelas from what was agreed on, and what keeps each step from being left."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.domain.problems import Severity
from finbank_desktop.services.acordo_wizard import AcordoForm, AcordoStep, next_step, problems

FORM = AcordoForm(contas=(1,), original=100_00, valor=100_00, quantas=3, primeiro=date(2027, 1, 31))


def test_parcelas_add_up_to_the_centavo_and_keep_the_day_of_the_month() -> None:
    assert [(p.valor, p.vencimento) for p in FORM.parcelas] == [
        (33_34, date(2027, 1, 31)),
        (33_33, date(2027, 2, 28)),
        (33_33, date(2027, 3, 31)),
    ]


def test_a_down_payment_is_the_first_parcela_and_the_rest_is_shared() -> None:
    assert [p.valor for p in replace(FORM, entrada=50_01).parcelas] == [50_01, 25_00, 24_99]


@pytest.mark.parametrize(
    ("campos", "field", "words"),
    [
        ({"contas": ()}, "contas", "Nada do que foi escolhido está em aberto."),
        ({"valor": 0}, "valor", "Diga quanto será pago no acordo."),
        ({"quantas": 0}, "quantas", "Escolha de 1 a 360 parcelas."),
        ({"quantas": 361}, "quantas", "Escolha de 1 a 360 parcelas."),
        ({"quantas": 1, "entrada": 10_00}, "quantas", "Com entrada são ao menos duas parcelas."),
        ({"entrada": 100_00}, "entrada", "Cada parcela tem de ter ao menos um centavo."),
        ({"valor": 2}, "entrada", "Cada parcela tem de ter ao menos um centavo."),
        ({"primeiro": None}, "primeiro", "Diga quando vence a primeira parcela."),
    ],
)
def test_what_was_agreed_on_is_judged_field_by_field(campos: dict[str, Any], field: str, words: str) -> None:
    (found,) = problems(AcordoStep.COMBINADO, replace(FORM, **campos))
    assert (found.field, found.message) == (field, words)
    assert replace(FORM, **campos).parcelas == () or field == "contas"


def test_the_steps_follow_each_other() -> None:
    assert next_step(AcordoStep.COMBINADO, FORM) is AcordoStep.PASSOS
    assert next_step(AcordoStep.PASSOS, FORM) is AcordoStep.RESULTADO
    assert next_step(AcordoStep.RESULTADO, FORM) is None


def test_a_remessa_wants_a_folder_that_is_there(escritorio: Any, tmp_path: Path) -> None:
    (boleto,) = escritorio.registrados(100_00)
    form = replace(FORM, contas=tuple(item.conta_receber_id for item in boleto.itens))
    (espera,) = problems(AcordoStep.PASSOS, form)
    assert espera.severity is Severity.INFO
    form = replace(form, plano=escritorio.services.acordos.plan(form.draft))
    assert problems(AcordoStep.PASSOS, form) == []
    form = replace(form, remeter=True)
    assert [p.message for p in problems(AcordoStep.PASSOS, form)] == ["Escolha a pasta da remessa."]
    sumida = tmp_path / "sumida"
    assert "não existe mais" in problems(AcordoStep.PASSOS, replace(form, pasta=sumida))[0].message
    assert problems(AcordoStep.PASSOS, replace(form, pasta=tmp_path)) == []
