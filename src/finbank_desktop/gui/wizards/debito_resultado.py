"""The last page of *Importar retorno de débito automático*: what became of the file, and what is next."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui import formats
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.cards import card
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.wizards.frame import WizardPage
from finbank_desktop.services.debitos.retorno_wizard import summary
from finbank_desktop.services.retorno_wizard import TITULOS_ABAS

if TYPE_CHECKING:
    from finbank_desktop.services.debitos.retorno_wizard import DebitoDraft


class DebitoResultadoPage(WizardPage):
    """Tells what changed and what is next.

    Attributes:
        next_wanted: Key of the section to go to.
    """

    next_wanted = Signal(str)

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__("Retorno importado", "")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme.px(12))
        self.body.addLayout(self._cards)
        self.body.addStretch()

    def show_result(self, draft: "DebitoDraft") -> None:
        """Show what the file became."""
        plano, importacao = draft.plano, draft.importacao
        if plano is None or importacao is None:
            return
        clear(self._cards)
        self.sentence.setText(f"{plano.arquivo}: importação {importacao.codigo}, {summary(plano)}")
        frame, column = card()
        parts = [f"{TITULOS_ABAS[aba]}: {number}" for aba, number in importacao.contagens.items() if number]
        column.addWidget(label("   ·   ".join(parts) or "Nenhuma linha.", "", wrap=True))
        feitos = formats.count(plano.lancamentos, "lançamento baixado", "lançamentos baixados")
        column.addWidget(label(f"{feitos}, {format_brl(plano.somas.get('gravar', 0))} na conta caixa.", "muted"))
        row = QHBoxLayout()
        links = [("Ver os débitos", "debitos")]
        if importacao.contagens.get("rejeicoes"):
            links.insert(0, ("Recusados: corrigir e reenviar", "debitos"))
        if importacao.contagens.get("a_devolver"):
            links.append(("Valores a devolver", "devolucoes"))
        for words, key in dict(links).items():
            go = Button(words, "link", icon="seta-direita")
            go.clicked.connect(lambda _on=False, where=key: self.next_wanted.emit(where))
            row.addWidget(go)
        row.addStretch()
        column.addLayout(row)
        if plano.needs_person:
            words = formats.count(plano.needs_person, "linha espera", "linhas esperam")
            text = f"{words} conferência. Corrija o que falta e importe este arquivo outra vez: só elas serão olhadas."
            column.addWidget(label(text, "muted", wrap=True))
        self._cards.addWidget(frame)


def clear(layout: QVBoxLayout) -> None:
    """Take everything out of *layout*."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.deleteLater()
