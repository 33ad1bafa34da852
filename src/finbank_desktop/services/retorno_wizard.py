"""The steps of *Importar retorno*, without a window: what comes next, and what still stands in the way.

Several files are taken one after the other: each is planned when its turn comes, after the one before was written, so
that every preview shows exactly what will be saved.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.services.retorno_decisoes import Acao

if TYPE_CHECKING:
    from finbank_desktop.persistence.records import Importacao
    from finbank_desktop.services.retorno_model import RetornoPlan


class RetornoStep(StrEnum):
    """Where the assistant stands."""

    ARQUIVOS = "arquivos"
    CONFERENCIA = "conferencia"
    RESULTADO = "resultado"


TITULOS_ABAS: Mapping[str, str] = {
    "baixas": "Baixas",
    "confirmacoes": "Confirmações",
    "rejeicoes": "Rejeições",
    "tarifas": "Tarifas",
    "nao_localizados": "Não localizados",
    "a_devolver": "A devolver",
    "conferir": "Conferir",
    "ja_processados": "Já processados",
    "ignorados": "Ignorados",
}
"""What the user reads on each tab, in the order of the plan."""

_UM: Mapping[str, str] = {
    "baixas": "baixa",
    "confirmacoes": "confirmação",
    "rejeicoes": "rejeição",
    "tarifas": "tarifa",
}
_GRAVA = ("baixas", "confirmacoes", "rejeicoes", "tarifas", "a_devolver")


@dataclass(frozen=True, slots=True, kw_only=True)
class RetornoFile:
    """One of the files, of boletos or of payments, and what became of it so far.

    Attributes:
        plano: What importing it will change; ``None`` until it was read.
        recusa: Why it cannot be imported; empty when it can.
        importacao: What it became; ``None`` until it was written.
        pulado: The user does not want it now.
        assim_mesmo: The user knows that its trailer disagrees.
        decisoes: What the user decided, by line of the file: a `Decisao`, or that of payments.
    """

    caminho: Path
    plano: "RetornoPlan | None" = None
    recusa: str = ""
    importacao: "Importacao | None" = None
    pulado: bool = False
    assim_mesmo: bool = False
    decisoes: Mapping[int, Any] = field(default_factory=dict)

    def decide(self, line: int, decisao: Any) -> "RetornoFile":
        """Return the file, not planned, with *decisao* about a line; putting it off takes an earlier one back."""
        outras = {n: d for n, d in self.decisoes.items() if n != line}
        put_off = str(decisao.acao) == Acao.ADIAR
        return replace(self, decisoes=outras if put_off else {**outras, line: decisao}, plano=None)

    @property
    def is_pending(self) -> bool:
        """Whether it still waits to be imported."""
        return not (self.recusa or self.pulado or self.importacao or self.is_repeated)

    @property
    def is_repeated(self) -> bool:
        """Whether the very same file was imported before."""
        return self.plano is not None and bool(self.plano.ja_importado)


@dataclass(frozen=True, slots=True, kw_only=True)
class RetornoDraft:
    """All that the assistant knows.

    Attributes:
        arquivos: In the order they are taken.
    """

    arquivos: tuple[RetornoFile, ...] = ()

    @property
    def atual(self) -> int | None:
        """Place of the file whose turn it is; ``None`` when none waits any more."""
        return next((at for at, arquivo in enumerate(self.arquivos) if arquivo.is_pending), None)

    @property
    def importados(self) -> tuple[RetornoFile, ...]:
        """The files that were written."""
        return tuple(arquivo for arquivo in self.arquivos if arquivo.importacao is not None)

    @property
    def recusados(self) -> tuple[RetornoFile, ...]:
        """The files that cannot be imported."""
        return tuple(arquivo for arquivo in self.arquivos if arquivo.recusa)

    def add(self, caminhos: tuple[Path, ...]) -> "RetornoDraft":
        """Return the draft with further files; one that is there already is not taken twice."""
        there = {arquivo.caminho for arquivo in self.arquivos}
        new = dict.fromkeys(caminho for caminho in caminhos if caminho not in there)
        return replace(self, arquivos=(*self.arquivos, *(RetornoFile(caminho=caminho) for caminho in new)))

    def change(self, at: int, arquivo: RetornoFile) -> "RetornoDraft":
        """Return the draft with *arquivo* in place of the one at *at*."""
        arquivos = list(self.arquivos)
        arquivos[at] = arquivo
        return replace(self, arquivos=tuple(arquivos))

    def expand(self, at: int, caminhos: tuple[Path, ...]) -> "RetornoDraft":
        """Return the draft with the files of a folder in place of the folder at *at*."""
        return self.remove(at).add(caminhos)

    def remove(self, at: int) -> "RetornoDraft":
        """Return the draft without the file at *at*."""
        return replace(self, arquivos=self.arquivos[:at] + self.arquivos[at + 1 :])


def next_step(step: RetornoStep, draft: RetornoDraft) -> RetornoStep | None:
    """Return the step after *step*; ``None`` when it is the last."""
    if step is RetornoStep.RESULTADO:
        return None
    return RetornoStep.RESULTADO if draft.atual is None else RetornoStep.CONFERENCIA


def problems(step: RetornoStep, draft: RetornoDraft) -> list[Problem]:
    """Return what keeps *step* from being left; empty when nothing does."""
    if step is RetornoStep.ARQUIVOS:
        return _problems_arquivos(draft)
    if step is RetornoStep.CONFERENCIA and draft.atual is not None:
        return _problems_conferencia(draft.arquivos[draft.atual])
    return []


def _problems_arquivos(draft: RetornoDraft) -> list[Problem]:
    if not draft.arquivos:
        return [_stop("Escolha o arquivo de retorno que você baixou do banco.", Severity.INFO)]
    lidos = [arquivo for arquivo in draft.arquivos if arquivo.plano is not None or arquivo.recusa]
    if len(lidos) < len(draft.arquivos):
        return [_stop("Aguarde: ainda estou lendo.", Severity.INFO)]
    if draft.atual is None:
        return [_stop("Nenhum destes arquivos pode ser importado. Escolha outro.")]
    return []


def _problems_conferencia(arquivo: RetornoFile) -> list[Problem]:
    if arquivo.plano is None:
        return [_stop("Aguarde: ainda estou lendo.", Severity.INFO)]
    if arquivo.plano.needs_tick and not arquivo.assim_mesmo:
        return [_stop("Os totais no fim do arquivo não conferem: marque “Importar assim mesmo” ou baixe-o de novo.")]
    if arquivo.plano.complemento_de is not None and not arquivo.plano.decides_something:
        return [_stop("Decida ao menos uma das linhas que esperam, ou pule este arquivo.", Severity.INFO)]
    return []


def _stop(message: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(message=message, severity=severity)


def commit_label(plano: "RetornoPlan") -> str:
    """Return the words of the commit button: verb and number of what matters most in *plano*."""
    tabs = plano.tabs
    for aba, verbo, um, varios in (
        ("baixas", "Baixar", "título", "títulos"),
        ("confirmacoes", "Registrar", "confirmação", "confirmações"),
        ("rejeicoes", "Registrar", "rejeição", "rejeições"),
        ("a_devolver", "Registrar", "pagamento a devolver", "pagamentos a devolver"),
        ("tarifas", "Registrar", "tarifa", "tarifas"),
    ):
        if numero := tabs.get(aba, 0):
            return f"{verbo} {numero:,} ".replace(",", ".") + (um if numero == 1 else varios)
    if any(row.decisao is not None for row in plano.rows):
        return "Guardar as decisões"
    return "Guardar a importação"


def summary(plano: "RetornoPlan") -> str:
    """Return one sentence about everything that will be written."""
    partes = [
        f"{numero} {_UM.get(aba, TITULOS_ABAS[aba].lower()) if numero == 1 else TITULOS_ABAS[aba].lower()}"
        for aba in _GRAVA
        if (numero := plano.tabs.get(aba, 0))
    ]
    deixados = plano.needs_person
    fim = f" {deixados} {'linha fica' if deixados == 1 else 'linhas ficam'} para você decidir." if deixados else ""
    return ("Serão gravados: " + ", ".join(partes) + "." if partes else "Nada muda nos boletos.") + fim


def closing(draft: RetornoDraft) -> str:
    """Return one sentence about what became of all the files.

    >>> closing(RetornoDraft())
    'Nenhum arquivo foi gravado.'
    """
    feitos, recusados = draft.importados, draft.recusados
    repetidos = [a for a in draft.arquivos if a.is_repeated]
    partes = [
        _count(len(feitos), "arquivo importado", "arquivos importados"),
        _count(sum(_done(a, "baixas") for a in feitos), "título baixado", "títulos baixados"),
        _count(len(recusados), "arquivo recusado", "arquivos recusados"),
        _count(len(repetidos), "arquivo já tinha sido importado", "arquivos já tinham sido importados"),
        _count(sum(a.pulado for a in draft.arquivos), "arquivo pulado", "arquivos pulados"),
    ]
    ditas = [parte for parte in partes if parte]
    return ", ".join(ditas) + "." if ditas else "Nenhum arquivo foi gravado."


def _done(arquivo: RetornoFile, aba: str) -> int:
    return int(arquivo.importacao.contagens.get(aba, 0)) if arquivo.importacao is not None else 0


def _count(numero: int, um: str, varios: str) -> str:
    return f"{numero:,} ".replace(",", ".") + (um if numero == 1 else varios) if numero else ""
