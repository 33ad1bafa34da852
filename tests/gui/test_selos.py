"""How states and amounts look in the lists."""

import importlib
import pkgutil
from enum import Enum
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from finbank_desktop import domain
from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets import selos
from finbank_desktop.gui.widgets.table import Table


def situacoes() -> list[str]:
    modules = [
        importlib.import_module(each.name) for each in pkgutil.walk_packages(domain.__path__, "finbank_desktop.domain.")
    ]
    kinds = {
        thing
        for module in modules
        for name, thing in vars(module).items()
        if name.startswith("Situacao") and isinstance(thing, type) and issubclass(thing, Enum)
    }
    return sorted({str(each) for kind in kinds for each in kind})


@pytest.mark.parametrize("situacao", situacoes())
def test_every_situacao_has_a_look_of_its_own(situacao: str) -> None:
    assert selos.look_of(situacao) is not selos.look_of("palavra que ninguém conhece")


def test_an_amount_is_never_cut_however_narrow_the_table(qtbot: Any) -> None:
    colunas = (
        Coluna(chave="nome", titulo="Nome", largura=34),
        Coluna(chave="valor", titulo="Valor", tipo=TipoColuna.VALOR, largura=14),
        *(Coluna(chave=f"d{n}", titulo="Descrição", largura=34) for n in range(4)),
    )
    nome = "Associação Fictícia dos Moradores"
    model = QStandardItemModel(1, len(colunas))
    for at, text in enumerate((nome, "1.100.000.000,00", nome, nome, nome, nome)):
        model.setItem(0, at, QStandardItem(text))
        model.setHeaderData(at, Qt.Orientation.Horizontal, colunas[at].titulo)
    table = Table(colunas, model, marks=False, name="teste")
    qtbot.addWidget(table)
    table.resize(700, 200)
    table.show()
    needed = table.fontMetrics().horizontalAdvance("1.100.000.000,00") + theme.px(22)  # the cell's own margins
    qtbot.waitUntil(lambda: table.columnWidth(1) >= needed)
    assert table.columnWidth(0) < table.fontMetrics().horizontalAdvance(nome)
