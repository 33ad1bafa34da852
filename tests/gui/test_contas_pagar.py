"""*Contas a pagar* in the window: read, entered, approved, locked, corrected; by keyboard on a real database."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from finbank_desktop.domain import codigo_barras
from finbank_desktop.domain.cadastros import Endereco, Pessoa
from finbank_desktop.domain.codigo_barras import to_linha_digitavel
from finbank_desktop.domain.impressao import BoletoImpresso, Parte
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.pagamentos import FormaPagamento, SituacaoPagamento
from finbank_desktop.domain.tributos import TipoTributo
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.dialogs.plan_dialog import PlanDialog
from finbank_desktop.gui.jobs import JobRunner
from finbank_desktop.gui.pages.anexos_dialog import AnexosDialog
from finbank_desktop.gui.pages.aprovacoes_dialog import AprovacoesDialog
from finbank_desktop.gui.pages.cadastros import PessoasPage
from finbank_desktop.gui.pages.conta_pagar_dialog import ContaPagarDialog
from finbank_desktop.gui.pages.contas_pagar import ContasPagarPage
from finbank_desktop.gui.pages.convenios_pagamento import ConveniosPagamentoPage
from finbank_desktop.gui.pages.dda_dialog import DdaDialog
from finbank_desktop.gui.pages.favorecido_dialog import FavorecidoDialog
from finbank_desktop.gui.pages.lidos_dialog import LidosDialog
from finbank_desktop.gui.pages.record_dialog import RecordDialog
from finbank_desktop.gui.settings import Settings
from finbank_desktop.pdf import fichas
from tests.gui.pagar import desk_of, opened, press, reason, run_verb, select, show, tab_to
from tests.unit.services.pagamentos.conftest import Pagadoria
from tests.unit.services.pagamentos.test_dda import dda_file, segment_g

# FEBRABAN's own bill of the specification of arrecadação, as read_linha's example has it
CONTA_DE_LUZ = "846700000017 435900240209 024050002435 842210108119"
VENCE = date(2026, 12, 10)


@pytest.fixture
def pagadoria(tmp_path: Path) -> Iterator[Pagadoria]:
    feita = Pagadoria(tmp_path)
    yield feita
    feita.services.database.close()


@pytest.fixture
def mesa(pagadoria: Pagadoria, runner: JobRunner, settings: Settings) -> Desk:
    return desk_of(pagadoria, runner, settings)


@pytest.fixture
def page(mesa: Desk, qtbot: Any) -> ContasPagarPage:
    made = show(ContasPagarPage(mesa), qtbot)
    assert isinstance(made, ContasPagarPage)
    return made


def new_form(page: ContasPagarPage, qtbot: Any) -> ContaPagarDialog:
    page.activateWindow()
    page.first_focus().setFocus()
    qtbot.waitUntil(lambda: page.first_focus().hasFocus())
    press(qtbot, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = opened(ContaPagarDialog, qtbot, page)
    assert isinstance(dialog, ContaPagarDialog)
    return dialog


def in_sight(dialog: ContaPagarDialog) -> set[str]:
    return {name for name, edit in dialog.fields.edits.items() if not edit.isHidden()}


def contas(pagadoria: Pagadoria) -> list[Any]:
    return list(pagadoria.services.contas_pagar.list(ListQuery()).linhas)


def test_a_scanned_boleto_fills_the_form_and_is_saved_by_keyboard(
    pagadoria: Pagadoria, page: ContasPagarPage, qtbot: Any
) -> None:
    barras = codigo_barras.build(banco="237", vencimento=VENCE, valor=45678, campo_livre="1" * 25).digitos
    dialog = new_form(page, qtbot)
    leitura: Any = dialog.fields.edits["leitura"]
    qtbot.waitUntil(leitura.hasFocus)
    leitura.setText(to_linha_digitavel(barras)[:20])
    press(qtbot, Qt.Key.Key_Return)  # a scanner ends with Enter; what it read is wrong and nothing is saved
    qtbot.waitUntil(lambda: dialog.message.text != "")
    assert contas(pagadoria) == []
    leitura.clear()
    qtbot.keyClicks(leitura, to_linha_digitavel(barras))
    valor: Any = dialog.fields.edits["valor"]
    qtbot.waitUntil(lambda: valor.value() == 45678)
    vencimento: Any = dialog.fields.edits["vencimento"]
    assert vencimento.value() == VENCE
    assert "Boleto do banco 237: R$ 456,78, vence em 10/12/2026" in dialog.message.text
    picker: Any = dialog.fields.edits["pessoa_id"]
    qtbot.waitUntil(picker.hasFocus)
    picker.choose(pagadoria.pessoa.id, "Fornecedor Inventado")
    press(qtbot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(contas(pagadoria)) == 1)
    (row,) = contas(pagadoria)
    salva = pagadoria.services.contas_pagar.get(int(row["id"]))
    assert (salva.forma, salva.codigo_barras, salva.valor) == (FormaPagamento.BOLETO, barras, 45678)


def test_a_bill_says_who_it_is_of_and_the_same_one_twice_is_told(
    pagadoria: Pagadoria, page: ContasPagarPage, qtbot: Any
) -> None:
    dialog = new_form(page, qtbot)
    qtbot.keyClicks(dialog.fields.edits["leitura"], CONTA_DE_LUZ)
    nome: Any = dialog.fields.edits["nome"]
    qtbot.waitUntil(lambda: nome.text() == "Telecomunicações")
    assert "codigo_barras" in in_sight(dialog)
    assert "conta_favorecido_id" not in in_sight(dialog)
    dialog.save()
    qtbot.waitUntil(lambda: len(contas(pagadoria)) == 1)
    again = new_form(page, qtbot)
    qtbot.keyClicks(again.fields.edits["leitura"], CONTA_DE_LUZ)
    qtbot.waitUntil(lambda: "Atenção: já está na conta a pagar 0001" in again.message.text)
    again._sure = True


@pytest.mark.parametrize(
    ("forma", "asked"),
    [
        (None, set()),
        (FormaPagamento.TED, {"conta_favorecido_id"}),
        (FormaPagamento.PIX_CHAVE, {"chave_favorecido_id"}),
        (FormaPagamento.PIX_QR, {"pix_qr", "pix_txid"}),
        (FormaPagamento.BOLETO, {"codigo_barras", "final_nome", "final_documento"}),
        (FormaPagamento.CONCESSIONARIA, {"codigo_barras"}),
    ],
)
def test_the_form_asks_only_for_what_the_form_of_payment_needs(
    page: ContasPagarPage, qtbot: Any, forma: FormaPagamento | None, asked: set[str]
) -> None:
    dialog = new_form(page, qtbot)
    dialog.fields.fill({"forma": forma})
    dependent = {
        *("conta_favorecido_id", "chave_favorecido_id", "pix_qr", "pix_txid", "codigo_barras"),
        *("final_nome", "final_documento", "tributo"),
    }
    assert in_sight(dialog) & dependent == asked
    assert not any(name.startswith(("t_", "v_")) for name in in_sight(dialog))
    dialog._sure = True


def test_the_amount_of_a_guia_is_its_total(pagadoria: Pagadoria, page: ContasPagarPage, qtbot: Any) -> None:
    dialog = new_form(page, qtbot)
    dialog.fields.fill({"forma": FormaPagamento.TRIBUTO, "tributo": TipoTributo.DARF})
    assert {"tributo", "t_periodo_apuracao", "t_multa"} <= in_sight(dialog)
    assert not {"t_competencia", "v_renavam", "t_receita_bruta"} & in_sight(dialog)
    dialog.fields.fill({"t_valor_principal": 10_000, "t_multa": 2_000, "t_juros": 345})
    valor: Any = dialog.fields.edits["valor"]
    assert valor.value() == 12_345
    dialog.fields.fill(
        {
            "nome": "Receita Federal",
            "t_receita": "0220",
            "t_contribuinte_documento": "11.222.333/0001-81",
            "t_contribuinte_nome": "Papelaria Exemplo Ltda",
            "t_periodo_apuracao": date(2026, 10, 31),
            "t_vencimento": date(2026, 11, 30),
        }
    )
    dialog.save()
    qtbot.waitUntil(lambda: len(contas(pagadoria)) == 1)
    salva = pagadoria.services.contas_pagar.get(int(contas(pagadoria)[0]["id"]))
    assert salva.tributo is not None
    assert (salva.tributo.tipo, salva.tributo.total, salva.tributo.contribuinte_documento) == (
        TipoTributo.DARF,
        12_345,
        "11222333000181",
    )
    page.edit_above(salva.id, page)
    again = opened(ContaPagarDialog, qtbot, page)
    assert again.fields.values()["t_multa"] == 2_000
    assert not again.is_changed


def test_contas_are_approved_by_keyboard_and_where_the_money_goes_is_shown(
    pagadoria: Pagadoria, page: ContasPagarPage, qtbot: Any
) -> None:
    feitas = [pagadoria.conta_pagar(100_00), pagadoria.conta_pagar(250_00, forma=FormaPagamento.PIX_CHAVE)]
    page.refresh()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    page.model.mark([conta.id for conta in feitas], on=True)
    page.table.setFocus()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(qtbot, Qt.Key.Key_P, both)
    dialog = opened(PlanDialog, qtbot, page)
    qtbot.waitUntil(lambda: dialog.preview is not None)
    assert dialog.commit_button.text() == "Aprovar 2 pagamentos de R$ 350,00"
    assert "fulana@exemplo.com.br" in dialog.preview.rows[1].remark
    qtbot.waitUntil(dialog.commit_button.hasFocus)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.message.text == "2 contas aprovadas.")
    assert {str(row["situacao"]) for row in contas(pagadoria)} == {"Aprovado"}


def test_what_is_scheduled_is_locked_and_says_why(pagadoria: Pagadoria, page: ContasPagarPage, qtbot: Any) -> None:
    (conta,) = pagadoria.aprovadas(100_00)
    pagadoria.remessa(conta)
    page.refresh()
    select(page, qtbot, lambda row: str(row["situacao"]) == "Agendado")
    why = reason(page, "Editar")
    assert "Agendada na remessa nº 1: até a resposta do banco ela não muda." in why
    press(qtbot, Qt.Key.Key_Return) if page.table.hasFocus() else page.open_row(conta.id)
    assert page.message.text == why
    assert not page.findChildren(ContaPagarDialog)
    assert "cancele a remessa" in reason(page, "Cancelar…")
    qtbot.waitUntil(lambda: page.panel.conta_id == conta.id)
    assert "está agendada na remessa nº 1" in page.panel.locked.text()


def test_two_people_have_to_approve_when_the_empresa_says_so(pagadoria: Pagadoria, mesa: Desk, qtbot: Any) -> None:
    page = show(ConveniosPagamentoPage(mesa), qtbot)
    page.configure()
    dialog = opened(AprovacoesDialog, qtbot, page)
    dialog.group.button(2).setChecked(True)
    tab_to(qtbot, dialog.commit)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.message.text == "Agora duas pessoas aprovam cada pagamento.")
    (conta,) = pagadoria.aprovadas(100_00)
    assert conta.situacao is SituacaoPagamento.EM_ABERTO


def test_a_convenio_is_entered_by_keyboard_and_a_bank_without_payments_is_said(
    pagadoria: Pagadoria, mesa: Desk, qtbot: Any
) -> None:
    page = show(ConveniosPagamentoPage(mesa), qtbot)
    page.edit(0)
    dialog = opened(RecordDialog, qtbot, page)
    assert dialog.fields.values()["conta_id"] == pagadoria.conta.id  # the one account that can pay
    dialog.fields.fill({"descricao": "Salários", "servico": "30", "convenio": "777", "extras": ["parametro = 12"]})
    press(qtbot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    novo = next(
        pagadoria.services.convenios_pagamento.get(int(row["id"]))
        for row in pagadoria.services.convenios_pagamento.list().linhas
        if row["descricao"] == "Salários"
    )
    assert (novo.banco, novo.servico, novo.extras) == ("341", "30", {"parametro": "12"})


def test_accounts_and_keys_of_a_favorecido_are_entered_and_judged(pagadoria: Pagadoria, mesa: Desk, qtbot: Any) -> None:
    pessoas = show(PessoasPage(mesa), qtbot)
    select(pessoas, qtbot, lambda row: row["nome"] == "Fornecedor Inventado")
    pessoas.verbs.buttons["Dados bancários e Pix…"].click()
    dialog = opened(FavorecidoDialog, qtbot, pessoas)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)
    dialog.new_key()
    form = opened(RecordDialog, qtbot, dialog)
    form.fields.fill({"chave": "529.982.247-26", "tipo": "CPF"})  # a wrong digit
    form.save()
    qtbot.waitUntil(lambda: "chave Pix" in form.fields.errors["chave"].text())
    form.fields.fill({"chave": "529.982.247-25"})
    form.save()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 3)
    assert [chave.chave for chave in pagadoria.services.favorecidos.chaves(pagadoria.pessoa.id)] == [
        "fulana@exemplo.com.br",
        "52998224725",
    ]


def test_files_are_attached_saved_and_taken_away(
    pagadoria: Pagadoria, page: ContasPagarPage, qtbot: Any, tmp_path: Path
) -> None:
    conta = pagadoria.conta_pagar(100_00)
    nota = tmp_path / "nota.pdf"
    nota.write_bytes(b"uma nota fiscal")
    page.show_files(conta.id)
    dialog = opened(AnexosDialog, qtbot, page)
    dialog.add([nota])
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1 and dialog.message.text == "nota.pdf anexado.")
    target = tmp_path / "saída"
    target.mkdir()
    dialog.save_to(target)
    qtbot.waitUntil(lambda: "Salvo em" in dialog.message.text)
    assert (target / "nota.pdf").read_bytes() == b"uma nota fiscal"
    dialog.remove_button.click()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 0)


def test_a_boleto_in_a_pdf_is_read_entered_and_attached(
    pagadoria: Pagadoria, page: ContasPagarPage, qtbot: Any, tmp_path: Path
) -> None:
    quem = Parte(nome="Gráfica Exemplo Ltda", documento="45723174000110", endereco=Endereco())
    grafica = pagadoria.services.cadastros.save_pessoa(
        Pessoa(empresa_id=1, codigo="", nome=quem.nome, documento=quem.documento)
    )
    codigo = codigo_barras.build(banco="341", vencimento=VENCE, valor=98_765, campo_livre="2" * 25)
    boleto = BoletoImpresso(
        banco_codigo="341-7",
        banco_nome="Itaú Unibanco",
        linha_digitavel=codigo.linha_digitavel,
        codigo_barras=codigo.digitos,
        local_pagamento="Pagável em qualquer banco",
        beneficiario=quem,
        pagador=Parte(nome="Papelaria Exemplo Ltda", documento="11222333000181", endereco=Endereco()),
        agencia_codigo_beneficiario="0057/12345-7",
        nosso_numero="109/00000001-4",
        numero_documento="NF 1",
        especie="DM",
        aceite="N",
        carteira="109",
        data_documento=date(2026, 11, 20),
        data_processamento=date(2026, 11, 20),
        vencimento=VENCE,
        valor=98_765,
        demonstrativo=(),
        instrucoes=(),
    )
    pdf = tmp_path / "boleto.pdf"
    fichas.render_boletos([boleto], pdf)
    page.read_files([pdf])
    lidos = opened(LidosDialog, qtbot, page)
    qtbot.waitUntil(lambda: lidos.model.rowCount() == 1 and lidos.table.hasFocus())
    press(qtbot, Qt.Key.Key_Return)
    form = opened(ContaPagarDialog, qtbot, lidos)
    picker: Any = form.fields.edits["pessoa_id"]
    assert picker.value() == grafica.id
    form.save()
    qtbot.waitUntil(lambda: lidos.model.row(0)["situacao"] == "Lançado agora")
    (row,) = contas(pagadoria)
    qtbot.waitUntil(lambda: len(pagadoria.services.anexos.list(int(row["id"]))) == 1)
    salva = pagadoria.services.contas_pagar.get(int(row["id"]))
    assert (salva.codigo_barras, salva.valor, salva.vencimento) == (codigo.digitos, 98_765, VENCE)
    lidos.close()


def test_dda_enters_what_is_missing_and_leaves_out_what_nobody_wants(
    pagadoria: Pagadoria, page: ContasPagarPage, qtbot: Any, tmp_path: Path
) -> None:
    path = dda_file(tmp_path, segment_g(1, 10_000), segment_g(2, 20_000, numero=2), soma=30_000)
    page.import_dda(path)
    dialog = opened(DdaDialog, qtbot, page)
    qtbot.waitUntil(lambda: dialog.commit.text() == "Lançar 2 contas")
    assert contas(pagadoria) == []
    dialog.skip_button.click()
    qtbot.waitUntil(lambda: dialog.commit.text() == "Lançar 1 conta")
    tab_to(qtbot, dialog.commit)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.message.text == "DDA importado: 1 conta nova, 0 já estavam aqui.")
    assert [row["a_pagar"] for row in contas(pagadoria)] == [20_000]
    assert [str(row["situacao"]) for row in contas(pagadoria)] == ["Em aberto"]


def test_paid_otherwise_and_taken_back(pagadoria: Pagadoria, page: ContasPagarPage, qtbot: Any) -> None:
    pagadoria.conta_pagar(100_00)
    page.refresh()
    select(page, qtbot, lambda row: str(row["situacao"]) == "Em aberto")
    run_verb(page, "Já foi paga…")
    dialog = opened(PlanDialog, qtbot, page)
    qtbot.waitUntil(lambda: dialog.preview is not None)
    dialog.grid.fill({"data": pagadoria.hoje})
    dialog.plan_anew()
    qtbot.waitUntil(lambda: dialog.preview is not None and dialog.commit_button.isEnabled())
    assert dialog.commit_button.text() == "Dar como paga por R$ 100,00"
    dialog.commit()
    qtbot.waitUntil(lambda: page.message.text == "Conta 0001 paga: R$ 100,00.")
    select(page, qtbot, lambda row: str(row["situacao"]) == "Pago")
    run_verb(page, "Estornar o pagamento…")
    back = opened(PlanDialog, qtbot, page)
    qtbot.waitUntil(lambda: back.preview is not None)
    back.commit()
    qtbot.waitUntil(lambda: [str(row["situacao"]) for row in contas(pagadoria)] == ["Em aberto"])
