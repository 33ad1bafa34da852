"""*Bancos*: what the program can do for each bank, and how far that is to be trusted."""

import unicodedata
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.models.rows import RowsModel
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.cards import framed
from finbank_desktop.gui.widgets.clearing import clear
from finbank_desktop.gui.widgets.filter_bar import FilterBar
from finbank_desktop.gui.widgets.inline_message import InlineMessage
from finbank_desktop.gui.widgets.labels import label, rule
from finbank_desktop.gui.widgets.page_body import page_column, side_by_side
from finbank_desktop.gui.widgets.page_head import PageHead
from finbank_desktop.gui.widgets.scroller import Scroller
from finbank_desktop.gui.widgets.selos import Selo
from finbank_desktop.gui.widgets.table import Table
from finbank_desktop.services.bancos import PALAVRAS, LinhaBanco

CELULAS = (
    ("boleto", "Boleto"),
    ("remessa_240", "Remessa 240"),
    ("remessa_400", "Remessa 400"),
    ("remessa_444", "Remessa 444"),
    ("retorno_240", "Retorno 240"),
    ("retorno_400", "Retorno 400"),
    ("pagamento_240", "Pagamento 240"),
    ("debito_150", "Débito 150"),
    ("debito_240", "Débito 240"),
    ("extrato_240", "Extrato 240"),
    ("api", "Registro por API"),
)
CURTAS = {
    "manual": "Manual",
    "duas_fontes": "Duas fontes",
    "uma_fonte": "Uma fonte",
    "generico_febraban": "FEBRABAN",
}
_SHOWN = ("boleto", "remessa_240", "remessa_400", "retorno_240", "retorno_400")
_COLUNAS = (
    Coluna(chave="codigo", titulo="Código", largura=6),
    Coluna(chave="nome", titulo="Banco", largura=24),
    *(Coluna(chave=key, titulo=words, tipo=TipoColuna.SELO, largura=12) for key, words in CELULAS if key in _SHOWN),
)


class BancosPage(QWidget):
    """Shows the matrix of banks and formats, and one bank in full."""

    def __init__(self, desk: Desk) -> None:
        """Build the page; the banks are read when it is shown."""
        super().__init__()
        self.setProperty("kind", "page")
        self.desk = desk
        self._linhas: dict[str, LinhaBanco] = {}
        self.message = InlineMessage()
        self.filters = FilterBar((), "Procurar por código ou nome")
        self.filters.changed.connect(self._filter)
        self.count = label("", "muted")
        self.model = RowsModel(_COLUNAS, parent=self)
        self.table = Table(_COLUNAS, self.model, marks=False, name="Bancos")
        self.table.selectionModel().currentRowChanged.connect(self._current_changed)
        self.detail = BancoPanel()
        self._build()

    def _build(self) -> None:
        column = page_column(self)
        column.addWidget(PageHead(label("Bancos", "h1"), self.count, []))
        column.addWidget(self.message)
        column.addWidget(self.filters)
        column.addWidget(side_by_side(framed(self.table), self.detail, (3, 1), 160), 1)

    def first_focus(self) -> QWidget:
        """Begin in the list."""
        return self.table

    def showEvent(self, event: object) -> None:
        """Read the banks once, beside the window."""
        del event
        if not self._linhas:
            self.desk.read(
                self,
                self.desk.services.bancos.listar,
                self._show,
                lambda error: self.message.say(explain(error), Tone.DANGER),
            )

    def _show(self, linhas: Sequence[LinhaBanco]) -> None:
        self._linhas = {linha.code: linha for linha in linhas}
        self._filter()

    def _filter(self) -> None:
        words = _plain(self.filters.busca).split()
        rows = [
            _row(linha)
            for linha in self._linhas.values()
            if all(word in f"{linha.code} {_plain(linha.name)}" for word in words)
        ]
        self.model.show_rows(rows)
        self.count.setText(formats.count(len(rows), "banco", "bancos"))
        if rows:
            self.table.selectRow(0)

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.detail.show_bank(self._linhas[self.model.row(current.row())["codigo"]])


class BancoPanel(QFrame):
    """One bank: each thing the program can do for it, with trust, date and source."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.setProperty("kind", "card")
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        self._column.setSpacing(theme.px(6))
        self.title = label("", "h2", wrap=True)
        self.remark = label("", "muted", wrap=True)
        self._column.addWidget(self.title)
        self._column.addWidget(self.remark)
        self._cells = QVBoxLayout()
        self._cells.setSpacing(theme.px(6))
        self._column.addLayout(self._cells)
        self._column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(4), theme.px(4), theme.px(4), theme.px(4))
        outer.addWidget(Scroller(self._inside))
        self.setMinimumWidth(theme.px(300))

    def show_bank(self, linha: LinhaBanco) -> None:
        """Show *linha*."""
        self.title.setText(f"{linha.name} ({linha.code})")
        self.remark.setText(
            "Banco encerrado: os boletos e retornos antigos são lidos, nada de novo é feito." if linha.closed else ""
        )
        self.remark.setVisible(linha.closed)
        clear(self._cells)
        for key, words in CELULAS:
            ficha = getattr(linha, key)
            if ficha is not None:
                self._add(words, ficha)
        if not self._cells.count():
            self._cells.addWidget(label("O programa ainda não tem nada deste banco.", "muted", wrap=True))

    def _add(self, words: str, ficha: Any) -> None:
        self._cells.addWidget(rule())
        self._cells.addWidget(label(words, "h3"))
        self._cells.addWidget(Selo(CURTAS[ficha.confianca.value]))
        proven = "" if ficha.confianca.is_proven else " Use só depois da homologação com o banco."
        self._cells.addWidget(label(f"{PALAVRAS[ficha.confianca]}.{proven}", "", wrap=True))
        when = f" ({ficha.data})" if ficha.data else ""
        self._cells.addWidget(label(f"Fonte: {ficha.fonte}{when}", "small", wrap=True, selectable=True))


def _row(linha: LinhaBanco) -> dict[str, Any]:
    cells = {key: "" if getattr(linha, key) is None else CURTAS[getattr(linha, key).confianca.value] for key in _SHOWN}
    name = f"{linha.name} (encerrado)" if linha.closed else linha.name
    return {"id": linha.code, "codigo": linha.code, "nome": name, **cells}


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
