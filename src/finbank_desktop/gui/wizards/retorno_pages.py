"""The pages of *Importar retorno*."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from finbank_desktop.domain.listas import Coluna
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui import formats
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.cards import DropZone, FigureCard, FileCard, card, figures
from finbank_desktop.gui.widgets.checks import Check
from finbank_desktop.gui.widgets.clearing import clear
from finbank_desktop.gui.widgets.counted_tabs import CountedTab, CountedTabs
from finbank_desktop.gui.widgets.inline_message import InlineMessage
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.notices import show_problems
from finbank_desktop.gui.wizards.frame import WizardPage
from finbank_desktop.gui.wizards.retorno_tables import columns_of
from finbank_desktop.services.retorno_wizard import TITULOS_ABAS, RetornoDraft, RetornoFile, summary

_TOLD = 10
"""Problems named in a hint; the rest is counted."""


class ArquivosPage(WizardPage):
    """Chooses files and tells what each is.

    Attributes:
        removed: Place of the file that is not wanted any more.
    """

    removed = Signal(int)

    def __init__(self, choose: Callable[[], object], choose_folder: Callable[[], object]) -> None:
        """*choose* and *choose_folder* open the native dialogs."""
        super().__init__(
            "Escolha os arquivos de retorno",
            "São os arquivos .RET que você baixou do site do banco. O programa descobre sozinho de que banco, convênio "
            "e tipo é cada um. Nada é gravado antes de você conferir.",
        )
        self.zone = DropZone("Solte os arquivos aqui, ou", "Selecionar arquivo…", choose)
        self._files = QVBoxLayout()
        self._files.setSpacing(theme.px(8))
        self.folder_button = Button("Selecionar uma &pasta inteira…", "link", icon="pasta", clicked=choose_folder)
        self.body.addWidget(self.zone)
        self.body.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addLayout(self._files)
        self.body.addStretch()

    def first_focus(self) -> QWidget:
        """Begin at the button that chooses."""
        return self.zone.button

    def show_files(self, draft: RetornoDraft) -> None:
        """Show one card per file."""
        clear(self._files)
        for at, arquivo in enumerate(draft.arquivos):
            made = FileCard(arquivo.caminho.name, lambda place=at: self.removed.emit(place))  # type: ignore[misc] # default
            describe(made, arquivo)
            self._files.addWidget(made)


def describe(made: FileCard, arquivo: RetornoFile) -> None:
    """Tell in *made* what *arquivo* is."""
    if arquivo.recusa:
        made.say(arquivo.recusa, "erro", Tone.DANGER)
    elif arquivo.plano is not None and arquivo.is_repeated:
        made.say(f"{arquivo.plano.ja_importado} Nada muda.", "aviso", Tone.WARNING)
    elif arquivo.plano is not None and arquivo.plano.complemento_de is not None:
        left = formats.count(arquivo.plano.needs_person, "linha espera", "linhas esperam")
        made.say(f"{arquivo.plano.convenio_descricao}. Já importado; {left} a sua decisão.", "aviso", Tone.WARNING)
    elif arquivo.plano is not None:
        made.say(arquivo.plano.convenio_descricao, "ok", Tone.SUCCESS)


class ConferenciaPage(WizardPage):
    """Shows what one file will change, tab by tab.

    Attributes:
        titulos: Of the tabs, in their order.
        said: Words of the figures, and who stands in a row.
        ticked: The user knows that the trailer disagrees, or takes it back.
        skipped: The user does not want this file now.
        decision_wanted: The user wants to decide about the plan's row at this place.
    """

    ticked = Signal(bool)
    skipped = Signal()
    decision_wanted = Signal(int)
    titulos = TITULOS_ABAS
    said = ("Total pago no arquivo", "Será baixado", "Tarifas do banco", "pagador")

    def __init__(self) -> None:
        """Begin without a plan."""
        super().__init__("Confira o que vai acontecer", "")
        self.notice = InlineMessage(closable=False)
        self.file_sum = FigureCard(self.said[0])
        self.saved_sum = FigureCard(self.said[1])
        self.charges = FigureCard(self.said[2])
        self.trailer = FigureCard("Totais no fim do arquivo")
        self.tabs = CountedTabs("Linhas do retorno por tipo", "Nenhuma linha deste tipo no arquivo.")
        self.tabs.row_changed.connect(self._explain)
        self.tabs.opened.connect(self._want_decision)
        self.effect = label("", "", wrap=True, selectable=True)
        self.effect.setAccessibleName("O que vai acontecer com a linha escolhida")
        well, inside = card("well")
        self.decide_button = Button("&Decidir esta linha…", "", icon="editar", clicked=self._want_decision)
        line = QHBoxLayout()
        line.addWidget(self.effect, 1)
        line.addWidget(self.decide_button)
        inside.addLayout(line)
        self._plano: Any = None
        self.tick = Check("&Importar assim mesmo: sei que os totais no fim do arquivo não conferem")
        self.tick.setProperty("kind", "danger")
        self.tick.toggled.connect(self.ticked)
        self.skip = Button("Pular este arquivo", "link", clicked=self.skipped.emit)
        below = QHBoxLayout()
        below.addWidget(self.tick)
        below.addStretch()
        below.addWidget(self.skip)
        self.body.addWidget(self.notice)
        self.body.addLayout(figures((self.file_sum, self.saved_sum, self.charges, self.trailer)))
        self.body.addWidget(self.tabs, 1)
        self.body.addWidget(well)
        self.body.addLayout(below)

    def first_focus(self) -> QWidget:
        """Begin at the tabs."""
        return self.tabs.tabBar()

    def show_plan(
        self, arquivo: RetornoFile, place: str, abas: Mapping[str, Sequence[Mapping[str, Any]]], *, several: bool
    ) -> None:
        """Show the plan of *arquivo*; *place* says which of several files it is."""
        plano = arquivo.plano
        if plano is None:
            return
        self._plano = plano
        self.title.setText(f"Confira o que vai acontecer{place}")
        self.sentence.setText(f"{arquivo.caminho.name}: {plano.convenio_descricao}. {self.sum_up(plano)}")
        self._show_sums(plano)
        self._show_problems(plano)
        self.tick.setVisible(plano.needs_tick)
        self.tick.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.tick.setChecked(arquivo.assim_mesmo)
        self.tick.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.skip.setVisible(several)
        self.tabs.show_tabs(
            [CountedTab(titulo, self.columns(aba, abas[aba]), abas[aba]) for aba, titulo in self.titulos.items()]
        )

    def columns(self, aba: str, rows: Sequence[Mapping[str, Any]]) -> tuple[Coluna, ...]:
        """Return the columns of the tab *aba*."""
        return columns_of(aba, rows)

    def sum_up(self, plano: Any) -> str:
        """Return one sentence about everything that will be written."""
        return summary(plano)

    def third_figure(self, plano: Any) -> str:
        """Return what stands beside the sums."""
        return format_brl(plano.somas.get("tarifas", 0))

    def can_decide(self, row: Any) -> bool:
        """Whether a person may decide about *row* of the plan."""
        return bool(row.tab.needs_person or row.decisao is not None)

    def _show_sums(self, plano: Any) -> None:
        total, gravar = plano.somas.get("arquivo", 0), plano.somas.get("gravar", 0)
        self.file_sum.show_figure(format_brl(total))
        left = total - gravar
        self.saved_sum.show_figure(format_brl(gravar), f"{format_brl(left)} a decidir" if left else "")
        self.charges.show_figure(self.third_figure(plano))
        if plano.needs_tick:
            self.trailer.show_figure("Não conferem", "com as linhas do arquivo", Tone.DANGER)
        else:
            self.trailer.show_figure("Conferem", "", Tone.SUCCESS)

    def _show_problems(self, plano: Any) -> None:
        if plano.needs_tick:
            self.notice.say(
                "Os totais no fim do arquivo não conferem com as linhas dele; podem faltar títulos. Baixe-o de novo no "
                "banco ou marque “Importar assim mesmo”.",
                Tone.DANGER,
            )
        else:
            show_problems(self.notice, plano.problems)
        self.notice.setToolTip("\n".join(problem.message for problem in plano.problems[:_TOLD]))

    def show_tab(self, aba: str) -> None:
        """Bring the tab called *aba* into sight."""
        self.tabs.show_tab(self.titulos[aba])

    def _explain(self, row: Mapping[str, Any] | None) -> None:
        if row is not None:
            parts = (f"Linha {row['line']}", str(row[self.said[3]]), str(row["efeito"]), str(row["motivos"]))
            todo = f"\nO que fazer: {row['o_que_fazer']}" if row.get("o_que_fazer") else ""
            self.effect.setText(" · ".join(part for part in parts if part) + todo)
            self._allow_decision(int(row["id"]))

    def _allow_decision(self, place: int) -> None:
        row = self._plano.rows[place] if self._plano is not None else None
        decided = row is not None and row.decisao is not None
        free = row is not None and self.can_decide(row)
        self.decide_button.setText("Mudar a &decisão…" if decided else "&Decidir esta linha…")
        self.decide_button.allow("" if free else "Esta linha não precisa de decisão: o que vai acontecer é certo.")

    def _want_decision(self) -> None:
        row = self.tabs.current_row()
        if row is not None and self.decide_button.isEnabled():
            self.decision_wanted.emit(int(row["id"]))
