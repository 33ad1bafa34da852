"""Convênios and the numbers that are taken from them."""

from collections.abc import Sequence

from sqlalchemy import select, update

from finbank_desktop.domain.convenios import Convenio, Homologacao
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.persistence import mapping, tables
from finbank_desktop.persistence.listing import Listing, contains, members
from finbank_desktop.persistence.mapping import Linha, Valores
from finbank_desktop.persistence.repositories.base import CodedRepository

_T = tables.convenios.c
_LISTING = Listing(
    table=tables.convenios,
    origem=tables.convenios.join(tables.contas),
    proprias={
        "empresa_id": _T.empresa_id,
        "codigo": _T.codigo,
        "descricao": _T.descricao,
        "banco": _T.banco,
        "formato": _T.formato,
        "carteira": _T.carteira,
        "convenio": _T.convenio,
        "codigo_beneficiario": _T.codigo_beneficiario,
        "proximo_nosso_numero": _T.proximo_nosso_numero,
        "nosso_numero_fim": _T.nosso_numero_fim,
        "proxima_remessa": _T.proxima_remessa,
        "ativo": _T.ativo,
        "homologacao": _T.homologacao,
    },
    alheias={"conta": tables.contas.c.descricao},
    ordem="codigo",
    filtros={
        "homologacao": lambda valor: _T.homologacao.in_([m.name for m in members(Homologacao, valor, "homologacao")])
    },
    busca=contains(_T.busca),
    mostra={"homologacao": lambda nome: Homologacao[nome]},
)


class ConvenioRepository(CodedRepository[Convenio]):
    """Convênios by id and by codigo within their empresa."""

    table = tables.convenios
    nome = "O convênio"

    def _row(self, obj: Convenio) -> Valores:
        return mapping.convenio_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[Convenio]:
        return [mapping.convenio_from(linha) for linha in linhas]

    def of_banco(self, banco: str) -> list[Convenio]:
        """Return the convênios at *banco* of every empresa: the ones a retorno of that bank may belong to."""
        return self._select(_T.banco == banco)

    def take_remessa(self, convenio_id: int) -> int:
        """Return the number of the convênio's next remessa and count on; it never goes back."""
        numero = self._connection.scalar(select(_T.proxima_remessa).where(_T.id == convenio_id))
        novo = {"proxima_remessa": _T.proxima_remessa + 1, "versao": _T.versao + 1}
        self._connection.execute(update(self.table).where(_T.id == convenio_id).values(novo))
        return int(numero or 0)

    def take_nosso_numeros(self, convenio_id: int, quantidade: int) -> range:
        """Return the next *quantidade* numbers of the convênio and count on; the range's end is not judged here."""
        primeiro = int(self._connection.scalar(select(_T.proximo_nosso_numero).where(_T.id == convenio_id)) or 0)
        novo = {"proximo_nosso_numero": primeiro + quantidade, "versao": _T.versao + 1}
        self._connection.execute(update(self.table).where(_T.id == convenio_id).values(novo))
        return range(primeiro, primeiro + quantidade)

    def page(self, query: ListQuery) -> Pagina:
        """Return a page of the list."""
        return _LISTING.page(self._connection, query)
