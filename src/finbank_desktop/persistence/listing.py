"""How a page of a list is asked of the database: filters, search, order, sums, all in SQL.

The page's ids are found first, on the list's own table where the order allows it, so that a far page costs a walk along
one index; only then are the few rows joined with what stands in other tables.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Date,
    FromClause,
    Integer,
    Table,
    and_,
    func,
    or_,
    select,
)

from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.valores import parse_decimal
from finbank_desktop.persistence.mapping import fold

Condicao: TypeAlias = ColumnElement[bool]
E = TypeVar("E", bound=StrEnum)

_VALORES = ("valor", "valor_pago", "valor_baixado", "saldo")
"""Columns in centavos: a text for them is in reais."""

_MAIOR = 2**63 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a list consists of.

    Attributes:
        table: The list's own table.
        origem: That table with the others it takes columns from, joined so that no row is lost or doubled.
        proprias: Column key to expression over *table* alone.
        alheias: Column key to expression over *origem*.
        ordens: Column key to what is sorted by instead of the column itself.
        somas: Keys of *proprias* that are summed.
        ordem: Key sorted by when the user chose none.
        filtros: Filter key to what makes a condition on *table* of its value; the keys of *proprias* are filters too.
        busca: What makes a condition on *table* of one searched word, already folded.
        mostra: Column key to what makes the shown value of the stored one.
    """

    table: Table
    origem: FromClause
    proprias: Mapping[str, ColumnElement[Any]]
    alheias: Mapping[str, ColumnElement[Any]] = field(default_factory=dict)
    ordens: Mapping[str, ColumnElement[Any]] = field(default_factory=dict)
    somas: tuple[str, ...] = ()
    ordem: str
    decrescente: bool = False
    filtros: Mapping[str, Callable[[Any], Condicao]] = field(default_factory=dict)
    busca: Callable[[str], Condicao]
    mostra: Mapping[str, Callable[[Any], Any]] = field(default_factory=dict)

    def page(self, connection: Connection, query: ListQuery) -> Pagina:
        """Return the rows, the count and the sums *query* asks for.

        Raises:
            RefusedError: A filter or an order is not known, or a filter's value makes no sense.
        """
        condicoes = self.conditions(query)
        somas = [func.coalesce(func.sum(self.proprias[chave]), 0) for chave in self.somas]
        total, *valores = connection.execute(
            select(func.count(), *somas).select_from(self.table).where(*condicoes)
        ).one()
        return Pagina(
            linhas=self._rows(connection, query, condicoes),
            total=total,
            somas={chave: int(valor) for chave, valor in zip(self.somas, valores, strict=True)},
        )

    def ids(self, connection: Connection, query: ListQuery) -> list[int]:
        """Return the ids of all rows that match, in the order asked for, whatever the page."""
        coluna, decrescente, alheia = self._order(query)
        comando = select(self.table.c.id).select_from(self.origem if alheia else self.table)
        comando = comando.where(*self.conditions(query)).order_by(*_both(coluna, self.table.c.id, down=decrescente))
        return list(connection.scalars(comando))

    def conditions(self, query: ListQuery) -> list[Condicao]:
        """Return what *query* asks of a row."""
        filtros = [self._filter(chave, valor) for chave, valor in query.filtros.items()]
        return filtros + [or_(*map(self.busca, _spellings(palavra))) for palavra in fold(query.busca).split()]

    def _rows(
        self, connection: Connection, query: ListQuery, condicoes: Iterable[Condicao]
    ) -> tuple[Mapping[str, Any], ...]:
        coluna, decrescente, alheia = self._order(query)
        ordem = _both(coluna, self.table.c.id, down=decrescente)
        pagina = (
            select(self.table.c.id)
            .select_from(self.origem if alheia else self.table)
            .where(*condicoes)
            .order_by(*ordem)
            .limit(query.quantidade)
            .offset(query.inicio)
        )
        colunas = [expressao.label(chave) for chave, expressao in {**self.proprias, **self.alheias}.items()]
        comando = select(self.table.c.id.label("id"), *colunas).select_from(self.origem)
        comando = comando.where(self.table.c.id.in_(pagina.scalar_subquery())).order_by(*ordem)
        return tuple(self._shown(dict(linha)) for linha in connection.execute(comando).mappings())

    def _shown(self, linha: dict[str, Any]) -> dict[str, Any]:
        for chave, mostra in self.mostra.items():
            linha[chave] = mostra(linha[chave])
        return linha

    def _order(self, query: ListQuery) -> tuple[ColumnElement[Any], bool, bool]:
        chave = query.ordem or self.ordem
        decrescente = query.decrescente if query.ordem else self.decrescente
        if chave == "id":
            return self.table.c.id, decrescente, False
        if chave in self.proprias:
            return self.ordens.get(chave, self.proprias[chave]), decrescente, False
        if chave in self.alheias:
            return self.ordens.get(chave, self.alheias[chave]), decrescente, True
        raise _unknown("ordem", chave, [*self.proprias, *self.alheias])

    def _filter(self, chave: str, valor: Any) -> Condicao:
        if chave in self.filtros:
            return self.filtros[chave](valor)
        if chave == "id":
            return match(self.table.c.id, valor, chave)
        if chave in self.proprias:
            return match(self.proprias[chave], valor, chave)
        raise _unknown("filtro", chave, sorted({*self.filtros, *self.proprias}))


def match(coluna: ColumnElement[Any], valor: Any, chave: str) -> Condicao:
    """Return the condition that *coluna* is *valor*: one value, any of a list, or within a tuple of two."""
    if isinstance(valor, tuple) and len(valor) == 2:  # noqa: PLR2004 - both ends of a range
        inicio, fim = (None if ponta is None else _coerce(coluna, ponta, chave) for ponta in valor)
        pontas = [coluna >= inicio] if inicio is not None else []
        return and_(True, *pontas, *([coluna <= fim] if fim is not None else []))  # noqa: FBT003 - SQL's TRUE
    if isinstance(valor, list | set | frozenset | tuple):
        return coluna.in_([_coerce(coluna, um, chave) for um in valor])
    return coluna.is_(None) if valor is None else coluna == _coerce(coluna, valor, chave)


def members(enumeracao: type[E], valor: Any, chave: str) -> list[E]:
    """Return the members *valor* names, by name or by the words users read; one or a list.

    Raises:
        RefusedError: There is no such member.
    """
    nomes = [valor] if isinstance(valor, str) else list(valor)
    por_texto = {fold(m.value): m for m in enumeracao} | {fold(m.name): m for m in enumeracao}
    for nome in nomes:
        if fold(str(nome)) not in por_texto:
            conhecidos = ", ".join(m.value for m in enumeracao)
            raise RefusedError(
                "filtro_invalido", f"“{nome}” não existe em {chave}; use um destes: {conhecidos}.", chave
            )
    return [por_texto[fold(str(nome))] for nome in nomes]


def refers(referencia: Column[Any], la: Table, coluna: str) -> Callable[[Any], Condicao]:
    """Return what makes the condition that the row of *la* that *referencia* names has one of the texts in *coluna*."""

    def condicao(valor: Any) -> Condicao:
        textos = [str(um) for um in valor] if isinstance(valor, list | set | frozenset | tuple) else [str(valor)]
        return referencia.in_(select(la.c.id).where(la.c[coluna].in_(textos)))

    return condicao


def contains(coluna: ColumnElement[Any]) -> Callable[[str], Condicao]:
    """Return what makes the condition that *coluna* contains a word."""
    return lambda palavra: coluna.contains(palavra, autoescape=True)


def contains_here_or_there(aqui: Column[Any], referencia: Column[Any], la: Table) -> Callable[[str], Condicao]:
    """Return what makes the condition that a word stands in *aqui*, or in the row of *la* that *referencia* names."""

    def condicao(palavra: str) -> Condicao:
        achados = select(la.c.id).where(la.c.busca.contains(palavra, autoescape=True))
        return or_(aqui.contains(palavra, autoescape=True), referencia.in_(achados))

    return condicao


def _spellings(palavra: str) -> list[str]:
    """Return *palavra*, and without separators when it is a number such as a CPF as people write it."""
    letras = "".join(letra for letra in palavra if letra.isalnum())
    return [palavra, letras] if letras != palavra and any(letra.isdigit() for letra in letras) else [palavra]


def _both(coluna: ColumnElement[Any], desempate: ColumnElement[Any], *, down: bool) -> list[ColumnElement[Any]]:
    pares = [coluna] if coluna is desempate else [coluna, desempate]
    return [par.desc() if down else par.asc() for par in pares]


def _coerce(coluna: ColumnElement[Any], valor: Any, chave: str) -> Any:
    if not isinstance(valor, str):
        return valor
    try:
        if isinstance(coluna.type, Date):
            return date.fromisoformat(valor)
        if isinstance(coluna.type, Integer | BigInteger):
            return _fit(parse_decimal(valor) if chave in _VALORES else int(valor))
    except ValueError:
        quer = "um valor como 114.21" if chave in _VALORES else "um número"
        quer = "uma data como 2026-12-31" if isinstance(coluna.type, Date) else quer
        raise RefusedError("filtro_invalido", f"O filtro {chave} pede {quer}, não “{valor}”.", chave) from None
    return valor


def _fit(numero: int) -> int:
    """Return *numero*, which a database's integer can hold.

    Raises:
        ValueError: It cannot.
    """
    if abs(numero) > _MAIOR:
        raise ValueError(numero)
    return numero


def _unknown(papel: str, chave: str, conhecidas: Iterable[str]) -> RefusedError:
    return RefusedError(
        f"{papel}_desconhecido" if papel == "filtro" else "ordem_desconhecida",
        f"Não há {papel} “{chave}” nesta lista; use: {', '.join(conhecidas)}.",
        chave,
    )
