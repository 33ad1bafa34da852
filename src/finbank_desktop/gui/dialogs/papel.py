"""Boletos on paper: the preview with its choice of model, saving with all options, and the question before either."""

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QFormLayout, QLineEdit, QMessageBox, QWidget

from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.pdf_view import PdfDialog
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog

if TYPE_CHECKING:
    from finbank_desktop.services.impressao import PdfResultado, PedidoImpressao, Pergunta

Failed = Callable[[str], object]
_SEPARAR = (("Um documento só", ""), ("Um arquivo por cliente", "cliente"), ("Um arquivo por boleto", "boleto"))


def preview(parent: QWidget, desk: Desk, ids: Sequence[int], failed: Failed) -> None:
    """Show the boletos *ids* as pages; *failed* is told the sentence when they cannot be drawn."""
    dialog = BoletosPdfDialog(parent, desk, list(ids))

    def broke(words: str) -> None:
        dialog.deleteLater()
        failed(words)

    dialog.render_pages(dialog.open, broke)


def save(parent: QWidget, desk: Desk, ids: Sequence[int]) -> None:
    """Ask in which way the boletos *ids* are to be saved."""
    SalvarPdfDialog(parent, desk, list(ids)).open()


def confirm(parent: QWidget, question: str, go_on: Callable[[], object]) -> None:
    """Call *go_on*, after the user has said yes to *question* where there is one."""
    if not question:
        go_on()
        return
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("Boletos não registrados")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(question)
    yes = box.addButton("Imprimir mesmo assim", QMessageBox.ButtonRole.AcceptRole)
    stay = box.addButton("Voltar", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    yes.clicked.connect(go_on)
    box.open()


def models(desk: Desk) -> QComboBox:
    """Return the box of models, the last one chosen first."""
    box = QComboBox()
    box.setAccessibleName("Modelo do papel")
    for at, modelo in enumerate(desk.services.impressao.MODELOS):
        box.addItem(modelo.titulo, modelo.chave)
        box.setItemData(at, modelo.explicacao, Qt.ItemDataRole.ToolTipRole)
    box.setCurrentIndex(max(box.findData(desk.settings.modelo), 0))
    return box


class BoletosPdfDialog(PdfDialog):
    """The pages of boletos in the model that is chosen above them."""

    def __init__(self, parent: QWidget, desk: Desk, ids: list[int]) -> None:
        """Prepare for *ids*; `render_pages` draws them."""
        self._folder = tempfile.TemporaryDirectory(prefix="finbank-pdf-")
        self._ids, self._round, self._question = ids, 0, ""
        name = f"boleto-{ids[0]}.pdf" if len(ids) == 1 else f"boletos-{len(ids)}.pdf"
        title = formats.count(len(ids), "boleto", "boletos")
        super().__init__(parent, desk, Path(self._folder.name) / "vazio.pdf", title, name)
        self.model = models(desk)
        self.tools.addWidget(label("Modelo", "muted"))
        self.tools.addWidget(self.model)
        self.model.currentIndexChanged.connect(lambda _at: self._change())

    def render_pages(self, done: Callable[[], object], failed: Failed) -> None:
        """Draw the pages, then call *done*."""
        from finbank_desktop.services.impressao import PedidoImpressao  # noqa: PLC0415 - SQLAlchemy is slow

        self._round += 1
        target = Path(self._folder.name) / f"{self._round}.pdf"
        pedido = PedidoImpressao(modelo=str(self.model.currentData()))
        impressao, ids = self._desk.services.impressao, self._ids

        def arrived(found: "tuple[PdfResultado, Pergunta]") -> None:
            feito, pergunta = found
            self._question = pergunta.texto
            self.show_document(target)
            self._tell(feito)
            done()

        self._desk.draw(
            self,
            f"Desenhando {formats.count(len(ids), 'boleto', 'boletos')}",
            lambda watcher: (impressao.render(ids, target, pedido, watcher), impressao.ask(ids)),
            arrived,
            lambda error: failed(explain(error)),
        )

    def _tell(self, feito: "PdfResultado") -> None:
        told = (*feito.problems, *feito.avisos)
        if not told:
            self.message.silence()
            return
        more = f" E mais {formats.count(len(told) - 1, 'aviso', 'avisos')}." if len(told) > 1 else ""
        self.message.say(f"{told[0].message} {told[0].fix}{more}", Tone.WARNING)

    def _change(self) -> None:
        self._desk.settings.modelo = str(self.model.currentData())
        self.render_pages(lambda: None, lambda words: self.message.say(words, Tone.DANGER))

    def save_as(self) -> None:
        """Offer all ways to save."""
        save(self, self._desk, self._ids)

    def print_pages(self) -> None:
        """Ask where the bank does not have them, then show printer, margins and preview."""
        confirm(self, self._question, super().print_pages)


class SalvarPdfDialog(SheetDialog):
    """Model, password, and one document or many files."""

    def __init__(self, parent: QWidget, desk: Desk, ids: list[int]) -> None:
        """Save the boletos *ids*."""
        super().__init__(parent, "Salvar boletos em PDF", formats.count(len(ids), "boleto", "boletos"), (640, 520))
        self._desk, self._ids, self._question = desk, ids, ""
        self.model = models(desk)
        self.split = QComboBox()
        for words, value in _SEPARAR:
            self.split.addItem(words, value)
        self.rule, self.password = QLineEdit("{cliente}-{vencimento}-{nosso_numero}"), QLineEdit()
        self.password.setPlaceholderText("sem senha")
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow("&Modelo", self.model)
        self.explanation = label("", "muted", wrap=True)
        form.addRow(self.explanation)
        form.addRow("&Arquivos", self.split)
        form.addRow("&Nome de cada arquivo", self.rule)
        form.addRow(
            label("Marcas: {cliente} {documento} {vencimento} {valor} {numero} {nosso_numero}", "muted", wrap=True)
        )
        form.addRow("&Senha", self.password)
        form.addRow(label("{documento5} são os cinco primeiros do CPF ou CNPJ do cliente.", "muted", wrap=True))
        self.body.addLayout(form)
        self.body.addStretch()
        self.commit = self.add_commit("Salvar…", self._choose)
        self.model.currentIndexChanged.connect(lambda _at: self._refresh())
        self.split.currentIndexChanged.connect(lambda _at: self._refresh())
        self._refresh()
        desk.read(self, lambda: desk.services.impressao.ask(ids), self._asked, self._broke)

    def _asked(self, pergunta: "Pergunta") -> None:
        self._question = pergunta.texto
        if pergunta.texto:
            self.notice.say(pergunta.texto.removesuffix(" Imprimir mesmo assim?"), Tone.WARNING)

    def _refresh(self) -> None:
        self.explanation.setText(str(self.model.itemData(self.model.currentIndex(), Qt.ItemDataRole.ToolTipRole)))
        self.rule.setEnabled(bool(self.split.currentData()))
        self.rule.setToolTip("" if self.rule.isEnabled() else "Vale quando há um arquivo por cliente ou por boleto.")

    def pedido(self) -> "PedidoImpressao":
        """Return what was chosen."""
        from finbank_desktop.services.impressao import PedidoImpressao  # noqa: PLC0415 - SQLAlchemy is slow

        return PedidoImpressao(
            modelo=str(self.model.currentData()),
            senha=self.password.text(),
            separar=str(self.split.currentData()),
            nome=self.rule.text(),
        )

    def _choose(self) -> None:
        confirm(self, self._question, self._ask_where)

    def _ask_where(self) -> None:
        start = self._desk.settings.folder("pdf")
        if self.split.currentData():
            chosen = QFileDialog.getExistingDirectory(self, "Pasta dos arquivos", str(start))
        else:
            chosen, _kind = QFileDialog.getSaveFileName(self, "Salvar PDF", str(start / "boletos.pdf"), "PDF (*.pdf)")
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, target: Path) -> None:
        """Save to the file *target*, or into the folder *target* when there are several files."""
        pedido, ids, impressao = self.pedido(), self._ids, self._desk.services.impressao
        self._desk.settings.modelo = pedido.modelo
        self._desk.settings.remember_folder("pdf", target if pedido.separar else target.parent)
        self.commit.allow("Aguarde: gravando.")

        def call(watcher: Any) -> "Sequence[PdfResultado]":
            if pedido.separar:
                return impressao.render_many(ids, target, pedido, watcher)
            return [impressao.render(ids, target, pedido, watcher)]

        title = f"Desenhando {formats.count(len(ids), 'boleto', 'boletos')}"
        self._desk.draw(self, title, call, lambda done: self._saved(done, target), self._broke)

    def _saved(self, done: "Sequence[PdfResultado]", target: Path) -> None:
        self.commit.allow("")
        problems = [problem for each in done for problem in each.problems]
        words = f"{formats.count(len(done), 'arquivo salvo', 'arquivos salvos')} em {target}."
        if problems:
            self.message.say(f"{words} {problems[0].message}", Tone.WARNING)
        else:
            self.message.say(words, Tone.SUCCESS)

    def _broke(self, error: Exception) -> None:
        self.commit.allow("")
        self.message.say(explain(error), Tone.DANGER)
