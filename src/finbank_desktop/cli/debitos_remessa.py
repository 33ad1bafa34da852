"""`finbank debitos remessa gerar|cancelar|enviada`: the same as `debitos gerar`, and what becomes of a remessa."""

import argparse

from finbank_desktop.cli import base, debitos_gerar, geracao
from finbank_desktop.cli.arguments import WrongCallError
from finbank_desktop.cli.output import Exit, Saida

_GERAR, _CANCELAR, _ENVIADA = "gerar", "cancelar", "enviada"


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("acao", choices=(_GERAR, _CANCELAR, _ENVIADA), help="o que fazer")
    parser.add_argument("id", nargs="?", type=int, metavar="ID", help="a remessa, para cancelar e enviada")
    ids = "só estes débitos, como 1,2,3"
    geracao.add_options(parser, convenio="convênio de débito, para gerar", ids=ids, required=False)


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Do what was asked."""
    if args.acao == _GERAR:
        if not args.convenio:
            raise WrongCallError("falta informar: --convenio")
        return debitos_gerar.run(args, saida)
    if args.id is None:
        raise WrongCallError("falta informar: o ID da remessa")
    remessas = base.services(args).debitos.remessas
    feita = remessas.cancel(args.id) if args.acao == _CANCELAR else remessas.mark_enviada(args.id)
    if saida.json:
        saida.object({"id": feita.id, "sequence": feita.sequencia, "situacao": str(feita.situacao)})
    else:
        saida.line(f"Remessa nº {feita.sequencia}: {feita.situacao.lower()}.")
    return Exit.DONE
