"""The assistant *Importar planilha*: file, columns, preview, result."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog, QWidget

from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.jobs import Job
from finbank_desktop.gui.lifetimes import is_alive
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.drop_overlay import DropOverlay
from finbank_desktop.gui.wizards.frame import WizardFrame
from finbank_desktop.gui.wizards.planilha_pages import ArquivoPage, ColunasPage, ConferenciaPage, ResultadoPage
from finbank_desktop.gui.wizards.planilha_tables import table_rows
from finbank_desktop.services.jobs import Watcher
from finbank_desktop.services.planilha_model import Aba
from finbank_desktop.services.planilha_wizard import (
    PlanilhaDraft,
    PlanilhaStep,
    commit_label,
    next_step,
    problems,
)
from finbank_desktop.services.plans import StalePlanError

if TYPE_CHECKING:
    from finbank_desktop.services.planilha_model import PlanilhaPlan

Abas = Mapping[str, Sequence[Mapping[str, Any]]]
SUFFIXES = frozenset((".csv", ".xlsx"))
"""Names by which a dropped file is taken for a table and not for a bank's."""
_KINDS = "Planilhas (*.xlsx *.XLSX *.csv *.CSV *.txt *.TXT);;Todos os arquivos (*)"
_SAVED = "Planilha do Excel (*.xlsx);;Texto separado por ponto e vírgula (*.csv)"
_ORDER = tuple(PlanilhaStep)


class ImportarPlanilhaWizard(WizardFrame):
    """Reads a table, lets its columns be corrected, shows the plan and writes exactly that."""

    def __init__(self, parent: QWidget | None, desk: Desk, path: Path | None = None, tipo: str = "") -> None:
        """Begin with the table at *path*, or by asking for it; *tipo* is what the user came for."""
        super().__init__(parent, "Importar planilha", ("Arquivo", "Colunas", "Conferência", "Resultado"))
        self.desk = desk
        self.draft = PlanilhaDraft(tipo=tipo)
        self.step = PlanilhaStep.ARQUIVO
        self._abas: Abas = {}
        self.arquivo = ArquivoPage(self.choose)
        self.colunas = ColunasPage()
        self.conferencia = ConferenciaPage()
        self.resultado = ResultadoPage()
        for page in (self.arquivo, self.colunas, self.conferencia, self.resultado):
            self.add_page(page)
        self._connect()
        self._enter(PlanilhaStep.ARQUIVO)
        if path is not None:
            self.take(path)

    def _connect(self) -> None:
        self.arquivo.removed.connect(self._forget)
        self.arquivo.kind_wanted.connect(self._take_kind)
        self.arquivo.model_wanted.connect(self.save_model)
        self.colunas.assigned.connect(self._assign)
        self.colunas.sheet_wanted.connect(lambda aba: self._read(aba=aba))
        self.colunas.header_wanted.connect(lambda line: self._read(aba=self._sheet(), cabecalho=line))
        self.conferencia.export_wanted.connect(self.export_problems)
        self.resultado.export_wanted.connect(self.export_problems)
        self.resultado.undo_wanted.connect(self._undo)
        self.resultado.list_wanted.connect(self._show_list)
        DropOverlay(self, "Solte para importar").dropped.connect(lambda paths: self.take(paths[0]))

    # --- the file

    def choose(self) -> None:
        """Ask for the file with the system's own dialog."""
        start = str(self.desk.settings.folder("planilhas"))
        name, _kind = QFileDialog.getOpenFileName(self, "Selecionar planilha", start, _KINDS)
        if name:
            self.desk.settings.remember_folder("planilhas", Path(name).parent)
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Take the table at *path* and find out what it is."""
        if self.step is not PlanilhaStep.ARQUIVO or self.is_busy:
            self.say("Termine primeiro esta planilha.", Tone.INFO)
            return
        self.draft = PlanilhaDraft(caminho=path, tipo=self.draft.tipo)
        self.refresh()
        self._read()

    def _read(self, *, aba: str = "", cabecalho: int | None = None) -> None:
        path, tipo, empresa = self.draft.caminho, self.draft.tipo, self.desk.empresa_id
        if path is None or self.is_busy:
            return
        planilhas = self.desk.services.planilhas
        self._work(
            f"Lendo {path.name}",
            lambda _watcher: planilhas.propose(path, empresa, tipo=tipo, aba=aba, cabecalho=cabecalho),
            self._proposed,
            self._refused,
        )

    def _work(
        self,
        title: str,
        call: Callable[[Watcher], Any],
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
    ) -> None:
        job = Job(title, call)
        job.succeeded.connect(lambda result: done(result) if is_alive(self) else None)
        job.failed.connect(lambda error: failed(error) if is_alive(self) else None)
        self.follow(job, title)
        self.desk.runner.read(job)

    def _sheet(self) -> str:
        return self.draft.proposta.aba if self.draft.proposta is not None else ""

    def _proposed(self, proposta: Any) -> None:
        self.draft = self.draft.take(proposta)
        self.colunas.show_proposal(self.draft)
        self._show_sample()

    def _refused(self, error: Exception) -> None:
        if self.step is PlanilhaStep.ARQUIVO:
            self.draft = replace(self.draft, recusa=explain(error), proposta=None)
        else:
            self.say(explain(error))

    def _forget(self) -> None:
        if not self.is_busy:
            self.draft = PlanilhaDraft()
            self.refresh()

    def _take_kind(self, tipo: str) -> None:
        self.draft = replace(self.draft, tipo=tipo)
        self._read()

    # --- the columns

    def _assign(self, at: int, campo: str) -> None:
        self.draft = self.draft.assign(at, campo)
        self._show_sample()
        self.refresh()

    def _show_sample(self) -> None:
        if self.draft.proposta is not None and self.draft.mapa is not None:
            sample = self.desk.services.planilhas.sample(self.draft.proposta, self.draft.mapa)
            self.colunas.show_sample(self.draft, sample)

    # --- steps

    def refresh(self, *, cancelled: bool = False) -> None:
        """Show the draft as it is now."""
        if self.step is PlanilhaStep.ARQUIVO:
            if cancelled and self.draft.proposta is None:
                self.draft = PlanilhaDraft()
            self.arquivo.show_draft(self.draft)
        elif self.step is PlanilhaStep.CONFERENCIA and not self.is_busy:
            if self.draft.plano is None:
                if cancelled:
                    self._enter(PlanilhaStep.COLUNAS)
                    return
                if not self._complaint:
                    self._plan()
            else:
                self.next_button.setText(commit_label(self.draft.plano))
        self.show_problems(problems(self.step, self.draft))

    def _enter(self, step: PlanilhaStep) -> None:
        self.step = step
        pages = dict(zip(_ORDER, (self.arquivo, self.colunas, self.conferencia, self.resultado), strict=True))
        last = step is PlanilhaStep.RESULTADO
        self.next_button.setText("Concluir" if last else "Avançar")
        self.back_button.setVisible(step in (PlanilhaStep.COLUNAS, PlanilhaStep.CONFERENCIA))
        self.cancel_button.setVisible(not last)
        if last:
            self.resultado.show_result(self.draft)
        self.show_page(pages[step], _ORDER.index(step))
        self.refresh()

    def go_on(self) -> None:
        """Leave the page, or write what it shows."""
        if self.is_busy or problems(self.step, self.draft):
            return
        if self.step is PlanilhaStep.CONFERENCIA:
            self._commit()
            return
        following = next_step(self.step)
        if following is None:
            self._sure = True
            self.close()
        else:
            self._enter(following)

    def go_back(self) -> None:
        """Go back one page while nothing is written."""
        if self.step in (PlanilhaStep.COLUNAS, PlanilhaStep.CONFERENCIA) and not self.is_busy:
            self._enter(_ORDER[_ORDER.index(self.step) - 1])

    # --- the plan

    def _plan(self) -> None:
        path, tipo, mapa, empresa = self.draft.caminho, self.draft.tipo, self.draft.mapa, self.desk.empresa_id
        if path is None or mapa is None:
            return

        def call(watcher: Watcher) -> tuple["PlanilhaPlan", Abas]:
            plano = self.desk.services.planilhas.plan(path, tipo, mapa, empresa, watcher)
            return plano, table_rows(plano)

        self._work(f"Lendo {path.name}", call, lambda result: self._planned(*result), self._refused)

    def _planned(self, plano: "PlanilhaPlan", abas: Abas) -> None:
        self.draft = replace(self.draft, plano=plano)
        self.conferencia.show_plan(plano, abas)

    def _commit(self) -> None:
        plano = self.draft.plano
        if plano is None:
            return
        job = self.desk.write(
            self,
            f"Importando {plano.arquivo}",
            lambda watcher: self.desk.services.planilhas.apply(plano, watcher),
            self._written,
            self._not_written,
        )
        self.follow(job, f"Gravando {plano.arquivo}")

    def _written(self, operacao: Any) -> None:
        self.draft = replace(self.draft, operacao=operacao)
        self._job = None
        self._show_progress(visible=False)
        self._enter(PlanilhaStep.RESULTADO)

    def _not_written(self, error: Exception) -> None:
        words = explain(error)
        if isinstance(error, StalePlanError):
            self._job = None
            self.draft = replace(self.draft, plano=None)
            self._plan()
        self.say(words)

    # --- afterwards

    def _undo(self) -> None:
        operacao = self.draft.operacao
        if operacao is None or self.is_busy:
            return
        operacoes = self.desk.services.operacoes
        job = self.desk.write(
            self,
            "Desfazendo a importação",
            lambda _watcher: operacoes.desfazer(operacoes.plan_desfazer(operacao.id)),
            lambda _operacao: self.resultado.show_undone(),
            lambda error: self.say(explain(error)),
        )
        self.follow(job, "Desfazendo a importação")

    def _show_list(self) -> None:
        self.desk.section_wanted.emit(self.draft.tipo, None)
        self._sure = True
        self.close()

    def export_problems(self) -> None:
        """Ask where the rows that stay out are to be saved, and save them."""
        plano = self.draft.plano
        path = self._ask_place("Salvar as linhas com problema", "linhas com problema.xlsx") if plano else None
        if plano is not None and path is not None:
            self._save(path, lambda: self.desk.services.planilhas.export_problems(plano, path))

    def save_model(self, tipo: str) -> None:
        """Ask where a blank model is to be saved, and save it."""
        path = self._ask_place("Salvar modelo em branco", f"modelo {tipo}.xlsx")
        if path is not None:
            self._save(path, lambda: self.desk.services.planilhas.save_model(tipo, path))

    def _ask_place(self, title: str, name: str) -> Path | None:
        start = str(self.desk.settings.folder("planilhas") / name)
        chosen, _kind = QFileDialog.getSaveFileName(self, title, start, _SAVED)
        path = Path(chosen) if chosen else None
        return path.with_suffix(".xlsx") if path is not None and path.suffix.lower() not in SUFFIXES else path

    def _save(self, path: Path, call: Callable[[], Any]) -> None:
        self._work(
            f"Salvando {path.name}",
            lambda _watcher: call(),
            lambda _result: self.say(f"Salvo em {path}.", Tone.SUCCESS),
            lambda error: self.say(explain(error)),
        )

    # --- leaving

    def describe_leaving(self) -> str:
        """Return what would be left undone."""
        if self.step in (PlanilhaStep.ARQUIVO, PlanilhaStep.RESULTADO) or self.draft.plano is None:
            return ""
        rows = self.draft.plano.tabs[Aba.NOVOS] + self.draft.plano.tabs[Aba.ALTERADOS]
        return f"{formats.count(rows, 'linha está conferida', 'linhas estão conferidas')}; nada foi gravado ainda."

    def show_help(self) -> None:
        """Explain tables."""
        self.desk.help_wanted.emit("planilhas")
