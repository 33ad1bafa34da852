"""`finbank pagamentos cancelar ID`: a remessa of payments that did not reach the bank is taken back."""

import argparse

from finbank_desktop.cli import base
from finbank_desktop.cli.output import Exit, Saida, money, problem_object


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("id", type=int, metavar="ID", help="número da remessa, como em remessas-pagamento listar")
    parser.add_argument(
        "--nao-enviada", action="store_true", help="confirma que o banco não tem o arquivo, embora marcado como enviado"
    )
    parser.add_argument("--simular", action="store_true", help="mostra o que voltaria e não grava nada")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Cancel the remessa; refused, with the reasons, when the bank has answered."""
    services = base.services(args)
    plan, done = base.plan_and_apply(
        lambda: services.remessas_pagamento.plan_cancelar(args.id),
        lambda plan: services.remessas_pagamento.cancelar(plan, nao_enviada=args.nao_enviada),
        wanted=lambda plan: plan.can and not args.simular,
    )
    if saida.json:
        rows = [
            {
                "conta_pagar_id": row.conta.id,
                "codigo": row.conta.codigo,
                "favorecido": row.pagamento.favorecido,
                "valor": money(row.pagamento.valor),
                "efeito": row.efeito,
            }
            for row in plan.rows
        ]
        problems = [problem_object(problem) for problem in plan.problems]
        saida.object({"plan": {"rows": rows}, "problems": problems, "applied": done is not None})
    else:
        for row in plan.rows:
            saida.line(f"  {row.conta.codigo:<8} {row.pagamento.favorecido[:30]:<30} {row.efeito}")
        saida.problems(plan.problems)
        saida.line(plan.aviso if plan.can else "Nada foi cancelado.")
    return Exit.DONE if plan.can else Exit.REFUSED
