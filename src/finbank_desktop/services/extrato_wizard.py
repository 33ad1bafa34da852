"""The steps of *Importar extrato*, without a window: what comes next, and what still stands in the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from finbank_desktop.domain.planilhas import missing
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.services.extrato_colunas import CAMPOS
from finbank_desktop.services.planilha_wizard import PlanilhaDraft

if TYPE_CHECKING:
    from finbank_desktop.persistence.records_extratos import ExtratoImportado
    from finbank_desktop.services.extrato_model import ContaPlan, ExtratoPlan

TITULOS_ABAS: Mapping[str, str] = {
    "novos": "Novos",
    "ja_importados": "Já importados",
    "saldos": "Saldos",
    "previstos": "Previstos",
    "quarentena": "Quarentena",
}
"""What the user reads on each tab, in the order of the plan."""


class ExtratoStep(StrEnum):
    """Where the assistant stands."""

    ARQUIVOS = "arquivos"
    COLUNAS = "colunas"
    CONFERENCIA = "conferencia"
    RESULTADO = "resultado"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtratoFile:
    """One of the files and what became of it so far.

    Attributes:
        plano: What importing it will change; ``None`` until it was read.
        recusa: Why it cannot be imported; empty when it can.
        contas: Which of our accounts each one in the file is, by its place, as the user chose.
        vistas: Accounts of the file whose page was seen and left.
        assim_mesmo: The user knows that amounts are not in reais.
        importados: What it became; empty until it was written.
        pulado: The user does not want it now.
        tabela: What its columns are, as far as the user left them; ``None`` for a file in a bank's own format.
        confirmada: The user settled the columns.
    """

    caminho: Path
    plano: "ExtratoPlan | None" = None
    recusa: str = ""
    contas: Mapping[int, int] = field(default_factory=dict)
    vistas: int = 0
    assim_mesmo: bool = False
    importados: "tuple[ExtratoImportado, ...]" = ()
    pulado: bool = False
    tabela: PlanilhaDraft | None = None
    confirmada: bool = False

    @property
    def needs_columns(self) -> bool:
        """Whether the user has still to say what its columns are."""
        return self.tabela is not None and not self.confirmada

    @property
    def is_unread(self) -> bool:
        """Whether nothing is known of it yet."""
        return self.plano is None and self.tabela is None and not self.recusa

    @property
    def is_pending(self) -> bool:
        """Whether it still waits to be imported."""
        return not (self.recusa or self.pulado or self.importados or self.is_repeated)

    @property
    def is_repeated(self) -> bool:
        """Whether nothing in it is new: it was imported before, or there is nothing to keep."""
        plano = self.plano
        if plano is None:
            return False
        return not plano.goes and all(conta.conta is not None and _free(conta) for conta in plano.contas)

    @property
    def conta(self) -> "ContaPlan | None":
        """The account whose page is shown."""
        if self.plano is None or not self.plano.contas:
            return None
        return self.plano.contas[min(self.vistas, len(self.plano.contas) - 1)]

    @property
    def is_last(self) -> bool:
        """Whether no further account of the file follows."""
        return self.plano is None or self.vistas >= len(self.plano.contas) - 1


def _free(conta: "ContaPlan") -> bool:
    return not any(problem.is_error for problem in conta.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtratoDraft:
    """All that the assistant knows."""

    arquivos: tuple[ExtratoFile, ...] = ()

    @property
    def atual(self) -> int | None:
        """Place of the file whose turn it is; ``None`` when none waits any more."""
        return next((at for at, arquivo in enumerate(self.arquivos) if arquivo.is_pending), None)

    @property
    def importados(self) -> tuple[ExtratoFile, ...]:
        """The files that were written."""
        return tuple(arquivo for arquivo in self.arquivos if arquivo.importados)

    def add(self, paths: tuple[Path, ...]) -> "ExtratoDraft":
        """Return the draft with further files, each once."""
        known = {arquivo.caminho for arquivo in self.arquivos}
        new = [ExtratoFile(caminho=path) for path in dict.fromkeys(paths) if path not in known]
        return replace(self, arquivos=(*self.arquivos, *new))

    def change(self, at: int, arquivo: ExtratoFile) -> "ExtratoDraft":
        """Return the draft with another state of the file at *at*."""
        return replace(self, arquivos=(*self.arquivos[:at], arquivo, *self.arquivos[at + 1 :]))

    def remove(self, at: int) -> "ExtratoDraft":
        """Return the draft without the file at *at*."""
        return replace(self, arquivos=(*self.arquivos[:at], *self.arquivos[at + 1 :]))


def next_step(step: ExtratoStep, draft: ExtratoDraft) -> ExtratoStep | None:
    """Return what follows *step*; ``None`` after the last."""
    if step is ExtratoStep.RESULTADO:
        return None
    if draft.atual is None:
        return ExtratoStep.RESULTADO
    return ExtratoStep.COLUNAS if draft.arquivos[draft.atual].needs_columns else ExtratoStep.CONFERENCIA


def problems(step: ExtratoStep, draft: ExtratoDraft) -> list[Problem]:
    """Return what keeps *step* from being left; empty when nothing does."""
    if step is ExtratoStep.ARQUIVOS:
        return _problems_arquivos(draft)
    if step is ExtratoStep.COLUNAS and draft.atual is not None:
        return _problems_colunas(draft.arquivos[draft.atual])
    if step is ExtratoStep.CONFERENCIA and draft.atual is not None:
        return _problems_conferencia(draft.arquivos[draft.atual])
    return []


def _problems_arquivos(draft: ExtratoDraft) -> list[Problem]:
    if not draft.arquivos:
        return [_wait("Escolha o extrato que você baixou do banco.")]
    if any(arquivo.is_unread for arquivo in draft.arquivos):
        return [_wait("Aguarde: ainda estou lendo.")]
    if draft.atual is None:
        return [Problem(message="Nada nestes arquivos é novo.", fix="Escolha outro.", severity=Severity.WARNING)]
    return []


def _problems_colunas(arquivo: ExtratoFile) -> list[Problem]:
    if arquivo.tabela is None or arquivo.tabela.mapa is None:
        return [_wait("Aguarde: ainda estou lendo.")]
    if not arquivo.contas.get(0):
        return [_wait("Diga de que conta é este extrato.")]
    return missing(CAMPOS, arquivo.tabela.mapa)


def _problems_conferencia(arquivo: ExtratoFile) -> list[Problem]:
    conta = arquivo.conta
    if arquivo.plano is None or conta is None:
        return [_wait("Aguarde: ainda estou lendo.")]
    if conta.conta is None:
        return [problem for problem in conta.problems if problem.is_error]
    if conta.needs_tick and conta.goes and not arquivo.assim_mesmo:
        return [Problem(message=f"Os valores estão em {conta.moeda}: marque “Importar assim mesmo” ou pule.")]
    if arquivo.is_last and not arquivo.plano.goes:
        errors = [problem for each in arquivo.plano.contas for problem in each.problems if problem.is_error]
        return errors or [_wait("Nada neste arquivo é novo; pule-o.")]
    return []


def _wait(message: str) -> Problem:
    return Problem(message=message, severity=Severity.INFO)


def commit_label(plano: "ExtratoPlan") -> str:
    """Return what the button that writes says."""
    new = sum(conta.tabs["novos"] for conta in plano.contas if conta.goes)
    if not new:
        return "Importar os saldos" if plano.goes else "Importar"
    return f"Importar {new:,} ".replace(",", ".") + ("lançamento" if new == 1 else "lançamentos")


def closing(draft: ExtratoDraft) -> str:
    """Return one sentence about what became of all the files.

    >>> closing(ExtratoDraft())
    'Nenhum arquivo foi gravado.'
    """
    new = sum(each.contagens.get("novos", 0) for arquivo in draft.importados for each in arquivo.importados)
    repeated = sum(arquivo.is_repeated and not arquivo.importados for arquivo in draft.arquivos)
    parts = [
        _count(len(draft.importados), "arquivo importado", "arquivos importados"),
        _count(new, "lançamento novo", "lançamentos novos"),
        _count(sum(bool(arquivo.recusa) for arquivo in draft.arquivos), "arquivo recusado", "arquivos recusados"),
        _count(repeated, "arquivo sem nada novo", "arquivos sem nada novo"),
        _count(sum(arquivo.pulado for arquivo in draft.arquivos), "arquivo pulado", "arquivos pulados"),
    ]
    said = [part for part in parts if part]
    return ", ".join(said) + "." if said else "Nenhum arquivo foi gravado."


def _count(number: int, one: str, several: str) -> str:
    return f"{number:,} ".replace(",", ".") + (one if number == 1 else several) if number else ""
