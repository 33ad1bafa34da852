"""Importing what a bank answers, whatever the product: plan, show, apply what needs nobody, one file after another."""

import argparse
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, fields
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from finbank_desktop.cli import base, files
from finbank_desktop.cli.output import Exit, Saida, money, problem_object
from finbank_desktop.domain.problems import RefusedError

if TYPE_CHECKING:
    from finbank_desktop.persistence.records import Importacao
    from finbank_desktop.persistence.records_pagamentos import ImportacaoPagamento
    from finbank_desktop.services.debitos.retorno_model import DebitoRow, RetornoDebitoPlan
    from finbank_desktop.services.pagamentos.dda_model import DdaPlan, DdaRow
    from finbank_desktop.services.pagamentos.retorno_model import RetornoPagamentoPlan, RetornoPagamentoRow
    from finbank_desktop.services.retorno_model import PlanRow, RetornoPlan

P = TypeVar("P", bound="RetornoPlan | RetornoPagamentoPlan | RetornoDebitoPlan | DdaPlan")
R = TypeVar("R", bound="PlanRow | RetornoPagamentoRow | DebitoRow | DdaRow")


@dataclass(frozen=True, slots=True, kw_only=True)
class Produto(Generic[P, R]):
    """How a product speaks of its imports.

    Attributes:
        itens: What a file holds, in the plural.
        said: A row that a person should know of, as text; empty for the others.
        shown: A row as JSON has it.
        descricao: Whose file it is, in words; the convênio's unless something else is said.
        abas: The tabs' names in the counts; a tab that is missing goes by its own.
        goes: Whether applying a plan does anything; one that nothing comes of may still be kept as an import.
        sigla: What stands before an import's id.
    """

    itens: str
    said: Callable[[R], str]
    shown: Callable[[R], Mapping[str, Any]]
    descricao: Callable[[P], str] = attrgetter("convenio_descricao")
    abas: Mapping[str, str] = field(default_factory=dict)
    goes: Callable[[P], bool] = lambda _plan: True
    sigla: str = ""


def add_options(parser: argparse.ArgumentParser, arquivo: str) -> None:
    """Add what every import is asked with; *arquivo* is what the help calls the file."""
    parser.add_argument("arquivos", nargs="+", type=Path, metavar="ARQUIVO", help=arquivo)
    parser.add_argument("--simular", action="store_true", help="mostra o que mudaria e não grava nada")
    parser.add_argument(
        "--importar-assim-mesmo", action="store_true", help="importa mesmo que os totais no fim do arquivo não confiram"
    )


def run(
    args: argparse.Namespace,
    saida: Saida,
    produto: Produto[P, Any],
    plan: Callable[[Path], P],
    apply: "Callable[..., Importacao | ImportacaoPagamento]",
) -> Exit:
    """Import the files in their order; one that is refused does not stop the next.

    Args:
        args: The options of `add_options`.
        saida: Where it is said.
        produto: In whose words.
        plan: Plans one file.
        apply: Applies a plan; told by ``importar_assim_mesmo`` that a trailer which disagrees is known.
    """

    def act(path: Path) -> Exit:
        planned, done = base.plan_and_apply(
            lambda: plan(path),
            lambda planned: apply(planned, importar_assim_mesmo=args.importar_assim_mesmo),
            wanted=lambda planned: _is_wanted(planned, produto, args),
        )
        import_id = done.id if done else None
        _write(planned, f"{produto.sigla}{import_id}" if done and produto.sigla else import_id, path, produto, saida)
        return Exit.FINDINGS if planned.needs_person else Exit.DONE

    return files.each(args.arquivos, act, saida)


def _is_wanted(plan: P, produto: Produto[P, Any], args: argparse.Namespace) -> bool:
    """Whether *plan* is to be applied.

    Raises:
        RefusedError: The trailer disagrees with the lines and the call does not say that this is known.
    """
    if args.simular or plan.ja_importado_id is not None:
        return False
    if plan.needs_tick and not args.importar_assim_mesmo:
        message = (
            f"As contagens do arquivo não conferem com as linhas dele; podem faltar {produto.itens}. Baixe-o de novo, "
            "ou repita com --importar-assim-mesmo."
        )
        raise RefusedError("totais_nao_conferem", message, plan.arquivo)
    return produto.goes(plan)


def _write(plan: P, import_id: int | str | None, path: Path, produto: Produto[P, Any], saida: Saida) -> None:
    if saida.json:
        shown: dict[str, Any] = {
            "file": str(path),
            "plan": {"tabs": plan.tabs, "rows": [produto.shown(row) for row in plan.rows]},
            "problems": [problem_object(problem) for problem in plan.problems],
            "applied": import_id is not None,
            "import_id": import_id,
        }
        saida.object(shown)
        return
    saida.line(f"{path.name}: {produto.descricao(plan)}")
    for aba, quantos in plan.tabs.items():
        if quantos:
            saida.line(f"  {quantos:>6} {produto.abas.get(aba) or aba.replace('_', ' ')}")
    for said in map(produto.said, plan.rows):
        if said:
            saida.line(f"  {said}")
    saida.problems(plan.problems)
    saida.line(plan.ja_importado or ("Nada foi gravado." if import_id is None else f"Importação {import_id} gravada."))


def row_object(
    row: "PlanRow | RetornoPagamentoRow | DebitoRow", valores: Collection[str], internos: Collection[str]
) -> dict[str, Any]:
    """Return a row of a retorno as JSON has it: amounts as money, what is the program's own left out."""
    shown = {}
    for campo in fields(row):
        if campo.name not in internos:
            valor = getattr(row, campo.name)
            shown[campo.name] = money(valor) if campo.name in valores else valor
    shown["motivos"] = [{"codigo": motivo.codigo, "texto": motivo.texto} for motivo in row.motivos]
    return shown
