"""`finbank pagamentos remessa gerar|cancelar|enviada|salvar`: all that is done with a remessa of payments."""

import argparse

from finbank_desktop.cli import base, pagamentos_cancelar, pagamentos_remessa
from finbank_desktop.cli.arguments import WrongCallError
from finbank_desktop.cli.output import Exit, Saida

_GERAR, _CANCELAR, _ENVIADA, _SALVAR = "gerar", "cancelar", "enviada", "salvar"


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("acao", choices=(_GERAR, _CANCELAR, _ENVIADA, _SALVAR), help="o que fazer")
    parser.add_argument("id", nargs="?", type=int, metavar="ID", help="a remessa, para cancelar, enviada e salvar")
    pagamentos_remessa.add_options(parser, required=False)
    parser.add_argument(
        "--nao-enviada", action="store_true", help="ao cancelar: confirma que o banco não tem o arquivo"
    )


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Do what was asked."""
    if args.acao == _GERAR:
        if not args.convenio:
            raise WrongCallError("falta informar: --convenio")
        return pagamentos_remessa.run(args, saida)
    if args.id is None:
        raise WrongCallError("falta informar: o ID da remessa")
    if args.acao == _CANCELAR:
        return pagamentos_cancelar.run(args, saida)
    servico = base.services(args).remessas_pagamento
    if args.acao == _SALVAR:
        path = servico.save_again(args.id, args.saida)
        saida.object({"id": args.id, "file": str(path)}) if saida.json else saida.line(str(path))
        return Exit.DONE
    feita = servico.mark_enviada(args.id)
    if saida.json:
        saida.object({"id": feita.id, "sequence": feita.sequencia, "situacao": str(feita.situacao)})
    else:
        saida.line(f"Remessa nº {feita.sequencia}: {feita.situacao.lower()}.")
    return Exit.DONE
