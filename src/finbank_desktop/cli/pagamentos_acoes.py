"""`finbank contas-pagar aprovar|desaprovar|cancelar|reabrir|corrigir`: what people do between entering and paying."""

import argparse
from typing import Any

from finbank_desktop.cli import base
from finbank_desktop.cli.arguments import WrongCallError
from finbank_desktop.cli.output import Exit, Saida, money, problem_object, quantos
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.services.pagamentos.acoes import Acao, AcaoPlan, AcaoRow

_ACOES = {
    "aprovar": Acao.APROVAR,
    "desaprovar": Acao.DESAPROVAR,
    "cancelar": Acao.CANCELAR,
    "reabrir": Acao.REABRIR,
    "corrigir": Acao.CORRIGIR,
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("--ids", default="", metavar="IDS", help="ids das contas a pagar, como 1,2,3")
    base.add_filters(parser)
    parser.add_argument("--simular", action="store_true", help="mostra o que faria e não grava nada")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Do it to the contas chosen; 1 when it happens not to all of them."""
    if bool(args.ids) == bool(args.filtro or args.busca):
        raise WrongCallError("diga quais contas: --ids 1,2,3, ou --filtro e --busca")
    services = base.services(args)
    ids = base.ids(args.ids) if args.ids else list(services.contas_pagar.ids(base.query(args)))
    acao = _ACOES[args.verb]
    plan, done = base.plan_and_apply(
        lambda: services.acoes_pagar.plan(acao, ids),
        services.acoes_pagar.apply,
        wanted=lambda plan: bool(plan.going) and not args.simular,
    )
    _answer(plan, saida, applied=done is not None)
    return Exit.DONE if len(plan.going) == len(plan.rows) else Exit.FINDINGS


def _answer(plan: AcaoPlan, saida: Saida, *, applied: bool) -> None:
    if saida.json:
        saida.object({"plan": {"rows": [_row(row) for row in plan.rows]}, "applied": applied})
        return
    for row in plan.rows:
        valor = format_brl(row.conta.valor_a_pagar)
        saida.line(f"  {row.conta.codigo:<8} {row.favorecido[:30]:<30} {valor:>16}  {row.efeito}")
    feitas = f"{quantos(len(plan.going), 'conta')}, {format_brl(plan.valor)}."
    saida.line(feitas if applied else "Nada foi gravado.")


def _row(row: AcaoRow) -> dict[str, Any]:
    return {
        "conta_pagar_id": row.conta.id,
        "codigo": row.conta.codigo,
        "favorecido": row.favorecido,
        "destino": row.destino,
        "valor": money(row.conta.valor_a_pagar),
        "situacao": str(row.depois or row.conta.situacao),
        "efeito": row.efeito,
        "goes": row.goes,
        "problems": [problem_object(problem) for problem in row.problems],
    }
