"""`finbank debitos importar FILE…` (or `debitos retorno importar`): plan, show, apply what needs nobody."""

import argparse
from typing import Any

from finbank_desktop.cli import base, debitos_base, importacao
from finbank_desktop.cli.importacao import Produto
from finbank_desktop.cli.output import Saida, money
from finbank_desktop.services.debitos.retorno_model import Contexto, DebitoRow, RetornoDebitoPlan
from finbank_desktop.services.livros.contabilizar import EscolhaContabil

_VALORES = frozenset(("valor_titulo", "valor_pago", "valor_creditado", "juros", "multa", "excedente"))
_INTERNOS = frozenset(("baixas", "raw", "identidade"))


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    importacao.add_options(parser, "retorno de débito automático")
    parser.add_argument("--filial", metavar="ID|CODIGO", help="filial da baixa; sem ela, a da conta")
    parser.add_argument("--conta", metavar="ID|CODIGO", help="conta caixa que recebe; sem ela, a do convênio")
    parser.add_argument("--evento", type=int, metavar="ID", help="evento contábil; sem ele, o padrão do processo")
    parser.add_argument("--historico", type=int, metavar="ID", help="histórico; sem ele, o padrão do processo")
    parser.add_argument(
        "--rateio", choices=("vencimento", "proporcional"), default="", help="como se reparte um débito parcial"
    )
    parser.add_argument("--rever", action="store_true", help="olha de novo as linhas que ficaram para decidir")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Import the files in their order; one that is refused does not stop the next."""
    services = base.services(args)
    contexto = Contexto(
        filial_id=debitos_base.find_filial(services, args.filial) if args.filial else None,
        conta_id=base.find_conta(services, args.conta) if args.conta else None,
        escolha=EscolhaContabil(evento_id=args.evento, historico_id=args.historico),
        rateio=args.rateio,
    )
    retornos = services.debitos.retornos
    return importacao.run(
        args, saida, _DEBITOS, lambda path: retornos.plan(path, contexto=contexto, rever=args.rever), retornos.apply
    )


def _said(row: DebitoRow) -> str:
    return f"linha {row.line}, {row.idboleto or row.seu_numero or '—'}: {row.efeito}" if row.tab.needs_person else ""


def _shown(row: DebitoRow) -> dict[str, Any]:
    itens = [
        {"conta_receber_id": item.conta_receber_id, "valor": money(item.valor), "valor_pago": money(item.valor_pago)}
        for item in row.baixas
    ]
    return {**importacao.row_object(row, _VALORES, _INTERNOS), "itens": itens}


_DEBITOS: Produto[RetornoDebitoPlan, DebitoRow] = Produto(itens="débitos", said=_said, shown=_shown)
