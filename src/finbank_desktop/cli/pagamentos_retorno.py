"""`finbank pagamentos importar FILE…`, also spelled `pagamentos retorno importar`: plan, show, apply."""

import argparse
from typing import Any

from finbank_desktop.cli import base, importacao
from finbank_desktop.cli.arguments import WrongCallError
from finbank_desktop.cli.importacao import Produto
from finbank_desktop.cli.output import Saida
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
    importacao.add_options(parser, "retorno de pagamentos")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Import the files in their order; one that is refused does not stop the next."""
    if args.verb == "retorno" and str(args.arquivos[0]) == _IMPORTAR:
        args.arquivos = args.arquivos[1:]
    if not args.arquivos:
        raise WrongCallError("falta informar: ARQUIVO")
    retornos = base.services(args).retornos_pagamento
    return importacao.run(args, saida, _PAGAMENTOS, retornos.plan, retornos.apply)


def _said(row: RetornoPagamentoRow) -> str:
    if not (row.tab.needs_person or row.o_que_fazer):
        return ""
    return f"linha {row.line}, {row.favorecido or row.seu_numero}: {row.efeito} {row.o_que_fazer}".rstrip()


def _shown(row: RetornoPagamentoRow) -> dict[str, Any]:
    return {
        **importacao.row_object(row, _VALORES, _INTERNOS),
        "pode": [acao.name.lower() for acao in row.pode],
    }


_PAGAMENTOS: Produto[RetornoPagamentoPlan, RetornoPagamentoRow] = Produto(
    itens="pagamentos",
    said=_said,
    shown=_shown,
    abas=_ABAS,
    sigla="P",
)
