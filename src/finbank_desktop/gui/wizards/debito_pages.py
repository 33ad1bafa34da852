"""The pages of *Importar retorno de débito automático*: context, preview, result."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui.dialogs.fields import Choice, Field, FieldGrid, Kind
from finbank_desktop.gui.models.rows import RowsModel
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.cards import DropZone, FigureCard, FileCard, card, figures
from finbank_desktop.gui.widgets.inline_message import InlineMessage
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.notices import show_problems
from finbank_desktop.gui.widgets.table import Table
from finbank_desktop.gui.wizards.debito_resultado import clear
from finbank_desktop.gui.wizards.debito_tables import columns_of
from finbank_desktop.gui.wizards.frame import WizardPage
from finbank_desktop.services.debitos.retorno_wizard import summary
from finbank_desktop.services.retorno_wizard import TITULOS_ABAS

if TYPE_CHECKING:
    from finbank_desktop.services.debitos.retorno_contexto import Escolhas
    from finbank_desktop.services.debitos.retorno_model import RetornoDebitoPlan
    from finbank_desktop.services.debitos.retorno_wizard import DebitoDraft

RATEIOS = (("Por ordem de vencimento", "vencimento"), ("Proporcional ao valor", "proporcional"))
Abas = Mapping[str, Sequence[Mapping[str, Any]]]


class ContextoPage(WizardPage):
    """Asks for the file, the filial, the conta caixa, the evento contábil and the histórico.

    Attributes:
        removed: The file is not wanted any more.
        chosen: Another filial, conta, evento or histórico: the values by name.
        layouts_wanted: The bank has no layout: show where one is registered.
    """

    removed = Signal()
    chosen = Signal(dict)
    layouts_wanted = Signal()

    def __init__(self, choose: Callable[[], object]) -> None:
        """*choose* opens the native dialog."""
        super().__init__(
            "De onde vem e para onde vai o dinheiro?",
            "Escolha o arquivo de retorno, a filial e a conta caixa. O programa descobre sozinho de que banco e "
            "convênio é o arquivo. Nada é gravado antes de você conferir.",
        )
        self.zone = DropZone("Solte o arquivo aqui, ou", "Selecionar arquivo…", choose)
        self.notice = InlineMessage(closable=False)
        self._file = QVBoxLayout()
        self._place = QVBoxLayout()
        self.grid: FieldGrid | None = None
        self.body.addWidget(self.zone)
        self.body.addLayout(self._file)
        self.body.addWidget(self.notice)
        self.body.addLayout(self._place)
        self.body.addStretch()

    def first_focus(self) -> QWidget:
        """Begin at the button that chooses, or in the first box once there is a file."""
        first = self.grid.first() if self.grid is not None else None
        return first or self.zone.button

    def show_draft(self, draft: "DebitoDraft") -> None:
        """Show the file and what it is."""
        clear(self._file)
        if draft.caminho is not None:
            made = FileCard(draft.caminho.name, self.removed.emit)
            if draft.recusa:
                made.say(draft.recusa, "erro", Tone.DANGER)
            elif draft.escolhas is not None:
                convenio = draft.escolhas.convenio
                words = f"{convenio.descricao} · banco {convenio.banco} · convênio {convenio.convenio}"
                made.say(words, "ok", Tone.SUCCESS)
            self._file.addWidget(made)
        if draft.sem_layout:
            self.notice.say(
                "Este banco, processo e formato não estão nos layouts bancários em uso.",
                Tone.WARNING,
                action="Abrir Layouts bancários",
                run=self.layouts_wanted.emit,
            )
        else:
            self.notice.silence()
        if draft.escolhas is None:
            clear(self._place)
            self.grid = None
        elif self.grid is None:
            self._offer(draft)

    def _offer(self, draft: "DebitoDraft") -> None:
        assert draft.escolhas is not None  # noqa: S101 - the caller looked
        self.grid = FieldGrid(context_fields(draft.escolhas))
        self.grid.fill(
            {
                "filial_id": draft.contexto.filial_id,
                "conta_id": draft.contexto.conta_id,
                "evento_id": draft.contexto.escolha.evento_id or 0,
                "historico_id": draft.contexto.escolha.historico_id or 0,
            }
        )
        self.grid.changed.connect(self._changed)
        frame, column = card()
        column.addWidget(self.grid)
        self._place.addWidget(frame)

    def _changed(self) -> None:
        if self.grid is not None:
            self.chosen.emit(self.grid.values())


def context_fields(escolhas: "Escolhas") -> Sequence[Field]:
    """Return the four boxes; evento and histórico begin with the default of the process."""
    filiais = [Choice(value=each.id, text=f"{each.codigo} · {each.nome}") for each in escolhas.filiais]
    contas = [
        Choice(value=each.id, text=f"{each.descricao}" + (f" · banco {each.banco}" if each.banco else ""))
        for each in escolhas.contas
    ]
    return (
        Field(name="filial_id", words="&Filial", kind=Kind.CHOICE, choices=filiais),
        Field(name="conta_id", words="Conta &caixa que recebe", kind=Kind.CHOICE, choices=contas),
        Field(
            name="evento_id",
            words="&Evento contábil",
            kind=Kind.CHOICE,
            choices=_with_default("Evento", escolhas.evento_padrao, escolhas.eventos),
        ),
        Field(
            name="historico_id",
            words="&Histórico",
            kind=Kind.CHOICE,
            choices=_with_default("Histórico", escolhas.historico_padrao, escolhas.historicos),
        ),
    )


def _with_default(nome: str, padrao: str, outros: Sequence[tuple[int, str]]) -> list[Choice]:
    usual = Choice(value=0, text=f"Usar padrão ({nome} {padrao})" if padrao else "Usar padrão")
    return [usual, *(Choice(value=row, text=f"Outro: {texto}") for row, texto in outros)]


class DebitoConferenciaPage(WizardPage):
    """Shows what the file will change, tab by tab.

    Attributes:
        ticked: The user knows that the trailer disagrees, or takes it back.
        rateio_chosen: How a debit in part is shared.
    """

    ticked = Signal(bool)
    rateio_chosen = Signal(str)

    def __init__(self) -> None:
        """Begin without a plan."""
        super().__init__("Confira o que vai acontecer", "")
        self.notice = InlineMessage(closable=False)
        self.file_sum = FigureCard("Creditado no arquivo")
        self.saved_sum = FigureCard("Será baixado")
        self.entries = FigureCard("Lançamentos")
        self.trailer = FigureCard("Totais no fim do arquivo")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setMinimumHeight(theme.px(200))
        self.tabs.tabBar().setAccessibleName("Linhas do retorno por tipo")
        self.tabs.currentChanged.connect(lambda _at: self._tab_changed())
        self.effect = label("", "", wrap=True, selectable=True)
        self.effect.setAccessibleName("O que vai acontecer com a linha escolhida")
        well, inside = card("well")
        inside.addWidget(self.effect)
        self.rateio = QComboBox()
        for words, value in RATEIOS:
            self.rateio.addItem(words, value)
        self.rateio.activated.connect(lambda _at: self.rateio_chosen.emit(str(self.rateio.currentData())))
        caption = label("&Rateio de um débito parcial", "field")
        caption.setBuddy(self.rateio)
        self.rateio.setAccessibleName("Rateio de um débito parcial")
        self.tick = QCheckBox("&Importar assim mesmo: sei que os totais no fim do arquivo não conferem")
        self.tick.setProperty("kind", "danger")
        self.tick.toggled.connect(self.ticked)
        below = QHBoxLayout()
        below.addWidget(caption)
        below.addWidget(self.rateio)
        below.addStretch()
        self.body.addWidget(self.notice)
        self.body.addLayout(figures((self.file_sum, self.saved_sum, self.entries, self.trailer)))
        self.body.addWidget(self.tabs, 1)
        self.body.addWidget(well)
        self.body.addLayout(below)
        self.body.addWidget(self.tick)

    def first_focus(self) -> QWidget:
        """Begin at the tabs."""
        return self.tabs.tabBar()

    def show_plan(self, plano: "RetornoDebitoPlan", abas: Abas, *, assim_mesmo: bool) -> None:
        """Show *plano*, whose rows are *abas*."""
        self.sentence.setText(f"{plano.arquivo}: {plano.convenio_descricao}. {summary(plano)}")
        total, gravar = plano.somas.get("arquivo", 0), plano.somas.get("gravar", 0)
        self.file_sum.show_figure(format_brl(total))
        self.saved_sum.show_figure(format_brl(gravar), f"{format_brl(total - gravar)} fora" if total > gravar else "")
        self.entries.show_figure(str(plano.lancamentos))
        if plano.needs_tick:
            self.trailer.show_figure("Não conferem", "com as linhas do arquivo", Tone.DANGER)
            self.notice.say(
                "Os totais no fim do arquivo não conferem com as linhas dele; podem faltar débitos. Baixe-o de novo no "
                "banco ou marque “Importar assim mesmo”.",
                Tone.DANGER,
            )
        else:
            self.trailer.show_figure("Conferem", "", Tone.SUCCESS)
            show_problems(self.notice, plano.problems)
        if plano.ja_importado_id is not None:
            self.notice.say(f"{plano.ja_importado} Nada muda.", Tone.WARNING)
        self.tick.setVisible(plano.needs_tick)
        self.tick.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.tick.setChecked(assim_mesmo)
        self.tick.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.rateio.setCurrentIndex(max(0, self.rateio.findData(plano.contexto.rateio)))
        self._show_tabs(abas)

    def _show_tabs(self, abas: Abas) -> None:
        before = self.tabs.tabText(self.tabs.currentIndex()).rpartition(" ")[0]
        while self.tabs.count():
            old = self.tabs.widget(0)
            self.tabs.removeTab(0)
            if old is not None:
                old.deleteLater()
        for aba, titulo in TITULOS_ABAS.items():
            rows = abas[aba]
            if not rows:
                continue
            colunas = columns_of(aba, rows)
            model = RowsModel(colunas)
            model.show_rows(rows)
            table = Table(colunas, model, marks=False, name=titulo)
            model.setParent(table)
            table.selectionModel().currentRowChanged.connect(
                lambda current, _previous, of=model: self._explain(of, current.row())
            )
            self.tabs.addTab(table, f"{titulo} ({len(rows)})")
        names = [self.tabs.tabText(at).rpartition(" ")[0] for at in range(self.tabs.count())]
        self.tabs.setCurrentIndex(names.index(before) if before in names else 0)
        self._tab_changed()

    def _tab_changed(self) -> None:
        table = self.tabs.currentWidget()
        if isinstance(table, Table) and table.model().rowCount():
            row = max(table.currentIndex().row(), 0)
            table.setCurrentIndex(table.model().index(row, 0))
            model = table.model()
            if isinstance(model, RowsModel):
                self._explain(model, row)

    def _explain(self, model: RowsModel, number: int) -> None:
        if 0 <= number < model.rowCount():
            row = model.row(number)
            parts = (f"Linha {row['line']}", str(row["cliente"]), str(row["idboleto"]), str(row["efeito"]))
            more = f"\nRateio: {row['rateio']}" if row.get("rateio") else ""
            todo = f"\nO que fazer: {row['o_que_fazer']}" if row.get("o_que_fazer") else ""
            self.effect.setText(" · ".join(part for part in parts if part) + more + todo)
