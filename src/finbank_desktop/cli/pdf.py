"""`finbank boletos pdf`: boletos on paper."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from finbank_desktop.cli import base
from finbank_desktop.cli.arguments import WrongCallError
from finbank_desktop.cli.output import Exit, Saida, quantos

if TYPE_CHECKING:
    from collections.abc import Sequence

    from finbank_desktop.services.impressao import PdfResultado


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("--ids", default="", help="ids dos boletos, como 1,2,3")
    base.add_filters(parser)
    parser.add_argument("--modelo", default="recibo", help="recibo, moderno, carne ou livro; recibo quando não se diz")
    parser.add_argument(
        "--saida", required=True, type=Path, metavar="ARQUIVO", help="o PDF a gravar; com --separar, a pasta"
    )
    parser.add_argument("--separar", default="", metavar="POR", help="um arquivo por cliente ou por boleto")
    parser.add_argument(
        "--nome", default="", metavar="REGRA", help="nome de cada arquivo; {cliente}-{vencimento}-{nosso_numero}"
    )
    parser.add_argument(
        "--senha", default="", metavar="SENHA", help="senha do PDF; {documento5} são os 5 primeiros do CPF ou CNPJ"
    )


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Write the document and say how many boletos and pages it has; 1 when something is not printed as wished."""
    if bool(args.ids) == bool(args.filtro or args.busca):
        raise WrongCallError("diga quais boletos: --ids 1,2,3, ou --filtro e --busca")
    if args.nome and not args.separar:
        raise WrongCallError("--nome vale com --separar cliente ou --separar boleto")
    services = base.services(args)
    chosen = base.ids(args.ids) if args.ids else services.boletos.ids(base.query(args))
    from finbank_desktop.services.impressao import PedidoImpressao  # noqa: PLC0415 - SQLAlchemy is slow

    named = {"nome": args.nome} if args.nome else {}
    pedido = PedidoImpressao(modelo=args.modelo, senha=args.senha, separar=args.separar, **named)
    if args.separar:
        done: Sequence[PdfResultado] = services.impressao.render_many(chosen, args.saida, pedido)
    else:
        done = [services.impressao.render(chosen, args.saida, pedido)]
    for each in done:
        _tell(each, saida)
    return Exit.FINDINGS if any(each.problems for each in done) else Exit.DONE


def _tell(done: "PdfResultado", saida: Saida) -> None:
    if saida.json:
        saida.object({"file": done.file, "boletos": done.boletos, "pages": done.pages})
    else:
        saida.line(f"{done.file}: {quantos(done.boletos, 'boleto')} em {quantos(done.pages, 'página')}")
    for problem in done.avisos:
        saida.notice(problem.message)
    for problem in done.problems:
        saida.error("impresso_com_aviso", f"{problem.message} {problem.fix}", problem.field or "")
