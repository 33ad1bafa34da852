"""What every assistant that imports retornos does alike: files, one preview per file, result.

A subclass says who plans and writes, and what its pages are; what was previewed is what is written.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.jobs import Job
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.drop_overlay import DropOverlay
from finbank_desktop.gui.wizards.frame import WizardFrame
from finbank_desktop.gui.wizards.retorno_pages import ArquivosPage, ConferenciaPage
from finbank_desktop.gui.wizards.retorno_resultado import ResultadoPage
from finbank_desktop.services import retorno_pasta
from finbank_desktop.services.jobs import Watcher
from finbank_desktop.services.plans import StalePlanError
from finbank_desktop.services.retorno_wizard import RetornoDraft, RetornoStep, next_step, problems

Abas = Mapping[str, Sequence[Mapping[str, Any]]]
_KINDS = "Retornos (*.ret *.RET *.txt *.TXT *.crt *.CRT);;Todos os arquivos (*)"
_ORDER = tuple(RetornoStep)


class RetornoFrame(WizardFrame):
    """Reads files, shows each plan, writes exactly that plan.

    Attributes:
        topic: Its help page, also what the folder is remembered for.
        draft: All that it knows so far.
    """

    TITLE = ""
    STEPS = ("Arquivos", "Conferência", "Resultado")
    topic = "retornos"

    def __init__(
        self,
        parent: QWidget | None,
        desk: Desk,
        conferencia: ConferenciaPage,
        resultado: ResultadoPage,
        paths: Sequence[Path],
    ) -> None:
        """Begin with *paths*, or by asking for them."""
        super().__init__(parent, self.TITLE, self.STEPS)
        self.desk = desk
        self.draft = RetornoDraft()
        self.step = RetornoStep.ARQUIVOS
        self._abas: dict[Path, Abas] = {}
        self.arquivos = self.first_page()
        self.conferencia = conferencia
        self.resultado = resultado
        for page in (self.arquivos, self.conferencia, self.resultado):
            self.add_page(page)
        self.arquivos.removed.connect(self._remove)
        self.conferencia.ticked.connect(self._tick)
        self.conferencia.skipped.connect(self._skip)
        self.conferencia.decision_wanted.connect(self._ask_decision)
        self.resultado.next_wanted.connect(self.follow_up)
        DropOverlay(self, "Solte para importar").dropped.connect(self.add)
        self._enter(RetornoStep.ARQUIVOS)
        if paths:
            self.add(paths)

    # --- what subclasses say

    def first_page(self) -> ArquivosPage:
        """Return the page that says what is to be read."""
        return ArquivosPage(self.choose, self.choose_folder)

    def start(self, job: Job) -> None:
        """Run *job*, which reads."""
        self.desk.runner.read(job)

    def make_plan(self, path: Path, watcher: Watcher, decisoes: Mapping[int, Any]) -> tuple[Any, Abas]:
        """Return the plan of the file and its rows by tab; runs beside the window."""
        raise LookupError(f"no plan for {path} with {len(decisoes)} decisions and {watcher}")

    def write_plan(self, plano: Any, watcher: Watcher, *, importar_assim_mesmo: bool) -> Any:
        """Write *plano* and return the import; runs beside the window."""
        raise LookupError(f"nobody writes {plano}, {watcher}, {importar_assim_mesmo}")

    def label_commit(self, plano: Any) -> str:
        """Return the words of the commit button: verb and number."""
        raise LookupError(f"no words for {plano}")

    def open_decision(self, plano: Any, row: Any) -> None:
        """Ask what becomes of *row*; `decide` takes the answer."""
        raise LookupError(f"nothing to decide in {plano}, {row}")

    def follow_up(self, chave: str, words: str, value: object) -> None:
        """Show what the result page offers."""
        raise LookupError(f"nowhere to go for {chave}, {words}, {value}")

    # --- files

    def choose(self) -> None:
        """Ask for files with the system's own dialog."""
        start = str(self.desk.settings.folder(self.topic))
        names, _kind = QFileDialog.getOpenFileNames(self, "Selecionar arquivos de retorno", start, _KINDS)
        if names:
            self.desk.settings.remember_folder(self.topic, Path(names[0]).parent)
            self.add([Path(name) for name in names])

    def choose_folder(self) -> None:
        """Ask for a folder with the system's own dialog."""
        start = str(self.desk.settings.folder(self.topic))
        name = QFileDialog.getExistingDirectory(self, "Pasta com arquivos de retorno", start)
        if name:
            self.desk.settings.remember_folder(self.topic, Path(name))
            self.add([Path(name)])

    def add(self, paths: Sequence[Path]) -> None:
        """Take further files and find out what each is; a folder stands for the files in it."""
        if self.step is not RetornoStep.ARQUIVOS:
            self.say("Termine primeiro os arquivos desta importação.", Tone.INFO)
            return
        self.draft = self.draft.add(tuple(paths))
        self.refresh()
        self._read_next()

    def _read_next(self) -> None:
        unread = [each.caminho for each in self.draft.arquivos if each.plano is None and not each.recusa]
        if unread and not self.is_busy:
            self._read(unread[0])

    def _read(self, path: Path, *, quiet: bool = False) -> None:
        at = self._place(path)
        decisoes = self.draft.arquivos[at].decisoes if at is not None else {}

        def call(watcher: Watcher) -> tuple[Any, Any]:
            if path.is_dir():
                return None, retorno_pasta.files_in(path)
            return self.make_plan(path, watcher, decisoes)

        job = Job(f"Lendo {path.name}", call)
        job.succeeded.connect(lambda result: self._planned(path, *result))
        job.failed.connect(lambda error: self._refused(path, error))
        self.follow(job, f"Lendo {path.name}", quiet=quiet)
        self.start(job)

    def _place(self, path: Path) -> int | None:
        return next((at for at, each in enumerate(self.draft.arquivos) if each.caminho == path), None)

    def _planned(self, path: Path, plano: Any, abas: Any) -> None:
        at = self._place(path)
        if at is not None and plano is None:
            self.draft = self.draft.expand(at, abas)
        elif at is not None:
            self._abas[path] = abas
            self.draft = self.draft.change(at, replace(self.draft.arquivos[at], plano=plano, recusa=""))

    def _refused(self, path: Path, error: Exception) -> None:
        at = self._place(path)
        if at is not None:
            self.draft = self.draft.change(at, replace(self.draft.arquivos[at], plano=None, recusa=explain(error)))

    def _remove(self, at: int) -> None:
        self.draft = self.draft.remove(at)
        self.refresh()

    # --- steps

    def refresh(self, *, cancelled: bool = False) -> None:
        """Show the draft as it is now."""
        if cancelled and self.step is RetornoStep.ARQUIVOS:
            unread = [at for at, each in enumerate(self.draft.arquivos) if each.plano is None and not each.recusa]
            for at in reversed(unread):
                self.draft = self.draft.remove(at)
        if self.step is RetornoStep.ARQUIVOS:
            self.arquivos.show_files(self.draft)
            self._read_next()
        elif self.step is RetornoStep.CONFERENCIA and not self.is_busy:
            self._show_conferencia()
        self.show_problems(self._said_below())

    def _said_below(self) -> list[Problem]:
        """Return what is missing; the preview itself says in red what is wrong with the file."""
        found = problems(self.step, self.draft)
        if self.step is RetornoStep.CONFERENCIA:
            return [replace(problem, severity=Severity.INFO) for problem in found]
        return found

    def _enter(self, step: RetornoStep) -> None:
        self.step = step
        pages = {
            RetornoStep.ARQUIVOS: self.arquivos,
            RetornoStep.CONFERENCIA: self.conferencia,
            RetornoStep.RESULTADO: self.resultado,
        }
        self.next_button.setText({RetornoStep.RESULTADO: "Concluir"}.get(step, "Avançar"))
        self.back_button.setVisible(step is RetornoStep.CONFERENCIA and not self.draft.importados)
        self.cancel_button.setVisible(step is not RetornoStep.RESULTADO)
        if step is RetornoStep.RESULTADO:
            self.resultado.show_result(self.draft)
        self.show_page(pages[step], _ORDER.index(step))
        self.refresh()

    def _show_conferencia(self) -> None:
        at = self.draft.atual
        if at is None:
            return
        arquivo = self.draft.arquivos[at]
        if arquivo.plano is None or arquivo.caminho not in self._abas:
            self._read(arquivo.caminho, quiet=True)
            return
        several = len(self.draft.arquivos) > 1
        place = f" · arquivo {at + 1} de {len(self.draft.arquivos)}" if several else ""
        self.conferencia.show_plan(arquivo, place, self._abas[arquivo.caminho], several=several)
        self.next_button.setText(self.label_commit(arquivo.plano))

    def go_on(self) -> None:
        """Leave the page, or write what it shows."""
        if self.is_busy or problems(self.step, self.draft):
            return
        if self.step is RetornoStep.CONFERENCIA:
            self._commit()
            return
        following = next_step(self.step, self.draft)
        if following is None:
            self._sure = True
            self.close()
        else:
            self._enter(following)

    def go_back(self) -> None:
        """Go back to the files while nothing is written."""
        if self.step is RetornoStep.CONFERENCIA and not self.draft.importados:
            self._enter(RetornoStep.ARQUIVOS)

    def _tick(self, on: bool) -> None:  # noqa: FBT001 - a signal's own signature
        at = self.draft.atual
        if at is not None:
            self.draft = self.draft.change(at, replace(self.draft.arquivos[at], assim_mesmo=on))
            self.show_problems(self._said_below())

    # --- decisions

    def _ask_decision(self, place: int) -> None:
        at = self.draft.atual
        plano = self.draft.arquivos[at].plano if at is not None else None
        if plano is not None and not self.is_busy:
            self.open_decision(plano, plano.rows[place])

    def decide(self, line: int, decisao: Any) -> None:
        """Take what was decided about a line of the file shown and plan it anew."""
        at = self.draft.atual
        if at is None or self.is_busy:
            return
        arquivo = self.draft.arquivos[at].decide(line, decisao)
        self.draft = self.draft.change(at, arquivo)
        self._abas.pop(arquivo.caminho, None)
        self._read(arquivo.caminho, quiet=True)

    def _skip(self) -> None:
        at = self.draft.atual
        if at is not None:
            self.draft = self.draft.change(at, replace(self.draft.arquivos[at], pulado=True))
            self._advance()

    # --- writing

    def _commit(self) -> None:
        at = self.draft.atual
        arquivo = self.draft.arquivos[at] if at is not None else None
        if at is None or arquivo is None or arquivo.plano is None:
            return
        plano, known = arquivo.plano, arquivo.assim_mesmo
        job = self.desk.write(
            self,
            f"Importando {arquivo.caminho.name}",
            lambda watcher: self.write_plan(plano, watcher, importar_assim_mesmo=known),
            lambda importacao: self._written(at, importacao),
            lambda error: self._failed(at, error),
        )
        self.follow(job, f"Gravando {arquivo.caminho.name}")

    def _written(self, at: int, importacao: Any) -> None:
        self.draft = self.draft.change(at, replace(self.draft.arquivos[at], importacao=importacao))
        self._job = None
        self._show_progress(visible=False)
        for place, each in enumerate(self.draft.arquivos):
            if each.is_pending:
                self.draft = self.draft.change(place, replace(each, plano=None))
                self._abas.pop(each.caminho, None)
        self._advance()

    def _failed(self, at: int, error: Exception) -> None:
        arquivo = self.draft.arquivos[at]
        if isinstance(error, StalePlanError):
            self._abas.pop(arquivo.caminho, None)
            self.draft = self.draft.change(at, replace(arquivo, plano=None))
        self.say(explain(error))

    def _advance(self) -> None:
        following = next_step(self.step, self.draft)
        self._enter(following or RetornoStep.RESULTADO)

    # --- leaving

    def describe_leaving(self) -> str:
        """Return what would be left undone."""
        if self.step is RetornoStep.RESULTADO or self.draft.atual is None:
            return ""
        done = len(self.draft.importados)
        kept = f" {done} já importados continuam gravados." if done else " Nada foi gravado ainda."
        return "A conferência destes arquivos será abandonada." + kept

    def show_help(self) -> None:
        """Explain retornos."""
        self.desk.help_wanted.emit(self.topic)
