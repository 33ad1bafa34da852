"""Opening a title where an API complains of it: the customer's record, or the conta a receber."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from finbank_desktop.gui.desk import Desk, Failed, explain
from finbank_desktop.gui.forms.ui_pessoa import Ui_PessoaForm
from finbank_desktop.gui.pages.conta_receber_form import ContaReceberForm
from finbank_desktop.gui.pages.record_dialog import RecordDialog
from finbank_desktop.gui.pages.records import PessoaRecord
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.inline_message import InlineMessage

_PAGADOR, _ENDERECO = "pagador", "endereco"
_PDF = "pdf"
_PESSOA = frozenset(
    {
        *("nome", "documento", "email", "telefone"),
        *("logradouro", "numero", "complemento", "bairro", "cidade", "uf", "cep"),
    }
)
"""Fields of a customer's form."""
_CONTA = {"numero_documento": "documento", "seu_numero": "documento", "convenio": "convenio_id"}
"""Fields of a boleto that a conta a receber knows by another name."""


def pessoa_field(campo: str) -> str | None:
    """Return the field of the customer's form that *campo* is about; ``None`` when it is about something else.

    >>> pessoa_field("pagador.endereco.cep"), pessoa_field("pagador"), pessoa_field("vencimento")
    ('cep', 'nome', None)
    """
    first, *rest = campo.split(".")
    if first not in (_PAGADOR, _ENDERECO):
        return None
    last = rest[-1] if rest else ""
    if last in _PESSOA:
        return last
    return "cep" if _ENDERECO in (first, last) else "nome"


def open_title(owner: QWidget, desk: Desk, boleto_id: int, campo: str, said: str, failed: Failed) -> None:
    """Show what has to be corrected about a boleto, with the cursor in the field *campo*; *said* stands above it."""
    of_pessoa = pessoa_field(campo)

    def show(detalhe: Any) -> None:
        if of_pessoa is not None:
            record = PessoaRecord(desk.services, detalhe.pagador)
            dialog = RecordDialog(owner.window(), desk, Ui_PessoaForm(), record)
            dialog.begin_at(of_pessoa, said)
            dialog.open()
        elif detalhe.contas:
            field = _CONTA.get(campo, campo)
            ContaReceberForm(owner, desk, failed).open(detalhe.contas[0].id, campo=field, said=said)

    desk.read(owner, lambda: desk.services.boletos.get(boleto_id), show, failed)


def save_bank_pdf(owner: QWidget, desk: Desk, boleto_id: int, message: InlineMessage) -> None:
    """Fetch the bank's own page of a boleto, ask where it is to be kept, and keep it."""

    def save(pdf: bytes) -> None:
        message.silence()
        start = desk.settings.folder(_PDF) / f"boleto-{boleto_id:06d}-banco.pdf"
        chosen, _kind = QFileDialog.getSaveFileName(owner, "Salvar o PDF do banco", str(start), "PDF (*.pdf)")
        if not chosen:
            return
        desk.settings.remember_folder(_PDF, Path(chosen).parent)
        try:
            Path(chosen).write_bytes(pdf)
        except OSError:
            message.say(f"Não foi possível gravar {chosen}; confira a pasta e o espaço livre.", Tone.DANGER)
        else:
            message.say(f"PDF do banco salvo em {chosen}.", Tone.SUCCESS)

    message.say("Buscando o PDF no banco…", Tone.INFO)
    desk.call(
        owner,
        "Buscando o PDF no banco",
        lambda _watcher: desk.services.registros.pdf(boleto_id),
        save,
        lambda error: message.say(explain(error), Tone.DANGER),
    )
