"""The assistant *Gerar remessa*: convênio, titles, folder, result."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.jobs import Job
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.wizards.frame import WizardFrame
from finbank_desktop.gui.wizards.remessa_incluir import IncluirDialog
from finbank_desktop.gui.wizards.remessa_pages import ConvenioPage, PastaPage, TitulosPage
from finbank_desktop.gui.wizards.remessa_resultado import ResultadoPage
from finbank_desktop.services import remessa_envio
from finbank_desktop.services.plans import StalePlanError
from finbank_desktop.services.remessa_wizard import RemessaDraft, RemessaStep, commit_label, next_step, problems

if TYPE_CHECKING:
    from finbank_desktop.domain.remessas import Remessa
    from finbank_desktop.services.remessa_plan import RemessaPlan

_ORDER = tuple(RemessaStep)
_BEFORE = {RemessaStep.TITULOS: RemessaStep.CONVENIO, RemessaStep.PASTA: RemessaStep.TITULOS}


class GerarRemessaWizard(WizardFrame):
    """Chooses titles of one convênio, shows the plan, writes exactly that plan."""

    def __init__(
        self, parent: QWidget | None, desk: Desk, ids: Sequence[int] = (), convenio_id: int | None = None
    ) -> None:
        """Begin with the boletos *ids* (all that may go when empty) of *convenio_id* when it is known."""
        super().__init__(parent, "Gerar remessa", ("Convênio", "Títulos", "Pasta", "Resultado"))
        self.desk = desk
        self._ids = list(ids) or None
        self.draft = RemessaDraft(convenio_id=convenio_id, pasta=desk.settings.last_folder("remessas"))
        self.step = RemessaStep.CONVENIO
        self.convenio = ConvenioPage()
        self.titulos = TitulosPage()
        self.pasta = PastaPage(self.choose_folder)
        self.resultado = ResultadoPage()
        self._pages = {
            RemessaStep.CONVENIO: self.convenio,
            RemessaStep.TITULOS: self.titulos,
            RemessaStep.PASTA: self.pasta,
            RemessaStep.RESULTADO: self.resultado,
        }
        for page in self._pages.values():
            self.add_page(page)
        self.convenio.chosen.connect(self._choose_convenio)
        self.convenio.opened.connect(self.go_on)
        self.titulos.model.ticked_changed.connect(self._ticked)
        self.titulos.more_wanted.connect(self._look_for_more)
        self.resultado.sent.connect(self._mark_sent)
        self._enter(RemessaStep.TITULOS if convenio_id is not None else RemessaStep.CONVENIO)
        query = ListQuery(quantidade=1000, filtros={"ativo": True})
        desk.read(self, lambda: desk.services.cadastros.list_convenios(query), self._show_convenios, self._failed)

    # --- convênio

    def _show_convenios(self, pagina: Pagina) -> None:
        if self.step is not RemessaStep.CONVENIO:
            return
        self.convenio.show_convenios(pagina.linhas)
        if not pagina.linhas:
            self.say("Ainda não há convênio. Cadastre um em Cadastros ▸ Convênios.", Tone.WARNING)
        self.refresh()

    def _choose_convenio(self, convenio_id: int | None) -> None:
        if convenio_id != self.draft.convenio_id:
            self.draft = RemessaDraft(convenio_id=convenio_id, pasta=self.draft.pasta)
        self.refresh()

    # --- titles

    def _plan(self) -> None:
        convenio_id, ids, comandos = self.draft.convenio_id, self._ids, self.draft.comandos
        if convenio_id is None:
            return
        plan = self.desk.services.remessas.plan

        def call(_watcher: object) -> "RemessaPlan":
            due = plan(convenio_id, ids)
            if not comandos:
                return due
            together = dict.fromkeys([*(row.boleto.id for row in due.rows), *comandos])
            return plan(convenio_id, list(together), comandos=comandos)

        job = Job("Preparando a remessa", call)
        job.succeeded.connect(self._planned)
        job.failed.connect(self._failed)
        self.follow(job, "Preparando a remessa")
        self.desk.runner.read(job)

    def _planned(self, plano: "RemessaPlan") -> None:
        self.draft = replace(self.draft, plano=plano)
        self.titulos.show_plan(plano)
        self._ticked()

    def _ticked(self) -> None:
        plano = self.draft.plano
        if plano is None:
            return
        escolhidos = tuple(int(row) for row in self.titulos.model.ticked())
        self.draft = replace(self.draft, escolhidos=escolhidos, final=None)
        self.titulos.show_sums(plano, escolhidos)
        self.refresh()

    def _look_for_more(self) -> None:
        convenio_id = self.draft.convenio_id
        if convenio_id is None or self.is_busy:
            return
        dialog = IncluirDialog(self, self.desk, convenio_id)
        dialog.chosen.connect(self.include)
        dialog.open()

    def include(self, ids: Sequence[int], comando: Comando) -> None:
        """Let the boletos *ids* go along with *comando* and plan anew."""
        self.draft = replace(self.draft, comandos={**self.draft.comandos, **dict.fromkeys(ids, comando)}, final=None)
        self._plan()

    # --- folder

    def _plan_chosen(self) -> None:
        convenio_id, ids, comandos = self.draft.convenio_id, list(self.draft.escolhidos), self.draft.comandos
        if convenio_id is None:
            return
        job = Job(
            "Preparando o arquivo",
            lambda _watcher: self.desk.services.remessas.plan(convenio_id, ids, comandos=comandos),
        )
        job.succeeded.connect(self._final_planned)
        job.failed.connect(self._failed)
        self.follow(job, "Preparando o arquivo")
        self.desk.runner.read(job)

    def _final_planned(self, plano: "RemessaPlan") -> None:
        self.draft = replace(self.draft, final=plano)
        self._show_pasta()

    def choose_folder(self) -> None:
        """Ask for a folder with the system's own dialog."""
        start = str(self.draft.pasta or self.desk.settings.last_folder("remessas"))
        chosen = QFileDialog.getExistingDirectory(self, "Pasta das remessas", start)
        if chosen:
            self.take_folder(Path(chosen))

    def take_folder(self, pasta: Path) -> None:
        """Save into *pasta*, now and the next time."""
        self.draft = replace(self.draft, pasta=pasta, pasta_problems=None)
        self.desk.settings.remember_folder("remessas", pasta)
        self._show_pasta()
        self.refresh()

    def _show_pasta(self) -> None:
        final, pasta = self.draft.final, self.draft.pasta
        self.draft = replace(self.draft, pasta_problems=None)
        self.pasta.show_plan(final, pasta, [])
        if final is not None and pasta is not None:
            self.desk.read(
                self,
                lambda: self.desk.services.remessas.pasta_problems(final, pasta),
                lambda found: self._show_looked_at(final, pasta, found),
                self._failed,
            )

    def _show_looked_at(self, final: "RemessaPlan", pasta: Path, found: Sequence[Problem]) -> None:
        if (final, pasta) == (self.draft.final, self.draft.pasta):
            self.draft = replace(self.draft, pasta_problems=tuple(found))
            self.pasta.show_plan(final, pasta, found)
            self.refresh()

    # --- steps

    def refresh(self, *, cancelled: bool = False) -> None:
        """Look again at what may be done."""
        del cancelled
        if self.step in (RemessaStep.TITULOS, RemessaStep.PASTA):
            going = self.draft.final.going if self.draft.final else self.draft.escolhidos
            last = self.step is RemessaStep.PASTA
            self.next_button.setText(commit_label(range(len(going))) if last else "Avançar")
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
            self._plan()
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
            if self.step is RemessaStep.CONVENIO and not self.convenio.model.rowCount():
                query = ListQuery(quantidade=1000, filtros={"ativo": True})
                self.desk.read(
                    self, lambda: self.desk.services.cadastros.list_convenios(query), self._show_convenios, self._failed
                )

    # --- writing

    def _commit(self) -> None:
        final, pasta = self.draft.final, self.draft.pasta
        if final is None or pasta is None:
            return
        job = self.desk.write(
            self,
            f"Gerando {final.arquivo}",
            lambda watcher: self.desk.services.remessas.apply(final, pasta, watcher),
            self._written,
            self._failed,
        )
        self.follow(job, f"Gerando {final.arquivo}")

    def _written(self, remessa: "Remessa") -> None:
        self.draft = replace(self.draft, remessa=remessa)
        self._job = None
        self._show_progress(visible=False)
        banco = self.draft.final.convenio.banco if self.draft.final is not None else ""
        self.resultado.show_result(remessa, self.draft.pasta or Path(), remessa_envio.steps(banco))
        self._enter(RemessaStep.RESULTADO)

    def _failed(self, error: Exception) -> None:
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
            lambda _watcher: self.desk.services.remessas.mark_enviada(remessa.id),
            self._marked,
            self._failed,
        )

    def _marked(self, _remessa: object) -> None:
        self.resultado.sent_button.allow("Esta remessa já está marcada como enviada.")
        self.say("Marcada como enviada ao banco.", Tone.SUCCESS)

    # --- leaving

    def describe_leaving(self) -> str:
        """Return what would be left undone."""
        if self.step in (RemessaStep.CONVENIO, RemessaStep.RESULTADO):
            return ""
        return "A escolha dos títulos será abandonada. Nada foi gravado ainda."

    def show_help(self) -> None:
        """Explain remessas."""
        self.desk.help_wanted.emit("remessas")
