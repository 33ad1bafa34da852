"""The assistant *Importar retorno de débito automático*: context, preview, result."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog, QWidget

from finbank_desktop.domain.problems import Problem, RefusedError, Severity
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.jobs import Job
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.drop_overlay import DropOverlay
from finbank_desktop.gui.wizards.debito_pages import Abas, ContextoPage, DebitoConferenciaPage
from finbank_desktop.gui.wizards.debito_resultado import DebitoResultadoPage
from finbank_desktop.gui.wizards.debito_tables import table_rows
from finbank_desktop.gui.wizards.frame import WizardFrame
from finbank_desktop.services.debitos.retorno_model import Contexto
from finbank_desktop.services.debitos.retorno_wizard import (
    DebitoDraft,
    DebitoStep,
    commit_label,
    next_step,
    problems,
)
from finbank_desktop.services.jobs import Watcher
from finbank_desktop.services.livros.modelo import EscolhaContabil
from finbank_desktop.services.plans import StalePlanError

if TYPE_CHECKING:
    from finbank_desktop.services.debitos.retorno_contexto import Escolhas
    from finbank_desktop.services.debitos.retorno_model import RetornoDebitoPlan

_KINDS = "Retornos (*.ret *.RET *.txt *.TXT);;Todos os arquivos (*)"
_ORDER = tuple(DebitoStep)
_SEM_LAYOUT = "banco_sem_layout"


class ImportarDebitoWizard(WizardFrame):
    """Reads a file, asks for its context, shows the plan, writes exactly that plan."""

    def __init__(self, parent: QWidget | None, desk: Desk, paths: Sequence[Path] = ()) -> None:
        """Begin with *paths*, one after the other, or by asking for one."""
        super().__init__(parent, "Importar retorno de débito automático", ("Contexto", "Conferência", "Resultado"))
        self.desk = desk
        self.draft = DebitoDraft(espera=tuple(paths))
        self.step = DebitoStep.CONTEXTO
        self._abas: Abas = {}
        self.contexto = ContextoPage(self.choose)
        self.conferencia = DebitoConferenciaPage()
        self.resultado = DebitoResultadoPage()
        for page in (self.contexto, self.conferencia, self.resultado):
            self.add_page(page)
        self.contexto.removed.connect(self._remove)
        self.contexto.chosen.connect(self._chosen)
        self.contexto.layouts_wanted.connect(lambda: self._leave_for("layouts-bancarios"))
        self.conferencia.ticked.connect(self._tick)
        self.conferencia.rateio_chosen.connect(self._share)
        self.resultado.next_wanted.connect(self._leave_for)
        DropOverlay(self, "Solte para importar").dropped.connect(self.add)
        self._enter(DebitoStep.CONTEXTO)
        if paths:
            self._next_file()

    # --- the file

    def choose(self) -> None:
        """Ask for a file with the system's own dialog."""
        start = str(self.desk.settings.folder("retornos"))
        name, _kind = QFileDialog.getOpenFileName(self, "Selecionar retorno de débito automático", start, _KINDS)
        if name:
            self.desk.settings.remember_folder("retornos", Path(name).parent)
            self.add([Path(name)])

    def add(self, paths: Sequence[Path]) -> None:
        """Take a file; further ones come after it."""
        if self.step is not DebitoStep.CONTEXTO or self.is_busy or not paths:
            return
        self.draft = replace(self.draft.take(paths[0]), espera=(*self.draft.espera, *paths[1:]))
        self._read()

    def _next_file(self) -> None:
        self.draft = self.draft.following()
        self._enter(DebitoStep.CONTEXTO)
        self._read()

    def _read(self) -> None:
        path = self.draft.caminho
        if path is None:
            return
        job = Job(f"Lendo {path.name}", lambda _watcher: self.desk.services.debitos.retornos.choices(path))
        job.succeeded.connect(lambda escolhas: self._known(path, escolhas))
        job.failed.connect(lambda error: self._refused(path, error))
        self.follow(job, f"Lendo {path.name}")
        self.desk.runner.read(job)

    def _known(self, path: Path, escolhas: "Escolhas") -> None:
        if self.draft.caminho == path:
            contexto = Contexto(
                filial_id=escolhas.filial_id, conta_id=escolhas.conta_id, rateio=escolhas.convenio.rateio
            )
            self.draft = replace(self.draft, escolhas=escolhas, contexto=contexto, recusa="", sem_layout=False)

    def _refused(self, path: Path, error: Exception) -> None:
        if self.draft.caminho == path:
            sem_layout = isinstance(error, RefusedError) and error.code == _SEM_LAYOUT
            self.draft = replace(self.draft, escolhas=None, recusa=explain(error), sem_layout=sem_layout)

    def _remove(self) -> None:
        self.draft = DebitoDraft(espera=self.draft.espera)
        self.refresh()

    # --- the context

    def _chosen(self, values: Mapping[str, Any]) -> None:
        escolha = EscolhaContabil(evento_id=values["evento_id"] or None, historico_id=values["historico_id"] or None)
        contexto = replace(
            self.draft.contexto,
            filial_id=values["filial_id"] or None,
            conta_id=values["conta_id"] or None,
            escolha=escolha,
        )
        self.draft = self.draft.choose(contexto)
        self.refresh()

    def _share(self, rateio: str) -> None:
        if not self.is_busy:
            self.draft = self.draft.choose(replace(self.draft.contexto, rateio=rateio))
            self.refresh()

    def _plan(self) -> None:
        path, contexto = self.draft.caminho, self.draft.contexto
        if path is None:
            return
        retornos = self.desk.services.debitos.retornos

        def call(watcher: Watcher) -> tuple["RetornoDebitoPlan", Abas]:
            plano = retornos.plan(path, watcher, contexto=contexto, rever=True)
            return plano, table_rows(plano)

        job = Job(f"Lendo {path.name}", call)
        job.succeeded.connect(lambda result: self._planned(contexto, *result))
        job.failed.connect(self._plan_failed)
        self.follow(job, f"Lendo {path.name}", quiet=True)
        self.desk.runner.read(job)

    def _planned(self, contexto: Contexto, plano: "RetornoDebitoPlan", abas: Abas) -> None:
        if contexto == self.draft.contexto:
            self._abas = abas
            self.draft = replace(self.draft, plano=plano)

    def _plan_failed(self, error: Exception) -> None:
        self.say(explain(error))
        self._enter(DebitoStep.CONTEXTO)

    # --- steps

    def refresh(self, *, cancelled: bool = False) -> None:
        """Show the draft as it is now."""
        if cancelled and self.step is DebitoStep.CONFERENCIA and self.draft.plano is None:
            self._enter(DebitoStep.CONTEXTO)
            return
        if self.step is DebitoStep.CONTEXTO:
            self.contexto.show_draft(self.draft)
        elif self.step is DebitoStep.CONFERENCIA and not self.is_busy:
            self._show_conferencia()
        self.show_problems(self._said_below())

    def _said_below(self) -> list[Problem]:
        """Return what is missing; page and preview say in red themselves what is wrong with the file."""
        return [replace(problem, severity=Severity.INFO) for problem in problems(self.step, self.draft)]

    def _show_conferencia(self) -> None:
        if self.draft.plano is None:
            self._plan()
            return
        self.conferencia.show_plan(self.draft.plano, self._abas, assim_mesmo=self.draft.assim_mesmo)
        self.next_button.setText(commit_label(self.draft.plano))

    def _enter(self, step: DebitoStep) -> None:
        self.step = step
        pages = {
            DebitoStep.CONTEXTO: self.contexto,
            DebitoStep.CONFERENCIA: self.conferencia,
            DebitoStep.RESULTADO: self.resultado,
        }
        last = "Próximo arquivo" if self.draft.espera else "Concluir"
        self.next_button.setText(last if step is DebitoStep.RESULTADO else "Avançar")
        self.back_button.setVisible(step is DebitoStep.CONFERENCIA)
        self.cancel_button.setVisible(step is not DebitoStep.RESULTADO)
        if step is DebitoStep.RESULTADO:
            self.resultado.show_result(self.draft)
        self.show_page(pages[step], _ORDER.index(step))
        self.refresh()

    def go_on(self) -> None:
        """Leave the page, or write what it shows."""
        if self.is_busy or problems(self.step, self.draft):
            return
        if self.step is DebitoStep.CONFERENCIA:
            self._commit()
            return
        following = next_step(self.step, self.draft)
        if following is None:
            self._sure = True
            self.close()
        elif following is DebitoStep.CONTEXTO:
            self._next_file()
        else:
            self._enter(following)

    def go_back(self) -> None:
        """Go back to the context while nothing is written."""
        if self.step is DebitoStep.CONFERENCIA and not self.is_busy:
            self._enter(DebitoStep.CONTEXTO)

    def _tick(self, on: bool) -> None:  # noqa: FBT001 - a signal's own signature
        self.draft = replace(self.draft, assim_mesmo=on)
        self.show_problems(self._said_below())

    # --- writing

    def _commit(self) -> None:
        plano, known = self.draft.plano, self.draft.assim_mesmo
        if plano is None:
            return
        job = self.desk.write(
            self,
            f"Importando {plano.arquivo}",
            lambda watcher: self.desk.services.debitos.retornos.apply(plano, watcher, importar_assim_mesmo=known),
            self._written,
            self._failed,
        )
        self.follow(job, f"Gravando {plano.arquivo}")

    def _written(self, importacao: Any) -> None:
        self.draft = replace(self.draft, importacao=importacao)
        self._job = None
        self._show_progress(visible=False)
        self._enter(DebitoStep.RESULTADO)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, StalePlanError):
            self.draft = replace(self.draft, plano=None)
        self.say(explain(error), Tone.DANGER)

    # --- leaving

    def describe_leaving(self) -> str:
        """Return what would be left undone."""
        if self.step is DebitoStep.RESULTADO or self.draft.escolhas is None:
            return ""
        return "A conferência deste arquivo será abandonada. Nada foi gravado ainda."

    def _leave_for(self, key: str) -> None:
        self.desk.section_wanted.emit(key, {})
        self._sure = True
        self.close()

    def show_help(self) -> None:
        """Explain retornos of débito automático."""
        self.desk.help_wanted.emit("debito-retornos")
