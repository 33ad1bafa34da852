"""`finbank pagamentos gerar`: the file that asks a bank to pay."""

import argparse
from pathlib import Path
from typing import Any

from finbank_desktop.cli import base
from finbank_desktop.cli.output import Exit, Saida, money, problem_object, quantos
from finbank_desktop.cli.pagamentos_nomes import dia, find_convenio
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.persistence.records_pagamentos import RemessaPagamento
from finbank_desktop.services.pagamentos.remessa_plan import PagamentoRow, RemessaPagamentoPlan


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    add_options(parser, required=True)


def add_options(parser: argparse.ArgumentParser, *, required: bool) -> None:
    """Add what a remessa is made by; the convênio may be missing where something else is asked for."""
    parser.add_argument("--convenio", required=required, metavar="ID|CODIGO", help="convênio de pagamento")
    parser.add_argument(
        "--saida", type=Path, default=Path(), metavar="PASTA", help="pasta do arquivo; esta quando falta"
    )
    parser.add_argument("--ids", default="", help="só estas contas a pagar, como 1,2,3; sem isso, todas as aprovadas")
    parser.add_argument("--ate", type=dia, metavar="DIA", help="só o que se paga até este dia")
    parser.add_argument("--data", type=dia, metavar="DIA", help="paga tudo neste dia")
    parser.add_argument("--simular", action="store_true", help="mostra o que iria e não grava nada")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Write the file and lock its contas; 1 when one of them stays out."""
    services = base.services(args)
    convenio = find_convenio(services, args.convenio)
    ids = base.ids(args.ids) if args.ids else None
    plan, done = base.plan_and_apply(
        lambda: services.remessas_pagamento.plan(convenio, ids, ate=args.ate, data_pagamento=args.data),
        lambda plan: services.remessas_pagamento.apply(plan, args.saida),
        wanted=lambda plan: not args.simular and bool(plan.going or not plan.rows),
    )
    _answer(plan, done, args.saida, saida)
    return Exit.FINDINGS if plan.has_findings else Exit.DONE


def _answer(plan: RemessaPagamentoPlan, done: RemessaPagamento | None, pasta: Path, saida: Saida) -> None:
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
        valor = format_brl(row.conta.valor_a_pagar)
        saida.line(f"  {row.conta.codigo:<8} {row.favorecido[:30]:<30} {valor:>16}  {row.efeito}")
        saida.problems(row.problems)
    saida.problems(plan.problems)
    saida.line(
        f"{file}: remessa nº {done.sequencia}, {quantos(done.pagamentos, 'pagamento')}, {format_brl(done.valor)}"
        if done
        else "Nada foi gravado."
    )


def _row(row: PagamentoRow) -> dict[str, Any]:
    conta = row.conta
    return {
        "conta_pagar_id": conta.id,
        "codigo": conta.codigo,
        "seu_numero": conta.seu_numero,
        "documento": conta.documento,
        "favorecido": row.favorecido,
        "forma": str(conta.forma) if conta.forma else None,
        "destino": row.destino,
        "vencimento": conta.vencimento,
        "data_pagamento": conta.dia,
        "valor": money(conta.valor_a_pagar),
        "efeito": row.efeito,
        "goes": row.goes,
        "problems": [problem_object(problem) for problem in row.problems],
    }
