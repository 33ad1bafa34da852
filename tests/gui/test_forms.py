"""The forms of the cadastros: understood as typed, judged beside the field, never lost by accident."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.lifetimes import is_alive
from finbank_desktop.gui.pages.cadastros import CadastroPage, ContasPage, ConveniosPage, EmpresasPage, PessoasPage
from finbank_desktop.gui.pages.contas_receber import ContasReceberPage
from finbank_desktop.gui.pages.record_dialog import RecordDialog
from finbank_desktop.gui.widgets.edits import DateEdit, DocumentoEdit, MoneyEdit


def open_form(page: Any, verb: str, qtbot: Any) -> RecordDialog:
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.model.is_loaded)
    page.verbs.buttons[verb].click()
    qtbot.waitUntil(lambda: bool(page.findChildren(RecordDialog)))
    dialog: RecordDialog = page.findChildren(RecordDialog)[-1]
    return dialog


def fill(dialog: RecordDialog, **values: Any) -> None:
    dialog.fields.fill(values)


def leave(edit: QLineEdit) -> None:
    QApplication.sendEvent(edit, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))


@pytest.mark.parametrize(
    ("typed", "value", "shown"),
    [("1234,5", 123450, "1.234,50"), ("99.999.999,99", 9_999_999_999, "99.999.999,99"), ("R$ 10", 1000, "10,00")],
)
def test_amounts_are_understood_as_people_type_them(qtbot: Any, typed: str, value: int, shown: str) -> None:
    edit = MoneyEdit()
    qtbot.addWidget(edit)
    qtbot.keyClicks(edit, typed)
    leave(edit)
    assert (edit.value(), edit.text(), edit.problem()) == (value, shown, "")


def test_what_is_no_amount_is_said(qtbot: Any) -> None:
    edit = MoneyEdit()
    qtbot.addWidget(edit)
    qtbot.keyClicks(edit, "1.23")
    assert edit.value() is None
    assert "1.234,56" in edit.problem()


# 12.ABC.345/01DE-35 is the Receita Federal's own example of a CNPJ with letters (Perguntas e respostas, 2024)
@pytest.mark.parametrize(
    ("typed", "value", "shown"),
    [
        ("12abc34501de35", "12ABC34501DE35", "12.ABC.345/01DE-35"),
        ("529.982.247-25", "52998224725", "529.982.247-25"),
        ("11222333000181", "11222333000181", "11.222.333/0001-81"),
    ],
)
def test_documents_keep_their_letters(qtbot: Any, typed: str, value: str, shown: str) -> None:
    edit = DocumentoEdit()
    qtbot.addWidget(edit)
    qtbot.keyClicks(edit, typed)
    leave(edit)
    assert (edit.value(), edit.text()) == (value, shown)


@pytest.mark.parametrize("typed", ["31122026", "31/12/2026", "31/12/26", "31-12-2026"])
def test_dates_are_understood_as_people_type_them(qtbot: Any, typed: str) -> None:
    edit = DateEdit()
    qtbot.addWidget(edit)
    qtbot.keyClicks(edit, typed)
    assert edit.value() == date(2026, 12, 31)


def test_arrow_keys_move_a_date(qtbot: Any) -> None:
    edit = DateEdit()
    qtbot.addWidget(edit)
    edit.set_value(date(2026, 12, 31))
    qtbot.keyClick(edit, Qt.Key.Key_Up)
    assert edit.text() == "01/01/2027"
    qtbot.keyClick(edit, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == "01/12/2026"
    qtbot.keyClicks(edit, "x")
    assert edit.problem()


def test_a_wrong_field_is_said_below_it_and_gets_the_cursor(desk: Desk, qtbot: Any) -> None:
    dialog = open_form(PessoasPage(desk), "Nova pessoa", qtbot)
    fill(dialog, nome="Cliente Exemplo Ltda", documento="11222333000182")
    dialog.save_button.click()
    error = dialog.fields.errors["documento"]
    qtbot.waitUntil(lambda: not error.isHidden())
    assert error.text()
    qtbot.waitUntil(dialog.fields.edits["documento"].hasFocus)
    assert dialog.isVisible()
    dialog._sure = True
    dialog.close()


def test_a_pessoa_is_saved_and_the_list_shows_it(office: Any, desk: Desk, qtbot: Any) -> None:
    page = PessoasPage(desk)
    dialog = open_form(page, "Nova pessoa", qtbot)
    fill(dialog, nome="Padaria Amostra", documento="12ABC34501DE35", cep="01001-000", uf="sp")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    row = office.services.cadastros.list_pessoas(ListQuery()).linhas[0]
    saved = office.services.cadastros.get_pessoa(row["id"])
    assert (saved.nome, saved.documento, saved.endereco.cep, saved.endereco.uf, saved.codigo) == (
        *("Padaria Amostra", "12ABC34501DE35", "01001000", "SP", "0001"),
    )


def test_conta_and_convenio_are_entered_one_after_the_other(office: Any, desk: Desk, qtbot: Any) -> None:
    dialog = open_form(ContasPage(desk), "Nova conta", qtbot)
    fill(dialog, descricao="Itaú matriz", banco="341", agencia="0057", conta="12345", conta_dv="7")
    with qtbot.waitSignal(dialog.accepted):
        dialog.save_button.click()
    conta = office.services.cadastros.list_contas(ListQuery()).linhas[0]
    dialog = open_form(ConveniosPage(desk), "Novo convênio", qtbot)
    fill(dialog, descricao="Carteira 109", conta_id=conta["id"], carteira="109", multa_tipo="percentual", multa=200)
    fill(dialog, instrucoes=["Não receber após o vencimento"], protesto_dias=-1)
    with qtbot.waitSignal(dialog.accepted):
        dialog.save_button.click()
    row = office.services.cadastros.list_convenios(ListQuery()).linhas[0]
    saved = office.services.cadastros.get_convenio(row["id"])
    assert (saved.banco, saved.encargos.multa, saved.encargos.protesto_dias) == ("341", 200, None)
    assert saved.instrucoes == ("Não receber após o vencimento",)


def test_saving_again_without_a_change_changes_nothing(office: Any, desk: Desk, qtbot: Any) -> None:
    office.open_bank()
    page = ConveniosPage(desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.model.is_loaded)
    page.open_row(office.convenio.id)
    qtbot.waitUntil(lambda: bool(page.findChildren(RecordDialog)))
    dialog = page.findChildren(RecordDialog)[-1]
    assert not dialog.is_changed
    assert dialog.record.build(dialog.fields.values()) == office.services.cadastros.get_convenio(office.convenio.id)
    dialog.close()


def test_a_conta_a_receber_finds_its_client_while_one_types(office: Any, desk: Desk, qtbot: Any) -> None:
    office.bill([10_000])
    page = ContasReceberPage(desk)
    dialog = open_form(page, "Nova conta", qtbot)
    picker: Any = dialog.fields.edits["pessoa_id"]
    picker.setFocus()
    qtbot.keyClicks(picker, "Padaria")
    qtbot.waitUntil(lambda: len(picker._found) == 1)
    picker._take(next(iter(picker._found)))
    assert dialog.fields.edits["convenio_id"].currentData() == office.convenio.id  # type: ignore[attr-defined] # a box
    fill(dialog, documento="NF 77", valor=12_345)
    with qtbot.waitSignal(dialog.accepted):
        dialog.save_button.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)


def test_half_a_date_is_said_and_nothing_is_saved(office: Any, desk: Desk, qtbot: Any) -> None:
    page = ContasReceberPage(desk)
    dialog = open_form(page, "Nova conta", qtbot)
    edit: Any = dialog.fields.edits["vencimento"]
    edit.setText("31/02/2026")
    dialog.save_button.click()
    assert "31/12/2026" in dialog.fields.errors["vencimento"].text()
    assert not office.services.contas_receber.list(ListQuery()).total
    dialog._sure = True
    dialog.close()


def test_esc_asks_only_when_something_was_typed(desk: Desk, qtbot: Any, asked: list[QMessageBox]) -> None:
    page: CadastroPage = EmpresasPage(desk)
    dialog = open_form(page, "Nova empresa", qtbot)
    fill(dialog, razao_social="Empresa")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert asked
    assert dialog.isVisible()
    fill(dialog, razao_social="")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not is_alive(dialog) or not dialog.isVisible())
