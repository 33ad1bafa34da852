"""The last page of *Importar retorno*: what became of each file, and what is next."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from finbank_desktop.gui import formats
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.cards import card
from finbank_desktop.gui.widgets.clearing import clear
from finbank_desktop.gui.widgets.labels import IconLabel, label
from finbank_desktop.gui.wizards.frame import WizardPage
from finbank_desktop.services.retorno_wizard import TITULOS_ABAS, RetornoDraft, RetornoFile, closing


class ResultadoPage(WizardPage):
    """Tells what changed and what is next.

    Attributes:
        next_wanted: Filter of the boletos list to go to: key, words, value.
    """

    next_wanted = Signal(str, str, object)

    titulos = TITULOS_ABAS
    done = "Pronto: os boletos estão atualizados"

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__("Retorno importado", "")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme.px(12))
        self.body.addLayout(self._cards)
        self.body.addStretch()

    def show_result(self, draft: RetornoDraft) -> None:
        """Show one card per file."""
        clear(self._cards)
        self.title.setText(self.done if draft.importados else "Nada foi importado")
        self.sentence.setText(self.sum_up(draft))
        for arquivo in draft.arquivos:
            self._cards.addWidget(self._card(arquivo))

    def sum_up(self, draft: RetornoDraft) -> str:
        """Return one sentence about what became of all the files."""
        return closing(draft)

    def _card(self, arquivo: RetornoFile) -> QWidget:
        frame, column = card()
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        icon, tone, words = _outcome(arquivo)
        head.addWidget(IconLabel(icon, size=24, tone=tone))
        head.addWidget(label(arquivo.caminho.name, "h3", wrap=True), 1)
        column.addLayout(head)
        column.addWidget(label(words, "muted", wrap=True))
        if arquivo.importacao is not None:
            self._add_counts(column, arquivo.importacao.contagens)
        return frame

    def _add_counts(self, column: QVBoxLayout, contagens: Mapping[str, int]) -> None:
        parts = [f"{self.titulos[aba]}: {number}" for aba, number in contagens.items() if number]
        column.addWidget(label("   ·   ".join(parts), "", wrap=True))
        row = QHBoxLayout()
        for words, wanted in self.further(contagens):
            go = Button(words, "link", icon="seta-direita")
            go.clicked.connect(lambda _on=False, each=wanted: self.next_wanted.emit(*each))
            row.addWidget(go)
        waiting = sum(contagens.get(aba, 0) for aba in ("nao_localizados", "conferir"))
        if waiting:
            words = f"{formats.count(waiting, 'linha espera', 'linhas esperam')} uma decisão sua."
            row.addWidget(
                label(f"{words} Importe este arquivo outra vez quando quiser decidir.", "muted", wrap=True), 1
            )
        row.addStretch()
        column.addLayout(row)

    def further(self, contagens: Mapping[str, int]) -> list[tuple[str, tuple[str, str, str]]]:
        """Return what can be looked at next: words of the link, and what `next_wanted` then carries."""
        links = []
        if contagens.get("a_devolver"):
            words = formats.count(contagens["a_devolver"], "pagamento", "pagamentos")
            links.append((f"{words} a devolver: ver a lista", ("devolucoes", "Esperam a devolução", "espera")))
        if contagens.get("rejeicoes"):
            words = formats.count(contagens["rejeicoes"], "recusado", "recusados")
            links.append((f"{words}: corrigir e reenviar", ("no_banco", "Recusado", "Recusado")))
        return links


def _outcome(arquivo: RetornoFile) -> tuple[str, Tone, str]:
    if arquivo.importacao is not None:
        registros = formats.count(arquivo.importacao.registros, "registro", "registros")
        return "ok", Tone.SUCCESS, f"Importação {arquivo.importacao.codigo}: {registros}."
    if arquivo.recusa:
        return "erro", Tone.DANGER, arquivo.recusa
    if arquivo.is_repeated and arquivo.plano is not None:
        return "aviso", Tone.WARNING, f"{arquivo.plano.ja_importado} Nada mudou."
    return "traco", Tone.NEUTRAL, "Não foi importado."
