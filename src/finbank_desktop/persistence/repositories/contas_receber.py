"""Contas a receber."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import func, select

from finbank_desktop.domain.contas_receber import ContaReceber, Situacao
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.persistence import mapping, tables
from finbank_desktop.persistence.listing import Listing, contains_here_or_there, refers
from finbank_desktop.persistence.mapping import Linha, Valores
from finbank_desktop.persistence.repositories.base import CodedRepository, chunks, within
from finbank_desktop.persistence.situacoes import is_open, seen_on, situacao_filter

_T = tables.contas_receber.c
_ORIGEM = tables.contas_receber.join(tables.pessoas).outerjoin(
    tables.convenios, _T.convenio_id == tables.convenios.c.id
)


def _listing(hoje: date) -> Listing:
    return Listing(
        table=tables.contas_receber,
        origem=_ORIGEM,
        proprias={
            "empresa_id": _T.empresa_id,
            "codigo": _T.codigo,
            "documento": _T.documento,
            "emissao": _T.emissao,
            "vencimento": _T.vencimento,
            "valor": _T.valor,
            "valor_baixado": _T.valor_baixado,
            "saldo": _T.valor - _T.valor_baixado,
            "situacao": seen_on(hoje, _T.situacao, _T.vencimento),
            "pessoa_id": _T.pessoa_id,
            "convenio_id": _T.convenio_id,
        },
        alheias={
            "pessoa": tables.pessoas.c.nome,
            "pessoa_documento": tables.pessoas.c.documento,
            "convenio": tables.convenios.c.descricao,
            "banco": tables.convenios.c.banco,
            "descricao": _T.descricao,
            "origem": _T.origem,
        },
        ordens={"pessoa": tables.pessoas.c.nome_ordem},
        somas=("valor", "valor_baixado", "saldo"),
        ordem="vencimento",
        filtros={
            "situacao": situacao_filter(hoje, _T.situacao, _T.vencimento),
            "aberto": is_open(_T.situacao),
            "banco": refers(_T.convenio_id, tables.convenios, "banco"),
            "convenio": refers(_T.convenio_id, tables.convenios, "codigo"),
            "empresa": refers(_T.empresa_id, tables.empresas, "codigo"),
            "pessoa": refers(_T.pessoa_id, tables.pessoas, "codigo"),
        },
        busca=contains_here_or_there(_T.busca, _T.pessoa_id, tables.pessoas),
        mostra={"situacao": lambda nome: Situacao[nome]},
    )


class ContaReceberRepository(CodedRepository[ContaReceber]):
    """Contas a receber by id and by codigo within their empresa."""

    table = tables.contas_receber
    nome = "A conta a receber"

    def _row(self, obj: ContaReceber) -> Valores:
        return mapping.conta_receber_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[ContaReceber]:
        return [mapping.conta_receber_from(linha) for linha in linhas]

    def find_many_by_documento(
        self, empresa_id: int, documentos: Iterable[str]
    ) -> dict[tuple[int, str], list[ContaReceber]]:
        """Return those with one of *documentos*, by pessoa and documento; several may share both."""
        achadas: dict[tuple[int, str], list[ContaReceber]] = defaultdict(list)
        for conta in self._select_in(_T.documento, documentos, _T.empresa_id == empresa_id):
            achadas[conta.pessoa_id, conta.documento].append(conta)
        return dict(achadas)

    def count_by_pessoa(self, pessoas: Iterable[int]) -> dict[int, int]:
        """Return how many contas each of *pessoas* has; those without any are missing."""
        contadas: dict[int, int] = {}
        for pedaco in chunks(pessoas):
            comando = select(_T.pessoa_id, func.count()).where(_T.pessoa_id.in_(pedaco)).group_by(_T.pessoa_id)
            contadas.update((row, quantas) for row, quantas in self._connection.execute(comando))
        return contadas

    def filiais(self, rows: Iterable[int]) -> dict[int, int]:
        """Return the filial by conta, of those of *rows* that have one."""
        t = self.table.c
        achadas: dict[int, int] = {}
        for pedaco in chunks(rows):
            comando = select(t.id, t.filial_id).where(within(t.id, pedaco), t.filial_id.is_not(None))
            achadas.update((row, filial) for row, filial in self._connection.execute(comando))
        return achadas

    def open_of_pessoas(self, pessoas: Iterable[int], ate: date) -> list[ContaReceber]:
        """Return what these customers still owe and is due until *ate*, by due date."""
        abertas = (is_open(_T.situacao)(True), _T.vencimento <= ate)  # noqa: FBT003 - the filter's own value
        achadas = self._select_in(_T.pessoa_id, pessoas, *abertas)
        return sorted(achadas, key=lambda conta: (conta.vencimento, conta.id))

    def page(self, query: ListQuery, hoje: date) -> Pagina:
        """Return a page of the list as seen on *hoje*."""
        return _listing(hoje).page(self._connection, query)

    def ids(self, query: ListQuery, hoje: date) -> list[int]:
        """Return the ids of all rows that match *query* on *hoje*, in its order, on all pages."""
        return _listing(hoje).ids(self._connection, query)
