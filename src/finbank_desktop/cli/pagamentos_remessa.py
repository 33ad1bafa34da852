"""`finbank pagamentos gerar`: the file that asks a bank to pay."""

import argparse
from typing import Any

from finbank_desktop.cli import base, geracao
from finbank_desktop.cli.geracao import Produto
from finbank_desktop.cli.output import Saida, money, quantos
from finbank_desktop.cli.pagamentos_nomes import dia, find_convenio
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.persistence.records_pagamentos import RemessaPagamento
from finbank_desktop.services.pagamentos.remessa_plan import PagamentoRow


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    add_options(parser, required=True)


def add_options(parser: argparse.ArgumentParser, *, required: bool) -> None:
    """Add what a remessa is made by; the convênio may be missing where something else is asked for."""
    ids = "só estas contas a pagar, como 1,2,3; sem isso, todas as aprovadas"
    geracao.add_options(parser, convenio="convênio de pagamento", ids=ids, required=required)
    parser.add_argument("--ate", type=dia, metavar="DIA", help="só o que se paga até este dia")
    parser.add_argument("--data", type=dia, metavar="DIA", help="paga tudo neste dia")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Write the file and lock its contas; 1 when one of them stays out."""
    services = base.services(args)
    convenio = find_convenio(services, args.convenio)
    remessas = services.remessas_pagamento
    return geracao.run(
        args,
        saida,
        _PAGAMENTOS,
        lambda ids: remessas.plan(convenio, ids, ate=args.ate, data_pagamento=args.data),
        remessas.apply,
    )


def _said(row: PagamentoRow) -> str:
    valor = format_brl(row.conta.valor_a_pagar)
    return f"{row.conta.codigo:<8} {row.favorecido[:30]:<30} {valor:>16}  {row.efeito}"


def _shown(row: PagamentoRow) -> dict[str, Any]:
    conta = row.conta
    return {
        "conta_pagar_id": conta.id,
        "codigo": conta.codigo,
        "seu_numero": conta.seu_numero,
        "documento": conta.documento,
        "favorecido": row.favorecido,
        "forma": str(conta.forma) if conta.forma else None,
        "destino": row.destino,
        "vencimento": conta.vencimento,
        "data_pagamento": conta.dia,
        "valor": money(conta.valor_a_pagar),
    }


def _counted(feita: RemessaPagamento) -> str:
    return quantos(feita.pagamentos, "pagamento")


_PAGAMENTOS = Produto(said=_said, shown=_shown, counted=_counted)
