"""The windows of *Conciliação* over what is done or can be: what is certain, the bin, the history."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.pages.acting_dialog import ActingDialog
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog, table_of

_DATA, _VALOR = TipoColuna.DATA, TipoColuna.VALOR
_CERTOS = (
    Coluna(chave="data", titulo="Data", tipo=_DATA, largura=11),
    Coluna(chave="texto", titulo="No banco", largura=34),
    Coluna(chave="valor", titulo="Valor", tipo=_VALOR, largura=13),
    Coluna(chave="com", titulo="Nos seus livros", largura=40),
    Coluna(chave="porque", titulo="Por quê", largura=40),
)
_LIXEIRA = (*_CERTOS[:3], Coluna(chave="porque", titulo="Por quê", largura=40))
_FEITO = (
    Coluna(chave="quando", titulo="Quando", tipo=TipoColuna.DATA_HORA, largura=17),
    Coluna(chave="texto", titulo="O que foi feito", largura=80),
    Coluna(chave="usuario", titulo="Usuário", largura=12),
)


class CertosDialog(SheetDialog):
    """All that is certain, before it is written together.

    Attributes:
        accepted_plans: Exactly the plans that were shown.
    """

    accepted_plans = Signal(object)

    def __init__(self, parent: QWidget | None, plans: Sequence[Any]) -> None:
        """Show *plans*."""
        words = formats.count(len(plans), "lançamento", "lançamentos")
        super().__init__(
            parent, f"Conciliar {words}", "Só estão aqui os que não têm outra resposta. Cada um se desfaz por si."
        )
        self.plans = list(plans)
        rows = [
            {
                "id": number,
                "data": plan.linha.data,
                "texto": plan.linha.texto,
                "valor": plan.linha.valor,
                "com": ", ".join(name for name, _valor in plan.partes) or "Ignorar",
                "porque": plan.composicao.porque,
            }
            for number, plan in enumerate(self.plans)
        ]
        self.body.addWidget(table_of(_CERTOS, rows, "Lançamentos certos"), 1)
        self.commit = self.add_commit(f"Conciliar {words}", self._commit)
        self.commit.allow("" if plans else "Nenhum deles está completo.")
        self.close_button.setText("Cancelar")

    def _commit(self) -> None:
        self.accepted_plans.emit(self.plans)
        self.close()


class LixeiraDialog(ActingDialog):
    """The ignored lines of an account."""

    def __init__(self, parent: QWidget | None, desk: Desk, conta_id: int) -> None:
        """Read the bin of *conta_id*."""
        super().__init__(parent, desk, "Lixeira", "Lançamentos ignorados; nenhum se perde.", _LIXEIRA)
        self._conta_id = conta_id
        self.back = self.add_commit("Recuperar", self._recover)
        self.table.opened.connect(lambda _row: self._recover())
        self.reload()

    def reload(self) -> None:
        """Read the bin."""
        self.read(
            lambda: [
                {"id": x.id, "data": x.data, "texto": x.texto, "valor": x.valor, "porque": x.motivo}
                for x in self.desk.services.conciliacao.ignoradas(self._conta_id)
            ]
        )

    def show_rows(self, rows: Sequence[dict[str, Any]]) -> None:
        """Show *rows*."""
        super().show_rows(rows)
        self.back.allow("" if rows else "A lixeira está vazia.")

    def _recover(self) -> None:
        row = self.current()
        if row is not None:
            self.act("Recuperando", lambda: self.desk.services.conciliacao.recuperar(row), "De volta à conciliação.")


class HistoricoDialog(ActingDialog):
    """What was reconciled or ignored, newest first, each with its undoing."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        """Read what was done."""
        super().__init__(parent, desk, "Histórico da conciliação", "Cada linha pode ser desfeita por si.", _FEITO)
        self.undo = self.add_commit("Desfazer", self._undo)
        self.reload()

    def reload(self) -> None:
        """Read what was done."""
        self.read(
            lambda: [
                {"id": x.id, "quando": x.quando, "texto": x.texto, "usuario": x.usuario}
                for x in self.desk.services.conciliacao.historico(200)
            ]
        )

    def show_rows(self, rows: Sequence[dict[str, Any]]) -> None:
        """Show *rows*."""
        super().show_rows(rows)
        self.undo.allow("" if rows else "Nada foi conciliado ainda.")

    def _undo(self) -> None:
        row, service = self.current(), self.desk.services.operacoes
        if row is not None:
            self.act("Desfazendo", lambda: service.desfazer(service.plan_desfazer(row)), "Desfeito.")
