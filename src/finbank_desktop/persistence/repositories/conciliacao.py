"""What lines of statements were reconciled with, rules, learned categories, closed periods."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import func, select

from finbank_desktop.persistence import mapping_extratos, mapping_records, tables, tables_extratos, tables_records
from finbank_desktop.persistence.mapping import Linha, Valores
from finbank_desktop.persistence.records import Baixa, Tarifa
from finbank_desktop.persistence.records_extratos import CategoriaAprendida, Fechamento, Regra, Vinculo
from finbank_desktop.persistence.repositories.base import Repository

_V = tables_extratos.vinculos.c
_B = tables_records.baixas.c
_TF = tables_records.tarifas.c
_F = tables_extratos.fechamentos.c


class VinculoRepository(Repository[Vinculo]):
    """Shares of lines and what they are."""

    table = tables_extratos.vinculos
    nome = "O vínculo"

    def _row(self, obj: Vinculo) -> Valores:
        return mapping_extratos.plain_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[Vinculo]:
        return [mapping_extratos.plain_from(Vinculo, linha) for linha in linhas]

    def of_operacao(self, operacao_id: int) -> list[Vinculo]:
        """Return what an operation linked."""
        return self._select(_V.operacao_id == operacao_id)

    def of_linhas(self, rows: Iterable[int]) -> list[Vinculo]:
        """Return the shares of those lines."""
        return self._select_in(_V.linha_id, rows)

    def mirroring(self, rows: Iterable[int]) -> list[Vinculo]:
        """Return the shares of other accounts' lines that those lines mirror."""
        return self._select_in(_V.outra_linha_id, rows)

    def of_baixas(self, rows: Iterable[int]) -> list[Vinculo]:
        """Return what reconciles those settlements."""
        return self._select_in(_V.baixa_id, rows)

    def of_tarifas(self, rows: Iterable[int]) -> list[Vinculo]:
        """Return what reconciles those charges."""
        return self._select_in(_V.tarifa_id, rows)

    def unlinked_baixas(self, conta_id: int, desde: date) -> list[tuple[int, Baixa]]:
        """Return convênio and settlement of what retornos brought to an account and no line stands for."""
        origem = tables_records.baixas.join(tables.boletos, _B.boleto_id == tables.boletos.c.id).join(
            tables.convenios, tables.boletos.c.convenio_id == tables.convenios.c.id
        )
        ligada = select(_V.id).where(_V.baixa_id == _B.id)
        comando = (
            select(*tables_records.baixas.c, tables.convenios.c.id.label("_convenio"))
            .select_from(origem)
            .where(
                tables.convenios.c.conta_id == conta_id,
                _B.importacao_id.is_not(None),
                func.coalesce(_B.data_credito, _B.data) >= desde,
                _B.estornada_por.is_(None),
                _B.estornada_em.is_(None),
                ~ligada.exists(),
            )
            .order_by(_B.id)
        )
        linhas = self._connection.execute(comando).mappings()
        return [(int(linha["_convenio"]), mapping_records.baixa_from(linha)) for linha in linhas]

    def unlinked_tarifas(self, importacoes: Iterable[int]) -> list[Tarifa]:
        """Return what banks charged in those imports and no line stands for."""
        ligada = select(_V.id).where(_V.tarifa_id == _TF.id)
        achadas = []
        for row in dict.fromkeys(importacoes):
            comando = select(tables_records.tarifas).where(_TF.importacao_id == row, ~ligada.exists()).order_by(_TF.id)
            achadas += [mapping_records.tarifa_from(linha) for linha in self._connection.execute(comando).mappings()]
        return achadas

    def books_by_day(self, conta_id: int) -> list[tuple[date, int]]:
        """Return what our books say came to an account, settlements only, by the day of the credit."""
        origem = tables_records.baixas.outerjoin(tables.boletos, _B.boleto_id == tables.boletos.c.id).outerjoin(
            tables.convenios, tables.boletos.c.convenio_id == tables.convenios.c.id
        )
        onde: Any = func.coalesce(_B.conta_id, tables.convenios.c.conta_id)
        dia: Any = func.coalesce(_B.data_credito, _B.data)
        comando = (
            select(dia, func.sum(_B.valor_pago))
            .select_from(origem)
            .where(onde == conta_id, _B.estornada_por.is_(None), _B.estornada_em.is_(None))
            .group_by(dia)
            .order_by(dia)
        )
        return [(quando, int(valor)) for quando, valor in self._connection.execute(comando)]

    def others_by_day(self, conta_id: int) -> list[tuple[date, int]]:
        """Return what was reconciled with no settlement (charges, categories, transfers), by the line's day."""
        linha = tables_extratos.extrato_linhas.c
        comando = (
            select(linha.data, func.sum(_V.valor))
            .select_from(tables_extratos.vinculos.join(tables_extratos.extrato_linhas, _V.linha_id == linha.id))
            .where(linha.conta_id == conta_id, _V.baixa_id.is_(None))
            .group_by(linha.data)
        )
        return [(quando, int(valor)) for quando, valor in self._connection.execute(comando)]


class RegraRepository(Repository[Regra]):
    """Rules, in the order they are tried."""

    table = tables_extratos.regras
    nome = "A regra"

    def _row(self, obj: Regra) -> Valores:
        return mapping_extratos.plain_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[Regra]:
        return [mapping_extratos.plain_from(Regra, linha) for linha in linhas]

    def all(self, empresa_id: int) -> list[Regra]:
        """Return the empresa's rules in their order."""
        t = self.table.c
        return self._select(t.empresa_id == empresa_id, ordem=(t.ordem, t.id))


class CategoriaRepository(Repository[CategoriaAprendida]):
    """Categories learned from what people chose."""

    table = tables_extratos.categorias_aprendidas
    nome = "A categoria aprendida"

    def _row(self, obj: CategoriaAprendida) -> Valores:
        return mapping_extratos.plain_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[CategoriaAprendida]:
        return [mapping_extratos.plain_from(CategoriaAprendida, linha) for linha in linhas]

    def all(self, empresa_id: int) -> list[CategoriaAprendida]:
        """Return all that was learned in an empresa, by words."""
        t = self.table.c
        return self._select(t.empresa_id == empresa_id, ordem=(t.chave, t.categoria))

    def learn(self, empresa_id: int, chave: str, categoria: str) -> CategoriaAprendida:
        """Count once more that *chave* was given *categoria*."""
        t = self.table.c
        found = self._select(t.empresa_id == empresa_id, t.chave == chave, t.categoria == categoria)
        if found:
            return self.update(replace(found[0], vezes=found[0].vezes + 1))
        return self.add(CategoriaAprendida(empresa_id=empresa_id, chave=chave, categoria=categoria))


class FechamentoRepository(Repository[Fechamento]):
    """Closed periods; only ever added, or opened again."""

    table = tables_extratos.fechamentos
    nome = "O fechamento"

    def _row(self, obj: Fechamento) -> Valores:
        return mapping_extratos.plain_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[Fechamento]:
        return [mapping_extratos.plain_from(Fechamento, linha) for linha in linhas]

    def of_conta(self, conta_id: int) -> list[Fechamento]:
        """Return the account's closings, those opened again too, latest first."""
        return self._select(_F.conta_id == conta_id, ordem=(_F.ate.desc(), _F.id.desc()))

    def closed_until(self, conta_id: int) -> date | None:
        """Return the last day of the account in which nothing changes any more."""
        comando = select(func.max(_F.ate)).where(_F.conta_id == conta_id, _F.reaberto_em.is_(None))
        ate: date | None = self._connection.scalar(comando)
        return ate
