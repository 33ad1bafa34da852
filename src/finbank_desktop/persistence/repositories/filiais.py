"""Filiais: the branches of an empresa."""

from collections.abc import Sequence

from finbank_desktop.domain.cadastros import Filial
from finbank_desktop.domain.documentos import format_documento
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.persistence import mapping, tables
from finbank_desktop.persistence.listing import Listing, contains
from finbank_desktop.persistence.mapping import Linha, Valores
from finbank_desktop.persistence.repositories.base import CodedRepository

_T = tables.filiais.c
_LISTING = Listing(
    table=tables.filiais,
    origem=tables.filiais.join(tables.empresas),
    proprias={"empresa_id": _T.empresa_id, "codigo": _T.codigo, "nome": _T.nome, "documento": _T.documento},
    alheias={"empresa": tables.empresas.c.razao_social},
    ordem="codigo",
    busca=contains(_T.busca),
    mostra={"documento": format_documento},
)


class FilialRepository(CodedRepository[Filial]):
    """Filiais by id and by codigo within their empresa."""

    table = tables.filiais
    nome = "A filial"

    def _row(self, obj: Filial) -> Valores:
        return mapping.filial_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[Filial]:
        return [mapping.filial_from(linha) for linha in linhas]

    def page(self, query: ListQuery) -> Pagina:
        """Return a page of the list."""
        return _LISTING.page(self._connection, query)
