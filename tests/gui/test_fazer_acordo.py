"""*Fazer acordo*, driven by keyboard on a real database: what each step said is what was done."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from finbank_desktop.domain.boletos import NoBanco
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.settings import Settings
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.wizards.fazer_acordo import FazerAcordoWizard
from finbank_desktop.services.acordo_wizard import AcordoStep
from finbank_desktop.services.baixas import BaixaManual

TODAY = date.today()  # noqa: DTZ011 - a day as the user counts it


def owed_by_one(office: Any, *, registrar: bool = True) -> list[Any]:
    """Two boletos of the same customer, the first one at the bank."""
    boletos = office.issue([10_000, 20_000, 5_000, 30_000])
    plan = office.services.remessas.plan(office.convenio.id, [boletos[0].id])
    office.services.remessas.apply(plan, office.folder)
    if registrar:
        linha = {"nosso_numero": boletos[0].sequencial, "ocorrencia": 2, "valor_titulo": 10_000}
        office.services.retornos.apply(office.services.retornos.plan(office.retorno([linha])))
    return [boletos[0], boletos[3]]


def opened(desk: Desk, qtbot: Any, **what: Any) -> FazerAcordoWizard:
    wizard = FazerAcordoWizard(None, desk, **what)
    wizard.show()
    wizard.activateWindow()
    qtbot.waitUntil(lambda: wizard.combinado.grid is not None and not wizard.is_busy)
    return wizard


def edit(wizard: FazerAcordoWizard, name: str) -> Any:
    assert wizard.combinado.grid is not None
    return wizard.combinado.grid.form.edits[name]


def enter_key(wizard: FazerAcordoWizard, qtbot: Any) -> None:
    for _step in range(20):
        if wizard.next_button.hasFocus():
            break
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert wizard.next_button.hasFocus()
    qtbot.keyClick(wizard.next_button, Qt.Key.Key_Return)


def leave(wizard: FazerAcordoWizard) -> None:
    wizard._sure = True
    wizard.close()


def test_a_whole_agreement_by_keyboard_does_what_each_step_said(
    office: Any, desk: Desk, qtbot: Any, tmp_path: Path
) -> None:
    boletos = owed_by_one(office)
    services = office.services
    wizard = opened(desk, qtbot, boletos=[b.id for b in boletos])
    assert edit(wizard, "valor").text() == "400,00"
    qtbot.waitUntil(edit(wizard, "valor").hasFocus)
    edit(wizard, "valor").setText("360,00")
    edit(wizard, "quantas").setValue(3)
    edit(wizard, "motivo").setText("desconto combinado")
    antes = services.boletos.list().linhas
    enter_key(wizard, qtbot)
    qtbot.waitUntil(lambda: wizard.step is AcordoStep.PASSOS and not wizard.is_busy)
    assert wizard.next_button.text() == "Fazer acordo em 3 parcelas"
    assert wizard.passos.valor.figure.text() == "R$ 360,00"
    assert wizard.passos.valor.remark.text() == "R$ 40,00 a menos"
    said = wizard.passos.effects()
    assert said[:3] == [
        "NF 0001: Passa a cancelado (acordo); o banco será avisado na próxima remessa.",
        "NF 0004: Passa a cancelado (acordo).",
        "NF 0001: pedido de baixa na remessa.",
    ]
    assert [each.split(",")[0] for each in said[3:6]] == ["R$ 120"] * 3
    assert services.boletos.list().linhas == antes
    wizard.passos.remeter.setChecked(True)
    assert wizard.passos.folder.text() == str(tmp_path)
    enter_key(wizard, qtbot)
    qtbot.waitUntil(lambda: wizard.step is AcordoStep.RESULTADO)
    assert wizard.form.feito is not None
    assert wizard.resultado.title.text() == "Acordo 000001 feito"
    velhos = [services.boletos.get(b.id).boleto for b in boletos]
    assert [b.situacao for b in velhos] == [Situacao.CANCELADO] * 2
    assert [b.no_banco for b in velhos] == [NoBanco.INSTRUCAO_PENDENTE, NoBanco.NAO_ENVIADO]
    (remessa,) = wizard.form.feito.remessas
    titulo = (tmp_path / remessa.arquivo).read_text("latin-1").splitlines()[1]
    assert titulo[108:110] == "02"  # Itaú, CNAB 400, positions 109-110: pedido de baixa
    novas = services.contas_receber.list(ListQuery(busca="AC000001", ordem="vencimento")).linhas
    shown = [f"R$ 120,00, vence em {row['vencimento']:%d/%m/%Y}." for row in novas]
    assert shown == said[3:6]
    assert len(wizard.form.feito.boletos) == 3
    leave(wizard)


def test_a_remessa_the_bank_has_not_seen_is_cancelled_first(office: Any, desk: Desk, qtbot: Any) -> None:
    boletos = owed_by_one(office, registrar=False)
    wizard = opened(desk, qtbot, boletos=[boletos[0].id])
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is AcordoStep.PASSOS and not wizard.is_busy)
    assert wizard.passos.effects()[0] == "Remessa nº 1: 1 boleto volta a não enviado."
    assert wizard.passos.remeter.isHidden() or not wizard.passos.remeter.isVisible()
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is AcordoStep.RESULTADO)
    (remessa,) = office.services.remessas.list(ListQuery()).linhas
    assert str(remessa["situacao"]) == "Cancelada"
    leave(wizard)


def test_what_is_missing_is_said_below_its_field(office: Any, desk: Desk, qtbot: Any) -> None:
    boletos = owed_by_one(office)
    wizard = opened(desk, qtbot, boletos=[boletos[0].id])
    assert wizard.combinado.grid is not None
    errors = wizard.combinado.grid.form.errors
    edit(wizard, "valor").setText("")
    assert errors["valor"].text() == "Diga quanto será pago no acordo."
    assert wizard.next_button.toolTip() == "Diga quanto será pago no acordo."
    edit(wizard, "valor").setText("abc")
    assert errors["valor"].text().startswith("Não é um valor em reais.")
    edit(wizard, "valor").setText("99.999.999,99")
    edit(wizard, "entrada").setText("10,00")
    assert errors["quantas"].text() == "Com entrada são ao menos duas parcelas."
    edit(wizard, "quantas").setValue(2)
    assert wizard.next_button.isEnabled()
    edit(wizard, "primeiro").setText(f"{TODAY - timedelta(days=400):%d/%m/%Y}")
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is AcordoStep.PASSOS and not wizard.is_busy)
    assert wizard.message.text == "Uma parcela vence antes de hoje."
    assert not wizard.next_button.isEnabled()
    wizard.go_back()
    assert str(wizard.step) == "combinado"
    leave(wizard)


def test_two_customers_are_refused_in_words(office: Any, desk: Desk, qtbot: Any) -> None:
    contas = office.bill([10_000, 20_000])
    wizard = opened(desk, qtbot, contas=contas)
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is AcordoStep.PASSOS and not wizard.is_busy)
    assert wizard.message.text == "Um acordo é com um cliente só. Faça um acordo para cada um."
    assert not wizard.next_button.isEnabled()
    leave(wizard)


def test_what_is_already_paid_stays_out_and_is_said(office: Any, desk: Desk, qtbot: Any) -> None:
    contas = office.bill([10_000, 20_000, 5_000, 30_000])
    services = office.services
    services.operacoes.apply(services.baixas.plan_conta(contas[0], BaixaManual(data=TODAY, valor_pago=10_000)))
    wizard = opened(desk, qtbot, contas=[contas[0], contas[3]])
    assert wizard.form.contas == (contas[3],)
    assert wizard.message.text == "1 do que foi escolhido já não está em aberto e fica de fora."
    leave(wizard)


def test_when_the_books_moved_nothing_is_done_and_what_changed_is_said(office: Any, desk: Desk, qtbot: Any) -> None:
    boletos = owed_by_one(office)
    services = office.services
    wizard = opened(desk, qtbot, boletos=[b.id for b in boletos])
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is AcordoStep.PASSOS and not wizard.is_busy)
    services.operacoes.apply(services.boletos_vida.plan_cancelar([boletos[1].id]))
    wizard.go_on()
    qtbot.waitUntil(lambda: "Mudou: Cancelar os boletos" in wizard.message.text)
    assert services.boletos.get(boletos[0].id).boleto.situacao is Situacao.EM_ABERTO
    qtbot.waitUntil(lambda: not wizard.is_busy)
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.step is AcordoStep.RESULTADO)
    leave(wizard)


@pytest.mark.parametrize("percent", [100, 200])
def test_every_step_is_readable_at_any_size_of_text(
    office: Any, desk: Desk, settings: Settings, qtbot: Any, percent: int
) -> None:
    boletos = owed_by_one(office)
    settings.escala = percent
    theme.apply(settings)
    try:
        wizard = opened(desk, qtbot, boletos=[b.id for b in boletos])
        wizard.go_on()
        qtbot.waitUntil(lambda: wizard.step is AcordoStep.PASSOS and not wizard.is_busy)
        qtbot.waitUntil(lambda: wizard.next_button.width() >= wizard.next_button.sizeHint().width())
        assert len(wizard.passos.effects()) == 5
        leave(wizard)
    finally:
        settings.escala = 100
        theme.apply(settings)
