"""What the commands of registration by API have in common: their account, and the secrets it still needs.

A secret is never an argument, where every user of the computer could read it: it stands in the keyring, in the
environment (``FINBANK_SEGREDO_`` and its name), or is asked for at the terminal.
"""

import argparse
import getpass
import os
import sys
from typing import Any

from finbank_desktop.cli import base
from finbank_desktop.cli.output import money, problem_object
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.services.catalog import Services
from finbank_desktop.services.registros.modelo import Andamento, RegistroRow

MESTRA = "FINBANK_SENHA_MESTRA"
"""Where a scheduled task has the master password from, on a computer without keyring."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments both commands have."""
    parser.add_argument("--convenio", required=True, metavar="ID|CODIGO", help="convênio registrado por API")
    parser.add_argument("--simular", action="store_true", help="mostra o que seria feito e não grava nem envia nada")
    parser.epilog = (
        "Segredos vêm do cofre do computador, de variáveis FINBANK_SEGREDO_<NOME> ou são pedidos no terminal; a "
        f"senha-mestra, de {MESTRA}."
    )


def open_account(services: Services, nome: str) -> int:
    """Return the id of the convênio called *nome*, asking for what its account still needs where somebody is there.

    Raises:
        RefusedError: There is no such convênio, or the master password is wrong.
    """
    convenio = base.find_convenio(services, nome)
    contas = services.registros.contas
    if contas.needs_master:
        senha = os.environ.get(MESTRA, "") or _ask("Senha-mestra: ")
        if senha and not contas.open_master(senha):
            raise RefusedError("senha_mestra_errada", "A senha-mestra não é esta.", MESTRA)
    info = contas.of_convenio(convenio)
    if info is not None:
        campos = {campo.nome: campo for campo in contas.adaptador(info.conta).campos if campo.segredo}
        for problem in info.problems:
            campo = campos.get(problem.field or "")
            if campo is not None and (segredo := _ask(f"{campo.titulo}: ")):
                contas.inform(info.conta, campo.nome, segredo)
    return convenio


def _ask(pergunta: str) -> str:
    return getpass.getpass(pergunta) if sys.stdin.isatty() else ""


def row_object(row: RegistroRow) -> dict[str, Any]:
    """Return a plan's row as JSON has it."""
    return {
        "boleto_id": row.boleto_id,
        "codigo": row.codigo,
        "numero_documento": row.numero_documento,
        "pagador": row.cliente,
        "vencimento": row.vencimento,
        "valor": money(row.valor),
        "acao": row.acao,
        "efeito": row.efeito,
        "estado": row.estado,
        "goes": row.goes,
        "problems": [problem_object(problem) for problem in row.problems],
    }


def result_object(um: Andamento) -> dict[str, Any]:
    """Return what became of a title as JSON has it."""
    return {
        "boleto_id": um.boleto_id,
        "codigo": um.codigo,
        "pagador": um.cliente,
        "resultado": um.resultado,
        "registrado": um.resultado.is_final,
        "tipo": um.tipo,
        "mensagem": um.mensagem,
        "campo": um.campo or None,
        "sugestao": um.sugestao or None,
        "envios": um.envios,
    }
