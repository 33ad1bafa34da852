"""Contas: the empresa's accounts at banks, and its tills."""

from collections.abc import Sequence

from finbank_desktop.domain.cadastros import Conta
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.persistence import mapping, tables
from finbank_desktop.persistence.listing import Listing, contains
from finbank_desktop.persistence.mapping import Linha, Valores
from finbank_desktop.persistence.repositories.base import CodedRepository

_T = tables.contas.c
_LISTING = Listing(
    table=tables.contas,
    origem=tables.contas,
    proprias={
        "empresa_id": _T.empresa_id,
        "codigo": _T.codigo,
        "descricao": _T.descricao,
        "banco": _T.banco,
        "agencia": _T.agencia,
        "conta": _T.conta,
    },
    alheias={"agencia_dv": _T.agencia_dv, "conta_dv": _T.conta_dv},
    ordem="codigo",
    filtros={"em_banco": lambda valor: (_T.banco != "") if valor else (_T.banco == "")},
    busca=contains(_T.busca),
)


class ContaRepository(CodedRepository[Conta]):
    """Contas by id and by codigo within their empresa."""

    table = tables.contas
    nome = "A conta"

    def _row(self, obj: Conta) -> Valores:
        return mapping.conta_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[Conta]:
        return [mapping.conta_from(linha) for linha in linhas]

    def page(self, query: ListQuery) -> Pagina:
        """Return a page of the list."""
        return _LISTING.page(self._connection, query)
