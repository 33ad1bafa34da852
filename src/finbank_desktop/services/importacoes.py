"""The retornos that were imported, and what each of their lines did."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from finbank_desktop.domain.listas import Coluna, ListQuery, Pagina
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records import Evento, Importacao, ImportacaoLinha, SituacaoImportacao
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import desfazer, lists
from finbank_desktop.services.debitos import desfazer as debitos_desfazer
from finbank_desktop.services.desfazer import DesfazerPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportacaoDetalhe:
    """An import with its lines.

    Attributes:
        convenio: The convênio's description.
        linhas: In the file's order.
        pagadores: Names by boleto, for the lines that found one.
        esperam: Lines of the file that still wait for a person.
    """

    importacao: Importacao
    convenio: str
    linhas: Sequence[ImportacaoLinha]
    pagadores: Mapping[int, str]
    esperam: frozenset[int] = frozenset()


class ImportacoesService:
    """What a person can ask about imports."""

    COLUNAS: tuple[Coluna, ...] = lists.IMPORTACOES

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

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
                convenio=_convenio(uow, importacao),
                linhas=linhas,
                pagadores={boleto.id: pessoas[boleto.pessoa_id].nome for boleto in boletos.values()},
                esperam=frozenset(linha.linha for linha in uow.importacao_linhas.waiting(importacao_id))
                if importacao.situacao is SituacaoImportacao.IMPORTADA
                else frozenset(),
            )

    def plan_desfazer(self, importacao_id: int) -> DesfazerPlan:
        """Return what undoing an import takes back, or what stands in the way; nothing is written.

        Raises:
            MissingError: There is none with that id.
        """
        with self._database.read() as uow:
            return desfazer.plan_importacao(uow, importacao_id)

    def desfazer(self, plan: DesfazerPlan) -> Importacao:
        """Undo the import of *plan* and return it; the same file may then be imported again.

        Raises:
            RefusedError: Later work stands on it; nothing was written.
            StalePlanError: Something moved since *plan* was made; nothing was written.
        """
        desfazer.refuse(plan)
        with self._database.write() as uow:
            importacao = uow.importacoes.get(plan.de.id)
            desfazer.apply(uow, plan, self._evento(importacao))
            debitos_desfazer.tell(uow, importacao, quando=self._agora(), usuario=self._usuario)
            return uow.importacoes.get(plan.de.id)

    def _evento(self, importacao: Importacao) -> Evento:
        return Evento(
            empresa_id=importacao.empresa_id,
            boleto_id=0,
            quando=self._agora(),
            usuario=self._usuario,
            tipo="desfeito",
            texto=f"A importação {importacao.codigo} ({importacao.arquivo}) foi desfeita.",
            importacao_id=importacao.id,
        )


def _convenio(uow: UnitOfWork, importacao: Importacao) -> str:
    """Return whose file it was, in words."""
    if importacao.convenio_debito_id is not None:
        return uow.convenios_debito.get(importacao.convenio_debito_id).descricao
    return uow.convenios.get(importacao.convenio_id or 0).descricao
