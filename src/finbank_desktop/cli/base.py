"""What the commands on the database have in common: its services, filters, rows named by the user."""

import argparse
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any, TypeVar

from finbank_desktop.cli.arguments import WrongCallError
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.services.catalog import Services
from finbank_desktop.services.plans import StalePlanError
from finbank_desktop.wiring import build

Plano = TypeVar("Plano")
Feito = TypeVar("Feito")

_PAGE = 1000
_RETRIES = 4
_ID_DIGITS = 18
"""More do not fit a database's integer."""


def services(args: argparse.Namespace) -> Services:
    """Return the services on the database of the call, or on the user's own; it is closed when the command ends.

    Raises:
        WrongCallError: ``--base`` is empty, as a script's variable is that was never set: nobody means their own books.
    """
    if args.base is not None and not args.base.strip():
        raise WrongCallError("--base está vazio; diga o banco de dados, ou tire a opção para usar o do usuário")
    found = build(args.base)
    args.closing.callback(found.database.close)
    return found


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Add the options that choose rows of a list."""
    parser.add_argument(
        "--filtro",
        action="append",
        default=[],
        metavar="CAMPO=VALOR",
        help="só as linhas em que o campo é o valor; DE..ATE é um intervalo, A,B uma escolha; pode ser repetido",
    )
    parser.add_argument("--busca", default="", metavar="PALAVRAS", help="só as linhas que contêm as palavras")


def query(args: argparse.Namespace) -> ListQuery:
    """Return the rows that the options of `add_filters` choose.

    Raises:
        WrongCallError: A filter without ``=``.
    """
    filtros = {}
    for filtro in args.filtro:
        campo, igual, valor = filtro.partition("=")
        if not igual or not campo:
            raise WrongCallError(f"um filtro é CAMPO=VALOR, não {filtro}")
        filtros[campo.strip()] = _filter_value(valor.strip())
    return ListQuery(filtros=filtros, busca=args.busca, quantidade=_PAGE)


def rows(page: Callable[[ListQuery], Pagina], wanted: ListQuery) -> Iterator[Mapping[str, Any]]:
    """Yield every row that matches, page by page."""
    inicio = 0
    while True:
        pagina = page(replace(wanted, inicio=inicio, quantidade=_PAGE))
        yield from pagina.linhas
        inicio += len(pagina.linhas)
        if not pagina.linhas or inicio >= pagina.total:
            return


def ids(texto: str) -> list[int]:
    """Return the numbers in ``1,2,3``.

    Raises:
        WrongCallError: One of them is no number of a row.
    """
    partes = [parte.strip() for parte in texto.split(",") if parte.strip()]
    if not all(parte.isdecimal() and len(parte) <= _ID_DIGITS for parte in partes):
        raise WrongCallError(f"esperava números separados por vírgula, não {texto}")
    return [int(parte) for parte in partes]


def plan_and_apply(
    plan: Callable[[], Plano], apply: Callable[[Plano], Feito], *, wanted: Callable[[Plano], bool]
) -> tuple[Plano, Feito | None]:
    """Plan and apply; plan anew when another process was faster, as nobody here looks at a preview.

    Args:
        plan: Makes a plan of things as they are now.
        apply: Applies one; `StalePlanError` when things moved since.
        wanted: Whether a plan is to be applied at all.

    Returns:
        The last plan, and what applying it gave, ``None`` when it was not wanted.
    """
    for _ in range(_RETRIES):
        planned = plan()
        if not wanted(planned):
            return planned, None
        with suppress(StalePlanError):
            return planned, apply(planned)
    planned = plan()
    return planned, apply(planned) if wanted(planned) else None


def find_convenio(found: Services, nome: str) -> int:
    """Return the id of the convênio whose codigo, or else whose id, is *nome*.

    Raises:
        RefusedError: There is none, or several empresas have one of that codigo.
    """
    return find_contract(found.cadastros.list_convenios, nome, "convênio", "convênios")


def find_contract(page: Callable[[ListQuery], Pagina], nome: str, um: str, varios: str) -> int:
    """Return the id of the convênio of any product whose codigo, or else whose id, is *nome*.

    Args:
        page: Lists the product's.
        nome: As the user says it.
        um: What one is called.
        varios: What several are called.

    Raises:
        RefusedError: There is none, or several empresas have one of that codigo.
    """
    linhas = list(rows(page, ListQuery()))
    matches = [linha for linha in linhas if linha["codigo"] == nome] or [
        linha for linha in linhas if str(linha["id"]) == nome
    ]
    if len(matches) > 1:
        raise RefusedError("convenio_ambiguo", f"há {len(matches)} {varios} com o código {nome}; informe o id", nome)
    if not matches:
        conhecidos = ", ".join(str(linha["codigo"]) for linha in linhas) or "nenhum"
        raise RefusedError("convenio_desconhecido", f"não há o {um} {nome}; cadastrados: {conhecidos}", nome)
    return int(matches[0]["id"])


def find_conta(found: Services, nome: str) -> int:
    """Return the id of the account whose id, or else whose codigo, is *nome*.

    Raises:
        RefusedError: There is none, or several empresas have one of that codigo.
    """
    linhas = list(rows(found.cadastros.list_contas, ListQuery()))
    matches = [linha for linha in linhas if str(linha["id"]) == nome] or [
        linha for linha in linhas if linha["codigo"] == nome
    ]
    if len(matches) > 1:
        raise RefusedError("conta_ambigua", f"há {len(matches)} contas com o código {nome}; informe o id", nome)
    if not matches:
        conhecidas = ", ".join(f"{linha['id']} ({linha['codigo']})" for linha in linhas) or "nenhuma"
        raise RefusedError("conta_desconhecida", f"não há a conta {nome}; cadastradas: {conhecidas}", nome)
    return int(matches[0]["id"])


def _filter_value(valor: str) -> object:
    if ".." in valor:
        inicio, _, fim = valor.partition("..")
        return (inicio or None, fim or None)
    return valor.split(",") if "," in valor else valor
