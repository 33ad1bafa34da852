"""Remessas: what was sent to the bank, title by title, and the file itself."""

from collections.abc import Sequence

from sqlalchemy import func, insert, select

from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.domain.remessas import Remessa, SituacaoRemessa
from finbank_desktop.persistence import mapping, tables
from finbank_desktop.persistence.listing import Listing, contains, members
from finbank_desktop.persistence.mapping import Linha, Valores
from finbank_desktop.persistence.records import RemessaItem
from finbank_desktop.persistence.repositories.base import Repository

_T = tables.remessas.c
_I = tables.remessa_itens.c
_LISTING = Listing(
    table=tables.remessas,
    origem=tables.remessas.join(tables.convenios),
    proprias={
        "codigo": _T.id,
        "empresa_id": _T.empresa_id,
        "convenio_id": _T.convenio_id,
        "sequencia": _T.sequencia,
        "arquivo": _T.arquivo,
        "gerada_em": _T.gerada_em,
        "usuario": _T.usuario,
        "titulos": _T.titulos,
        "valor": _T.valor,
        "situacao": _T.situacao,
        "enviada_em": _T.enviada_em,
    },
    alheias={
        "convenio": tables.convenios.c.descricao,
        "convenio_codigo": tables.convenios.c.codigo,
        "banco": tables.convenios.c.banco,
        "formato": tables.convenios.c.formato,
    },
    somas=("valor",),
    ordem="codigo",
    decrescente=True,
    filtros={"situacao": lambda valor: _T.situacao.in_([m.name for m in members(SituacaoRemessa, valor, "situacao")])},
    busca=contains(_T.arquivo),
    mostra={"codigo": lambda row: f"{row:06d}", "situacao": lambda nome: SituacaoRemessa[nome]},
)


class RemessaRepository(Repository[Remessa]):
    """Remessas by id, with their itens and the bytes of their files."""

    table = tables.remessas
    nome = "A remessa"

    def _row(self, obj: Remessa) -> Valores:
        return mapping.remessa_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[Remessa]:
        return [mapping.remessa_from(linha) for linha in linhas]

    def add_itens(self, remessa: Remessa, itens: Sequence[RemessaItem]) -> None:
        """Keep what was sent in *remessa*."""
        linhas = [
            {
                "empresa_id": remessa.empresa_id,
                "remessa_id": remessa.id,
                "boleto_id": item.boleto_id,
                "ordem": item.ordem,
                "comando": item.comando,
                "versao": 1,
            }
            for item in itens
        ]
        if linhas:
            self._connection.execute(insert(tables.remessa_itens), linhas)

    def itens(self, remessa_id: int) -> list[RemessaItem]:
        """Return what was sent, in the order of the file."""
        comando = select(_I.boleto_id, _I.ordem, _I.comando).where(_I.remessa_id == remessa_id).order_by(_I.ordem)
        return [
            RemessaItem(boleto_id=boleto, ordem=ordem, comando=comando)
            for boleto, ordem, comando in self._connection.execute(comando)
        ]

    def add_conteudo(self, remessa: Remessa, conteudo: bytes) -> None:
        """Keep the bytes of the file, so that it can be saved again."""
        valores = {"empresa_id": remessa.empresa_id, "remessa_id": remessa.id, "conteudo": conteudo, "versao": 1}
        self._connection.execute(insert(tables.remessa_arquivos), valores)

    def conteudo(self, remessa_id: int) -> bytes | None:
        """Return the bytes of the file, or ``None`` when they were not kept."""
        t = tables.remessa_arquivos.c
        achado = self._connection.scalar(select(t.conteudo).where(t.remessa_id == remessa_id))
        return None if achado is None else bytes(achado)

    def find_by_sequencia(self, convenio_id: int, sequencia: int) -> Remessa | None:
        """Return the convênio's remessa with that number, or ``None``."""
        achadas = self._select(_T.convenio_id == convenio_id, _T.sequencia == sequencia)
        return achadas[0] if achadas else None

    def last_sequencia(self, convenio_id: int) -> int:
        """Return the highest number of the convênio's remessas that were not cancelled; 0 when there is none."""
        nossas = (_T.convenio_id == convenio_id, _T.situacao != SituacaoRemessa.CANCELADA.name)
        return int(self._connection.scalar(select(func.max(_T.sequencia)).where(*nossas)) or 0)

    def page(self, query: ListQuery) -> Pagina:
        """Return a page of the list."""
        return _LISTING.page(self._connection, query)
