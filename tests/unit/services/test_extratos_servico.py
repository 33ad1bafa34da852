"""Importing statements: nothing is lost, nothing is doubled, everything can be taken back."""

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.persistence.records_extratos import LinhaGravada, SituacaoLinha
from finbank_desktop.services.extrato_model import ExtratoPlan
from finbank_desktop.services.plans import StalePlanError
from tests.unit.services.extratos import conta, linha, ofx

BB = Path("files/leogregianin+ofx-reader/ofx-files/BancodoBrasil.ofx")


@pytest.fixture
def itau(escritorio: Any) -> int:
    """Return the id of an account at Itaú, agência 0057, conta 12345."""
    return escritorio.convenio("341-400").conta_id  # type: ignore[no-any-return] # the office is shared by name


def importar(escritorio: Any, path: Path, conta_id: int | None = None) -> ExtratoPlan:
    plan: ExtratoPlan = escritorio.services.extratos.plan(path, conta_id)
    if plan.goes:
        escritorio.services.extratos.apply(plan)
    return plan


def gravadas(escritorio: Any, conta_id: int) -> list[LinhaGravada]:
    with escritorio.services.database.read() as uow:
        found: list[LinhaGravada] = uow.extrato_linhas.in_state(SituacaoLinha.PENDENTE, conta_id)
    return found


def test_overlapping_periods_add_only_the_surplus(escritorio: Any, itau: int, tmp_path: Path) -> None:
    # Sicredi's habit: the FITID's suffix is the line's place in the file, another for each period
    first = ofx(
        tmp_path / "a.ofx",
        conta([linha("20261101", "10.00", "PIX A", "COB1-1"), linha("20261102", "20.00", "PIX B", "COB1-2")]),
    )
    second = ofx(
        tmp_path / "b.ofx",
        conta([linha("20261102", "20.00", "PIX B", "COB1-1"), linha("20261103", "30.00", "PIX C", "COB1-2")]),
    )
    assert importar(escritorio, first).tabs["novos"] == 2
    plan = importar(escritorio, second)
    assert (plan.tabs["novos"], plan.tabs["ja_importados"]) == (1, 1)
    assert "000001 (01/11/2026 a 02/11/2026)" in plan.contas[0].sobrepoe
    assert [each.valor for each in gravadas(escritorio, itau)] == [10_00, 20_00, 30_00]


def test_two_equal_lines_are_two_payments_and_a_third_is_one_more(escritorio: Any, itau: int, tmp_path: Path) -> None:
    one = linha("20261101", "-200.00", "Pagto cartão crédito", "77", "10758")
    assert importar(escritorio, ofx(tmp_path / "a.ofx", conta([one, one]))).tabs["novos"] == 2
    again = importar(escritorio, ofx(tmp_path / "b.ofx", conta([one, one, one])))
    assert (again.tabs["novos"], again.tabs["ja_importados"]) == (1, 2)
    assert [each.ordinal for each in gravadas(escritorio, itau)] == [1, 2, 3]


def test_the_banks_number_decides_nothing_alone_but_finds_a_line_whose_words_changed(
    escritorio: Any, itau: int, tmp_path: Path
) -> None:
    # Caixa repeats short numbers from month to month
    importar(escritorio, ofx(tmp_path / "a.ofx", conta([linha("20261005", "-9.90", "TARIFA", "52016")])))
    november = importar(escritorio, ofx(tmp_path / "b.ofx", conta([linha("20261105", "-9.90", "TARIFA", "52016")])))
    assert november.tabs["novos"] == 1
    changed = importar(
        escritorio, ofx(tmp_path / "c.ofx", conta([linha("20261105", "-9.90", "TARIFA PACOTE", "52016")]))
    )
    assert (changed.tabs["novos"], changed.tabs["ja_importados"]) == (0, 1)
    assert len(gravadas(escritorio, itau)) == 2


@pytest.mark.usefixtures("itau")
def test_the_same_file_again_changes_nothing_and_says_when_it_came(escritorio: Any, tmp_path: Path) -> None:
    path = ofx(tmp_path / "a.ofx", conta([linha("20261101", "10.00", "PIX A")]))
    importar(escritorio, path)
    before = escritorio.rows()
    plan = importar(escritorio, path)
    assert plan.tabs == {"novos": 0, "ja_importados": 1, "saldos": 0, "previstos": 0, "quarentena": 0}
    assert plan.contas[0].ja_importado == "Este arquivo já foi importado em 20/11/2026 por Ana (extrato 000001)."
    assert escritorio.rows() == before


def test_what_is_yet_to_come_stays_out_until_it_came(escritorio: Any, itau: int, tmp_path: Path) -> None:
    path = ofx(tmp_path / "a.ofx", conta([linha("20261120", "1.00", "HOJE"), linha("20261121", "2.00", "AMANHA")]))
    assert importar(escritorio, path).tabs["previstos"] == 1
    assert [each.valor for each in gravadas(escritorio, itau)] == [1_00]
    escritorio.hoje = date(2026, 11, 22)
    assert importar(escritorio, path).tabs["novos"] == 1
    assert [each.valor for each in gravadas(escritorio, itau)] == [1_00, 2_00]


@pytest.mark.usefixtures("itau")
def test_a_balance_that_does_not_close_is_said_with_what_is_missing(escritorio: Any, tmp_path: Path) -> None:
    importar(
        escritorio,
        ofx(tmp_path / "a.ofx", conta([linha("20261101", "100.00", "PIX A")], saldo=("1000.00", "20261101"))),
    )
    # 1.000,00 and 50,00 make 1.050,00: the bank says 1.080,00, so 30,00 of a day in between are not here
    plan = importar(
        escritorio,
        ofx(tmp_path / "b.ofx", conta([linha("20261105", "50.00", "PIX B")], saldo=("1080.00", "20261105"))),
    )
    assert plan.contas[0].falta == 30_00
    assert any("faltam R$ 30,00" in problem.message for problem in plan.contas[0].problems)
    closing = importar(
        escritorio,
        ofx(tmp_path / "c.ofx", conta([linha("20261103", "30.00", "PIX X")], saldo=("1030.00", "20261103"))),
    )
    assert closing.contas[0].falta == 0


def test_the_account_is_known_by_its_number_or_learned_once(escritorio: Any, itau: int, tmp_path: Path) -> None:
    other = escritorio.convenio("237-400").conta_id
    known = escritorio.services.extratos.plan(ofx(tmp_path / "a.ofx", conta([linha("20261101", "1.00", "A")])))
    assert known.contas[0].conta.id == itau
    whole = ofx(tmp_path / "b.ofx", conta([linha("20261101", "1.00", "A")], banco="0237", numero="0057/0012345"))
    assert escritorio.services.extratos.plan(whole).contas[0].conta.id == other
    strange = ofx(tmp_path / "c.ofx", conta([linha("20261101", "1.00", "A")], banco="341", numero="999-X"))
    plan = escritorio.services.extratos.plan(strange)
    assert plan.contas[0].conta is None
    assert not plan.goes
    escritorio.services.extratos.apply(escritorio.services.extratos.plan(strange, contas={0: itau}))
    again = ofx(tmp_path / "d.ofx", conta([linha("20261102", "1.00", "A")], banco="341", numero="999-X"))
    assert escritorio.services.extratos.plan(again).contas[0].como == "como da última vez"


@pytest.mark.usefixtures("itau")
def test_another_accounts_statement_is_refused(escritorio: Any, tmp_path: Path) -> None:
    other = escritorio.convenio("237-400").conta_id
    with pytest.raises(RefusedError, match="não da conta") as refused:
        escritorio.services.extratos.plan(ofx(tmp_path / "a.ofx", conta([linha("20261101", "1.00", "A")])), other)
    assert refused.value.code == "extrato_de_outra_conta"


def test_several_accounts_in_a_file_are_written_together(escritorio: Any, itau: int, tmp_path: Path) -> None:
    other = escritorio.convenio("237-400").conta_id
    path = ofx(
        tmp_path / "a.ofx",
        conta([linha("20261101", "1.00", "A")]),
        conta([linha("20261101", "2.00", "B")], banco="237"),
    )
    plan = importar(escritorio, path)
    assert [each.conta.id for each in plan.contas if each.conta] == [itau, other]
    assert [len(gravadas(escritorio, each)) for each in (itau, other)] == [1, 1]


@pytest.mark.usefixtures("itau")
def test_amounts_that_are_not_in_reais_want_to_be_known(escritorio: Any, tmp_path: Path) -> None:
    path = ofx(tmp_path / "a.ofx", conta([linha("20261101", "1.00", "A")], moeda="USD"))
    plan = escritorio.services.extratos.plan(path)
    with pytest.raises(RefusedError, match="reais"):
        escritorio.services.extratos.apply(plan)
    assert escritorio.services.extratos.apply(plan, importar_assim_mesmo=True)


@pytest.mark.usefixtures("itau")
def test_undoing_takes_all_lines_away_and_the_file_can_come_again(escritorio: Any, tmp_path: Path) -> None:
    path = ofx(tmp_path / "a.ofx", conta([linha("20261101", "10.00", "PIX A")], saldo=("10.00", "20261101")))
    importar(escritorio, path)
    undo = escritorio.services.extratos.plan_desfazer(1)
    escritorio.services.extratos.desfazer(undo)
    assert escritorio.rows()["extrato_linhas"] == []
    assert not escritorio.services.extratos.plan_desfazer(1).can
    assert importar(escritorio, path).tabs["novos"] == 1


def test_a_file_given_to_the_wrong_account_is_undone_and_given_to_the_right_one(
    escritorio: Any, itau: int, tmp_path: Path
) -> None:
    other = escritorio.convenio("237-400").conta_id
    path = ofx(tmp_path / "a.ofx", conta([linha("20261101", "1.00", "A")], banco="", numero="777"))
    importar(escritorio, path, other)
    escritorio.services.extratos.desfazer(escritorio.services.extratos.plan_desfazer(1))
    assert importar(escritorio, path, itau).tabs["novos"] == 1
    assert [len(gravadas(escritorio, each)) for each in (itau, other)] == [1, 0]


def test_a_later_file_brings_back_what_undoing_an_earlier_one_took(escritorio: Any, itau: int, tmp_path: Path) -> None:
    one, two = linha("20261101", "10.00", "PIX A"), linha("20261102", "20.00", "PIX B")
    first, both = ofx(tmp_path / "a.ofx", conta([one])), ofx(tmp_path / "b.ofx", conta([one, two]))
    importar(escritorio, first)
    importar(escritorio, both)
    escritorio.services.extratos.desfazer(escritorio.services.extratos.plan_desfazer(1))
    assert importar(escritorio, both).tabs["novos"] == 1
    assert [each.valor for each in gravadas(escritorio, itau)] == [10_00, 20_00]


@pytest.mark.usefixtures("itau")
def test_a_preview_that_is_no_longer_true_writes_nothing(escritorio: Any, tmp_path: Path) -> None:
    path = ofx(tmp_path / "a.ofx", conta([linha("20261101", "10.00", "PIX A")]))
    seen = escritorio.services.extratos.plan(path)
    importar(escritorio, ofx(tmp_path / "b.ofx", conta([linha("20261101", "10.00", "PIX A")])))
    before = escritorio.rows()
    with pytest.raises(StalePlanError):
        escritorio.services.extratos.apply(seen)
    assert escritorio.rows() == before


def test_nothing_enters_a_closed_period(escritorio: Any, itau: int, tmp_path: Path) -> None:
    escritorio.services.fechamentos.fechar(itau, date(2026, 11, 10))
    late = escritorio.services.extratos.plan(ofx(tmp_path / "a.ofx", conta([linha("20261110", "1.00", "A")])))
    assert not late.goes
    assert "período fechado" in late.contas[0].problems[0].message
    escritorio.services.fechamentos.reabrir(1, "faltava um lançamento")
    assert escritorio.services.extratos.plan(tmp_path / "a.ofx").goes


@pytest.mark.skipif("FINBANK_GOLDEN" not in os.environ, reason="the banks' own files are not here")
def test_banco_do_brasils_own_file_keeps_its_identical_pair_and_comes_once(escritorio: Any) -> None:
    # seven transactions, of which two are alike to the last character (research of the sample, 2016)
    conta_id = escritorio.convenio("001-400").conta_id
    path = Path(os.environ["FINBANK_GOLDEN"]) / BB
    assert importar(escritorio, path, conta_id).tabs["novos"] == 7
    assert len(gravadas(escritorio, conta_id)) == 7
    assert importar(escritorio, path, conta_id).tabs["novos"] == 0
    assert escritorio.services.extratos.list(ListQuery()).total == 1
