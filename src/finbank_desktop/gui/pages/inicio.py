"""*Início*: what waits to be done, each with the button that does it. No charts."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.pages import contas_api, registro_planos
from finbank_desktop.gui.pages.first_steps import FirstSteps, steps_done
from finbank_desktop.gui.pages.inicio_tarefas import TASKS, Task
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.flow_layout import FlowLayout
from finbank_desktop.gui.widgets.inline_message import InlineMessage
from finbank_desktop.gui.widgets.labels import IconLabel, label
from finbank_desktop.gui.widgets.page_head import LARGE, PageHead
from finbank_desktop.gui.widgets.scroller import Scroller


class _TaskCard(QFrame):
    def __init__(self, task: Task, run: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._task = task
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), theme.px(14), theme.px(16), theme.px(14))
        row.setSpacing(theme.px(16))
        self._icon = IconLabel(task.icon, size=28, tone=task.tone)
        self.number = label("", "big")
        self.number.setMinimumWidth(theme.px(72))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(label(task.title, "h3", wrap=True))
        self.sentence = label(task.sentence, "muted", wrap=True)
        words.addWidget(self.sentence)
        self.button = Button(task.action, "", icon="seta-direita", clicked=run)
        self.button.setAccessibleDescription(task.title)
        row.addWidget(self._icon)
        row.addWidget(self.number)
        row.addLayout(words, 1)
        if theme.escala >= LARGE:
            words.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            row.addWidget(self.button)

    def show_count(self, number: int, sum_of: int | None) -> None:
        self.number.setText(f"{number:,}".replace(",", "."))
        worth = f" {format_brl(sum_of)} ao todo." if sum_of else ""
        self.sentence.setText(self._task.sentence + worth)
        self.setAccessibleName(f"{self._task.title}: {number}")
        self.setVisible(bool(number))


class InicioPage(QWidget):
    """The work queue.

    Attributes:
        pending_changed: How many things wait at the bank.
    """

    pending_changed = Signal(int)

    def __init__(self, desk: Desk) -> None:
        """Build the queue; it is counted when the page is shown."""
        super().__init__()
        self.setProperty("kind", "page")
        self.desk = desk
        self._stale = True
        self.message = InlineMessage()
        self.cards = [_TaskCard(task, lambda task=task: self._go(task)) for task in TASKS]  # type: ignore[misc] # default
        self.nothing = self._build_nothing()
        self.steps = FirstSteps(desk)
        self.greeting = label("O que há para fazer", "h1")
        self.sentence = label("Contando…", "muted")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(24))
        column.setSpacing(theme.px(12))
        column.addWidget(self._build_head())
        column.addWidget(self.message)
        column.addWidget(self.steps)
        for each in self.cards:
            each.hide()
            column.addWidget(each)
        column.addWidget(self.nothing)
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(inside))
        desk.changed.connect(self._data_changed)
        QShortcut(QKeySequence("F5"), self).activated.connect(self.refresh)

    def _build_head(self) -> PageHead:
        wants_remessa, wants_import = self.desk.remessa_wanted, self.desk.import_wanted
        remessa = Button("Gerar remessa", "", icon="remessas", clicked=lambda: wants_remessa.emit([], None))
        importar = Button("Importar retorno", "primary", icon="retornos", clicked=lambda: wants_import.emit([]))
        return PageHead(self.greeting, self.sentence, [remessa, importar])

    def _build_nothing(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("kind", "card")
        row = QHBoxLayout(frame)
        row.setContentsMargins(theme.px(20), theme.px(20), theme.px(20), theme.px(20))
        row.setSpacing(theme.px(16))
        row.addWidget(IconLabel("ok", size=32, tone=Tone.SUCCESS))
        words = QVBoxLayout()
        words.addWidget(label("Nada espera por você", "h2"))
        words.addWidget(
            label(
                "Todas as contas estão recebidas e o banco respondeu a tudo. Lance as próximas quando quiser.",
                "muted",
                wrap=True,
            )
        )
        holder = QWidget()
        links = FlowLayout(holder, theme.px(8))
        go = self.desk.section_wanted
        links.addWidget(Button("Lançar contas a receber", "link", clicked=lambda: go.emit("contas-receber", {})))
        links.addWidget(Button("Ensaiar com um banco simulado", "link", clicked=self.desk.rehearsal_wanted.emit))
        words.addWidget(holder)
        row.addLayout(words, 1)
        frame.hide()
        return frame

    # --- counting

    def showEvent(self, event: object) -> None:
        """Count when the page comes into sight and something changed meanwhile."""
        del event
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        """Count anew."""
        self._stale = False
        self.desk.read(self, self._count, self._show, lambda error: self.message.say(explain(error), Tone.DANGER))

    def _data_changed(self) -> None:
        self._stale = True
        self.refresh()

    def _count(self) -> tuple[list[tuple[int, int | None]], list[bool]]:
        services = self.desk.services
        lists: dict[str, Any] = {
            "boletos": services.boletos.list,
            "remessas": services.remessas.list,
            "contas-receber": services.contas_receber.list,
            "retornos": services.importacoes.list,
            "devolucoes": services.devolucoes.list,
            "registros": lambda query: registro_planos.fetch(self.desk, query),
            "contas-pagar": services.contas_pagar.list,
            "extratos": services.extratos.list,
            "envios": services.envios.list,
            "contas-api": lambda query: contas_api.page_of(self.desk, query),
        }
        today = date.today()  # noqa: DTZ011 - a day as the user counts it
        counted = []
        for task in TASKS:
            filtros = {chave: opcao.valor for chave, opcao in task.asked(today).items()} | self.desk.scope
            pagina = lists[task.section](ListQuery(filtros=filtros, quantidade=1))
            counted.append((pagina.total, pagina.somas.get(task.soma)))
        return counted, steps_done(services, self.desk.empresa_id, self.desk.scope)

    def _show(self, answer: tuple[list[tuple[int, int | None]], list[bool]]) -> None:
        counted, done = answer
        self.steps.show_done(done)
        for each, (number, sum_of) in zip(self.cards, counted, strict=True):
            each.show_count(number, sum_of)
        pending = sum(number for task, (number, _sum) in zip(TASKS, counted, strict=True) if task.pending)
        waiting = sum(bool(number) for number, _sum in counted)
        self.nothing.setVisible(not waiting and all(done))
        words = formats.count(pending, "pendência com o banco", "pendências com o banco")
        self.sentence.setText(words if pending else "Nenhuma pendência com o banco")
        self.pending_changed.emit(pending)

    def _go(self, task: Task) -> None:
        desk = self.desk
        begins: dict[str, Callable[[], object]] = {
            "Gerar remessa": lambda: desk.remessa_wanted.emit([], None),
            "Importar retorno": lambda: desk.import_wanted.emit([]),
            "Gerar remessa de pagamento": lambda: desk.payments_wanted.emit([], None),
            "Importar retorno de pagamento": lambda: desk.paid_wanted.emit([]),
        }
        today = date.today()  # noqa: DTZ011 - a day as the user counts it
        begins.get(task.action, lambda: desk.section_wanted.emit(task.section, task.asked(today)))()
