"""`finbank retorno importar FILE…`: plan, show, apply what needs nobody."""

import argparse
from typing import Any

from finbank_desktop.cli import base, importacao
from finbank_desktop.cli.importacao import Produto
from finbank_desktop.cli.output import Saida
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
    importacao.add_options(parser, "arquivo de retorno")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Import the files in their order; one that is refused does not stop the next."""
    retornos = base.services(args).retornos
    return importacao.run(args, saida, _TITULOS, retornos.plan, retornos.apply)


def _said(row: PlanRow) -> str:
    return f"linha {row.line}, nosso número {row.nosso_numero or '—'}: {row.efeito}" if row.tab.needs_person else ""


def row_object(row: PlanRow) -> dict[str, Any]:
    """Return a row of the plan as JSON has it."""
    return importacao.row_object(row, _VALORES, _INTERNOS)


_TITULOS: Produto[RetornoPlan, PlanRow] = Produto(itens="títulos", said=_said, shown=row_object, abas=_ABAS)
