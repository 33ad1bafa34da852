"""`finbank planilhas desfazer ID`: take back the import of a table, or say what stands in the way."""

import argparse

from finbank_desktop.cli import base
from finbank_desktop.cli.output import Exit, Saida


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("id", type=int, metavar="ID", help="número da operação, como a importação o disse")
    parser.add_argument("--simular", action="store_true", help="mostra o que voltaria e não grava nada")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Undo the operation; refused, with each reason, when later work stands on it."""
    services = base.services(args)
    plan = services.operacoes.plan_desfazer(args.id)
    undone = plan.can and not args.simular
    if undone:
        services.operacoes.desfazer(plan)
    if saida.json:
        refused = [{"row": each.row, "why": each.why} for each in plan.refused]
        saida.object({"undone": undone, "rows": len(plan.rows), "refused": refused})
    else:
        for each in plan.refused:
            saida.line(f"  {each.why}")
        saida.line(f"Desfeita: {plan.texto}" if undone else plan.texto if plan.can else "Nada foi desfeito.")
    return Exit.DONE if plan.can else Exit.REFUSED
