"""Rows about payments as the user names them."""

import argparse
from datetime import date

from finbank_desktop.cli import base
from finbank_desktop.services.catalog import Services


def find_convenio(found: Services, nome: str) -> int:
    """Return the id of the convênio de pagamento whose codigo, or else whose id, is *nome*.

    Raises:
        RefusedError: There is none, or several empresas have one of that codigo.
    """
    return base.find_contract(found.convenios_pagamento.list, nome, "convênio de pagamento", "convênios de pagamento")


def dia(texto: str) -> date:
    """Return a day as people type it to scripts.

    Raises:
        ArgumentTypeError: It is none.
    """
    try:
        return date.fromisoformat(texto)
    except ValueError:
        raise argparse.ArgumentTypeError(f"um dia é como 2026-12-31, não {texto}") from None
