"""*Ir para ou buscar*: one field that reaches every section, every action and every record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from finbank_desktop.gui import icons
from finbank_desktop.gui.jobs import Job, JobRunner
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.labels import label, rule

_NOWHERE = 9
_ACCENTS = str.maketrans("áàâãäéèêëíìîïóòôõöúùûüç", "aaaaaeeeeiiiiooooouuuuc")


def fold(text: str) -> str:
    """Return *text* in lower case without Portuguese accents."""
    return text.lower().translate(_ACCENTS)


@dataclass(frozen=True, slots=True)
class Destination:
    """Something that can be gone to or done.

    Attributes:
        words: Further words it is found by, such as the name older programs give it.
        exact: A record that is just what was typed; it stands before everything else.
        hidden: Shown only when it is looked for.
    """

    title: str
    detail: str
    icon: str
    run: Callable[[], object]
    words: str = ""
    exact: bool = False
    hidden: bool = False

    def rank(self, wanted: str) -> int:
        """Return how well it fits the folded words *wanted*: 0 is its very name, 9 is not at all."""
        if not wanted:
            return _NOWHERE if self.hidden else 0
        title, phrases = fold(self.title), [fold(phrase).strip() for phrase in (*self.words.split(";"), self.detail)]
        fits = (
            wanted == title,
            wanted in phrases,
            title.startswith(wanted),
            _begins(wanted, title),
            any(phrase.startswith(wanted) for phrase in phrases),
            _begins(wanted, " ".join((title, *phrases))),
        )
        return fits.index(True) if True in fits else _NOWHERE


def _begins(wanted: str, text: str) -> bool:
    """Whether every word of *wanted* begins a word of *text*."""
    own = _split(text)
    return all(any(word.startswith(part) for word in own) for part in _split(wanted))


def _split(text: str) -> list[str]:
    return "".join(letter if letter.isalnum() or letter in "./" else " " for letter in text).split()


def ranked(destinations: Sequence[Destination], wanted: str) -> list[Destination]:
    """Return those that *wanted* finds, the best first, each title once."""
    plain = fold(" ".join(wanted.split()))
    found = sorted((place.rank(plain), at) for at, place in enumerate(destinations))
    best: dict[str, Destination] = {}
    for rank, at in found:
        if rank < _NOWHERE:
            best.setdefault(destinations[at].title, destinations[at])
    return list(best.values())


class Palette(QDialog):
    """Filters destinations while one types and looks for records beside the window."""

    def __init__(
        self,
        parent: QWidget,
        runner: JobRunner,
        destinations: Sequence[Destination],
        find: Callable[[str], Sequence[Destination]],
    ) -> None:
        """*find* looks for records; it runs beside the window and touches no widget."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName("Ir para ou buscar")
        self._runner, self._destinations, self._find = runner, tuple(destinations), find
        self._shown: list[Destination] = []
        self.field = QLineEdit()
        self.field.setProperty("kind", "palette")
        self.field.setPlaceholderText("Seção, ação, cliente, nosso número, documento, valor…")
        self.field.setAccessibleName("Ir para ou buscar")
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemActivated.connect(lambda _item: self._go())
        self.list.itemClicked.connect(lambda _item: self._go())
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(8))
        column.addWidget(self.field)
        column.addWidget(rule())
        column.addWidget(self.list)
        column.addWidget(label("↑ ↓ escolhem · Enter abre · Esc fecha", "small"))
        self.resize(theme.px(600), theme.px(420))
        self.field.installEventFilter(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(200)
        self._pause.timeout.connect(self._look_up)
        self.field.textChanged.connect(self._filter)
        self._filter("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrow keys and Enter in the field work the list."""
        if watched is self.field and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if event.key() in steps and self._shown:
                row = (self.list.currentRow() + steps[Qt.Key(event.key())]) % len(self._shown)
                self.list.setCurrentRow(row)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go()
                return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        self._fill(ranked(self._destinations, text))
        if len(text.strip()) > 1:
            self._pause.start()

    def _look_up(self) -> None:
        text = self.field.text().strip()
        job = Job("Buscando", lambda _watcher: self._find(text))
        job.succeeded.connect(lambda found: self._add(text, found))
        self._runner.read(job)

    def _add(self, text: str, found: Sequence[Destination]) -> None:
        if self.isVisible() and text == self.field.text().strip():
            exact = [place for place in found if place.exact]
            others = [place for place in found if not place.exact]
            self._fill([*exact, *ranked(self._destinations, text), *others])

    def _fill(self, shown: list[Destination]) -> None:
        self._shown = shown
        self.list.clear()
        for place in shown:
            words = f"{place.title}   ·   {place.detail}" if place.detail else place.title
            self.list.addItem(QListWidgetItem(icons.icon(place.icon, theme.tokens.muted), words))
        if not shown:
            nothing = QListWidgetItem("Nada encontrado")
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        self.list.setCurrentRow(0)

    def _go(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._shown):
            chosen = self._shown[row]
            self.close()
            chosen.run()
