"""The retornos that were imported, and what each of their lines did."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from finbank_desktop.domain.listas import Coluna, ListQuery, Pagina
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records import Importacao, ImportacaoLinha
from finbank_desktop.services import lists


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportacaoDetalhe:
    """An import with its lines.

    Attributes:
        convenio: The convênio's description.
        linhas: In the file's order.
        pagadores: Names by boleto, for the lines that found one.
    """

    importacao: Importacao
    convenio: str
    linhas: Sequence[ImportacaoLinha]
    pagadores: Mapping[int, str]


class ImportacoesService:
    """What a person can ask about imports."""

    COLUNAS: tuple[Coluna, ...] = lists.IMPORTACOES

    def __init__(self, database: Database) -> None:
        """Read from *database*."""
        self._database = database

    def list(self, query: ListQuery) -> Pagina:
        """Return a page of the imports, the newest first unless *query* says otherwise."""
        with self._database.read() as uow:
            return uow.importacoes.page(query)

    def get(self, importacao_id: int) -> ImportacaoDetalhe:
        """Return an import with its lines.

        Raises:
            MissingError: There is none with that id.
        """
        with self._database.read() as uow:
            importacao = uow.importacoes.get(importacao_id)
            linhas = uow.importacao_linhas.of_importacao(importacao_id)
            boletos = uow.boletos.get_many(linha.boleto_id for linha in linhas if linha.boleto_id is not None)
            pessoas = uow.pessoas.get_many(boleto.pessoa_id for boleto in boletos.values())
            return ImportacaoDetalhe(
                importacao=importacao,
                convenio=uow.convenios.get(importacao.convenio_id).descricao,
                linhas=linhas,
                pagadores={boleto.id: pessoas[boleto.pessoa_id].nome for boleto in boletos.values()},
            )
