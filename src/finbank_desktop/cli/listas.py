"""`finbank {convenios|boletos|remessas|retornos|importacoes|extrato|lotes|contas-pagar|…} listar`."""

import argparse
from collections.abc import Callable, Sequence

from finbank_desktop.cli import base
from finbank_desktop.cli.output import Exit, Saida, row_object
from finbank_desktop.domain.listas import Coluna, ListQuery, Pagina
from finbank_desktop.services.catalog import Services


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    base.add_filters(parser)
    parser.add_argument("--ordem", default="", metavar="CAMPO", help="ordena por este campo")
    parser.add_argument("--decrescente", action="store_true", help="do maior para o menor")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Write the list."""
    wanted = base.query(args)
    query = ListQuery(filtros=wanted.filtros, busca=wanted.busca, ordem=args.ordem, decrescente=args.decrescente)
    colunas, page = _list(args.noun, base.services(args))
    linhas = base.rows(page, query)
    if saida.json:
        saida.object([row_object(colunas, linha) for linha in linhas])
    else:
        saida.table(colunas, list(linhas))
    return Exit.DONE


def _list(noun: str, services: Services) -> tuple[Sequence[Coluna], Callable[[ListQuery], Pagina]]:
    return {
        "convenios": (services.cadastros.COLUNAS_CONVENIOS, services.cadastros.list_convenios),
        "boletos": (services.boletos.COLUNAS, services.boletos.list),
        "remessas": (services.remessas.COLUNAS, services.remessas.list),
        "retornos": (services.retornos.COLUNAS, services.retornos.list),
        "extrato": (services.extratos.COLUNAS, services.extratos.list),
        "lotes": (services.lotes.COLUNAS, services.lotes.list),
        "contas": (services.contas_caixa.COLUNAS, services.contas_caixa.list),
        "debitos": (services.debitos.debitos.COLUNAS, services.debitos.debitos.list),
        "importacoes": (services.importacoes.COLUNAS, services.importacoes.list),
        "contas-pagar": (services.contas_pagar.COLUNAS, services.contas_pagar.list),
        "pagamentos": (services.contas_pagar.COLUNAS, services.contas_pagar.list),
        "convenios-pagamento": (services.convenios_pagamento.COLUNAS, services.convenios_pagamento.list),
        "remessas-pagamento": (services.remessas_pagamento.COLUNAS, services.remessas_pagamento.list),
        "dda": (services.dda.COLUNAS, services.dda.list),
        "retornos-pagamento": (services.retornos_pagamento.COLUNAS, services.retornos_pagamento.list),
    }[noun]
