"""*Inspecionar arquivo*: any byte of any bank file, explained; the file is only read."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from finbank_desktop.domain.listas import Coluna
from finbank_desktop.gui import formats, icons
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.models.rows import RowsModel
from finbank_desktop.gui.pages.comparar import CompararDialog
from finbank_desktop.gui.pages.field_card import FieldCard
from finbank_desktop.gui.pages.saving import ask_bank_file, save_table
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.byte_view import ByteView
from finbank_desktop.gui.widgets.cards import framed
from finbank_desktop.gui.widgets.drop_overlay import DropOverlay
from finbank_desktop.gui.widgets.empty_state import EmptyState
from finbank_desktop.gui.widgets.inline_message import InlineMessage
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.page_body import page_column, side_by_side
from finbank_desktop.gui.widgets.page_head import PageHead
from finbank_desktop.gui.widgets.table import Table
from finbank_desktop.services.inspecao import Comparacao, Inspecao

_CAMPOS = (
    Coluna(chave="posicoes", titulo="Posições", largura=9),
    Coluna(chave="nome", titulo="Campo", largura=24),
    Coluna(chave="conteudo", titulo="Conteúdo", largura=24),
    Coluna(chave="valor", titulo="Valor", largura=24),
)


class InspecionarPage(QWidget):
    """Shows one file as lines, the fields of one line, and one field."""

    def __init__(self, desk: Desk) -> None:
        """Begin without a file."""
        super().__init__()
        self.setProperty("kind", "page")
        self.desk = desk
        self.inspecao: Inspecao | None = None
        self.message = InlineMessage()
        self.view = ByteView()
        self.field = FieldCard()
        self.model = RowsModel(_CAMPOS, parent=self)
        self.table = Table(_CAMPOS, self.model, marks=False, name="Campos da linha")
        self._shown_row = -1
        self._build()
        self.view.moved.connect(self._moved)
        self.table.selectionModel().currentRowChanged.connect(self._field_chosen)
        self.drop = DropOverlay(self, "Solte para inspecionar o arquivo")
        self.drop.dropped.connect(lambda paths: self.open_file(paths[0]))
        for keys, run in (("Ctrl+F", self._focus_search), ("F3", self.search_on)):
            QShortcut(QKeySequence(keys), self).activated.connect(run)

    # --- building

    def _build(self) -> None:
        self.choose_button = Button("Escolher arquivo", "primary", icon="pasta", clicked=self.choose)
        self.compare_button = Button("Comparar", icon="agrupar", clicked=self.compare)
        self.export_button = Button("Exportar", icon="salvar", clicked=self.export)
        self.check_button = Button("Conferir", icon="check", clicked=self._check)
        self.title = label("", "muted", wrap=True)
        column = page_column(self)
        buttons = [self.export_button, self.compare_button, self.check_button, self.choose_button]
        column.addWidget(PageHead(label("Inspecionar arquivo", "h1"), self.title, buttons))
        column.addWidget(self.message)
        self._empty = EmptyState(
            "visualizar",
            "Veja o que há em cada posição",
            "Solte aqui uma remessa ou um retorno, ou escolha o arquivo. Clique num caractere para ver o campo, o que "
            "ele significa e de onde isso se sabe. O arquivo não é alterado.",
            action="Escolher arquivo",
            run=self.choose,
            link="Como usar?",
            follow=lambda: self.desk.help_wanted.emit("inspecionar"),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._build_file())
        column.addWidget(self._stack, 1)
        self._allow()

    def _build_file(self) -> QWidget:
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addLayout(self._build_search())
        below = side_by_side(framed(self.table), self.field, (3, 2), 160)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(theme.px(12))
        parts.addWidget(framed(self.view))
        parts.addWidget(below)
        parts.setStretchFactor(0, 1)
        parts.setStretchFactor(1, 1)
        self.view.setMinimumHeight(theme.px(140))
        column.addWidget(parts, 1)
        return shown

    def _build_search(self) -> QHBoxLayout:
        self.search = QLineEdit()
        self.search.setPlaceholderText("Procurar no arquivo (Ctrl+F)")
        self.search.setAccessibleName("Procurar no arquivo")
        self.search.setClearButtonEnabled(True)
        self.search.returnPressed.connect(self.search_on)
        self._glass = QAction(self)
        self.search.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._draw_glass()
        theme.changed.connect(self._draw_glass)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.search, 1)
        row.addWidget(Button("Próximo", tip="Próximo (F3)", icon="seta-baixo", clicked=self.search_on))
        return row

    def _draw_glass(self) -> None:
        self._glass.setIcon(icons.icon("buscar", theme.tokens.muted))

    # --- a file

    def first_focus(self) -> QWidget:
        """Begin at what can be done."""
        return self.view if self.inspecao is not None else self._empty.action or self.choose_button

    def choose(self) -> None:
        """Ask for a file."""
        path = ask_bank_file(self, self.desk, "Inspecionar arquivo")
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path, line: int = 1, position: int = 1) -> None:
        """Show the file at *path* with the cursor at a place of it."""
        if self.inspecao is not None and self.inspecao.path == path and (line, position) != (1, 1):
            self._go_to_line(line, position)
            return
        self.choose_button.setEnabled(False)
        self.message.say(f"Abrindo {path.name}…", Tone.INFO)
        opens = self.desk.services.inspecao.open
        self.desk.draw(
            self,
            f"Abrindo {path.name}",
            lambda watcher: opens(path, watcher),
            lambda inspecao: self._show(inspecao, line, position),
            self._failed,
        )

    def _failed(self, error: Exception) -> None:
        self.choose_button.setEnabled(True)
        self.message.say(explain(error), Tone.DANGER)

    def _show(self, inspecao: Inspecao, line: int, position: int) -> None:
        self.choose_button.setEnabled(True)
        self.message.silence()
        self.inspecao = inspecao
        lines = formats.count(len(inspecao), "linha", "linhas")
        self.title.setText(f"{inspecao.path.name} · {inspecao.titulo} · {lines}")
        self._shown_row = -1
        self._stack.setCurrentIndex(1)
        self.view.show_lines(inspecao)
        self._go_to_line(line, position)
        self._allow()

    def _go_to_line(self, line: int, position: int) -> None:
        if self.inspecao is not None:
            self.view.go(self.inspecao.row_of(line), position)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _allow(self) -> None:
        reason = "" if self.inspecao is not None else "Escolha antes um arquivo."
        for button in (self.compare_button, self.export_button, self.check_button):
            button.allow(reason)

    def _check(self) -> None:
        if self.inspecao is not None:
            self.desk.file_wanted.emit("conferir", (self.inspecao.path, 1, 1))

    # --- a place in it

    def _moved(self, row: int, position: int) -> None:
        inspecao = self.inspecao
        if inspecao is None:
            return
        if row != self._shown_row:
            self._shown_row = row
            self._fields = inspecao.explain(row)
            self.model.show_rows([_field_row(at, each) for at, each in enumerate(self._fields)])
        at = next((at for at, each in enumerate(self._fields) if each.start <= position <= each.end), None)
        if at is None:
            return
        self.table.selectionModel().blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.table.selectRow(at)
        self.table.scrollTo(self.model.index(at, 0))
        self.table.selectionModel().blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.table.viewport().update()
        each = self._fields[at]
        self.field.show_field(inspecao.record(row), each, position)
        self.view.setAccessibleDescription(self.field.sentence)

    def _field_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.view.go(self.view.row, self._fields[self.model.row(current.row())["id"]].start)

    # --- searching

    def _focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def search_on(self) -> None:
        """Go to the next place with the words."""
        words, inspecao = self.search.text(), self.inspecao
        if inspecao is None or not words.strip():
            return
        place, finds = (self.view.row, self.view.position), self.desk.services.inspecao.find
        self.desk.draw(
            self,
            f"Procurando “{words}”",
            lambda watcher: finds(inspecao, words, place, watcher),
            lambda found: self._found(words, found),
            lambda error: self.message.say(explain(error), Tone.DANGER),
        )

    def _found(self, words: str, found: tuple[int, int] | None) -> None:
        if found is None:
            self.message.say(f"“{words}” não está neste arquivo.", Tone.WARNING)
            return
        self.message.silence()
        self.view.go(*found)

    # --- comparing and exporting

    def compare(self) -> None:
        """Ask for another file and show where the two differ."""
        inspecao = self.inspecao
        other = ask_bank_file(self, self.desk, "Comparar com outro arquivo") if inspecao else None
        if inspecao is not None and other is not None:
            self.compare_with(other)

    def compare_with(self, other: Path) -> None:
        """Show where the file differs from *other*."""
        inspecao, compares = self.inspecao, self.desk.services.inspecao.compare
        if inspecao is None:
            return
        self.desk.draw(
            self,
            f"Comparando com {other.name}",
            lambda watcher: compares(inspecao.path, other, watcher),
            self._compared,
            lambda error: self.message.say(explain(error), Tone.DANGER),
        )

    def _compared(self, comparacao: Comparacao) -> None:
        if not comparacao.diferencas:
            self.message.say(f"{comparacao.a.name} e {comparacao.b.name} são iguais, campo a campo.", Tone.SUCCESS)
            return
        dialog = CompararDialog(self.window(), self.desk, comparacao)
        dialog.line_wanted.connect(self._go_to_field)
        dialog.open()

    def _go_to_field(self, line: int, name: str) -> None:
        if self.inspecao is None:
            return
        row = self.inspecao.row_of(line)
        starts = (each.start for each in self.inspecao.explain(row) if each.name == name)
        self._go_to_line(line, next(starts, 1))

    def export(self) -> None:
        """Save every field of the file as a table."""
        inspecao = self.inspecao
        if inspecao is not None:
            export, path = self.desk.services.arquivos.export_explanation, inspecao.path
            save_table(
                self,
                self.desk,
                self.message,
                f"campos-{path.stem}",
                lambda saida, watcher: export(path, saida, watcher=watcher),
            )


def _field_row(at: int, each: Any) -> dict[str, Any]:
    return {
        "id": at,
        "posicoes": f"{each.start}-{each.end}" if each.start != each.end else str(each.start),
        "nome": each.name,
        "conteudo": each.raw,
        "valor": each.value or "",
    }
