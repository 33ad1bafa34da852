"""One field of a bank file: what stands there, what it means, who says so."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.scroller import Scroller
from finbank_desktop.services.inspecao import Explicacao

_FACTS = (
    ("registro", "Registro"),
    ("posicoes", "Posições"),
    ("conteudo", "Conteúdo"),
    ("valor", "Valor"),
    ("significado", "Significado"),
    ("fonte", "Fonte"),
)


class FieldCard(QFrame):
    """Shows one field; `sentence` says the same in a line."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.setProperty("kind", "card")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        column.setSpacing(theme.px(8))
        self.name = label("", "h3", wrap=True, selectable=True)
        column.addWidget(self.name)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        self.facts: dict[str, QLabel] = {}
        for at, (key, words) in enumerate(_FACTS):
            self.facts[key] = label("", "", wrap=True, selectable=True)
            grid.addWidget(label(words, "muted"), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.facts[key], at, 1)
        column.addLayout(grid)
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(4), theme.px(4), theme.px(4), theme.px(4))
        outer.addWidget(Scroller(inside))
        self.setMinimumWidth(theme.px(280))
        self.sentence = ""

    def show_field(self, record: str, field: Explicacao, position: int) -> None:
        """Show *field* of a *record*; the cursor stands on *position*."""
        self.name.setText(field.name or "Linha sem registro conhecido")
        place = str(field.start) if field.start == field.end else f"{field.start} a {field.end}, cursor em {position}"
        meaning = field.meaning.removeprefix(f"{record}; ")
        texts = {
            "registro": f"{record or 'desconhecido'}, linha {field.line}",
            "posicoes": place,
            "conteudo": f"“{field.raw}”",
            "valor": field.value or "—",
            "significado": meaning[:1].upper() + meaning[1:],
            "fonte": field.source or "—",
        }
        for key, text in texts.items():
            self.facts[key].setText(text)
        self.sentence = f"Linha {field.line}, posições {place}: {field.name}, {field.value or field.raw.strip()}"
        self.setAccessibleName(self.sentence)
