"""`finbank extrato importar FILE… --conta ID`: plan, show, apply what needs nobody."""

import argparse
from pathlib import Path
from typing import Any

from finbank_desktop.cli import base, files
from finbank_desktop.cli.output import Exit, Saida, money, problem_object
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.services.catalog import Services
from finbank_desktop.services.extrato_model import Aba, ContaPlan, ExtratoPlan, ExtratoRow
from finbank_desktop.services.extrato_wizard import TITULOS_ABAS


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument(
        "arquivos", nargs="+", type=Path, metavar="ARQUIVO", help="extrato: OFX, OFC, CNAB 240, CSV ou XLSX"
    )
    parser.add_argument("--conta", required=True, metavar="ID", help="a conta de que é o extrato")
    parser.add_argument("--simular", action="store_true", help="mostra o que mudaria e não grava nada")
    parser.add_argument(
        "--importar-assim-mesmo", action="store_true", help="importa mesmo que os valores não estejam em reais"
    )


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Import the files in their order; one that is refused does not stop the next."""
    services = base.services(args)
    conta_id = base.find_conta(services, args.conta)
    return files.each(args.arquivos, lambda path: _import(services, path, conta_id, args, saida), saida)


def _import(services: Services, path: Path, conta_id: int, args: argparse.Namespace, saida: Saida) -> Exit:
    plan, done = base.plan_and_apply(
        lambda: services.extratos.plan(path, conta_id),
        lambda plan: services.extratos.apply(plan, importar_assim_mesmo=args.importar_assim_mesmo),
        wanted=lambda plan: plan.goes and not args.simular,
    )
    _write(plan, [each.id for each in done or ()], path, saida)
    stopped = any(problem.is_error for conta in plan.contas for problem in conta.problems)
    return Exit.FINDINGS if stopped or any(row.espera for row in plan.rows) else Exit.DONE


def _write(plan: ExtratoPlan, ids: list[int], path: Path, saida: Saida) -> None:
    problems = [*plan.problems, *(problem for conta in plan.contas for problem in conta.problems)]
    if saida.json:
        rows = [_row(conta, row) for conta in plan.contas for row in conta.rows]
        shown: dict[str, Any] = {
            "file": str(path),
            "plan": {"tabs": plan.tabs, "rows": rows, "accounts": [_account(conta) for conta in plan.contas]},
            "problems": [problem_object(problem) for problem in problems],
            "applied": bool(ids),
            "import_id": f"E{ids[0]}" if ids else None,
            "import_ids": [f"E{each}" for each in ids],
        }
        saida.object(shown)
        return
    saida.line(path.name)
    for conta in plan.contas:
        _tell(conta, saida)
    saida.problems(problems)
    saved = ", ".join(f"E{each}" for each in ids)
    repeated = next((conta.ja_importado for conta in plan.contas if conta.ja_importado), "")
    saida.line(f"Importação {saved} gravada." if ids else repeated or "Nada foi gravado.")


def _tell(conta: ContaPlan, saida: Saida) -> None:
    nome = conta.conta.descricao if conta.conta is not None else "conta desconhecida"
    written = " ".join(part for part in (conta.banco, conta.agencia, conta.numero) if part) or "conta"
    saida.line(f"  {written}: {nome} ({conta.como})")
    for aba in Aba:
        if conta.tabs[aba]:
            saida.line(f"  {conta.tabs[aba]:>6} {TITULOS_ABAS[aba].lower()}")
    if conta.sobrepoe:
        saida.line(f"  {conta.sobrepoe}")
    if conta.tabs[Aba.NOVOS]:
        saida.line(f"  soma dos novos: {format_brl(conta.soma)}")


def _account(conta: ContaPlan) -> dict[str, Any]:
    return {
        "bank": conta.banco,
        "branch": conta.agencia,
        "account": conta.numero,
        "conta_id": conta.conta.id if conta.conta is not None else None,
        "tabs": conta.tabs,
        "balance": money(conta.saldo),
        "balance_date": conta.saldo_data,
        "missing": money(conta.falta),
        "overlap": conta.sobrepoe or None,
    }


def _row(conta: ContaPlan, row: ExtratoRow) -> dict[str, Any]:
    return {
        "tab": row.aba,
        "line": row.linha,
        "account": conta.numero,
        "date": row.data,
        "amount": money(row.valor),
        "text": row.texto,
        "document": row.documento or None,
        "fitid": row.fitid or None,
        "efeito": row.efeito,
    }
