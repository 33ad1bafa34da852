"""`finbank remessa gerar`: the file that tells the bank of new boletos."""

import argparse
from typing import Any

from finbank_desktop.cli import base, geracao
from finbank_desktop.cli.geracao import Produto
from finbank_desktop.cli.output import Saida, money, quantos
from finbank_desktop.domain.remessas import Remessa
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.services.remessa_plan import RemessaRow


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    geracao.add_options(parser, convenio="convênio da remessa", ids="só estes boletos, como 1,2,3")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Write the file and mark its boletos; 1 when one of them stays out."""
    services = base.services(args)
    convenio = base.find_convenio(services, args.convenio)
    return geracao.run(
        args, saida, _BOLETOS, lambda ids: services.remessas.plan(convenio, ids), services.remessas.apply
    )


def _said(row: RemessaRow) -> str:
    boleto = row.boleto
    valor = format_brl(boleto.valor)
    return f"{boleto.nosso_numero_impresso:<22} {row.pagador.nome[:30]:<30} {valor:>16}  {row.efeito}"


def _shown(row: RemessaRow) -> dict[str, Any]:
    boleto = row.boleto
    return {
        "boleto_id": boleto.id,
        "nosso_numero": boleto.nosso_numero_impresso,
        "numero_documento": boleto.numero_documento,
        "pagador": row.pagador.nome,
        "vencimento": boleto.vencimento,
        "valor": money(boleto.valor),
        "comando": row.comando,
    }


def _counted(feita: Remessa) -> str:
    return quantos(feita.titulos, "título")


_BOLETOS = Produto(said=_said, shown=_shown, counted=_counted)
