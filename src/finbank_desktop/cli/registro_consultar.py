"""`finbank registro consultar`: uncertain titles looked for, payments and baixas imported as a retorno's would be."""

import argparse
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from finbank_desktop.cli import base, registro, retorno
from finbank_desktop.cli.arguments import WrongCallError
from finbank_desktop.cli.output import Exit, Saida, problem_object, quantos
from finbank_desktop.services.catalog import Services
from finbank_desktop.services.registros.modelo import Acao, Andamento
from finbank_desktop.services.retorno_model import RetornoPlan

_DIAS = 7


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    registro.configure(parser)
    parser.add_argument("--de", default="", metavar="DATA", help=f"primeiro dia, AAAA-MM-DD; {_DIAS} dias atrás")
    parser.add_argument("--ate", default="", metavar="DATA", help="último dia; hoje")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Ask the bank; 1 when a line needs a person or a title's answer is still uncertain."""
    services = base.services(args)
    ate = _day(args.ate, date.today())  # noqa: DTZ011 - the user's own day
    de = _day(args.de, ate - timedelta(days=_DIAS))
    convenio = registro.open_account(services, args.convenio)
    andamentos = [] if args.simular else _look(services, convenio)
    plan, done = base.plan_and_apply(
        lambda: services.registros.plan_retorno(convenio, de, ate),
        services.retornos.apply,
        wanted=lambda plan: not args.simular and any(row.tab.is_applied for row in plan.rows),
    )
    _answer(plan, done.id if done else None, andamentos, saida)
    esperam = any(row.tab.needs_person for row in plan.rows) or not all(um.resultado.is_final for um in andamentos)
    return Exit.FINDINGS if esperam else Exit.DONE


def _look(services: Services, convenio: int) -> Sequence[Andamento]:
    """Look for the titles whose answer is not certain."""
    plan = services.registros.plan(convenio)
    incertos = [row.boleto_id for row in plan.rows if row.acao is Acao.CONSULTAR]
    if not incertos:
        return []
    return services.registros.run(services.registros.plan(convenio, incertos), so_consultar=True).andamentos


def _day(texto: str, padrao: date) -> date:
    try:
        return date.fromisoformat(texto) if texto else padrao
    except ValueError:
        raise WrongCallError(f"esperava uma data como 2026-12-31, não {texto}") from None


def _answer(plan: RetornoPlan, import_id: int | None, andamentos: Sequence[Andamento], saida: Saida) -> None:
    if saida.json:
        shown: dict[str, Any] = {
            "plan": {"tabs": plan.tabs, "rows": [retorno.row_object(row) for row in plan.rows]},
            "problems": [problem_object(problem) for problem in plan.problems],
            "applied": import_id is not None,
            "import_id": import_id,
            "results": [registro.result_object(um) for um in andamentos],
        }
        saida.object(shown)
        return
    saida.line(plan.convenio_descricao)
    for um in andamentos:
        saida.line(f"  {um.codigo} {um.cliente[:30]:<30}  {um.resultado} {um.mensagem}".rstrip())
    for row in plan.rows:
        saida.line(f"  {row.nosso_numero:<20} {row.pagador[:30]:<30}  {row.efeito}")
    saida.problems(plan.problems)
    feitas = quantos(len(plan.rows), "novidade")
    saida.line(f"{feitas}. " + ("Nada foi gravado." if import_id is None else f"Importação {import_id} gravada."))
