"""The panel of a run: how far it is, each title with the bank's words, and what can be done about what is left."""

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.domain.registro import Ambiente, TipoFalha
from finbank_desktop.gui import formats
from finbank_desktop.gui.models.rows import RowsModel
from finbank_desktop.gui.pages.registro_execucao import Execucao
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.flow_layout import FlowLayout
from finbank_desktop.gui.widgets.inline_message import InlineMessage
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.selos import Selo
from finbank_desktop.gui.widgets.table import Table

COLUNAS = (
    Coluna(chave="codigo", titulo="ID da cobrança", largura=17),
    Coluna(chave="cliente", titulo="Cliente", largura=28),
    Coluna(chave="resultado", titulo="Resultado", tipo=TipoColuna.SELO, largura=24),
    Coluna(chave="mensagem", titulo="Mensagem da API", largura=60),
    Coluna(chave="tipo", titulo="Tipo", tipo=TipoColuna.SELO, largura=14),
    Coluna(chave="envios", titulo="Envios", tipo=TipoColuna.NUMERO, largura=7),
)
_REDRAW = 200
"""Milliseconds between two pictures of a run: more often nobody reads."""
_TABLE = 150


class RegistroPainel(QFrame):
    """Shows *execucao*; stays until nothing is pending.

    Attributes:
        title_wanted: A title is to be opened where it is at fault; carries the boleto's id.
        redo_wanted: Boletos to be communicated again.
        lookup_wanted: Boletos to be asked for at the bank.
        mail_wanted: Registered boletos to be sent to their customers.
    """

    title_wanted = Signal(int)
    redo_wanted = Signal(list)
    lookup_wanted = Signal(list)
    mail_wanted = Signal(list)

    def __init__(self, execucao: Execucao) -> None:
        """Follow *execucao*."""
        super().__init__()
        self.setProperty("kind", "card")
        self.execucao = execucao
        self.title = label("Comunicação com Gateway", "h3")
        self.sentence = label("", "muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName("Títulos registrados")
        self.message = InlineMessage(closable=False)
        self.detail = label("", "", wrap=True, selectable=True)
        self.model = RowsModel(COLUNAS, parent=self)
        self.table = Table(COLUNAS, self.model, marks=False, name="Andamento por título")
        self.table.setMinimumHeight(theme.px(_TABLE))
        self.ambiente = Selo()
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(_REDRAW)
        self._redraw.timeout.connect(self.show_now)
        self._build()
        self.table.opened.connect(lambda number: self.title_wanted.emit(self.model.row(number)["id"]))
        self.table.selectionModel().currentRowChanged.connect(self._describe)
        execucao.changed.connect(self._soon)
        execucao.ended.connect(self.show_now)
        self.show_now()

    def _build(self) -> None:
        self.pause_button = Button("&Pausar", "", icon="relogio", clicked=self._pause)
        self.stop_button = Button("Pa&rar", "", icon="cancelado", clicked=self.execucao.stop)
        self.redo_button = Button("Refazer só os que &falharam", "primary", icon="atualizar", clicked=self._redo)
        self.lookup_button = Button("Consultar &incertos", "", icon="buscar", clicked=self._look_up)
        self.mail_button = Button("En&viar por e-mail…", "", icon="enviado", clicked=self._mail)
        self.close_button = Button("Fechar painel", "quiet", icon="fechar", clicked=self._close)
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        head.addWidget(self.title)
        head.addWidget(self.ambiente)
        head.addStretch()
        holder = QWidget()
        line = FlowLayout(holder, theme.px(8))
        runs = (self.redo_button, self.lookup_button, self.pause_button, self.stop_button)
        for each in (*runs, self.mail_button, self.close_button):
            line.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        column.setSpacing(theme.px(8))
        column.addLayout(head)
        column.addWidget(self.sentence)
        column.addWidget(self.bar)
        column.addWidget(self.message)
        column.addWidget(holder)
        column.addWidget(self.detail)
        column.addWidget(self.table, 1)

    # --- showing

    def _soon(self) -> None:
        if not self._redraw.isActive():
            self._redraw.start()

    def show_now(self) -> None:
        """Show the run as it stands."""
        self._redraw.stop()
        e = self.execucao
        self.setVisible(bool(e.rows) or e.is_running)
        self._show_rows()
        self._show_environment()
        total, prontos = len(e.rows), len(e.registrados)
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(prontos)
        self.sentence.setText(_sentence(e, prontos, total))
        if e.parou and not e.is_running:
            self.message.say(e.parou, Tone.WARNING)
        else:
            self.message.silence()
        self._allow()

    def _show_rows(self) -> None:
        current = self.table.currentIndex()
        chosen = self.model.row(current.row())["id"] if current.isValid() else None
        rows = list(self.execucao.rows.values())
        self.model.show_rows(rows)
        place = next((at for at, row in enumerate(rows) if row["id"] == chosen), None)
        if place is not None:
            self.table.setCurrentIndex(self.model.index(place, current.column()))

    def _show_environment(self) -> None:
        ambientes = {plano.conta.ambiente for plano in self.execucao.planos}
        real = Ambiente.PRODUCAO in ambientes
        self.ambiente.say(f"Ambiente: {Ambiente.PRODUCAO if real else Ambiente.HOMOLOGACAO}")
        self.ambiente.setVisible(bool(ambientes))

    def _allow(self) -> None:
        e = self.execucao
        runs = "" if e.is_running else "Nada está sendo comunicado agora."
        waits = "Espere a comunicação terminar." if e.is_running else ""
        self.pause_button.setText("&Continuar" if e.is_paused else "&Pausar")
        self.pause_button.allow(runs or ("Está terminando o que começou." if e.is_stopping else ""))
        self.stop_button.allow(runs or ("Está terminando o que começou." if e.is_stopping else ""))
        self.redo_button.allow(waits or ("" if e.a_refazer else "Nenhum título a refazer."))
        self.lookup_button.allow(waits or ("" if e.incertos else "Nenhum título sem resposta certa."))
        self.mail_button.allow(waits or ("" if e.registrados else "Nenhum título registrado ainda."))
        left = len(e.pendentes)
        stays = f"Ainda há {formats.count(left, 'pendente', 'pendentes')}." if left else ""
        self.close_button.allow(waits or stays)

    def _describe(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = self.model.row(current.row()) if current.isValid() else None
        parts = [row["mensagem"], row["sugestao"]] if row is not None else []
        if row is not None and row["campo"]:
            parts.append("Enter abre o título no campo com erro.")
        self.detail.setText(sentences(*parts))

    # --- doing

    def first_focus(self) -> QWidget:
        """Begin where something can be done."""
        buttons = (self.pause_button, self.redo_button, self.lookup_button, self.close_button)
        return next((button for button in buttons if button.isEnabled()), self.table)

    def _pause(self) -> None:
        if self.execucao.is_paused:
            self.execucao.resume()
        else:
            self.execucao.pause()
        self.show_now()

    def _close(self) -> None:
        self.execucao.forget()
        self.show_now()

    def _redo(self) -> None:
        self.redo_wanted.emit(self.execucao.a_refazer)

    def _mail(self) -> None:
        self.mail_wanted.emit(self.execucao.registrados)

    def _look_up(self) -> None:
        self.lookup_wanted.emit(self.execucao.incertos)


def sentences(*parts: str) -> str:
    """Return what banks and we say, one sentence after the other.

    >>> sentences("CEP inválido", "", "Corrija o CEP.")
    'CEP inválido. Corrija o CEP.'
    """
    said = [part.strip() for part in parts if part.strip()]
    return " ".join(part if part[-1] in ".!?:" else f"{part}." for part in said)


def _sentence(e: Execucao, prontos: int, total: int) -> str:
    rows = e.rows.values()
    counted = (
        (sum(row["tipo"] == TipoFalha.DADOS for row in rows), "com dados a corrigir"),
        (sum(row["tipo"] == TipoFalha.INSTABILIDADE for row in rows), "por instabilidade"),
        (sum(row["tipo"] == TipoFalha.JA_REGISTRADO for row in rows), "já registrado no banco"),
        (sum(row["tipo"] == TipoFalha.DESCONHECIDO for row in rows), "sem resposta certa"),
    )
    parts = [f"{prontos} de {formats.count(total, 'título registrado', 'títulos registrados')}"]
    parts += [f"{number} {words}" for number, words in counted if number]
    left = len(e.pendentes)
    parts.append(formats.count(left, "pendente", "pendentes") if left else "0 pendentes")
    doing = e.texto if e.is_running else "Terminado" if e.rows else ""
    if e.is_running and e.is_paused:
        doing = "Pausado"
    if e.is_stopping:
        doing = "Terminando o que começou"
    return " · ".join(part for part in (doing, *parts) if part)
