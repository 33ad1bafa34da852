"""Imports of retornos and their lines."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ScalarSelect, and_, func, or_, select, text, update

from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.persistence import mapping_records, tables, tables_debitos, tables_records
from finbank_desktop.persistence.listing import Listing, contains, members
from finbank_desktop.persistence.mapping import Linha, Valores
from finbank_desktop.persistence.records import TABS, Importacao, ImportacaoLinha, Mudanca, SituacaoImportacao
from finbank_desktop.persistence.repositories import restoring
from finbank_desktop.persistence.repositories.base import CodedRepository, Repository

_T = tables_records.importacoes.c
_L = tables_records.importacao_linhas.c
_DECIDE = "('ja_processados', 'nao_localizados', 'conferir')"
"""Tabs that leave a line as undecided as it was; written out as `tables_records.PENDENTES` is."""


def _esperam() -> "ScalarSelect[Any]":
    """Return how many lines of an import wait for a person.

    A line that was put off and decided later stands decided in a further import of the very same bytes; one that is
    still open there counts once, in the first.
    """
    outra, dela = tables_records.importacoes.alias("outra"), tables_records.importacao_linhas.alias("dela")
    do_mesmo = and_(outra.c.sha256 == _T.sha256, outra.c.situacao == SituacaoImportacao.IMPORTADA.name)
    decidida = or_(outra.c.id < _T.id, text(f"dela.tab NOT IN {_DECIDE}"))
    depois = (
        select(dela.c.id)
        .join(outra, dela.c.importacao_id == outra.c.id)
        .where(do_mesmo, outra.c.id != _T.id, dela.c.linha == _L.linha, decidida)
        .correlate(tables_records.importacoes, tables_records.importacao_linhas)
    )
    return (
        select(func.count())
        .select_from(tables_records.importacao_linhas)
        .where(
            _L.importacao_id == _T.id,
            text(f"importacao_linhas.{tables_records.PENDENTES}"),
            _T.situacao == SituacaoImportacao.IMPORTADA.name,
            ~depois.exists(),
        )
        .correlate(tables_records.importacoes)
        .scalar_subquery()
    )


_ESPERAM = _esperam()
_C, _D = tables.convenios.c, tables_debitos.convenios_debito.c
_LISTING = Listing(
    table=tables_records.importacoes,
    origem=tables_records.importacoes.outerjoin(tables.convenios, _T.convenio_id == _C.id).outerjoin(
        tables_debitos.convenios_debito, _T.convenio_debito_id == _D.id
    ),
    proprias={
        "codigo": _T.codigo,
        "numero": _T.numero,
        "tipo": _T.tipo,
        "data_emissao": _T.data_emissao,
        "importada_em": _T.importada_em,
        "usuario": _T.usuario,
        "arquivo": _T.arquivo,
        "registros": _T.registros,
        "situacao": _T.situacao,
        "empresa_id": _T.empresa_id,
        "convenio_id": _T.convenio_id,
        "convenio_debito_id": _T.convenio_debito_id,
        **{tab: _T[tab] for tab in TABS},
        "esperam": _ESPERAM,
    },
    alheias={
        "convenio": func.coalesce(_C.descricao, _D.descricao),
        "convenio_codigo": func.coalesce(_C.codigo, _D.codigo),
        "banco": func.coalesce(_C.banco, _D.banco),
    },
    ordem="codigo",
    decrescente=True,
    filtros={
        "debito": lambda valor: _T.convenio_debito_id.is_not(None) if valor else _T.convenio_debito_id.is_(None),
        "situacao": lambda valor: _T.situacao.in_([m.name for m in members(SituacaoImportacao, valor, "situacao")]),
        "espera": lambda valor: and_(or_(_T.nao_localizados > 0, _T.conferir > 0), (_ESPERAM > 0) == bool(valor)),
    },
    busca=contains(_T.busca),
    mostra={"situacao": lambda nome: SituacaoImportacao[nome]},
)


class ImportacaoRepository(CodedRepository[Importacao]):
    """Imports by id, by codigo and by the file's fingerprint."""

    table = tables_records.importacoes
    nome = "A importação"

    def _row(self, obj: Importacao) -> Valores:
        return mapping_records.importacao_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[Importacao]:
        return [mapping_records.importacao_from(linha) for linha in linhas]

    def find_by_sha256(self, sha256: str) -> Importacao | None:
        """Return the standing import of a file with those bytes, or ``None``; one that was undone does not count."""
        achadas = self._select(_T.sha256 == sha256, _T.situacao == SituacaoImportacao.IMPORTADA.name)
        return achadas[0] if achadas else None

    def complements(self, importacao: Importacao) -> list[Importacao]:
        """Return the later standing imports of the same bytes: they decided lines that this one put off."""
        de_pe = _T.situacao == SituacaoImportacao.IMPORTADA.name
        return self._select(_T.sha256 == importacao.sha256, de_pe, _T.id > importacao.id)

    def mark_desfeita(self, importacao: Importacao) -> Importacao:
        """Say that an import was undone."""
        return self.update(replace(importacao, situacao=SituacaoImportacao.DESFEITA))

    def page(self, query: ListQuery) -> Pagina:
        """Return a page of the list."""
        return _LISTING.page(self._connection, query)


class ImportacaoLinhaRepository(Repository[ImportacaoLinha]):
    """The lines of imports."""

    table = tables_records.importacao_linhas
    nome = "A linha importada"

    def _row(self, obj: ImportacaoLinha) -> Valores:
        return mapping_records.linha_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[ImportacaoLinha]:
        return [mapping_records.linha_from(linha) for linha in linhas]

    def of_importacao(self, importacao_id: int) -> list[ImportacaoLinha]:
        """Return the lines of an import, in file order."""
        return self._select(_L.importacao_id == importacao_id, ordem=_L.linha)

    def find_many_by_identidade(self, convenio_id: int, identidades: Iterable[str]) -> dict[str, ImportacaoLinha]:
        """Return those of *identidades* that were imported into the convênio already, by identidade."""
        achadas = self._select_in(_L.identidade, identidades, _L.convenio_id == convenio_id)
        return {linha.identidade: linha for linha in achadas if linha.identidade is not None}

    def find_debitos(self, convenio_id: int, identidades: Iterable[str]) -> dict[str, ImportacaoLinha]:
        """Return those of *identidades* that were imported into the convênio of débito automático already."""
        achadas = self._select_in(_L.identidade, identidades, _L.convenio_debito_id == convenio_id)
        return {linha.identidade: linha for linha in achadas if linha.identidade is not None}

    def later_a_devolver(self, importacao_id: int, boletos: Iterable[int]) -> list[ImportacaoLinha]:
        """Return the second payments that later standing imports brought for *boletos*."""
        de_pe = select(_T.id).where(_T.situacao == SituacaoImportacao.IMPORTADA.name, _T.id > importacao_id)
        return self._select_in(_L.boleto_id, boletos, _L.importacao_id.in_(de_pe), _L.tab == "a_devolver")

    def waiting(self, importacao_id: int) -> list[ImportacaoLinha]:
        """Return the lines of an import that wait for a person, in file order."""
        da_importacao = select(_T.sha256).where(_T.id == importacao_id).scalar_subquery()
        outra, dela = tables_records.importacoes.alias("outra"), tables_records.importacao_linhas.alias("dela")
        decididas = (
            select(dela.c.linha)
            .join(outra, dela.c.importacao_id == outra.c.id)
            .where(
                outra.c.sha256 == da_importacao,
                outra.c.situacao == SituacaoImportacao.IMPORTADA.name,
                outra.c.id != importacao_id,
                text(f"dela.tab NOT IN {_DECIDE}"),
            )
        )
        pendentes = text(f"importacao_linhas.{tables_records.PENDENTES}")
        return self._select(_L.importacao_id == importacao_id, pendentes, _L.linha.not_in(decididas), ordem=_L.linha)

    def forget_identidades(self, importacao_id: int) -> None:
        """Let the lines of an undone import come again."""
        comando = update(self.table).where(_L.importacao_id == importacao_id)
        self._connection.execute(comando.values(identidade=None, versao=_L.versao + 1))


class MudancaRepository(Repository[Mudanca]):
    """What imports changed, as it was before."""

    table = tables_records.importacao_mudancas
    nome = "A mudança"

    def _row(self, obj: Mudanca) -> Valores:
        return mapping_records.mudanca_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[Mudanca]:
        return [mapping_records.mudanca_from(linha) for linha in linhas]

    def of_importacao(self, importacao_id: int) -> list[Mudanca]:
        """Return what an import changed, in the order it was written."""
        return self._select(self.table.c.importacao_id == importacao_id)

    def of_operacao(self, operacao_id: int) -> list[Mudanca]:
        """Return what an operation changed, in the order it was written."""
        return self._select(self.table.c.operacao_id == operacao_id)

    def moved(self, mudancas: Sequence[Mudanca]) -> list[Mudanca]:
        """Return those whose rows were touched again since."""
        atuais = restoring.versions(self._connection, mudancas)
        return [m for m in mudancas if atuais.get((m.tabela, m.registro_id)) != restoring.expected(m)]

    def restore(self, mudancas: Sequence[Mudanca]) -> None:
        """Give the rows back as they were; see `moved` before."""
        restoring.restore(self._connection, mudancas)
