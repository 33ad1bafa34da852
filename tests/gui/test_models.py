"""The tables' models: right for Qt, and as quick with a million rows as with a hundred."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from finbank_desktop.domain.listas import Coluna, ListQuery, Pagina, TipoColuna
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.jobs import JobRunner
from finbank_desktop.gui.models.cells import MARK
from finbank_desktop.gui.models.paged import PagedModel
from finbank_desktop.gui.models.rows import RowsModel

FAIL = QAbstractItemModelTester.FailureReportingMode.Fatal
COLUNAS = (Coluna(chave="nome", titulo="Nome"), Coluna(chave="valor", titulo="Valor", tipo=TipoColuna.VALOR))


class Million:
    """A list of a million rows that counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[ListQuery] = []

    def list(self, query: ListQuery) -> Pagina:
        self.asked.append(query)
        rows = range(query.inicio, min(query.inicio + query.quantidade, 1_000_000))
        return Pagina(linhas=tuple({"id": n, "nome": f"n{n}", "valor": n} for n in rows), total=1_000_000)


def test_a_paged_list_keeps_qts_rules(office: Any, desk: Desk, qtbot: Any) -> None:
    office.issue([10_000 + n for n in range(450)])
    model = PagedModel(office.services.boletos.COLUNAS, office.services.boletos.list, desk.runner)
    QAbstractItemModelTester(model, FAIL)
    with qtbot.waitSignal(model.loaded):
        model.reload()
    assert model.rowCount() == 450
    model.data(model.index(449, 2))
    qtbot.waitUntil(lambda: model.data(model.index(449, 2)) != MARK)
    model.mark_all()
    qtbot.waitUntil(lambda: len(model.marked) == 450)
    with qtbot.waitSignal(model.loaded):
        model.ask({"situacao": "Cancelado"}, "")
    assert model.rowCount() == 0
    assert not model.marked


def test_a_million_rows_open_with_one_question(runner: JobRunner, qtbot: Any) -> None:
    source = Million()
    model = PagedModel(COLUNAS, source.list, runner)
    with qtbot.waitSignal(model.loaded):
        model.reload()
    assert model.rowCount() == 1_000_000
    assert len(source.asked) == 1
    assert model.data(model.index(999_999, 1)) == MARK
    qtbot.waitUntil(lambda: model.data(model.index(999_999, 1)) == "n999999")
    assert len(source.asked) == 2
    assert max(query.quantidade for query in source.asked) == 200


def test_scrolling_through_asks_only_for_what_came_to_rest_in_sight(runner: JobRunner, qtbot: Any) -> None:
    source = Million()
    model = PagedModel(COLUNAS, source.list, runner)
    with qtbot.waitSignal(model.loaded):
        model.reload()
    for row in range(0, 1_000_000, 1_000):
        model.data(model.index(row, 1))
    qtbot.waitUntil(lambda: model.data(model.index(999_000, 1)) == "n999000")
    assert len(source.asked) < 20


def test_rows_of_a_plan_keep_qts_rules_and_can_be_ticked() -> None:
    model = RowsModel(COLUNAS, tickable=True)
    QAbstractItemModelTester(model, FAIL)
    rows = [
        {"id": 7, "nome": "b", "valor": 2},
        {"id": 8, "nome": "a", "valor": 1},
        {"id": 9, "nome": "c", "valor": None},
    ]
    model.show_rows(rows, stuck={9: "sem endereço"})
    assert model.ticked() == [7, 8]
    model.sort(0)
    assert [model.data(model.index(row, 0)) for row in range(3)] == ["a", "b", "c"]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert [model.data(model.index(row, 1)) for row in range(3)] == ["0,02", "0,01", ""]
    assert model.setData(model.index(0, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert model.ticked() == [8]
    assert not model.setData(model.index(2, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert model.data(model.index(2, 0), Qt.ItemDataRole.ToolTipRole) == "sem endereço"
    model.tick_all(on=False)
    assert model.ticked() == []
