"""The window that finds titles the bank has already and lets them go along with an order."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.listas import Coluna, ListQuery, Pagina, TipoColuna
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.models.paged import PagedModel
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.filter_bar import FilterBar, Filtro, Opcao
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog
from finbank_desktop.gui.widgets.table import Table
from finbank_desktop.services.pedidos import PEDEM_COMANDO

_COLUNAS = (
    Coluna(chave="pagador", titulo="Pagador", largura=30),
    Coluna(chave="numero_documento", titulo="Nº documento", largura=14),
    Coluna(chave="nosso_numero", titulo="Nosso número", largura=16),
    Coluna(chave="vencimento", titulo="Vencimento", tipo=TipoColuna.DATA, largura=11),
    Coluna(chave="valor", titulo="Valor", tipo=TipoColuna.VALOR, largura=13),
    Coluna(chave="situacao", titulo="Situação", tipo=TipoColuna.SELO, largura=20),
    Coluna(chave="no_banco", titulo="No banco", tipo=TipoColuna.SELO, largura=20),
)


def _periods() -> list[Opcao]:
    today = date.today()  # noqa: DTZ011 - a day as the user counts it
    return [
        Opcao("até ontem", (None, today - timedelta(days=1))),
        Opcao("próximos 30 dias", (today, today + timedelta(days=30))),
        Opcao("de hoje em diante", (today, None)),
    ]


class IncluirDialog(SheetDialog):
    """Filters, marks and one order for all that is marked.

    Attributes:
        chosen: Ids of boletos and the order they go with.
    """

    chosen = Signal(list, object)

    def __init__(self, parent: QWidget | None, desk: Desk, convenio_id: int) -> None:
        """Look in the convênio *convenio_id*."""
        super().__init__(
            parent,
            "Incluir títulos com comando",
            "O banco já conhece estes títulos: eles só voltam à remessa com um comando que diga o que fazer. Boletos "
            "baixados, cancelados ou inativos só aceitam um comando de baixa.",
            (1100, 680),
        )
        self._desk, self._convenio_id = desk, convenio_id
        self.filters = FilterBar(
            (
                Filtro("situacao", "Situação", tuple(Opcao(str(each), str(each)) for each in Situacao)),
                Filtro("no_banco", "No banco", tuple(Opcao(str(each), str(each)) for each in PEDEM_COMANDO)),
                Filtro("vencimento", "Vencimento", _periods),
            ),
            "Filtrar por pagador, nosso número ou documento",
        )
        self.model = PagedModel(_COLUNAS, self._fetch, desk.runner, parent=self)
        self.table = Table(_COLUNAS, self.model, marks=True, name="Títulos que o banco já conhece")
        self.comando = QComboBox()
        self.comando.setAccessibleName("Comando")
        self.comando.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        caption = label("&Comando", "field")
        caption.setBuddy(self.comando)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(caption)
        line.addWidget(self.comando)
        line.addStretch()
        line.addWidget(label("Espaço marca ou desmarca a linha", "small"))
        self.body.addWidget(self.filters)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(line)
        self.commit = self.add_commit("Incluir", self._commit)
        self.close_button.setText("Cancelar")
        self.filters.changed.connect(lambda: self.model.ask(self.filters.filtros, self.filters.busca))
        self.model.marked_changed.connect(self._refresh)
        self.model.failed.connect(self._failed)
        self.comando.currentIndexChanged.connect(lambda _at: self._refresh())
        self._refresh()
        self.model.reload()
        self.table.setFocus()
        desk.read(self, lambda: desk.services.remessas.comandos(convenio_id), self._show_comandos, self._failed)

    def _fetch(self, query: ListQuery) -> Pagina:
        filtros = {**query.filtros, "convenio_id": self._convenio_id}
        return self._desk.services.remessas.candidatos(replace(query, filtros=filtros))

    def _show_comandos(self, comandos: Any) -> None:
        for each in comandos:
            self.comando.addItem(each.titulo, each)
        self.comando.addItem("Registrar outra vez (recusados e corrigidos)", Comando.REGISTRAR)
        self._refresh()

    def _refresh(self) -> None:
        number = len(self.model.marked)
        self.commit.setText(f"Incluir {formats.count(number, 'título', 'títulos')}" if number else "Incluir")
        missing = "" if number else "Marque ao menos um título."
        self.commit.allow(missing or ("" if self.comando.count() else "Aguarde: estou lendo os comandos do banco."))

    def _commit(self) -> None:
        self.chosen.emit(sorted(self.model.marked), Comando(self.comando.currentData()))
        self.close()

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)
