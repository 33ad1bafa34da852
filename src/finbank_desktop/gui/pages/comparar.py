"""Two files side by side: the fields in which they differ."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.models.rows import RowsModel
from finbank_desktop.gui.pages.saving import save_table
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.inline_message import InlineMessage
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.table import Table
from finbank_desktop.services.inspecao import Comparacao


class CompararDialog(QDialog):
    """Shows a comparison.

    Attributes:
        line_wanted: A difference was opened: line and field of the first file.
    """

    line_wanted = Signal(int, str)

    def __init__(self, parent: QWidget, desk: Desk, comparacao: Comparacao) -> None:
        """Show *comparacao*, which has differences."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Comparar arquivos")
        self.desk, self._comparacao = desk, comparacao
        colunas = (
            Coluna(chave="linha", titulo="Linha", tipo=TipoColuna.NUMERO, largura=7),
            Coluna(chave="campo", titulo="Campo", largura=24),
            Coluna(chave="a", titulo=comparacao.a.name, largura=36),
            Coluna(chave="b", titulo=comparacao.b.name, largura=36),
        )
        self.message = InlineMessage()
        self.model = RowsModel(colunas, parent=self)
        self.model.show_rows(
            [
                {
                    "id": at,
                    "linha": each.line,
                    "campo": each.name or "linha inteira",
                    "a": "(não há)" if each.a is None else each.a,
                    "b": "(não há)" if each.b is None else each.b,
                }
                for at, each in enumerate(comparacao.diferencas)
            ]
        )
        self.table = Table(colunas, self.model, marks=False, name="Diferenças")
        self.table.opened.connect(self._open)
        number = len(comparacao.diferencas)
        words = formats.count(number, "campo diferente", "campos diferentes")
        more = "" if comparacao.inteira else "; há mais, a tabela exportada traz todos"
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(8))
        column.addWidget(label("Comparar arquivos", "h1"))
        column.addWidget(label(f"{words}{more}", "muted", wrap=True))
        column.addWidget(self.message)
        column.addWidget(self.table, 1)
        bar = QHBoxLayout()
        bar.addWidget(Button("Exportar", icon="salvar", clicked=self.export))
        bar.addStretch()
        bar.addWidget(Button("Fechar", "primary", clicked=self.close))
        column.addLayout(bar)
        self.resize(theme.size(980, 620))
        self.table.setFocus()

    def _open(self, number: int) -> None:
        difference = self._comparacao.diferencas[self.model.row(number)["id"]]
        if difference.a is not None:
            self.line_wanted.emit(difference.line, difference.name)
            self.close()

    def export(self) -> None:
        """Save all differences as a table."""
        export, a, b = self.desk.services.arquivos.export_comparison, self._comparacao.a, self._comparacao.b
        save_table(
            self,
            self.desk,
            self.message,
            f"diferencas-{a.stem}",
            lambda saida, watcher: export(a, b, saida, watcher),
        )
