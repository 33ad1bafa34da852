"""The assistant *Importar extrato*: files, of a table its columns, one page per account, result."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog, QWidget

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.planilhas import Proposta
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.jobs import Job
from finbank_desktop.gui.lifetimes import is_alive
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.drop_overlay import DropOverlay
from finbank_desktop.gui.widgets.filter_bar import Opcao
from finbank_desktop.gui.wizards.extrato_colunas import ColunasExtratoPage
from finbank_desktop.gui.wizards.extrato_pages import ArquivosPage, ConferenciaPage, ResultadoPage
from finbank_desktop.gui.wizards.frame import WizardFrame
from finbank_desktop.services.extrato_wizard import (
    ExtratoDraft,
    ExtratoFile,
    ExtratoStep,
    commit_label,
    next_step,
    problems,
)
from finbank_desktop.services.jobs import Watcher
from finbank_desktop.services.planilha_wizard import PlanilhaDraft
from finbank_desktop.services.plans import StalePlanError

if TYPE_CHECKING:
    from finbank_desktop.services.extrato_model import ExtratoPlan

SUFFIXES = (".ofx", ".ofc", ".qfx")
"""What files of statements are called; CNAB has no name of its own and is told by its content."""
_KINDS = (
    "Extratos (*.ofx *.OFX *.ofc *.OFC *.qfx *.ret *.RET *.txt *.TXT *.csv *.CSV *.xlsx *.XLSX);;Todos os arquivos (*)"
)
_PLACES = {
    ExtratoStep.ARQUIVOS: 0,
    ExtratoStep.COLUNAS: 0,
    ExtratoStep.CONFERENCIA: 1,
    ExtratoStep.RESULTADO: 2,
}
"""Which of the steps at the left each is; the columns are still about what the files are."""


class ImportarExtratoWizard(WizardFrame):
    """Reads files, shows the plan of each account, writes exactly that plan."""

    def __init__(self, parent: QWidget | None, desk: Desk, paths: Sequence[Path] = ()) -> None:
        """Begin with *paths*, or by asking for them."""
        super().__init__(parent, "Importar extrato", ("Arquivos", "Conferência", "Resultado"))
        self.desk = desk
        self.draft = ExtratoDraft()
        self.step = ExtratoStep.ARQUIVOS
        self._contas: list[tuple[int, str]] = []
        self.arquivos = ArquivosPage(self.choose)
        self.colunas = ColunasExtratoPage()
        self.conferencia = ConferenciaPage()
        self.resultado = ResultadoPage()
        for page in (self.arquivos, self.colunas, self.conferencia, self.resultado):
            self.add_page(page)
        self.arquivos.removed.connect(self._remove)
        self.arquivos.help_wanted.connect(self.show_help)
        self.colunas.account_chosen.connect(self._take_account)
        self.colunas.assigned.connect(self._assign)
        self.colunas.sheet_wanted.connect(lambda aba: self._propose(aba=aba))
        self.colunas.header_wanted.connect(lambda line: self._propose(aba=self._sheet(), cabecalho=line))
        self.conferencia.account_chosen.connect(self.choose_account)
        self.conferencia.ticked.connect(self._tick)
        self.conferencia.skipped.connect(self._skip)
        self.resultado.next_wanted.connect(self._reconcile)
        DropOverlay(self, "Solte para importar").dropped.connect(self.add)
        self._enter(ExtratoStep.ARQUIVOS)
        if paths:
            self.add(paths)

    # --- files

    def choose(self) -> None:
        """Ask for files with the system's own dialog."""
        start = str(self.desk.settings.folder("extratos"))
        names, _kind = QFileDialog.getOpenFileNames(self, "Selecionar extratos", start, _KINDS)
        if names:
            self.desk.settings.remember_folder("extratos", Path(names[0]).parent)
            self.add([Path(name) for name in names])

    def add(self, paths: Sequence[Path]) -> None:
        """Take further files and find out what each is."""
        if self.step is not ExtratoStep.ARQUIVOS:
            self.say("Termine primeiro os arquivos desta importação.", Tone.INFO)
            return
        self.draft = self.draft.add(tuple(paths))
        self.refresh()

    def _read_next(self) -> None:
        unread = [each.caminho for each in self.draft.arquivos if each.is_unread]
        if unread and not self.is_busy:
            self._read(unread[0])

    def _read(self, path: Path, *, quiet: bool = False) -> None:
        at = self._place(path)
        arquivo = self.draft.arquivos[at] if at is not None else ExtratoFile(caminho=path)
        chosen, mapa = arquivo.contas, arquivo.tabela.mapa if arquivo.tabela is not None else None
        extratos = self.desk.services.extratos

        def call(watcher: Watcher) -> tuple["ExtratoPlan | Proposta", list[tuple[int, str]]]:
            linhas = self.desk.services.cadastros.list_contas_banco(ListQuery(filtros=self.desk.scope)).linhas
            contas = [(int(row["id"]), f"{row['codigo']} {row['descricao']}") for row in linhas]
            if mapa is None and extratos.is_table(path):
                return extratos.propose(path, contas[0][0] if len(contas) == 1 else None), contas
            return extratos.plan(path, None, watcher, contas=chosen, mapa=mapa), contas

        job = Job(f"Lendo {path.name}", call)
        job.succeeded.connect(lambda result: self._planned(path, *result))
        job.failed.connect(lambda error: self._refused(path, error))
        self.follow(job, f"Lendo {path.name}", quiet=quiet)
        self.desk.runner.read(job)

    def _place(self, path: Path) -> int | None:
        return next((at for at, each in enumerate(self.draft.arquivos) if each.caminho == path), None)

    def _planned(self, path: Path, found: "ExtratoPlan | Proposta", contas: list[tuple[int, str]]) -> None:
        self._contas = contas
        if isinstance(found, Proposta):
            only = {0: contas[0][0]} if len(contas) == 1 else {}
            self._change(path, tabela=PlanilhaDraft(caminho=path).take(found), contas=only, recusa="")
        else:
            self._change(path, plano=found, recusa="")

    def _refused(self, path: Path, error: Exception) -> None:
        if self.step is ExtratoStep.CONFERENCIA and self.current is not None and self.current.tabela is not None:
            self._change(path, plano=None, confirmada=False)
            self._enter(ExtratoStep.COLUNAS)
            self.say(explain(error))
            return
        self._change(path, plano=None, recusa=explain(error))

    def _change(self, path: Path, **values: Any) -> None:
        at = self._place(path)
        if at is not None:
            self.draft = self.draft.change(at, replace(self.draft.arquivos[at], **values))

    def _remove(self, at: int) -> None:
        self.draft = self.draft.remove(at)
        self.refresh()

    # --- the columns of a table

    def _take_account(self, conta_id: int) -> None:
        arquivo = self.current
        if arquivo is not None and conta_id and not self.is_busy:
            self._change(arquivo.caminho, contas={0: conta_id})
            tabela = arquivo.tabela
            onde = tabela.mapa.cabecalho if tabela is not None and tabela.mapa is not None else None
            self._propose(aba=self._sheet(), cabecalho=onde, keep=True)

    def _propose(self, *, aba: str = "", cabecalho: int | None = None, keep: bool = False) -> None:
        """Ask again what the columns are; *keep* what the user said of them unless they are remembered."""
        arquivo = self.current
        if arquivo is None or self.is_busy:
            return
        path, conta_id = arquivo.caminho, arquivo.contas.get(0)
        extratos = self.desk.services.extratos
        job = Job(f"Lendo {path.name}", lambda _watcher: extratos.propose(path, conta_id, aba=aba, cabecalho=cabecalho))
        job.succeeded.connect(lambda proposta: self._proposed(path, proposta, keep=keep) if is_alive(self) else None)
        job.failed.connect(lambda error: self.say(explain(error)) if is_alive(self) else None)
        self.follow(job, f"Lendo {path.name}", quiet=True)
        self.desk.runner.read(job)

    def _proposed(self, path: Path, proposta: Proposta, *, keep: bool) -> None:
        at = self._place(path)
        before = self.draft.arquivos[at].tabela if at is not None else None
        if before is None or before.proposta is None:
            return
        if not keep or proposta.lembrado or before.proposta.lembrado:
            self._change(path, tabela=before.take(proposta))
        self._show_colunas()

    def _assign(self, at: int, campo: str) -> None:
        arquivo = self.current
        if arquivo is not None and arquivo.tabela is not None:
            self._change(arquivo.caminho, tabela=arquivo.tabela.assign(at, campo))
            self._show_sample()
            self.refresh()

    def _sheet(self) -> str:
        tabela = self.current.tabela if self.current is not None else None
        return tabela.mapa.aba if tabela is not None and tabela.mapa is not None else ""

    def _show_colunas(self) -> None:
        if self.current is not None:
            self.colunas.show_file(self.current, self._contas)
            self._show_sample()

    def _show_sample(self) -> None:
        tabela = self.current.tabela if self.current is not None else None
        if tabela is not None and tabela.proposta is not None and tabela.mapa is not None:
            self.colunas.show_sample(tabela, self.desk.services.extratos.sample(tabela.proposta, tabela.mapa))

    # --- steps

    @property
    def current(self) -> ExtratoFile | None:
        """The file whose turn it is."""
        at = self.draft.atual
        return self.draft.arquivos[at] if at is not None else None

    def refresh(self, *, cancelled: bool = False) -> None:
        """Show the draft as it is now."""
        if self.step is ExtratoStep.ARQUIVOS:
            if cancelled:
                self.draft = ExtratoDraft(arquivos=tuple(a for a in self.draft.arquivos if not a.is_unread))
            self.arquivos.show_files(self.draft)
            self._read_next()
        elif self.step is ExtratoStep.CONFERENCIA and not self.is_busy:
            self._show_conferencia()
        self.show_problems(self._said_below())

    def _said_below(self) -> list[Problem]:
        """Return what is missing; the preview itself says in red what is wrong with the file."""
        found = problems(self.step, self.draft)
        if self.step is ExtratoStep.CONFERENCIA:
            return [replace(problem, severity=Severity.INFO) for problem in found]
        return found

    def _enter(self, step: ExtratoStep) -> None:
        self.step = step
        pages = {
            ExtratoStep.ARQUIVOS: self.arquivos,
            ExtratoStep.COLUNAS: self.colunas,
            ExtratoStep.CONFERENCIA: self.conferencia,
            ExtratoStep.RESULTADO: self.resultado,
        }
        self.next_button.setText("Concluir" if step is ExtratoStep.RESULTADO else "Avançar")
        self.back_button.setVisible(self._can_go_back())
        self.cancel_button.setVisible(step is not ExtratoStep.RESULTADO)
        if step is ExtratoStep.RESULTADO:
            self.resultado.show_result(self.draft)
        if step is ExtratoStep.COLUNAS:
            self._show_colunas()
        self.refresh()
        self.show_page(pages[step], _PLACES[step])

    def _can_go_back(self) -> bool:
        inside = self.step in (ExtratoStep.COLUNAS, ExtratoStep.CONFERENCIA)
        table = self.step is ExtratoStep.CONFERENCIA and self.current is not None and self.current.tabela is not None
        return inside and (table or not self.draft.importados)

    def _show_conferencia(self) -> None:
        arquivo, at = self.current, self.draft.atual
        if arquivo is None or at is None:
            return
        if arquivo.plano is None:
            self._read(arquivo.caminho, quiet=True)
            return
        several = len(self.draft.arquivos) > 1
        place = f" · arquivo {at + 1} de {len(self.draft.arquivos)}" if several else ""
        number = len(arquivo.plano.contas)
        place += f" · conta {arquivo.vistas + 1} de {number}" if number > 1 else ""
        self.conferencia.show_plan(arquivo, place, self._contas, several=several)
        self.next_button.setText(commit_label(arquivo.plano) if arquivo.is_last else "Próxima conta")

    def go_on(self) -> None:
        """Leave the page, or write what the pages of the file showed."""
        if self.is_busy or problems(self.step, self.draft):
            return
        arquivo = self.current
        if self.step is ExtratoStep.CONFERENCIA and arquivo is not None:
            if arquivo.is_last:
                self._commit(arquivo)
            else:
                self._turn(arquivo, 1)
            return
        if self.step is ExtratoStep.COLUNAS and arquivo is not None:
            self._change(arquivo.caminho, confirmada=True, plano=None)
        following = next_step(self.step, self.draft)
        if following is None:
            self._sure = True
            self.close()
        else:
            self._enter(following)

    def _turn(self, arquivo: ExtratoFile, by: int) -> None:
        self._change(arquivo.caminho, vistas=arquivo.vistas + by)
        self._enter(ExtratoStep.CONFERENCIA)

    def go_back(self) -> None:
        """Go back to the account before, or to the files while nothing is written."""
        arquivo = self.current
        if arquivo is None or self.is_busy or not self._can_go_back():
            return
        if self.step is ExtratoStep.CONFERENCIA and arquivo.vistas:
            self._turn(arquivo, -1)
        elif self.step is ExtratoStep.CONFERENCIA and arquivo.tabela is not None:
            self._change(arquivo.caminho, confirmada=False, plano=None)
            self._enter(ExtratoStep.COLUNAS)
        elif not self.draft.importados:
            self._enter(ExtratoStep.ARQUIVOS)

    def choose_account(self, conta_id: int) -> None:
        """Say which of our accounts the statement shown is of, and plan the file anew."""
        arquivo = self.current
        if arquivo is None or arquivo.conta is None or not conta_id or self.is_busy:
            return
        chosen = {**arquivo.contas, arquivo.conta.lugar: conta_id}
        self._change(arquivo.caminho, contas=chosen)
        self._read(arquivo.caminho, quiet=True)

    def _tick(self, on: bool) -> None:  # noqa: FBT001 - a signal's own signature
        arquivo = self.current
        if arquivo is not None:
            self._change(arquivo.caminho, assim_mesmo=on)
            self.show_problems(self._said_below())

    def _skip(self) -> None:
        arquivo = self.current
        if arquivo is not None:
            self._change(arquivo.caminho, pulado=True)
            self._advance()

    # --- writing

    def _commit(self, arquivo: ExtratoFile) -> None:
        plano, known = arquivo.plano, arquivo.assim_mesmo
        if plano is None:
            return
        job = self.desk.write(
            self,
            f"Importando {arquivo.caminho.name}",
            lambda watcher: self.desk.services.extratos.apply(plano, watcher, importar_assim_mesmo=known),
            lambda made: self._written(arquivo.caminho, made),
            lambda error: self._failed(arquivo.caminho, error),
        )
        self.follow(job, f"Gravando {arquivo.caminho.name}")

    def _written(self, path: Path, made: Any) -> None:
        self._change(path, importados=made)
        self._job = None
        self._show_progress(visible=False)
        for each in self.draft.arquivos:
            if each.is_pending:  # planned when its turn comes, after this one was written
                self._change(each.caminho, plano=None, vistas=0)
        self._advance()

    def _failed(self, path: Path, error: Exception) -> None:
        if isinstance(error, StalePlanError):
            self._change(path, plano=None, vistas=0)
        self.say(explain(error))

    def _advance(self) -> None:
        self._enter(next_step(self.step, self.draft) or ExtratoStep.RESULTADO)

    # --- leaving

    def describe_leaving(self) -> str:
        """Return what would be left undone."""
        if self.step is ExtratoStep.RESULTADO or self.draft.atual is None:
            return ""
        done = len(self.draft.importados)
        kept = f" {done} já importados continuam gravados." if done else " Nada foi gravado ainda."
        return "A conferência destes arquivos será abandonada." + kept

    def _reconcile(self, conta_id: int) -> None:
        name = next((name for row, name in self._contas if row == conta_id), "")
        self.desk.section_wanted.emit("conciliacao", {"conta_id": Opcao(name, conta_id)})
        self._sure = True
        self.close()

    def show_help(self) -> None:
        """Explain statements and where banks have them."""
        self.desk.help_wanted.emit("extratos")
