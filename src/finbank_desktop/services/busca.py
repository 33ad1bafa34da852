"""What *Ir para ou buscar* finds in the books, the surest first."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from finbank_desktop.domain.documentos import compact, format_documento, is_cnpj, is_cpf
from finbank_desktop.domain.valores import format_brl, parse_brl
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.repositories.busca import BuscaRepository

_LIMITE = 6
_LINHA_DIGITAVEL = 47
_NUMERO = re.compile(r"(?:[0-9]{1,3}/)?(?P<numero>[0-9][0-9.]*)(?P<dv>(?:-[0-9A-Z])?)")
"""A nosso número as it is typed or printed: carteira before it, check digit after it."""


class Acerto(IntEnum):
    """How well something fits what was typed; the smaller, the better."""

    EXATO = 0
    COMECO = 1
    CONTEM = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Achado:
    """A record that was found.

    Attributes:
        lista: Key of the list it stands in: ``boletos``, ``contas-receber`` or ``pessoas``.
        busca: What that list is filtered by to show it.
    """

    lista: str
    id: int
    titulo: str
    detalhe: str
    busca: str
    acerto: Acerto

    @property
    def is_exact(self) -> bool:
        """Whether it is the very thing that was typed."""
        return self.acerto is Acerto.EXATO


class BuscaService:
    """Looks for customers, nosso números, números do documento and amounts."""

    def __init__(self, database: Database) -> None:
        """Work on *database*."""
        self._database = database

    def find(self, texto: str, empresa_id: int) -> list[Achado]:
        """Return at most a few records of each kind, the surest first, none twice."""
        limpo = " ".join(texto.split())
        if len(limpo) < 2:  # noqa: PLR2004 - one letter stands in everything
            return []
        with self._database.read() as uow:
            repository = uow.busca(empresa_id, _LIMITE)
            convenios = [convenio.id for convenio in uow.convenios.all(empresa_id)]
            larguras = uow.boletos.widths(convenios)
            achados = [*_exact(repository, limpo, larguras), *_loose(repository, limpo)]
        unicos: dict[tuple[str, int], Achado] = {}
        for achado in sorted(achados, key=lambda each: each.acerto):
            unicos.setdefault((achado.lista, achado.id), achado)
        return list(unicos.values())


def _exact(repository: BuscaRepository, texto: str, larguras: Iterable[int]) -> Iterator[Achado]:
    documentos = {texto, texto.upper()}
    numeros = set(_numeros(texto, larguras))
    if numeros:
        yield from _all(_boleto, repository.boletos_by_numero(numeros), Acerto.EXATO)
    yield from _all(_boleto, repository.boletos_by_documento(documentos), Acerto.EXATO)
    yield from _all(_conta, repository.contas_by_documento(documentos), Acerto.EXATO)
    if is_cpf(texto) or is_cnpj(texto):
        yield from _all(_pessoa, repository.pessoas_by_documento(compact(texto)), Acerto.EXATO)
    valor = amount(texto)
    if valor is not None:
        yield from _all(_boleto, repository.boletos_by_valor(valor), Acerto.EXATO)
        yield from _all(_conta, repository.contas_by_valor(valor), Acerto.EXATO)


def _loose(repository: BuscaRepository, texto: str) -> Iterator[Achado]:
    yield from _all(_pessoa, repository.pessoas_by_nome(texto), Acerto.COMECO)
    yield from _all(_pessoa, repository.pessoas_with(texto), Acerto.CONTEM)
    digitos = "".join(letra for letra in texto if letra.isdigit())
    linha = digitos if len(digitos) == _LINHA_DIGITAVEL else texto
    yield from _all(_boleto, repository.boletos_with(linha), Acerto.EXATO if linha is digitos else Acerto.CONTEM)
    yield from _all(_conta, repository.contas_with(texto), Acerto.CONTEM)


def _numeros(texto: str, larguras: Iterable[int]) -> Iterator[str]:
    """Yield every way a nosso número may be kept: with its zeros, and without the check digit it was typed with."""
    achado = None if is_cpf(texto) or is_cnpj(texto) else _NUMERO.fullmatch(texto.upper())
    if achado is not None:
        for parte in (achado["numero"], achado["numero"] + achado["dv"].removeprefix("-")):
            digitos = parte.replace(".", "")
            yield digitos
            yield from (digitos.lstrip("0").zfill(largura) for largura in larguras)


def amount(texto: str) -> int | None:
    """Return the centavos of *texto* when it plainly is an amount.

    >>> amount("1234,56"), amount("R$ 10"), amount("1234"), amount("NF 10")
    (123456, 1000, None, None)
    """
    if "," not in texto and "R$" not in texto.upper():
        return None
    try:
        return parse_brl(texto.upper())
    except ValueError:
        return None


def _all(
    make: Callable[[Mapping[str, Any], Acerto], Achado], rows: Iterable[Mapping[str, Any]], acerto: Acerto
) -> Iterator[Achado]:
    return (make(row, acerto) for row in rows)


def _boleto(row: Mapping[str, Any], acerto: Acerto) -> Achado:
    partes = (f"Boleto {row['nosso_numero_impresso']}", str(row["numero_documento"]), _due(row))
    return Achado(
        lista="boletos",
        id=row["id"],
        titulo=row["nome"],
        detalhe=" · ".join(parte for parte in partes if parte),
        busca=row["nosso_numero_impresso"],
        acerto=acerto,
    )


def _conta(row: Mapping[str, Any], acerto: Acerto) -> Achado:
    return Achado(
        lista="contas-receber",
        id=row["id"],
        titulo=row["nome"],
        detalhe=f"Conta a receber {row['documento']} · {_due(row)}",
        busca=row["documento"],
        acerto=acerto,
    )


def _pessoa(row: Mapping[str, Any], acerto: Acerto) -> Achado:
    partes = ("Pessoa", format_documento(row["documento"]), row["cidade"])
    return Achado(
        lista="pessoas",
        id=row["id"],
        titulo=row["nome"],
        detalhe=" · ".join(parte for parte in partes if parte),
        busca=row["nome"],
        acerto=acerto,
    )


def _due(row: Mapping[str, Any]) -> str:
    return f"{row['vencimento']:%d/%m/%Y} · {format_brl(row['valor'])}"
