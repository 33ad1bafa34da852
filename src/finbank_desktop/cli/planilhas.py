"""`finbank planilhas importar pessoas|contas-receber FILE`: plan, show, apply what has no problem."""

import argparse
from pathlib import Path
from typing import Any

from finbank_desktop.cli import base
from finbank_desktop.cli.arguments import WrongCallError
from finbank_desktop.cli.output import Exit, Saida, money, problem_object
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.planilhas import Mapa, Proposta, TipoCampo
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.services.catalog import Services
from finbank_desktop.services.planilha_model import Aba, PlanilhaPlan, PlanilhaRow
from finbank_desktop.services.planilha_tipos import TIPOS

_ABAS = {Aba.NOVOS: "novos", Aba.EXISTENTES: "já existentes", Aba.ALTERADOS: "alterados", Aba.PROBLEMAS: "com problema"}


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("tipo", choices=tuple(TIPOS), metavar="TIPO", help="o que há nas linhas: " + ", ".join(TIPOS))
    parser.add_argument("arquivo", type=Path, metavar="ARQUIVO", help="planilha .xlsx ou .csv")
    parser.add_argument("--simular", action="store_true", help="mostra o que mudaria e não grava nada")
    parser.add_argument("--empresa", metavar="CODIGO", help="código da empresa; sem ele, a única ou a primeira")
    parser.add_argument("--aba", default="", metavar="NOME", help="aba da planilha; sem ela, a primeira com dados")
    parser.add_argument("--cabecalho", type=int, metavar="LINHA", help="linha do cabeçalho, 0 quando não há")
    parser.add_argument(
        "--coluna",
        action="append",
        default=[],
        metavar="TITULO=CAMPO",
        help="diz o que há em uma coluna; CAMPO vazio a deixa fora; pode ser repetido",
    )
    parser.add_argument("--problemas", type=Path, metavar="ARQUIVO", help="grava ali as linhas que não entram (.xlsx)")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Import the table; rows with a problem stay out and stop no other."""
    services = base.services(args)
    empresa = _empresa(services, args.empresa)
    proposta = services.planilhas.propose(args.arquivo, empresa, tipo=args.tipo, aba=args.aba, cabecalho=args.cabecalho)
    mapa = corrected(proposta, args.coluna)
    plan, done = base.plan_and_apply(
        lambda: services.planilhas.plan(args.arquivo, args.tipo, mapa, empresa),
        services.planilhas.apply,
        wanted=lambda each: bool(each.writes) and not args.simular,
    )
    if args.problemas is not None and plan.tabs[Aba.PROBLEMAS]:
        services.planilhas.export_problems(plan, args.problemas)
    _write(plan, done.id if done else None, saida)
    return Exit.FINDINGS if plan.tabs[Aba.PROBLEMAS] else Exit.DONE


def _empresa(services: Services, codigo: str | None) -> int:
    linhas = services.cadastros.list_empresas(ListQuery(quantidade=1000)).linhas
    achadas = [linha for linha in linhas if codigo is None or linha["codigo"] == codigo]
    if not achadas:
        raise RefusedError("empresa_desconhecida", f"não há a empresa {codigo}", codigo or "")
    return int(achadas[0]["id"])


def corrected(proposta: Proposta, ditas: list[str]) -> Mapa:
    """Return how the table is to be read: as it was understood, but for the columns that the call names.

    Raises:
        WrongCallError: There is no such column or field.
    """
    titulos = [coluna.titulo for coluna in proposta.colunas]
    campos = list(proposta.mapa.campos)
    conhecidos = [campo.chave for campo in TIPOS[proposta.tipo].campos]
    for dita in ditas:
        titulo, igual, campo = (parte.strip() for parte in dita.rpartition("="))
        if not igual or titulo not in titulos:
            raise WrongCallError(f"não há a coluna {titulo or dita}; há: {', '.join(titulos)}")
        if campo and campo not in conhecidos:
            raise WrongCallError(f"não há o campo {campo}; há: {', '.join(conhecidos)}")
        campos = ["" if campo and outro == campo else outro for outro in campos]
        campos[titulos.index(titulo)] = campo
    return Mapa(aba=proposta.aba, cabecalho=proposta.cabecalho, campos=tuple(campos))


def _write(plan: PlanilhaPlan, operacao_id: int | None, saida: Saida) -> None:
    if saida.json:
        colunas = {titulo: campo or None for titulo, campo in zip(plan.titulos, plan.mapa.campos, strict=True)}
        shown = {"tabs": plan.tabs, "columns": colunas, "rows": [_row(plan, row) for row in plan.rows]}
        saida.object({"plan": shown, "applied": operacao_id is not None, "operation_id": operacao_id})
        return
    for titulo, campo in zip(plan.titulos, plan.mapa.campos, strict=True):
        nome = next((each.titulo for each in plan.kind.campos if each.chave == campo), "fica fora")
        saida.line(f"  {titulo} → {nome}")
    for aba, quantos in plan.tabs.items():
        saida.line(f"  {quantos:>6} {_ABAS[Aba(aba)]}")
    for row in plan.rows:
        if row.aba is Aba.PROBLEMAS:
            saida.line(f"  linha {row.numero}: {row.efeito}")
    saida.line("Nada foi gravado." if operacao_id is None else f"Operação {operacao_id} gravada.")


def _row(plan: PlanilhaPlan, row: PlanilhaRow) -> dict[str, Any]:
    valores = {campo.chave for campo in plan.kind.campos if campo.tipo is TipoCampo.VALOR}
    lidos = {chave: money(valor) if chave in valores else valor for chave, valor in row.valores.items()}
    return {
        "line": row.numero,
        "tab": str(row.aba),
        "efeito": row.efeito,
        "values": lidos,
        "problems": [problem_object(problem) for problem in row.problems],
    }
