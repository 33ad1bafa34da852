"""Empresas: the companies whose books are kept."""

from collections.abc import Sequence

from finbank_desktop.domain.cadastros import Empresa
from finbank_desktop.domain.documentos import format_documento
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.persistence import mapping, tables
from finbank_desktop.persistence.listing import Listing, contains
from finbank_desktop.persistence.mapping import Linha, Valores
from finbank_desktop.persistence.repositories.base import Repository

_T = tables.empresas.c
_LISTING = Listing(
    table=tables.empresas,
    origem=tables.empresas,
    proprias={
        "codigo": _T.codigo,
        "razao_social": _T.razao_social,
        "nome_fantasia": _T.nome_fantasia,
        "documento": _T.documento,
        "cidade": _T.cidade,
        "uf": _T.uf,
    },
    ordem="codigo",
    busca=contains(_T.busca),
    mostra={"documento": format_documento},
)


class EmpresaRepository(Repository[Empresa]):
    """Empresas by id and by their three digits."""

    table = tables.empresas
    nome = "A empresa"

    def _row(self, obj: Empresa) -> Valores:
        return mapping.empresa_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[Empresa]:
        return [mapping.empresa_from(linha) for linha in linhas]

    def find_by_codigo(self, codigo: str) -> Empresa | None:
        """Return the empresa with that codigo, or ``None``."""
        achadas = self._select(_T.codigo == codigo)
        return achadas[0] if achadas else None

    def all(self) -> list[Empresa]:
        """Return all empresas, by codigo."""
        return self._select(ordem=_T.codigo)

    def page(self, query: ListQuery) -> Pagina:
        """Return a page of the list."""
        return _LISTING.page(self._connection, query)
