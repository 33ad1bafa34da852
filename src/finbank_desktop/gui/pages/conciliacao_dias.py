"""Bank and books by day, and the closing of a period."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.pages.acting_dialog import ActingDialog
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.edits import DateEdit
from finbank_desktop.gui.widgets.labels import label

_DATA, _VALOR = TipoColuna.DATA, TipoColuna.VALOR
_COLUNAS = (
    Coluna(chave="data", titulo="Dia", tipo=_DATA, largura=11),
    Coluna(chave="banco", titulo="No banco", tipo=_VALOR, largura=14),
    Coluna(chave="conciliado", titulo="Conciliado", tipo=_VALOR, largura=14),
    Coluna(chave="sistema", titulo="No sistema", tipo=_VALOR, largura=14),
    Coluna(chave="diferenca", titulo="Diferença", tipo=_VALOR, largura=14),
    Coluna(chave="pendentes", titulo="A conciliar", tipo=TipoColuna.NUMERO, largura=11),
    Coluna(chave="saldo", titulo="Saldo do banco", tipo=_VALOR, largura=14),
)


class DiasDialog(ActingDialog):
    """Bank and books by day; closing a period and opening it again."""

    def __init__(self, parent: QWidget | None, desk: Desk, conta_id: int) -> None:
        """Read the days of *conta_id*."""
        super().__init__(
            parent,
            desk,
            "Saldos por dia",
            "O que o banco movimentou, quanto disso está conciliado e o que os seus livros dizem do mesmo dia.",
            _COLUNAS,
        )
        self._conta_id = conta_id
        self._closings: Sequence[Any] = ()
        self.until = DateEdit()
        self.until.set_value(date.today() - timedelta(days=1))  # noqa: DTZ011 - a day as the user counts it
        self.until.setAccessibleName("Fechar o período até")
        self.state = label("", "muted", wrap=True)
        words = label("&Fechar até", "")
        words.setBuddy(self.until)
        line = QHBoxLayout()
        line.addWidget(self.state, 1)
        line.addWidget(words)
        line.addWidget(self.until)
        self.body.addLayout(line)
        self.reopen = self.add_further(Button("Reabrir o período…", "", icon="atualizar", clicked=self._reopen))
        self.shut = self.add_commit("Fechar o período", self._close_period)
        self.reload()

    def reload(self) -> None:
        """Read days and closings."""
        services, conta_id = self.desk.services, self._conta_id
        self.read(
            lambda: [
                {"id": n, **{coluna.chave: getattr(day, coluna.chave) for coluna in _COLUNAS}}
                for n, day in enumerate(reversed(services.conciliacao.dias(conta_id)))
            ]
        )
        self.desk.read(self, lambda: services.fechamentos.list(conta_id), self._show_closings, self.failed)

    def _show_closings(self, closings: Sequence[Any]) -> None:
        self._closings = closings
        standing = [each for each in closings if each.reaberto_em is None]
        opened = [each for each in closings if each.reaberto_em is not None]
        said = f"Fechado até {formats.show(standing[0].ate)}." if standing else "Nenhum período está fechado."
        if opened:
            last = opened[0]
            said += f" Reaberto por {last.reaberto_por} em {formats.show(last.reaberto_em)}: {last.motivo}."
        self.state.setText(said)
        self.reopen.allow("" if standing else "Nenhum período está fechado.")

    def _close_period(self) -> None:
        ate = self.until.value()
        if ate is None:
            self.message.say(self.until.problem() or "Diga até que dia fechar.", Tone.WARNING)
            return
        service = self.desk.services.fechamentos
        self.act("Fechando o período", lambda: service.fechar(self._conta_id, ate), "Período fechado.")

    def _reopen(self) -> None:
        standing = [each for each in self._closings if each.reaberto_em is None]
        why, sure = QInputDialog.getText(self, "Reabrir o período", "Por que o período é reaberto? Fica registrado.")
        if sure and standing:
            service = self.desk.services.fechamentos
            self.act("Reabrindo", lambda: service.reabrir(standing[0].id, why), "Período reaberto.")
