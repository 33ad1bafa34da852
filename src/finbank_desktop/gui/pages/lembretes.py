"""*Lembretes*: who is to be reminded today by the régua, previewed; nothing goes before the button."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QTabWidget, QWidget

from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.dialogs.envio_previa import FORA, VAO, rows_of, table_for, whole
from finbank_desktop.gui.dialogs.regua import ExcecoesDialog, ReguaDialog
from finbank_desktop.gui.pages import envio_jobs
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.empty_state import EmptyState
from finbank_desktop.gui.widgets.filter_bar import Opcao
from finbank_desktop.gui.widgets.inline_message import InlineMessage
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.page_body import page_column, side_by_side
from finbank_desktop.gui.widgets.page_head import PageHead

if TYPE_CHECKING:
    from finbank_desktop.domain.regua import Regua
    from finbank_desktop.services.envio_plan import EnvioPlan, EnvioRow

_NONE_CHOSEN = "Escolha um cliente na lista."


class LembretesPage(QWidget):
    """Shows today's reminders and puts them into the queue.

    Attributes:
        plan: What is in sight; ``None`` while it is being made.
    """

    def __init__(self, desk: Desk) -> None:
        """Build the page; nothing is read before it is shown."""
        super().__init__()
        self.setProperty("kind", "page")
        self.desk = desk
        self.plan: EnvioPlan | None = None
        self._stale = True
        self.count = label("", "muted")
        self.message = InlineMessage()
        self.send_button = Button("Enviar lembretes", "primary", icon="enviado", clicked=self.send)
        self.regua_button = Button("Configurar régua…", "", icon="configuracoes", clicked=self.configure)
        self.skip_button = Button("Não lembrar este cliente", "", icon="cancelado", clicked=self.skip)
        self.excecoes_button = Button("Clientes com exceção…", "quiet", clicked=self._show_excecoes)
        self.log_button = Button("Lembretes enviados", "quiet", clicked=self._show_log)
        self.table, self.model = table_for(VAO, "Lembretes de hoje")
        self.fora, self._fora = table_for(FORA, "O que fica")
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName("A mensagem como o cliente a recebe")
        self.empty = EmptyState(
            "calendario",
            "Ninguém a lembrar",
            "",
            action="Configurar régua",
            run=self.configure,
            link="Como funcionam os lembretes?",
            follow=lambda: desk.help_wanted.emit("lembretes"),
        )
        self._stack = QStackedWidget()
        self._build()
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_message())
        QShortcut(QKeySequence("F5"), self).activated.connect(self.refresh)
        desk.changed.connect(self._data_changed)

    def _build(self) -> None:
        column = page_column(self)
        buttons = [self.log_button, self.excecoes_button, self.skip_button, self.regua_button, self.send_button]
        column.addWidget(PageHead(label("Lembretes de hoje", "h1"), self.count, buttons))
        column.addWidget(self.message)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.table, "Vão")
        self.tabs.addTab(self.fora, "Ficam")
        self._split = side_by_side(self.tabs, self.preview, (3, 2), 240)
        self._stack.addWidget(self._split)
        self._stack.addWidget(self.empty)
        column.addWidget(self._stack, 1)

    # --- reading

    def showEvent(self, event: object) -> None:
        """Read when the page comes into sight and something changed meanwhile."""
        del event
        if self._stale:
            self.refresh()

    def first_focus(self) -> QWidget:
        """Begin in the list; without a régua at the button that makes one."""
        if self._stack.currentWidget() is self.empty and self.empty.action is not None:
            return self.empty.action
        return self.table

    def refresh(self) -> None:
        """Make the plan of today anew."""
        self._stale = False
        lembretes, empresa_id = self.desk.services.lembretes, self.desk.empresa_id
        self.send_button.allow("Aguarde: a prévia está sendo preparada.")
        self.desk.read(
            self, lambda: (lembretes.plan_hoje(empresa_id), lembretes.regua(empresa_id)), self._planned, self._failed
        )

    def _data_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _planned(self, found: "tuple[EnvioPlan, Regua]") -> None:
        self.plan, regua = found
        go, stay = rows_of(self.plan)
        self.model.show_rows(go)
        self._fora.show_rows(stay)
        self.tabs.setTabText(0, f"Vão ({len(go)})")
        self.tabs.setTabText(1, f"Ficam ({len(stay)})")
        self.count.setText(formats.count(len(go), "lembrete", "lembretes"))
        self.send_button.setText(
            f"Enviar {formats.count(len(go), 'lembrete', 'lembretes')}" if go else "Enviar lembretes"
        )
        self.send_button.allow("" if go else "Ninguém precisa ser lembrado hoje.")
        if go:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.tabs.setCurrentIndex(0 if go else 1)
        self.preview.setVisible(bool(go))
        self._explain(regua)
        self._stack.setCurrentWidget(self._split if go or stay else self.empty)
        self._show_message()

    def _explain(self, regua: "Regua") -> None:
        if regua.passos:
            self.empty.say(
                "Ninguém a lembrar hoje",
                "Nenhum boleto em aberto está num dos dias da régua, ou o cliente dele já foi lembrado.",
                "Ver a régua",
            )
        else:
            self.empty.say(
                "Nenhuma régua configurada",
                "A régua diz quantos dias antes e depois do vencimento o cliente é lembrado por e-mail. Enquanto não "
                "há uma, ninguém é lembrado; depois, nada sai antes de você conferir aqui.",
                "Configurar régua",
            )

    def _show_message(self) -> None:
        row = self._chosen()
        self.skip_button.allow("" if row is not None else _NONE_CHOSEN)
        if row is None:
            self.preview.setPlainText("")
            return
        self.preview.setPlainText(whole(row))

    def _chosen(self) -> "EnvioRow | None":
        at = self.table.currentIndex().row()
        if self.plan is None or not 0 <= at < len(self.plan.rows):
            return None
        return self.plan.rows[int(self.model.row(at)["id"])]

    # --- doing

    def send(self) -> None:
        """Put what is in sight into the queue, and send it."""
        plan = self.plan
        if plan is None or not self.send_button.isEnabled():
            return
        self.send_button.allow("Aguarde: gravando a fila.")
        self.desk.write(
            self,
            "Preparando lembretes",
            lambda _watcher: self.desk.services.envios.apply(plan),
            self._queued,
            self._failed,
        )

    def _queued(self, envios: Sequence[object]) -> None:
        del envios
        envio_jobs.send(self, self.desk)

    def configure(self) -> None:
        """Show the régua."""
        ReguaDialog(self.window(), self.desk, lambda said: self.message.say(said, Tone.SUCCESS)).open()

    def skip(self) -> None:
        """Remind the chosen customer no more."""
        row = self._chosen()
        if row is None:
            return
        lembretes, empresa_id, pessoa_id = self.desk.services.lembretes, self.desk.empresa_id, row.pessoa_id
        self.desk.write(
            self,
            "Anotando a exceção",
            lambda _watcher: lembretes.save_excecao(empresa_id, pessoa_id, ()),
            lambda _none: self.message.say(
                f"{row.cliente} não será mais lembrado.",
                Tone.SUCCESS,
                action="Clientes com exceção",
                run=self._show_excecoes,
            ),
            self._failed,
        )

    def _show_excecoes(self) -> None:
        ExcecoesDialog(self.window(), self.desk).open()

    def _show_log(self) -> None:
        self.desk.section_wanted.emit("envios", {"lembrete": Opcao("Lembretes", valor=True)})

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)
        self._show_message()
