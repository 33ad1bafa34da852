"""`finbank debitos gerar` (or `debitos remessa gerar`): the file that asks a bank for debits."""

import argparse
from pathlib import Path
from typing import Any

from finbank_desktop.cli import base, debitos_base
from finbank_desktop.cli.output import Exit, Saida, money, problem_object, quantos
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.persistence.records_debitos import RemessaDebito
from finbank_desktop.services.debitos.remessa_plan import RemessaDebitoPlan, RemessaDebitoRow


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("--convenio", required=True, metavar="ID|CODIGO", help="convênio de débito da remessa")
    parser.add_argument(
        "--saida", type=Path, default=Path(), metavar="PASTA", help="pasta do arquivo; esta quando falta"
    )
    parser.add_argument("--ids", default="", help="só estes débitos, como 1,2,3")
    parser.add_argument("--simular", action="store_true", help="mostra o que iria e não grava nada")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Write the file and lock its debits; 1 when one of them stays out."""
    services = base.services(args)
    convenio = debitos_base.find_convenio(services, args.convenio)
    ids = base.ids(args.ids) if args.ids else None
    remessas = services.debitos.remessas
    plan, done = base.plan_and_apply(
        lambda: remessas.plan(convenio, ids),
        lambda plan: remessas.apply(plan, args.saida),
        wanted=lambda plan: not args.simular and bool(plan.going or not plan.rows),
    )
    _answer(plan, done, args.saida, saida)
    return Exit.FINDINGS if plan.has_findings else Exit.DONE


def _answer(plan: RemessaDebitoPlan, done: RemessaDebito | None, pasta: Path, saida: Saida) -> None:
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
        dono = row.debito.consentimento
        saida.line(f"  {row.debito.seu_numero:<12} {dono.nome[:30]:<30} {row.efeito}")
        saida.problems(row.problems)
    saida.problems(plan.problems)
    saida.line(
        f"{file}: remessa nº {done.sequencia}, {quantos(done.debitos, 'movimento')}, {format_brl(done.valor)}"
        if done
        else "Nada foi gravado."
    )


def _row(row: RemessaDebitoRow) -> dict[str, Any]:
    debito, dono = row.debito, row.debito.consentimento
    return {
        "debito_id": debito.id or None,
        "consentimento_id": dono.id,
        "seu_numero": debito.seu_numero,
        "idboleto": debito.idboleto,
        "cliente": dono.nome,
        "cliente_empresa": debito.cliente_empresa,
        "vencimento": debito.vencimento,
        "valor": money(debito.valor),
        "movimento": str(debito.movimento),
        "efeito": row.efeito,
        "goes": row.goes,
        "problems": [problem_object(problem) for problem in row.problems],
    }
