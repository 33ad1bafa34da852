"""Lots, their lines, and what they moved in each conta caixa."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Table, func, insert, literal, select

from finbank_desktop.domain.contabil import Processo, SituacaoLote
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.persistence import bulk, mapping_livros, tables_livros
from finbank_desktop.persistence.folding import folded
from finbank_desktop.persistence.listing import Listing, contains, match, members
from finbank_desktop.persistence.mapping import Linha, Valores
from finbank_desktop.persistence.mapping_extratos import plain_from, plain_row
from finbank_desktop.persistence.records_livros import LoteContabil, MovimentoCaixa, Partida
from finbank_desktop.persistence.repositories.base import CodedRepository, Repository, chunks

_L = tables_livros.lotes_contabeis.c
_P = tables_livros.partidas.c
_M = tables_livros.movimentos_caixa.c

LinhaPartida: TypeAlias = tuple[int, date, int, int | None, int]
"""Lançamento, day, conta contábil, filial, centavos."""
LinhaMovimento: TypeAlias = tuple[int, int, date, int, str, str, str, int | None]
"""Lançamento, conta, day, centavos, histórico, documento, table and row of what it stands for."""
TODOS = 2**31
"""More lançamentos than a lot has."""
_PARTIDA = ("lancamento", "data", "conta_contabil_id", "filial_id", "valor")
_MOVIMENTO = ("lancamento", "conta_id", "data", "valor", "historico", "documento", "item_tabela", "item_id")


def _posts_within(dias: Any) -> ColumnElement[bool]:
    """Return the condition that a lot has a line on one of *dias*: a day, or two of which either may be missing."""
    return select(_P.id).where(_P.lote_id == _L.id, match(_P.data, dias, "periodo")).exists()


_LOTES = Listing(
    table=tables_livros.lotes_contabeis,
    origem=tables_livros.lotes_contabeis,
    proprias={
        **{nome: _L[nome] for nome in ("codigo", "processo", "texto", "inicio", "fim", "lancamentos", "valor")},
        **{nome: _L[nome] for nome in ("situacao", "quando", "usuario", "fechado_em", "fechado_por", "empresa_id")},
        **{nome: _L[nome] for nome in ("origem_tabela", "origem_id", "estorno_de_id")},
    },
    somas=("valor",),
    ordem="codigo",
    decrescente=True,
    filtros={
        "situacao": lambda valor: _L.situacao.in_([m.name for m in members(SituacaoLote, valor, "situacao")]),
        "processo": lambda valor: _L.processo.in_([m.name for m in members(Processo, valor, "processo")]),
        "periodo": _posts_within,
    },
    busca=contains(_L.busca),
    mostra={"situacao": lambda nome: SituacaoLote[nome], "processo": lambda nome: Processo[nome]},
)


_MOVIMENTOS = Listing(
    table=tables_livros.movimentos_caixa,
    origem=tables_livros.movimentos_caixa.join(tables_livros.lotes_contabeis, _M.lote_id == _L.id),
    proprias={
        **{nome: _M[nome] for nome in ("data", "historico", "documento", "valor", "conta_id", "empresa_id")},
        **{nome: _M[nome] for nome in ("lote_id", "lancamento", "item_tabela", "item_id")},
    },
    alheias={
        "lote": _L.codigo,
        "processo": _L.texto,
        "tipo": _L.processo,
        "origem_tabela": _L.origem_tabela,
        "origem_id": _L.origem_id,
    },
    somas=("valor",),
    ordem="data",
    decrescente=True,
    busca=contains(folded(_M.historico)),
    mostra={"tipo": lambda nome: Processo[nome]},
)


class LoteContabilRepository(CodedRepository[LoteContabil]):
    """Lots; the database itself refuses what a closed one forbids."""

    table = tables_livros.lotes_contabeis
    nome = "O lote"

    def _row(self, obj: LoteContabil) -> Valores:
        return mapping_livros.lote_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[LoteContabil]:
        return [mapping_livros.lote_from(linha) for linha in linhas]

    def page(self, query: ListQuery) -> Pagina:
        """Return a page of the list."""
        return _LOTES.page(self._connection, query)

    def ids(self, query: ListQuery) -> list[int]:
        """Return the ids of all that match."""
        return _LOTES.ids(self._connection, query)

    def of_origem(self, tabela: str, row: int) -> list[LoteContabil]:
        """Return the lots that a process made and that nothing took back, the latest first."""
        espelho = self.table.alias("espelho")
        estornado = select(espelho.c.id).where(espelho.c.estorno_de_id == _L.id).exists()
        de_pe = (_L.estorno_de_id.is_(None), ~estornado)
        return self._select(_L.origem_id == row, _L.origem_tabela == tabela, *de_pe, ordem=_L.id.desc())

    def mirror_of(self, row: int) -> LoteContabil | None:
        """Return the lot that takes the closed one *row* back; ``None`` while none does."""
        achados = self._select(_L.estorno_de_id == row)
        return achados[0] if achados else None

    def open_until(self, empresa_id: int, ate: date) -> list[LoteContabil]:
        """Return the open lots of an empresa that have a line until *ate*."""
        return self._select(_L.empresa_id == empresa_id, _L.inicio <= ate, _L.situacao == SituacaoLote.ABERTO.name)

    def close(self, lote: LoteContabil, *, usuario: str, agora: datetime) -> LoteContabil:
        """Close *lote* for good: one UPDATE, which the database refuses unless its lançamentos sum to zero."""
        return self.update(replace(lote, situacao=SituacaoLote.FECHADO, fechado_em=agora, fechado_por=usuario))

    def remove(self, lote: LoteContabil) -> None:
        """Take an open lot away with all it posted."""
        for tabela in (tables_livros.movimentos_caixa, tables_livros.partidas):
            self._connection.execute(tabela.delete().where(tabela.c.lote_id == lote.id))
        self.delete_where(id=lote.id)

    def mirror(self, lote: LoteContabil, novo: LoteContabil) -> None:
        """Post to *novo* the opposite of what *lote* posted, day by day."""
        self._copy(tables_livros.partidas, lote, novo, _PARTIDA, {"valor": -_P.valor})
        estorno = literal("Estorno: ").concat(_M.historico)
        self._copy(tables_livros.movimentos_caixa, lote, novo, _MOVIMENTO, {"valor": -_M.valor, "historico": estorno})

    def _copy(
        self, table: Table, de: LoteContabil, novo: LoteContabil, nomes: Iterable[str], outras: Mapping[str, Any]
    ) -> None:
        t = table.c
        colunas: dict[str, Any] = {nome: t[nome] for nome in nomes}
        colunas |= {"empresa_id": t.empresa_id, "lote_id": literal(novo.id), "versao": literal(1), **outras}
        origem = select(*colunas.values()).where(t.lote_id == de.id).order_by(t.id)
        self._connection.execute(insert(table).from_select(list(colunas), origem))


class PartidaRepository(Repository[Partida]):
    """The lines of lots."""

    table = tables_livros.partidas
    nome = "A partida"

    def _row(self, obj: Partida) -> Valores:
        return plain_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[Partida]:
        return [plain_from(Partida, linha) for linha in linhas]

    def append(self, lote: LoteContabil, linhas: Sequence[LinhaPartida]) -> None:
        """Post lines to *lote*, thousands at a time."""
        bulk.insert_rows(self._connection, self.table, _rows(lote, _PARTIDA, linhas))

    def of_lote(self, lote_id: int, inicio: int = 0, quantidade: int = TODOS) -> list[Partida]:
        """Return the lines of a lot, lançamento by lançamento: *quantidade* of these, after the first *inicio*."""
        alguns = _P.lancamento.between(inicio + 1, inicio + quantidade)
        return self._select(_P.lote_id == lote_id, alguns, ordem=(_P.lancamento, _P.id))


class MovimentoCaixaRepository(Repository[MovimentoCaixa]):
    """What moved in contas caixa."""

    table = tables_livros.movimentos_caixa
    nome = "O movimento"

    def _row(self, obj: MovimentoCaixa) -> Valores:
        return plain_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[MovimentoCaixa]:
        return [plain_from(MovimentoCaixa, linha) for linha in linhas]

    def append(self, lote: LoteContabil, linhas: Sequence[LinhaMovimento]) -> None:
        """Add movements of *lote*, thousands at a time."""
        bulk.insert_rows(self._connection, self.table, _rows(lote, _MOVIMENTO, linhas))

    def page(self, query: ListQuery) -> Pagina:
        """Return a page of the list, with the sum of all that match."""
        return _MOVIMENTOS.page(self._connection, query)

    def of_lote(self, lote_id: int, inicio: int = 0, quantidade: int = TODOS) -> list[MovimentoCaixa]:
        """Return the movements of a lot, as `PartidaRepository.of_lote` does its lines."""
        alguns = _M.lancamento.between(inicio + 1, inicio + quantidade)
        return self._select(_M.lote_id == lote_id, alguns, ordem=_M.lancamento)

    def of_itens(self, tabela: str, rows: Iterable[int]) -> list[MovimentoCaixa]:
        """Return what was moved for those rows of *tabela*, in the order it was posted."""
        return self._select_in(_M.item_id, rows, _M.item_tabela == tabela)

    def saldos(self, contas: Iterable[int]) -> dict[int, int]:
        """Return what the movements of each of *contas* come to."""
        achados: dict[int, int] = {}
        for pedaco in chunks(contas):
            comando = select(_M.conta_id, func.sum(_M.valor)).where(_M.conta_id.in_(pedaco)).group_by(_M.conta_id)
            achados.update((conta, int(valor)) for conta, valor in self._connection.execute(comando))
        return achados


def _rows(lote: LoteContabil, nomes: Sequence[str], linhas: Sequence[tuple[object, ...]]) -> list[Valores]:
    comum = {"empresa_id": lote.empresa_id, "lote_id": lote.id, "versao": 1}
    return [comum | dict(zip(nomes, linha, strict=True)) for linha in linhas]
