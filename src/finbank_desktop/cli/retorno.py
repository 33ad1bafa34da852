"""`finbank retorno importar FILE…`: plan, show, apply what needs nobody."""

import argparse
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from finbank_desktop.cli import base, files
from finbank_desktop.cli.output import Exit, Saida, money, problem_object
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.services.catalog import Services
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
    return files.each(args.arquivos, lambda path: _import(services, path, args, saida), saida)


def _import(services: Services, path: Path, args: argparse.Namespace, saida: Saida) -> Exit:
    plan, done = base.plan_and_apply(
        lambda: services.retornos.plan(path),
        lambda plan: services.retornos.apply(plan, importar_assim_mesmo=args.importar_assim_mesmo),
        wanted=lambda plan: _is_wanted(plan, args),
    )
    _write(plan, done.id if done else None, path, saida)
    return Exit.FINDINGS if any(row.tab.needs_person for row in plan.rows) else Exit.DONE


def _is_wanted(plan: RetornoPlan, args: argparse.Namespace) -> bool:
    """Whether *plan* is to be applied.

    Raises:
        RefusedError: The trailer disagrees with the lines and the call does not say that this is known.
    """
    if args.simular or plan.ja_importado_id is not None:
        return False
    if plan.needs_tick and not args.importar_assim_mesmo:
        message = (
            "As contagens do arquivo não conferem com as linhas dele; podem faltar títulos. Baixe-o de novo, ou repita "
            "com --importar-assim-mesmo."
        )
        raise RefusedError("totais_nao_conferem", message, plan.arquivo)
    return True


def _write(plan: RetornoPlan, import_id: int | None, path: Path, saida: Saida) -> None:
    if saida.json:
        shown: dict[str, Any] = {
            "file": str(path),
            "plan": {"tabs": plan.tabs, "rows": [row_object(row) for row in plan.rows]},
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


def row_object(row: PlanRow) -> dict[str, Any]:
    """Return a row of the plan as JSON has it."""
    shown = {}
    for campo in fields(row):
        if campo.name not in _INTERNOS:
            valor = getattr(row, campo.name)
            shown[campo.name] = money(valor) if campo.name in _VALORES else valor
    shown["motivos"] = [{"codigo": motivo.codigo, "texto": motivo.texto} for motivo in row.motivos]
    return shown
