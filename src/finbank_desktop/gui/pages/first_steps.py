"""What has to be entered once before the first boleto, in order, with what is done already."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.labels import IconLabel, label
from finbank_desktop.gui.widgets.page_head import LARGE

if TYPE_CHECKING:
    from finbank_desktop.services.catalog import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to enter, and the section in which that is done."""

    title: str
    sentence: str
    section: str
    action: str


STEPS = (
    Step(
        title="Os dados da sua empresa",
        sentence="Nome, CNPJ e endereço de quem recebe; eles vão impressos em cada boleto.",
        section="empresas",
        action="Completar empresa",
    ),
    Step(
        title="A conta corrente",
        sentence="Onde o banco credita o que os clientes pagam.",
        section="contas",
        action="Cadastrar conta",
    ),
    Step(
        title="O convênio de cobrança",
        sentence="Carteira e numeração que você combinou com o banco.",
        section="convenios",
        action="Cadastrar convênio",
    ),
    Step(
        title="Os clientes",
        sentence="Quem vai pagar, com CPF ou CNPJ e endereço.",
        section="pessoas",
        action="Cadastrar pessoa",
    ),
    Step(
        title="As contas a receber",
        sentence="Quanto cada um deve e até quando. Delas nascem os boletos.",
        section="contas-receber",
        action="Lançar conta",
    ),
)


def steps_done(services: "Services", empresa_id: int, scope: dict[str, Any]) -> list[bool]:
    """Return for each of `STEPS` whether it is done; changes nothing and may run beside the window."""
    one = ListQuery(quantidade=1, filtros=scope)
    cadastros = services.cadastros
    has_documento = bool(empresa_id) and bool(cadastros.get_empresa(empresa_id).documento)
    lists = (cadastros.list_contas, cadastros.list_convenios, cadastros.list_pessoas, services.contas_receber.list)
    return [has_documento, *(bool(list_them(one).total) for list_them in lists)]


class FirstSteps(QFrame):
    """The steps one below the other; the button of the first that is open is the one to press."""

    def __init__(self, desk: Desk) -> None:
        """Begin hidden; `show_done` knows whether there is anything to say."""
        super().__init__()
        self.setProperty("kind", "card")
        self._rows: list[tuple[IconLabel, QLabel, Button]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(20), theme.px(20), theme.px(20))
        column.setSpacing(theme.px(4))
        column.addWidget(label("Primeiros passos", "h2"))
        column.addWidget(
            label("Cinco cadastros, uma vez só, e o primeiro boleto sai. Faça na ordem abaixo.", "muted", wrap=True)
        )
        column.addSpacing(theme.px(12))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(16))
        grid.setColumnStretch(1, 1)
        for number, step in enumerate(STEPS):
            self._add(grid, number, step, desk)
        column.addLayout(grid)
        column.addSpacing(theme.px(12))
        rehearse = Button("Ensaiar antes com um banco simulado", "link", clicked=desk.rehearsal_wanted.emit)
        column.addWidget(rehearse, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def _add(self, grid: QGridLayout, number: int, step: Step, desk: Desk) -> None:
        icon, title = IconLabel("pendente", size=24), label(f"{number + 1}. {step.title}", "h3", wrap=True)
        words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(2))
        lines.addWidget(title)
        lines.addWidget(label(step.sentence, "muted", wrap=True))
        button = Button(step.action, "", clicked=lambda: desk.section_wanted.emit(step.section, {}))
        grid.addWidget(icon, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, number, 1)
        if theme.escala >= LARGE:
            lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            grid.addWidget(button, number, 2)
        self._rows.append((icon, title, button))

    def show_done(self, done: Sequence[bool]) -> None:
        """Show what is done and what comes next; hide when all is done."""
        upcoming = next((at for at, is_done in enumerate(done) if not is_done), None)
        for at, ((icon, title, button), is_done) in enumerate(zip(self._rows, done, strict=True)):
            icon.change(
                "ok" if is_done else "atual" if at == upcoming else "pendente", Tone.SUCCESS if is_done else None
            )
            title.setAccessibleDescription("feito" if is_done else "a fazer")
            button.setVisible(not is_done)
            button.dress("primary" if at == upcoming else "")
        self.setVisible(upcoming is not None)
