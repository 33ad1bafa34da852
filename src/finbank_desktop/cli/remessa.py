"""`finbank remessa gerar`: the file that tells the bank of new boletos."""

import argparse
from pathlib import Path
from typing import Any

from finbank_desktop.cli import base
from finbank_desktop.cli.output import Exit, Saida, money, problem_object, quantos
from finbank_desktop.domain.remessas import Remessa
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.services.remessa_plan import RemessaPlan, RemessaRow


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("--convenio", required=True, metavar="ID|CODIGO", help="convênio da remessa")
    parser.add_argument(
        "--saida", type=Path, default=Path(), metavar="PASTA", help="pasta do arquivo; esta quando falta"
    )
    parser.add_argument("--ids", default="", help="só estes boletos, como 1,2,3")
    parser.add_argument("--simular", action="store_true", help="mostra o que iria e não grava nada")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Write the file and mark its boletos; 1 when one of them stays out."""
    services = base.services(args)
    convenio = base.find_convenio(services, args.convenio)
    ids = base.ids(args.ids) if args.ids else None
    plan, done = base.plan_and_apply(
        lambda: services.remessas.plan(convenio, ids),
        lambda plan: services.remessas.apply(plan, args.saida),
        wanted=lambda plan: not args.simular and bool(plan.going or not plan.rows),
    )
    _answer(plan, done, args.saida, saida)
    return Exit.FINDINGS if plan.has_findings else Exit.DONE


def _answer(plan: RemessaPlan, done: Remessa | None, pasta: Path, saida: Saida) -> None:
    file = str(pasta / done.arquivo) if done else None
    if saida.json:
        saida.object(
            {
                "plan": {"rows": [_row(row) for row in plan.rows]},
                "problems": [problem_object(problem) for problem in plan.problems],
                "applied": done is not None,
                "remessa_id": done.id if done else None,
                "file": file,
                "sequence": done.sequencia if done else plan.sequencia,
            }
        )
        return
    for row in plan.rows:
        boleto = row.boleto
        valor = format_brl(boleto.valor)
        saida.line(f"  {boleto.nosso_numero_impresso:<22} {row.pagador.nome[:30]:<30} {valor:>16}  {row.efeito}")
        saida.problems(row.problems)
    saida.problems(plan.problems)
    saida.line(
        f"{file}: remessa nº {done.sequencia}, {quantos(done.titulos, 'título')}, {format_brl(done.valor)}"
        if done
        else "Nada foi gravado."
    )


def _row(row: RemessaRow) -> dict[str, Any]:
    boleto = row.boleto
    return {
        "boleto_id": boleto.id,
        "nosso_numero": boleto.nosso_numero_impresso,
        "numero_documento": boleto.numero_documento,
        "pagador": row.pagador.nome,
        "vencimento": boleto.vencimento,
        "valor": money(boleto.valor),
        "comando": row.comando,
        "efeito": row.efeito,
        "goes": row.goes,
        "problems": [problem_object(problem) for problem in row.problems],
    }
