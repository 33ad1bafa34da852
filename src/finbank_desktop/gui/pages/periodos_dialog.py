"""Closed months of the books: closing one with its lots, and opening it again with a reason."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.models.rows import RowsModel
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.edits import DateEdit
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog
from finbank_desktop.gui.widgets.table import Table

_COLUNAS = (
    Coluna(chave="ate", titulo="Fechado até", tipo=TipoColuna.DATA, largura=12),
    Coluna(chave="quando", titulo="Quando", tipo=TipoColuna.DATA_HORA, largura=17),
    Coluna(chave="usuario", titulo="Por", largura=14),
    Coluna(chave="reaberto_em", titulo="Reaberto em", tipo=TipoColuna.DATA_HORA, largura=17),
    Coluna(chave="reaberto_por", titulo="Por", largura=14),
    Coluna(chave="motivo", titulo="Motivo", largura=40),
)


class PeriodosDialog(SheetDialog):
    """Shows the closings of an empresa; closes the next month and opens the last one again."""

    def __init__(self, parent: QWidget | None, desk: Desk, empresa_id: int) -> None:
        """Read the closings."""
        super().__init__(
            parent,
            "Períodos contábeis",
            "Fechar um mês fecha os lotes dele: depois nada mais é lançado, mudado nem desfeito até aquele dia.",
        )
        self._desk, self._empresa_id = desk, empresa_id
        self._plan: Any = None
        self._standing: Any = None
        self.model = RowsModel(_COLUNAS)
        self.table = Table(_COLUNAS, self.model, marks=False, name="Fechamentos")
        self.model.setParent(self.table)
        self.body.addWidget(self.table, 1)
        self.until = DateEdit()
        self.until.setAccessibleName("Fechar até o fim do mês deste dia")
        self.until.set_value(date.today().replace(day=1) - timedelta(days=1))  # noqa: DTZ011 - a day as the user counts it
        self.until.textChanged.connect(lambda _text: self._ask())
        self.effect = label("", "muted", wrap=True)
        words = label("&Fechar o mês de", "")
        words.setBuddy(self.until)
        line = QHBoxLayout()
        line.addWidget(self.effect, 1)
        line.addWidget(words)
        line.addWidget(self.until)
        self.body.addLayout(line)
        self.reopen = self.add_further(Button("Reabrir o período…", "", icon="atualizar", clicked=self._reopen))
        self.shut = self.add_commit("Fechar o mês", self._shut)
        self.reload()

    def reload(self) -> None:
        """Read the closings, and what closing would do."""
        service = self._desk.services.fechamento_contabil
        self._desk.read(self, lambda: service.list(self._empresa_id), self._show, self._failed)
        self._ask()

    def _show(self, closings: Sequence[Any]) -> None:
        names = [coluna.chave for coluna in _COLUNAS]
        self.model.show_rows([{"id": x.id, **{name: getattr(x, name) for name in names}} for x in closings])
        self._standing = next((each for each in closings if each.reaberto_em is None), None)
        self.reopen.allow("" if self._standing else "Nenhum período está fechado.")

    def _ask(self) -> None:
        mes = self.until.value()
        self._plan = None
        if mes is None:
            self._tell("", "Diga um dia do mês.")
            return
        service = self._desk.services.fechamento_contabil
        self._desk.read(self, lambda: service.plan(self._empresa_id, mes), self._planned, self._failed)

    def _planned(self, plan: Any) -> None:
        self._plan = plan
        count = formats.count(len(plan.lotes), "lote aberto é fechado", "lotes abertos são fechados")
        words = f"{count} junto, até {formats.show(plan.ate)}." if plan.lotes else "Nenhum lote aberto até lá."
        problem = plan.problems[0] if plan.problems else None
        self._tell(problem.message if problem else words, f"{problem.message} {problem.fix}" if problem else "")
        self.shut.setText(f"Fechar até {plan.ate:%m/%Y}")

    def _tell(self, words: str, reason: str) -> None:
        self.effect.setText(words)
        self.shut.allow(reason)

    def _shut(self) -> None:
        plan, service = self._plan, self._desk.services.fechamento_contabil
        if plan is not None:
            self._act("Fechando o período", lambda: service.fechar(plan), f"Período fechado até {plan.ate:%d/%m/%Y}.")

    def _reopen(self) -> None:
        standing, service = self._standing, self._desk.services.fechamento_contabil
        why, sure = QInputDialog.getText(self, "Reabrir o período", "Por que o período é reaberto? Fica registrado.")
        if sure and standing is not None:
            self._act("Reabrindo o período", lambda: service.reabrir(standing.id, why), "Período reaberto.")

    def _act(self, title: str, call: Any, words: str) -> None:
        def done(_result: Any) -> None:
            self.message.say(words, Tone.SUCCESS)
            self.reload()

        self._desk.write(self, title, lambda _watcher: call(), done, self._failed)

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)
