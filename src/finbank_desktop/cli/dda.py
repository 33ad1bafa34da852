"""`finbank dda importar FILE…`: boletos that banks present to us, matched with contas a pagar."""

import argparse
from pathlib import Path
from typing import Any

from finbank_desktop.cli import base, files
from finbank_desktop.cli.output import Exit, Saida, money, problem_object
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.services.catalog import Services
from finbank_desktop.services.pagamentos.dda_model import TITULOS_ABAS, AbaDda, DdaPlan, DdaRow


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("arquivos", nargs="+", type=Path, metavar="ARQUIVO", help="arquivo de DDA")
    parser.add_argument("--simular", action="store_true", help="mostra o que mudaria e não grava nada")
    parser.add_argument(
        "--importar-assim-mesmo", action="store_true", help="importa mesmo que os totais no fim do arquivo não confiram"
    )


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Import the files in their order; one that is refused does not stop the next."""
    services = base.services(args)
    return files.each(args.arquivos, lambda path: _import(services, path, args, saida), saida)


def _import(services: Services, path: Path, args: argparse.Namespace, saida: Saida) -> Exit:
    plan, done = base.plan_and_apply(
        lambda: services.dda.plan(path),
        lambda plan: services.dda.apply(plan, importar_assim_mesmo=args.importar_assim_mesmo),
        wanted=lambda plan: _is_wanted(plan, args),
    )
    _write(plan, f"P{done.id}" if done else None, path, saida)
    return Exit.FINDINGS if plan.tabs[AbaDda.CONFERIR] else Exit.DONE


def _is_wanted(plan: DdaPlan, args: argparse.Namespace) -> bool:
    """Whether *plan* is to be applied.

    Raises:
        RefusedError: The trailer disagrees with the lines and the call does not say that this is known.
    """
    if args.simular or plan.ja_importado_id is not None:
        return False
    if plan.needs_tick and not args.importar_assim_mesmo:
        message = (
            "As contagens do arquivo não conferem com as linhas dele; podem faltar boletos. Baixe-o de novo, ou repita "
            "com --importar-assim-mesmo."
        )
        raise RefusedError("totais_nao_conferem", message, plan.arquivo)
    return plan.goes


def _write(plan: DdaPlan, import_id: str | None, path: Path, saida: Saida) -> None:
    if saida.json:
        shown: dict[str, Any] = {
            "file": str(path),
            "plan": {"tabs": plan.tabs, "rows": [_row(row) for row in plan.rows]},
            "problems": [problem_object(problem) for problem in plan.problems],
            "applied": import_id is not None,
            "import_id": import_id,
        }
        saida.object(shown)
        return
    saida.line(f"{path.name}: DDA de {plan.empresa.razao_social}")
    for aba in AbaDda:
        if plan.tabs[aba]:
            saida.line(f"  {plan.tabs[aba]:>6} {TITULOS_ABAS[aba].lower()}")
    for row in plan.rows:
        if row.aba is AbaDda.CONFERIR:
            saida.line(f"  linha {row.line}, {row.nome}: {row.efeito}")
    saida.problems(plan.problems)
    saida.line(plan.ja_importado or ("Nada foi gravado." if import_id is None else f"Importação {import_id} gravada."))


def _row(row: DdaRow) -> dict[str, Any]:
    return {
        "tab": row.aba,
        "line": row.line,
        "codigo_barras": row.codigo_barras,
        "beneficiario": row.nome,
        "beneficiario_documento": row.documento or None,
        "numero_documento": row.numero_documento or None,
        "vencimento": row.vencimento,
        "valor": money(row.valor),
        "conta_pagar_id": row.conta.id if row.conta else None,
        "efeito": row.efeito,
    }
