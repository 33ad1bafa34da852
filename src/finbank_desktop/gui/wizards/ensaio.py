"""*Ensaiar com um banco simulado*: remessas in, the retornos a bank would send out. No real bank is involved."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.cards import DropZone, FileCard
from finbank_desktop.gui.widgets.clearing import clear
from finbank_desktop.gui.widgets.drop_overlay import DropOverlay
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.wizards.frame import WizardFrame, WizardPage

_KINDS = "Remessas (*.rem *.REM *.txt *.TXT);;Todos os arquivos (*)"


class _FilesPage(WizardPage):
    def __init__(self, wizard: "EnsaioWizard") -> None:
        super().__init__(
            "Ensaie o ciclo inteiro sem banco",
            "Escolha as remessas que você gerou. O banco simulado registra os títulos, paga a maior parte deles no "
            "prazo e devolve os retornos. Use uma cópia dos seus dados ou uma empresa de teste: importar o retorno do "
            "ensaio dá baixa nos boletos.",
        )
        self.zone = DropZone("Solte as remessas (.REM) aqui, ou", "Selecionar remessa…", wizard.choose)
        self.files = QVBoxLayout()
        self.files.setSpacing(theme.px(8))
        self.scenario = label("Cenário: padrão do programa (três quartos pagos no prazo)", "muted", wrap=True)
        self.change = Button("Usar um cenário de arquivo…", "link", clicked=wizard.choose_scenario)
        self.body.addWidget(self.zone)
        self.body.addLayout(self.files)
        self.body.addWidget(self.scenario)
        self.body.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch()

    def first_focus(self) -> QWidget:
        return self.zone.button


class _AnswerPage(WizardPage):
    def __init__(self) -> None:
        super().__init__("O banco simulado respondeu", "Estes são os retornos. Importe-os como faria com os do banco.")
        self.files = QVBoxLayout()
        self.files.setSpacing(theme.px(8))
        self.body.addLayout(self.files)
        self.body.addStretch()


class EnsaioWizard(WizardFrame):
    """Asks for remessas and hands their retornos to *Importar retorno*."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        """Begin without files."""
        super().__init__(parent, "Ensaiar com um banco simulado", ("Remessas", "Retornos"))
        self.desk = desk
        self.paths: list[Path] = []
        self.answers: list[Path] = []
        self._scenario: Path | None = None
        self.first, self.second = _FilesPage(self), _AnswerPage()
        self.add_page(self.first)
        self.add_page(self.second)
        self.back_button.hide()
        self.next_button.setText("Responder como o banco")
        DropOverlay(self, "Solte as remessas").dropped.connect(self.add)
        self.show_page(self.first, 0)
        self.refresh()

    def choose(self) -> None:
        """Ask for remessas with the system's own dialog."""
        start = str(self.desk.settings.folder("remessas"))
        names, _kind = QFileDialog.getOpenFileNames(self, "Selecionar remessas", start, _KINDS)
        self.add([Path(name) for name in names])

    def choose_scenario(self) -> None:
        """Ask for a scenario file."""
        start = str(self.desk.settings.folder("remessas"))
        name, _kind = QFileDialog.getOpenFileName(self, "Cenário", start, "Cenários (*.toml)")
        if name:
            self._scenario = Path(name)
            self.first.scenario.setText(f"Cenário: {self._scenario.name}")

    def add(self, paths: Sequence[Path]) -> None:
        """Take further remessas."""
        self.paths = list(dict.fromkeys([*self.paths, *paths]))
        self._show_files()

    def _show_files(self) -> None:
        clear(self.first.files)
        for path in self.paths:
            made = FileCard(path.name, lambda gone=path: self._remove(gone))  # type: ignore[misc] # default
            made.say(str(path.parent), "remessas", Tone.INFO)
            self.first.files.addWidget(made)
        self.refresh()

    def _remove(self, path: Path) -> None:
        self.paths.remove(path)
        self._show_files()

    def refresh(self, *, cancelled: bool = False) -> None:
        """Look again at what may be done."""
        del cancelled
        missing = not self.paths and not self.answers
        self.show_problems([Problem(message="Escolha uma remessa.", severity=Severity.INFO)] if missing else [])

    def go_on(self) -> None:
        """Answer, or import the answers."""
        if self.answers:
            self._sure = True
            self.close()
            self.desk.import_wanted.emit(self.answers)
        elif self.paths and not self.is_busy:
            self._answer()

    def _answer(self) -> None:
        paths, scenario, folder = list(self.paths), self._scenario, self.paths[0].parent
        job = self.desk.draw(
            self,
            "Ensaiando",
            lambda watcher: self.desk.services.simulador.process(paths, scenario, folder, watcher),
            self._answered,
            lambda error: self.say(explain(error)),
        )
        self.follow(job, "O banco simulado está respondendo")

    def _answered(self, answers: Sequence[Any]) -> None:
        self.answers = [Path(answer.file) for answer in answers]
        clear(self.second.files)
        for answer in answers:
            path = Path(answer.file)
            made = FileCard(path.name, lambda: None)
            made.remove_button.hide()
            made.say(f"{formats.count(answer.titles, 'título', 'títulos')} · {path.parent}", "retornos", Tone.SUCCESS)
            self.second.files.addWidget(made)
        self.next_button.setText(f"Importar {formats.count(len(self.answers), 'retorno', 'retornos')}")
        self.show_page(self.second, 1)

    def show_help(self) -> None:
        """Explain the rehearsal."""
        self.desk.help_wanted.emit("ensaio")
