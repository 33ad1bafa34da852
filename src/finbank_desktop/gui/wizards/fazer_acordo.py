"""The assistant *Fazer acordo*: what was agreed on, what each step will do, then all of them at once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog, QWidget

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.jobs import Job
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.wizards.acordo_pages import CombinadoPage, PassosPage, ResultadoPage
from finbank_desktop.gui.wizards.frame import WizardFrame, WizardPage
from finbank_desktop.services.acordo_wizard import AcordoForm, AcordoStep, commit_label, next_step, problems
from finbank_desktop.services.plans import StalePlanError

if TYPE_CHECKING:
    from finbank_desktop.services.acordos import AcordoFeito, AcordoPlan

_PRAZO = 30
_MOST = 1000


class FazerAcordoWizard(WizardFrame):
    """Walks from what was owed to what will be paid instead."""

    def __init__(
        self, parent: QWidget | None, desk: Desk, *, boletos: Sequence[int] = (), contas: Sequence[int] = ()
    ) -> None:
        """Begin with the contas a receber *contas*, or with those that *boletos* collect."""
        super().__init__(parent, "Fazer acordo", ("O combinado", "Passo por passo", "Resultado"))
        self.desk = desk
        self.step = AcordoStep.COMBINADO
        self.form = AcordoForm(contas=())
        self._stale: AcordoPlan | None = None
        self.combinado = CombinadoPage()
        self.passos = PassosPage(self._choose)
        self.resultado = ResultadoPage(self._see, self._send)
        self._pages: dict[AcordoStep, WizardPage] = {
            AcordoStep.COMBINADO: self.combinado,
            AcordoStep.PASSOS: self.passos,
            AcordoStep.RESULTADO: self.resultado,
        }
        for page in self._pages.values():
            self.add_page(page)
        self.passos.remeter.toggled.connect(self._remit)
        self.back_button.hide()
        self.show_page(self.combinado, 0)
        self._load(list(boletos), list(contas))

    # --- what is owed

    def _load(self, boletos: list[int], contas: list[int]) -> None:
        services = self.desk.services

        def owed() -> tuple[Any, Any]:
            ids = contas or [conta.id for row in boletos for conta in services.boletos.get(row).contas]
            quais = list(dict.fromkeys(ids))
            query = ListQuery(quantidade=max(len(quais), 1), filtros={"id": quais})
            rows = services.contas_receber.list(query).linhas if quais else ()
            convenios = services.cadastros.list_convenios(ListQuery(quantidade=_MOST, filtros=self.desk.scope)).linhas
            return rows, convenios

        job = Job("Lendo o que está em aberto", lambda _watcher: owed())
        job.succeeded.connect(lambda found: self._loaded(*found))
        job.failed.connect(lambda error: self.say(explain(error)))
        self.follow(job, "Lendo o que está em aberto")
        self.desk.runner.read(job)

    def _loaded(self, rows: Sequence[Any], convenios: Sequence[Any]) -> None:
        abertas = [row for row in rows if row["saldo"] > 0 and str(row["situacao"]) in _ABERTAS]
        total = sum(row["saldo"] for row in abertas)
        usados = [row["convenio_id"] for row in abertas if row.get("convenio_id")]
        today = date.today()  # noqa: DTZ011 - a day as the user counts it
        self.form = AcordoForm(
            contas=tuple(int(row["id"]) for row in abertas),
            original=total,
            valor=total,
            quantas=1,
            primeiro=today + timedelta(days=_PRAZO),
            convenio_id=usados[0] if usados else None,
        )
        grid = self.combinado.show_contas(abertas, self.form, convenios)
        grid.changed.connect(self._entered)
        self.show_page(self.combinado, 0)
        if len(abertas) < len(rows):
            self.say(
                f"{len(rows) - len(abertas)} do que foi escolhido já não está em aberto e fica de fora.", Tone.INFO
            )
        self._entered()

    def _entered(self) -> None:
        self.form = replace(self.combinado.take(self.form), plano=None)
        self.refresh()

    # --- going on

    def refresh(self, *, cancelled: bool = False) -> None:
        """Say what is missing on the page in sight."""
        del cancelled
        found = problems(self.step, self.form)
        if self.step is AcordoStep.COMBINADO and self.combinado.grid is not None:
            grid = self.combinado.grid
            own = grid.own_problems()
            grid.show_problems([*own, *(each for each in found if each.field not in {o.field for o in own})])
            found = [*own, *found]
            missing = [each for each in found if each.field == "contas"]
            self.show_problems(missing)
            if found and not self.is_busy:
                self.next_button.allow(found[0].message)
            return
        self.show_problems(found)
        if found and all(each.severity is Severity.WARNING for each in found):
            self.next_button.allow("")

    def go_on(self) -> None:
        """Leave the page forwards; on the last but one, do it."""
        if self.is_busy or not self.next_button.isEnabled():
            return
        if self.step is AcordoStep.COMBINADO:
            self._plan()
        elif self.step is AcordoStep.PASSOS:
            self._apply()
        else:
            self._leave()

    def go_back(self) -> None:
        """Change what was agreed on."""
        if self.step is AcordoStep.PASSOS:
            self._show(AcordoStep.COMBINADO)

    def _show(self, step: AcordoStep) -> None:
        self.step = step
        order = list(self._pages)
        self.back_button.setVisible(step is AcordoStep.PASSOS)
        self.cancel_button.setVisible(step is not AcordoStep.RESULTADO)
        labels = {AcordoStep.PASSOS: commit_label(self.form), AcordoStep.RESULTADO: "Concluir"}
        self.next_button.setText(labels.get(step, "Avançar"))
        self.show_page(self._pages[step], order.index(step))
        self.refresh()

    def _plan(self) -> None:
        draft = self.form.draft
        job = Job("Preparando o acordo", lambda _watcher: self.desk.services.acordos.plan(draft))
        job.succeeded.connect(self._planned)
        job.failed.connect(lambda error: self.say(explain(error)))
        self.follow(job, "Preparando o acordo", quiet=self._stale is not None)
        self.desk.runner.read(job)

    def _planned(self, plano: "AcordoPlan") -> None:
        self.form = replace(self.form, plano=plano, pasta=self.form.pasta or self._usual_folder())
        self.passos.show_plan(plano, self.form)
        self._show(next_step(AcordoStep.COMBINADO, self.form) or AcordoStep.PASSOS)
        before, self._stale = self._stale, None
        if before is not None:
            self.say(_changes(before, plano), Tone.WARNING)

    def _usual_folder(self) -> Path | None:
        folder = self.desk.settings.folder("remessas")
        return folder if folder.is_dir() else None

    def _remit(self, on: bool) -> None:  # noqa: FBT001 - Qt's own signature
        self.form = replace(self.form, remeter=on)
        self.passos.show_folder(self.form.pasta, asked=on)
        self.refresh()

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Pasta da remessa", str(self.form.pasta or ""))
        if chosen:
            self.form = replace(self.form, pasta=Path(chosen))
            self.desk.settings.remember_folder("remessas", Path(chosen))
            self.passos.show_folder(self.form.pasta, asked=True)
            self.refresh()

    # --- doing

    def _apply(self) -> None:
        plano, pasta = self.form.plano, self.form.pasta if self.form.remeter else None
        if plano is None:
            return
        job = self.desk.write(
            self,
            "Fazendo o acordo",
            lambda _watcher: self.desk.services.acordos.apply(plano, pasta),
            self._done,
            self._failed,
        )
        self.follow(job, "Fazendo o acordo")

    def _done(self, feito: "AcordoFeito") -> None:
        self.form = replace(self.form, feito=feito)
        self.resultado.show_done(feito, self.form.pasta)
        self._show(AcordoStep.RESULTADO)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, StalePlanError):
            self._stale = self.form.plano
            self._plan()
        self.say(explain(error))

    # --- leaving

    def describe_leaving(self) -> str:
        """Say that nothing was done yet."""
        changed = self.step is AcordoStep.PASSOS
        return "O acordo ainda não foi feito; o que você preencheu se perde." if changed else ""

    def _leave(self) -> None:
        self._sure = True
        self.close()

    def _see(self) -> None:
        self.desk.section_wanted.emit("boletos", {})
        self._leave()

    def _send(self) -> None:
        boletos = self.form.feito.boletos if self.form.feito is not None else ()
        self.desk.remessa_wanted.emit([boleto.id for boleto in boletos], self.form.convenio_id)
        self._leave()

    def show_help(self) -> None:
        """Explain agreements."""
        self.desk.help_wanted.emit("acordos")


_ABERTAS = ("Em aberto", "Vencido", "Baixado parcialmente")


def _changes(antes: "AcordoPlan", depois: "AcordoPlan") -> str:
    """Return what the new plan says otherwise."""
    velhos = {passo.titulo: passo.efeitos for passo in antes.passos}
    mudados = [passo.titulo for passo in depois.passos if velhos.get(passo.titulo) != passo.efeitos]
    erro = next((problem for problem in depois.problems if problem.is_error), None)
    head = "Nada foi gravado: os dados mudaram em outra janela. Confira de novo."
    if erro is not None:
        return f"{head} {_words(erro)}"
    return f"{head} Mudou: {', '.join(mudados)}." if mudados else head


def _words(problem: Problem) -> str:
    return " ".join(part for part in (problem.message, problem.fix) if part)
