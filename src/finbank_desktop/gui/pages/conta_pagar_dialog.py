"""The window of one conta a pagar: what it asks for follows the form of payment, and it reads slips by itself."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.pagamentos import FormaPagamento
from finbank_desktop.domain.tributos import TipoTributo
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.forms.ui_conta_pagar import Ui_ContaPagarForm
from finbank_desktop.gui.pages import conta_pagar_campos as campos
from finbank_desktop.gui.pages.conta_pagar_record import ContaPagarRecord
from finbank_desktop.gui.pages.favorecido_dialog import FavorecidoDialog
from finbank_desktop.gui.pages.record_dialog import RecordDialog
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.drop_overlay import DropOverlay
from finbank_desktop.gui.widgets.edits import MoneyEdit
from finbank_desktop.gui.widgets.form_fields import FormFields
from finbank_desktop.gui.widgets.picker import RecordPicker

_PICKED = 30
_LETTERS = 8
"""Letters a box shows before it asks for more room."""
_WHOLE = (44, 47, 48)
"""Digits of a barcode, of a boleto's linha digitável and of a bill's."""
_PIX = re.compile(r"000201.*6304[0-9A-Fa-f]{4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the boxes of the form offer: rows of the lists, and where the favorecido is paid."""

    convenios: Sequence[Mapping[str, Any]] = ()
    filiais: Sequence[Mapping[str, Any]] = ()
    favorecido: str = ""
    contas: Sequence[Any] = ()
    chaves: Sequence[Any] = field(default=())


def load_choices(desk: Desk, pessoa_id: int | None) -> Choices:
    """Return what the boxes offer; runs beside the window."""
    services, query = desk.services, ListQuery(quantidade=1000, filtros=desk.scope)
    return Choices(
        convenios=services.convenios_pagamento.list(query).linhas,
        filiais=services.cadastros.list_filiais(query).linhas,
        favorecido=services.cadastros.get_pessoa(pessoa_id).nome if pessoa_id else "",
        contas=services.favorecidos.contas(pessoa_id) if pessoa_id else (),
        chaves=services.favorecidos.chaves(pessoa_id) if pessoa_id else (),
    )


class ContaPagarDialog(RecordDialog):
    """Enters or changes a conta a pagar."""

    def __init__(
        self,
        parent: QWidget | None,
        desk: Desk,
        record: ContaPagarRecord,
        choices: Choices,
        not_attached: Callable[[Exception], object],
    ) -> None:
        """Show *record*.

        Args:
            parent: Above which it stands.
            desk: What all pages share.
            record: The conta.
            choices: What its boxes offer.
            not_attached: Told why the PDF it was read from could not be kept, after this window closed.
        """
        self._choices, self._ready, self._not_attached = choices, False, not_attached
        self._pdf: Path | None = None
        super().__init__(parent, desk, Ui_ContaPagarForm(), record, lambda fields: self._prepare(fields, record))
        self._ready = True
        self.data_button = Button("Dados bancários…", "", icon="chave", clicked=self.show_data)
        layout = self._bar.layout()
        if layout is not None and hasattr(layout, "insertWidget"):
            layout.insertWidget(1, self.data_button)
        DropOverlay(self, "Solte o PDF do boleto ou da conta").dropped.connect(self.read_files)
        self._dress()
        self._shrink()

    def _prepare(self, fields: FormFields, record: ContaPagarRecord) -> None:
        convenios = [(f"{row['descricao']} ({row['banco']})", row["id"]) for row in self._choices.convenios]
        offered: dict[str, Sequence[tuple[str, Any]]] = {
            "forma": [("Escolher depois", None), *((str(each), each) for each in FormaPagamento)],
            "tributo": [(str(tipo), tipo) for tipo in TipoTributo],
            "v_opcao_pagamento": campos.OPCOES,
            "convenio_id": [("Qualquer convênio", None), *convenios],
            "filial_id": [("—", None), *((str(row["nome"]), row["id"]) for row in self._choices.filiais)],
        }
        for name, choices in offered.items():
            _box(fields, name).setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            _box(fields, name).setMinimumContentsLength(_LETTERS)
            for words, value in choices:
                _box(fields, name).addItem(words, value)
        self._offer_data(fields, self._choices.contas, self._choices.chaves)
        picker = fields.edits["pessoa_id"]
        if isinstance(picker, RecordPicker):
            picker.look_with(self._find_pessoa)
            if record.conta.pessoa_id:
                picker.choose(record.conta.pessoa_id, self._choices.favorecido)
            picker.picked.connect(self._payee_changed)
            picker.textChanged.connect(lambda _text: self._dress())
        for name in ("forma", "tributo"):
            _box(fields, name).currentIndexChanged.connect(lambda _at: self._dress())
        for name in campos.DINHEIRO:
            edit = fields.edits[f"t_{name}"]
            if isinstance(edit, MoneyEdit):
                edit.textChanged.connect(lambda _text: self._add_up())
        leitura = fields.edits["leitura"]
        leitura.installEventFilter(self)
        if isinstance(leitura, QLineEdit):
            leitura.textEdited.connect(self._typed)

    # --- reading a slip

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read what a scanner typed when it ends with Enter, instead of saving."""
        is_key = event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if is_key and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined] # it is a key
            self.read()
            return True
        return super().eventFilter(watched, event)

    def _typed(self, text: str) -> None:
        """Read by itself what is as long as such a code is."""
        digits = "".join(letter for letter in text if letter not in " .-")
        if (digits.isdigit() and len(digits) in _WHOLE) or _PIX.fullmatch(text.strip()):
            self.read()

    def read(self) -> None:
        """Read what stands in the field for it."""
        edit = self.fields.edits["leitura"]
        text = edit.text().strip() if isinstance(edit, QLineEdit) else ""
        if text:
            leitura, empresa_id = self.desk.services.leitura_pagamentos, self.desk.empresa_id
            self.desk.read(self, lambda: leitura.read(text, empresa_id), self.take, self._not_read)

    def read_files(self, paths: Sequence[Path]) -> None:
        """Read the slip in the PDF that was dropped here."""
        leitura, empresa_id, path = self.desk.services.leitura_pagamentos, self.desk.empresa_id, paths[0]
        self.message.say(f"Lendo {path.name}…", Tone.INFO)
        self.desk.read(
            self,
            lambda: leitura.read_pdf(path, empresa_id),
            lambda found: self._take_file(path, found),
            self._not_read,
        )

    def _take_file(self, path: Path, found: Sequence[Any]) -> None:
        self.take(found[0], path)
        if len(found) > 1:
            self.message.say(
                f"{path.name} tem {len(found)} documentos; este é o primeiro. Para lançar todos, feche e use Ler PDF.",
                Tone.WARNING,
            )

    def take(self, lido: Any, path: Path | None = None) -> None:
        """Fill the form with *lido*, a ``DocumentoLido``; the PDF at *path* is attached when the conta is saved."""
        conta, picker = lido.conta, self.fields.edits["pessoa_id"]
        self._pdf = path
        names = ("nome", "forma", "codigo_barras", "pix_qr", "pix_txid", "vencimento", "emissao")
        self.fields.fill({name: getattr(conta, name) for name in names} | {"valor": conta.valor or None, "leitura": ""})
        if len(lido.pessoas) == 1 and isinstance(picker, RecordPicker):
            picker.choose(lido.pessoas[0].id, lido.pessoas[0].nome)
        twins = f" Atenção: já está na conta a pagar {', '.join(lido.ja_existe)}." if lido.ja_existe else ""
        attached = f" {path.name} será anexado." if path is not None else ""
        self.message.say(
            f"{lido.descricao}: {format_brl(conta.valor)}, vence em {formats.show(conta.vencimento)}. Confira e diga "
            f"quem recebe.{attached}{twins}",
            Tone.WARNING if twins else Tone.SUCCESS,
        )
        self._dress()
        next_field = picker if not self._payee() else self.fields.edits["documento"]
        next_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_read(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)

    def _saved(self, record: Any) -> None:
        path, anexos = self._pdf, self.desk.services.anexos
        if path is not None:
            self.desk.write(
                self.parentWidget() or self,
                f"Anexando {path.name}",
                lambda _watcher: anexos.add(record.id, path),
                lambda _anexo: None,
                self._not_attached,
            )
        super()._saved(record)

    # --- what is asked for

    def _dress(self) -> None:
        """Show the fields that the form of payment and the guia ask for, and no others."""
        if not self._ready:
            return
        forma, tipo = _forma(self.fields), TipoTributo(_box(self.fields, "tributo").currentData())
        wanted = campos.shown(forma, tipo)
        for name in self.fields.edits:
            if name in campos.DEPENDEM or name.startswith(("t_", "v_")):
                self._show(name, on=name in wanted)
        picked = bool(self._payee())
        self._show("nome", on=not picked)
        self._show("leitura", on=not self._kept())
        self.data_button.allow("" if picked else "Escolha antes o favorecido no cadastro de pessoas.")
        self._grow()

    def _shrink(self) -> None:
        """Be as high as what is asked for needs; more fields let it grow."""
        layout = self._inside.layout()
        if layout is not None:
            layout.activate()
            wanted = layout.sizeHint().height() + self._bar.sizeHint().height()
            self.resize(self.width(), min(self.height(), wanted + theme.px(48)))

    def _show(self, name: str, *, on: bool) -> None:
        edit = self.fields.edits[name]
        holder = edit.parentWidget()
        caption = holder.findChild(QLabel, f"{name}_label") if holder is not None else None
        for widget in (edit, caption):
            if isinstance(widget, QWidget):
                widget.setVisible(on)
        if not on and name in self.fields.errors:
            self.fields.errors[name].hide()

    def _kept(self) -> bool:
        return isinstance(self.record, ContaPagarRecord) and bool(self.record.conta.id)

    def _add_up(self) -> None:
        """Let the amount be the total of the guia."""
        if not self._ready or _forma(self.fields) is not FormaPagamento.TRIBUTO:
            return
        values = self.fields.values()
        tipo = TipoTributo(values["tributo"])
        asked = [name for name in campos.DINHEIRO if name in campos.DO_TRIBUTO[tipo]]
        total = sum((values[f"t_{name}"] or 0) * (-1 if name == "desconto" else 1) for name in asked)
        self.fields.fill({"valor": total or None})

    # --- who is paid

    def _payee(self) -> int:
        picker = self.fields.edits["pessoa_id"]
        return picker.value() if isinstance(picker, RecordPicker) else 0

    def _find_pessoa(self, words: str, show: Callable[[Sequence[Mapping[str, Any]]], object]) -> None:
        query = ListQuery(busca=words, quantidade=_PICKED, filtros=self.desk.scope)

        def rows() -> list[dict[str, Any]]:
            found = self.desk.services.cadastros.list_pessoas(query).linhas
            return [{"id": row["id"], "texto": f"{row['nome']} · {row['documento']}"} for row in found]

        self.desk.read(self, rows, show, self._failed)

    def _payee_changed(self) -> None:
        self._dress()
        pessoa_id, favorecidos = self._payee(), self.desk.services.favorecidos
        if pessoa_id:
            self.desk.read(
                self,
                lambda: (favorecidos.contas(pessoa_id), favorecidos.chaves(pessoa_id)),
                lambda found: self._offer_data(self.fields, *found, keep=True),
                self._failed,
            )

    def _offer_data(
        self, fields: FormFields, contas: Sequence[Any], chaves: Sequence[Any], *, keep: bool = False
    ) -> None:
        for name, main, rows in (
            ("conta_favorecido_id", "A principal do cadastro", [(x.descricao, x.id) for x in contas]),
            ("chave_favorecido_id", "A principal do cadastro", [(f"{x.tipo}: {x.chave}", x.id) for x in chaves]),
        ):
            box = _box(fields, name)
            chosen = box.currentData() if keep else None
            box.clear()
            first = f" ({rows[0][0]})" if rows else " (ainda não há)"
            box.addItem(main + first, None)
            for words, value in rows:
                box.addItem(words, value)
            box.setCurrentIndex(max(box.findData(chosen), 0))

    def show_data(self) -> None:
        """Show accounts and Pix keys of the favorecido; what is entered there can be chosen here at once."""
        pessoa_id = self._payee()
        if pessoa_id:
            picker = self.fields.edits["pessoa_id"]
            name = picker.text().partition(" · ")[0] if isinstance(picker, QLineEdit) else ""
            dialog = FavorecidoDialog(self, self.desk, pessoa_id, name)
            dialog.finished.connect(lambda _code: self._payee_changed())
            dialog.open()


def _box(fields: FormFields, name: str) -> QComboBox:
    box = fields.edits[name]
    if not isinstance(box, QComboBox):
        raise TypeError(f"{name} is no box")
    return box


def _forma(fields: FormFields) -> FormaPagamento | None:
    value = _box(fields, "forma").currentData()
    return FormaPagamento(value) if value else None
