"""`finbank debitos importar FILE…` (or `debitos retorno importar`): plan, show, apply what needs nobody."""

import argparse
from dataclasses import fields
from pathlib import Path
from typing import Any

from finbank_desktop.cli import base, debitos_base, files
from finbank_desktop.cli.output import Exit, Saida, money, problem_object
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.services.catalog import Services
from finbank_desktop.services.debitos.retorno_model import Contexto, DebitoRow, RetornoDebitoPlan
from finbank_desktop.services.livros.contabilizar import EscolhaContabil

_VALORES = frozenset(("valor_titulo", "valor_pago", "valor_creditado", "juros", "multa", "excedente"))
_INTERNOS = frozenset(("baixas", "raw", "identidade"))


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("arquivos", nargs="+", type=Path, metavar="ARQUIVO", help="retorno de débito automático")
    parser.add_argument("--filial", metavar="ID|CODIGO", help="filial da baixa; sem ela, a da conta")
    parser.add_argument("--conta", metavar="ID|CODIGO", help="conta caixa que recebe; sem ela, a do convênio")
    parser.add_argument("--evento", type=int, metavar="ID", help="evento contábil; sem ele, o padrão do processo")
    parser.add_argument("--historico", type=int, metavar="ID", help="histórico; sem ele, o padrão do processo")
    parser.add_argument(
        "--rateio", choices=("vencimento", "proporcional"), default="", help="como se reparte um débito parcial"
    )
    parser.add_argument("--rever", action="store_true", help="olha de novo as linhas que ficaram para decidir")
    parser.add_argument("--simular", action="store_true", help="mostra o que mudaria e não grava nada")
    parser.add_argument(
        "--importar-assim-mesmo", action="store_true", help="importa mesmo que os totais no fim do arquivo não confiram"
    )


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Import the files in their order; one that is refused does not stop the next."""
    services = base.services(args)
    contexto = Contexto(
        filial_id=debitos_base.find_filial(services, args.filial) if args.filial else None,
        conta_id=base.find_conta(services, args.conta) if args.conta else None,
        escolha=EscolhaContabil(evento_id=args.evento, historico_id=args.historico),
        rateio=args.rateio,
    )
    return files.each(args.arquivos, lambda path: _import(services, path, contexto, args, saida), saida)


def _import(services: Services, path: Path, contexto: Contexto, args: argparse.Namespace, saida: Saida) -> Exit:
    retornos = services.debitos.retornos
    plan, done = base.plan_and_apply(
        lambda: retornos.plan(path, contexto=contexto, rever=args.rever),
        lambda plan: retornos.apply(plan, importar_assim_mesmo=args.importar_assim_mesmo),
        wanted=lambda plan: _is_wanted(plan, args),
    )
    _write(plan, done.id if done else None, path, saida)
    return Exit.FINDINGS if plan.needs_person else Exit.DONE


def _is_wanted(plan: RetornoDebitoPlan, args: argparse.Namespace) -> bool:
    """Whether *plan* is to be applied.

    Raises:
        RefusedError: The trailer disagrees with the lines and the call does not say that this is known.
    """
    if args.simular or plan.ja_importado_id is not None:
        return False
    if plan.needs_tick and not args.importar_assim_mesmo:
        message = (
            "As contagens do arquivo não conferem com as linhas dele; podem faltar débitos. Baixe-o de novo, ou repita "
            "com --importar-assim-mesmo."
        )
        raise RefusedError("totais_nao_conferem", message, plan.arquivo)
    return True


def _write(plan: RetornoDebitoPlan, import_id: int | None, path: Path, saida: Saida) -> None:
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
    for aba, quantas in plan.tabs.items():
        if quantas:
            saida.line(f"  {quantas:>6} {aba.replace('_', ' ')}")
    for row in plan.rows:
        if row.tab.needs_person:
            saida.line(f"  linha {row.line}, {row.idboleto or row.seu_numero or '—'}: {row.efeito}")
    saida.problems(plan.problems)
    saida.line(plan.ja_importado or ("Nada foi gravado." if import_id is None else f"Importação {import_id} gravada."))


def _row(row: DebitoRow) -> dict[str, Any]:
    shown: dict[str, Any] = {}
    for campo in fields(row):
        if campo.name not in _INTERNOS:
            value = getattr(row, campo.name)
            shown[campo.name] = money(value) if campo.name in _VALORES else value
    shown["motivos"] = [{"codigo": motivo.codigo, "texto": motivo.texto} for motivo in row.motivos]
    shown["itens"] = [
        {"conta_receber_id": item.conta_receber_id, "valor": money(item.valor), "valor_pago": money(item.valor_pago)}
        for item in row.baixas
    ]
    return shown
