"""Payments to give back: money of pagadores that came twice, or above what was owed."""

from collections.abc import Sequence

from sqlalchemy import select

from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.persistence import mapping_records, tables, tables_records
from finbank_desktop.persistence.listing import Condicao, Listing, contains_here_or_there
from finbank_desktop.persistence.mapping import Linha, Valores
from finbank_desktop.persistence.records import Devolucao
from finbank_desktop.persistence.repositories.base import Repository

_T = tables_records.devolucoes.c
_B = tables.boletos.c
_ORIGEM = (
    tables_records.devolucoes.join(tables_records.importacoes, _T.importacao_id == tables_records.importacoes.c.id)
    .outerjoin(tables.convenios, _T.convenio_id == tables.convenios.c.id)
    .outerjoin(tables.boletos, _T.boleto_id == _B.id)
    .outerjoin(tables.pessoas, _B.pessoa_id == tables.pessoas.c.id)
)


_FIND = contains_here_or_there(_B.busca, _B.pessoa_id, tables.pessoas)


def _waits(valor: object) -> Condicao:
    return _T.devolvido_em.is_(None) if valor else _T.devolvido_em.is_not(None)


_LISTING = Listing(
    table=tables_records.devolucoes,
    origem=_ORIGEM,
    proprias={
        "data": _T.data,
        "valor": _T.valor,
        "motivo": _T.motivo,
        "devolvido_em": _T.devolvido_em,
        "forma": _T.forma,
        "usuario": _T.usuario,
        "linha": _T.linha,
        "empresa_id": _T.empresa_id,
        "convenio_id": _T.convenio_id,
        "boleto_id": _T.boleto_id,
        "importacao_id": _T.importacao_id,
    },
    alheias={
        "pagador": tables.pessoas.c.nome,
        "pagador_documento": tables.pessoas.c.documento,
        "nosso_numero": _B.nosso_numero_impresso,
        "numero_documento": _B.numero_documento,
        "convenio": tables.convenios.c.descricao,
        "banco": tables.convenios.c.banco,
        "importacao": tables_records.importacoes.c.codigo,
        "arquivo": tables_records.importacoes.c.arquivo,
    },
    ordens={"pagador": tables.pessoas.c.nome_ordem},
    somas=("valor",),
    ordem="data",
    filtros={"espera": _waits},
    busca=lambda palavra: _T.boleto_id.in_(select(_B.id).where(_FIND(palavra))),
)


class DevolucaoRepository(Repository[Devolucao]):
    """Payments to give back, and when that was done."""

    table = tables_records.devolucoes
    nome = "O pagamento a devolver"

    def _row(self, obj: Devolucao) -> Valores:
        return mapping_records.devolucao_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[Devolucao]:
        return [mapping_records.devolucao_from(linha) for linha in linhas]

    def of_importacao(self, importacao_id: int) -> list[Devolucao]:
        """Return what an import brought."""
        return self._select(_T.importacao_id == importacao_id)

    def page(self, query: ListQuery) -> Pagina:
        """Return a page of the list."""
        return _LISTING.page(self._connection, query)
