"""*Régua*: on which days customers are reminded and in which words; and who is not."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QSpinBox, QWidget

from finbank_desktop.domain import regua
from finbank_desktop.domain.correio import ModeloEmail
from finbank_desktop.domain.listas import Coluna
from finbank_desktop.domain.regua import MAIOR, ExcecaoRegua, PassoRegua, Regua
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.models.rows import RowsModel
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.widgets.scroller import Scroller
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog
from finbank_desktop.gui.widgets.table import Table

_LINES = 6
"""Steps a régua may have here."""
_EXCECOES = (
    Coluna(chave="cliente", titulo="Cliente", largura=36),
    Coluna(chave="regra", titulo="Recebe", largura=40),
    Coluna(chave="motivo", titulo="Motivo", largura=30),
)


class _Step:
    """One line: whether, when, which template."""

    def __init__(self, grid: QGridLayout, at: int, modelos: Sequence[str], changed: Callable[[], object]) -> None:
        self.on = QCheckBox(f"Lembrete &{at}")
        self.dias = QSpinBox()
        self.dias.setRange(-MAIOR, MAIOR)
        self.dias.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)  # the arrow keys count
        self.dias.lineEdit().setTextMargins(theme.px(8), 0, theme.px(8), 0)  # style sheets leave no padding there
        self.dias.setAccessibleName(f"Dias úteis do lembrete {at}")
        self.modelo = QComboBox()
        self.modelo.addItems(list(modelos))
        self.modelo.setAccessibleName(f"Modelo do lembrete {at}")
        self.words = label("", "muted")
        for column, widget in enumerate((self.on, self.dias, self.words, self.modelo)):
            grid.addWidget(widget, at, column)
        self.on.toggled.connect(lambda _on: self._show(changed))
        self.dias.valueChanged.connect(lambda _value: self._show(changed))
        self.modelo.currentIndexChanged.connect(lambda _at: changed())
        self._show(lambda: None)

    def _show(self, changed: Callable[[], object]) -> None:
        self.words.setText(regua.words(self.dias.value()))
        for widget in (self.dias, self.modelo, self.words):
            widget.setEnabled(self.on.isChecked())
        changed()

    def fill(self, passo: PassoRegua) -> None:
        """Show *passo*."""
        self.on.setChecked(True)
        self.dias.setValue(passo.dias)
        self.modelo.setCurrentText(passo.modelo)


class ReguaDialog(SheetDialog):
    """Shows and saves the steps of an empresa."""

    def __init__(self, parent: QWidget | None, desk: Desk, done: Callable[[str], object]) -> None:
        """*done* is told in one sentence what was saved."""
        super().__init__(
            parent,
            "Régua de lembretes",
            "Em que dias úteis o cliente é lembrado: números negativos antes do vencimento, positivos depois. "
            "Nada sai sozinho: a cada dia você vê a lista em Lembretes e manda.",
            (760, 560),
        )
        self.desk, self._done = desk, done
        self._regua = Regua(empresa_id=desk.empresa_id)
        self.steps: list[_Step] = []
        self.close_button.setText("Fechar sem salvar")
        self.suggest = self.add_further(Button("Usar a sugestão", "", clicked=self._suggest))
        self.suggest.explain("3 dias úteis antes, no vencimento e 3 dias úteis depois")
        self.commit = self.add_commit("Salvar régua", self.save)
        self.desk.read(self, self._load, self._loaded, self._failed)

    def _load(self) -> tuple[Regua, Sequence[ModeloEmail]]:
        services = self.desk.services
        return services.lembretes.regua(self.desk.empresa_id), services.correio.modelos(self.desk.empresa_id)

    def _loaded(self, loaded: tuple[Regua, Sequence[ModeloEmail]]) -> None:
        self._regua, modelos = loaded
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(10))
        grid.setColumnStretch(3, 1)
        for column, words in ((1, "Dias úteis"), (2, "Quando"), (3, "Modelo")):
            grid.addWidget(label(words, "field"), 0, column)
        nomes = [modelo.nome for modelo in modelos]
        self.steps = [_Step(grid, at, nomes, lambda: None) for at in range(1, _LINES + 1)]
        grid.setRowStretch(_LINES + 1, 1)
        self.body.addWidget(Scroller(holder), 1)
        self._fill(self._regua.passos)
        self.steps[0].on.setFocus()

    def _fill(self, passos: Sequence[PassoRegua]) -> None:
        for step in self.steps:
            step.on.setChecked(False)
        for step, passo in zip(self.steps, passos, strict=False):
            step.fill(passo)

    def _suggest(self) -> None:
        from finbank_desktop.services.lembretes import SUGESTAO  # noqa: PLC0415 - SQLAlchemy is slow

        self._fill(SUGESTAO)

    def save(self) -> None:
        """Save the steps that are on."""
        passos = tuple(
            PassoRegua(dias=step.dias.value(), modelo=step.modelo.currentText())
            for step in self.steps
            if step.on.isChecked()
        )
        nova = replace(self._regua, passos=passos)
        self.desk.write(
            self,
            "Salvando a régua",
            lambda _watcher: self.desk.services.lembretes.save_regua(nova),
            self._saved,
            self._failed,
        )

    def _saved(self, saved: Regua) -> None:
        self.close()
        self._done(f"Régua salva com {formats.count(len(saved.passos), 'lembrete', 'lembretes')}.")

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)


class ExcecoesDialog(SheetDialog):
    """Lists the customers for whom the régua is another, and lets it hold for them again."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        """Read them."""
        super().__init__(
            parent,
            "Clientes com exceção",
            "Quem não recebe lembretes, ou só alguns. Em Lembretes, escolha um cliente e “Não lembrar este cliente”.",
            (760, 480),
        )
        self.desk = desk
        self.model = RowsModel(_EXCECOES)
        self.table = Table(_EXCECOES, self.model, marks=False, name="Clientes com exceção")
        self.model.setParent(self.table)
        self.body.addWidget(self.table, 1)
        self.remove = self.add_commit("Voltar à régua normal", self._remove)
        self.remove.allow("Não há cliente escolhido.")
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._judge())
        self._read()

    def _read(self) -> None:
        lembretes, empresa_id = self.desk.services.lembretes, self.desk.empresa_id
        self.desk.read(self, lambda: lembretes.excecoes(empresa_id), self._show, self._failed)

    def _show(self, excecoes: Mapping[int, tuple[str, ExcecaoRegua]]) -> None:
        self.model.show_rows([_row(row, nome, excecao) for row, (nome, excecao) in excecoes.items()])
        if excecoes:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus()
        self._judge()

    def _judge(self) -> None:
        self.remove.allow("" if self.table.currentIndex().isValid() else "Não há cliente escolhido.")

    def _remove(self) -> None:
        pessoa_id = int(self.model.row(self.table.currentIndex().row())["id"])
        lembretes, empresa_id = self.desk.services.lembretes, self.desk.empresa_id
        self.desk.write(
            self,
            "Voltando à régua normal",
            lambda _watcher: lembretes.save_excecao(empresa_id, pessoa_id, None),
            lambda _none: self._read(),
            self._failed,
        )

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)


def _row(pessoa_id: int, nome: str, excecao: ExcecaoRegua) -> dict[str, Any]:
    regra = ", ".join(regua.words(dias) for dias in excecao.dias) or "nenhum lembrete"
    return {"id": pessoa_id, "cliente": nome, "regra": regra, "motivo": excecao.motivo}
