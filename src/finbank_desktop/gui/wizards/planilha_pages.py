"""The pages of *Importar planilha*."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from finbank_desktop.gui import formats
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.cards import DropZone, FileCard, card
from finbank_desktop.gui.widgets.clearing import clear
from finbank_desktop.gui.widgets.counted_tabs import CountedTab, CountedTabs
from finbank_desktop.gui.widgets.labels import IconLabel, label
from finbank_desktop.gui.wizards.frame import WizardPage
from finbank_desktop.gui.wizards.planilha_columns import ColumnCard
from finbank_desktop.gui.wizards.planilha_tables import columns_of
from finbank_desktop.services.planilha_model import Aba
from finbank_desktop.services.planilha_tipos import TIPOS, Tipo
from finbank_desktop.services.planilha_wizard import TITULOS_ABAS, PlanilhaDraft, summary

if TYPE_CHECKING:
    from finbank_desktop.services.planilha_model import LinhaLida, PlanilhaPlan

_HEADER_LINES = 40
_MANY_COLUMNS = 60
"""Columns that get a row each; a table of more is cut by hand first."""


class ArquivoPage(WizardPage):
    """Chooses the file and says what its rows are.

    Attributes:
        removed: The file is not wanted any more.
        kind_wanted: The user says what the rows are.
        model_wanted: A blank model of that kind is wanted.
    """

    removed = Signal()
    kind_wanted = Signal(str)
    model_wanted = Signal(str)

    def __init__(self, choose: Callable[[], object]) -> None:
        """*choose* opens the native dialog."""
        super().__init__(
            "Escolha a planilha",
            "Serve a que o outro sistema exporta, .xlsx ou .csv, como ela vem. O programa descobre o que há em cada "
            "coluna e você confere. Nada é gravado antes.",
        )
        self.zone = DropZone("Solte a planilha aqui, ou", "Selecionar arquivo…", choose)
        self._file = QVBoxLayout()
        self.kind = QComboBox()
        self.kind.setAccessibleName("O que é cada linha da planilha")
        for tipo in TIPOS.values():
            self.kind.addItem(f"um {tipo.um}" if tipo.fim == "o" else f"uma {tipo.um}", tipo.chave)
        self.kind.activated.connect(lambda _at: self.kind_wanted.emit(str(self.kind.currentData())))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(label("Cada linha é", "field"))
        row.addWidget(self.kind)
        row.addStretch()
        models = QHBoxLayout()
        models.setSpacing(theme.px(8))
        models.addWidget(label("Não tem planilha? Comece por um modelo em branco:", "muted", wrap=True))
        for tipo in TIPOS.values():
            save = Button(f"Modelo de {tipo.titulo.lower()}", "link", icon="salvar")
            save.clicked.connect(lambda _on=False, key=tipo.chave: self.model_wanted.emit(key))
            models.addWidget(save)
        models.addStretch()
        self.body.addWidget(self.zone)
        self.body.addLayout(self._file)
        self.body.addLayout(row)
        self.body.addStretch()
        self.body.addLayout(models)

    def first_focus(self) -> QWidget:
        """Begin at the button that chooses."""
        return self.zone.button

    def show_draft(self, draft: PlanilhaDraft) -> None:
        """Show the file and what it is."""
        clear(self._file)
        if draft.caminho is not None:
            made = FileCard(draft.caminho.name, self.removed.emit)
            if draft.recusa:
                made.say(draft.recusa, "erro", Tone.DANGER)
            elif draft.proposta is not None:
                made.say(recognised(draft), "ok", Tone.SUCCESS)
            self._file.addWidget(made)
        self.kind.setEnabled(not draft.recusa)
        self.kind.setCurrentIndex(self.kind.findData(draft.tipo))


def recognised(draft: PlanilhaDraft) -> str:
    """Return what the table seems to be, in one or two sentences."""
    proposta = draft.proposta
    if proposta is None:
        return ""
    known = sum(1 for coluna in proposta.colunas if coluna.campo)
    words = formats.count(len(proposta.colunas), "coluna", "colunas")
    again = " Você já leu uma planilha com este cabeçalho; as colunas ficam como da última vez." * proposta.lembrado
    head = f"cabeçalho na linha {proposta.cabecalho}" if proposta.cabecalho else "sem cabeçalho"
    return f"{TIPOS[proposta.tipo].titulo}: {words}, {head}; reconheci {known}.{again}"


class ColunasPage(WizardPage):
    """Shows each column, what it was taken for and how its first cells are read then.

    Attributes:
        assigned: Place of a column and the key of the field the user gives it.
        sheet_wanted: Name of another sheet.
        header_wanted: Line of the header; 0 for none.
    """

    assigned = Signal(int, str)
    sheet_wanted = Signal(str)
    header_wanted = Signal(int)

    def __init__(self, tipos: Mapping[str, Tipo] = TIPOS) -> None:
        """Begin empty; *tipos* are the kinds of records that a table may hold."""
        super().__init__("Confira o que há em cada coluna", "")
        self._tipos = tipos
        self.sheet_words = label("Aba", "field")
        self.sheet = QComboBox()
        self.sheet.setAccessibleName("Aba da planilha")
        self.sheet.activated.connect(lambda _at: self.sheet_wanted.emit(self.sheet.currentText()))
        self.header = QComboBox()
        self.header.setAccessibleName("Linha do cabeçalho")
        self.header.activated.connect(self.header_wanted)
        self.header.installEventFilter(self)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.sheet_words)
        row.addWidget(self.sheet)
        row.addWidget(label("Linha do cabeçalho", "field"))
        row.addWidget(self.header)
        row.addStretch()
        self.cards: list[ColumnCard] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(8))
        self.body.addLayout(row)
        self.body.addLayout(self._column)
        self.body.addStretch()

    def first_focus(self) -> QWidget | None:
        """Begin at the first column."""
        return self.cards[0].choice if self.cards else self.header

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the wheel scroll the page instead of changing what the pointer happens to pass."""
        if event.type() is QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def show_proposal(self, draft: PlanilhaDraft) -> None:
        """Show the columns of another table, or of the same read otherwise."""
        proposta = draft.proposta
        if proposta is None:
            return
        tipo = self._tipos[proposta.tipo]
        self.sentence.setText(
            f"Cada linha é {'um' if tipo.fim == 'o' else 'uma'} {tipo.um}. À direita está como o programa lê as "
            "primeiras linhas. O que fica fora não é importado."
        )
        self.sheet_words.setVisible(len(proposta.abas) > 1)
        self.sheet.setVisible(len(proposta.abas) > 1)
        self.sheet.clear()
        self.sheet.addItems(list(proposta.abas))
        self.sheet.setCurrentText(proposta.aba)
        self.header.clear()
        self.header.addItems(["não há", *map(str, range(1, max(_HEADER_LINES, proposta.cabecalho) + 1))])
        self.header.setCurrentIndex(proposta.cabecalho)
        clear(self._column)
        self.cards = [
            ColumnCard(coluna, tipo.campos, lambda key, place=at: self.assigned.emit(place, key))  # type: ignore[misc] # default
            for at, coluna in enumerate(proposta.colunas[:_MANY_COLUMNS])
        ]
        for made in self.cards:
            self._column.addWidget(made)

    def show_sample(self, draft: PlanilhaDraft, sample: Sequence["LinhaLida"]) -> None:
        """Show how the first rows are read now."""
        if draft.mapa is None:
            return
        for made, chave in zip(self.cards, draft.mapa.campos, strict=False):
            made.show_field(chave, sample)


class ConferenciaPage(WizardPage):
    """Shows what will be written, tab by tab.

    Attributes:
        export_wanted: The rows with a problem are wanted as a file.
    """

    export_wanted = Signal()

    def __init__(self) -> None:
        """Begin without a plan."""
        super().__init__("Confira o que vai entrar", "")
        self.tabs = CountedTabs("Linhas da planilha por destino", "Nenhuma linha deste tipo na planilha.")
        self.tabs.row_changed.connect(self._explain)
        self.effect = label("", "", wrap=True, selectable=True)
        self.effect.setAccessibleName("O que vai acontecer com a linha escolhida")
        well, inside = card("well")
        inside.addWidget(self.effect)
        self.export = Button("Salvar as linhas com problema…", "link", icon="salvar", clicked=self.export_wanted.emit)
        below = QHBoxLayout()
        below.addStretch()
        below.addWidget(self.export)
        self.body.addWidget(self.tabs, 1)
        self.body.addWidget(well)
        self.body.addLayout(below)

    def first_focus(self) -> QWidget:
        """Begin at the tabs."""
        return self.tabs.tabBar()

    def show_plan(self, plano: "PlanilhaPlan", abas: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
        """Show *plano*, whose rows by tab are *abas*."""
        self.sentence.setText(f"{plano.arquivo}: {summary(plano)}")
        self.export.setVisible(bool(plano.tabs[Aba.PROBLEMAS]))
        self.tabs.show_tabs(
            [CountedTab(titulo, columns_of(plano, aba), abas[str(aba)]) for aba, titulo in TITULOS_ABAS.items()]
        )

    def _explain(self, row: Mapping[str, Any] | None) -> None:
        self.effect.setText(f"Linha {row['linha']} · {row['efeito']}" if row is not None else "")


class ResultadoPage(WizardPage):
    """Tells what was written and how to take it back.

    Attributes:
        undo_wanted: All of it is to be taken back.
        export_wanted: The rows that stayed out are wanted as a file.
        list_wanted: The list with the new records is wanted.
    """

    undo_wanted = Signal()
    export_wanted = Signal()
    list_wanted = Signal()

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__("Planilha importada", "")
        frame, column = card()
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        self.icon = IconLabel("ok", size=24, tone=Tone.SUCCESS)
        self.words = label("", "h3", wrap=True)
        head.addWidget(self.icon)
        head.addWidget(self.words, 1)
        column.addLayout(head)
        self.left_out = label("", "muted", wrap=True)
        column.addWidget(self.left_out)
        row = QHBoxLayout()
        self.open_list = Button("Ver na lista", "link", icon="seta-direita", clicked=self.list_wanted.emit)
        self.export = Button("Salvar as linhas com problema…", "link", icon="salvar", clicked=self.export_wanted.emit)
        self.undo = Button("Desfazer a importação", "link", icon="limpar-filtros", clicked=self.undo_wanted.emit)
        for button in (self.open_list, self.export, self.undo):
            row.addWidget(button)
        row.addStretch()
        column.addLayout(row)
        self.body.addWidget(frame)
        self.body.addStretch()

    def show_result(self, draft: PlanilhaDraft) -> None:
        """Show what *draft* became."""
        if draft.plano is None or draft.operacao is None:
            return
        self.title.setText("Pronto: a planilha foi importada")
        self.sentence.setText("Da próxima vez, uma planilha com o mesmo cabeçalho será lida do mesmo jeito.")
        self.icon.change("ok", Tone.SUCCESS)
        self.words.setText(draft.operacao.texto)
        fora = draft.plano.tabs[Aba.PROBLEMAS]
        words = formats.count(fora, "linha ficou de fora", "linhas ficaram de fora")
        self.left_out.setText(f"{words}; corrija-as e importe só elas." if fora else "Todas as linhas entraram.")
        self.export.setVisible(bool(fora))
        self.undo.setVisible(True)
        self.open_list.setVisible(True)

    def show_undone(self) -> None:
        """Say that all of it was taken back."""
        self.title.setText("A importação foi desfeita")
        self.sentence.setText("Tudo voltou a ser como era; a mesma planilha pode ser importada de novo.")
        self.icon.change("info", Tone.INFO)
        self.left_out.setText("")
        for button in (self.undo, self.open_list, self.export):
            button.setVisible(False)
