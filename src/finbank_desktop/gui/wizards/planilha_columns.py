"""One column of a table: what stands in it, what it was taken for, and how it is read then."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout

from finbank_desktop.domain.listas import TipoColuna
from finbank_desktop.domain.planilhas import Campo, ColunaLida, TipoCampo
from finbank_desktop.gui import formats
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.labels import label, redress

if TYPE_CHECKING:
    from finbank_desktop.services.planilha_model import LinhaLida

_SHOWN = 3
_LARGE = 150
"""Percent from which on text counts as large."""


class ColumnCard(QFrame):
    """A column's name and first cells at the left, the field in the middle, the reading at the right."""

    def __init__(self, coluna: ColunaLida, campos: Sequence[Campo], choose: Callable[[str], object]) -> None:
        """*choose* is told the key of the field the user gives the column."""
        super().__init__()
        self.setProperty("kind", "card")
        self._coluna, self._campos = coluna, {campo.chave: campo for campo in campos}
        self.choice = QComboBox()
        self.choice.addItem("fica fora", "")
        for campo in campos:
            self.choice.addItem(campo.titulo, campo.chave)
        self.choice.setAccessibleName(f"O que há na coluna {coluna.titulo}")
        self.choice.installEventFilter(self)
        self.choice.activated.connect(lambda _at: choose(str(self.choice.currentData())))
        self.reading = label("", "", wrap=True)
        self.why = label("", "small", wrap=True)
        words = " · ".join(texto for texto in coluna.amostra if texto) or "vazia"
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(2))
        grid.addWidget(label(coluna.titulo, "h3", wrap=True), 0, 0)
        grid.addWidget(label(words, "small", wrap=True), 1, 0)
        large = theme.escala >= _LARGE
        grid.addWidget(self.choice, *((2, 0) if large else (0, 1, 2, 1)))
        grid.addWidget(self.reading, *((3, 0) if large else (0, 2)))
        grid.addWidget(self.why, *((4, 0) if large else (1, 2)))
        if not large:
            for at, part in enumerate((4, 3, 5)):
                grid.setColumnStretch(at, part)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the wheel scroll the page instead of changing the field it passes."""
        if event.type() is QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def show_field(self, chave: str, sample: Sequence["LinhaLida"]) -> None:
        """Show the column as the field *chave*, and the first rows read so."""
        self.choice.setCurrentIndex(max(self.choice.findData(chave), 0))
        self.setProperty("kind", "card" if chave else "well")
        redress(self)
        if not chave:
            self._say("", "Não é importada.", Tone.NEUTRAL)
            return
        faults = [problem for linha in sample for problem in linha.problems if problem.field == chave]
        read = [_shown(self._campos[chave], linha.valores[chave]) for linha in sample if chave in linha.valores]
        why = self._coluna.porque if chave == self._coluna.campo else "Como você disse."
        if faults:
            words = formats.count(len(faults), "linha não se lê assim", "linhas não se leem assim")
            self._say(f"{words} (das primeiras {len(sample)}). {faults[0].message}", why, Tone.DANGER)
        else:
            self._say(" · ".join(read[:_SHOWN]) or "vazia nas primeiras linhas", why, Tone.NEUTRAL)

    def _say(self, reading: str, why: str, tone: Tone) -> None:
        self.reading.setText(reading)
        self.reading.setProperty("tone", str(tone) if tone is Tone.DANGER else "")
        redress(self.reading)
        self.why.setText(why)
        self.choice.setAccessibleDescription(f"{reading} {why}")


def _shown(campo: Campo, valor: object) -> str:
    return formats.show(valor, TipoColuna.VALOR if campo.tipo is TipoCampo.VALOR else TipoColuna.TEXTO)
