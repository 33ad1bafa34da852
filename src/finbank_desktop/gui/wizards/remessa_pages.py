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
    """

    chosen = Signal(object)
    opened = Signal()

    def __init__(self) -> None:
        """Begin before the convênios are read."""
        super().__init__(
            "De qual convênio é a remessa?",
            "Cada convênio tem o seu próprio arquivo, com numeração própria. Os números só avançam.",
        )
        self.model = RowsModel(_CONVENIOS, parent=self)
        self.table = Table(_CONVENIOS, self.model, marks=False, name="Convênios")
        self.table.setMinimumHeight(theme.px(240))
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
        """Offer *rows*; a single one is chosen at once."""
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
    """

    more_wanted = Signal()

    def __init__(self) -> None:
        """Begin without titles."""
        super().__init__(
            "Quais títulos vão para o banco?",
            "Cada linha diz o que o banco vai fazer. Desmarque o que não deve ir agora; nada é gravado ainda.",
        )
        self.going = FigureCard("Vão na remessa")
        self.sum = FigureCard("Valor")
        self.left = FigureCard("Ficam de fora")
        self.notice = InlineMessage(closable=False)
        self.model = RowsModel(_TITULOS, tickable=True, parent=self)
        self.table = Table(_TITULOS, self.model, marks=False, name="Títulos da remessa")
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
        self.words.setPlaceholderText("Mostrar só: pagador, documento ou comando")
        self.words.setAccessibleName("Filtrar os títulos da remessa")
        self.words.setClearButtonEnabled(True)
        self.until = DateEdit()
        self.until.setAccessibleName("Mostrar só os que vencem até")
        self.until.setMaximumWidth(theme.px(150))
        self.hidden = label("", "small")
        self.words.textChanged.connect(lambda _text: self._filter())
        self.until.textChanged.connect(lambda _text: self._filter())
        holder = QWidget()
        row = FlowLayout(holder, theme.px(8), grow_first=True)
        row.addWidget(self.words)
        caption = label("&Vencem até", "field")
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
            text = fold(f"{row['pagador']} {row['numero_documento']} {row['comando']}")
            fits = all(word in text for word in words) and (until is None or row["vencimento"] <= until)
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
        self.model.show_rows(rows, stuck={row.boleto.id: row.efeito for row in plano.rows if not row.goes})
        if rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._filter()
        show_problems(self.notice, plano.problems)

    def show_sums(self, plano: "RemessaPlan", escolhidos: Sequence[int]) -> None:
        """Show how many go and what they are worth."""
        chosen = set(escolhidos)
        valor = sum(row.boleto.valor for row in plano.rows if row.boleto.id in chosen)
        self.going.show_figure(formats.count(len(chosen), "título", "títulos"))
        self.sum.show_figure(format_brl(valor))
        left = len(plano.rows) - len(chosen)
        stuck = sum(not row.goes for row in plano.rows)
        remark = formats.count(stuck, "tem algo a corrigir", "têm algo a corrigir") if stuck else ""
        self.left.show_figure(formats.count(left, "título", "títulos"), remark, Tone.WARNING if stuck else None)


class PastaPage(WizardPage):
    """Chooses the folder and shows exactly which file will be written."""

    def __init__(self, choose: Callable[[], object]) -> None:
        """*choose* opens the native dialog."""
        super().__init__(
            "Onde salvar o arquivo?",
            "Ao gerar, o arquivo é salvo na pasta e os boletos passam a “Na remessa”. As duas coisas, ou nenhuma.",
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

    def show_plan(self, plano: "RemessaPlan | None", pasta: Path | None, warnings: Sequence[Problem]) -> None:
        """Show the file *plano* makes in *pasta*."""
        self.folder.setText(str(pasta or ""))
        self.folder.setToolTip(str(pasta or ""))
        show_problems(self.error, [each for each in warnings if each.is_error])
        if plano is None:
            return
        self.file.setText(plano.arquivo)
        titles = formats.count(len(plano.going), "título", "títulos")
        convenio = plano.convenio
        self.words.setText(
            f"Remessa nº {plano.sequencia} do convênio {convenio.codigo} {convenio.descricao} · "
            f"CNAB {convenio.formato} · {titles} · {format_brl(plano.valor)}"
        )
        show_problems(self.notice, [each for each in (*warnings, *plano.problems) if not each.is_error])
