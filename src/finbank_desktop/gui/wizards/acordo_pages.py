"""The pages of *Fazer acordo*."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui import formats
from finbank_desktop.gui.dialogs.fields import Choice, Field, FieldGrid, Kind
from finbank_desktop.gui.models.rows import RowsModel
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.cards import FigureCard, card, figures
from finbank_desktop.gui.widgets.checks import Check
from finbank_desktop.gui.widgets.labels import IconLabel, label
from finbank_desktop.gui.widgets.table import Table
from finbank_desktop.gui.wizards.frame import WizardPage

if TYPE_CHECKING:
    from finbank_desktop.services.acordo_wizard import AcordoForm
    from finbank_desktop.services.acordos import AcordoFeito, AcordoPlan

_CONTAS = (
    Coluna(chave="documento", titulo="Documento", largura=16),
    Coluna(chave="pessoa", titulo="Cliente", largura=36),
    Coluna(chave="vencimento", titulo="Vencimento", tipo=TipoColuna.DATA, largura=11),
    Coluna(chave="situacao", titulo="Situação", tipo=TipoColuna.SELO, largura=18),
    Coluna(chave="saldo", titulo="Saldo", tipo=TipoColuna.VALOR, largura=14),
)
_NADA = "Nada a fazer neste passo."


class CombinadoPage(WizardPage):
    """What was owed, and what was agreed on instead."""

    def __init__(self) -> None:
        """Begin before the contas are read."""
        super().__init__(
            "O que foi combinado com o cliente?",
            "O que ele devia deixa de ser cobrado; as parcelas do acordo tomam o lugar. Nada é gravado ainda.",
        )
        self.model = RowsModel(_CONTAS, parent=self)
        self.table = Table(_CONTAS, self.model, marks=False, name="O que entra no acordo")
        self.table.setMinimumHeight(theme.px(130))
        self.table.setMaximumHeight(theme.px(200))
        frame, column = card()
        column.setContentsMargins(theme.px(4), theme.px(4), theme.px(4), theme.px(4))
        column.addWidget(self.table)
        self.body.addWidget(label("O que entra no acordo", "h3"))
        self.body.addWidget(frame)
        self.grid: FieldGrid | None = None
        self._place = QVBoxLayout()
        self.body.addLayout(self._place)
        self.body.addStretch()

    def show_contas(
        self, rows: Sequence[Mapping[str, Any]], form: "AcordoForm", convenios: Sequence[Mapping[str, Any]]
    ) -> FieldGrid:
        """Show what is owed and offer the usual agreement about it."""
        self.model.show_rows(rows)
        choices = [Choice(value=int(row["id"]), text=f"{row['descricao']} ({row['banco']})") for row in convenios]
        choices.append(Choice(value=None, text="Sem boletos por enquanto"))
        self.grid = grid = FieldGrid(
            (
                Field(name="valor", words="&Valor do acordo", kind=Kind.MONEY, value=form.valor),
                Field(name="quantas", words="&Quantas parcelas", kind=Kind.NUMBER, value=form.quantas),
                Field(name="primeiro", words="&Primeiro vencimento", kind=Kind.DATE, value=form.primeiro),
                Field(name="entrada", words="&Entrada (vazio: parcelas iguais)", kind=Kind.MONEY),
                Field(
                    name="convenio_id",
                    words="&Boletos novos por",
                    kind=Kind.CHOICE,
                    value=form.convenio_id,
                    choices=choices,
                ),
                Field(name="motivo", words="&Motivo (fica no histórico)", kind=Kind.TEXT, value=""),
            )
        )
        self._place.addWidget(grid)
        return grid

    def take(self, form: "AcordoForm") -> "AcordoForm":
        """Return *form* with what stands in the fields."""
        if self.grid is None:
            return form
        values = self.grid.values()
        for nome in ("valor", "entrada"):
            values[nome] = values[nome] or 0
        return replace(form, **values)

    def first_focus(self) -> QWidget | None:
        """Begin at the amount."""
        return self.grid.first() if self.grid is not None else None


class PassosPage(WizardPage):
    """The steps in the order they are done, each with what it does."""

    def __init__(self, choose: Callable[[], object]) -> None:
        """*choose* asks for the folder of the remessa."""
        super().__init__(
            "Confira passo por passo",
            "O programa faz os passos nesta ordem, todos juntos: ou todos, ou nenhum.",
        )
        self.original = FigureCard("Devia")
        self.valor = FigureCard("Passa a dever")
        self.titulos = FigureCard("Parcelas")
        self.steps = QVBoxLayout()
        self.steps.setSpacing(theme.px(10))
        self.remeter = Check("Gerar &agora a remessa que manda o banco baixar os títulos antigos")
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.folder.setPlaceholderText("Pasta da remessa")
        self.folder.setAccessibleName("Pasta da remessa")
        self.choose_button = Button("Escolher &pasta…", "", icon="pasta", clicked=choose)
        line = QHBoxLayout()
        line.addWidget(self.folder, 1)
        line.addWidget(self.choose_button)
        line.setContentsMargins(0, 0, 0, 0)
        self._where = QWidget()
        self._where.setLayout(line)
        self._remit = QWidget()
        column = QVBoxLayout(self._remit)
        column.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        column.addWidget(self.remeter)
        column.addWidget(self._where)
        self.body.addLayout(figures((self.original, self.valor, self.titulos)))
        self.body.addLayout(self.steps)
        self.body.addStretch()

    def show_plan(self, plano: "AcordoPlan", form: "AcordoForm") -> None:
        """Show what happens in each step."""
        self.original.show_figure(format_brl(plano.valor_original), plano.pagador)
        menos = plano.valor_original - plano.valor
        remark = f"{format_brl(abs(menos))} {'a menos' if menos > 0 else 'a mais'}" if menos else "o mesmo valor"
        self.valor.show_figure(format_brl(plano.valor), remark)
        self.titulos.show_figure(formats.count(len(form.parcelas), "parcela", "parcelas"))
        while (gone := self.steps.takeAt(0)) is not None:
            widget = gone.widget()
            if widget is not None and widget is not self._remit:
                widget.setParent(None)
                widget.deleteLater()
        remits = False
        for number, passo in enumerate(plano.passos, start=1):
            self.steps.addWidget(_step(f"{number}. {passo.titulo}", passo.efeitos))
            if passo.chave == "remeter":
                remits = bool(passo.efeitos)
                self.steps.addWidget(self._remit)
        self._remit.setVisible(remits)
        self.show_folder(form.pasta, asked=remits and form.remeter)

    def show_folder(self, pasta: Path | None, *, asked: bool) -> None:
        """Show where the remessa will lie, when one is made."""
        self.folder.setText(str(pasta or ""))
        self._where.setVisible(asked)

    def effects(self) -> list[str]:
        """Return every sentence in sight, in its order."""
        return [each.text() for each in self.findChildren(_Effect)]


class ResultadoPage(WizardPage):
    """What was done, and where to go from here."""

    def __init__(self, see: Callable[[], object], send: Callable[[], object]) -> None:
        """*see* shows the new boletos, *send* begins their remessa."""
        super().__init__("Acordo feito", "")
        self.lines = label("", "", wrap=True, selectable=True)
        self.send_button = Button("Gerar remessa agora", "", icon="remessas", clicked=send)
        self.see_button = Button("Ver os boletos", "link", icon="boletos", clicked=see)
        row = QHBoxLayout()
        row.addWidget(self.send_button)
        row.addWidget(self.see_button)
        row.addStretch()
        self.body.addWidget(self.lines)
        self.body.addLayout(row)
        self.body.addStretch()

    def show_done(self, feito: "AcordoFeito", pasta: Path | None) -> None:
        """Say what the agreement became."""
        self.title.setText(f"Acordo {feito.acordo.codigo} feito")
        self.sentence.setText(
            f"{format_brl(feito.acordo.valor_original)} viraram "
            f"{formats.count(len(feito.contas), 'parcela', 'parcelas')}, {format_brl(feito.acordo.valor)} ao todo."
        )
        said = [f"Remessa nº {each.sequencia} salva em {pasta}: {each.arquivo}" for each in feito.remessas]
        said += [
            f"Boleto {each.nosso_numero_impresso}: {format_brl(each.valor)}, vence em {each.vencimento:%d/%m/%Y}."
            for each in feito.boletos
        ]
        self.lines.setText("\n".join(said) or "As parcelas estão em Contas a receber, sem boleto por enquanto.")
        for button in (self.send_button, self.see_button):
            button.setVisible(bool(feito.boletos))

    def first_focus(self) -> QWidget | None:
        """Begin at the next thing to do."""
        return self.send_button if not self.send_button.isHidden() else None


class _Effect(QWidget):
    """One sentence of a step."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._label = label(text, "", wrap=True, selectable=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._label)

    def text(self) -> str:
        return self._label.text()


def _step(title: str, efeitos: Sequence[str]) -> QWidget:
    frame, column = card()
    head = QHBoxLayout()
    head.setSpacing(theme.px(10))
    head.addWidget(IconLabel("atual" if efeitos else "traco", tone=Tone.INFO if efeitos else Tone.NEUTRAL))
    head.addWidget(label(title, "h3", wrap=True), 1)
    column.addLayout(head)
    for efeito in efeitos:
        column.addWidget(_Effect(efeito))
    if not efeitos:
        column.addWidget(label(_NADA, "muted"))
    return frame
