"""Retornos that must not settle anything by themselves: each is refused, or lands in a named tab with a sentence."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.wizards.importar_retorno import ImportarRetornoWizard
from finbank_desktop.services.retorno_wizard import TITULOS_ABAS

HOJE = date(2026, 11, 20)
Show = Callable[[Path], ImportarRetornoWizard]


@pytest.fixture
def preview(desk: Desk, qtbot: Any) -> Any:
    made: list[ImportarRetornoWizard] = []

    def show(path: Path) -> ImportarRetornoWizard:
        wizard = ImportarRetornoWizard(None, desk)
        made.append(wizard)
        wizard.show()
        wizard.add([path])
        qtbot.waitUntil(
            lambda: not wizard.is_busy and all(each.plano or each.recusa for each in wizard.draft.arquivos),
            timeout=10_000,
        )
        wizard.go_on()
        return wizard

    yield show
    for wizard in made:
        wizard._sure = True
        wizard.close()


def said(wizard: ImportarRetornoWizard, aba: str) -> str:
    """Return the sentence below the only row of a tab, which must be the only one that has rows."""
    tabs = wizard.conferencia.tabs
    with_rows = [tabs.tabText(at) for at in range(tabs.count()) if tabs.isTabEnabled(at)]
    assert with_rows == [f"{TITULOS_ABAS[aba]} (1)"]
    assert wizard.next_button.text() == "Guardar a importação"
    return wizard.conferencia.effect.text()


def test_another_companys_file_is_refused_by_name(office: Any, preview: Show) -> None:
    (boleto,) = office.issue([10_000])
    path = office.retorno([office.paid(boleto)])
    other = path.read_bytes().replace(b"12345", b"99345")
    path.write_bytes(other)
    wizard = preview(path)
    assert "nenhum convênio" in wizard.draft.arquivos[0].recusa.lower()
    assert not wizard.next_button.isEnabled()
    assert office.situacoes() == ["Em aberto"]


def test_a_trailer_that_disagrees_is_said_in_red_and_wants_the_tick(office: Any, preview: Show) -> None:
    (boleto,) = office.issue([10_000])
    wizard = preview(office.retorno([office.paid(boleto)], quantidade=7))
    assert wizard.conferencia.notice.text.startswith("Os totais no fim do arquivo não conferem")
    assert wizard.conferencia.trailer.figure.text() == "Não conferem"
    assert not wizard.next_button.isEnabled()


def test_paid_after_it_was_cancelled_waits_in_conferir(office: Any, preview: Show) -> None:
    (boleto,) = office.issue([10_000])
    services = office.services
    services.operacoes.apply(services.boletos_vida.plan_cancelar([boleto.id]))
    assert "mas aqui o boleto está cancelado" in said(preview(office.retorno([office.paid(boleto)])), "conferir")


def test_a_payment_of_nothing_waits_in_conferir(office: Any, preview: Show) -> None:
    (boleto,) = office.issue([10_000])
    path = office.retorno([office.paid(boleto, valor_lancado=0)])
    assert "com o valor de R$ 0,00" in said(preview(path), "conferir")


def test_a_date_that_has_not_come_waits_in_conferir(office: Any, preview: Show) -> None:
    (boleto,) = office.issue([10_000])
    path = office.retorno([office.paid(boleto, data_ocorrencia=HOJE + timedelta(days=40))])
    assert "a data ainda não chegou" in said(preview(path), "conferir")


def test_a_number_of_two_titles_waits_in_conferir(office: Any, preview: Show) -> None:
    (boleto,) = office.issue([10_000])
    twin = replace(
        office.convenio, id=0, versao=0, codigo="", descricao="Itaú carteira 175", carteira="175", proxima_remessa=1
    )
    office.convenio = office.services.cadastros.save_convenio(replace(twin, proximo_nosso_numero=1))
    (other,) = office.issue([10_000])
    assert other.sequencial == boleto.sequencial
    path = office.retorno([office.paid(boleto, carteira_numero=0, vencimento=None)])
    assert "é de mais de um boleto" in said(preview(path), "conferir")
    assert office.situacoes() == ["Em aberto", "Em aberto"]
