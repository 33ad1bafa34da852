"""The windows of *Remessas*: what a file says to the bank, how it gets there, and what cancelling it does."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.cards import FigureCard, figures
from finbank_desktop.gui.widgets.notices import show_problems
from finbank_desktop.gui.widgets.pdf_view import PdfDialog
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog, table_of
from finbank_desktop.gui.widgets.steps import steps_column
from finbank_desktop.services import remessa_envio
from finbank_desktop.services.plans import StalePlanError

if TYPE_CHECKING:
    from finbank_desktop.services.remessa_cancelamento import CancelamentoPlan
    from finbank_desktop.services.remessa_conferencia import Conferencia

_TITULOS = (
    Coluna(chave="comando", titulo="Comando", largura=18),
    Coluna(chave="nosso_numero", titulo="Nosso número", largura=16),
    Coluna(chave="numero_documento", titulo="Nº documento", largura=14),
    Coluna(chave="pagador", titulo="Pagador", largura=34),
    Coluna(chave="vencimento", titulo="Vencimento", tipo=TipoColuna.DATA, largura=11),
    Coluna(chave="valor", titulo="Valor", tipo=TipoColuna.VALOR, largura=14),
)
_CANCELADOS = (
    Coluna(chave="numero_documento", titulo="Nº documento", largura=14),
    Coluna(chave="pagador", titulo="Pagador", largura=30),
    Coluna(chave="valor", titulo="Valor", tipo=TipoColuna.VALOR, largura=13),
    Coluna(chave="efeito", titulo="O que vai acontecer", largura=70),
)
_KINDS = "PDF (*.pdf);;Planilha do Excel (*.xlsx);;CSV (*.csv)"


class ConferenciaDialog(SheetDialog):
    """The report to compare a remessa by, title by title, with what can be done with the file.

    Attributes:
        send_wanted: Its way to the bank should be shown.
        cancel_wanted: It should be taken back.
    """

    send_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None, desk: Desk, conferencia: "Conferencia") -> None:
        """Show *conferencia*."""
        remessa = conferencia.remessa
        sent = f" em {formats.show(remessa.enviada_em)}" if remessa.enviada_em else ""
        super().__init__(
            parent,
            f"Remessa nº {remessa.sequencia} · {remessa.arquivo}",
            f"{conferencia.convenio} · gerada em {formats.show(remessa.gerada_em)} por {remessa.usuario} · "
            f"{remessa.situacao}{sent}",
        )
        self._desk, self._conferencia = desk, conferencia
        folder = tempfile.TemporaryDirectory(prefix="finbank-conferencia-", ignore_cleanup_errors=True)
        self._folder = Path(folder.name)
        self.finished.connect(lambda _code: folder.cleanup())
        self.body.addLayout(figures(_sums(conferencia)))
        self.table = table_of(_TITULOS, _title_rows(conferencia), "Títulos da remessa")
        self.body.addWidget(self.table, 1)
        show_problems(self.notice, conferencia.problems)
        cancelled = str(remessa.situacao) == "Cancelada"
        self.send_button = self.add_further(Button("Como enviar ao banco…", icon="enviado", clicked=self._send))
        self.send_button.allow("Esta remessa foi cancelada e não deve ser enviada." if cancelled else "")
        self.export_button = self.add_further(Button("Salvar como…", icon="salvar", clicked=self._save))
        self.cancel_button = self.add_further(Button("Cancelar remessa…", icon="cancelado", clicked=self._cancel))
        self.cancel_button.allow("Esta remessa já foi cancelada." if cancelled else "")
        self.print_button = self.add_commit("Visualizar e imprimir", self._print)

    def _send(self) -> None:
        self.close()
        self.send_wanted.emit()

    def _cancel(self) -> None:
        self.close()
        self.cancel_wanted.emit()

    def _save(self) -> None:
        name = f"conferencia-{Path(self._conferencia.remessa.arquivo).stem}.pdf"
        start = self._desk.settings.last_folder("pdf") / name
        chosen, _kind = QFileDialog.getSaveFileName(self, "Salvar a conferência", str(start), _KINDS)
        if chosen:
            self.export(Path(chosen))

    def export(self, target: Path) -> None:
        """Write the report to *target*: PDF, XLSX or CSV by its ending."""
        self._write(target, lambda path: self.message.say(f"Salvo em {path}", Tone.SUCCESS))

    def _print(self) -> None:
        target = self._folder / "conferencia.pdf"
        name = f"conferencia-{Path(self._conferencia.remessa.arquivo).stem}.pdf"
        self._write(target, lambda path: PdfDialog(self, self._desk, path, self.windowTitle(), name).open())

    def _write(self, target: Path, done: Any) -> None:
        remessa_id = self._conferencia.remessa.id
        self._desk.draw(
            self,
            "Desenhando a conferência",
            lambda watcher: self._desk.services.remessas.export_conferencia(remessa_id, target, watcher),
            done,
            lambda error: self.message.say(explain(error), Tone.DANGER),
        )


def _sums(conferencia: "Conferencia") -> list[FigureCard]:
    titles, worth, orders, check = (
        FigureCard("Títulos"),
        FigureCard("Valor"),
        FigureCard("Comandos"),
        FigureCard("Conferência do arquivo"),
    )
    titles.show_figure(f"{conferencia.titulos:,}".replace(",", "."))
    worth.show_figure(format_brl(conferencia.valor))
    words = " · ".join(f"{number} {title}" for title, number in conferencia.por_comando.items())
    orders.show_figure(str(len(conferencia.por_comando)), words)
    if conferencia.problems:
        check.show_figure(formats.count(len(conferencia.problems), "achado", "achados"), "", Tone.WARNING)
    else:
        check.show_figure("Sem erros", "", Tone.SUCCESS)
    return [titles, worth, orders, check]


def _title_rows(conferencia: "Conferencia") -> list[dict[str, Any]]:
    return [
        {"id": row.boleto_id, **{coluna.chave: getattr(row, coluna.chave) for coluna in _TITULOS}}
        for row in conferencia.rows
    ]


class EnvioDialog(SheetDialog):
    """The steps from the file to the bank.

    Attributes:
        sent: The user has sent it.
    """

    sent = Signal()

    def __init__(self, parent: QWidget | None, conferencia: "Conferencia") -> None:
        """Show the steps for the remessa's bank."""
        remessa = conferencia.remessa
        super().__init__(
            parent,
            f"Enviar {remessa.arquivo} ao banco",
            f"Remessa nº {remessa.sequencia} · {conferencia.convenio} · "
            f"{formats.count(conferencia.titulos, 'título', 'títulos')} · {format_brl(conferencia.valor)}. "
            "Gerar o arquivo não é enviá-lo: sem estes passos o banco não conhece os boletos.",
            (720, 520),
        )
        self.body.addLayout(steps_column(remessa_envio.steps(conferencia.banco)))
        self.body.addStretch()
        self.commit = self.add_commit("Já enviei: marcar como enviada", self._commit)
        self.commit.allow("" if str(remessa.situacao) == "Gerada" else f"Esta remessa está {remessa.situacao}.".lower())
        self.commit.setFocus()

    def _commit(self) -> None:
        self.close()
        self.sent.emit()


class CancelarDialog(SheetDialog):
    """What cancelling a remessa does to each of its titles; with a title the bank has, why it cannot be.

    Attributes:
        cancelled: It was taken back; carries the sentence that says so.
    """

    cancelled = Signal(str)

    def __init__(self, parent: QWidget | None, desk: Desk, plan: "CancelamentoPlan") -> None:
        """Show *plan*."""
        remessa = plan.remessa
        without = formats.count(plan.sem_codigo, "boleto perde", "boletos perdem")
        super().__init__(
            parent,
            f"Cancelar a remessa nº {remessa.sequencia}",
            f"{remessa.arquivo}. {without} o código de barras e todos voltam a esperar a próxima remessa; o que já foi "
            "impresso deixa de valer. Se o arquivo já está no banco, não cancele: espere o retorno.",
            (980, 620),
        )
        self._desk, self._plan = desk, plan
        show_problems(self.notice, plan.problems)
        rows = [
            {
                "id": row.boleto.id,
                "numero_documento": row.boleto.numero_documento,
                "pagador": row.pagador,
                "valor": row.boleto.valor,
                "efeito": row.efeito,
            }
            for row in plan.rows
        ]
        self.table = table_of(_CANCELADOS, rows, "Títulos da remessa")
        self.body.addWidget(self.table, 1)
        self.close_button.setText("Fechar sem cancelar")
        self.commit = self.add_commit(f"Cancelar remessa nº {remessa.sequencia}", self._commit)
        erros = [problem for problem in plan.problems if problem.is_error]
        self.commit.allow(" ".join(part for part in (erros[0].message, erros[0].fix) if part) if erros else "")

    def _commit(self) -> None:
        plan = self._plan
        self.commit.allow("Aguarde o fim da tarefa.")
        self._desk.write(
            self,
            f"Cancelando a remessa nº {plan.remessa.sequencia}",
            lambda _watcher: self._desk.services.remessas.cancelar(plan),
            self._done,
            self._failed,
        )

    def _done(self, remessa: Any) -> None:
        self.cancelled.emit(
            f"A remessa nº {remessa.sequencia} foi cancelada. Apague o arquivo {remessa.arquivo}: não o envie ao banco."
        )
        self.close()

    def _failed(self, error: Exception) -> None:
        again = isinstance(error, StalePlanError)
        self.commit.allow("Feche e peça de novo: os dados mudaram." if again else "")
        self.message.say(explain(error), Tone.DANGER)
