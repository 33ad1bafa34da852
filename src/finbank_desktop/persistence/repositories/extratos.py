"""Imported statements and their lines."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import func, select

from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.persistence import mapping_extratos, tables, tables_extratos
from finbank_desktop.persistence.listing import Listing, contains, members
from finbank_desktop.persistence.mapping import Linha, Valores
from finbank_desktop.persistence.records import SituacaoImportacao
from finbank_desktop.persistence.records_extratos import (
    ABAS,
    ContaDeArquivo,
    ExtratoImportado,
    LinhaGravada,
    SituacaoLinha,
)
from finbank_desktop.persistence.repositories.base import CodedRepository, Repository

_T = tables_extratos.extratos.c
_L = tables_extratos.extrato_linhas.c
_LISTING = Listing(
    table=tables_extratos.extratos,
    origem=tables_extratos.extratos.join(tables.contas),
    proprias={
        **{
            chave: _T[chave]
            for chave in (
                *("codigo", "arquivo", "formato", "importado_em", "usuario", "inicio", "fim", "saldo", "saldo_data"),
                *("situacao", "empresa_id", "conta_id", *ABAS),
            )
        },
        "pendentes": select(func.count())
        .where(_L.extrato_id == _T.id, _L.natureza == "lancamento", _L.situacao == SituacaoLinha.PENDENTE.name)
        .correlate(tables_extratos.extratos)
        .scalar_subquery(),
    },
    alheias={"conta": tables.contas.c.descricao, "banco": tables.contas.c.banco},
    ordem="codigo",
    decrescente=True,
    filtros={
        "situacao": lambda valor: _T.situacao.in_([m.name for m in members(SituacaoImportacao, valor, "situacao")])
    },
    busca=contains(_T.busca),
    mostra={"situacao": lambda nome: SituacaoImportacao[nome]},
)


class ExtratoRepository(CodedRepository[ExtratoImportado]):
    """Imported statements."""

    table = tables_extratos.extratos
    nome = "O extrato"

    def _row(self, obj: ExtratoImportado) -> Valores:
        return mapping_extratos.extrato_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[ExtratoImportado]:
        return [mapping_extratos.extrato_from(linha) for linha in linhas]

    def find_by_sha256(self, sha256: str) -> list[ExtratoImportado]:
        """Return the standing imports of a file with those bytes, one per account."""
        return self._select(_T.sha256 == sha256, _T.situacao == SituacaoImportacao.IMPORTADA.name)

    def of_conta(self, conta_id: int) -> list[ExtratoImportado]:
        """Return the standing imports of an account, oldest first."""
        return self._select(_T.conta_id == conta_id, _T.situacao == SituacaoImportacao.IMPORTADA.name)

    def mark_desfeita(self, extrato: ExtratoImportado) -> ExtratoImportado:
        """Say that an import was undone."""
        return self.update(replace(extrato, situacao=SituacaoImportacao.DESFEITA))

    def page(self, query: ListQuery) -> Pagina:
        """Return a page of the list."""
        return _LISTING.page(self._connection, query)


class ExtratoLinhaRepository(Repository[LinhaGravada]):
    """The lines of statements."""

    table = tables_extratos.extrato_linhas
    nome = "A linha do extrato"

    def _row(self, obj: LinhaGravada) -> Valores:
        return mapping_extratos.linha_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[LinhaGravada]:
        return [mapping_extratos.linha_from(linha) for linha in linhas]

    def of_extrato(self, extrato_id: int) -> list[LinhaGravada]:
        """Return all lines of an import, in the file's order."""
        return self._select(_L.extrato_id == extrato_id, ordem=_L.linha)

    def payments(self, conta_id: int, inicio: date, fim: date) -> list[LinhaGravada]:
        """Return an account's payments between two days, both counted, by day."""
        return self._select(
            _L.conta_id == conta_id, _L.ordinal.is_not(None), _L.data.between(inicio, fim), ordem=(_L.data, _L.id)
        )

    def in_state(self, situacao: SituacaoLinha, conta_id: int | None = None) -> list[LinhaGravada]:
        """Return the payments in that state, of one account or of all, by day."""
        mine = () if conta_id is None else (_L.conta_id == conta_id,)
        return self._select(*mine, _L.situacao == situacao.name, _L.ordinal.is_not(None), ordem=(_L.data, _L.id))

    def balances(self, conta_id: int) -> list[LinhaGravada]:
        """Return an account's balance lines, by day."""
        return self._select(_L.conta_id == conta_id, _L.natureza == "saldo", ordem=(_L.data, _L.id))

    def sums_by_day(self, conta_id: int) -> list[Mapping[str, Any]]:
        """Return day, state, amount and number of an account's payments, by day and state."""
        comando = (
            select(_L.data, _L.situacao, func.sum(_L.valor).label("valor"), func.count().label("linhas"))
            .where(_L.conta_id == conta_id, _L.ordinal.is_not(None))
            .group_by(_L.data, _L.situacao)
            .order_by(_L.data)
        )
        return [dict(linha) for linha in self._connection.execute(comando).mappings()]

    def sum_between(self, conta_id: int, depois_de: date | None, ate: date) -> int:
        """Return the sum of an account's payments after one day until another, that one counted."""
        comando = select(func.coalesce(func.sum(_L.valor), 0)).where(
            _L.conta_id == conta_id, _L.ordinal.is_not(None), _L.data <= ate
        )
        comando = comando if depois_de is None else comando.where(_L.data > depois_de)
        return int(self._connection.scalar(comando) or 0)


class ExtratoContaRepository(Repository[ContaDeArquivo]):
    """Which of our accounts the banks' own words mean."""

    table = tables_extratos.extrato_contas
    nome = "A conta do arquivo"

    def _row(self, obj: ContaDeArquivo) -> Valores:
        return mapping_extratos.plain_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[ContaDeArquivo]:
        return [mapping_extratos.plain_from(ContaDeArquivo, linha) for linha in linhas]

    def all(self, banco: str, agencia: str, conta: str) -> list[ContaDeArquivo]:
        """Return what was learned of an account as a file names it, one per empresa."""
        t = self.table.c
        return self._select(t.banco == banco, t.agencia == agencia, t.conta == conta)

    def learn(self, known: ContaDeArquivo) -> None:
        """Keep *known* instead of what was kept of the same words."""
        found = [
            each for each in self.all(known.banco, known.agencia, known.conta) if each.empresa_id == known.empresa_id
        ]
        if not found:
            self.add(known)
        elif found[0].conta_id != known.conta_id:
            self.update(replace(found[0], conta_id=known.conta_id))

    def forget(self, conta_id: int) -> None:
        """Forget what banks call an account of ours."""
        self.delete_where(conta_id=conta_id)
