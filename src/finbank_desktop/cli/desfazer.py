"""`finbank importacoes desfazer ID`: take back a whole import, or say what stands in the way."""

import argparse

from finbank_desktop.cli import base
from finbank_desktop.cli.arguments import WrongCallError
from finbank_desktop.cli.output import Exit, Saida
from finbank_desktop.services.catalog import Services
from finbank_desktop.services.desfazer import DesfazerPlan
from finbank_desktop.services.plans import StalePlanError


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument(
        "id", metavar="ID", help="número da importação; E12 é o extrato 12, P12 o retorno de pagamento 12"
    )
    parser.add_argument("--simular", action="store_true", help="mostra o que voltaria e não grava nada")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Undo the import; refused, with each reason, when later work stands on it."""
    letra, numero = (args.id[:1].upper(), args.id[1:]) if args.id[:1].isalpha() else ("", args.id)
    if letra not in ("", *_OUTROS) or not numero.isdecimal():
        raise WrongCallError(f"o ID de uma importação é um número, ou E ou P e um número, não {args.id}")
    services = base.services(args)
    if letra:
        return _OUTROS[letra](services, int(numero), saida, simular=args.simular)
    plan = services.importacoes.plan_desfazer(int(args.id))
    undone = False
    if plan.can and not args.simular:
        plan, undone = _undo(services, plan)
    if saida.json:
        refused = [{"row": each.row, "why": each.why} for each in plan.refused]
        saida.object({"undone": undone, "rows": len(plan.rows), "refused": refused})
    else:
        for each in plan.refused:
            saida.line(f"  {f'linha {each.row}: ' if each.row else ''}{each.why}")
        saida.line(_sentence(plan, undone=undone))
    return Exit.DONE if plan.can else Exit.REFUSED


def _extrato(services: Services, extrato_id: int, saida: Saida, *, simular: bool) -> int:
    """Undo the import of a statement."""
    plan = services.extratos.plan_desfazer(extrato_id)
    undone = plan.can and not simular
    if undone:
        services.extratos.desfazer(plan)
    if saida.json:
        refused = [{"row": row, "why": why} for row, why in plan.refused]
        saida.object({"undone": undone, "rows": len(plan.linhas), "refused": refused})
    else:
        for row, why in plan.refused:
            saida.line(f"  {f'linha {row}: ' if row else ''}{why}")
        done = f"Extrato {plan.extrato.codigo} desfeito: {len(plan.linhas)} linhas saíram."
        saida.line(done if undone else plan.texto if plan.can else "Nada foi desfeito.")
    return Exit.DONE if plan.can else Exit.REFUSED


def _pagamento(services: Services, importacao_id: int, saida: Saida, *, simular: bool) -> int:
    """Undo the import of a retorno of payments, or of DDA."""
    plan, done = base.plan_and_apply(
        lambda: services.retornos_pagamento.plan_desfazer(importacao_id),
        services.retornos_pagamento.desfazer,
        wanted=lambda plan: plan.can and not simular,
    )
    if saida.json:
        refused = [{"row": each.row, "why": each.why} for each in plan.refused]
        saida.object({"undone": done is not None, "rows": len(plan.rows), "refused": refused})
    else:
        for each in plan.refused:
            saida.line(f"  {f'linha {each.row}: ' if each.row else ''}{each.why}")
        feita = f"Importação {plan.de.codigo} desfeita: {len(plan.rows)} linhas voltaram ao que era."
        saida.line(feita if done else plan.texto if plan.can else "Nada foi desfeito.")
    return Exit.DONE if plan.can else Exit.REFUSED


_OUTROS = {"E": _extrato, "P": _pagamento}
"""Imports that are no retorno de cobrança, by the letter before their number."""


def _undo(services: Services, plan: DesfazerPlan) -> tuple[DesfazerPlan, bool]:
    """Apply *plan*, or a new one when something moved meanwhile."""
    try:
        services.importacoes.desfazer(plan)
    except StalePlanError:
        plan = services.importacoes.plan_desfazer(plan.de.id)
        if not plan.can:
            return plan, False
        services.importacoes.desfazer(plan)
    return plan, True


def _sentence(plan: DesfazerPlan, *, undone: bool) -> str:
    if undone:
        return f"Importação {plan.de.id} desfeita: {len(plan.rows)} linhas voltaram ao que era."
    return plan.texto if plan.can else "Nada foi desfeito."
