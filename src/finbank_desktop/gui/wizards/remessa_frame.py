"""What every assistant that makes a remessa does alike: convênio, what goes, folder, result.

A subclass says what goes and who plans and writes it; what was previewed is what is written.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.jobs import Job
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.wizards.frame import WizardFrame, WizardPage
from finbank_desktop.gui.wizards.remessa_pages import PastaPage
from finbank_desktop.gui.wizards.remessa_resultado import ResultadoPage
from finbank_desktop.services.plans import StalePlanError
from finbank_desktop.services.remessa_wizard import RemessaDraft, RemessaStep, commit_label, next_step, problems

_ORDER = tuple(RemessaStep)
_BEFORE = {RemessaStep.TITULOS: RemessaStep.CONVENIO, RemessaStep.PASTA: RemessaStep.TITULOS}


class RemessaFrame(WizardFrame):
    """Chooses what goes of one convênio, shows the plan, writes exactly that plan.

    Attributes:
        topic: Its help page, also what the folder is remembered for.
        draft: All that it knows so far.
    """

    topic = "remessas"

    def __init__(
        self, parent: QWidget | None, desk: Desk, title: str, steps: Sequence[str], draft: RemessaDraft
    ) -> None:
        """Begin with *draft*; `start` shows the first page once the subclass has made its own."""
        super().__init__(parent, title, steps)
        self.desk, self.draft = desk, draft
        self.step = RemessaStep.CONVENIO
        self.pasta = PastaPage(self.choose_folder)
        self.resultado = ResultadoPage()
        self.resultado.sent.connect(self._mark_sent)
        self._pages: dict[RemessaStep, WizardPage] = {}

    def start(self, convenio: WizardPage, titulos: WizardPage) -> None:
        """Show the first page; the second when the convênio is known."""
        self._pages = {
            RemessaStep.CONVENIO: convenio,
            RemessaStep.TITULOS: titulos,
            RemessaStep.PASTA: self.pasta,
            RemessaStep.RESULTADO: self.resultado,
        }
        for page in self._pages.values():
            self.add_page(page)
        self._enter(RemessaStep.TITULOS if self.draft.convenio_id is not None else RemessaStep.CONVENIO)

    # --- what subclasses say

    def read_convenios(self) -> None:
        """Read what the first page offers."""

    def make_plan(self, convenio_id: int) -> Any:
        """Return the plan of all that may go; runs beside the window."""
        raise LookupError(f"no plan for {convenio_id}")

    def make_final(self, convenio_id: int, ids: Sequence[int]) -> Any:
        """Return the plan of exactly *ids*; runs beside the window."""
        raise LookupError(f"no plan for {convenio_id}, {len(ids)}")

    def show_plan(self, plano: Any) -> None:
        """Show the plan of all that may go; calls `ticked` with what is marked."""

    def look_at_folder(self, plano: Any, pasta: Path) -> Sequence[Problem]:
        """Return what is wrong with the folder; runs beside the window."""
        raise LookupError(f"nobody looks at {pasta} for {plano}")

    def describe_file(self, plano: Any) -> str:
        """Return one line about the file that will be made."""
        raise LookupError(f"nothing to say of {plano}")

    def write_plan(self, plano: Any, pasta: Path, watcher: Any) -> Any:
        """Write *plano* and return the remessa; runs beside the window."""
        raise LookupError(f"nobody writes {plano} to {pasta} for {watcher}")

    def describe_result(self, plano: Any, remessa: Any) -> tuple[str, Sequence[str]]:
        """Return one sentence about what was written, and the steps that bring it to the bank."""
        raise LookupError(f"nothing to say of {plano}, {remessa}")

    def write_sent(self, remessa_id: int) -> Any:
        """Mark the remessa as sent; runs beside the window."""
        raise LookupError(f"nobody marks {remessa_id}")

    # --- convênio

    def choose_convenio(self, convenio_id: int | None) -> None:
        """Take the convênio; another one begins anew."""
        if convenio_id != self.draft.convenio_id:
            self.draft = RemessaDraft(
                convenio_id=convenio_id, pasta=self.draft.pasta, unidade=self.draft.unidade, comandos={}
            )
        self.refresh()

    # --- what goes

    def plan(self) -> None:
        """Plan all that may go."""
        convenio_id = self.draft.convenio_id
        if convenio_id is None:
            return
        job = Job("Preparando a remessa", lambda _watcher: self.make_plan(convenio_id))
        job.succeeded.connect(self._planned)
        job.failed.connect(self.failed)
        self.follow(job, "Preparando a remessa")
        self.desk.runner.read(job)

    def _planned(self, plano: Any) -> None:
        self.draft = replace(self.draft, plano=plano)
        self.show_plan(plano)

    def ticked(self, ids: Sequence[int]) -> None:
        """Take what is marked."""
        self.draft = replace(self.draft, escolhidos=tuple(ids), final=None)
        self.refresh()

    # --- folder

    def _plan_chosen(self) -> None:
        convenio_id, ids = self.draft.convenio_id, list(self.draft.escolhidos)
        if convenio_id is None:
            return
        job = Job("Preparando o arquivo", lambda _watcher: self.make_final(convenio_id, ids))
        job.succeeded.connect(self._final_planned)
        job.failed.connect(self.failed)
        self.follow(job, "Preparando o arquivo")
        self.desk.runner.read(job)

    def _final_planned(self, plano: Any) -> None:
        self.draft = replace(self.draft, final=plano)
        self._show_pasta()

    def choose_folder(self) -> None:
        """Ask for a folder with the system's own dialog."""
        start = str(self.draft.pasta or self.desk.settings.last_folder(self.topic))
        chosen = QFileDialog.getExistingDirectory(self, "Pasta das remessas", start)
        if chosen:
            self.take_folder(Path(chosen))

    def take_folder(self, pasta: Path) -> None:
        """Save into *pasta*, now and the next time."""
        self.draft = replace(self.draft, pasta=pasta, pasta_problems=None)
        self.desk.settings.remember_folder(self.topic, pasta)
        self._show_pasta()
        self.refresh()

    def _show_pasta(self) -> None:
        final, pasta = self.draft.final, self.draft.pasta
        self.draft = replace(self.draft, pasta_problems=None)
        self._show_file(())
        if final is not None and pasta is not None:
            self.desk.read(
                self,
                lambda: self.look_at_folder(final, pasta),
                lambda found: self._show_looked_at(final, pasta, found),
                self.failed,
            )

    def _show_file(self, found: Sequence[Problem]) -> None:
        final = self.draft.final
        words = self.describe_file(final) if final is not None else ""
        self.pasta.show_file(final, words, self.draft.pasta, found)

    def _show_looked_at(self, final: Any, pasta: Path, found: Sequence[Problem]) -> None:
        if (final, pasta) == (self.draft.final, self.draft.pasta):
            self.draft = replace(self.draft, pasta_problems=tuple(found))
            self._show_file(found)
            self.refresh()

    # --- steps

    def refresh(self, *, cancelled: bool = False) -> None:
        """Look again at what may be done."""
        del cancelled
        if self.step in (RemessaStep.TITULOS, RemessaStep.PASTA):
            going = self.draft.final.going if self.draft.final else self.draft.escolhidos
            last = self.step is RemessaStep.PASTA
            self.next_button.setText(commit_label(range(len(going)), self.draft.unidade) if last else "Avançar")
        found = problems(self.step, self.draft)
        if found and found[0].field == "pasta":  # said in red beside the field
            found = [replace(found[0], severity=Severity.INFO)]
        self.show_problems(found)

    def _enter(self, step: RemessaStep) -> None:
        self.step = step
        self.next_button.setText("Concluir" if step is RemessaStep.RESULTADO else "Avançar")
        self.back_button.setVisible(step in _BEFORE)
        self.cancel_button.setVisible(step is not RemessaStep.RESULTADO)
        self.show_page(self._pages[step], _ORDER.index(step))
        if step is RemessaStep.TITULOS and self.draft.plano is None:
            self.plan()
        elif step is RemessaStep.PASTA and self.draft.final is None:
            self._show_pasta()
            self._plan_chosen()
        self.refresh()

    def go_on(self) -> None:
        """Leave the page, or write what it shows."""
        if self.is_busy or problems(self.step, self.draft):
            return
        following = next_step(self.step, self.draft)
        if following is None:
            self._sure = True
            self.close()
        elif following is RemessaStep.RESULTADO:
            self._commit()
        else:
            self._enter(following)

    def go_back(self) -> None:
        """Go to the page before."""
        if self.step in _BEFORE and not self.is_busy:
            self._enter(_BEFORE[self.step])
            if self.step is RemessaStep.CONVENIO:
                self.read_convenios()

    # --- writing

    def _commit(self) -> None:
        final, pasta = self.draft.final, self.draft.pasta
        if final is None or pasta is None:
            return
        job = self.desk.write(
            self,
            f"Gerando {final.arquivo}",
            lambda watcher: self.write_plan(final, pasta, watcher),
            self._written,
            self.failed,
        )
        self.follow(job, f"Gerando {final.arquivo}")

    def _written(self, remessa: Any) -> None:
        self.draft = replace(self.draft, remessa=remessa)
        self._job = None
        self._show_progress(visible=False)
        words, steps = self.describe_result(self.draft.final, remessa)
        self.resultado.show_result((self.draft.pasta or Path()) / remessa.arquivo, words, steps)
        self._enter(RemessaStep.RESULTADO)

    def failed(self, error: Exception) -> None:
        """Say what went wrong; when the books moved meanwhile, plan anew."""
        if isinstance(error, StalePlanError):
            self.draft = replace(self.draft, plano=None, final=None, escolhidos=())
            self._job = None
            self._show_progress(visible=False)
            self._enter(RemessaStep.TITULOS)
        self.say(explain(error))

    def _mark_sent(self) -> None:
        remessa = self.draft.remessa
        if remessa is None:
            return
        self.desk.write(
            self,
            "Marcando a remessa como enviada",
            lambda _watcher: self.write_sent(remessa.id),
            self._marked,
            self.failed,
        )

    def _marked(self, _remessa: object) -> None:
        self.resultado.sent_button.allow("Esta remessa já está marcada como enviada.")
        self.say("Marcada como enviada ao banco.", Tone.SUCCESS)

    # --- leaving

    def describe_leaving(self) -> str:
        """Return what would be left undone."""
        if self.step in (RemessaStep.CONVENIO, RemessaStep.RESULTADO):
            return ""
        return f"A escolha dos {self.draft.unidade[1]} será abandonada. Nada foi gravado ainda."

    def show_help(self) -> None:
        """Explain remessas."""
        self.desk.help_wanted.emit(self.topic)
