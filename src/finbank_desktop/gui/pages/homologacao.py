"""*Homologação*: the way from a new convênio to one the bank takes files of, step by step, each with its button."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from finbank_desktop.domain.convenios import Homologacao
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.clearing import clear
from finbank_desktop.gui.widgets.filter_bar import Opcao
from finbank_desktop.gui.widgets.labels import IconLabel, label
from finbank_desktop.gui.widgets.page_head import LARGE
from finbank_desktop.gui.widgets.scroller import Scroller
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog
from finbank_desktop.services import remessa_envio

if TYPE_CHECKING:
    from finbank_desktop.services.homologacao import HomologacaoDetalhe, PassoHomologacao


class HomologacaoDialog(SheetDialog):
    """The steps of one convênio; what the books know is ticked by itself, the rest by a person.

    Attributes:
        edit_wanted: The convênio's form should be opened.
    """

    edit_wanted = Signal()

    def __init__(self, parent: QWidget | None, desk: Desk, convenio_id: int) -> None:
        """Read how far the convênio *convenio_id* has come."""
        super().__init__(parent, "Homologação", "Lendo…", (820, 760))
        self._desk, self._convenio_id = desk, convenio_id
        self.buttons: dict[str, Button] = {}
        self._inside = QWidget()
        self._steps = QVBoxLayout(self._inside)
        self._steps.setContentsMargins(0, 0, 0, 0)
        self._steps.setSpacing(theme.px(8))
        self.body.addWidget(Scroller(self._inside), 1)
        self.activate = self.add_further(
            Button("O banco não pede homologação: ativar", "link", clicked=lambda: self._change(Homologacao.ATIVA))
        )
        self.close_button.setDefault(True)
        desk.changed.connect(self.read)
        self.read()

    def read(self) -> None:
        """Look anew at how far it has come."""
        self._desk.read(
            self, lambda: self._desk.services.homologacao.get(self._convenio_id), self.show_detalhe, self._failed
        )

    def show_detalhe(self, detalhe: "HomologacaoDetalhe") -> None:
        """Show the steps as they stand."""
        convenio = detalhe.convenio
        done = sum(passo.feito for passo in detalhe.passos)
        self.title.setText(f"Homologação · {convenio.descricao}")
        self.sentence.setText(
            f"Banco {convenio.banco} · CNAB {convenio.formato} · {detalhe.estado} · "
            f"{done} de {len(detalhe.passos)} passos. {remessa_envio.where_codes_are(convenio.banco)}"
        )
        focused = next((chave for chave, button in self.buttons.items() if button.hasFocus()), "")
        clear(self._steps)
        self.buttons.clear()
        for number, passo in enumerate(detalhe.passos, start=1):
            self._steps.addWidget(self._card(number, passo, is_next=passo == detalhe.proximo))
        self._steps.addStretch()
        active = detalhe.estado is Homologacao.ATIVA
        self.activate.allow("Este convênio já está ativo." if active else "")
        wanted = focused or (detalhe.proximo.chave if detalhe.proximo is not None else "")
        if wanted in self.buttons:
            self.buttons[wanted].setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, number: int, passo: "PassoHomologacao", *, is_next: bool) -> QFrame:
        frame = QFrame()
        frame.setProperty("kind", "card")
        row = QHBoxLayout(frame)
        row.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        row.setSpacing(theme.px(12))
        icon = "ok" if passo.feito else "atual" if is_next else "pendente"
        tone = Tone.SUCCESS if passo.feito else Tone.INFO if is_next else Tone.NEUTRAL
        row.addWidget(IconLabel(icon, size=24, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(label(f"{number}. {passo.titulo}", "h3", wrap=True))
        words.addWidget(label(passo.texto, "muted", wrap=True))
        known = f"Feito em {formats.show(passo.quando)}." if passo.quando else passo.detalhe
        if known:
            words.addWidget(label(known, "small", wrap=True))
        row.addLayout(words, 1)
        text, run = self._action(passo)
        button = Button(text, "primary" if is_next else "", clicked=run)
        button.setAccessibleDescription(passo.titulo)
        self.buttons[passo.chave] = button
        if theme.escala >= LARGE:
            words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            row.addWidget(button)
        state = "feito" if passo.feito else "agora" if is_next else "depois"
        frame.setAccessibleName(f"{number}. {passo.titulo}: {state}")
        return frame

    def _action(self, passo: "PassoHomologacao") -> tuple[str, Callable[[], object]]:
        if passo.manual:
            if passo.quando is not None:
                return "Desmarcar", lambda: self._mark(passo.chave, feito=False)
            return "Marcar como feito", lambda: self._mark(passo.chave, feito=True)
        desk, convenio_id = self._desk, self._convenio_id
        own = {"convenio_id": Opcao("Deste convênio", convenio_id)}
        actions: dict[str, tuple[str, Callable[[], object]]] = {
            "dados": ("Abrir o convênio", lambda: self._leave(self.edit_wanted.emit)),
            "boletos": (
                "Ver boletos" if passo.feito else "Emitir boletos",
                lambda: self._leave(
                    lambda: (
                        desk.section_wanted.emit("boletos", own)
                        if passo.feito
                        else desk.section_wanted.emit("contas-receber", {})
                    )
                ),
            ),
            "remessa": (
                "Ver remessas" if passo.feito else "Gerar remessa",
                lambda: self._leave(
                    lambda: (
                        desk.section_wanted.emit("remessas", own)
                        if passo.feito
                        else desk.remessa_wanted.emit([], convenio_id)
                    )
                ),
            ),
            "resposta": (
                "Ver o que voltou" if passo.feito else "Importar retorno",
                lambda: self._leave(
                    lambda: desk.section_wanted.emit("retornos", own) if passo.feito else desk.import_wanted.emit([])
                ),
            ),
        }
        return actions[passo.chave]

    def _leave(self, go: Callable[[], object]) -> None:
        self.close()
        go()

    def _mark(self, chave: str, *, feito: bool) -> None:
        self._write(lambda: self._desk.services.homologacao.mark(self._convenio_id, chave, feito=feito))

    def _change(self, estado: Homologacao) -> None:
        self._write(lambda: self._desk.services.homologacao.change(self._convenio_id, estado))

    def _write(self, call: Callable[[], "HomologacaoDetalhe"]) -> None:
        self.message.silence()
        self._desk.write(self, "Guardando a homologação", lambda _watcher: call(), self.show_detalhe, self._failed)

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)
