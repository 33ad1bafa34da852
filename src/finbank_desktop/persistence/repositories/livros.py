"""The books: the chart of accounts and what it is used by."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import func, select

from finbank_desktop.domain.contabil import (
    ContaCaixa,
    ContaContabil,
    EventoContabil,
    Historico,
    Natureza,
    PadraoContabil,
)
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.persistence import mapping_livros, tables, tables_livros
from finbank_desktop.persistence.listing import Listing, contains
from finbank_desktop.persistence.mapping import Linha, Valores
from finbank_desktop.persistence.mapping_extratos import plain_from, plain_row
from finbank_desktop.persistence.records_livros import FechamentoContabil
from finbank_desktop.persistence.repositories.base import CodedRepository, Repository, chunks

_C = tables_livros.plano_contas.c
_F = tables_livros.fechamentos_contabeis.c

_PLANO = Listing(
    table=tables_livros.plano_contas,
    origem=tables_livros.plano_contas,
    proprias={
        nome: _C[nome] for nome in ("codigo", "reduzido", "nome", "natureza", "analitica", "ativa", "empresa_id")
    },
    ordem="codigo",
    busca=contains(_C.busca),
    mostra={"natureza": lambda nome: Natureza[nome]},
)


class ContaContabilRepository(CodedRepository[ContaContabil]):
    """The plano de contas."""

    table = tables_livros.plano_contas
    nome = "A conta contábil"

    def _row(self, obj: ContaContabil) -> Valores:
        return mapping_livros.conta_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[ContaContabil]:
        return [mapping_livros.conta_from(linha) for linha in linhas]

    def page(self, query: ListQuery) -> Pagina:
        """Return a page of the list."""
        return _PLANO.page(self._connection, query)

    def posted(self, rows: Iterable[int]) -> set[int]:
        """Return those of *rows* that something was posted to."""
        conta = tables_livros.partidas.c.conta_contabil_id
        comando = select(_C.id).where(_C.id.in_(list(rows)), select(conta).where(conta == _C.id).exists())
        return set(self._connection.scalars(comando))

    def used(self, rows: Iterable[int]) -> set[int]:
        """Return those of *rows* that are posted to, or that an evento or a conta caixa names."""
        ids = set(rows)
        contas_caixa, eventos = tables_livros.contas_caixa.c, tables_livros.eventos_contabeis.c
        nomeadas = set(self._connection.scalars(select(contas_caixa.conta_contabil_id)))
        for contas in self._connection.scalars(select(eventos.contas)):
            nomeadas.update(contas.values())
        return self.posted(ids) | (ids & nomeadas)

    def of_lotes(self, lote_ids: Iterable[int]) -> list[ContaContabil]:
        """Return the accounts that those lots post to, by codigo."""
        partida = tables_livros.partidas.c
        achadas: dict[int, ContaContabil] = {}
        for pedaco in chunks(lote_ids):
            suas = select(partida.conta_contabil_id).where(partida.lote_id.in_(pedaco))
            achadas |= {conta.id: conta for conta in self._select(_C.id.in_(suas))}
        return sorted(achadas.values(), key=lambda conta: conta.codigo)


class EventoContabilRepository(CodedRepository[EventoContabil]):
    """Eventos contábeis."""

    table = tables_livros.eventos_contabeis
    nome = "O evento contábil"

    def _row(self, obj: EventoContabil) -> Valores:
        return mapping_livros.evento_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[EventoContabil]:
        return [mapping_livros.evento_from(linha) for linha in linhas]


class HistoricoRepository(CodedRepository[Historico]):
    """Históricos."""

    table = tables_livros.historicos
    nome = "O histórico"

    def _row(self, obj: Historico) -> Valores:
        return plain_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[Historico]:
        return [plain_from(Historico, linha) for linha in linhas]


class PadraoContabilRepository(Repository[PadraoContabil]):
    """What each process uses when nobody chooses."""

    table = tables_livros.padroes_contabeis
    nome = "O padrão contábil"

    def _row(self, obj: PadraoContabil) -> Valores:
        return plain_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[PadraoContabil]:
        return [mapping_livros.padrao_from(linha) for linha in linhas]

    def all(self, empresa_id: int) -> list[PadraoContabil]:
        """Return those of an empresa; none where its books were not begun."""
        return self._select(self.table.c.empresa_id == empresa_id)

    def without(self) -> list[int]:
        """Return the empresas whose books were not begun."""
        empresa = tables.empresas.c.id
        dela = select(self.table.c.id).where(self.table.c.empresa_id == empresa)
        return list(self._connection.scalars(select(empresa).where(~dela.exists()).order_by(empresa)))


class ContaCaixaRepository(Repository[ContaCaixa]):
    """What the books know of contas caixa; one that was never set up is not there."""

    table = tables_livros.contas_caixa
    nome = "A conta caixa"

    def _row(self, obj: ContaCaixa) -> Valores:
        return plain_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[ContaCaixa]:
        return [plain_from(ContaCaixa, linha) for linha in linhas]

    def of_contas(self, conta_ids: Iterable[int]) -> dict[int, ContaCaixa]:
        """Return those of *conta_ids* that were set up, by conta."""
        return {obj.conta_id: obj for obj in self._select_in(self.table.c.conta_id, conta_ids)}


class FechamentoContabilRepository(Repository[FechamentoContabil]):
    """Closed months; only ever added, or opened again."""

    table = tables_livros.fechamentos_contabeis
    nome = "O fechamento contábil"

    def _row(self, obj: FechamentoContabil) -> Valores:
        return plain_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[FechamentoContabil]:
        return [plain_from(FechamentoContabil, linha) for linha in linhas]

    def of_empresa(self, empresa_id: int) -> list[FechamentoContabil]:
        """Return the empresa's closings, those opened again too, latest first."""
        return self._select(_F.empresa_id == empresa_id, ordem=(_F.ate.desc(), _F.id.desc()))

    def closed_until(self, empresa_id: int) -> date | None:
        """Return the last day on which nothing is posted any more; ``None`` when no month is closed."""
        comando = select(func.max(_F.ate)).where(_F.empresa_id == empresa_id, _F.reaberto_em.is_(None))
        ate: date | None = self._connection.scalar(comando)
        return ate
