"""*Pagamentos a devolver*: what pagadores paid twice or too much, and when it went back."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.pages.choices import periods
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.edits import DateEdit
from finbank_desktop.gui.widgets.filter_bar import Filtro, Opcao
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog
from finbank_desktop.gui.widgets.verbs import Verb, needs_one, needs_rows

_FORMAS = ("Pix", "Transferência", "Dinheiro", "Abatido de outra cobrança")
"""How money usually goes back; any other words will do."""
ESPERA = Opcao("Esperam a devolução", valor=True)
_ESPERA = (ESPERA, Opcao("Já devolvidos", valor=False))
_HIDDEN = frozenset({"numero_documento", "usuario", "convenio", "linha"})


class DevolucoesPage(ListPage):
    """Lists payments to give back."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        spec = ListSpec(
            key="devolucoes",
            title="Pagamentos a devolver",
            icon="importacoes",
            one="pagamento",
            many="pagamentos",
            colunas=desk.services.devolucoes.COLUNAS,
            fetch=desk.services.devolucoes.list,
            filtros=(
                Filtro("espera", "Devolução", _ESPERA),
                Filtro("data", "Pago em", periods),
                Filtro("devolvido_em", "Devolvido em", periods),
            ),
            hint="Filtrar por pagador, nosso número ou documento",
            somas={"valor": "Total"},
            hidden=_HIDDEN,
            empty=(
                "Nada a devolver",
                "Quando um retorno traz um segundo pagamento do mesmo boleto, ou dinheiro a mais, ele espera aqui.",
            ),
            help_link="De onde vêm estes pagamentos?",
        )
        verbs = (
            Verb(text="Marcar como devolvido…", icon="ok", run=self.mark, reason=self._why_not_mark, kind="primary"),
            Verb(text="Ver o boleto", icon="boletos", run=self._show_boleto, reason=needs_one),
            Verb(
                text="Desmarcar a devolução",
                icon="limpar-filtros",
                run=self._unmark,
                reason=self._why_not_unmark,
                in_bar=False,
            ),
        )
        super().__init__(desk, spec, verbs)

    def open_row(self, row_id: int) -> None:
        """Say when it went back, or show the boleto of one that did."""
        if self._why_not_mark([row_id]):
            self._show_boleto([row_id])
        else:
            self.mark([row_id])

    def _is_returned(self, ids: Sequence[int]) -> bool:
        row = self.current_row() or {}
        return row.get("id") in ids and row.get("devolvido_em") is not None

    def _why_not_mark(self, ids: Sequence[int]) -> str:
        return needs_rows(ids) or ("Este pagamento já foi devolvido." if self._is_returned(ids) else "")

    def _why_not_unmark(self, ids: Sequence[int]) -> str:
        return needs_one(ids) or ("" if self._is_returned(ids) else "Este pagamento ainda espera a devolução.")

    def mark(self, ids: Sequence[int]) -> None:
        """Ask when and how, then say that the payments *ids* went back."""
        dialog = DevolvidoDialog(self.window(), self.desk, ids)
        dialog.marked.connect(lambda words: self.message.say(words, Tone.SUCCESS))
        dialog.open()

    def _unmark(self, ids: Sequence[int]) -> None:
        chosen = list(ids)
        self.desk.write(
            self,
            "Desmarcando a devolução",
            lambda _watcher: self.desk.services.devolucoes.unmark(chosen),
            lambda _done: self.message.say("O pagamento espera a devolução outra vez.", Tone.SUCCESS),
            lambda error: self.message.say(explain(error), Tone.DANGER),
        )

    def _show_boleto(self, ids: Sequence[int]) -> None:
        row = self.current_row() or {}
        if row.get("boleto_id") and row.get("id") in ids:
            words = f"Boleto {row['nosso_numero']}"
            self.desk.section_wanted.emit("boletos", {"id": Opcao(words, int(row["boleto_id"]))})


class DevolvidoDialog(SheetDialog):
    """Asks on which day and how money went back.

    Attributes:
        marked: It was written down; carries the sentence that says so.
    """

    marked = Signal(str)

    def __init__(self, parent: QWidget | None, desk: Desk, ids: Sequence[int]) -> None:
        """Ask for the payments *ids*."""
        words = formats.count(len(ids), "pagamento", "pagamentos")
        super().__init__(
            parent,
            f"Devolver {words}",
            "Devolva o dinheiro como costuma fazer e diga aqui quando e como. Nada é pago por esta tela.",
            (560, 320),
        )
        self._desk, self._ids = desk, list(ids)
        self.data = DateEdit()
        self.data.setAccessibleName("Devolvido em")
        self.data.set_value(date.today())  # noqa: DTZ011 - a day as the user counts it
        self.forma = QComboBox()
        self.forma.setEditable(True)
        self.forma.addItems(_FORMAS)
        self.forma.setAccessibleName("Como foi devolvido")
        form = QFormLayout()
        for caption, field in (("&Devolvido em", self.data), ("&Como", self.forma)):
            name = label(caption, "field")
            name.setBuddy(field)
            form.addRow(name, field)
        self.body.addLayout(form)
        self.body.addStretch()
        self.close_button.setText("Cancelar")
        self.commit = self.add_commit(f"Marcar {words} como {'devolvido' if len(ids) == 1 else 'devolvidos'}", self._go)
        self.commit.setDefault(True)
        self.data.setFocus()

    def _go(self) -> None:
        data = self.data.value()
        if data is None:
            self.message.say(self.data.problem() or "Diga o dia da devolução.", Tone.DANGER)
            return
        ids, forma = self._ids, self.forma.currentText()
        self._desk.write(
            self,
            "Marcando como devolvido",
            lambda _watcher: self._desk.services.devolucoes.mark(ids, data, forma),
            self._done,
            lambda error: self.message.say(explain(error), Tone.DANGER),
        )

    def _done(self, done: Sequence[object]) -> None:
        words = formats.count(len(done), "pagamento marcado como devolvido", "pagamentos marcados como devolvidos")
        self.marked.emit(f"{words}.")
        self.close()
