"""`finbank importacoes desfazer ID`: take back a whole import, or say what stands in the way."""

import argparse

from finbank_desktop.cli import base
from finbank_desktop.cli.output import Exit, Saida
from finbank_desktop.services.catalog import Services
from finbank_desktop.services.desfazer import DesfazerPlan
from finbank_desktop.services.plans import StalePlanError


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("id", type=int, metavar="ID", help="número da importação, como em importacoes listar")
    parser.add_argument("--simular", action="store_true", help="mostra o que voltaria e não grava nada")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Undo the import; refused, with each reason, when later work stands on it."""
    services = base.services(args)
    plan = services.importacoes.plan_desfazer(args.id)
    undone = False
    if plan.can and not args.simular:
        plan, undone = _undo(services, plan)
    if saida.json:
        refused = [{"row": each.row, "why": each.why} for each in plan.refused]
        saida.object({"undone": undone, "rows": len(plan.rows), "refused": refused})
    else:
        for each in plan.refused:
            saida.line(f"  {f'linha {each.row}: ' if each.row else ''}{each.why}")
        saida.line(_sentence(plan, undone=undone))
    return Exit.DONE if plan.can else Exit.REFUSED


def _undo(services: Services, plan: DesfazerPlan) -> tuple[DesfazerPlan, bool]:
    """Apply *plan*, or a new one when something moved meanwhile."""
    try:
        services.importacoes.desfazer(plan)
    except StalePlanError:
        plan = services.importacoes.plan_desfazer(plan.de.id)
        if not plan.can:
            return plan, False
        services.importacoes.desfazer(plan)
    return plan, True


def _sentence(plan: DesfazerPlan, *, undone: bool) -> str:
    if undone:
        return f"Importação {plan.de.id} desfeita: {len(plan.rows)} linhas voltaram ao que era."
    return plan.texto if plan.can else "Nada foi desfeito."
