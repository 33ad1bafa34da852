"""`finbank dda importar FILE…`: boletos that banks present to us, matched with contas a pagar."""

import argparse
from typing import Any

from finbank_desktop.cli import base, importacao
from finbank_desktop.cli.importacao import Produto
from finbank_desktop.cli.output import Saida, money
from finbank_desktop.services.pagamentos.dda_model import TITULOS_ABAS, AbaDda, DdaPlan, DdaRow


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    importacao.add_options(parser, "arquivo de DDA")


def run(args: argparse.Namespace, saida: Saida) -> int:
    """Import the files in their order; one that is refused does not stop the next."""
    dda = base.services(args).dda
    return importacao.run(args, saida, _BOLETOS, dda.plan, dda.apply)


def _said(row: DdaRow) -> str:
    return f"linha {row.line}, {row.nome}: {row.efeito}" if row.aba is AbaDda.CONFERIR else ""


def _shown(row: DdaRow) -> dict[str, Any]:
    return {
        "tab": row.aba,
        "line": row.line,
        "codigo_barras": row.codigo_barras,
        "beneficiario": row.nome,
        "beneficiario_documento": row.documento or None,
        "numero_documento": row.numero_documento or None,
        "vencimento": row.vencimento,
        "valor": money(row.valor),
        "conta_pagar_id": row.conta.id if row.conta else None,
        "efeito": row.efeito,
    }


def _descricao(plan: DdaPlan) -> str:
    return f"DDA de {plan.empresa.razao_social}"


def _goes(plan: DdaPlan) -> bool:
    return plan.goes


_BOLETOS: Produto[DdaPlan, DdaRow] = Produto(
    itens="boletos",
    descricao=_descricao,
    said=_said,
    shown=_shown,
    abas={aba: titulo.lower() for aba, titulo in TITULOS_ABAS.items()},
    goes=_goes,
    sigla="P",
)
