"""`finbank boletos emitir`: boletos for open contas a receber."""

import argparse
from collections.abc import Sequence

from finbank_desktop.cli import base
from finbank_desktop.cli.arguments import WrongCallError
from finbank_desktop.cli.output import Exit, Saida, row_object
from finbank_desktop.services.catalog import Services


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("--contas", default="", metavar="IDS", help="ids das contas a receber, como 1,2,3")
    base.add_filters(parser)
    parser.add_argument("--convenio", metavar="ID|CODIGO", help="convênio das contas que não dizem o seu")
    parser.add_argument("--agrupar", action="store_true", help="um boleto por cliente e vencimento")
    parser.add_argument("--simular", action="store_true", help="mostra o que faria e não grava nada")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Make the boletos and answer as ``listar`` does; what could not be made is said on the other stream."""
    if bool(args.contas) == bool(args.filtro or args.busca):
        raise WrongCallError("diga quais contas: --contas 1,2,3, ou --filtro e --busca")
    services = base.services(args)
    contas = base.ids(args.contas) if args.contas else None
    convenio = base.find_convenio(services, args.convenio) if args.convenio else None
    query = base.query(args)
    plan, made = base.plan_and_apply(
        lambda: services.boletos.plan_emissao(contas, query, convenio_id=convenio, agrupar=args.agrupar),
        services.boletos.apply,
        wanted=lambda plan: bool(plan.rows) and not args.simular,
    )
    _answer(services, [boleto.id for boleto in made or ()], saida)
    errors = [problem for problem in plan.problems if problem.is_error]
    for problem in errors:
        sentence = " ".join(parte for parte in (problem.message, problem.fix) if parte)
        saida.error("conta_nao_emitida", sentence, problem.field or "")
    if not saida.json:
        saida.problems(problem for problem in plan.problems if not problem.is_error)
    return Exit.FINDINGS if errors else Exit.DONE


def _answer(services: Services, made: Sequence[int], saida: Saida) -> None:
    linhas = services.boletos.list_ids(made).linhas if made else ()
    if saida.json:
        saida.object([row_object(services.boletos.COLUNAS, linha) for linha in linhas])
    elif linhas:
        saida.table(services.boletos.COLUNAS, linhas)
    else:
        saida.line("Nenhum boleto foi feito.")
