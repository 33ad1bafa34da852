"""Finding a record by what a person remembers of it: first what an index knows at once, then words anywhere."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, and_, select

from finbank_desktop.persistence import tables
from finbank_desktop.persistence.mapping import fold

_P, _B, _C = tables.pessoas.c, tables.boletos.c, tables.contas_receber.c
_PESSOA = (_P.id, _P.nome, _P.documento, _P.codigo, _P.cidade)
_BOLETO = (_B.id, _B.nosso_numero, _B.nosso_numero_impresso, _B.numero_documento, _B.vencimento, _B.valor, _P.nome)
_CONTA = (_C.id, _C.codigo, _C.documento, _C.vencimento, _C.valor, _P.nome)
Achado = Mapping[str, Any]


class BuscaRepository:
    """A few rows of each kind; nothing is counted, so that a hundred thousand rows cost no more than a glance."""

    def __init__(self, connection: Connection, empresa_id: int, limite: int) -> None:
        """Look in the books of *empresa_id*, for at most *limite* rows of each kind."""
        self._connection = connection
        self._empresa_id = empresa_id
        self._limite = limite

    def boletos_by_numero(self, numeros: Iterable[str]) -> list[Achado]:
        """Return boletos whose nosso número is one of *numeros*."""
        return self._boletos(_B.nosso_numero.in_(list(numeros)))

    def boletos_by_documento(self, textos: Iterable[str]) -> list[Achado]:
        """Return boletos whose número do documento is one of *textos*."""
        return self._boletos(_B.numero_documento.in_(list(textos)))

    def boletos_by_valor(self, valor: int) -> list[Achado]:
        """Return boletos of that many centavos."""
        return self._boletos(_B.valor == valor)

    def contas_by_documento(self, textos: Iterable[str]) -> list[Achado]:
        """Return contas a receber whose documento is one of *textos*."""
        return self._contas(_C.documento.in_(list(textos)))

    def contas_by_valor(self, valor: int) -> list[Achado]:
        """Return contas a receber of that many centavos."""
        return self._contas(_C.valor == valor)

    def pessoas_by_documento(self, documento: str) -> list[Achado]:
        """Return pessoas with that CPF or CNPJ, given compact."""
        return self._pessoas(_P.documento == documento)

    def pessoas_by_nome(self, inicio: str) -> list[Achado]:
        """Return pessoas whose name begins so, whatever accents and capitals."""
        plano = fold(inicio)
        return self._pessoas(and_(_P.nome_ordem >= plano, _P.nome_ordem < plano + "\uffff"))

    def pessoas_with(self, palavras: str) -> list[Achado]:
        """Return pessoas in whose texts every word stands."""
        return self._pessoas(*_words(_P.busca, palavras))

    def boletos_with(self, palavras: str) -> list[Achado]:
        """Return boletos in whose own texts every word stands."""
        return self._boletos(*_words(_B.busca, palavras))

    def contas_with(self, palavras: str) -> list[Achado]:
        """Return contas a receber in whose own texts every word stands."""
        return self._contas(*_words(_C.busca, palavras))

    def _pessoas(self, *condicoes: ColumnElement[bool]) -> list[Achado]:
        comando = select(*_PESSOA).where(_P.empresa_id == self._empresa_id, *condicoes).order_by(_P.nome_ordem, _P.id)
        return self._rows(comando)

    def _boletos(self, *condicoes: ColumnElement[bool]) -> list[Achado]:
        return self._rows(self._newest(tables.boletos, _B.pessoa_id, _BOLETO, condicoes))

    def _contas(self, *condicoes: ColumnElement[bool]) -> list[Achado]:
        return self._rows(self._newest(tables.contas_receber, _C.pessoa_id, _CONTA, condicoes))

    def _newest(
        self, table: Table, pessoa: Column[Any], colunas: Iterable[Any], condicoes: Iterable[ColumnElement[bool]]
    ) -> Any:
        achadas = select(table.c.id).where(table.c.empresa_id == self._empresa_id, *condicoes)
        achadas = achadas.order_by(table.c.id.desc()).limit(self._limite)
        comando = select(*colunas).select_from(table.join(tables.pessoas, pessoa == _P.id))
        return comando.where(table.c.id.in_(achadas.scalar_subquery())).order_by(table.c.id.desc())

    def _rows(self, comando: Any) -> list[Achado]:
        return [dict(row) for row in self._connection.execute(comando.limit(self._limite)).mappings()]


def _words(coluna: Column[Any], palavras: str) -> list[ColumnElement[bool]]:
    return [coluna.contains(palavra, autoescape=True) for palavra in fold(palavras).split()]
