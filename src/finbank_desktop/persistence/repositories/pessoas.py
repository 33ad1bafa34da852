"""Pessoas: whom an empresa bills or pays."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.documentos import format_documento
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.persistence import mapping, tables
from finbank_desktop.persistence.listing import Listing, contains
from finbank_desktop.persistence.mapping import Linha, Valores
from finbank_desktop.persistence.repositories.base import CodedRepository

_T = tables.pessoas.c
_LISTING = Listing(
    table=tables.pessoas,
    origem=tables.pessoas,
    proprias={
        "empresa_id": _T.empresa_id,
        "codigo": _T.codigo,
        "nome": _T.nome,
        "documento": _T.documento,
        "cidade": _T.cidade,
        "uf": _T.uf,
        "email": _T.email,
        "telefone": _T.telefone,
    },
    ordens={"nome": _T.nome_ordem},
    ordem="nome",
    busca=contains(_T.busca),
    mostra={"documento": format_documento},
)


class PessoaRepository(CodedRepository[Pessoa]):
    """Pessoas by id, by codigo and by documento within their empresa."""

    table = tables.pessoas
    nome = "A pessoa"

    def _row(self, obj: Pessoa) -> Valores:
        return mapping.pessoa_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[Pessoa]:
        return [mapping.pessoa_from(linha) for linha in linhas]

    def find_by_documento(self, empresa_id: int, documento: str) -> list[Pessoa]:
        """Return all with that CPF or CNPJ, given compact."""
        return self._select(_T.empresa_id == empresa_id, _T.documento == documento)

    def find_many_by_documento(self, empresa_id: int, documentos: Iterable[str]) -> dict[str, list[Pessoa]]:
        """Return those with one of *documentos* (compact), by documento; several may share one."""
        achadas: dict[str, list[Pessoa]] = defaultdict(list)
        for pessoa in self._select_in(_T.documento, documentos, _T.empresa_id == empresa_id):
            achadas[pessoa.documento].append(pessoa)
        return dict(achadas)

    def find_many_by_nome(self, empresa_id: int, nomes: Iterable[str]) -> dict[str, list[Pessoa]]:
        """Return those of one of *nomes* (see `mapping.fold`), by that; several may share one."""
        achadas: dict[str, list[Pessoa]] = defaultdict(list)
        for pessoa in self._select_in(_T.nome_ordem, nomes, _T.empresa_id == empresa_id):
            achadas[mapping.fold(pessoa.nome)].append(pessoa)
        return dict(achadas)

    def page(self, query: ListQuery) -> Pagina:
        """Return a page of the list."""
        return _LISTING.page(self._connection, query)
