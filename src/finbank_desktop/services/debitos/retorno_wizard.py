"""The steps of *Importar retorno de débito automático*, without a window: what comes next, and what is missing.

Several files are taken one after the other, each with its own context and preview.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.services.debitos.retorno_model import Contexto

if TYPE_CHECKING:
    from finbank_desktop.persistence.records import Importacao
    from finbank_desktop.services.debitos.retorno_contexto import Escolhas
    from finbank_desktop.services.debitos.retorno_model import RetornoDebitoPlan


class DebitoStep(StrEnum):
    """Where the assistant stands."""

    CONTEXTO = "contexto"
    CONFERENCIA = "conferencia"
    RESULTADO = "resultado"


@dataclass(frozen=True, slots=True, kw_only=True)
class DebitoDraft:
    """All that the assistant knows of the file whose turn it is.

    Attributes:
        caminho: The file; ``None`` until one is chosen.
        espera: The files that come after it.
        escolhas: What may be chosen for it; ``None`` until it was read.
        recusa: Why it cannot be imported; empty when it can.
        sem_layout: It cannot because no layout is in use for it.
        contexto: Filial, conta caixa, evento, histórico and rateio as they stand.
        plano: What importing it will change; ``None`` until it was made for *contexto*.
        assim_mesmo: The user knows that its trailer disagrees.
        importacao: What it became; ``None`` until it was written.
    """

    caminho: Path | None = None
    espera: tuple[Path, ...] = ()
    escolhas: "Escolhas | None" = None
    recusa: str = ""
    sem_layout: bool = False
    contexto: Contexto = field(default_factory=Contexto)
    plano: "RetornoDebitoPlan | None" = None
    assim_mesmo: bool = False
    importacao: "Importacao | None" = None

    def take(self, caminho: Path) -> "DebitoDraft":
        """Return the draft with another file instead."""
        return DebitoDraft(caminho=caminho, espera=self.espera)

    def following(self) -> "DebitoDraft":
        """Return the draft of the file that comes next."""
        return DebitoDraft(caminho=self.espera[0], espera=self.espera[1:])

    def choose(self, contexto: Contexto) -> "DebitoDraft":
        """Return the draft with another context; it is planned anew."""
        return self if contexto == self.contexto else replace(self, contexto=contexto, plano=None)


def next_step(step: DebitoStep, draft: DebitoDraft) -> DebitoStep | None:
    """Return the step after *step*; ``None`` when it is the last."""
    if step is DebitoStep.CONTEXTO:
        return DebitoStep.CONFERENCIA
    if step is DebitoStep.CONFERENCIA:
        return DebitoStep.RESULTADO
    return DebitoStep.CONTEXTO if draft.espera else None


def problems(step: DebitoStep, draft: DebitoDraft) -> list[Problem]:
    """Return what keeps *step* from being left; empty when nothing does."""
    if step is DebitoStep.CONTEXTO:
        return _problems_contexto(draft)
    if step is DebitoStep.CONFERENCIA:
        return _problems_conferencia(draft)
    return []


def _problems_contexto(draft: DebitoDraft) -> list[Problem]:
    if draft.caminho is None:
        return [_stop("Escolha o arquivo de retorno que você baixou do banco.", Severity.INFO)]
    if draft.recusa:
        return [_stop(draft.recusa)]
    if draft.escolhas is None:
        return [_stop("Aguarde: ainda estou lendo.", Severity.INFO)]
    if draft.contexto.filial_id is None:
        return [_stop("Escolha a filial.", Severity.INFO)]
    if draft.contexto.conta_id is None:
        return [_stop("Escolha a conta caixa que recebe o dinheiro.", Severity.INFO)]
    return []


def _problems_conferencia(draft: DebitoDraft) -> list[Problem]:
    plano = draft.plano
    if plano is None:
        return [_stop("Aguarde: ainda estou lendo.", Severity.INFO)]
    if plano.ja_importado_id is not None:
        return [_stop(f"{plano.ja_importado} Nada muda.", Severity.INFO)]
    if plano.needs_tick and not draft.assim_mesmo:
        return [_stop("Os totais no fim do arquivo não conferem: marque “Importar assim mesmo” ou baixe-o de novo.")]
    return []


def _stop(message: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(message=message, severity=severity)


def commit_label(plano: "RetornoDebitoPlan") -> str:
    """Return the words of the commit button: verb and number of what matters most in *plano*."""
    if numero := plano.lancamentos:
        return f"Baixar {numero:,} ".replace(",", ".") + ("lançamento" if numero == 1 else "lançamentos")
    for aba, um, varios in (
        ("confirmacoes", "confirmação", "confirmações"),
        ("rejeicoes", "rejeição", "rejeições"),
        ("a_devolver", "valor a devolver", "valores a devolver"),
    ):
        if numero := plano.tabs.get(aba, 0):
            return f"Registrar {numero:,} ".replace(",", ".") + (um if numero == 1 else varios)
    return "Guardar a importação"


def summary(plano: "RetornoDebitoPlan") -> str:
    """Return one sentence about everything that will be written."""
    if plano.ja_importado_id is not None:
        return f"{plano.ja_importado} Nada muda."
    feitas = sum(row.tab.is_applied for row in plano.rows)
    partes = [f"{feitas} {'linha será gravada' if feitas == 1 else 'linhas serão gravadas'}"] if feitas else []
    if deixadas := plano.needs_person:
        partes.append(f"{deixadas} {'fica para conferir' if deixadas == 1 else 'ficam para conferir'}")
    return ("; ".join(partes) or "Nada muda nos lançamentos") + "."
