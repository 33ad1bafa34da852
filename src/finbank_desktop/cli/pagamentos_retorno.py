"""`finbank pagamentos importar FILE…`, also spelled `pagamentos retorno importar`: plan, show, apply."""

import argparse
from dataclasses import fields
from pathlib import Path
from typing import Any

from finbank_desktop.cli import base, files
from finbank_desktop.cli.arguments import WrongCallError
from finbank_desktop.cli.output import Exit, Saida, money, problem_object
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.services.catalog import Services
from finbank_desktop.services.pagamentos.retorno_model import RetornoPagamentoPlan, RetornoPagamentoRow

_VALORES = frozenset(("valor", "valor_pago"))
_INTERNOS = frozenset(("raw", "identidade", "decisao"))
_ABAS = {
    "baixas": "pagos",
    "confirmacoes": "aceitos",
    "rejeicoes": "recusados ou devolvidos",
    "nao_localizados": "não localizados",
    "conferir": "a conferir",
    "ja_processados": "já processados",
    "ignorados": "ignorados",
}
_IMPORTAR = "importar"


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("arquivos", nargs="+", type=Path, metavar="ARQUIVO", help="retorno de pagamentos")
    parser.add_argument("--simular", action="store_true", help="mostra o que mudaria e não grava nada")
    parser.add_argument(
        "--importar-assim-mesmo", action="store_true", help="importa mesmo que os totais no fim do arquivo não confiram"
    )


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Import the files in their order; one that is refused does not stop the next."""
    paths = args.arquivos[1:] if args.verb == "retorno" and str(args.arquivos[0]) == _IMPORTAR else args.arquivos
    if not paths:
        raise WrongCallError("falta informar: ARQUIVO")
    services = base.services(args)
    return files.each(paths, lambda path: _import(services, path, args, saida), saida)


def _import(services: Services, path: Path, args: argparse.Namespace, saida: Saida) -> Exit:
    plan, done = base.plan_and_apply(
        lambda: services.retornos_pagamento.plan(path),
        lambda plan: services.retornos_pagamento.apply(plan, importar_assim_mesmo=args.importar_assim_mesmo),
        wanted=lambda plan: _is_wanted(plan, args),
    )
    _write(plan, f"P{done.id}" if done else None, path, saida)
    return Exit.FINDINGS if plan.needs_person else Exit.DONE


def _is_wanted(plan: RetornoPagamentoPlan, args: argparse.Namespace) -> bool:
    """Whether *plan* is to be applied.

    Raises:
        RefusedError: The trailer disagrees with the lines and the call does not say that this is known.
    """
    if args.simular or plan.ja_importado_id is not None:
        return False
    if plan.needs_tick and not args.importar_assim_mesmo:
        message = (
            "As contagens do arquivo não conferem com as linhas dele; podem faltar pagamentos. Baixe-o de novo, ou "
            "repita com --importar-assim-mesmo."
        )
        raise RefusedError("totais_nao_conferem", message, plan.arquivo)
    return True


def _write(plan: RetornoPagamentoPlan, import_id: str | None, path: Path, saida: Saida) -> None:
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
    for aba, quantos in plan.tabs.items():
        if quantos:
            saida.line(f"  {quantos:>6} {_ABAS.get(aba, aba)}")
    for row in plan.rows:
        if row.tab.needs_person or row.o_que_fazer:
            saida.line(
                f"  linha {row.line}, {row.favorecido or row.seu_numero}: {row.efeito} {row.o_que_fazer}".rstrip()
            )
    saida.problems(plan.problems)
    saida.line(plan.ja_importado or ("Nada foi gravado." if import_id is None else f"Importação {import_id} gravada."))


def _row(row: RetornoPagamentoRow) -> dict[str, Any]:
    shown: dict[str, Any] = {}
    for campo in fields(row):
        if campo.name not in _INTERNOS:
            valor = getattr(row, campo.name)
            shown[campo.name] = money(valor) if campo.name in _VALORES else valor
    shown["motivos"] = [{"codigo": motivo.codigo, "texto": motivo.texto} for motivo in row.motivos]
    shown["pode"] = [acao.name.lower() for acao in row.pode]
    return shown
