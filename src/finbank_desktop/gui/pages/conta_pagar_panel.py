"""Everything about one conta a pagar, beside the list."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui import formats
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.clearing import clear
from finbank_desktop.gui.widgets.flow_layout import FlowLayout
from finbank_desktop.gui.widgets.labels import IconLabel, breakable, label, rule
from finbank_desktop.gui.widgets.scroller import Scroller
from finbank_desktop.gui.widgets.selos import Selo
from finbank_desktop.gui.widgets.timeline import Moment, Timeline

if TYPE_CHECKING:
    from finbank_desktop.services.pagamentos.contas import ContaPagarDetalhe

_FACTS = (
    ("vencimento", "Vencimento"),
    ("dia", "Pagar em"),
    ("a_pagar", "A pagar"),
    ("forma", "Forma"),
    ("destino", "Para onde"),
    ("documento", "Nº do documento"),
    ("pago", "Pago"),
    ("autenticacao", "Autenticação"),
)


class ContaPagarPanel(QFrame):
    """Shows its state with the reason when it is locked, the facts, who approved, what is attached, what happened.

    Attributes:
        conta_id: The conta that is shown; 0 before there is one.
    """

    def __init__(self, actions: Callable[[int, QWidget], object], attachments: Callable[[int], object]) -> None:
        """Take what is called with the id of the conta.

        Args:
            actions: Shows what can be done with it, near a widget.
            attachments: Shows its files.
        """
        super().__init__()
        self.setProperty("kind", "card")
        self.conta_id = 0
        self.title = label("", "h2", wrap=True)
        self.situacao = Selo()
        self.detail = label("", "small", wrap=True, selectable=True)
        self.lock = IconLabel("cadeado", size=18)
        self.locked = label("", "muted", wrap=True)
        self.approvals = label("", "muted", wrap=True)
        self.timeline = Timeline()
        self.actions_button = Button("Ações", "", icon="mais")
        self.actions_button.clicked.connect(lambda: actions(self.conta_id, self.actions_button))
        self.files_button = Button("Anexos", "", icon="anexo", clicked=lambda: attachments(self.conta_id))
        self._values: dict[str, QLabel] = {}
        self._files = QVBoxLayout()
        self._files.setSpacing(theme.px(4))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
        column.setSpacing(theme.px(12))
        column.addWidget(self.title)
        column.addWidget(self.situacao, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.detail)
        column.addWidget(self._lock())
        column.addLayout(self._facts())
        holder = QWidget()
        line = FlowLayout(holder, theme.px(8))
        line.addWidget(self.actions_button)
        line.addWidget(self.files_button)
        column.addWidget(holder)
        column.addWidget(rule())
        column.addWidget(label("Aprovação", "h3"))
        column.addWidget(self.approvals)
        column.addLayout(self._files)
        column.addWidget(rule())
        column.addWidget(label("O que aconteceu", "h3"))
        column.addWidget(self.timeline)
        column.addStretch()
        area = Scroller(inner)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(2), theme.px(4), theme.px(2), theme.px(4))
        outer.addWidget(area)
        self.setMinimumWidth(theme.px(310))

    def _lock(self) -> QFrame:
        self._well = QFrame()
        self._well.setProperty("kind", "well")
        row = QGridLayout(self._well)
        row.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        row.setHorizontalSpacing(theme.px(10))
        row.setColumnStretch(1, 1)
        row.addWidget(self.lock, 0, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.locked, 0, 1)
        return self._well

    def _facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        for at, (chave, words) in enumerate(_FACTS):
            self._values[chave] = label("", "", wrap=True, selectable=chave != "destino")
            grid.addWidget(label(words, "muted"), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._values[chave], at, 1)
        return grid

    def show_conta(self, detalhe: "ContaPagarDetalhe") -> None:
        """Show *detalhe*."""
        conta = detalhe.conta
        self.conta_id = conta.id
        self.title.setText(detalhe.destino.nome(conta) or "Favorecido a dizer")
        self.situacao.say(str(conta.situacao))
        self.detail.setText(conta.detalhe)
        self.detail.setVisible(bool(conta.detalhe))
        self.locked.setText(detalhe.travada)
        self._well.setVisible(bool(detalhe.travada) and str(conta.situacao) == "Agendado")
        paid = f"{format_brl(conta.valor_pago)} em {formats.show(conta.pago_em)}" if conta.pago_em else "—"
        texts = {
            "vencimento": formats.show(conta.vencimento),
            "dia": formats.show(conta.dia),
            "a_pagar": format_brl(conta.valor_a_pagar),
            "forma": str(conta.forma or "A escolher"),
            "destino": breakable(detalhe.destino_texto) or "Falta dizer",
            "documento": conta.documento or "—",
            "pago": paid,
            "autenticacao": conta.autenticacao or "—",
        }
        for chave, text in texts.items():
            self._values[chave].setText(text)
        self.approvals.setText(_approved(detalhe))
        self.files_button.setText(f"Anexos ({len(detalhe.anexos)})" if detalhe.anexos else "Anexos")
        self._show_files([anexo.nome for anexo in detalhe.anexos])
        self.timeline.show_moments(
            [Moment(evento.quando, evento.usuario, evento.tipo, breakable(evento.texto)) for evento in detalhe.eventos]
        )

    def _show_files(self, names: Sequence[str]) -> None:
        clear(self._files)
        for name in names:
            self._files.addWidget(label(f"Anexo: {name}", "muted", wrap=True))


def _approved(detalhe: Any) -> str:
    people = [f"{each.usuario} em {formats.show(each.quando)}" for each in detalhe.aprovacoes]
    missing = detalhe.exigidas - len(people)
    if str(detalhe.conta.situacao) not in ("Em aberto", "Aprovado"):
        return f"Aprovada por {' e '.join(people)}." if people else "—"
    if not people:
        return "Ninguém aprovou ainda." if detalhe.exigidas == 1 else "Faltam duas pessoas."
    rest = " Falta outra pessoa." if missing > 0 else ""
    return f"Aprovada por {' e '.join(people)}.{rest}"
