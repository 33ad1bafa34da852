"""The line above a list: words to look for, filters as chips, and one button that clears them all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from finbank_desktop.gui import icons
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.flow_layout import FlowLayout


@dataclass(frozen=True, slots=True)
class Opcao:
    """One choice of a filter: what the user reads and what the service is asked."""

    texto: str
    valor: Any


@dataclass(frozen=True, slots=True)
class Filtro:
    """A filter of a list.

    Attributes:
        chave: Its key in `ListQuery.filtros`.
        opcoes: Its choices, or what gives them when its menu opens.
    """

    chave: str
    titulo: str
    opcoes: Sequence[Opcao] | Callable[[], Sequence[Opcao]]


class FilterBar(QWidget):
    """Holds what a list is filtered by.

    Attributes:
        changed: Filters or words changed; a short pause in typing is waited for.
    """

    changed = Signal()

    def __init__(self, filtros: Sequence[Filtro], hint: str) -> None:
        """Offer *filtros*; *hint* says what the words are looked for in."""
        super().__init__()
        self._filtros = tuple(filtros)
        self._chosen: dict[str, Opcao] = {}
        self.search = QLineEdit()
        self.search.setPlaceholderText(hint)
        self.search.setAccessibleName("Filtrar a lista")
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(theme.px(200))
        self._glass = QAction(self)
        self.search.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.clear_button = Button("Limpar filtros", "quiet", icon="limpar-filtros", clicked=self.clear)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(250)
        self._pause.timeout.connect(self._tell)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self._line = QWidget()
        self._flow = FlowLayout(self._line, theme.px(8), grow_first=True)
        self._flow.addWidget(self.search)
        self.buttons = {filtro.chave: self._button(filtro) for filtro in self._filtros}
        self._flow.addWidget(self.clear_button)
        self._chips = QWidget()
        self._chip_line = FlowLayout(self._chips, theme.px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self._line)
        column.addWidget(self._chips)
        self._draw()
        theme.changed.connect(self._draw_glass)
        self._draw_glass()
        self._refresh()

    def _draw_glass(self) -> None:
        self._glass.setIcon(icons.icon("buscar", theme.tokens.muted))

    def _button(self, filtro: Filtro) -> Button:
        button = Button(f"{filtro.titulo}   ")
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill(menu, filtro))
        button.setMenu(menu)
        self._flow.addWidget(button)
        return button

    def _fill(self, menu: QMenu, filtro: Filtro) -> None:
        menu.clear()
        opcoes = filtro.opcoes() if callable(filtro.opcoes) else filtro.opcoes
        for opcao in opcoes:
            action = menu.addAction(opcao.texto)
            action.setCheckable(True)
            action.setChecked(self._chosen.get(filtro.chave) == opcao)
            action.triggered.connect(lambda _on, chosen=opcao: self.choose(filtro.chave, chosen))
        if not opcoes:
            menu.addAction("Nada para escolher").setEnabled(False)

    @property
    def filtros(self) -> dict[str, Any]:
        """What the service is asked."""
        return {chave: opcao.valor for chave, opcao in self._chosen.items()}

    @property
    def busca(self) -> str:
        """The words looked for."""
        return self.search.text().strip()

    @property
    def is_filtering(self) -> bool:
        """Whether rows may be hidden."""
        return bool(self._chosen or self.busca)

    def choose(self, chave: str, opcao: Opcao) -> None:
        """Filter by *opcao*; choosing it again takes it back."""
        if self._chosen.get(chave) == opcao:
            del self._chosen[chave]
        else:
            self._chosen[chave] = opcao
        self._draw()
        self._tell()

    def set_filters(self, chosen: dict[str, Opcao], busca: str = "") -> None:
        """Filter by exactly these."""
        self._chosen = dict(chosen)
        self.search.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.search.setText(busca)
        self.search.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._draw()
        self._tell()

    def clear(self) -> None:
        """Show every row again."""
        self.set_filters({})

    def _tell(self) -> None:
        self._pause.stop()
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        self.clear_button.allow("" if self.is_filtering else "Nenhum filtro está ativo.")

    def _draw(self) -> None:
        self._chip_line.empty()
        titles = {filtro.chave: filtro.titulo for filtro in self._filtros}
        for chave, opcao in self._chosen.items():
            text = f"{titles[chave]}: {opcao.texto}" if chave in titles else opcao.texto
            chip = Button(text, "chip", icon="fechar", tip="Tirar este filtro")
            chip.clicked.connect(lambda _checked=False, key=chave: self._drop(key))
            self._chip_line.addWidget(chip)
        self._chips.setVisible(bool(self._chosen))

    def _drop(self, chave: str) -> None:
        self.choose(chave, self._chosen[chave])
        self.search.setFocus()
