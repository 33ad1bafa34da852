"""*Enviar por e-mail*: who gets what, in which words, and who does not and why; then the queue is sent."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from finbank_desktop.domain import modelos_email
from finbank_desktop.domain.correio import ModeloEmail, PedidoEnvio
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.dialogs.conta_email import ContaEmailDialog
from finbank_desktop.gui.dialogs.envio_previa import FORA, VAO, rows_of, table_for, whole
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.checks import Check
from finbank_desktop.gui.widgets.flow_layout import FlowLayout
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.page_body import side_by_side
from finbank_desktop.gui.widgets.scroller import Scroller
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from finbank_desktop.services.envio_plan import EnvioPlan

_PAUSE = 250
"""Milliseconds after the last key before the preview is made anew."""


class EnviarEmailDialog(SheetDialog):
    """Shows the plan of sending boletos and puts it into the queue.

    Attributes:
        plan: What is in sight; ``None`` while it is being made or cannot be.
    """

    def __init__(
        self, parent: QWidget | None, desk: Desk, ids: Sequence[int], queued: "Callable[[int], object]"
    ) -> None:
        """*queued* is told how many messages entered the queue, after the window closed."""
        super().__init__(
            parent,
            "Enviar por e-mail",
            "Cada cliente recebe os seus boletos em PDF. Nada sai antes do botão, e nada sai duas vezes.",
            (1040, 720),
        )
        self.desk, self._ids, self._queued = desk, list(ids), queued
        self.plan: EnvioPlan | None = None
        self._asked = 0
        self.modelo = QComboBox()
        self.assunto = QLineEdit()
        self.texto = QPlainTextEdit()
        self.texto.setTabChangesFocus(True)
        self.agrupar = Check("&Um e-mail por cliente, com todos os boletos dele")
        self.agrupar.setChecked(True)
        self.nao_registrados = Check("Enviar também os &não registrados no banco")
        self.de_novo = Check("Enviar &de novo o que já foi enviado")
        self.vao, self._vao = table_for(VAO, "O que vai")
        self.fora, self._fora = table_for(FORA, "O que fica")
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName("A mensagem como o cliente a recebe")
        self.tabs = QTabWidget()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._plan)
        self._build()
        self.account = self.add_further(
            Button("Conta de e-mail…", "", icon="configuracoes", clicked=self._open_account)
        )
        self.keep = self.add_further(Button("Salvar modelo", "quiet", icon="salvar", clicked=self._keep))
        self.close_button.setText("Fechar sem enviar")
        self.commit_button = self.add_commit("Enviar e-mails", self.commit)
        self.commit_button.setDefault(True)
        self.commit_button.allow("Aguarde: a prévia está sendo preparada.")
        self.desk.read(
            self, lambda: self.desk.services.correio.modelos(self.desk.empresa_id), self._loaded, self._broke
        )

    def _build(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        left.setMinimumHeight(theme.px(420))
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(theme.px(6))
        for words, edit in (("&Modelo", self.modelo), ("&Assunto", self.assunto), ("&Texto", self.texto)):
            caption = label(words, "field")
            caption.setBuddy(edit)
            edit.setAccessibleName(words.replace("&", ""))
            column.addWidget(caption)
            column.addWidget(edit, 1 if edit is self.texto else 0)
        tags = ", ".join(f"{{{nome}}}" for nome in modelos_email.TAGS)
        self.tags = label(f"Etiquetas: {tags}", "small", wrap=True)
        self.tags.setToolTip("\n".join(f"{{{nome}}}: {words}" for nome, words in modelos_email.TAGS.items()))
        column.addWidget(self.tags)
        checks = QWidget()
        flow = FlowLayout(checks, theme.px(12))
        for box in (self.agrupar, self.nao_registrados, self.de_novo):
            flow.addWidget(box)
            box.toggled.connect(lambda _on: self._changed())
        column.addWidget(checks)
        for table, words in ((self.vao, "Vão"), (self.preview, "Prévia"), (self.fora, "Ficam")):
            self.tabs.addTab(table, words)
        self.texto.setMinimumHeight(theme.px(120))
        inside = QWidget()
        whole_width = QVBoxLayout(inside)
        whole_width.setContentsMargins(0, 0, 0, 0)
        whole_width.addWidget(side_by_side(left, self.tabs, (2, 3), 200))
        self.body.addWidget(Scroller(inside), 1)
        self.modelo.currentIndexChanged.connect(lambda _at: self._take_modelo())
        self.assunto.textChanged.connect(lambda _text: self._changed())
        self.texto.textChanged.connect(self._changed)
        self.vao.selectionModel().currentRowChanged.connect(lambda *_: self._show_message())

    @property
    def is_busy(self) -> bool:
        """Whether the preview is still being made."""
        return self.plan is None and not self.message.text

    # --- planning

    def _loaded(self, modelos: Sequence[ModeloEmail]) -> None:
        for modelo in modelos:
            self.modelo.addItem(modelo.nome, modelo)
        self.modelo.setFocus()
        self._take_modelo()

    def _take_modelo(self) -> None:
        modelo = self.modelo.currentData()
        if isinstance(modelo, ModeloEmail):
            self.assunto.setText(modelo.assunto)
            self.texto.setPlainText(modelo.texto)

    def _changed(self) -> None:
        self._asked += 1
        self.plan = None
        self.commit_button.allow("Aguarde: a prévia está sendo preparada.")
        self._pause.start()

    def _plan(self) -> None:
        self._asked += 1
        asked, pedido = self._asked, self._pedido()
        self.desk.read(
            self,
            lambda: (self.desk.services.envios.plan(self._ids, pedido), self._has_account()),
            lambda found: self._planned(asked, *found),
            lambda error: self._broke(error) if asked == self._asked else None,
        )

    def _pedido(self) -> PedidoEnvio:
        return PedidoEnvio(
            modelo=self.modelo.currentText(),
            assunto=self.assunto.text(),
            texto=self.texto.toPlainText(),
            agrupar=self.agrupar.isChecked(),
            nao_registrados=self.nao_registrados.isChecked(),
            de_novo=self.de_novo.isChecked(),
        )

    def _has_account(self) -> str:
        """Return what is missing of the account; empty when nothing is."""
        correio = self.desk.services.correio
        conta = correio.conta(self.desk.empresa_id)
        if conta is None:
            return "Falta a conta de e-mail: servidor, remetente e senha."
        return "" if correio.has_senha(conta) else "Falta a senha da conta de e-mail neste computador."

    def _planned(self, asked: int, plan: "EnvioPlan", missing: str) -> None:
        if asked != self._asked:
            return
        self.plan = plan
        go, stay = rows_of(plan)
        self._vao.show_rows(go)
        self._fora.show_rows(stay)
        self.tabs.setTabText(0, f"Vão ({len(go)})")
        self.tabs.setTabText(2, f"Ficam ({len(stay)})")
        if go:
            self.vao.setCurrentIndex(self._vao.index(0, 0))
        self._show_message()
        words = formats.count(len(go), "e-mail", "e-mails")
        self.commit_button.setText(f"Enviar {words}" if go else "Enviar e-mails")
        self.commit_button.allow(self._stops(plan, missing))
        self._say(plan, missing)

    def _stops(self, plan: "EnvioPlan", missing: str) -> str:
        if plan.problems:
            return f"{plan.problems[0].message} {plan.problems[0].fix}".strip()
        return missing or ("" if plan.rows else "Nenhum e-mail a enviar: veja em “Ficam” por quê.")

    def _say(self, plan: "EnvioPlan", missing: str) -> None:
        if plan.problems:
            self.notice.say(self._stops(plan, missing), Tone.DANGER)
        elif missing:
            self.notice.say(missing, Tone.WARNING, action="Preencher conta", run=self._open_account)
        elif plan.fora:
            kinds: dict[str, int] = {}
            for row in plan.fora:
                kinds[str(row.impede)] = kinds.get(str(row.impede), 0) + 1
            told = "; ".join(f"{words.lower()}: {number}" for words, number in kinds.items())
            self.notice.say(f"Ficam de fora: {told}.", Tone.WARNING)
        else:
            self.notice.silence()

    def _show_message(self) -> None:
        at = self.vao.currentIndex().row()
        if self.plan is None or not 0 <= at < len(self.plan.rows):
            self.preview.setPlainText("")
            return
        row = self.plan.rows[int(self._vao.row(at)["id"])]
        self.preview.setPlainText(whole(row))

    # --- doing

    def commit(self) -> None:
        """Put what is in sight into the queue; the page then sends it."""
        plan = self.plan
        if plan is None or not self.commit_button.isEnabled():
            return
        self.commit_button.allow("Aguarde: gravando a fila.")
        self.desk.write(
            self,
            "Preparando e-mails",
            lambda _watcher: self.desk.services.envios.apply(plan),
            self._written,
            self._broke,
        )

    def _written(self, envios: Sequence[object]) -> None:
        self.close()
        self._queued(len(envios))

    def _broke(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)
        self._pause.start()

    def _keep(self) -> None:
        modelo = ModeloEmail(
            empresa_id=self.desk.empresa_id,
            nome=self.modelo.currentText(),
            assunto=self.assunto.text(),
            texto=self.texto.toPlainText(),
        )
        self.desk.write(
            self,
            "Salvando o modelo",
            lambda _watcher: self.desk.services.correio.save_modelo(modelo),
            lambda kept: self.message.say(f"Modelo “{kept.nome}” salvo.", Tone.SUCCESS),
            lambda error: self.message.say(explain(error), Tone.DANGER),
        )

    def _open_account(self) -> None:
        def saved(sentence: str) -> None:
            self.message.say(sentence, Tone.SUCCESS)
            self._changed()

        ContaEmailDialog(self, self.desk, saved).open()
