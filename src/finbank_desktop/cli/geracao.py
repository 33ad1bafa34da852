"""Generating a remessa, whatever it asks of the bank: plan, show, write the file; a product brings words and rows."""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from finbank_desktop.cli import base
from finbank_desktop.cli.output import Exit, Saida, problem_object
from finbank_desktop.domain.valores import format_brl

if TYPE_CHECKING:
    from finbank_desktop.domain.remessas import Remessa
    from finbank_desktop.persistence.records_debitos import RemessaDebito
    from finbank_desktop.persistence.records_pagamentos import RemessaPagamento
    from finbank_desktop.services.debitos.remessa_plan import RemessaDebitoPlan, RemessaDebitoRow
    from finbank_desktop.services.pagamentos.remessa_plan import PagamentoRow, RemessaPagamentoPlan
    from finbank_desktop.services.remessa_plan import RemessaPlan, RemessaRow

P = TypeVar("P", bound="RemessaPlan | RemessaPagamentoPlan | RemessaDebitoPlan")
R = TypeVar("R", bound="RemessaRow | PagamentoRow | RemessaDebitoRow")
F = TypeVar("F", bound="Remessa | RemessaPagamento | RemessaDebito")


@dataclass(frozen=True, slots=True, kw_only=True)
class Produto(Generic[R, F]):
    """How a product speaks of its remessas.

    Attributes:
        said: A row as a person reads it.
        shown: A row as JSON has it, without its effect, whether it goes and its problems.
        counted: What a file that was written holds, such as ``3 títulos``.
    """

    said: Callable[[R], str]
    shown: Callable[[R], Mapping[str, Any]]
    counted: Callable[[F], str]


def add_options(parser: argparse.ArgumentParser, *, convenio: str, ids: str, required: bool = True) -> None:
    """Add what every remessa is made by.

    Args:
        parser: Takes the options.
        convenio: What the help says of ``--convenio``.
        ids: What it says of ``--ids``.
        required: Whether the convênio has to be there; it may be missing where something else is asked for.
    """
    parser.add_argument("--convenio", required=required, metavar="ID|CODIGO", help=convenio)
    parser.add_argument(
        "--saida", type=Path, default=Path(), metavar="PASTA", help="pasta do arquivo; esta quando falta"
    )
    parser.add_argument("--ids", default="", help=ids)
    parser.add_argument("--simular", action="store_true", help="mostra o que iria e não grava nada")


def run(
    args: argparse.Namespace,
    saida: Saida,
    produto: Produto[R, F],
    plan: Callable[[list[int] | None], P],
    apply: Callable[[P, Path], F],
) -> Exit:
    """Write the file and mark what is in it; `Exit.FINDINGS` when something stays out.

    Args:
        args: The options of `add_options`.
        saida: Where it is said.
        produto: In whose words.
        plan: Takes the rows that ``--ids`` names, or ``None`` for all that wait.
        apply: Takes the folder; asked also where there is nothing at all to send, for the service says why.
    """
    ids = base.ids(args.ids) if args.ids else None
    planned, done = base.plan_and_apply(
        lambda: plan(ids),
        lambda planned: apply(planned, args.saida),
        wanted=lambda planned: not args.simular and bool(planned.going or not planned.rows),
    )
    file = str(args.saida / done.arquivo) if done else None
    if saida.json:
        saida.object(
            {
                "plan": {"rows": [_row(row, produto) for row in planned.rows]},
                "problems": [problem_object(problem) for problem in planned.problems],
                "applied": done is not None,
                "remessa_id": done.id if done else None,
                "file": file,
                "sequence": done.sequencia if done else planned.sequencia,
            }
        )
    else:
        _say(planned, produto, saida)
        saida.line(
            f"{file}: remessa nº {done.sequencia}, {produto.counted(done)}, {format_brl(done.valor)}"
            if done
            else "Nada foi gravado."
        )
    return Exit.FINDINGS if planned.has_findings else Exit.DONE


def _say(planned: P, produto: Produto[Any, Any], saida: Saida) -> None:
    for row in planned.rows:
        saida.line(f"  {produto.said(row)}")
        saida.problems(row.problems)
    saida.problems(planned.problems)


def _row(row: Any, produto: Produto[Any, Any]) -> dict[str, Any]:
    return {
        **produto.shown(row),
        "efeito": row.efeito,
        "goes": row.goes,
        "problems": [problem_object(problem) for problem in row.problems],
    }
