"""*Registro por API* and *Contas de API* by keyboard, against a bank for tests that remembers what it was asked."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLineEdit, QMessageBox

from finbank_desktop.domain.boletos import NoBanco
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.registro import Ambiente, CertificadoApi, EstadoRegistro, TipoFalha
from finbank_desktop.gui import destinations
from finbank_desktop.gui.dialogs.comunicar import ComunicarDialog
from finbank_desktop.gui.dialogs.conta_api import ContaApiDialog
from finbank_desktop.gui.dialogs.pedidos_api import PedidosApiDialog
from finbank_desktop.gui.dialogs.registro_historico import HistoricoDialog
from finbank_desktop.gui.dialogs.site_do_banco import SiteDoBancoDialog
from finbank_desktop.gui.main_window import MainWindow
from finbank_desktop.gui.pages.record_dialog import RecordDialog
from finbank_desktop.gui.pages.registro_titulo import pessoa_field, save_bank_pdf
from finbank_desktop.gui.pages.registros import RegistrosPage
from finbank_desktop.gui.widgets.filter_bar import Opcao
from finbank_desktop.gui.wizards.consultar_pagamentos import ConsultarPagamentosWizard
from finbank_desktop.services.registros.controle import Controle
from finbank_desktop.services.registros.modelo import Andamento, ResultadoRodada
from finbank_desktop.services.retorno_wizard import RetornoStep
from tests.banco_de_provas.autoridade import SENHA_PFX
from tests.banco_de_provas.processo import BancoDeProvas
from tests.gui import escritorio_api as api
from tests.gui.conftest import HOJE, Office

Open = Callable[[], MainWindow]


@pytest.fixture
def banco(tmp_path: Path) -> Iterator[BancoDeProvas]:
    with api.banco(tmp_path, HOJE) as made:
        yield made


@pytest.fixture
def por_api(office: Office, banco: BancoDeProvas) -> Office:
    api.join(office, banco, HOJE)
    return office


def shown(window: MainWindow, qtbot: Any, kind: type[QDialog]) -> Any:
    """The dialog of *kind* that is open, once it is."""
    found: list[QDialog] = []

    def came() -> bool:
        found[:] = [each for each in window.findChildren(kind) if each.isVisible()]
        return bool(found)

    qtbot.waitUntil(came)
    return found[-1]


def registros_of(window: MainWindow, qtbot: Any) -> RegistrosPage:
    window.go("registros")
    page = window.page("registros")
    assert isinstance(page, RegistrosPage)
    qtbot.waitUntil(lambda: page.model.is_loaded and window.runner.wait(0))
    return page


def run(page: RegistrosPage, window: MainWindow, qtbot: Any) -> None:
    """Press Ctrl+G, look at the preview, press Enter, and wait for the end."""
    qtbot.keyClick(page.first_focus(), Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    dialog = shown(window, qtbot, ComunicarDialog)
    qtbot.keyClick(dialog.commit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.execucao.is_running, timeout=20_000)
    page.painel.show_now()


def test_emissao_de_boletos_leads_to_printing_and_to_the_api(open_window: Open) -> None:
    window = open_window()
    words = "emissão de boletos"
    found = {each.title for each in destinations.places(window) if words in f"{each.title} {each.words}".casefold()}
    assert {"Boletos", "Registro por API"} <= found


def test_the_whole_flow_by_keyboard_leaves_exactly_one_title_of_each_at_the_bank(
    por_api: Office, banco: BancoDeProvas, open_window: Open, qtbot: Any
) -> None:
    por_api.issue([100_00 + n for n in range(5)])
    window = open_window()
    page = registros_of(window, qtbot)
    assert [*page.filters.filtros] == ["comunicado", "aberto"]
    assert page.model.rowCount() == 5

    run(page, window, qtbot)

    assert api.results(por_api) == ["Registrado"] * 5
    assert banco.resumo()["titulos"] == 5
    assert page.painel.sentence.text() == "Terminado · 5 de 5 títulos registrados · 0 pendentes"
    assert page.painel.close_button.isEnabled()
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)  # Comunicado: Não
    window.go("inicio")
    window.go("registros")
    qtbot.keyClick(page.painel.close_button, Qt.Key.Key_Space)
    assert page.painel.isHidden()


def test_titles_are_filtered_by_the_carteiras_id_and_by_the_rest(
    por_api: Office, open_window: Open, qtbot: Any
) -> None:
    boletos = por_api.issue([50_00, 500_00, 5_000_00])
    api_convenio = por_api.convenio
    assert api_convenio is not None
    por_api.open_bank()
    por_api.issue([70_00])  # of a convênio that sends remessas: none of this page's business
    window = open_window()
    page = registros_of(window, qtbot)
    qtbot.waitUntil(lambda: bool(page._carteiras) and bool(page._filiais))
    (carteira,) = page._carteiras
    assert carteira.texto == f"{api_convenio.codigo} · Sicredi por API (Sicredi)"

    def left(**chosen: Opcao) -> set[int]:
        page.filter_by(chosen)
        qtbot.waitUntil(lambda: window.runner.wait(0))
        qtbot.wait(30)
        return {int((page.model.row(at) or {"id": 0})["id"]) for at in range(page.model.rowCount())}

    first, second, third = (boleto.id for boleto in boletos)
    assert left(convenio_id=carteira) == {first, second, third}
    assert left(comunicado=Opcao("Sim", valor=True)) == set()
    assert left(impresso=Opcao("Não", valor=False)) == {first, second, third}
    assert left(impresso=Opcao("Sim", valor=True)) == set()
    assert left(valor=Opcao("de R$ 100 a R$ 1.000", (100_00, 1_000_00))) == {second}
    due = boletos[2].vencimento
    assert left(vencimento=Opcao("um dia", (due, due))) == {third}
    assert left(emissao=Opcao("ontem", (None, HOJE - timedelta(days=1)))) == set()
    assert left(situacao=Opcao("Cancelado", "Cancelado")) == set()
    here = {boleto.id for boleto in boletos if boleto.filial_id == page._filiais[0].valor}
    assert left(filial_id=page._filiais[0]) == here
    page.filters.set_filters({}, "amostra")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)


def test_an_account_that_lacks_something_keeps_all_back_and_is_one_click_away(
    por_api: Office, banco: BancoDeProvas, open_window: Open, qtbot: Any
) -> None:
    por_api.issue([100_00])
    (info,) = por_api.services.registros.contas.list()
    por_api.services.registros.contas.save(info.conta, {"api_key": ""})
    window = open_window()
    window.go("boletos")
    boletos: Any = window.page("boletos")
    qtbot.keyClick(boletos.table, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert window.current == "registros"
    page = registros_of(window, qtbot)
    page.communicate()
    dialog = shown(window, qtbot, ComunicarDialog)
    assert dialog.notice.text == "Falta: Chave x-api-key. Complete a conta de API do convênio."
    assert not dialog.commit.isEnabled()
    assert dialog.tabs.tabText(1) == "Ficam (1)"
    assert dialog.tabs.widget(1).model().row(0)["efeito"] == "Fica de fora: Falta: Chave x-api-key."
    dialog.notice._act()
    assert window.current == "contas-api"
    assert banco.resumo()["titulos"] == 0


def test_lost_answers_are_looked_up_and_never_sent_twice(
    por_api: Office, banco: BancoDeProvas, open_window: Open, qtbot: Any
) -> None:
    por_api.issue([100_00 + n for n in range(6)])
    banco.ask("plano", semente=3, registrar=0.6, faltas_registrar=["cai_depois", "erro_depois", "cai_antes"], cala=1.5)
    window = open_window()
    page = registros_of(window, qtbot)

    run(page, window, qtbot)
    for _again in range(4):
        if page.execucao.pendentes:
            qtbot.keyClick(page.painel.first_focus(), Qt.Key.Key_Space)
            dialog = shown(window, qtbot, ComunicarDialog)
            qtbot.keyClick(dialog.commit, Qt.Key.Key_Return)
            qtbot.waitUntil(lambda: not page.execucao.is_running, timeout=20_000)

    resumo = banco.resumo()
    assert resumo["registrar_com_falta"] > 0
    assert (resumo["titulos"], resumo["repetidas"]) == (6, {})
    assert api.results(por_api) == ["Registrado"] * 6


def told(estado: EstadoRegistro, tipo: TipoFalha | None, boleto_id: int, **mais: str) -> Andamento:
    return Andamento(
        boleto_id=boleto_id,
        codigo=f"{boleto_id:06d}",
        numero_documento=f"NF {boleto_id}",
        cliente="Cliente Exemplo Ltda",
        resultado=estado,
        tipo=tipo,
        **mais,  # type: ignore[arg-type] # texts only
    )


@pytest.fixture
def four_kinds(por_api: Office, monkeypatch: pytest.MonkeyPatch) -> list[list[int]]:
    """A run in which one title of five is registered and each other one fails in its own way; the plans' boletos."""
    por_api.issue([100_00 + n for n in range(5)])
    planned: list[list[int]] = []

    def play(plan: Any, watcher: Any, *, controle: Any, ouvir: Any) -> ResultadoRodada:
        del controle
        ids = [row.boleto_id for row in plan.going]
        planned.append(ids)
        kinds = [
            (EstadoRegistro.REGISTRADO, None, {}),
            (
                EstadoRegistro.REJEITADO,
                TipoFalha.DADOS,
                {"mensagem": "cep: inválido", "campo": "pagador.endereco.cep", "sugestao": "Corrija o CEP."},
            ),
            (EstadoRegistro.PLANEJADO, TipoFalha.INSTABILIDADE, {"mensagem": "O banco não respondeu."}),
            (EstadoRegistro.DESCONHECIDO, TipoFalha.DESCONHECIDO, {"mensagem": "A resposta se perdeu."}),
            (EstadoRegistro.CONFLITO, TipoFalha.JA_REGISTRADO, {"mensagem": "Nosso número já cadastrado."}),
        ]
        said = [told(estado, tipo, row, **mais) for row, (estado, tipo, mais) in zip(ids, kinds, strict=False)]
        for number, each in enumerate(said):
            watcher.report(number, len(said), "Comunicando")
            ouvir(each)
        return ResultadoRodada(andamentos=said)

    monkeypatch.setattr(por_api.services.registros, "run", play)
    return planned


def test_four_kinds_of_trouble_stand_beside_each_title_and_only_what_failed_is_done_again(
    four_kinds: list[list[int]], open_window: Open, qtbot: Any
) -> None:
    window = open_window()
    page = registros_of(window, qtbot)
    run(page, window, qtbot)

    titles = [coluna.titulo for coluna in page.painel.model.colunas]
    assert titles[:5] == ["ID da cobrança", "Cliente", "Resultado", "Mensagem da API", "Tipo"]
    model = page.painel.model
    kinds = [str(model.row(at)["tipo"]) for at in range(5)]
    assert kinds == ["", "Dados", "Instabilidade", "Desconhecido", "Já registrado"]
    assert "4 pendentes" in page.painel.sentence.text()
    assert not page.painel.close_button.isEnabled()
    assert page.painel.close_button.toolTip() == "Ainda há 4 pendentes."
    assert page.execucao.incertos == [four_kinds[0][3]]

    page.painel.redo_button.click()
    dialog = shown(window, qtbot, ComunicarDialog)
    assert [row.boleto_id for plano in dialog.going for row in plano.going] == four_kinds[0][1:3]
    dialog.close()


@pytest.mark.usefixtures("four_kinds")
def test_enter_opens_the_customer_at_the_field_the_api_complains_of(
    open_window: Open, qtbot: Any, asked: list[QMessageBox]
) -> None:
    window = open_window()
    page = registros_of(window, qtbot)
    run(page, window, qtbot)
    page.painel.table.setCurrentIndex(page.painel.model.index(1, 0))
    qtbot.keyClick(page.painel.table, Qt.Key.Key_Return)
    dialog = shown(window, qtbot, RecordDialog)
    qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.fields.edits["cep"])
    assert dialog.message.text == "cep: inválido. Corrija o CEP."
    dialog.close()
    assert asked == []


def test_a_title_nobody_knows_of_waits_for_a_persons_word(
    por_api: Office, banco: BancoDeProvas, open_window: Open, qtbot: Any
) -> None:
    (boleto,) = por_api.issue([100_00])
    registros = por_api.services.registros
    assert por_api.convenio is not None

    def lose(fault: str) -> None:
        """Send the title, lose the answer, and stop before the bank is asked for it."""
        banco.ask("plano", registrar=1.0, seguidas=99, faltas_registrar=[fault])
        controle = Controle()
        plano = registros.plan(por_api.convenio.id)  # type: ignore[union-attr] # there is one
        registros.run(plano, controle=controle, ouvir=lambda _um: controle.parar())
        assert api.results(por_api) == ["Sem resposta certa"]

    lose("erro_antes")
    window = open_window()
    page = registros_of(window, qtbot)
    page.ask_person([boleto.id])
    dialog = shown(window, qtbot, SiteDoBancoDialog)
    qtbot.waitUntil(dialog.no_button.isEnabled)
    assert f"{boleto.id:06d}" in dialog.facts.text()
    qtbot.keyClick(dialog.no_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: api.results(por_api) == ["A comunicar"])

    lose("erro_depois")
    qtbot.waitUntil(lambda: window.runner.wait(0))
    page.ask_person([boleto.id])
    dialog = shown(window, qtbot, SiteDoBancoDialog)
    qtbot.waitUntil(dialog.yes_button.isEnabled)
    qtbot.keyClick(dialog.yes_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: api.results(por_api) == ["Registrado"])
    assert por_api.services.boletos.get(boleto.id).boleto.no_banco is NoBanco.REGISTRADO_POR_API

    HistoricoDialog(window, window.desk, boleto.id).open()  # type: ignore[arg-type] # it is open
    history = shown(window, qtbot, HistoricoDialog)
    qtbot.waitUntil(lambda: bool(history.findChildren(QDialog)) or history.body.count() > 0)
    assert len(registros.get(boleto.id).tentativas) >= 4
    history.close()


def test_a_run_is_paused_gone_on_with_and_stopped_while_other_pages_are_used(
    por_api: Office, banco: BancoDeProvas, open_window: Open, qtbot: Any
) -> None:
    por_api.issue([100_00 + n for n in range(30)])
    window = open_window()
    page = registros_of(window, qtbot)
    page.communicate()
    dialog = shown(window, qtbot, ComunicarDialog)
    assert dialog.commit.text() == "Comunicar 30 boletos · R$ 3.004,35"
    dialog.commit.click()
    qtbot.waitUntil(lambda: bool(page.execucao.ids(EstadoRegistro.REGISTRADO)), timeout=10_000)
    page.painel.pause_button.click()
    assert page.painel.pause_button.text() == "&Continuar"
    window.go("boletos")
    assert window.current == "boletos"
    qtbot.wait(600)  # what was under way ends
    stood = banco.resumo()["titulos"]
    assert stood < 30
    qtbot.wait(400)
    assert banco.resumo()["titulos"] == stood
    page.execucao.resume()
    qtbot.waitUntil(lambda: banco.resumo()["titulos"] > stood, timeout=10_000)
    page.execucao.stop()
    qtbot.waitUntil(lambda: not page.execucao.is_running, timeout=20_000)
    assert page.execucao.parou.startswith("Parado por você")
    feitos = len(page.execucao.ids(EstadoRegistro.REGISTRADO))
    assert banco.resumo()["titulos"] == feitos
    window.go("registros")
    page.painel.show_now()
    page.painel.redo_button.click()
    dialog = shown(window, qtbot, ComunicarDialog)
    assert len(dialog.going[0].going) == 30 - feitos
    dialog.commit.click()
    qtbot.waitUntil(lambda: not page.execucao.pendentes and not page.execucao.is_running, timeout=20_000)
    assert (banco.resumo()["titulos"], banco.resumo()["repetidas"]) == (30, {})


def test_what_the_bank_says_was_paid_is_settled_by_the_preview_of_a_retorno_and_only_once(
    por_api: Office, banco: BancoDeProvas, open_window: Open, qtbot: Any
) -> None:
    pago, _aberto = por_api.issue([100_00, 200_00])
    registros = por_api.services.registros
    assert por_api.convenio is not None
    registros.run(registros.plan(por_api.convenio.id))
    (titulo,) = [each for each in banco.titulos() if each["valor"] == 100_00]
    banco.pagar(id=titulo["id"], em=HOJE.isoformat())
    window = open_window()
    registros_of(window, qtbot)

    for expected in ("Baixar 1 título", ""):
        wizard = ConsultarPagamentosWizard(window, window.desk)  # type: ignore[arg-type] # it is open
        wizard.open()
        qtbot.waitUntil(lambda asking=wizard: asking.pergunta.model.rowCount() == 1)
        wizard.pergunta.grid.fill({"de": HOJE, "ate": HOJE})
        qtbot.keyClick(wizard.next_button, Qt.Key.Key_Return)
        qtbot.waitUntil(
            lambda asking=wizard: (
                bool(asking.draft.arquivos)
                and not asking.is_busy
                and all(each.plano or each.recusa for each in asking.draft.arquivos)
            ),
            timeout=10_000,
        )
        if not expected:
            assert wizard.draft.arquivos[0].recusa == "Nada de novo neste período."
            assert wizard.next_button.text() == "Consultar"
            wizard.close()
            continue
        qtbot.keyClick(wizard.next_button, Qt.Key.Key_Return)
        assert wizard.step is RetornoStep.CONFERENCIA
        assert wizard.next_button.text() == expected
        qtbot.keyClick(wizard.next_button, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda asking=wizard: asking.step is RetornoStep.RESULTADO)
        wizard.close()

    situacoes = {row["id"]: str(row["situacao"]) for row in por_api.services.boletos.list(ListQuery()).linhas}
    assert situacoes[pago.id] == "Baixado"
    assert sorted(situacoes.values()) == ["Baixado", "Em aberto"]


def test_instructions_go_by_api_and_the_banks_own_page_is_saved(
    por_api: Office, banco: BancoDeProvas, open_window: Open, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (boleto,) = por_api.issue([100_00])
    services, registros = por_api.services, por_api.services.registros
    assert por_api.convenio is not None
    registros.run(registros.plan(por_api.convenio.id))
    services.operacoes.apply(services.comandos.plan([boleto.id], Comando.BAIXAR))
    window = open_window()
    page = registros_of(window, qtbot)

    target = por_api.folder / "banco.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    save_bank_pdf(page, page.desk, boleto.id, page.message)
    qtbot.waitUntil(target.exists, timeout=10_000)
    assert target.read_bytes().startswith(b"%PDF")

    PedidosApiDialog(window, page.desk).open()
    dialog = shown(window, qtbot, PedidosApiDialog)
    qtbot.waitUntil(dialog.commit.isEnabled)
    assert dialog.commit.text() == "Enviar 1 instrução"
    qtbot.keyClick(dialog.commit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "1 instrução aceita pelo banco." in dialog.message.text, timeout=10_000)
    (titulo,) = banco.titulos()
    assert titulo["estado"] == "baixado"
    dialog.close()


def test_an_account_is_entered_tried_and_shown_with_its_certificate(
    por_api: Office, banco: BancoDeProvas, open_window: Open, qtbot: Any
) -> None:
    window = open_window()
    window.go("contas-api")
    page: Any = window.page("contas-api")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    page.edit(int(page.model.row(0)["id"]))
    dialog = shown(window, qtbot, ContaApiDialog)
    qtbot.waitUntil(lambda: dialog.own is not None)
    assert dialog.ambiente.text.startswith("Ambiente: Homologação.")
    segredo = dialog.own.form.edits["x_api_key"]
    assert isinstance(segredo, QLineEdit)
    assert (segredo.echoMode(), segredo.placeholderText()) == (QLineEdit.EchoMode.Password, "já guardado")
    qtbot.keyClick(dialog.test_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "chaves e permissões valem" in dialog.message.text, timeout=10_000)

    segredo = dialog.own.form.edits["x_api_key"]  # asked for anew, as it is kept
    assert isinstance(segredo, QLineEdit)
    segredo.setText("errada")
    qtbot.keyClick(dialog.test_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.test_button.isEnabled() and "valem" not in dialog.message.text, timeout=10_000)
    assert "errada" not in dialog.message.text

    ambiente = dialog.grid.form.edits["ambiente"]
    assert isinstance(ambiente, QComboBox)
    ambiente.setCurrentIndex(0)
    assert dialog.ambiente.text.startswith("Ambiente: Produção.")
    assert dialog.ambiente.property("tone") == "warning"

    pfx = banco.autoridade.cliente("vence", dias=(-1, 20)).pfx
    assert pfx is not None
    dialog.senha.setText("outra")
    dialog.open_certificate(pfx)
    qtbot.waitUntil(lambda: "não abre com esta senha" in dialog.certificate._text.text())
    dialog.senha.setText(SENHA_PFX)
    dialog.open_certificate(pfx)
    qtbot.waitUntil(lambda: "EMPRESA EXEMPLO" in dialog.certificate._text.text())
    assert "11.444.777/0001-61" in dialog.certificate._text.text()
    assert "faltam" in dialog.certificate._text.text()
    assert dialog.senha.text() == ""
    dialog.close()
    (info,) = por_api.services.registros.contas.list()
    assert (info.conta.ambiente, info.conta.certificado) == (Ambiente.HOMOLOGACAO, None)  # nothing of it was saved


def test_inicio_warns_of_titles_without_registration_and_of_certificates_that_end(
    por_api: Office, open_window: Open, qtbot: Any
) -> None:
    services = por_api.services
    (ids,) = [por_api.bill([100_00])]
    conta = services.contas_receber.get(ids[0])
    services.contas_receber.save(replace(conta, vencimento=HOJE + timedelta(days=3)))
    services.boletos.apply(services.boletos.plan_emissao(ids, None))
    (info,) = services.registros.contas.list()
    ends = CertificadoApi(titular="EMPRESA EXEMPLO", validade=HOJE + timedelta(days=20))
    services.registros.contas.save(replace(info.conta, certificado=ends))

    window = open_window()
    page: Any = window.page("inicio")
    qtbot.waitUntil(lambda: page.sentence.text() != "Contando…")
    cards = {card.accessibleName(): card for card in page.cards if not card.isHidden()}
    assert {"Boletos por API sem registro: 1", "Certificados que vencem em até 30 dias: 1"} <= set(cards)
    cards["Boletos por API sem registro: 1"].button.click()
    assert window.current == "registros"
    lista: Any = window.page("registros")
    qtbot.waitUntil(lambda: lista.model.rowCount() == 1)
    window.go("inicio")
    cards["Certificados que vencem em até 30 dias: 1"].button.click()
    contas: Any = window.page("contas-api")
    qtbot.waitUntil(lambda: contas.model.rowCount() == 1)
    assert [opcao.texto for opcao in contas.filters._chosen.values()] == ["Certificado vence em até 30 dias"]


@pytest.mark.parametrize(
    ("campo", "field"),
    [
        ("pagador.endereco.cep", "cep"),
        ("pagador.documento", "documento"),
        ("pagador.endereco", "cep"),
        ("pagador", "nome"),
        ("vencimento", None),
        ("", None),
    ],
)
def test_the_apis_field_is_found_in_the_customers_form(campo: str, field: str | None) -> None:
    assert pessoa_field(campo) == field
