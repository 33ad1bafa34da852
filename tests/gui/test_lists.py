"""The lists of the main window on a real database."""

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication

from finbank_desktop.domain.codigo_barras import to_codigo_barras
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.models.cells import MARK
from finbank_desktop.gui.pages.boletos import BoletosPage
from finbank_desktop.gui.pages.contas_receber import ContasReceberPage
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.pages.remessas import RemessasPage
from finbank_desktop.gui.pages.retorno_dialogs import ImportacaoDialog
from finbank_desktop.gui.pages.retornos import RetornosPage
from finbank_desktop.gui.widgets.filter_bar import Opcao


def show(page: ListPage, qtbot: Any) -> None:
    qtbot.addWidget(page)
    page.resize(1400, 800)
    page.show()
    qtbot.waitUntil(lambda: page.model.is_loaded)


def visible_titles(page: ListPage) -> list[str]:
    header = page.table.horizontalHeader()
    order = [header.logicalIndex(at) for at in range(header.count())]
    return [str(page.model.headerData(at, Qt.Orientation.Horizontal)) for at in order if not header.isSectionHidden(at)]


def column(page: ListPage, chave: str, qtbot: Any) -> list[str]:
    at = page.table.section_of(chave)
    texts = [str(page.model.data(page.model.index(row, at))) for row in range(page.model.rowCount())]
    qtbot.waitUntil(lambda: MARK not in texts)
    return texts


def click_header(page: ListPage, chave: str, qtbot: Any) -> None:
    header = page.table.horizontalHeader()
    x = header.sectionViewportPosition(page.table.section_of(chave)) + 20
    with qtbot.waitSignal(page.model.loaded):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, header.height() // 2))


def test_retornos_show_the_six_columns_in_their_order(desk: Desk, qtbot: Any) -> None:
    page = RetornosPage(desk)
    show(page, qtbot)
    titles = visible_titles(page)
    assert titles[:6] == ["Código", "Nº Retorno", "Tipo", "Data emissão", "Data importação", "Usuário"]
    assert titles[6:] == ["Banco", "Convênio", "A decidir", "Situação"]


def test_a_click_on_a_header_sorts_up_and_another_one_down(office: Any, desk: Desk, qtbot: Any) -> None:
    boletos = office.issue([10_000, 20_000, 30_000])
    for number, nome in ((5, "a.ret"), (3, "b.ret"), (4, "c.ret")):
        path = office.retorno([office.paid(boletos[number - 3])], numero=number, nome=nome)
        office.services.retornos.apply(office.services.retornos.plan(path))
    page = RetornosPage(desk)
    show(page, qtbot)
    click_header(page, "numero", qtbot)
    assert column(page, "numero", qtbot) == ["3", "4", "5"]
    assert page.table.horizontalHeader().sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
    click_header(page, "numero", qtbot)
    assert column(page, "numero", qtbot) == ["5", "4", "3"]
    assert page.table.horizontalHeader().sortIndicatorOrder() is Qt.SortOrder.DescendingOrder


def test_limpar_filtros_shows_every_row_again(office: Any, desk: Desk, qtbot: Any) -> None:
    office.issue([10_000 + n for n in range(5)])
    page = BoletosPage(desk)
    show(page, qtbot)
    assert not page.filters.clear_button.isEnabled()
    with qtbot.waitSignal(page.model.loaded):
        page.filters.choose("no_banco", Opcao("Registrado", "Registrado"))
    assert page.model.rowCount() == 0
    assert page._stack.currentWidget() is page._none_fit
    with qtbot.waitSignal(page.model.loaded):
        qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert page.model.rowCount() == 5
    assert not page.filters.is_filtering


def test_words_filter_the_list(office: Any, desk: Desk, qtbot: Any) -> None:
    office.bill([10_000, 20_000, 30_000])
    page = ContasReceberPage(desk)
    show(page, qtbot)
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.filters.search.hasFocus()
    with qtbot.waitSignal(page.model.loaded):
        page.filters.search.setText("Associação")
    assert column(page, "documento", qtbot) == ["NF 0001"]
    assert page.count.text() == "1 conta"


def test_totals_are_of_all_rows_that_match(office: Any, desk: Desk, qtbot: Any) -> None:
    office.bill([9_999_999_999, 1])
    page = ContasReceberPage(desk)
    show(page, qtbot)
    assert page.count.text() == "2 contas"
    assert "R$ 100.000.000,00" in page._sums.text()


def test_space_marks_and_a_verb_that_cannot_run_says_why(office: Any, desk: Desk, qtbot: Any) -> None:
    office.issue([10_000, 20_000])
    page = BoletosPage(desk)
    show(page, qtbot)
    button = page.verbs.buttons["Visualizar e imprimir"]
    assert not button.isEnabled()
    assert "Marque ou escolha" in button.toolTip()
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(0, 1))
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert len(page.model.marked) == 1
    assert button.isEnabled()
    qtbot.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(page.model.marked) == 2)
    assert page.marked.text() == "2 marcados"
    page.unmark.click()
    assert not page.model.marked


def test_a_key_for_what_cannot_be_done_says_why_in_the_page(desk: Desk, qtbot: Any) -> None:
    page = BoletosPage(desk)
    show(page, qtbot)
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert "Marque ou escolha" in page.message.text


def test_an_empty_list_says_what_to_do(desk: Desk, qtbot: Any) -> None:
    page = RetornosPage(desk)
    show(page, qtbot)
    assert page._stack.currentWidget() is page._empty
    assert page._empty.sentence.text() == "Baixe o arquivo .RET no site do banco e solte aqui."


def test_a_boleto_beside_the_list_tells_its_two_states_and_gives_its_line(office: Any, desk: Desk, qtbot: Any) -> None:
    boleto = office.issue([12_345])[0]
    page = BoletosPage(desk)
    show(page, qtbot)
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: page.panel.boleto_id == boleto.id)
    assert page.panel.situacao.accessibleName() == "Em aberto"
    assert page.panel.no_banco.accessibleName() == "Não enviado"
    page.panel.copy_line()
    copied = QGuiApplication.clipboard().text()
    assert to_codigo_barras(copied) == boleto.codigo_barras


def test_columns_can_be_chosen_and_are_remembered(desk: Desk, qtbot: Any) -> None:
    page = RetornosPage(desk)
    show(page, qtbot)
    page._show_column("arquivo", on=True)
    page._show_column("situacao", on=False)
    again = RetornosPage(desk)
    show(again, qtbot)
    assert visible_titles(again)[6:] == ["Banco", "Convênio", "Arquivo", "A decidir"]


def test_a_remessa_is_marked_as_sent_from_its_list(office: Any, desk: Desk, qtbot: Any) -> None:
    office.issue([10_000])
    office.services.remessas.apply(office.services.remessas.plan(office.convenio.id), office.folder)
    page = RemessasPage(desk)
    show(page, qtbot)
    page.table.selectRow(0)
    page.verbs.buttons["Marcar como enviada"].click()
    qtbot.waitUntil(lambda: column(page, "situacao", qtbot) == ["Enviada"])
    assert "enviada" in page.message.text


def test_an_import_shows_what_each_line_did(office: Any, desk: Desk, qtbot: Any) -> None:
    boletos = office.issue([10_000, 20_000])
    path = office.retorno([office.paid(boletos[0]), {"nosso_numero": 99999999, "ocorrencia": 6, "valor_titulo": 100}])
    importacao = office.services.retornos.apply(office.services.retornos.plan(path))
    page = RetornosPage(desk)
    show(page, qtbot)
    dialog = ImportacaoDialog(page, desk.services.importacoes.get(importacao.id))
    assert [dialog.tabs.tabText(at) for at in range(dialog.tabs.count())] == ["Baixas (1)", "Não localizados (1)"]
    dialog.close()


def test_short_numbers_and_states_are_never_cut(desk: Desk, office: Any, qtbot: Any) -> None:
    office.issue([1, 9_999_999_999, 10_000])
    page = BoletosPage(desk)
    show(page, qtbot)
    page.resize(1100, 600)
    table = page.table
    metrics = QFontMetrics(table.font())

    def fits(chave: str) -> bool:
        at = table.section_of(chave)
        texts = [str(table.model().index(row, at).data()) for row in range(3)]
        return all(metrics.horizontalAdvance(text) + 8 < table.columnWidth(at) for text in texts)

    qtbot.waitUntil(lambda: all(fits(chave) for chave in ("nosso_numero", "valor", "situacao", "no_banco")))
