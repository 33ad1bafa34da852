"""The steps of *Importar planilha*, without a window: what comes next, and what still stands in the way."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from finbank_desktop.domain.planilhas import Mapa, Proposta, missing
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.persistence.records import Operacao
from finbank_desktop.services.planilha_model import Aba, PlanilhaPlan
from finbank_desktop.services.planilha_tipos import TIPOS


class PlanilhaStep(StrEnum):
    """Where the assistant stands."""

    ARQUIVO = "arquivo"
    COLUNAS = "colunas"
    CONFERENCIA = "conferencia"
    RESULTADO = "resultado"


TITULOS_ABAS: Mapping[Aba, str] = {
    Aba.NOVOS: "Novos",
    Aba.EXISTENTES: "Já existentes",
    Aba.ALTERADOS: "Alterados",
    Aba.PROBLEMAS: "Com problema",
}
"""What the user reads on each tab, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanilhaDraft:
    """All that the assistant knows.

    Attributes:
        tipo: Which kind of record the user says it is; empty while the program tells.
        recusa: Why the file cannot be read; empty when it can.
        mapa: How it is to be read, as the user left it.
        plano: What importing will do; ``None`` until the columns are settled.
        operacao: What it became; ``None`` until it was written.
    """

    caminho: Path | None = None
    tipo: str = ""
    recusa: str = ""
    proposta: Proposta | None = None
    mapa: Mapa | None = None
    plano: PlanilhaPlan | None = None
    operacao: Operacao | None = None

    def take(self, proposta: Proposta) -> "PlanilhaDraft":
        """Return the draft with what the table seems to be."""
        return replace(
            self, proposta=proposta, tipo=proposta.tipo, mapa=proposta.mapa, recusa="", plano=None, operacao=None
        )

    def assign(self, at: int, campo: str) -> "PlanilhaDraft":
        """Return the draft with *campo* in column *at*; the column that had it before is left out."""
        if self.mapa is None:
            return self
        campos = ["" if campo and outro == campo else outro for outro in self.mapa.campos]
        campos[at] = campo
        return replace(self, mapa=replace(self.mapa, campos=tuple(campos)), plano=None)


def next_step(step: PlanilhaStep) -> PlanilhaStep | None:
    """Return the step after *step*; ``None`` when it is the last."""
    steps = tuple(PlanilhaStep)
    at = steps.index(step) + 1
    return steps[at] if at < len(steps) else None


def problems(step: PlanilhaStep, draft: PlanilhaDraft) -> list[Problem]:
    """Return what keeps *step* from being left; empty when nothing does."""
    if step is PlanilhaStep.ARQUIVO:
        return _problems_arquivo(draft)
    if step is PlanilhaStep.COLUNAS and draft.mapa is not None:
        return missing(TIPOS[draft.tipo].campos, draft.mapa)
    if step is PlanilhaStep.CONFERENCIA:
        return _problems_conferencia(draft)
    return []


def _problems_arquivo(draft: PlanilhaDraft) -> list[Problem]:
    if draft.caminho is None:
        return [Problem(message="Escolha a planilha que o outro sistema exportou.", severity=Severity.INFO)]
    if draft.recusa:
        return [Problem(message="Este arquivo não pode ser lido. Escolha outro.")]
    if draft.proposta is None:
        return [Problem(message="Aguarde: ainda estou lendo.", severity=Severity.INFO)]
    return []


def _problems_conferencia(draft: PlanilhaDraft) -> list[Problem]:
    if draft.plano is None:
        return [Problem(message="Aguarde: ainda estou lendo.", severity=Severity.INFO)]
    if draft.plano.writes:
        return []
    if draft.plano.tabs[Aba.PROBLEMAS]:
        message = "Nenhuma linha pode entrar: veja em “Com problema” o que falta em cada uma."
        return [Problem(message=message)]
    return [Problem(message="Está tudo cadastrado já: não há nada a importar.", severity=Severity.INFO)]


def commit_label(plano: PlanilhaPlan) -> str:
    """Return the words of the commit button: verb and number.

    A table that only changes what is there says so.
    """
    tabs = plano.tabs
    if tabs[Aba.NOVOS]:
        return f"Importar {plano.kind.count(tabs[Aba.NOVOS])}"
    return f"Alterar {plano.kind.count(tabs[Aba.ALTERADOS])}" if tabs[Aba.ALTERADOS] else "Nada a importar"


def summary(plano: PlanilhaPlan) -> str:
    """Return one sentence about everything that will be written and what stays out."""
    tabs, kind = plano.tabs, plano.kind
    partes = [f"entram {kind.count(tabs[Aba.NOVOS])}"] if tabs[Aba.NOVOS] else []
    partes += [f"mudam {kind.count(tabs[Aba.ALTERADOS])}"] if tabs[Aba.ALTERADOS] else []
    if plano.clientes_novos:
        partes.append(f"{TIPOS['pessoas'].count(plano.clientes_novos)} entram junto")
    dito = (", ".join(partes)[:1].upper() + ", ".join(partes)[1:] + ".") if partes else "Nada muda."
    fora = tabs[Aba.PROBLEMAS]
    return dito + (f" {fora} {'linha fica' if fora == 1 else 'linhas ficam'} de fora, com o porquê." if fora else "")
