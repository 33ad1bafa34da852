"""Rows about payments as the user names them."""

import argparse
from datetime import date

from finbank_desktop.cli import base
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.services.catalog import Services


def find_convenio(found: Services, nome: str) -> int:
    """Return the id of the convênio de pagamento whose codigo, or else whose id, is *nome*.

    Raises:
        RefusedError: There is none, or several empresas have one of that codigo.
    """
    linhas = list(base.rows(found.convenios_pagamento.list, ListQuery()))
    matches = [linha for linha in linhas if linha["codigo"] == nome] or [
        linha for linha in linhas if str(linha["id"]) == nome
    ]
    if len(matches) > 1:
        message = f"há {len(matches)} convênios de pagamento com o código {nome}; informe o id"
        raise RefusedError("convenio_ambiguo", message, nome)
    if not matches:
        conhecidos = ", ".join(str(linha["codigo"]) for linha in linhas) or "nenhum"
        message = f"não há o convênio de pagamento {nome}; cadastrados: {conhecidos}"
        raise RefusedError("convenio_desconhecido", message, nome)
    return int(matches[0]["id"])


def dia(texto: str) -> date:
    """Return a day as people type it to scripts.

    Raises:
        ArgumentTypeError: It is none.
    """
    try:
        return date.fromisoformat(texto)
    except ValueError:
        raise argparse.ArgumentTypeError(f"um dia é como 2026-12-31, não {texto}") from None
