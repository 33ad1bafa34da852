"""The pages of *Gerar remessa*."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui import formats
from finbank_desktop.gui.models.rows import RowsModel
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.cards import FigureCard, card, figures
from finbank_desktop.gui.widgets.edits import DateEdit
from finbank_desktop.gui.widgets.flow_layout import FlowLayout
from finbank_desktop.gui.widgets.inline_message import InlineMessage
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.notices import show_problems
from finbank_desktop.gui.widgets.palette import fold
from finbank_desktop.gui.widgets.table import Table
from finbank_desktop.gui.wizards.frame import WizardPage

if TYPE_CHECKING:
    from finbank_desktop.services.remessa_plan import RemessaPlan

_CONVENIOS = (
    Coluna(chave="descricao", titulo="Convênio", largura=34),
    Coluna(chave="banco", titulo="Banco", largura=7),
    Coluna(chave="carteira", titulo="Carteira", largura=9),
    Coluna(chave="formato", titulo="CNAB", largura=7),
    Coluna(chave="conta", titulo="Conta", largura=24),
    Coluna(chave="proxima_remessa", titulo="Próxima remessa", tipo=TipoColuna.NUMERO, largura=15),
)
_TITULOS = (
    Coluna(chave="pagador", titulo="Pagador", largura=30),
    Coluna(chave="numero_documento", titulo="Nº documento", largura=14),
    Coluna(chave="vencimento", titulo="Vencimento", tipo=TipoColuna.DATA, largura=11),
    Coluna(chave="valor", titulo="Valor", tipo=TipoColuna.VALOR, largura=14),
    Coluna(chave="comando", titulo="Comando", largura=18),
    Coluna(chave="efeito", titulo="O que vai acontecer", largura=70),
)


def _comando(comando: str) -> str:
    return Comando(comando).titulo if comando in set(Comando) else f"Comando {comando}"


class ConvenioPage(WizardPage):
    """Chooses whose remessa it is.

    Attributes:
        chosen: Id of the convênio, or ``None``.
        opened: Enter or a double click: choose and go on.
        colunas: Of the table.
        asked: The page's question, what to know for it, and the table's name.
        altura: The least height of the table.
    """

    chosen = Signal(object)
    opened = Signal()
    colunas: tuple[Coluna, ...] = _CONVENIOS
    asked = (
        "De qual convênio é a remessa?",
        "Cada convênio tem o seu próprio arquivo, com numeração própria. Os números só avançam.",
        "Convênios",
    )
    altura = 240

    def __init__(self) -> None:
        """Begin before the convênios are read."""
        title, words, name = self.asked
        super().__init__(title, words)
        self.model = RowsModel(self.colunas, parent=self)
        self.table = Table(self.colunas, self.model, marks=False, name=name)
        self.table.setMinimumHeight(theme.px(self.altura))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit(self.convenio_id()))
        self.table.opened.connect(lambda _row: self.opened.emit())
        frame, column = card()
        column.setContentsMargins(theme.px(4), theme.px(4), theme.px(4), theme.px(4))
        column.addWidget(self.table)
        self.body.addWidget(frame, 1)

    def first_focus(self) -> QWidget:
        """Begin in the table."""
        return self.table

    def show_convenios(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Offer *rows*; the first is chosen at once."""
        self.model.show_rows(rows)
        if rows:
            self.table.selectRow(0)

    def convenio_id(self) -> int | None:
        """Return the id of the chosen one."""
        rows = self.table.selected_rows()
        return int(self.model.row(rows[0])["id"]) if rows else None


class TitulosPage(WizardPage):
    """Shows what the bank will be told of each title and lets titles stay out.

    Attributes:
        more_wanted: Titles that go only with an order should be looked for.
        colunas: Of the table.
        said: Title, what the filter looks for, caption of its date, and one and several of what goes.
        busca: Columns the filter looks in.
        dia: Column of that date.
    """

    more_wanted = Signal()
    colunas = _TITULOS
    said = ("Quais títulos vão para o banco?", "pagador, documento ou comando", "&Vencem até", "título", "títulos")
    busca: tuple[str, ...] = ("pagador", "numero_documento", "comando")
    dia = "vencimento"

    def __init__(self) -> None:
        """Begin without titles."""
        super().__init__(
            self.said[0],
            "Cada linha diz o que o banco vai fazer. Desmarque o que não deve ir agora; nada é gravado ainda.",
        )
        self.going = FigureCard("Vão na remessa")
        self.sum = FigureCard("Valor")
        self.left = FigureCard("Ficam de fora")
        self.notice = InlineMessage(closable=False)
        self.model = RowsModel(self.colunas, tickable=True, parent=self)
        self.table = Table(self.colunas, self.model, marks=False, name=f"{self.said[4].capitalize()} da remessa")
        self.table.setMinimumHeight(theme.px(260))
        frame, column = card()
        column.setContentsMargins(theme.px(4), theme.px(4), theme.px(4), theme.px(4))
        column.addWidget(self.table)
        holder = QWidget()
        row = FlowLayout(holder, theme.px(8))
        row.addWidget(Button("&Marcar todos", "link", clicked=lambda: self._tick_seen(on=True)))
        row.addWidget(Button("&Desmarcar todos", "link", clicked=lambda: self._tick_seen(on=False)))
        self.more_button = Button("&Incluir títulos com comando…", "link", icon="novo", clicked=self.more_wanted.emit)
        row.addWidget(self.more_button)
        row.addWidget(label("Espaço marca ou desmarca a linha", "small"))
        self.body.addWidget(self.notice)
        self.body.addLayout(figures((self.going, self.sum, self.left)))
        self.body.addWidget(self._build_filters())
        self.body.addWidget(frame, 1)
        self.body.addWidget(holder)
        self.model.layoutChanged.connect(self._filter)

    def _build_filters(self) -> QWidget:
        self.words = QLineEdit()
        self.words.setPlaceholderText(f"Mostrar só: {self.said[1]}")
        self.words.setAccessibleName(f"Filtrar os {self.said[4]} da remessa")
        self.words.setClearButtonEnabled(True)
        self.until = DateEdit()
        self.until.setAccessibleName(f"Mostrar só: {self.said[2].replace('&', '').lower()}")
        self.until.setMaximumWidth(theme.px(150))
        self.hidden = label("", "small")
        self.words.textChanged.connect(lambda _text: self._filter())
        self.until.textChanged.connect(lambda _text: self._filter())
        holder = QWidget()
        row = FlowLayout(holder, theme.px(8), grow_first=True)
        row.addWidget(self.words)
        caption = label(self.said[2], "field")
        caption.setBuddy(self.until)
        for widget in (caption, self.until, self.hidden):
            row.addWidget(widget)
        return holder

    def _filter(self) -> None:
        """Hide what does not fit; what is hidden stays ticked or unticked as it was."""
        words, until = fold(self.words.text()).split(), self.until.value()
        hidden = 0
        for number in range(self.model.rowCount()):
            row = self.model.row(number)
            text = fold(" ".join(str(row[chave]) for chave in self.busca))
            fits = all(word in text for word in words) and (until is None or row[self.dia] <= until)
            self.table.setRowHidden(number, not fits)
            hidden += not fits
        self.hidden.setText(formats.count(hidden, "fora do filtro", "fora do filtro") if hidden else "")

    def _tick_seen(self, *, on: bool) -> None:
        seen = [self.model.row(at)["id"] for at in range(self.model.rowCount()) if not self.table.isRowHidden(at)]
        self.model.tick(seen, on=on)

    def first_focus(self) -> QWidget:
        """Begin in the table."""
        return self.table

    def show_plan(self, plano: "RemessaPlan") -> None:
        """Show every boleto that was looked at."""
        rows = [
            {
                "id": row.boleto.id,
                "pagador": row.pagador.nome,
                "numero_documento": row.boleto.numero_documento,
                "vencimento": row.boleto.vencimento,
                "valor": row.boleto.valor,
                "comando": _comando(row.comando),
                "efeito": row.efeito,
            }
            for row in plano.rows
        ]
        self.fill(rows, {row.boleto.id: row.efeito for row in plano.rows if not row.goes}, plano.problems)

    def fill(self, rows: Sequence[Mapping[str, Any]], stuck: Mapping[int, str], problems: Sequence[Problem]) -> None:
        """Show *rows*; those in *stuck* stay out, by id to why."""
        self.model.show_rows(rows, stuck=stuck)
        if rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._filter()
        show_problems(self.notice, problems)

    def show_sums(self, plano: "RemessaPlan", escolhidos: Sequence[int]) -> None:
        """Show how many go and what they are worth."""
        chosen = set(escolhidos)
        valor = sum(row.boleto.valor for row in plano.rows if row.boleto.id in chosen)
        self.show_figures(len(chosen), valor, len(plano.rows), sum(not row.goes for row in plano.rows))

    def show_figures(self, going: int, valor: int, everything: int, stuck: int) -> None:
        """Show how many go, their sum, how many stay out, and how many of these have something wrong with them."""
        one, many = self.said[3:]
        self.going.show_figure(formats.count(going, one, many))
        self.sum.show_figure(format_brl(valor))
        remark = formats.count(stuck, "tem algo a corrigir", "têm algo a corrigir") if stuck else ""
        tone = Tone.WARNING if stuck else None
        self.left.show_figure(formats.count(everything - going, one, many), remark, tone)


class PastaPage(WizardPage):
    """Chooses the folder and shows exactly which file will be written."""

    def __init__(self, choose: Callable[[], object]) -> None:
        """*choose* opens the native dialog."""
        super().__init__(
            "Onde salvar o arquivo?",
            "Ao gerar, o arquivo é salvo na pasta e o que vai nele fica marcado como na remessa. As duas coisas, ou "
            "nenhuma.",
        )
        frame, column = card()
        column.setSpacing(theme.px(8))
        self.file = label("", "h2", wrap=True, selectable=True)
        self.words = label("", "muted", wrap=True)
        column.addWidget(label("Arquivo", "field"))
        column.addWidget(self.file)
        column.addWidget(self.words)
        column.addSpacing(theme.px(8))
        caption = label("&Pasta", "field")
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.folder.setAccessibleName("Pasta")
        caption.setBuddy(self.folder)
        self.choose_button = Button("Escolher pasta…", icon="pasta", clicked=choose)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose_button)
        self.error = InlineMessage(closable=False)
        column.addWidget(caption)
        column.addLayout(row)
        column.addWidget(self.error)
        self.notice = InlineMessage(closable=False)
        self.body.addWidget(frame)
        self.body.addWidget(self.notice)
        self.body.addStretch()

    def first_focus(self) -> QWidget:
        """Begin at the button that chooses."""
        return self.choose_button

    def show_file(self, plano: Any, words: str, pasta: Path | None, warnings: Sequence[Problem]) -> None:
        """Show the file *plano* makes in *pasta*; *words* are one line about it."""
        self.folder.setText(str(pasta or ""))
        self.folder.setToolTip(str(pasta or ""))
        show_problems(self.error, [each for each in warnings if each.is_error])
        if plano is None:
            return
        self.file.setText(plano.arquivo)
        self.words.setText(words)
        show_problems(self.notice, [each for each in (*warnings, *plano.problems) if not each.is_error])
