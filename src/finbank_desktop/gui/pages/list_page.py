"""A page that is one list: title, verbs, filters, table, totals."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.models.paged import PagedModel
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button, IconButton
from finbank_desktop.gui.widgets.empty_state import EmptyState
from finbank_desktop.gui.widgets.filter_bar import FilterBar, Opcao
from finbank_desktop.gui.widgets.inline_message import InlineMessage
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.page_body import page_column
from finbank_desktop.gui.widgets.page_head import PageHead
from finbank_desktop.gui.widgets.table import Table
from finbank_desktop.gui.widgets.verbs import Verb, VerbSet

_TABLE = 160
"""Least height of the table; below that the whole page scrolls."""


class ListPage(QWidget):
    """Shows the list of *spec* and what can be done with its rows."""

    def __init__(self, desk: Desk, spec: ListSpec, verbs: Sequence[Verb]) -> None:
        """Build everything; nothing is read before the page is shown."""
        super().__init__()
        self.setProperty("kind", "page")
        self.desk, self.spec = desk, spec
        self._stale = True
        self.model = PagedModel(spec.colunas, self._fetch, desk.runner, markable=spec.markable, parent=self)
        self.table = Table(self.model.colunas, self.model, marks=spec.markable, name=spec.title)
        self.filters = FilterBar(spec.filtros, spec.hint)
        self.message = InlineMessage()
        self.verbs = VerbSet(self, verbs, self.chosen_ids)
        self.count = label("", "muted")
        self.marked = label("", "small")
        self.unmark = Button("Desmarcar", "link", clicked=self.model.unmark_all)
        self._sums = label("", "h3", wrap=True)
        self._sums.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._sums.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._stack = QStackedWidget()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._build(verbs)
        self._connect()

    # --- building

    def _build(self, verbs: Sequence[Verb]) -> None:
        column = page_column(self)
        column.addWidget(self._build_head(verbs))
        column.addWidget(self.message)
        column.addWidget(self.filters)
        self._stack.addWidget(self.table)
        self._empty = self._build_empty(verbs)
        self._stack.addWidget(self._empty)
        self._none_fit = EmptyState(
            "filtro",
            "Nenhum resultado",
            f"Nenhum registro combina com os filtros. Limpe os filtros para ver todos em {self.spec.title}.",
            action="Limpar filtros",
            run=self.filters.clear,
        )
        self._stack.addWidget(self._none_fit)
        card = QFrame()
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(theme.px(4), theme.px(4), theme.px(4), 0)
        inside.setSpacing(0)
        inside.addWidget(self._stack, 1)
        inside.addWidget(self._build_totals())
        self.splitter.addWidget(card)
        self.splitter.setHandleWidth(theme.px(12))
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setMinimumHeight(theme.px(_TABLE))
        column.addWidget(self.splitter, 1)
        self._hide_columns()

    def _build_head(self, verbs: Sequence[Verb]) -> PageHead:
        buttons: list[QWidget] = list(reversed(self.verbs.buttons.values()))
        if any(not verb.in_bar for verb in verbs):
            self._more = Button("Mais ações", "quiet", icon="mais", clicked=self._show_more)
            buttons.insert(0, self._more)
        return PageHead(label(self.spec.title, "h1"), self.count, buttons)

    def _build_empty(self, verbs: Sequence[Verb]) -> EmptyState:
        title, sentence = self.spec.empty
        offered = next((verb for verb in verbs if verb.text == self.spec.empty_verb), None)
        return EmptyState(
            self.spec.icon,
            title,
            sentence,
            action=offered.text if offered else "",
            run=(lambda: self.verbs.run(offered)) if offered else None,
            link=self.spec.help_link,
            follow=lambda: self.desk.help_wanted.emit(self.spec.key),
        )

    def _build_totals(self) -> QWidget:
        bar = QFrame()
        bar.setProperty("kind", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        row.setSpacing(theme.px(8))
        row.addWidget(self.marked)
        row.addWidget(self.unmark)
        row.addWidget(self._sums, 1)
        row.addWidget(IconButton("colunas", "Escolher colunas", clicked=self._choose_columns))
        return bar

    def _connect(self) -> None:
        self.filters.changed.connect(self._ask)
        self.model.loaded.connect(self._loaded)
        self.model.failed.connect(lambda error: self.message.say(explain(error), Tone.DANGER))
        self.model.marked_changed.connect(self._chosen_changed)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._chosen_changed())
        self.table.selectionModel().currentRowChanged.connect(self._current_changed)
        self.table.opened.connect(self._open)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        header = self.table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda _at: self._choose_columns())
        self.verbs.refused.connect(lambda reason: self.message.say(reason, Tone.INFO))
        self.desk.changed.connect(self._data_changed)
        keys: dict[str, Callable[[], object]] = {
            "F5": self.refresh,
            "Ctrl+F": self.focus_search,
            "Ctrl+Shift+F": self.filters.clear,
        }
        for key, run in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(run)
        mark_all = QShortcut(QKeySequence(QKeySequence.StandardKey.SelectAll), self.table)
        mark_all.setContext(Qt.ShortcutContext.WidgetShortcut)
        mark_all.activated.connect(self.model.mark_all if self.spec.markable else self.table.selectAll)

    # --- reading

    def _fetch(self, query: ListQuery) -> Pagina:
        scope = self.desk.scope if self.spec.scoped else {}
        return self.spec.fetch(replace(query, filtros={**scope, **query.filtros}))

    def showEvent(self, event: object) -> None:
        """Read when the page comes into sight and something changed meanwhile."""
        del event
        if self._stale:
            self.refresh()
        self.verbs.refresh()

    def refresh(self) -> None:
        """Read the list anew."""
        self._stale = False
        self.model.reload(keep=True)

    def first_focus(self) -> QWidget:
        """Begin in the list, so that arrows and Enter work at once; when it is empty, at what can be done then."""
        shown = self._stack.currentWidget()
        action = shown.action if isinstance(shown, EmptyState) else None
        return action or self.table

    def focus_search(self) -> None:
        """Put the cursor where words are looked for."""
        self.filters.search.setFocus()
        self.filters.search.selectAll()

    def filter_by(self, chosen: dict[str, Opcao], busca: str = "") -> None:
        """Show what another page asked for."""
        self._stale = False
        self.filters.set_filters(chosen, busca)

    def _ask(self) -> None:
        self.message.silence()
        self.model.ask(self.filters.filtros, self.filters.busca)

    def _data_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _loaded(self) -> None:
        total = self.model.rowCount()
        self.count.setText(formats.count(total, self.spec.one, self.spec.many))
        somas = (
            f"{words} {format_brl(self.model.somas[chave])}"
            for chave, words in self.spec.somas.items()
            if self.model.somas.get(chave)
        )
        self._sums.setText("     ".join(somas) if total else "")
        empty = self._none_fit if self.is_narrowed() else self._empty
        self._show_instead(self.table if total else empty)
        self._current_changed(self.table.currentIndex(), QModelIndex())
        self._chosen_changed()

    def is_narrowed(self) -> bool:
        """Whether the user's filters, not the page's own, may hide what there is."""
        return self.filters.is_filtering

    def _show_instead(self, wanted: QWidget) -> None:
        """Show *wanted*; the keyboard goes along when it was in what is hidden."""
        shown, focused = self._stack.currentWidget(), QApplication.focusWidget() or self
        goes_along = shown is not None and shown is not wanted and (focused is shown or shown.isAncestorOf(focused))
        self._stack.setCurrentWidget(wanted)
        if goes_along:
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what is chosen

    def chosen_ids(self) -> list[int]:
        """Return the ids of the marked rows, or of the selected ones when none is marked."""
        if self.model.marked:
            return sorted(self.model.marked)
        rows = (self.model.row(number) for number in self.table.selected_rows())
        return [int(row["id"]) for row in rows if row is not None]

    def current_row(self) -> dict[str, Any] | None:
        """Return the row the cursor stands on."""
        row = self.model.row(self.table.currentIndex().row()) if self.table.currentIndex().isValid() else None
        return None if row is None else dict(row)

    def _chosen_changed(self) -> None:
        marked = len(self.model.marked)
        self.marked.setText(formats.count(marked, "marcado", "marcados") if marked else "")
        self.unmark.setVisible(bool(marked))
        self.verbs.refresh()

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = self.model.row(current.row()) if current.isValid() else None
        self.show_detail(None if row is None else int(row["id"]))

    def show_detail(self, row_id: int | None) -> None:
        """Show more about a row; a list without details has nothing to do."""

    def open_row(self, row_id: int) -> None:
        """Open a row; a list whose rows cannot be opened has nothing to do."""

    def _open(self, number: int) -> None:
        row = self.model.row(number)
        if row is not None:
            self.open_row(int(row["id"]))

    # --- menus

    def _show_menu(self, at: QPoint) -> None:
        menu = self.verbs.menu(self.table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.viewport().mapToGlobal(at))

    def _show_more(self) -> None:
        menu = self.verbs.menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _hide_columns(self) -> None:
        hidden = self.desk.settings.hidden_columns(self.spec.key, set(self.spec.hidden))
        for coluna in self.model.colunas:
            self.table.setColumnHidden(self.table.section_of(coluna.chave), coluna.chave in hidden)

    def _choose_columns(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for coluna in self.model.colunas:
            action = menu.addAction(coluna.titulo)
            action.setCheckable(True)
            action.setChecked(not self.table.isColumnHidden(self.table.section_of(coluna.chave)))
            action.toggled.connect(lambda on, chave=coluna.chave: self._show_column(chave, on=on))
        header = self.table.horizontalHeader()
        menu.popup(header.mapToGlobal(QPoint(header.width() - menu.sizeHint().width(), header.height())))

    def _show_column(self, chave: str, *, on: bool) -> None:
        self.table.setColumnHidden(self.table.section_of(chave), not on)
        hidden = {
            coluna.chave
            for coluna in self.model.colunas
            if self.table.isColumnHidden(self.table.section_of(coluna.chave))
        }
        self.desk.settings.remember_hidden_columns(self.spec.key, hidden)
