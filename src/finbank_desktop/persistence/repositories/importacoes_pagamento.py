"""Retornos of payments and files of DDA that were imported, their lines and what they changed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import func, select, update

from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.persistence import tables_pagamentos
from finbank_desktop.persistence.listing import Listing, contains, members
from finbank_desktop.persistence.mapping import Linha, Valores
from finbank_desktop.persistence.records import TABS, Mudanca, SituacaoImportacao
from finbank_desktop.persistence.records_pagamentos import BoletoDda, ImportacaoPagamento, LinhaPagamento
from finbank_desktop.persistence.repositories import restoring
from finbank_desktop.persistence.repositories.base import Repository
from finbank_desktop.persistence.repositories.mirrored import MirroredCodedRepository, MirroredRepository

_T = tables_pagamentos.importacoes_pagamento.c
_L = tables_pagamentos.importacao_pagamento_linhas.c
_C = tables_pagamentos.convenios_pagamento.c
_D = tables_pagamentos.boletos_dda.c
_P = tables_pagamentos.contas_pagar.c
_PENDENTES = ("nao_localizados", "conferir")
_MUDANCA = ("empresa_id", "importacao_id", "tabela", "registro_id")
_LISTING = Listing(
    table=tables_pagamentos.importacoes_pagamento,
    origem=tables_pagamentos.importacoes_pagamento.outerjoin(
        tables_pagamentos.convenios_pagamento, _T.convenio_id == _C.id
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
        **{tab: func.coalesce(_T.contagens[tab].as_integer(), 0) for tab in TABS},
    },
    alheias={"convenio": _C.descricao, "convenio_codigo": _C.codigo, "banco": _C.banco},
    ordem="codigo",
    decrescente=True,
    filtros={
        "situacao": lambda valor: _T.situacao.in_([m.name for m in members(SituacaoImportacao, valor, "situacao")])
    },
    busca=contains(_T.busca),
    mostra={"situacao": lambda nome: SituacaoImportacao[nome]},
)
_DDA = Listing(
    table=tables_pagamentos.boletos_dda,
    origem=tables_pagamentos.boletos_dda.outerjoin(tables_pagamentos.contas_pagar, _D.conta_pagar_id == _P.id),
    proprias={
        "empresa_id": _D.empresa_id,
        "nome": _D.nome,
        "documento": _D.documento,
        "numero_documento": _D.numero_documento,
        "vencimento": _D.vencimento,
        "valor": _D.valor,
        "emissao": _D.emissao,
        "codigo_barras": _D.codigo_barras,
        "conta_pagar_id": _D.conta_pagar_id,
        "importacao_id": _D.importacao_id,
    },
    alheias={"conta": _P.codigo, "conta_situacao": _P.situacao},
    somas=("valor",),
    ordem="vencimento",
    filtros={"sem_conta": lambda valor: _D.conta_pagar_id.is_(None) if valor else _D.conta_pagar_id.is_not(None)},
    busca=contains(_D.busca),
)


class ImportacaoPagamentoRepository(MirroredCodedRepository[ImportacaoPagamento]):
    """Imports by id and by the file's fingerprint."""

    table = tables_pagamentos.importacoes_pagamento
    nome = "A importação"
    record = ImportacaoPagamento
    enums = {"situacao": SituacaoImportacao}  # noqa: RUF012 - a ClassVar by its base
    procura = ("codigo", "arquivo", "usuario", "tipo")

    def find_by_sha256(self, sha256: str) -> ImportacaoPagamento | None:
        """Return the first standing import of a file with those bytes; one that was undone does not count."""
        achadas = self._select(_T.sha256 == sha256, _T.situacao == SituacaoImportacao.IMPORTADA.name)
        return achadas[0] if achadas else None

    def complements(self, importacao: ImportacaoPagamento) -> list[ImportacaoPagamento]:
        """Return the later standing imports of the same bytes: they decided lines that this one put off."""
        de_pe = _T.situacao == SituacaoImportacao.IMPORTADA.name
        return self._select(_T.sha256 == importacao.sha256, de_pe, _T.id > importacao.id)

    def mark_desfeita(self, importacao: ImportacaoPagamento) -> ImportacaoPagamento:
        """Say that an import was undone."""
        return self.update(replace(importacao, situacao=SituacaoImportacao.DESFEITA))

    def page(self, query: ListQuery) -> Pagina:
        """Return a page of the list."""
        return _LISTING.page(self._connection, query)


class LinhaPagamentoRepository(MirroredRepository[LinhaPagamento]):
    """The lines of imports."""

    table = tables_pagamentos.importacao_pagamento_linhas
    nome = "A linha importada"
    record = LinhaPagamento

    def of_importacao(self, importacao_id: int) -> list[LinhaPagamento]:
        """Return the lines of an import, in file order."""
        return self._select(_L.importacao_id == importacao_id, ordem=_L.linha)

    def of_conta(self, conta_pagar_id: int) -> list[LinhaPagamento]:
        """Return the lines that spoke of a conta a pagar, the first one first."""
        return self._select(_L.conta_pagar_id == conta_pagar_id)

    def applied(self, convenios: Iterable[int], identidades: Iterable[str]) -> dict[tuple[int, str], LinhaPagamento]:
        """Return the lines applied before, by convênio and identity."""
        achadas = self._select_in(_L.identidade, identidades, _L.convenio_id.in_(list(convenios)))
        return {(each.convenio_id or 0, each.identidade or ""): each for each in achadas}

    def waiting(self, importacao: ImportacaoPagamento) -> list[LinhaPagamento]:
        """Return the lines that still wait for a person: put off, and decided by no later import of the same bytes."""
        outras = select(_T.id).where(
            _T.sha256 == importacao.sha256,
            _T.situacao == SituacaoImportacao.IMPORTADA.name,
            _T.id != importacao.id,
        )
        dela = tables_pagamentos.importacao_pagamento_linhas.alias("dela").c
        decididas = select(dela.linha).where(
            dela.importacao_id.in_(outras), dela.tab.not_in(("ja_processados", *_PENDENTES))
        )
        return self._select(
            _L.importacao_id == importacao.id, _L.tab.in_(_PENDENTES), _L.linha.not_in(decididas), ordem=_L.linha
        )

    def forget_identidades(self, importacao_id: int) -> None:
        """Let the lines of an undone import come again."""
        comando = update(self.table).where(_L.importacao_id == importacao_id)
        self._connection.execute(comando.values(identidade=None, versao=_L.versao + 1))

    def forget_conta(self, conta_pagar_id: int) -> None:
        """Let a conta a pagar go that an undone import had made."""
        comando = update(self.table).where(_L.conta_pagar_id == conta_pagar_id)
        self._connection.execute(comando.values(conta_pagar_id=None, versao=_L.versao + 1))


class MudancaPagamentoRepository(Repository[Mudanca]):
    """What imports of payments changed, as it was before; `Mudanca.importacao_id` is theirs."""

    table = tables_pagamentos.importacao_pagamento_mudancas
    nome = "A mudança"

    def _row(self, obj: Mudanca) -> Valores:
        return {nome: getattr(obj, nome) for nome in _MUDANCA} | {"antes": dict(obj.antes)}

    def _objects(self, linhas: Sequence[Linha]) -> list[Mudanca]:
        return [
            Mudanca(antes=dict(linha["antes"]), **{nome: linha[nome] for nome in ("id", *_MUDANCA, "versao")})
            for linha in linhas
        ]

    def of_importacao(self, importacao_id: int) -> list[Mudanca]:
        """Return what an import changed, in the order it was written."""
        return self._select(self.table.c.importacao_id == importacao_id)

    def moved(self, mudancas: Sequence[Mudanca]) -> list[Mudanca]:
        """Return those whose rows were touched again since."""
        atuais = restoring.versions(self._connection, mudancas)
        return [m for m in mudancas if atuais.get((m.tabela, m.registro_id)) != restoring.expected(m)]

    def restore(self, mudancas: Sequence[Mudanca]) -> None:
        """Give the rows back as they were; see `moved` before."""
        restoring.restore(self._connection, mudancas)


class BoletoDdaRepository(MirroredRepository[BoletoDda]):
    """Boletos that DDA told of."""

    table = tables_pagamentos.boletos_dda
    nome = "O boleto do DDA"
    record = BoletoDda
    procura = ("nome", "documento", "numero_documento", "codigo_barras")

    def with_codigo_barras(self, empresa_id: int, codigos: Iterable[str]) -> dict[str, BoletoDda]:
        """Return those of these barcodes."""
        achados = self._select_in(_D.codigo_barras, codigos, _D.empresa_id == empresa_id)
        return {each.codigo_barras: each for each in achados}

    def of_importacao(self, importacao_id: int) -> list[BoletoDda]:
        """Return what a file brought."""
        return self._select(_D.importacao_id == importacao_id)

    def page(self, query: ListQuery) -> Pagina:
        """Return a page of the list."""
        return _DDA.page(self._connection, query)
