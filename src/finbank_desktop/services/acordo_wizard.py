"""The steps of *Fazer acordo*, without a window: what was agreed on, what comes next, what still stands in the way."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.services.acordos import AcordoDraft, AcordoFeito, AcordoPlan, Parcela
from finbank_desktop.services.parcelas import MAXIMO, add_meses
from finbank_desktop.services.retorno_rateio import split


class AcordoStep(StrEnum):
    """Where the assistant stands."""

    COMBINADO = "combinado"
    PASSOS = "passos"
    RESULTADO = "resultado"


@dataclass(frozen=True, slots=True, kw_only=True)
class AcordoForm:
    """All that the assistant knows.

    Attributes:
        contas: What was owed, by id.
        original: Its sum, in centavos.
        valor: What is to be paid instead.
        quantas: Instalments, the down payment among them.
        primeiro: When the first falls due; the others follow month by month.
        entrada: Of the first one, when it differs.
        convenio_id: Who collects the new titles; ``None`` makes no boletos yet.
        remeter: Whether the remessa that drops the old titles is made at once.
        pasta: Where it will lie.
        plano: What would happen.
        feito: What it became.
    """

    contas: tuple[int, ...]
    original: Centavos = 0
    valor: Centavos = 0
    quantas: int = 1
    primeiro: date | None = None
    entrada: Centavos = 0
    convenio_id: int | None = None
    motivo: str = ""
    remeter: bool = False
    pasta: Path | None = None
    plano: AcordoPlan | None = None
    feito: AcordoFeito | None = None

    @property
    def parcelas(self) -> tuple[Parcela, ...]:
        """The new titles; they add up to *valor*. Empty while something is wrong with what was entered."""
        if self.primeiro is None or problems(AcordoStep.COMBINADO, self):
            return ()
        if self.entrada:
            valores = [self.entrada, *split(self.valor - self.entrada, [1] * (self.quantas - 1))]
        else:
            valores = split(self.valor, [1] * self.quantas)
        return tuple(
            Parcela(vencimento=add_meses(self.primeiro, n), valor=valor) for n, valor in enumerate(valores) if valor
        )

    @property
    def draft(self) -> AcordoDraft:
        """What `AcordosService` plans."""
        return AcordoDraft(contas=self.contas, parcelas=self.parcelas, convenio_id=self.convenio_id, motivo=self.motivo)


_NEXT = {AcordoStep.COMBINADO: AcordoStep.PASSOS, AcordoStep.PASSOS: AcordoStep.RESULTADO}


def next_step(step: AcordoStep, form: AcordoForm) -> AcordoStep | None:
    """Return the step after *step*; ``None`` when it is the last."""
    del form  # every agreement goes the same way
    return _NEXT.get(step)


def problems(step: AcordoStep, form: AcordoForm) -> list[Problem]:
    """Return what keeps *step* from being left; empty when nothing does."""
    if step is AcordoStep.COMBINADO:
        return _wrong(form)
    if step is AcordoStep.PASSOS:
        return _stops(form)
    return []


def _wrong(form: AcordoForm) -> list[Problem]:
    found = []
    if not form.contas:
        found.append(Problem(message="Nada do que foi escolhido está em aberto.", field="contas"))
    if form.valor <= 0:
        found.append(Problem(message="Diga quanto será pago no acordo.", field="valor"))
    if not 1 <= form.quantas <= MAXIMO:
        found.append(Problem(message=f"Escolha de 1 a {MAXIMO} parcelas.", field="quantas"))
    elif form.entrada and form.quantas == 1:
        found.append(Problem(message="Com entrada são ao menos duas parcelas.", field="quantas"))
    elif form.valor > 0 and not 0 <= form.entrada <= form.valor - form.quantas + bool(form.entrada):
        found.append(Problem(message="Cada parcela tem de ter ao menos um centavo.", field="entrada"))
    if form.primeiro is None:
        found.append(Problem(message="Diga quando vence a primeira parcela.", field="primeiro"))
    return found


def _stops(form: AcordoForm) -> list[Problem]:
    if form.plano is None:
        return [Problem(message="Aguarde: ainda estou preparando o acordo.", severity=Severity.INFO)]
    erros = [problem for problem in form.plano.problems if problem.is_error]
    if erros:
        return erros
    if form.remeter and form.pasta is None:
        return [Problem(message="Escolha a pasta da remessa.", severity=Severity.INFO, field="pasta")]
    if form.remeter and form.pasta is not None and not form.pasta.is_dir():
        return [Problem(message=f"A pasta {form.pasta} não existe mais. Escolha outra.", field="pasta")]
    return list(form.plano.problems)


def commit_label(form: AcordoForm) -> str:
    """Return the words of the commit button.

    >>> commit_label(AcordoForm(contas=(1,), quantas=1)), commit_label(AcordoForm(contas=(1,), quantas=3))
    ('Fazer acordo em 1 parcela', 'Fazer acordo em 3 parcelas')
    """
    return f"Fazer acordo em {form.quantas} {'parcela' if form.quantas == 1 else 'parcelas'}"
