"""*Início*: what waits to be done, each with the button that does it. No charts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.pages import contas_api, registro_planos
from finbank_desktop.gui.pages.contas_api import VENCE
from finbank_desktop.gui.pages.first_steps import FirstSteps, steps_done
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.filter_bar import Opcao
from finbank_desktop.gui.widgets.flow_layout import FlowLayout
from finbank_desktop.gui.widgets.inline_message import InlineMessage
from finbank_desktop.gui.widgets.labels import IconLabel, label
from finbank_desktop.gui.widgets.page_head import LARGE, PageHead
from finbank_desktop.gui.widgets.scroller import Scroller


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something that may wait.

    Attributes:
        section: Whose list is counted and opened.
        filters: What of it waits: filter key to what the user reads and what is asked.
        action: Words of the button.
        pending: Whether it counts as waiting at the bank.
        soma: Column whose sum is shown beside the count.
    """

    title: str
    sentence: str
    icon: str
    tone: Tone
    section: str
    filters: Mapping[str, Opcao] = field(default_factory=dict)
    action: str = "Ver lista"
    pending: bool = True
    soma: str = ""


_PERTO = 5
"""Days before the due date from which a boleto that the bank does not have is urgent."""

TASKS = (
    Task(
        title="Recusados pelo banco",
        sentence="Corrija o motivo e envie de novo.",
        icon="erro",
        tone=Tone.DANGER,
        section="boletos",
        filters={"no_banco": Opcao("Recusado", "Recusado")},
        action="Corrigir",
        soma="valor",
    ),
    Task(
        title="Boletos que vencem sem registro",
        sentence="Vencem em até 5 dias e o banco ainda não confirmou: o cliente não consegue pagar.",
        icon="calendario",
        tone=Tone.DANGER,
        section="boletos",
        filters={"vence_sem_registro": Opcao("Vencem em até 5 dias sem registro", _PERTO)},
        action="Ver boletos",
        pending=False,  # each of them is counted by another card as well
        soma="valor",
    ),
    Task(
        title="Boletos por API sem registro",
        sentence="Vencem em até 5 dias e ainda não foram comunicados: o cliente não consegue pagar.",
        icon="enviado",
        tone=Tone.DANGER,
        section="registros",
        filters={
            "comunicado": Opcao("Não", valor=False),
            "vence_em": Opcao("Vencem em até 5 dias", _PERTO),
        },
        action="Comunicar",
        pending=False,  # each of them is counted by another card as well
        soma="valor",
    ),
    Task(
        title="Títulos sem resposta certa da API",
        sentence="O programa não sabe se o banco os registrou: consulte-os ou confira no site do banco.",
        icon="ajuda",
        tone=Tone.WARNING,
        section="registros",
        filters={"estado": Opcao("Sem resposta certa", ["CONFLITO", "DESCONHECIDO", "ENVIANDO"])},
        action="Ver títulos",
        soma="valor",
    ),
    Task(
        title="Certificados que vencem em até 30 dias",
        sentence="Sem certificado válido o banco não atende a conta de API: peça outro a tempo.",
        icon="relogio",
        tone=Tone.WARNING,
        section="contas-api",
        filters={"certificado": VENCE},
        action="Ver contas",
        pending=False,
    ),
    Task(
        title="Instruções que faltam enviar",
        sentence="Pedidos ao banco que esperam a próxima remessa.",
        icon="aviso",
        tone=Tone.WARNING,
        section="boletos",
        filters={"falta_enviar": Opcao("Falta enviar ao banco", valor=True)},
        action="Ver boletos",
    ),
    Task(
        title="Retornos com linhas a decidir",
        sentence="Títulos não localizados ou a conferir: diga o que fazer com cada um.",
        icon="retornos",
        tone=Tone.WARNING,
        section="retornos",
        filters={"espera": Opcao("Esperam uma decisão", valor=True)},
        action="Decidir",
    ),
    Task(
        title="Pagamentos a devolver",
        sentence="Dinheiro que os clientes pagaram a mais ou outra vez.",
        icon="importacoes",
        tone=Tone.WARNING,
        section="devolucoes",
        filters={"espera": Opcao("Esperam a devolução", valor=True)},
        action="Ver pagamentos",
        soma="valor",
    ),
    Task(
        title="Boletos que o banco ainda não conhece",
        sentence="Estão prontos; falta a remessa.",
        icon="remessas",
        tone=Tone.WARNING,
        section="boletos",
        filters={"no_banco": Opcao("Não enviado", "Não enviado"), "situacao": Opcao("Em aberto", "Em aberto")},
        action="Gerar remessa",
        soma="valor",
    ),
    Task(
        title="Remessas geradas e não enviadas",
        sentence="Envie o arquivo no site do banco e marque como enviada.",
        icon="enviado",
        tone=Tone.WARNING,
        section="remessas",
        filters={"situacao": Opcao("Gerada", "Gerada")},
        action="Ver remessas",
        soma="valor",
    ),
    Task(
        title="Enviados sem resposta do banco",
        sentence="Importe o retorno quando o banco o devolver.",
        icon="retornos",
        tone=Tone.INFO,
        section="boletos",
        filters={"no_banco": Opcao("Enviado", "Enviado")},
        action="Importar retorno",
        soma="valor",
    ),
    Task(
        title="Boletos vencidos",
        sentence="Ninguém pagou até o vencimento.",
        icon="aviso",
        tone=Tone.DANGER,
        section="boletos",
        filters={"situacao": Opcao("Vencido", "Vencido")},
        action="Ver boletos",
        pending=False,
        soma="valor",
    ),
    Task(
        title="Contas a receber em aberto",
        sentence="Tudo o que os clientes ainda devem.",
        icon="contas-receber",
        tone=Tone.NEUTRAL,
        section="contas-receber",
        filters={"aberto": Opcao("Em aberto ou vencidas", valor=True)},
        action="Ver contas",
        pending=False,
        soma="saldo",
    ),
)


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
            "contas-api": lambda query: contas_api.page_of(self.desk, query),
        }
        counted = []
        for task in TASKS:
            filtros = {chave: opcao.valor for chave, opcao in task.filters.items()} | self.desk.scope
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
        if task.action == "Gerar remessa":
            self.desk.remessa_wanted.emit([], None)
        elif task.action == "Importar retorno":
            self.desk.import_wanted.emit([])
        else:
            self.desk.section_wanted.emit(task.section, dict(task.filters))
