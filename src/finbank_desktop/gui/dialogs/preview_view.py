"""The preview as it is drawn: a few titles as sentences, many as a table with the current sentence in full below."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.gui.models.rows import RowsModel
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.flow_layout import FlowLayout
from finbank_desktop.gui.widgets.labels import IconLabel, label, redress
from finbank_desktop.gui.widgets.selos import Selo
from finbank_desktop.gui.widgets.table import Table

if TYPE_CHECKING:
    from finbank_desktop.gui.dialogs.preview import Preview, PreviewRow

_FEW = 4
"""Titles told as sentences; more stand in a table."""
_COLUNAS = (
    Coluna(chave="titulo", titulo="Título", largura=34),
    Coluna(chave="efeito", titulo="O que vai acontecer", largura=60),
    Coluna(chave="situacao", titulo="Situação depois", tipo=TipoColuna.SELO, largura=20),
    Coluna(chave="no_banco", titulo="No banco depois", tipo=TipoColuna.SELO, largura=20),
)


class PreviewView(QWidget):
    """Shows a `Preview`."""

    def __init__(self) -> None:
        """Begin without one."""
        super().__init__()
        self.resumo = label("", "muted", wrap=True)
        self.model = RowsModel(_COLUNAS, parent=self)
        self.table = Table(_COLUNAS, self.model, marks=False, name="O que vai acontecer")
        self.table.setMinimumHeight(theme.px(200))
        self.sentence = label("", "", wrap=True, selectable=True)
        self._few = QWidget()
        self._column = QVBoxLayout(self._few)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(12))
        many = QWidget()
        inside = QVBoxLayout(many)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.sentence)
        self._pages = (self._few, many)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.resumo)
        column.addWidget(self._few, 1)
        column.addWidget(many, 1)
        self.table.selectionModel().currentRowChanged.connect(self._say_current)

    def show_preview(self, preview: "Preview") -> None:
        """Show *preview*."""
        self.resumo.setText(preview.resumo)
        self.resumo.setVisible(bool(preview.resumo))
        many = len(preview.rows) > _FEW
        for at, page in enumerate(self._pages):
            page.setVisible(many is bool(at))
        self._show_few(() if many else preview.rows)
        self.model.show_rows([_flat(at, row) for at, row in enumerate(preview.rows)] if many else [])
        if many:
            boletos = any(row.situacao for row in preview.rows)
            for chave in ("situacao", "no_banco"):
                self.table.setColumnHidden(self.table.section_of(chave), not boletos)
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.updateGeometry()

    def texts(self) -> list[str]:
        """Return the sentences in sight, title by title."""
        if self.model.rowCount():
            return [str(self.model.row(at)["efeito"]) for at in range(self.model.rowCount())]
        return [entry.efeito.text() for entry in self._few.findChildren(_Entry)]

    def _show_few(self, rows: "tuple[PreviewRow, ...]") -> None:
        while (gone := self._column.takeAt(0)) is not None:
            widget = gone.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for row in rows:
            self._column.addWidget(_Entry(row))
        self._column.addStretch()

    def _say_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            row = self.model.row(current.row())
            self.sentence.setText(" ".join(part for part in (str(row["efeito"]), str(row["remark"])) if part))


class _Entry(QFrame):
    """One title: its name, what happens, and its two states afterwards."""

    def __init__(self, row: "PreviewRow") -> None:
        super().__init__()
        self.setProperty("kind", "well")
        self.titulo = label(row.titulo, "h3", wrap=True)
        self.efeito = label(row.efeito, "", wrap=True, selectable=True)
        words = QVBoxLayout()
        words.setSpacing(theme.px(4))
        words.addWidget(self.titulo)
        words.addWidget(self.efeito)
        if row.remark:
            remark = label(row.remark, "small", wrap=True)
            if row.tem_aviso:
                remark.setProperty("tone", str(Tone.WARNING))
                redress(remark)
            words.addWidget(remark)
        if row.situacao:
            words.addWidget(_states(row))
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
        line.setSpacing(theme.px(10))
        icon, tone = ("ok", Tone.SUCCESS) if row.goes else ("traco", Tone.NEUTRAL)
        if row.goes and row.tem_aviso:
            icon, tone = "aviso", Tone.WARNING
        line.addWidget(IconLabel(icon, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.setAccessibleName(f"{row.titulo}. {row.efeito} {row.remark}".strip())


def _states(row: "PreviewRow") -> QWidget:
    holder = QWidget()
    line = FlowLayout(holder, theme.px(8))
    when = "Depois" if row.goes else "Continua"
    for words, state in ((f"{when} · Situação", row.situacao), ("No banco", row.no_banco)):
        if not state:
            continue
        pair = QWidget()
        inside = QHBoxLayout(pair)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.px(6))
        inside.addWidget(label(words, "small"))
        inside.addWidget(Selo(state))
        line.addWidget(pair)
    return holder


def _flat(at: int, row: "PreviewRow") -> dict[str, object]:
    return {
        "id": at,
        "titulo": row.titulo,
        "efeito": row.efeito,
        "remark": row.remark,
        "situacao": row.situacao,
        "no_banco": row.no_banco,
    }
