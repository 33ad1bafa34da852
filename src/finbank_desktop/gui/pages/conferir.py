"""*Conferir arquivo*: what a bank would say to a file, before it does."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.models.rows import RowsModel
from finbank_desktop.gui.pages.saving import ask_bank_file, save_table
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.cards import framed
from finbank_desktop.gui.widgets.drop_overlay import DropOverlay
from finbank_desktop.gui.widgets.empty_state import EmptyState
from finbank_desktop.gui.widgets.inline_message import InlineMessage
from finbank_desktop.gui.widgets.labels import IconLabel, label, redress
from finbank_desktop.gui.widgets.page_body import page_column
from finbank_desktop.gui.widgets.page_head import PageHead
from finbank_desktop.gui.widgets.scroller import Scroller
from finbank_desktop.gui.widgets.table import Table

if TYPE_CHECKING:
    from finbank_desktop.services.conferencia import Conferido

_COLUNAS = (
    Coluna(chave="linha", titulo="Linha", tipo=TipoColuna.NUMERO, largura=7),
    Coluna(chave="posicoes", titulo="Posições", largura=9),
    Coluna(chave="campo", titulo="Campo", largura=18),
    Coluna(chave="peso", titulo="Peso", tipo=TipoColuna.SELO, largura=10),
    Coluna(chave="texto", titulo="O que está errado", largura=90),
)
PESOS = {"error": "Erro", "warning": "Aviso", "info": "Nota"}


class ConferirPage(QWidget):
    """Shows the findings of one file."""

    def __init__(self, desk: Desk) -> None:
        """Begin without a file."""
        super().__init__()
        self.setProperty("kind", "page")
        self.desk = desk
        self.conferido: Conferido | None = None
        self.message = InlineMessage()
        self.model = RowsModel(_COLUNAS, parent=self)
        self.table = Table(_COLUNAS, self.model, marks=False, name="Achados")
        self._build()
        self.table.selectionModel().currentRowChanged.connect(self._current_changed)
        self.table.opened.connect(lambda _row: self.inspect())
        self.drop = DropOverlay(self, "Solte para conferir o arquivo")
        self.drop.dropped.connect(lambda paths: self.open_file(paths[0]))

    # --- building

    def _build(self) -> None:
        self.choose_button = Button("Escolher arquivo", "primary", icon="pasta", clicked=self.choose)
        self.inspect_button = Button("Ver no arquivo", icon="visualizar", clicked=self.inspect)
        self.export_button = Button("Exportar", icon="salvar", clicked=self.export)
        self._file = label("", "muted", wrap=True)
        column = page_column(self)
        buttons = [self.export_button, self.inspect_button, self.choose_button]
        column.addWidget(PageHead(label("Conferir arquivo", "h1"), None, buttons))
        column.addWidget(self.message)
        self._empty = EmptyState(
            "arquivo",
            "Confira uma remessa antes de enviá-la",
            "Solte aqui o arquivo, ou escolha-o: posições, códigos, dígitos, datas, valores e sequência são conferidos "
            "pelas regras do banco. O arquivo não é alterado.",
            action="Escolher arquivo",
            run=self.choose,
            link="O que é conferido?",
            follow=lambda: self.desk.help_wanted.emit("conferir"),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._build_result())
        column.addWidget(self._stack, 1)
        self._allow()

    def _build_result(self) -> QWidget:
        result = QWidget()
        column = QVBoxLayout(result)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self._build_verdict())
        card = framed(self.table)
        self.table.setMinimumHeight(theme.px(110))
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(theme.px(12))
        self.splitter.addWidget(card)
        self.splitter.addWidget(self._build_detail())
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 1)
        column.addWidget(self.splitter, 1)
        return result

    def _build_verdict(self) -> QFrame:
        verdict = QFrame()
        verdict.setProperty("kind", "card")
        row = QHBoxLayout(verdict)
        row.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        row.setSpacing(theme.px(12))
        self._icon = IconLabel("ok", size=32, tone=Tone.SUCCESS)
        self.verdict = label("", "h2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(self.verdict)
        words.addWidget(self._file)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return verdict

    def _build_detail(self) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        column.setSpacing(theme.px(6))
        self.where = label("", "field", wrap=True)
        self.what = label("", "", wrap=True, selectable=True)
        self.fix_words = label("Como corrigir", "field")
        self.fix = label("", "", wrap=True, selectable=True)
        for each in (self.where, self.what, self.fix_words, self.fix):
            column.addWidget(each)
        column.addStretch()
        outer = QVBoxLayout(card)
        outer.setContentsMargins(theme.px(4), theme.px(4), theme.px(4), theme.px(4))
        outer.addWidget(Scroller(inside))
        card.setMinimumHeight(theme.px(120))
        self._detail = card
        return card

    # --- a file

    def first_focus(self) -> QWidget:
        """Begin at what can be done."""
        if self.conferido is None:
            return self._empty.action or self.choose_button
        return self.table if self.model.rowCount() else self.choose_button

    def choose(self) -> None:
        """Ask for a file."""
        path = ask_bank_file(self, self.desk, "Conferir arquivo")
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path, _line: int = 0, _position: int = 0) -> None:
        """Check the file at *path*."""
        self.message.say(f"Conferindo {path.name}…", Tone.INFO)
        self.choose_button.setEnabled(False)
        check = self.desk.services.conferencia.check
        self.desk.draw(self, f"Conferindo {path.name}", lambda watcher: check(path, watcher), self._show, self._failed)

    def _failed(self, error: Exception) -> None:
        self.choose_button.setEnabled(True)
        self.message.say(explain(error), Tone.DANGER)

    def _show(self, conferido: "Conferido") -> None:
        self.choose_button.setEnabled(True)
        self.message.silence()
        self.conferido = conferido
        notes = len(conferido.problems) - conferido.errors
        tone = Tone.DANGER if conferido.errors else Tone.SUCCESS
        self._icon.change("erro" if conferido.errors else "ok", tone)
        self.verdict.setText(_verdict(conferido.errors, notes))
        of_ours = f" · convênio {conferido.convenio}" if conferido.convenio else ""
        self._file.setText(f"{conferido.path.name}: {conferido.descricao}{of_ours}")
        rows = [_row(number, problem) for number, problem in enumerate(conferido.problems)]
        self.model.show_rows(sorted(rows, key=lambda row: list(PESOS.values()).index(row["peso"])))
        self.splitter.setVisible(bool(conferido.problems))
        self._stack.setCurrentIndex(1)
        if conferido.problems:
            self.table.selectRow(0)
        self._allow()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _allow(self) -> None:
        none = "" if self.conferido is not None else "Escolha antes um arquivo."
        empty = none or ("" if self.model.rowCount() else "Não há achados para exportar.")
        self.inspect_button.allow(none)
        self.export_button.allow(empty)

    # --- a finding

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if self.conferido is None or not current.isValid():
            return
        problem = self.conferido.problems[self.model.row(current.row())["id"]]
        self.where.setText(_where(problem))
        self.what.setText(problem.message)
        self.what.setProperty("tone", str(Tone.DANGER) if problem.is_error else "")
        redress(self.what)
        self.fix.setText(problem.fix)
        self.fix_words.setVisible(bool(problem.fix))
        self._detail.setAccessibleDescription(f"{problem.message} {problem.fix}")

    def inspect(self) -> None:
        """Show the chosen finding's bytes in the inspector."""
        if self.conferido is None:
            return
        index = self.table.currentIndex()
        line, position = 1, 1
        if index.isValid():
            problem = self.conferido.problems[self.model.row(index.row())["id"]]
            line, position = problem.line or 1, problem.start or 1
        self.desk.file_wanted.emit("inspecionar", (self.conferido.path, line, position))

    def export(self) -> None:
        """Save the findings as a table."""
        conferido = self.conferido
        if conferido is not None:
            export = self.desk.services.conferencia.export
            name = f"achados-{conferido.path.stem}"
            save_table(self, self.desk, self.message, name, lambda path, _watcher: export(conferido, path))


def _verdict(errors: int, notes: int) -> str:
    warned = formats.count(notes, "aviso ou nota", "avisos e notas")
    if errors:
        more = f", {warned}" if notes else ""
        return f"O banco recusaria este arquivo: {formats.count(errors, 'erro', 'erros')}{more}"
    return f"Arquivo em ordem, com {warned}" if notes else "Arquivo em ordem"


def _row(number: int, problem: Any) -> dict[str, Any]:
    return {
        "id": number,
        "linha": problem.line,
        "posicoes": _positions(problem),
        "campo": problem.field or "",
        "peso": PESOS[problem.severity.value],
        "texto": _bare(problem),
    }


def _bare(problem: Any) -> str:
    """Return what is wrong without the place, which stands in columns of its own."""
    head, part, rest = str(problem.message).partition(f"{problem.field}: ")
    return rest if part and head.startswith("Linha ") else str(problem.message)


def _positions(problem: Any) -> str:
    if problem.start is None:
        return ""
    return str(problem.start) if problem.end in (None, problem.start) else f"{problem.start}-{problem.end}"


def _where(problem: Any) -> str:
    parts = [PESOS[problem.severity.value]]
    if problem.line is not None:
        parts.append(f"linha {problem.line}")
    if _positions(problem):
        parts.append(f"posições {_positions(problem)}")
    if problem.field:
        parts.append(problem.field)
    return " · ".join(parts)
