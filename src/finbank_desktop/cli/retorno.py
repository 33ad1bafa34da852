"""`finbank retorno importar FILE…`: plan, show, apply what needs nobody."""

import argparse
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from finbank_desktop.cli import base, failures
from finbank_desktop.cli.output import Exit, Saida, money, problem_object
from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.services.catalog import Services
from finbank_desktop.services.plans import StalePlanError
from finbank_desktop.services.retorno_model import PlanRow, RetornoPlan

_VALORES = frozenset(
    ("valor_titulo", "valor_pago", "juros", "multa", "desconto", "abatimento", "tarifa", "despesas", "valor_creditado")
)
_INTERNOS = frozenset(
    ("depois", "baixas", "raw", "versao", "identidade", "estornos", "nova_conta", "decisao", "excedente")
)
_ABAS = {
    "baixas": "a baixar",
    "confirmacoes": "confirmados",
    "rejeicoes": "rejeitados",
    "tarifas": "tarifas",
    "nao_localizados": "não localizados",
    "a_devolver": "a devolver",
    "conferir": "a conferir",
    "ja_processados": "já processados",
    "ignorados": "ignorados",
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("arquivos", nargs="+", type=Path, metavar="ARQUIVO", help="arquivo de retorno")
    parser.add_argument("--simular", action="store_true", help="mostra o que mudaria e não grava nada")
    parser.add_argument(
        "--importar-assim-mesmo", action="store_true", help="importa mesmo que os totais no fim do arquivo não confiram"
    )


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Import the files in their order; one that is refused does not stop the next."""
    services = base.services(args)
    worst = Exit.DONE
    for path in args.arquivos:
        try:
            code = _import(services, path, args, saida)
        except (RefusedError, OutsideError, OSError) as error:
            failure = failures.explain(error)
            saida.error(failure.code, failure.message, failure.where or str(path))
            code = failure.exit
        worst = max(worst, code)
    return worst


def _import(services: Services, path: Path, args: argparse.Namespace, saida: Saida) -> Exit:
    plan = services.retornos.plan(path)
    import_id: int | None = None
    if not args.simular and plan.ja_importado_id is None:
        plan, import_id = _apply(services, plan, path, assim_mesmo=args.importar_assim_mesmo)
    _write(plan, import_id, path, saida)
    return Exit.FINDINGS if any(row.tab.needs_person for row in plan.rows) else Exit.DONE


def _apply(services: Services, plan: RetornoPlan, path: Path, *, assim_mesmo: bool) -> tuple[RetornoPlan, int]:
    """Apply *plan*, or a new one when something moved meanwhile."""
    try:
        done = services.retornos.apply(plan, importar_assim_mesmo=assim_mesmo)
    except StalePlanError:
        plan = services.retornos.plan(path)
        done = services.retornos.apply(plan, importar_assim_mesmo=assim_mesmo)
    return plan, done.id


def _write(plan: RetornoPlan, import_id: int | None, path: Path, saida: Saida) -> None:
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
    saida.line(f"{path.name}: {plan.convenio_descricao}")
    for aba, quantos in _counted(plan.tabs):
        saida.line(f"  {quantos:>6} {aba}")
    for row in plan.rows:
        if row.tab.needs_person:
            saida.line(f"  linha {row.line}, nosso número {row.nosso_numero or '—'}: {row.efeito}")
    saida.problems(plan.problems)
    saida.line(plan.ja_importado or ("Nada foi gravado." if import_id is None else f"Importação {import_id} gravada."))


def _counted(tabs: Mapping[str, int]) -> list[tuple[str, int]]:
    return [(_ABAS.get(aba, aba), quantos) for aba, quantos in tabs.items() if quantos]


def _row(row: PlanRow) -> dict[str, Any]:
    shown = {}
    for campo in fields(row):
        if campo.name not in _INTERNOS:
            valor = getattr(row, campo.name)
            shown[campo.name] = money(valor) if campo.name in _VALORES else valor
    shown["motivos"] = [{"codigo": motivo.codigo, "texto": motivo.texto} for motivo in row.motivos]
    return shown
