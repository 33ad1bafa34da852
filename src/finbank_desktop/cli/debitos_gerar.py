"""`finbank debitos gerar` (or `debitos remessa gerar`): the file that asks a bank for debits."""

import argparse
from typing import Any

from finbank_desktop.cli import base, debitos_base, geracao
from finbank_desktop.cli.geracao import Produto
from finbank_desktop.cli.output import Saida, money, quantos
from finbank_desktop.persistence.records_debitos import RemessaDebito
from finbank_desktop.services.debitos.remessa_plan import RemessaDebitoRow


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    geracao.add_options(parser, convenio="convênio de débito da remessa", ids="só estes débitos, como 1,2,3")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Write the file and lock its debits; 1 when one of them stays out."""
    services = base.services(args)
    convenio = debitos_base.find_convenio(services, args.convenio)
    remessas = services.debitos.remessas
    return geracao.run(args, saida, _DEBITOS, lambda ids: remessas.plan(convenio, ids), remessas.apply)


def _said(row: RemessaDebitoRow) -> str:
    return f"{row.debito.seu_numero:<12} {row.debito.consentimento.nome[:30]:<30} {row.efeito}"


def _shown(row: RemessaDebitoRow) -> dict[str, Any]:
    debito, dono = row.debito, row.debito.consentimento
    return {
        "debito_id": debito.id or None,
        "consentimento_id": dono.id,
        "seu_numero": debito.seu_numero,
        "idboleto": debito.idboleto,
        "cliente": dono.nome,
        "cliente_empresa": debito.cliente_empresa,
        "vencimento": debito.vencimento,
        "valor": money(debito.valor),
        "movimento": str(debito.movimento),
    }


def _counted(feita: RemessaDebito) -> str:
    return quantos(feita.debitos, "movimento")


_DEBITOS = Produto(said=_said, shown=_shown, counted=_counted)
