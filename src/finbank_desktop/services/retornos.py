"""Reading a bank's retorno back into the books: planned, shown, then applied in one transaction."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from finbank_desktop.bancos import registry
from finbank_desktop.domain.listas import Coluna, ListQuery, Pagina
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records import Importacao
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import arquivos, lists, retorno_apply, retorno_opcoes
from finbank_desktop.services.jobs import SILENT, Watcher, collector_eased
from finbank_desktop.services.plans import require_importable
from finbank_desktop.services.retorno_acervo import propose
from finbank_desktop.services.retorno_convenio import Candidato, find
from finbank_desktop.services.retorno_decisoes import Acao, Decisao, OpcaoDecisao, Proposta
from finbank_desktop.services.retorno_file import refuse_other_kinds, refuse_stranger
from finbank_desktop.services.retorno_model import Processada, RetornoPlan, Tab
from finbank_desktop.services.retorno_montagem import Montagem, RetornoLido, repeat


class RetornosService:
    """What a person can ask about retornos de cobrança."""

    COLUNAS: tuple[Coluna, ...] = lists.IMPORTACOES

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def list(self, query: ListQuery) -> Pagina:
        """Return a page of the imported retornos."""
        with self._database.read() as uow:
            return uow.importacoes.page(query)

    def plan(
        self,
        path: Path,
        watcher: Watcher = SILENT,
        *,
        decisoes: Mapping[int, Decisao] | None = None,
        rever: bool = False,
    ) -> RetornoPlan:
        """Return what importing the file at *path* will change; nothing is written.

        A file that was imported already changes nothing, but for lines that were put off and are decided now.

        Args:
            path: The file.
            watcher: Told of the progress; may cancel.
            decisoes: What a person decided, by line of the file; see ``retorno_decisoes``.
            rever: The file was imported before: look again at the lines that still wait for a person. One whose boleto
                was made meanwhile finds it now.

        Raises:
            RefusedError: It is no complete retorno de cobrança of a convênio of ours.
            OutsideError: It cannot be read.
            CancelledError: The watcher wants no more.
        """
        watcher.report(0, 0, f"Lendo {path.name}")
        arquivo = arquivos.read(path)
        refuse_other_kinds(arquivo, path.name)
        sha256 = arquivos.fingerprint(path)
        with collector_eased(), self._database.read() as uow:
            candidatos = find(arquivo.cabecalho, _candidatos(uow, arquivo.cabecalho.layout_banco))
            if not candidatos:
                raise refuse_stranger(arquivo.cabecalho, path.name)
            lido = RetornoLido(nome=path.name, sha256=sha256, arquivo=arquivo, candidatos=candidatos)
            anterior = uow.importacoes.find_by_sha256(sha256)
            esperam = _waiting(uow, anterior) if anterior is not None and (rever or decisoes) else frozenset()
            decididas = dict(decisoes or {})
            if anterior is not None:  # what was set aside already is not set aside again
                decididas = {n: d for n, d in decididas.items() if n in esperam or d.acao is not Acao.IGNORAR}
            montagem = Montagem(
                uow, lido, decididas, so_decididas=anterior is not None, pendentes=esperam if rever else ()
            )
            plan = montagem.plan(watcher)
            if anterior is not None and ((rever and esperam) or plan.decides_something):
                return replace(plan, complemento_de=anterior.id, needs_tick=False)
            anterior = anterior or _same_lines(uow, plan, montagem.repetidas)
        return repeat(plan, anterior) if anterior else plan

    def propostas(self, plan: RetornoPlan, line: int) -> Sequence[Proposta]:
        """Return boletos that the line *line* may speak of, the likeliest first; a person decides."""
        row = next(row for row in plan.rows if row.line == line)
        with self._database.read() as uow:
            return propose(uow, plan.convenio.id, row)

    def opcoes(self, plan: RetornoPlan, line: int) -> Sequence[OpcaoDecisao]:
        """Return what a person may decide about the line *line*; empty when there is nothing to decide."""
        row = next(row for row in plan.rows if row.line == line)
        with self._database.read() as uow:
            return retorno_opcoes.options(row, uow.boletos.get(row.boleto_id) if row.boleto_id else None)

    def apply(self, plan: RetornoPlan, watcher: Watcher = SILENT, *, importar_assim_mesmo: bool = False) -> Importacao:
        """Write *plan* and return the import it became; rows that need a person are only listed in it.

        Args:
            plan: As returned by `plan`.
            watcher: Told of the progress until the commit begins; may cancel until then.
            importar_assim_mesmo: The trailer disagrees with the lines and the user knows.

        Raises:
            RefusedError: The file was imported before, or its trailer disagrees and nobody said to go on.
            StalePlanError: Something the plan touches moved since; nothing was written.
            CancelledError: The watcher wants no more; nothing was written.
        """
        require_importable(plan, "títulos", importar_assim_mesmo=importar_assim_mesmo)
        with collector_eased(), self._database.write() as uow:
            return retorno_apply.write(uow, plan, usuario=self._usuario, agora=self._agora(), watcher=watcher)


def _waiting(uow: UnitOfWork, importacao: Importacao) -> frozenset[int]:
    return frozenset(linha.linha for linha in uow.importacao_linhas.waiting(importacao.id))


def _candidatos(uow: UnitOfWork, banco: str) -> list[Candidato]:
    convenios = [convenio for codigo in registry.atendidos(banco) for convenio in uow.convenios.of_banco(codigo)]
    contas = uow.contas.get_many(convenio.conta_id for convenio in convenios)
    empresas = uow.empresas.get_many(convenio.empresa_id for convenio in convenios)
    return [Candidato(convenio=c, conta=contas[c.conta_id], empresa=empresas[c.empresa_id]) for c in convenios]


def _same_lines(uow: UnitOfWork, plan: RetornoPlan, repetidas: Collection[Processada]) -> Importacao | None:
    """Return the import of this very file in other bytes, with other line ends perhaps; ``None`` when there is none.

    It has the same number and date and as many lines, and none of them would do anything any more.
    """
    if plan.tabs[Tab.JA_PROCESSADOS] + plan.tabs[Tab.IGNORADOS] != len(plan.rows) or len(repetidas) != 1:
        return None
    (processada,) = repetidas
    if not processada.is_same_file(plan.cabecalho):
        return None
    anterior = uow.importacoes.get(processada.importacao_id)
    return anterior if anterior.registros == len(plan.rows) else None
