"""The form of one conta a receber, opened from wherever somebody wants to correct it."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.forms.ui_conta_receber import Ui_ContaReceberForm
from finbank_desktop.gui.pages.record_dialog import RecordDialog
from finbank_desktop.gui.pages.records import ContaReceberRecord, new_conta_receber
from finbank_desktop.gui.widgets.form_fields import FormFields
from finbank_desktop.gui.widgets.picker import RecordPicker

_PICKED = 30


class ContaReceberForm:
    """Opens the form above *owner*."""

    def __init__(self, owner: QWidget, desk: Desk, failed: Callable[[Exception], object]) -> None:
        """*failed* is told when something could not be read."""
        self._owner, self._desk, self._failed = owner, desk, failed

    def open_new(self) -> None:
        """Show an empty form."""
        today = date.today()  # noqa: DTZ011 - a day as the user counts it
        new = new_conta_receber(self._desk.empresa_id, None, today)
        self._read_choices(lambda convenios: self._show(new, convenios, "", "", ""))

    def open(self, conta_id: int, *, campo: str = "", said: str = "") -> None:
        """Show a conta, at the field *campo*; *said* is what somebody complained of."""
        services = self._desk.services

        def read() -> tuple[ContaReceber, str]:
            conta = services.contas_receber.get(conta_id)
            return conta, services.cadastros.get_pessoa(conta.pessoa_id).nome

        def show(found: tuple[ContaReceber, str]) -> None:
            conta, client = found
            self._read_choices(lambda convenios: self._show(conta, convenios, client, campo, said))

        self._desk.read(self._owner, read, show, self._failed)

    def _read_choices(self, done: Callable[[Sequence[Any]], object]) -> None:
        query = ListQuery(quantidade=1000, filtros=self._desk.scope)
        cadastros = self._desk.services.cadastros
        self._desk.read(self._owner, lambda: cadastros.list_convenios(query).linhas, done, self._failed)

    def _show(self, conta: ContaReceber, convenios: Sequence[Any], client: str, campo: str, said: str) -> None:
        chosen = conta
        if not conta.id and len(convenios) == 1:
            chosen = new_conta_receber(conta.empresa_id, int(convenios[0]["id"]), conta.emissao)

        def prepare(fields: FormFields) -> None:
            box: Any = fields.edits["convenio_id"]
            box.addItem("Escolher depois", None)
            for row in convenios:
                box.addItem(f"{row['descricao']} ({row['banco']})", row["id"])
            picker = fields.edits["pessoa_id"]
            if isinstance(picker, RecordPicker):
                picker.look_with(self._find_client)
                if conta.pessoa_id:
                    picker.choose(conta.pessoa_id, client)

        record = ContaReceberRecord(self._desk.services, chosen)
        dialog = RecordDialog(self._owner.window(), self._desk, Ui_ContaReceberForm(), record, prepare)
        if campo or said:
            dialog.begin_at(campo, said)
        dialog.open()

    def _find_client(self, words: str, show: Any) -> None:
        query = ListQuery(busca=words, quantidade=_PICKED, filtros=self._desk.scope)

        def rows() -> list[dict[str, Any]]:
            found = self._desk.services.cadastros.list_pessoas(query).linhas
            return [{"id": row["id"], "texto": f"{row['nome']} · {row['documento']}"} for row in found]

        self._desk.read(self._owner, rows, show, self._failed)
