"""`finbank debitos emitir --convenio C --contas IDS`: debits for open contas a receber."""

import argparse

from finbank_desktop.cli import base, debitos_base
from finbank_desktop.cli.output import Exit, Saida, row_object
from finbank_desktop.domain.listas import ListQuery


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("--convenio", required=True, metavar="ID|CODIGO", help="convênio de débito")
    parser.add_argument("--contas", default="", metavar="IDS", help="ids das contas a receber, como 1,2,3")
    base.add_filters(parser)
    parser.add_argument("--simular", action="store_true", help="mostra o que faria e não grava nada")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Make the debits and answer as ``listar`` does; what could not be made is said on the other stream."""
    services = base.services(args)
    convenio = debitos_base.find_convenio(services, args.convenio)
    if args.contas:
        contas = base.ids(args.contas)
    else:
        linhas = base.rows(services.contas_receber.list, base.query(args))
        contas = [int(linha["id"]) for linha in linhas if linha["saldo"]]
    debitos = services.debitos.debitos
    plan, made = base.plan_and_apply(
        lambda: debitos.plan_emissao(convenio, contas),
        debitos.apply,
        wanted=lambda plan: bool(plan.going) and not args.simular,
    )
    feitos = {each.id for each in made or ()}
    linhas_feitas = [each for each in base.rows(debitos.list, ListQuery()) if each["id"] in feitos] if feitos else []
    if saida.json:
        saida.object([row_object(debitos.COLUNAS, linha) for linha in linhas_feitas])
    elif linhas_feitas:
        saida.table(debitos.COLUNAS, linhas_feitas)
    else:
        saida.line("Nenhum débito foi criado.")
    for row in plan.rows:
        for problem in row.problems:
            if problem.is_error:
                saida.error("debito_nao_criado", f"{problem.message} {problem.fix}".strip(), problem.field or "")
    return Exit.FINDINGS if plan.has_findings else Exit.DONE
