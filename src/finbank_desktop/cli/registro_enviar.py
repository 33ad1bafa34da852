"""`finbank registro enviar`: boletos registered by their bank's API."""

import argparse

from finbank_desktop.cli import base, registro
from finbank_desktop.cli.output import Exit, Saida, problem_object, quantos
from finbank_desktop.services.registros.modelo import RegistroPlan, ResultadoRodada


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    registro.configure(parser)
    parser.add_argument("--ids", default="", help="só estes boletos, como 1,2,3; um recusado só vai quando é dito")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Register what can be; 1 when a title stays out or its answer is not certain yet."""
    services = base.services(args)
    convenio = registro.open_account(services, args.convenio)
    ids = base.ids(args.ids) if args.ids else None
    plan, done = base.plan_and_apply(
        lambda: services.registros.plan(convenio, ids),
        services.registros.run,
        wanted=lambda plan: not args.simular and bool(plan.going or not plan.rows),
    )
    _answer(plan, done, saida)
    return Exit.FINDINGS if plan.has_findings or (done is not None and done.pendentes) else Exit.DONE


def _answer(plan: RegistroPlan, done: ResultadoRodada | None, saida: Saida) -> None:
    if saida.json:
        saida.object(
            {
                "plan": {"rows": [registro.row_object(row) for row in plan.rows]},
                "problems": [problem_object(problem) for problem in plan.problems],
                "applied": done is not None,
                "results": [registro.result_object(um) for um in done.andamentos] if done else [],
                "registered": done.registrados if done else 0,
                "pending": done.pendentes if done else len(plan.going),
                "stopped": (done.parou or None) if done else None,
            }
        )
        return
    for row in plan.rows:
        if done is None or not row.goes:
            saida.line(f"  {row.codigo} {row.cliente[:30]:<30}  {row.efeito}")
            saida.problems(row.problems)
    for um in done.andamentos if done else ():
        tipo = f" [{um.tipo}]" if um.tipo else ""
        saida.line(f"  {um.codigo} {um.cliente[:30]:<30}  {um.resultado}{tipo} {um.mensagem}".rstrip())
    saida.problems(plan.problems)
    if done is None:
        saida.line("Nada foi enviado.")
        return
    saida.line(f"{quantos(done.registrados, 'boleto')} no banco, {done.pendentes} com pendência. {done.parou}".rstrip())
