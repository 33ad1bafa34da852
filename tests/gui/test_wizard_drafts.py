"""The steps of the assistants, without a window."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.services import remessa_wizard, retorno_wizard
from finbank_desktop.services.remessa_wizard import RemessaDraft, RemessaStep
from finbank_desktop.services.retorno_wizard import RetornoDraft, RetornoStep


@pytest.fixture
def draft(office: Any) -> RetornoDraft:
    """A draft with one read file that pays two boletos, and one that was refused."""
    boletos = office.issue([10_000, 20_000])
    path = office.retorno([office.paid(boleto) for boleto in boletos])
    made = RetornoDraft().add((path, Path("foto.pdf"), path))
    made = made.change(0, replace(made.arquivos[0], plano=office.services.retornos.plan(path)))
    return made.change(1, replace(made.arquivos[1], recusa="É um PDF."))


def test_a_file_is_taken_once(draft: RetornoDraft) -> None:
    assert [arquivo.caminho.name for arquivo in draft.arquivos] == ["CN201126.RET", "foto.pdf"]


def test_nothing_goes_on_without_a_file() -> None:
    assert retorno_wizard.problems(RetornoStep.ARQUIVOS, RetornoDraft())


def test_an_unread_file_is_waited_for() -> None:
    assert retorno_wizard.problems(RetornoStep.ARQUIVOS, RetornoDraft().add((Path("a.ret"),)))


def test_a_refused_file_does_not_stop_the_others(draft: RetornoDraft) -> None:
    assert retorno_wizard.problems(RetornoStep.ARQUIVOS, draft) == []
    assert retorno_wizard.next_step(RetornoStep.ARQUIVOS, draft) is RetornoStep.CONFERENCIA


def test_only_refused_files_lead_nowhere(draft: RetornoDraft) -> None:
    assert retorno_wizard.problems(RetornoStep.ARQUIVOS, draft.remove(0))


def test_after_the_last_file_comes_the_result(draft: RetornoDraft) -> None:
    done = draft.change(0, replace(draft.arquivos[0], pulado=True))
    assert retorno_wizard.next_step(RetornoStep.CONFERENCIA, done) is RetornoStep.RESULTADO
    assert retorno_wizard.next_step(RetornoStep.RESULTADO, done) is None


def test_the_commit_button_says_verb_and_number(draft: RetornoDraft) -> None:
    plano = draft.arquivos[0].plano
    assert plano is not None
    assert retorno_wizard.commit_label(plano) == "Baixar 2 títulos"
    assert retorno_wizard.commit_label(replace(plano, tabs={"baixas": 180_000})) == "Baixar 180.000 títulos"
    assert retorno_wizard.commit_label(replace(plano, tabs={"baixas": 0, "rejeicoes": 1})) == "Registrar 1 rejeição"
    assert retorno_wizard.commit_label(replace(plano, tabs={"ignorados": 4})) == "Guardar a importação"


def test_a_disagreeing_trailer_wants_the_tick(draft: RetornoDraft) -> None:
    plano = draft.arquivos[0].plano
    assert plano is not None
    odd = draft.change(0, replace(draft.arquivos[0], plano=replace(plano, needs_tick=True)))
    assert "Importar assim mesmo" in retorno_wizard.problems(RetornoStep.CONFERENCIA, odd)[0].message
    known = odd.change(0, replace(odd.arquivos[0], assim_mesmo=True))
    assert retorno_wizard.problems(RetornoStep.CONFERENCIA, known) == []


def test_a_remessa_wants_convenio_titles_and_folder_in_turn(office: Any, tmp_path: Path) -> None:
    draft = RemessaDraft()
    assert remessa_wizard.problems(RemessaStep.CONVENIO, draft)
    office.issue([10_000, 20_000])
    plano = office.services.remessas.plan(office.convenio.id)
    draft = replace(draft, convenio_id=office.convenio.id, plano=plano)
    assert remessa_wizard.problems(RemessaStep.CONVENIO, draft) == []
    assert remessa_wizard.problems(RemessaStep.TITULOS, draft)
    draft = replace(draft, escolhidos=tuple(row.boleto.id for row in plano.going), final=plano)
    assert remessa_wizard.problems(RemessaStep.TITULOS, draft) == []
    assert remessa_wizard.problems(RemessaStep.PASTA, draft)
    assert "olhando a pasta" in remessa_wizard.problems(RemessaStep.PASTA, replace(draft, pasta=tmp_path))[0].message
    for pasta, wrong in ((tmp_path / "sumiu", 1), (tmp_path, 0)):
        found = tuple(office.services.remessas.pasta_problems(plano, pasta))
        looked = replace(draft, pasta=pasta, pasta_problems=found)
        assert len(remessa_wizard.problems(RemessaStep.PASTA, looked)) == wrong


def test_a_remessa_goes_through_four_steps() -> None:
    step: RemessaStep | None = RemessaStep.CONVENIO
    seen = []
    while step is not None:
        seen.append(step)
        step = remessa_wizard.next_step(step, RemessaDraft())
    assert seen == list(RemessaStep)
