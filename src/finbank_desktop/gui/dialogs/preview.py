"""What a plan says, whatever kind of plan it is: one sentence per title, and how each will stand afterwards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from finbank_desktop.domain.problems import Problem
from finbank_desktop.gui import formats

if TYPE_CHECKING:
    from finbank_desktop.domain.boletos import Boleto
    from finbank_desktop.services.operacao_plan import OperacaoPlan, OperacaoRow


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """One title.

    Attributes:
        titulo: What it is known by.
        efeito: What will happen to it, or why nothing does.
        goes: Whether something happens.
        remark: What to mind or what to do about it; empty when there is nothing.
        situacao: Its *Situação* afterwards; empty for what is no boleto.
        no_banco: Where it stands at the bank afterwards.
        tem_aviso: Whether *remark* warns.
    """

    titulo: str
    efeito: str
    goes: bool = True
    remark: str = ""
    situacao: str = ""
    no_banco: str = ""
    tem_aviso: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A plan as it is shown.

    Attributes:
        plan: The plan itself; what is shown is what is done.
        problems: What is wrong with all of it, or with a field.
        commit: Words of the button: verb and number.
        resumo: One sentence above the rows; empty when the rows say it all.
        fill: Values the fields take because of what was entered, such as the interest on another day.
    """

    plan: Any
    rows: tuple[PreviewRow, ...]
    commit: str
    problems: tuple[Problem, ...] = ()
    resumo: str = ""
    fill: Mapping[str, Any] = field(default_factory=dict)

    @property
    def going(self) -> int:
        """How many titles change."""
        return sum(row.goes for row in self.rows)

    @property
    def stops(self) -> str:
        """Why it cannot be done; empty when it can."""
        errors = [problem for problem in self.problems if problem.is_error]
        if errors:
            return words(errors[0])
        if self.going:
            return ""
        said = {row.efeito for row in self.rows}
        if len(said) == 1:
            return said.pop()
        return "Nada muda; o motivo está na prévia." if said else "Escolha ao menos um."


def words(problem: Problem) -> str:
    """Return a problem and what to do about it."""
    return " ".join(part for part in (problem.message, problem.fix) if part)


def of_operacao(
    plan: "OperacaoPlan",
    commit: str,
    antes: Sequence[Mapping[str, Any]] = (),
    *,
    hoje: date,
    campos: Sequence[str] = (),
) -> Preview:
    """Return *plan* as it is shown.

    Args:
        plan: An operation to be.
        commit: Words of the button with ``{}`` where the number of titles goes.
        antes: The list's rows of its boletos.
        hoje: The day on which an open boleto may be overdue.
        campos: Names of the fields there are: a problem of one of them is said there.
    """
    linhas = {int(linha["id"]): linha for linha in antes}
    depois = {novo.id: novo for _velho, novo in plan.alteracao.boletos}
    rows = tuple(_row(row, linhas.get(row.boleto_id or 0), depois.get(row.boleto_id or 0), hoje) for row in plan.rows)
    de_campos = [problem for row in plan.rows for problem in row.problems if problem.field in campos]
    one, many = ("título", "títulos") if not linhas else ("boleto", "boletos")
    going = sum(row.goes for row in rows)
    return Preview(
        plan=plan,
        rows=rows,
        commit=commit.format(formats.count(going, one, many)),
        problems=(*plan.problems, *dict.fromkeys(de_campos)),
        resumo=summary(rows, one, many),
    )


def summary(rows: Sequence[PreviewRow], one: str, many: str) -> str:
    """Return how many titles change and how many stay; empty when there is only one."""
    going = sum(row.goes for row in rows)
    if len(rows) <= 1:
        return ""
    if going == len(rows):
        return f"{formats.count(going, one, many)} {'muda' if going == 1 else 'mudam'}."
    left = formats.count(len(rows) - going, one, many)
    stay = "fica como está" if len(rows) - going == 1 else "ficam como estão"
    return f"{formats.count(going, one, many)} {'muda' if going == 1 else 'mudam'}; {left} {stay}."


def differences(antes: Preview, depois: Preview) -> list[str]:
    """Return what *depois* says otherwise than *antes*, title by title."""
    velhas = {row.titulo: row for row in antes.rows}
    said = [
        f"{row.titulo}: {row.efeito}" + (f" ({row.no_banco})" if row.no_banco else "")
        for row in depois.rows
        if velhas.get(row.titulo) != row
    ]
    novas = {row.titulo for row in depois.rows}
    return said + [f"{row.titulo}: já não está na prévia." for row in antes.rows if row.titulo not in novas]


def _row(row: "OperacaoRow", linha: Mapping[str, Any] | None, depois: "Boleto | None", hoje: date) -> PreviewRow:
    problem = row.problems[0] if row.problems else None
    remark = "" if problem is None else problem.fix if not row.goes else words(problem)
    if linha is None:
        return PreviewRow(titulo=row.titulo, efeito=row.efeito, goes=row.goes, remark=remark)
    pendente = str(linha["no_banco"]) == "Instrução pendente" and bool(linha.get("detalhe"))
    if row.goes and pendente and depois is not None and depois.pedido is not None:
        remark = " ".join(part for part in (f"Toma o lugar de: {linha['detalhe']}.", remark) if part)
    return PreviewRow(
        titulo=f"{row.titulo} · {linha['nosso_numero_impresso']}",
        efeito=row.efeito,
        goes=row.goes,
        remark=remark,
        situacao=str(linha["situacao"] if depois is None else depois.situacao_em(hoje)),
        no_banco=str(linha["no_banco"] if depois is None else depois.no_banco),
        tem_aviso=row.goes and bool(remark),
    )
