"""Where a pessoa is paid: accounts and Pix keys, one of each kind the main one."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QWidget

from finbank_desktop.domain.chaves_pix import TipoChave
from finbank_desktop.domain.contas_pagar import ChavePixFavorecido, ContaBancaria, TipoContaFavorecido
from finbank_desktop.domain.listas import Coluna
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.forms.ui_chave_pix import Ui_ChavePixForm
from finbank_desktop.gui.forms.ui_conta_favorecido import Ui_ContaFavorecidoForm
from finbank_desktop.gui.pages.acting_dialog import ActingDialog
from finbank_desktop.gui.pages.record_dialog import RecordDialog
from finbank_desktop.gui.pages.records_pagar import ChavePixRecord, ContaFavorecidoRecord
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.form_fields import FormFields

_COLUNAS = (
    Coluna(chave="tipo", titulo="Tipo", largura=18),
    Coluna(chave="dados", titulo="Para onde vai o dinheiro", largura=56),
    Coluna(chave="principal", titulo="Principal", largura=10),
)
_NONE = "Escolha uma linha."


class FavorecidoDialog(ActingDialog):
    """Lists, enters, changes and takes away accounts and keys."""

    def __init__(self, parent: QWidget | None, desk: Desk, pessoa_id: int, nome: str) -> None:
        """Show those of *pessoa_id*, called *nome*."""
        super().__init__(
            parent,
            desk,
            f"Dados bancários de {nome}" if nome else "Dados bancários",
            "A conta principal e a chave principal são usadas quando a conta a pagar não diz outra. Quem muda os dados "
            "tira a aprovação do que seria pago neles.",
            _COLUNAS,
        )
        self._pessoa_id = pessoa_id
        self._found: dict[str, Any] = {}
        self.edit_button = self.add_further(Button("Editar…", icon="editar", clicked=self._edit))
        self.remove_button = self.add_further(Button("Excluir", icon="cancelado", clicked=self._remove))
        self.key_button = self.add_further(Button("Nova chave Pix…", icon="chave", clicked=self.new_key))
        self.account_button = self.add_commit("Nova conta bancária…", self.new_account)
        self.table.opened.connect(lambda _row: self._edit())
        self.reload()

    def reload(self) -> None:
        """Read accounts and keys anew."""
        favorecidos, pessoa_id = self.desk.services.favorecidos, self._pessoa_id
        self.read(
            lambda: [
                *(_row(f"c{x.id}", str(x.tipo), x.descricao, x) for x in favorecidos.contas(pessoa_id)),
                *(_row(f"k{x.id}", f"Pix: {x.tipo}", x.chave, x) for x in favorecidos.chaves(pessoa_id)),
            ]
        )

    def show_rows(self, rows: Sequence[dict[str, Any]]) -> None:
        """Show *rows*."""
        self._found = {row["id"]: row["of"] for row in rows}
        super().show_rows(rows)
        for button in (self.edit_button, self.remove_button):
            button.allow("" if rows else _NONE)

    def new_account(self) -> None:
        """Enter an account."""
        self._open_account(
            ContaBancaria(empresa_id=self.desk.empresa_id, pessoa_id=self._pessoa_id, banco="", agencia="", conta="")
        )

    def new_key(self) -> None:
        """Enter a Pix key."""
        self._open_key(
            ChavePixFavorecido(
                empresa_id=self.desk.empresa_id, pessoa_id=self._pessoa_id, tipo=TipoChave.CNPJ, chave=""
            )
        )

    def _edit(self) -> None:
        of = self._found.get(str(self.current()))
        if isinstance(of, ContaBancaria):
            self._open_account(of)
        elif of is not None:
            self._open_key(of)

    def _open_account(self, conta: ContaBancaria) -> None:
        def prepare(fields: FormFields) -> None:
            _offer(fields, "tipo", [(str(tipo), tipo) for tipo in TipoContaFavorecido])

        self._open(Ui_ContaFavorecidoForm(), ContaFavorecidoRecord(self.desk.services, conta), prepare)

    def _open_key(self, chave: ChavePixFavorecido) -> None:
        def prepare(fields: FormFields) -> None:
            _offer(fields, "tipo", [(str(tipo), tipo) for tipo in TipoChave])

        self._open(Ui_ChavePixForm(), ChavePixRecord(self.desk.services, chave), prepare)

    def _open(self, form: Any, record: Any, prepare: Any) -> None:
        dialog = RecordDialog(self, self.desk, form, record, prepare)
        dialog.accepted.connect(self.reload)
        dialog.open()

    def _remove(self) -> None:
        key, favorecidos = str(self.current() or ""), self.desk.services.favorecidos
        if key.startswith("c"):
            self.act("Excluindo a conta", lambda: favorecidos.remove_conta(int(key[1:])), "Conta excluída.")
        elif key.startswith("k"):
            self.act("Excluindo a chave", lambda: favorecidos.remove_chave(int(key[1:])), "Chave excluída.")


def _row(key: str, tipo: str, dados: str, of: Any) -> dict[str, Any]:
    return {"id": key, "tipo": tipo, "dados": dados, "principal": "Sim" if of.principal else "", "of": of}


def _offer(fields: FormFields, name: str, choices: Sequence[tuple[str, Any]]) -> None:
    box = fields.edits[name]
    if isinstance(box, QComboBox):
        for words, value in choices:
            box.addItem(words, value)
