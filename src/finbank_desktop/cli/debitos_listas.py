"""`finbank debitos {consentimentos|convenios|layouts|remessas|retornos} [listar]`."""

import argparse
from collections.abc import Callable, Sequence

from finbank_desktop.cli import base, listas
from finbank_desktop.cli.output import Exit, Saida, row_object
from finbank_desktop.domain.listas import Coluna, ListQuery, Pagina
from finbank_desktop.services.debitos.servico import DebitoAutomatico


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("acao", nargs="?", choices=("listar",), default="listar", help="o que fazer")
    listas.configure(parser)


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Write the list."""
    wanted = base.query(args)
    query = ListQuery(filtros=wanted.filtros, busca=wanted.busca, ordem=args.ordem, decrescente=args.decrescente)
    colunas, page = _list(args.verb, base.services(args).debitos)
    linhas = list(base.rows(page, query))
    if saida.json:
        saida.object([row_object(colunas, linha) for linha in linhas])
    else:
        saida.table(colunas, linhas)
    return Exit.DONE


def _list(verb: str, debitos: DebitoAutomatico) -> tuple[Sequence[Coluna], Callable[[ListQuery], Pagina]]:
    cadastros = debitos.cadastros
    return {
        "consentimentos": (debitos.consentimentos.COLUNAS, debitos.consentimentos.list),
        "convenios": (cadastros.COLUNAS_CONVENIOS, cadastros.list_convenios),
        "layouts": (cadastros.COLUNAS_LAYOUTS, cadastros.list_layouts),
        "remessas": (debitos.remessas.COLUNAS, debitos.remessas.list),
        "retornos": (debitos.retornos.COLUNAS, debitos.retornos.list),
    }[verb]
